//! Languages in the words of cells: several joined by hyphens, a closer one in parentheses, tags that nobody has named.

use super::{CellTerm, CellVocabulary, Lexicon, SHORTEST_ABBREVIATION};

impl Lexicon<'_> {
    pub(super) fn joined_languages(&self, text: &str) -> Option<CellTerm> {
        let parts: Vec<&str> = text.split(['-', '–', '‑']).map(str::trim).collect();
        if parts.len() < 2 || parts.iter().any(|part| part.chars().count() < SHORTEST_ABBREVIATION) {
            return None;
        }
        let mut languages = Vec::new();
        for part in parts {
            match self.look_up(CellVocabulary::Language, part)? {
                CellTerm::Values(values) => languages.extend(values),
                CellTerm::OneOf(_) | CellTerm::Unknown(_) => return None,
            }
        }
        Some(CellTerm::Values(languages))
    }

    pub(super) fn closer_language(&self, text: &str) -> Option<CellTerm> {
        let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
        let is_one = |term: &CellTerm| matches!(term, CellTerm::Values(values) if values.len() == 1);
        let closer = self.look_up(CellVocabulary::Language, inside).filter(is_one)?;
        // "Türkisch (Arabisch)" is two languages, and none says more of the other.
        let is_wider =
            !self.look_up(CellVocabulary::Language, before).is_some_and(|term| is_one(&term) && term != closer);
        is_wider.then_some(closer)
    }

    /// A language tag that the vocabulary does not know. Three letters are more often an abbreviation ("alb").
    pub(super) fn language_tag(&self, vocabulary: CellVocabulary, text: &str) -> Option<String> {
        if vocabulary != CellVocabulary::Language || text.contains(char::is_uppercase) && !text.contains('-') {
            return None;
        }
        let is_short = text.len() == 2 || text.contains('-') && text.find('-').is_some_and(|at| (2..=3).contains(&at));
        let is_rare = text.len() == 3
            && !self.labels.iter().any(|(known, label, _)| *known == vocabulary && label.starts_with(text));
        let tag = (is_short || is_rare).then(|| text.parse::<domain::Language>().ok()).flatten();
        tag.filter(domain::Language::is_assigned).map(|tag| tag.to_string())
    }
}
