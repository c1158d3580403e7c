//! As you type: actors, themes and districts that somebody may mean.

use std::collections::BTreeMap;

use domain::{Language, LocalisedText};

use super::words::read_text;
use crate::{
    ActorNo, DistrictNo, QuestionError, Snapshot, Suggestion, ThemeNo,
    question::MAX_PAGE,
    snapshot::{keys::largest_first, taxonomy::LabelIndex},
    text::{Hits, Part, TextIndex},
};

impl Snapshot {
    /// What somebody may mean who has typed this much, best first, at most `first` (and never more
    /// than a page). Actors, themes and districts are scored alike; of equal ones themes come first,
    /// then districts, each in tree order, then actors by name. `language` is the reader's (a BCP-47
    /// tag in any case, German where it is none): its labels count a little more than German ones, and
    /// both come before labels that fit in other languages only.
    ///
    /// # Errors
    /// [`QuestionError::TextTooLong`].
    pub fn suggest(&self, text: &str, first: usize, language: &str) -> Result<Vec<Suggestion>, QuestionError> {
        let Some(query) = read_text(text, || "text".to_owned())? else { return Ok(Vec::new()) };
        let first = first.min(MAX_PAGE);
        let language = language.parse::<Language>().unwrap_or_else(|_| Language::german());
        let taxonomy = &self.taxonomy;
        let indexes = [&self.texts.actors, &taxonomy.theme_labels.index, &taxonomy.district_labels.index];
        let [actors, themes, districts] = TextIndex::search_together(indexes, &query);
        let themes = best_labels(&themes, &taxonomy.theme_labels, &language, |no| self.theme(ThemeNo(no)).label());
        let themes = themes.into_iter().map(|(no, found)| (found, Suggestion::Theme(ThemeNo(no))));
        let districts =
            best_labels(&districts, &taxonomy.district_labels, &language, |no| self.district(DistrictNo(no)).name());
        let districts = districts.into_iter().map(|(no, found)| (found, Suggestion::District(DistrictNo(no))));
        let mut found = ranked(themes.chain(districts).collect());
        let actors = self.ranked_slice(&actors, actors.numbers(), None, first).nodes.into_iter();
        found.extend(actors.map(|(lead, no)| (lead, Suggestion::Actor(ActorNo(no)))));
        // A stable sort keeps the order among equals.
        found.sort_by_key(|(lead, _)| *lead);
        Ok(found.into_iter().take(first).map(|(_, suggestion)| suggestion).collect())
    }
}

/// How well a label fits, and in which language.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Found {
    /// In the reader's language or in German, which everybody here meets in the street.
    Readable(f32),
    /// In other languages only.
    Foreign(f32),
}

/// The best label of each theme or district that was found, in the order of their numbers.
fn best_labels<'a>(
    hits: &Hits,
    index: &LabelIndex,
    language: &Language,
    label: impl Fn(u16) -> &'a LocalisedText,
) -> BTreeMap<u16, Found> {
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
fn look_at(tag: &Language, own: Option<&Language>, score: f32) -> Found {
    let as_other_name = score * f32::from(Part::AlternativeName.weight()) / f32::from(Part::Name.weight());
    match tag {
        tag if Some(tag) == own => Found::Readable(score),
        tag if tag.primary() == "de" => Found::Readable(as_other_name),
        _ => Found::Foreign(as_other_name),
    }
}

fn better(one: Found, other: Found) -> Found {
    match (one, other) {
        (Found::Readable(a), Found::Readable(b)) => Found::Readable(a.max(b)),
        (Found::Foreign(a), Found::Foreign(b)) => Found::Foreign(a.max(b)),
        (readable @ Found::Readable(_), _) | (_, readable) => readable,
    }
}

/// The places of labels, best first. A match that the reader could not read is never before one they can:
/// "kurs" means "Kurse" before it means something that is called "Kurs" far away.
fn ranked(found: Vec<(Found, Suggestion)>) -> Vec<(u64, Suggestion)> {
    let readable = found.iter().filter_map(|(found, _)| match found {
        Found::Readable(score) => Some(*score),
        Found::Foreign(_) => None,
    });
    let most = readable.min_by(f32::total_cmp).unwrap_or(f32::INFINITY);
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for (found, suggestion) in found {
        match found {
            Found::Readable(score) => first.push((largest_first(score), suggestion)),
            Found::Foreign(score) => last.push((largest_first(score.min(most)), suggestion)),
        }
    }
    first.append(&mut last);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> Language {
        tag.parse().expect("tag")
    }

    #[test]
    fn labels_are_found_in_the_language_of_the_reader_and_in_german_before_others() {
        let (german, turkish, english) = (tag("de"), tag("tr"), tag("en"));
        assert_eq!(look_at(&turkish, Some(&turkish), 160.0), Found::Readable(160.0));
        assert_eq!(look_at(&german, Some(&turkish), 160.0), Found::Readable(140.0));
        assert_eq!(look_at(&english, Some(&turkish), 160.0), Found::Foreign(140.0));
        assert_eq!(better(Found::Foreign(300.0), Found::Readable(10.0)), Found::Readable(10.0));
    }

    #[test]
    fn what_only_others_can_read_comes_behind_what_the_reader_can() {
        let (sport, leisure) = (Suggestion::Theme(ThemeNo(1)), Suggestion::Theme(ThemeNo(0)));
        let wanne = Suggestion::District(DistrictNo(0));
        let all =
            vec![(Found::Foreign(200.0), leisure), (Found::Readable(144.0), sport), (Found::Readable(60.0), wanne)];
        let [good, bad] = [144.0, 60.0].map(largest_first);
        assert_eq!(ranked(all), [(good, sport), (bad, wanne), (bad, leisure)]);
        assert_eq!(ranked(vec![(Found::Foreign(200.0), leisure)]), [(largest_first(200.0), leisure)]);
    }
}
