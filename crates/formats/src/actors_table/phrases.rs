//! The words that tables are written with: files of `words/` beside this crate's sources, CSV with `;` between the
//! phrases of a cell. To teach the import a word, add it there.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::plain;

const HEADINGS: &str = include_str!("../../words/headings.csv");
const QUESTIONS: &str = include_str!("../../words/questions.csv");
const VALUES: &str = include_str!("../../words/values.csv");
const CELLS: &str = include_str!("../../words/cells.csv");

/// The rows of a file without its header.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(|line| line.split(',').collect())
}

fn phrases(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';').map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// What columns are for, by their headings, bare.
pub(super) static HEADING_WORDS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for row in rows(HEADINGS) {
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)) {
            words.entry(plain(phrase)).or_insert(row[0]);
        }
    }
    // "#" has neither letters nor digits.
    words.remove("");
    words
});

/// What columns are for whose headings ask, by how these begin, bare, the longest first.
pub(super) static QUESTION_WORDS: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let beginnings = rows(QUESTIONS).flat_map(|row| phrases(row[1]).map(move |phrase| (plain(phrase), row[0])));
    let mut beginnings: Vec<(String, &'static str)> = beginnings.collect();
    beginnings.sort_by_key(|(beginning, _)| std::cmp::Reverse(beginning.len()));
    beginnings
});

/// Values that the vocabulary of questions does not have: field, meaning, words.
pub(super) fn further_values() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    rows(VALUES).flat_map(|row| {
        let (field, value) = (row[0], row[1]);
        phrases(row[2]).map(move |phrase| (field, value, phrase))
    })
}

/// Ways of writing something that is no value of any field, bare.
pub(super) struct CellWords {
    empty: HashSet<String>,
    empty_list: HashSet<String>,
    /// Ways of saying that there is no one place, bare.
    changing_place: HashSet<String>,
    ditto: HashSet<String>,
    yes: HashSet<String>,
    no: HashSet<String>,
    not_public: Vec<String>,
    /// Remarks that forbid it where nothing else stands beside them, bare.
    not_public_alone: HashSet<String>,
    /// Headings of columns that say whether a row may be published, bare.
    publication: HashSet<String>,
    /// What such headings hold among other words, word by word, bare.
    publication_part: Vec<Vec<String>>,
    /// What their words begin with, bare.
    publication_stem: Vec<String>,
    /// Beginnings of words of headings whose cells say no by saying yes.
    publication_refusal: Vec<String>,
    /// Parts of words that turn a heading about consent into its opposite, short ones as whole words.
    publication_denied: Vec<String>,
    /// Further beginnings of words for being seen, which are about publication beside a negation only.
    publication_shown: Vec<String>,
    /// Parts of words of headings about courses and offices of data protection.
    publication_course: Vec<String>,
    /// Words for a consent in front of a yes, bare.
    consent_noun: HashSet<String>,
    /// Words for where something is public, of which such headings say beside a word of permission, bare.
    publication_medium: HashSet<String>,
    publication_permission: HashSet<String>,
    /// Words beside a yes for how and when it was said, bare.
    consent_way: HashSet<String>,
    /// Words that are a yes below such headings, bare.
    consent_yes: HashSet<String>,
    /// Words that say that there is no refusal, bare.
    refusal_none: HashSet<String>,
    /// Words of headings that say by themselves that rows are not public, bare, and those beside them.
    refusal_heading: HashSet<String>,
    refusal_beside: HashSet<String>,
    /// Words that turn what stands beside them into its opposite, bare.
    negation: HashSet<String>,
    /// Ways of saying that people come by appointment, word by word, the longest first.
    appointment: Vec<Vec<String>>,
    /// Headings of columns with a name and an address, bare.
    name_and_address: HashSet<String>,
    /// Words beside these that say no more.
    beside_appointment: HashSet<String>,
    /// Words of headings beside the one that says what the column holds, bare.
    heading_qualifier: HashSet<String>,
    /// Words of headings that ask whether there is something, bare.
    heading_question: HashSet<String>,
    /// Headings of columns with words of any sort, of which those of the vocabulary are taken, bare.
    heading_loose: HashSet<String>,
    /// Towns around, by their names, bare.
    town: HashSet<String>,
    /// What stands behind the name of a town and says no more, bare.
    town_addition: HashSet<String>,
}

/// A shorter part of a word is one of too many others.
const SHORTEST_STEM: usize = 6;

/// The phrases of a line of the file.
pub(super) fn cell_phrases(meaning: &'static str) -> impl Iterator<Item = &'static str> {
    rows(CELLS).filter(move |row| row[0] == meaning).flat_map(|row| phrases(row[1]))
}

/// The words of the file.
pub(super) static CELL_WORDS: LazyLock<CellWords> = LazyLock::new(|| {
    let of = |wanted: &'static str| cell_phrases(wanted).map(mark);
    let spoken = cell_phrases("appointment");
    let mut appointment: Vec<Vec<String>> =
        spoken.map(|phrase| spoken_words(phrase).map(|(_, word)| word).collect()).collect();
    appointment.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let beside = cell_phrases("beside-appointment");
    CellWords {
        appointment,
        beside_appointment: beside.flat_map(spoken_words).map(|(_, word)| word).collect(),
        empty: of("empty").collect(),
        name_and_address: of("name-and-address").collect(),
        empty_list: of("empty-list").collect(),
        changing_place: of("changing-place").collect(),
        ditto: of("ditto").collect(),
        yes: of("yes").collect(),
        no: of("no").collect(),
        not_public: of("not-public").collect(),
        not_public_alone: of("not-public-alone").collect(),
        publication: of("publication").collect(),
        publication_part: cell_phrases("publication-part")
            .map(|phrase| spoken_words(phrase).map(|(_, word)| plain(&word)).collect())
            .collect(),
        publication_denied: of("publication-denied").collect(),
        publication_shown: of("publication-shown").collect(),
        publication_course: of("publication-course").collect(),
        consent_noun: of("consent-noun").collect(),
        publication_stem: of("publication-stem").collect(),
        publication_refusal: of("publication-refusal").collect(),
        publication_medium: of("publication-medium").collect(),
        publication_permission: of("publication-permission").collect(),
        consent_way: of("consent-way").collect(),
        consent_yes: of("consent-yes").collect(),
        refusal_none: of("refusal-none").collect(),
        refusal_heading: of("refusal-heading").collect(),
        refusal_beside: of("refusal-beside").collect(),
        negation: of("negation").collect(),
        heading_qualifier: of("heading-qualifier").collect(),
        heading_loose: of("heading-loose").collect(),
        heading_question: of("heading-question").collect(),
        town: of("town").collect(),
        town_addition: of("town-addition").collect(),
    }
});

/// Letters and digits; of a text without any the text itself.
fn mark(text: &str) -> String {
    let bare = plain(text);
    if bare.is_empty() { text.trim().to_owned() } else { bare }
}

/// The words of a text, small and without signs, with the bytes where they begin and end.
pub(super) fn spoken_words(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, String)> + use<'_> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| start + length);
        at = end;
        Some((start..end, text[start..end].to_lowercase()))
    })
}

impl CellWords {
    /// A text without what says in it that people come by appointment; `None` where nothing does.
    pub(super) fn without_appointment(&self, text: &str) -> Option<String> {
        if text.starts_with('#') {
            return None;
        }
        let (mut rest, mut is_found) = (text.to_owned(), false);
        loop {
            let words: Vec<_> = spoken_words(&rest).collect();
            let starts_here = |at: usize, phrase: &[String]| {
                words.get(at..at + phrase.len()).is_some_and(|part| part.iter().map(|(_, word)| word).eq(phrase))
            };
            let found = self.appointment.iter().find_map(|phrase| {
                let at = (0..words.len()).find(|at| starts_here(*at, phrase))?;
                let beside = |at: usize| words.get(at).is_some_and(|(_, word)| self.beside_appointment.contains(word));
                let (mut first, mut end) = (at, at + phrase.len());
                while first > 0 && beside(first - 1) {
                    first -= 1;
                }
                while beside(end) {
                    end += 1;
                }
                Some(first..end)
            });
            let Some(found) = found else { return is_found.then_some(rest) };
            is_found = true;
            let (first, last) = (words[found.start].0.start, words[found.end - 1].0.end);
            // What stands on either side does not belong together.
            rest = format!("{};{}", &rest[..first], rest[last..].trim_start_matches('.'));
        }
    }

    /// Whether a cell says nothing.
    pub(super) fn is_empty(&self, text: &str) -> bool {
        let is_mark = !text.contains(char::is_alphanumeric) && !text.contains(['✓', '✔', '☑']);
        // "#NV" is the error of a formula, "n. V." by appointment.
        is_mark || (self.empty.contains(&mark(text)) && self.without_appointment(text).is_none())
    }

    /// Whether a cell of a place says that there is no one place.
    pub(super) fn is_changing_place(&self, text: &str) -> bool {
        self.changing_place.contains(&mark(text))
    }

    /// Whether a cell says that it holds the same as the one above.
    pub(super) fn is_ditto(&self, text: &str) -> bool {
        self.ditto.contains(&mark(text))
    }

    /// Whether a value of a list says no more than that there are some.
    pub(super) fn is_vague(&self, text: &str) -> bool {
        self.empty_list.contains(&mark(text))
    }

    /// Whether a cell says yes or no, where it says either.
    pub(super) fn flag(&self, text: &str) -> Option<bool> {
        if self.without_appointment(text).is_some_and(|rest| !rest.contains(char::is_alphanumeric)) {
            return Some(true);
        }
        let mark = mark(text);
        match (self.yes.contains(&mark), self.no.contains(&mark)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// Whether a text says what is not meant: "kein Türkisch" is no language.
    pub(super) fn is_negated(&self, text: &str) -> bool {
        spoken_words(text).any(|(_, word)| self.negation.contains(&plain(&word)))
    }

    /// A heading without the words that only say which of several it is: "Tel. Büro", "Sprache 2", "Thema A". `None` where it
    /// has none, or nothing else.
    pub(super) fn without_qualifiers(&self, heading: &str) -> Option<String> {
        let words: Vec<String> = spoken_words(heading).map(|(_, word)| plain(&word)).collect();
        let is_sign = |word: &String| {
            word.chars().all(|c| c.is_ascii_digit()) || matches!(word.as_str(), "a" | "b" | "c" | "i" | "ii" | "iii")
        };
        let rest: Vec<&str> = words
            .iter()
            .filter(|word| !self.heading_qualifier.contains(*word) && !is_sign(word))
            .map(String::as_str)
            .collect();
        (!rest.is_empty() && rest.len() < words.len()).then(|| rest.concat())
    }

    /// Whether a bare word of a heading only says which of several it is.
    pub(super) fn is_heading_qualifier(&self, word: &str) -> bool {
        self.heading_qualifier.contains(word)
    }

    /// Whether a heading asks if there is something: "Raum vorh.?", "Ehrenamtliche gesucht". Its answers are no values.
    pub(super) fn is_question(&self, heading: &str) -> bool {
        spoken_words(heading).any(|(_, word)| self.heading_question.contains(&plain(&word)))
    }

    /// Whether a column of that heading holds words of any sort, of which nobody is asked what each means.
    pub(super) fn is_loose(&self, heading: &str) -> bool {
        self.heading_loose.contains(&plain(heading))
            || self.without_qualifiers(heading).is_some_and(|heading| self.heading_loose.contains(&heading))
    }

    /// Whether a text is the name of a town around, with or without what tells towns of one name apart.
    pub(super) fn is_town(&self, text: &str) -> bool {
        self.town.contains(&self.without_town_additions(text))
    }

    /// The name of a town without what tells towns of one name apart, bare: "Herne (Westf.)", "Stadt Herne".
    pub(super) fn without_town_additions(&self, text: &str) -> String {
        let words = text.split(|c: char| c.is_whitespace() || "(),".contains(c)).map(plain);
        words.filter(|word| !word.is_empty() && !self.town_addition.contains(word)).collect()
    }

    /// Whether a heading is one of a column with a name and an address.
    pub(super) fn is_name_and_address(&self, heading: &str) -> bool {
        self.name_and_address.contains(&mark(heading))
    }

    /// Whether a cell forbids that its row is published, by what it says or by its column.
    pub(super) fn forbids_publication(&self, heading: &str, text: &str) -> bool {
        let bare = plain(text);
        self.not_public.iter().any(|phrase| bare.contains(phrase))
            || self.not_public_alone.contains(&bare)
            || self.is_about_publication(heading) && !self.is_empty(text) && !self.allows_publication(heading, text)
    }

    /// Whether the cells of a column say if a row may be published.
    pub(super) fn is_about_publication(&self, heading: &str) -> bool {
        let bare = plain(heading);
        let words: Vec<String> = spoken_words(heading).map(|(_, word)| plain(&word)).collect();
        let is_of_course = |word: &String| self.publication_course.iter().any(|stem| word.contains(stem.as_str()));
        if words.iter().any(is_of_course) {
            return false;
        }
        let is_stem = |word: &String| self.publication_stem.iter().any(|stem| word.starts_with(stem.as_str()));
        let media = words.iter().filter(|word| self.publication_medium.contains(*word)).count();
        let is_asked =
            heading.trim_end().ends_with('?') || words.iter().any(|word| self.publication_permission.contains(word));
        self.publication.contains(&bare)
            || self.has_publication_part(&words)
            || words.iter().any(is_stem)
            || self.asks_for_refusal(heading)
            || media > 1
            || media > 0 && is_asked
    }

    /// Whether a heading is nothing but the order to keep something from the public: "Nur intern", "Bitte geheim halten".
    pub(super) fn is_order(&self, heading: &str) -> bool {
        let words: Vec<String> = spoken_words(heading).map(|(_, word)| plain(&word)).collect();
        let is_refused = |word: &String| self.refusal_heading.contains(word);
        words.iter().any(is_refused) && words.iter().all(|word| is_refused(word) || self.refusal_beside.contains(word))
    }

    /// Whether the words of a heading ask for a consent: "DSGVO-Einwilligung vom", "steht im Netz".
    fn has_publication_part(&self, words: &[String]) -> bool {
        let is_inside = |part: &Vec<String>| match part.as_slice() {
            [word] => words.iter().any(|other| other.contains(word.as_str())),
            part => words.windows(part.len()).any(|window| window == part),
        };
        self.publication_part.iter().any(is_inside)
    }

    /// Whether the cells of a column say that a row may not be published, rather than that it may: "Nicht veröffentlichen",
    /// "Sperrvermerk".
    fn asks_for_refusal(&self, heading: &str) -> bool {
        let words: Vec<String> = spoken_words(heading).map(|(_, word)| plain(&word)).collect();
        let begins =
            |stems: &[String]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str())));
        let is_medium = |word: &String| self.publication_medium.contains(word);
        // "Veröffentlichungsverbot", "Einwilligung erloschen".
        let is_denied = |word: &String| {
            self.publication_denied.iter().any(|stem| match stem.len() < SHORTEST_STEM {
                true => word == stem,
                false => word.contains(stem.as_str()),
            })
        };
        self.is_order(heading) && !HEADING_WORDS.contains_key(&plain(heading))
            || begins(&self.publication_refusal) && !HEADING_WORDS.contains_key(&plain(heading))
            || begins(&self.publication_stem) && words.iter().any(is_denied)
            || self.is_negated(heading)
                && (begins(&self.publication_stem) || begins(&self.publication_shown) || words.iter().any(is_medium))
    }

    /// Whether a cell of a column that says if a row may be published is no clear yes; one that says nothing is none.
    pub(super) fn lacks_consent(&self, heading: &str, text: &str) -> bool {
        self.is_about_publication(heading) && !self.allows_publication(heading, text)
    }

    /// Whether a cell says that nothing is refused: it is empty, "nein", "aufgehoben".
    pub(super) fn denies_refusal(&self, text: &str) -> bool {
        text.trim().is_empty() || self.flag(text) == Some(false) || self.refusal_none.contains(&mark(text))
    }

    /// Whether a cell of such a column leaves the row free: a yes, or no word against it where the column asks for one.
    fn allows_publication(&self, heading: &str, text: &str) -> bool {
        match self.asks_for_refusal(heading) {
            true => self.denies_refusal(text),
            false => self.is_consent(text),
        }
    }

    /// Whether a cell says yes, with the day on which it was said or without; anything else is no clear yes.
    fn is_consent(&self, text: &str) -> bool {
        // "0" is no day.
        let is_day = |text: &str| {
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            let has_value = digits.iter().any(|digit| *digit != '0');
            let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' ' | ',');
            text.chars().all(is_sign)
                && has_value
                && (digits.len() > 3 || digits.len() > 1 && text.contains(['.', '/']))
        };
        if text.trim().is_empty() {
            return false;
        }
        let is_noun = |word: &String| self.consent_noun.contains(word);
        let mut words = spoken_words(text).map(|(_, word)| plain(&word)).skip_while(is_noun);
        let is_yes =
            words.next().is_some_and(|word| self.flag(&word) == Some(true) || self.consent_yes.contains(&word));
        let is_way = |word: String| word.chars().all(|c| c.is_ascii_digit()) || self.consent_way.contains(&word);
        self.flag(text) == Some(true) || is_yes && words.all(is_way) || is_day(text)
    }
}

#[cfg(test)]
mod tests;
