//! Groups that a text calls by ages: "Kinder (6-12 J.)", "ab 60", "18-27".

use domain::vocabulary::TargetGroup;

/// From which age on somebody is of full age.
const ADULT: u8 = 18;
/// Who is older is young.
const OLDEST_CHILD: u8 = 13;
/// Children play in teams from this age on.
const YOUNGEST_OF_TEAMS: u8 = 6;
/// From which age on somebody is one of the older ones.
const SENIOR: u8 = 60;

/// Of groups that are called by their ages the one that holds those of a text: "Kinder (6-12 J.)" are children-6-13.
pub(super) fn of_ages(text: &str, groups: &[String]) -> Option<String> {
    let (from, to) = ages(text)?;
    let is_meant = |group: &&String| ages(group).is_some_and(|(first, last)| first <= from && to <= last);
    let mut meant = groups.iter().filter(is_meant);
    meant.next().filter(|_| meant.next().is_none()).cloned()
}

/// Whom a text calls by their ages as well: what they are beside that, by the beginning of the word.
const PEOPLE: [(&str, Option<&str>); 16] = [
    ("jung", None),
    ("jug", None),
    ("jgd", None),
    ("boys", None),
    ("kind", None),
    ("kids", None),
    ("child", None),
    ("teen", None),
    ("youth", None),
    ("young", None),
    ("mädchen", Some("women")),
    ("mädels", Some("women")),
    ("girls", Some("women")),
    ("schülerin", Some("women")),
    ("schüler", None),
    ("pupils", None),
];
/// Of these the words beside which those for girls say no more than that all are meant.
const BOTH: [&str; 6] = ["jungen", "jungs", "boys", "kind", "schüler", "pupils"];
/// Ages that two spans share are so many years at least: those up to 18 are no adults.
const FEWEST_YEARS: u8 = 2;

/// Up to which age somebody is called by it without another word.
const OLDEST_YOUNG: u8 = 27;

/// The groups of people who are called by their ages, "Jungs 12-18", "Mädchen 10–16 J.": all that have some of these.
pub(super) fn people_of_ages(text: &str) -> Option<Vec<String>> {
    let lower = text.to_lowercase();
    let (from, to) = ages(text).or_else(|| ages_from(&lower))?;
    let (mut groups, mut is_of_people, mut is_of_all) = (Vec::new(), false, false);
    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        if is_age_word(word) {
            continue;
        }
        let (_, beside) = PEOPLE.iter().find(|(beginning, _)| word.starts_with(beginning))?;
        is_of_people = true;
        is_of_all |= BOTH.iter().any(|beginning| word.starts_with(beginning)) && beside.is_none();
        groups.extend(beside.map(ToOwned::to_owned));
    }
    // "Mädchen und Jungen" are all of them.
    groups.retain(|_| !is_of_all);
    groups.extend(groups_between(from, to));
    (is_of_people && groups.iter().any(|group| ages(group).is_some())).then_some(groups)
}

/// The groups that are called by their ages and have some of these.
fn groups_between(from: u8, to: u8) -> impl Iterator<Item = String> {
    let years = move |(first, last): (u8, u8)| (last.min(to) + 1).saturating_sub(first.max(from));
    let wanted = FEWEST_YEARS.min(to - from + 1);
    let is_narrow = |group: &&TargetGroup| ages(group.slug()).is_some();
    let is_of_age = move |group: &&TargetGroup| group.ages().is_some_and(|ages| years(ages) >= wanted);
    TargetGroup::ALL.iter().filter(is_narrow).filter(is_of_age).map(|group| group.slug().to_owned())
}

/// The groups of the young of which a text says nothing but the ages, where they are of several, "4-16", and of those from
/// an age between on: "50+".
pub(super) fn groups_of_span(text: &str) -> Option<Vec<String>> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if !words.all(is_age_word) {
        return None;
    }
    if let Some(from) = open_age(&lower).filter(|from| *from < SENIOR && *from != ADULT) {
        let of_full_age = ["adults", "seniors"].map(ToOwned::to_owned);
        return Some(groups_between(from, OLDEST_YOUNG.max(from)).chain(of_full_age).collect());
    }
    if let Some(below) = age_below(&lower) {
        return Some(groups_between(YOUNGEST_OF_TEAMS.min(below), below).collect());
    }
    let (from, to) = ages(&lower).filter(|(_, to)| *to <= OLDEST_YOUNG)?;
    let groups: Vec<String> = groups_between(from, to).collect();
    (!groups.is_empty()).then_some(groups)
}

/// Takes the children out that are of another age than a text says, whatever stands between: "Kinder mit Behinderung 6-12 J."
pub(super) fn keep_children_of_ages(text: &str, groups: &mut Vec<String>) {
    let is_of_children = |group: &str| group.starts_with("children-");
    let lower = text.to_lowercase();
    let Some((from, to)) = ages(text).or_else(|| Some((only_age_from(&lower)?, OLDEST_CHILD))) else { return };
    if from > to {
        return;
    }
    let meant: Vec<String> = groups_between(from, to).collect();
    if groups.iter().any(|group| is_of_children(group) && meant.contains(group)) {
        groups.retain(|group| !is_of_children(group) || meant.contains(group));
    }
}

/// The only number of a text, where "ab" stands in front of it.
fn only_age_from(lower: &str) -> Option<u8> {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
    let at = words.iter().position(&is_number).filter(|_| words.iter().filter(|word| is_number(word)).count() == 1)?;
    let is_from = at.checked_sub(1).is_some_and(|before| matches!(words[before], "ab" | "from"));
    words[at].parse().ok().filter(|_| is_from)
}

/// The ages of those who are called by the youngest of them: "Kinder ab 6 J.", "Jgdl. ab 14".
fn ages_from(lower: &str) -> Option<(u8, u8)> {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let oldest = match words.next()? {
        word if word.starts_with("kind") || word.starts_with("child") => OLDEST_CHILD,
        word if ["jug", "jgd", "jung", "youth", "teen", "boys", "mädchen", "mädels", "girls"]
            .iter()
            .any(|beginning| word.starts_with(beginning)) =>
        {
            17
        }
        _ => return None,
    };
    let is_from = words.next().is_some_and(|word| matches!(word, "ab" | "from" | "aged" | "ü"));
    let from: u8 = words.find_map(|word| word.parse().ok()).filter(|_| is_from)?;
    (from < oldest).then_some((from, oldest))
}

pub(in crate::actors_table) fn is_age_word(word: &str) -> bool {
    [
        "j", "jahre", "jahren", "jährige", "ab", "von", "bis", "alter", "im", "zwischen", "und", "u", "unter", "under",
        "plus", "years", "from", "to", "and", "age", "aged", "ü",
    ]
    .contains(&word)
}

/// The group of which a text says nothing but the ages, where one holds them: "6-12 J.", "ab 60", "60+".
pub(super) fn group_of_ages(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if !words.all(is_age_word) || !lower.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((from, to)) = ages(&lower) {
        let holds = |group: &&TargetGroup| ages(group.slug()).is_some_and(|(first, last)| first <= from && to <= last);
        return TargetGroup::ALL.iter().find(holds).map(|group| group.slug().to_owned());
    }
    match open_age(&lower)? {
        SENIOR.. => Some("seniors".to_owned()),
        ADULT => Some("adults".to_owned()),
        _ => None,
    }
}

/// The one age of a text from which on it means everybody: "ab 18", "50+", "Ü60", "50plus".
fn open_age(lower: &str) -> Option<u8> {
    let is_open = lower.contains('+')
        || lower.contains("plus")
        || ["ab", "ü", "from", "von"].iter().any(|word| lower.trim().starts_with(word));
    let mut numbers = lower.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    let from = numbers.next().filter(|_| is_open)?;
    numbers.next().is_none().then_some(from)
}

/// The oldest of those who are below an age, "U15", "unter 18".
fn age_below(lower: &str) -> Option<u8> {
    let rest = ["unter", "under", "u"].iter().find_map(|word| lower.trim().strip_prefix(word))?;
    let number = rest.trim().trim_start_matches('-');
    let below: u8 = number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    let is_only = number.chars().filter(char::is_ascii_digit).count() <= 2;
    below.checked_sub(1).filter(|oldest| is_only && (YOUNGEST_OF_TEAMS..=OLDEST_YOUNG).contains(oldest))
}

/// The two numbers of a text that has two and no others.
fn ages(text: &str) -> Option<(u8, u8)> {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [from, to] = numbers[..] else { return None };
    Some((from.parse().ok()?, to.parse().ok()?)).filter(|(from, to)| from <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_from_an_age_on_are_all_groups_of_that_age() {
        let groups = |text| groups_of_span(text).or_else(|| group_of_ages(text).map(|group| vec![group]));
        for text in ["50+", "50plus", "ab 50", "Ü50", "ab 45 Jahren"] {
            assert_eq!(groups(text), Some(vec!["adults".to_owned(), "seniors".to_owned()]), "{text}");
        }
        let of_sixteen = ["youth-14-17", "young-adults-18-27", "adults", "seniors"].map(ToOwned::to_owned);
        assert_eq!(groups("ab 16"), Some(of_sixteen.to_vec()));
        let of_teams = ["children-6-13", "youth-14-17"].map(ToOwned::to_owned);
        assert_eq!(groups("U18"), Some(of_teams.to_vec()));
        assert_eq!(groups("unter 12"), Some(vec!["children-6-13".to_owned()]));
        assert_eq!(groups("60plus"), Some(vec!["seniors".to_owned()]));
        assert_eq!(groups("18+"), Some(vec!["adults".to_owned()]));
        assert_eq!(groups("50"), None);
    }

    #[test]
    fn people_who_are_called_by_their_ages_are_all_groups_that_have_some_of_these() {
        for (text, groups) in [
            ("Jungs 12-18", vec!["children-6-13", "youth-14-17"]),
            ("Mädchen 10–16 J.", vec!["women", "children-6-13", "youth-14-17"]),
            ("Jugend 12-27", vec!["children-6-13", "youth-14-17", "young-adults-18-27"]),
            ("Kinder 8 bis 14", vec!["children-6-13"]),
            ("Kinder (2-4 Jahre)", vec!["children-0-5"]),
            ("Kinder ab 6 J.", vec!["children-6-13"]),
            ("Jgdl. ab 14", vec!["youth-14-17"]),
            ("Jungen ab 10", vec!["children-6-13", "youth-14-17"]),
            ("girls aged 6 to 12", vec!["women", "children-6-13"]),
            ("Mädchen u. Jungen 6-13", vec!["children-6-13"]),
            ("Schülerinnen 10-15", vec!["women", "children-6-13", "youth-14-17"]),
            ("Schülerinnen und Schüler 10-15", vec!["children-6-13", "youth-14-17"]),
            ("junge Mädchen 14-17", vec!["women", "youth-14-17"]),
            ("Mädchen ab 14", vec!["women", "youth-14-17"]),
            ("girls from 10", vec!["women", "children-6-13", "youth-14-17"]),
        ] {
            assert_eq!(
                people_of_ages(text).as_deref(),
                Some(groups.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()),
                "{text}"
            );
        }
        for text in
            ["6-12", "Kinder ab 14", "Frauen ab 18", "Senioren 60-80", "Frauen 18-30", "2 Gruppen für 12 Kinder"]
        {
            assert_eq!(people_of_ages(text), None, "{text}");
        }
    }
}
