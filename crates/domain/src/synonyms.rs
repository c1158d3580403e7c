//! An installation's own words for questions: what people there call a kind, a language, whom something is for, a field
//! of action, a type or a feature. Themes and districts have other names of their own.

use messages::Message;
use std::{fmt, str::FromStr};

use crate::{
    ActorType, Language, Violations,
    language::KNOWN,
    rules::Problem,
    text::fold,
    vocabulary::{FieldOfAction, InstitutionKind, NetworkKind, OrganisationKind, TargetGroup, UnknownWord},
};

/// The most phrases of one entry.
pub const MOST_PHRASES: usize = 200;
/// The longest phrase, in characters.
pub const PHRASE_LENGTH: usize = 100;
/// The fewest characters before the star of a phrase that is one word, and of any other word.
const BEGINNING_ALONE: usize = 4;
const BEGINNING_BESIDE: usize = 3;
/// Signs with a meaning of their own in the tables of words.
const RESERVED: [char; 9] = ['(', ')', '[', ']', '{', '}', ';', '=', '"'];

/// What can be asked of how and when somebody can be reached, in the order of the table of words.
pub const FEATURES: [&str; 28] = [
    "free-of-charge",
    "without-appointment",
    "by-appointment",
    "wheelchair",
    "toilet",
    "parking",
    "assistance",
    "hearing-loop",
    "places-free",
    "waiting-list",
    "confidential",
    "open-now",
    "today",
    "tomorrow",
    "day-after-tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "weekend",
    "working-days",
    "morning",
    "afternoon",
    "evening",
    "near-me",
];

/// The tables of words that synonyms belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SynonymTable {
    /// Kinds of organisations, institutions and networks.
    Kinds,
    /// Languages that are spoken.
    Languages,
    /// Whom something is for.
    TargetGroups,
    /// Fields of action.
    FieldsOfAction,
    /// Organisation, institution, network.
    Types,
    /// How and when somebody can be reached.
    Features,
}

impl SynonymTable {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Kinds, Self::Languages, Self::TargetGroups, Self::FieldsOfAction, Self::Types, Self::Features];

    /// Its name, which is that of its file without the ending.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kinds => "kinds",
            Self::Languages => "languages",
            Self::TargetGroups => "target_groups",
            Self::FieldsOfAction => "fields_of_action",
            Self::Types => "types",
            Self::Features => "features",
        }
    }

    /// What its lines begin with, in the order of the vocabulary. Of languages, those that have a name here.
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            Self::Kinds => {
                let organisations = OrganisationKind::ALL.iter().map(|kind| kind.slug());
                let institutions = InstitutionKind::ALL.iter().map(|kind| kind.slug());
                let networks = NetworkKind::ALL.iter().map(|kind| kind.slug());
                let mut keys = Vec::new();
                for key in organisations.chain(institutions).chain(networks) {
                    // "other" and "umbrella" stand in more than one vocabulary.
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
                keys
            }
            Self::Languages => KNOWN.iter().map(|language| language.tag).collect(),
            Self::TargetGroups => TargetGroup::ALL.iter().map(|group| group.slug()).collect(),
            Self::FieldsOfAction => FieldOfAction::ALL.iter().map(|field| field.slug()).collect(),
            Self::Types => ActorType::ALL.iter().map(|actor_type| actor_type.slug()).collect(),
            Self::Features => FEATURES.to_vec(),
        }
    }

    /// A key as the table writes it; of languages every tag.
    ///
    /// # Errors
    /// What is allowed.
    pub fn parse_key(self, key: &str) -> Result<String, Problem> {
        let key = key.trim();
        if self == Self::Languages {
            let language = key.parse::<Language>();
            return language
                .map(|language| language.to_string())
                .map_err(|error| Problem::Format(Message::new("problem-synonym-language").quote("given", &error.0)));
        }
        let allowed = self.keys();
        match allowed.contains(&key) {
            true => Ok(key.to_owned()),
            false => {
                let given = key.chars().take(60).collect();
                let unknown = UnknownWord { vocabulary: self.description(), given, allowed };
                Err(Problem::Format(unknown.message()))
            }
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::Kinds => "a kind",
            Self::Languages => "a language",
            Self::TargetGroups => "a target group",
            Self::FieldsOfAction => "a field of action",
            Self::Types => "a type",
            Self::Features => "a feature",
        }
    }
}

impl fmt::Display for SynonymTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for SynonymTable {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|table| table.name() == text).ok_or_else(|| UnknownWord {
            vocabulary: "a table of synonyms",
            given: text.chars().take(60).collect(),
            allowed: Self::ALL.iter().map(|table| table.name()).collect(),
        })
    }
}

/// Phrases as a table holds them: without the white space around and the same one once. Adds what is wrong with those
/// of a field, each by its place in the list; what is empty says nothing.
pub fn check_phrases(field: &str, phrases: &[String], wrong: &mut Violations) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    let mut checked = Vec::new();
    for (at, phrase) in phrases.iter().enumerate() {
        let written = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
        if written.is_empty() {
            continue;
        }
        if let Err(problem) = check_phrase(&written) {
            wrong.add(format!("{field}[{at}]"), problem);
        } else if !known.contains(&fold(&written)) {
            known.push(fold(&written));
            checked.push(written);
        }
    }
    if checked.len() > MOST_PHRASES {
        wrong.add(field, Problem::Format(Message::new("problem-too-many").with("most", MOST_PHRASES)));
    }
    checked
}

/// Refuses what is no phrase of a table of words.
///
/// # Errors
/// What is wrong, and what is allowed.
pub fn check_phrase(phrase: &str) -> Result<(), Problem> {
    if phrase.chars().count() > PHRASE_LENGTH {
        return Err(Problem::TooLong { allowed: PHRASE_LENGTH });
    }
    if phrase.chars().any(char::is_control) {
        return Err(Problem::ControlCharacter);
    }
    let weak = phrase.strip_prefix('(').and_then(|phrase| phrase.strip_suffix(')'));
    let phrase = weak.unwrap_or(phrase);
    if phrase.contains(RESERVED) {
        return Err(Problem::Format(Message::new("problem-phrase-reserved")));
    }
    let words: Vec<&str> = phrase.split_whitespace().collect();
    if !words.iter().any(|word| word.chars().any(char::is_alphanumeric)) {
        return Err(Problem::Format(Message::new("problem-phrase-without-word")));
    }
    words.iter().try_for_each(|word| check_star(word, words.len() == 1))
}

/// A star stands for the rest of a word, of which enough has to be there.
fn check_star(word: &str, is_alone: bool) -> Result<(), Problem> {
    let Some(at) = word.find('*') else { return Ok(()) };
    let beginning = &word[..at];
    let is_arabic = beginning.chars().next().is_some_and(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    let fewest = if is_alone && !is_arabic { BEGINNING_ALONE } else { BEGINNING_BESIDE };
    if at + 1 != word.len() || beginning.chars().count() < fewest {
        return Err(Problem::Format(Message::new("problem-phrase-star").with("fewest", fewest)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validate_phrases(phrases: &[&str]) -> (Vec<String>, Vec<String>) {
        let mut wrong = Violations::default();
        let given: Vec<String> = phrases.iter().map(|&phrase| phrase.to_owned()).collect();
        let checked = check_phrases("words", &given, &mut wrong);
        (checked, wrong.iter().map(|violation| format!("{} {}", violation.field, violation.problem.code())).collect())
    }

    #[test]
    fn phrases_lose_what_says_nothing() {
        let (phrases, wrong) = validate_phrases(&[
            " Mütter  Treff ",
            "",
            "mütter treff",
            "(Salon)",
            "Deutschk*",
            "kla* Musik",
            "عرب*",
            "C&A",
        ]);
        assert_eq!(phrases, ["Mütter Treff", "(Salon)", "Deutschk*", "kla* Musik", "عرب*", "C&A"]);
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn what_is_no_phrase_is_told_by_its_place() {
        let long = "x".repeat(PHRASE_LENGTH + 1);
        let given = [
            "gut",
            "a;b",
            "(halb",
            "[Chor]",
            "{language} lernen",
            "a=b",
            "abc*",
            "mit*ten",
            "*",
            "…",
            "a\u{0}b",
            &long,
        ];
        let (phrases, wrong) = validate_phrases(&given);
        assert_eq!(phrases, ["gut"]);
        let codes = ["UNREADABLE"; 9].into_iter().chain(["CONTROL_CHARACTER", "TOO_LONG"]).enumerate();
        assert_eq!(wrong, codes.map(|(at, code)| format!("words[{}] {code}", at + 1)).collect::<Vec<_>>());
        let many: Vec<String> = (0..=MOST_PHRASES).map(|number| format!("Wort {number}")).collect();
        let mut wrong = Violations::default();
        check_phrases("words", &many, &mut wrong);
        assert!(wrong.0[0].problem.message().text("en").contains("at most 200"));
    }

    #[test]
    fn a_key_is_one_of_its_table() {
        for table in SynonymTable::ALL {
            assert_eq!(table.name().parse(), Ok(*table));
            for key in table.keys() {
                assert_eq!(table.parse_key(key), Ok(key.to_owned()));
            }
            let refusal = table.parse_key("?!").expect_err("refused");
            assert!(
                refusal.message().text("de").contains("erlaubt sind")
                    && refusal.message().text("en").contains("allowed are")
            );
        }
        assert_eq!(SynonymTable::Languages.parse_key("ZH-hant"), Ok("zh-Hant".to_owned()));
        assert!("themes".parse::<SynonymTable>().expect_err("refused").to_string().contains("kinds, languages"));
    }
}
