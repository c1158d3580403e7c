//! As you type: actors, themes and districts that somebody may mean.

use domain::{Language, LocalisedText};

use super::words::read_text;
use crate::{
    ActorNo, QuestionError, Snapshot, Suggestion,
    question::MAX_PAGE,
    snapshot::indexes::name_key,
    text::{TextDocument, TextQuery, naive},
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
        let themes = self.themes().filter_map(|no| {
            let found = look_at(self.theme(no).label(), &language, &query)?;
            Some((found, Suggestion::Theme(no)))
        });
        let districts = self.districts().filter_map(|no| {
            let found = look_at(self.district(no).name(), &language, &query)?;
            Some((found, Suggestion::District(no)))
        });
        let mut found = ranked(themes.chain(districts).collect());
        found.extend(self.suggested_actors(&query, first));
        // A stable sort keeps the order among equals.
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        Ok(found.into_iter().take(first).map(|(_, suggestion)| suggestion).collect())
    }

    /// The best actors, by score, then name.
    fn suggested_actors(&self, query: &TextQuery, first: usize) -> Vec<(f32, Suggestion)> {
        let hits = self.text.search(query).expect("an index in memory can be read");
        let mut ranked: Vec<(u32, f32)> = hits.iter().collect();
        let compare = |a: &(u32, f32), b: &(u32, f32)| {
            let key = |no| name_key(self.actor(ActorNo(no)));
            b.1.total_cmp(&a.1).then_with(|| key(a.0).cmp(&key(b.0)))
        };
        if first < ranked.len() {
            ranked.select_nth_unstable_by(first, compare);
            ranked.truncate(first);
        }
        ranked.sort_unstable_by(compare);
        ranked.into_iter().map(|(no, score)| (score, Suggestion::Actor(ActorNo(no)))).collect()
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

/// The reader's own label counts as a name, the others as other names.
fn look_at(label: &LocalisedText, language: &Language, query: &TextQuery) -> Option<Found> {
    let name = label.resolve(language.as_str()).map_or("", |(_, label)| label);
    let score = |alternative_names: Vec<&str>| {
        naive::score(&TextDocument { name, alternative_names, ..TextDocument::default() }, query)
    };
    // Most labels do not fit at all, so all languages are asked at once first.
    let anywhere = score(label.iter().map(|(_, label)| label).collect())?;
    let german = label.iter().filter(|(language, _)| language.primary() == "de").map(|(_, label)| label);
    Some(score(german.collect()).map_or(Found::Foreign(anywhere), Found::Readable))
}

/// The scores of labels. A match that the reader could not read is never before one they can: "kurs"
/// means "Kurse" before it means something that is called "Kurs" far away.
fn ranked(found: Vec<(Found, Suggestion)>) -> Vec<(f32, Suggestion)> {
    let readable = found.iter().filter_map(|(found, _)| match found {
        Found::Readable(score) => Some(*score),
        Found::Foreign(_) => None,
    });
    let most = readable.min_by(f32::total_cmp).unwrap_or(f32::INFINITY);
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for (found, suggestion) in found {
        match found {
            Found::Readable(score) => first.push((score, suggestion)),
            Found::Foreign(score) => last.push((score.min(most), suggestion)),
        }
    }
    first.append(&mut last);
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DistrictNo, ThemeNo};

    fn label(de: &str, tr: &str, en: &str) -> LocalisedText {
        let tag = |tag: &str| tag.parse::<Language>().expect("tag");
        LocalisedText::german(de).with(tag("tr"), tr).with(tag("en"), en)
    }

    #[test]
    fn labels_are_found_in_the_language_of_the_reader_and_in_german_before_others() {
        let query = TextQuery::parse("spor").expect("query");
        let look = |language: &str| {
            let language = language.parse().expect("tag");
            [label("Sport", "Spor", "Sports"), label("Freizeit", "Spor", "Leisure")]
                .map(|label| look_at(&label, &language, &query))
        };
        assert!(matches!(look("de"), [Some(Found::Readable(_)), Some(Found::Foreign(_))]));
        assert!(matches!(look("tr"), [Some(Found::Readable(_)), Some(Found::Readable(_))]));
        assert!(matches!(look("en-GB"), [Some(Found::Readable(_)), Some(Found::Foreign(_))]));
    }

    #[test]
    fn what_only_others_can_read_comes_behind_what_the_reader_can() {
        let (sport, leisure) = (Suggestion::Theme(ThemeNo(1)), Suggestion::Theme(ThemeNo(0)));
        let wanne = Suggestion::District(DistrictNo(0));
        let all =
            vec![(Found::Foreign(200.0), leisure), (Found::Readable(144.0), sport), (Found::Readable(60.0), wanne)];
        assert_eq!(ranked(all), [(144.0, sport), (60.0, wanne), (60.0, leisure)]);
        assert_eq!(ranked(vec![(Found::Foreign(200.0), leisure)]), [(200.0, leisure)]);
    }
}
