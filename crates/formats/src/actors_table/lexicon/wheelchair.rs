//! What offices write of the way in for wheelchairs.

use super::{CellTerm, CellVocabulary, Lexicon};
use crate::actors_table::plain;

/// What people write of the way in, beside the labels.
pub(super) const WHEELCHAIR_WORDS: [(&str, &str); 45] = [
    ("yes", "x"),
    ("yes", "ja"),
    ("yes", "j"),
    ("yes", "y"),
    ("yes", "Aufzug"),
    ("yes", "elevator"),
    ("yes", "lift"),
    ("yes", "barrierefrei"),
    ("yes", "voll barrierefrei"),
    ("yes", "stufenlos"),
    ("yes", "stufenfrei"),
    ("yes", "ebenerdig"),
    ("yes", "rollstuhlgerecht"),
    ("yes", "rollstuhlgeeignet"),
    ("yes", "mit Aufzug"),
    ("yes", "Aufzug vorhanden"),
    ("yes", "Fahrstuhl vorhanden"),
    ("yes", "Rampe vorhanden"),
    ("yes", "step-free"),
    ("yes", "accessible"),
    ("yes", "wheelchair accessible"),
    ("no", "nein"),
    ("no", "n"),
    ("no", "leider nein"),
    ("no", "nicht barrierefrei"),
    ("no", "nicht rollstuhlgerecht"),
    ("no", "nicht zugänglich"),
    ("no", "kein Aufzug"),
    ("no", "nur Treppe"),
    ("no", "nur über Treppe"),
    ("no", "Stufen"),
    ("no", "Treppe"),
    ("no", "not accessible"),
    ("limited", "teilweise"),
    ("limited", "teils"),
    ("limited", "tlw."),
    ("limited", "zum Teil"),
    ("limited", "bedingt"),
    ("limited", "bedingt barrierefrei"),
    ("limited", "eingeschränkt"),
    ("limited", "teilweise barrierefrei"),
    ("limited", "mit Hilfe"),
    ("limited", "partly"),
    ("limited", "partial"),
    ("limited", "partially"),
];

/// The most words of a part of a house: "Eingang hinten ja".
const MOST_WORDS: usize = 3;

impl Lexicon<'_> {
    /// What is said of several parts of a house, each with a yes or no behind it: "EG ja, WC nein" is limited.
    pub(super) fn wheelchair_by_parts(&self, text: &str) -> Option<CellTerm> {
        let parts: Vec<Vec<&str>> = text.split([',', ';', '/']).map(|part| part.split_whitespace().collect()).collect();
        let answer = |words: &Vec<&str>| {
            let last = words.last().filter(|_| (1..=MOST_WORDS).contains(&words.len()))?;
            match plain(last).as_str() {
                "ja" | "yes" => Some(true),
                "nein" | "nicht" | "no" => Some(false),
                _ => None,
            }
        };
        let answers: Vec<bool> = parts.iter().map(answer).collect::<Option<_>>()?;
        let value = match (answers.contains(&true), answers.contains(&false)) {
            // "ja/nein" is a form that nobody has filled in.
            _ if answers.len() < 2 || parts.iter().all(|words| words.len() == 1) => return None,
            (true, true) => "limited",
            (true, false) => "yes",
            (false, _) => "no",
        };
        Some(CellTerm::Values(vec![value.to_owned()]))
    }

    /// A word of the way in with what stands behind it as its reason: "Ja, Aufzug", "nein (Stufen)". Where the reason takes
    /// some of it back ("ja, aber eine Stufe"), nobody but a person can tell.
    pub(super) fn wheelchair_with_reason(&self, text: &str) -> Option<CellTerm> {
        let (word, reason) = text.split_once([',', '(', ';', ':', '–', '-'])?;
        let CellTerm::Values(values) = self.look_up(CellVocabulary::Wheelchair, word)? else { return None };
        let reason = plain(reason);
        let takes_back: &[&str] = match values.first().map(String::as_str) {
            Some("yes") => {
                &["aber", "stufe", "treppe", "hilfe", "nur", "teil", "nicht", "kein", "but", "step", "only", "not"]
            }
            Some("no") => &["aber", "hilfe", "teil", "ebenerdig", "but", "help"],
            _ => &[],
        };
        let is_unsure = takes_back.iter().any(|word| reason.contains(word)) && !reason.contains("stufenlos");
        Some(if is_unsure {
            CellTerm::OneOf(vec!["yes".to_owned(), "limited".to_owned(), "no".to_owned()])
        } else {
            CellTerm::Values(values)
        })
    }
}
