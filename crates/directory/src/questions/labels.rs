//! Labels that a text finds: those that the reader can read come first.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{Language, LocalisedText, labels, language::KNOWN};

use crate::{
    Suggestion,
    snapshot::{keys::largest_first, taxonomy::LabelIndex},
    text::{DocumentPart, Hits},
};

/// What languages are called, by their place in [`KNOWN`].
pub(super) static LANGUAGE_LABELS: LazyLock<LanguageLabels> = LazyLock::new(LanguageLabels::new);

/// The languages with a name, and their names by text.
pub(super) struct LanguageLabels {
    pub(super) labels: LabelIndex,
    names: Vec<(Language, LocalisedText)>,
}

impl LanguageLabels {
    fn new() -> Self {
        let languages = KNOWN.iter().filter_map(|known| known.tag.parse::<Language>().ok());
        let names: Vec<_> = languages
            .map(|language| {
                let names = labels::of_language(&language).filter_map(|(tag, name)| Some((tag.parse().ok()?, name)));
                let names = names.fold(LocalisedText::default(), |names, (tag, name)| names.with(tag, name));
                (language, names)
            })
            .collect();
        Self { labels: LabelIndex::new(names.iter().map(|(_, names)| names)), names }
    }

    /// A language with its names.
    pub(super) fn get(&self, no: u16) -> &(Language, LocalisedText) {
        &self.names[usize::from(no)]
    }
}

/// How well a label fits, and in which language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LabelMatch {
    /// In the reader's language or in German, which everybody here meets in the street.
    Readable(f32),
    /// In other languages only.
    Foreign(f32),
}

/// The best label of each theme, district or language that was found, in the order of their numbers.
pub(super) fn best_labels<'a>(
    hits: &Hits,
    index: &LabelIndex,
    language: &Language,
    label: impl Fn(u16) -> &'a LocalisedText,
) -> BTreeMap<u16, LabelMatch> {
    let mut best = BTreeMap::new();
    for (at, score) in hits.iter() {
        let Some((no, tag)) = index.labels.get(at as usize) else { continue };
        let own = label(*no).resolve(language.as_str()).map(|(tag, _)| tag);
        let found = look_at(tag, own, score);
        best.entry(*no).and_modify(|best| *best = better(*best, found)).or_insert(found);
    }
    best
}

/// The reader's own label counts as a name, the others as other names.
fn look_at(tag: &Language, own: Option<&Language>, score: f32) -> LabelMatch {
    let as_other_name =
        score * f32::from(DocumentPart::AlternativeName.weight()) / f32::from(DocumentPart::Name.weight());
    match tag {
        tag if Some(tag) == own => LabelMatch::Readable(score),
        tag if tag.primary() == "de" => LabelMatch::Readable(as_other_name),
        _ => LabelMatch::Foreign(as_other_name),
    }
}

fn better(one: LabelMatch, other: LabelMatch) -> LabelMatch {
    match (one, other) {
        (LabelMatch::Readable(a), LabelMatch::Readable(b)) => LabelMatch::Readable(a.max(b)),
        (LabelMatch::Foreign(a), LabelMatch::Foreign(b)) => LabelMatch::Foreign(a.max(b)),
        (readable @ LabelMatch::Readable(_), _) | (_, readable) => readable,
    }
}

/// The places of labels, best first. A match that the reader could not read is never before one they can:
/// "kurs" means "Kurse" before it means something that is called "Kurs" far away.
pub(super) fn rank_labels(found: Vec<(LabelMatch, Suggestion)>) -> Vec<(u64, Suggestion)> {
    let readable = found.iter().filter_map(|(found, _)| match found {
        LabelMatch::Readable(score) => Some(*score),
        LabelMatch::Foreign(_) => None,
    });
    let most = readable.min_by(f32::total_cmp).unwrap_or(f32::INFINITY);
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for (found, suggestion) in found {
        match found {
            LabelMatch::Readable(score) => first.push((largest_first(score), suggestion)),
            LabelMatch::Foreign(score) => last.push((largest_first(score.min(most)), suggestion)),
        }
    }
    first.append(&mut last);
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DistrictNo, ThemeNo};

    fn tag(tag: &str) -> Language {
        tag.parse().expect("tag")
    }

    #[test]
    fn labels_are_found_in_the_language_of_the_reader_and_in_german_before_others() {
        let (german, turkish, english) = (tag("de"), tag("tr"), tag("en"));
        assert_eq!(look_at(&turkish, Some(&turkish), 160.0), LabelMatch::Readable(160.0));
        assert_eq!(look_at(&german, Some(&turkish), 160.0), LabelMatch::Readable(140.0));
        assert_eq!(look_at(&english, Some(&turkish), 160.0), LabelMatch::Foreign(140.0));
        assert_eq!(better(LabelMatch::Foreign(300.0), LabelMatch::Readable(10.0)), LabelMatch::Readable(10.0));
    }

    #[test]
    fn what_only_others_can_read_comes_behind_what_the_reader_can() {
        let (sport, leisure) = (Suggestion::Theme(ThemeNo(1)), Suggestion::Theme(ThemeNo(0)));
        let wanne = Suggestion::District(DistrictNo(0));
        let all = vec![
            (LabelMatch::Foreign(200.0), leisure.clone()),
            (LabelMatch::Readable(144.0), sport.clone()),
            (LabelMatch::Readable(60.0), wanne.clone()),
        ];
        let [good, bad] = [144.0, 60.0].map(largest_first);
        assert_eq!(rank_labels(all), [(good, sport), (bad, wanne), (bad, leisure.clone())]);
        assert_eq!(rank_labels(vec![(LabelMatch::Foreign(200.0), leisure.clone())]), [(largest_first(200.0), leisure)]);
    }
}
