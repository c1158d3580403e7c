//! Languages in the words of cells: several joined by hyphens, a closer one in parentheses, tags that nobody has named.

use directory::ValueField;

use super::{CellTerm, CellVocabulary, Lexicon, SHORTEST_ABBREVIATION};
use crate::actors_table::{phrases::CELL_WORDS, plain};

/// The language of signs in Germany, which "Deutsch (DGS)" is.
const SIGNED: &str = "gsg";

impl Lexicon<'_> {
    pub(super) fn joined_languages(&self, text: &str) -> Option<CellTerm> {
        // "DE EN FR"
        let codes: Vec<&str> = text.split_whitespace().collect();
        if codes.len() > 1 && codes.iter().all(|code| code.len() == 2) {
            let read = |code: &&str| match self.look_up(CellVocabulary::Language, code) {
                Some(CellTerm::Values(values)) if values.len() == 1 => values.into_iter().next(),
                _ => None,
            };
            return codes.iter().map(read).collect::<Option<_>>().map(CellTerm::Values);
        }
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

    /// The variety in parentheses behind the language that it is one of. "Türkisch (Arabisch)" is two languages, and
    /// "Englisch (gut)" says nothing of a variety.
    pub(super) fn closer_language(&self, text: &str) -> Option<CellTerm> {
        let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
        if before.contains([',', '/', '+', ';', '&']) {
            return None;
        }
        let named = self.look_up(CellVocabulary::Language, before);
        let names_none = |part: &str| {
            self.look_up(CellVocabulary::Language, part).is_none_or(|_| self.is_unnamed_tag(part))
                && self.snapshot.read_value(part, ValueField::Languages, "de").alternatives.is_empty()
        };
        if let Some(CellTerm::Values(_)) = named
            && !CELL_WORDS.is_negated(inside)
            && inside.split(|c: char| !c.is_alphanumeric()).all(names_none)
        {
            // "Romani (Arli)", "Englisch (gut)".
            return named;
        }
        if let Some(CellTerm::OneOf(_)) = named
            && inside.split(|c: char| !c.is_alphanumeric()).all(|part| {
                names_none(part) || matches!(self.look_up(CellVocabulary::Language, part), Some(CellTerm::OneOf(_)))
            })
        {
            return named;
        }
        let wider = match named {
            Some(CellTerm::Values(wider) | CellTerm::OneOf(wider)) => wider,
            // "Kurdisch" is one of several.
            _ => match self.snapshot.read_value(before, ValueField::Languages, "de").alternatives.as_slice() {
                [wider] => wider.clone(),
                _ => return None,
            },
        };
        let mut closer = Vec::new();
        for part in inside.split([',', '/', '+']).flat_map(|part| part.split(" und ")).map(str::trim) {
            if self.is_unnamed_tag(part) {
                return None;
            }
            let CellTerm::Values(found) = self.look_up(CellVocabulary::Language, part)? else { return None };
            let [variety] = found.as_slice() else { return None };
            let tag: domain::Language = variety.parse().ok()?;
            let is_variety = variety == SIGNED
                || wider.len() > 1
                || wider.contains(variety)
                || tag.broader().any(|broader| wider.iter().any(|wider| wider == broader.as_str()));
            if !is_variety {
                return None;
            }
            closer.extend(found);
        }
        Some(CellTerm::Values(closer))
    }

    /// Whether a text is a code of a language that nobody has named here. Among words it is more often one of them: "gut".
    pub(in crate::actors_table) fn is_unnamed_tag(&self, text: &str) -> bool {
        let key = (CellVocabulary::Language, plain(text));
        text.chars().count() > 2
            && !self.whole.contains_key(&key)
            && !self.parts.contains_key(&key)
            && self.language_tag(CellVocabulary::Language, text).is_some()
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

/// Whether a text names a language of signs.
pub(super) fn is_signed(text: &str) -> bool {
    let bare = plain(text);
    ["gebarden", "gebaerden", "signlanguage", "isaretdili"].iter().any(|word| bare.contains(word))
}
