//! As you type: actors, themes and districts that somebody may mean.

use domain::LocalisedText;

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
    /// then districts, each in tree order, then actors by name. `language` is the reader's, whose
    /// labels count a little more than others.
    ///
    /// # Errors
    /// [`QuestionError::TextTooLong`].
    pub fn suggest(&self, text: &str, first: usize, language: &str) -> Result<Vec<Suggestion>, QuestionError> {
        let Some(query) = read_text(text, || "text".to_owned())? else { return Ok(Vec::new()) };
        let first = first.min(MAX_PAGE);
        let themes = self.themes().filter_map(|no| {
            let score = label_score(self.theme(no).label(), language, &query)?;
            Some((score, Suggestion::Theme(no)))
        });
        let districts = self.districts().filter_map(|no| {
            let score = label_score(self.district(no).name(), language, &query)?;
            Some((score, Suggestion::District(no)))
        });
        let mut found: Vec<(f32, Suggestion)> = themes.chain(districts).collect();
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

/// How well a label in any language fits: the reader's own as a name, the others as other names.
fn label_score(label: &LocalisedText, language: &str, query: &TextQuery) -> Option<f32> {
    let document = TextDocument {
        name: label.resolve(language).map_or("", |(_, label)| label),
        alternative_names: label.iter().map(|(_, label)| label).collect(),
        ..TextDocument::default()
    };
    naive::score(&document, query)
}
