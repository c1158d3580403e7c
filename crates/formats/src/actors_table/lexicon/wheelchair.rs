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

impl Lexicon<'_> {
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
