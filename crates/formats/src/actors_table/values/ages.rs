//! Groups that a text calls by ages: "Kinder (6-12 J.)", "ab 60", "18-27".

use domain::vocabulary::TargetGroup;

/// From which age on somebody is one of the older ones.
const SENIOR: u8 = 60;

/// Of groups that are called by their ages the one that holds those of a text: "Kinder (6-12 J.)" are children-6-13.
pub(super) fn of_ages(text: &str, groups: &[String]) -> Option<String> {
    let (from, to) = ages(text)?;
    let is_meant = |group: &&String| ages(group).is_some_and(|(first, last)| first <= from && to <= last);
    let mut meant = groups.iter().filter(is_meant);
    meant.next().filter(|_| meant.next().is_none()).cloned()
}

/// The group of which a text says nothing but the ages, where one holds them: "6-12 J.", "ab 60", "60+".
pub(super) fn group_of_ages(text: &str) -> Option<String> {
    let is_word = |word: &str| {
        ["j", "jahre", "jahren", "jährige", "ab", "von", "bis", "alter", "years", "from", "to", "age", "aged", "ü"]
            .contains(&word)
    };
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if !words.all(is_word) || !lower.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((from, to)) = ages(&lower) {
        let holds = |group: &&TargetGroup| ages(group.slug()).is_some_and(|(first, last)| first <= from && to <= last);
        return TargetGroup::ALL.iter().find(holds).map(|group| group.slug().to_owned());
    }
    let numbers: Vec<u8> = lower.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let is_open = lower.contains('+') || ["ab", "ü", "from", "von"].iter().any(|word| lower.trim().starts_with(word));
    match numbers.as_slice() {
        [from] if is_open && *from >= SENIOR => Some("seniors".to_owned()),
        [18] if is_open => Some("adults".to_owned()),
        _ => None,
    }
}

/// The two numbers of a text that has two and no others.
fn ages(text: &str) -> Option<(u8, u8)> {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [from, to] = numbers[..] else { return None };
    Some((from.parse().ok()?, to.parse().ok()?)).filter(|(from, to)| from <= to)
}
