//! As you type: actors, themes, districts, languages, offers, events and whole questions that somebody may mean.

use std::borrow::Cow;

use chrono::NaiveTime;
use domain::Language;
use roaring::RoaringBitmap;

use super::{
    labels::{LANGUAGE_LABELS, best_labels, rank_labels},
    words::read_text,
};
use crate::{
    ActorNo, DistrictNo, EventNo, OfferNo, QuestionError, Snapshot, Suggestion, ThemeNo,
    question::MAX_PAGE,
    snapshot::{
        families::Family,
        keys::largest_first,
        orders::OrderPosition,
        slices::{CandidateSet, PageEnd},
        ties::TieKind,
    },
    text::{DocumentPart, Hits, SearchScope, TextIndex},
};

/// How many words that have just been begun are left out where nothing goes on with them, and how long they are at most.
const MOST_BEGUN_WORDS: usize = 2;
const LONGEST_BEGUN_WORD: usize = 3;

/// Of offers, events and questions each at most one suggestion in so many; of questions never more than this.
const SHARE: usize = 4;
const MOST_QUESTIONS: usize = 3;

impl Snapshot {
    /// What somebody may mean who has typed this much, best first, at most `first` (and never more
    /// than a page). Actors, themes, districts, languages, offers and events are scored alike; of equal ones themes come
    /// first, then districts, each in tree order, then languages, actors by name, offers by title, and events, of which
    /// the next comes first. Offers and events are found by their titles, until they are over, and are a quarter of the
    /// list each at most. So are questions, which come last. Themes whose everyday words begin like the text come before
    /// all of them. A word of few letters at the end that nothing goes on with is left out, so that the list stays while
    /// it is typed. `language` is the reader's (a BCP-47 tag in any case,
    /// German where it is none): its labels count a little more than German ones, and both come before labels that fit
    /// in other languages only.
    ///
    /// # Errors
    /// [`QuestionError::TextTooLong`].
    pub fn suggest(&self, text: &str, first: usize, language: &str) -> Result<Vec<Suggestion>, QuestionError> {
        let mut suggestions = self.suggest_for_all_words(text, first, language)?;
        let mut rest = text;
        for _ in 0..MOST_BEGUN_WORDS {
            let Some((before, begun)) = rest.trim_end().rsplit_once(char::is_whitespace) else { break };
            if !suggestions.is_empty() || begun.chars().nth(LONGEST_BEGUN_WORD).is_some() {
                break;
            }
            rest = before;
            suggestions = self.suggest_for_all_words(rest, first, language)?;
        }
        Ok(suggestions)
    }

    fn suggest_for_all_words(
        &self,
        text: &str,
        first: usize,
        language: &str,
    ) -> Result<Vec<Suggestion>, QuestionError> {
        let Some(query) = read_text(text, || "text".to_owned())? else { return Ok(Vec::new()) };
        let first = first.min(MAX_PAGE);
        let (few, tag) = (first / SHARE, language.parse::<Language>().unwrap_or_else(|_| Language::german()));
        let questions = self.complete_question(text, tag.as_str(), few.min(MOST_QUESTIONS));
        let taxonomy = &self.taxonomy;
        let scopes = [
            SearchScope::whole(&self.texts.actors),
            SearchScope::whole(&taxonomy.theme_labels.index),
            SearchScope::whole(&taxonomy.district_labels.index),
            SearchScope::whole(&LANGUAGE_LABELS.labels.index),
            SearchScope::part(&self.texts.offers, DocumentPart::Name),
            SearchScope::part(&self.texts.events, DocumentPart::Name),
        ];
        let [actors, themes, districts, languages, offers, events] = TextIndex::search_together(scopes, &query);
        let mut found = self.suggested_labels([&themes, &districts, &languages], &tag);
        let actors = self.ranked_slice(actors.by_score(actors.numbers()), None, first).nodes.into_iter();
        found.extend(actors.map(|(lead, no)| (lead, Suggestion::Actor(ActorNo(no)))));
        found.extend(self.suggested_offers(&offers, few));
        found.extend(self.suggested_events(&events, few));
        // A stable sort keeps the order among equals.
        found.sort_by_key(|(lead, _)| *lead);
        let begun = self.complete_themes(text, tag.primary()).into_iter().map(Suggestion::Theme);
        let begun = begun.filter(|theme| !found.iter().any(|(_, known)| known == theme)).map(|theme| (0, theme));
        let begun: Vec<_> = begun.collect();
        let found =
            begun.into_iter().chain(found).take(first - questions.len().min(first)).map(|(_, suggestion)| suggestion);
        Ok(found.chain(questions.into_iter().map(Suggestion::Question)).collect())
    }

    fn suggested_labels(&self, hits: [&Hits; 3], language: &Language) -> Vec<(u64, Suggestion)> {
        let taxonomy = &self.taxonomy;
        let [themes, districts, languages] = hits;
        let themes = best_labels(themes, &taxonomy.theme_labels, language, |no| self.theme(ThemeNo(no)).label());
        let themes = themes.into_iter().map(|(no, found)| (found, Suggestion::Theme(ThemeNo(no))));
        let districts =
            best_labels(districts, &taxonomy.district_labels, language, |no| self.district(DistrictNo(no)).name());
        let districts = districts.into_iter().map(|(no, found)| (found, Suggestion::District(DistrictNo(no))));
        let languages = best_labels(languages, &LANGUAGE_LABELS.labels, language, |no| &LANGUAGE_LABELS.get(no).1);
        let languages = languages.into_iter().map(|(no, found)| (found, &LANGUAGE_LABELS.get(no).0));
        let languages = languages.filter(|(_, language)| self.is_spoken(language));
        let languages = languages.map(|(found, language)| (found, Suggestion::Language(language.clone())));
        rank_labels(themes.chain(districts).chain(languages).collect())
    }

    /// Whether somebody works in a language.
    fn is_spoken(&self, language: &Language) -> bool {
        let place = self.tables.languages.number(language);
        place.is_some_and(|place| !self.indexes.actors.get(Family::Language, place as usize).is_empty())
    }

    /// The best offers that stand, of equal ones by title.
    fn suggested_offers(&self, hits: &Hits, most: usize) -> Vec<(u64, Suggestion)> {
        let order = &self.indexes.by_title;
        best_standing(hits, most, |set| {
            let mut count = most;
            loop {
                let members = CandidateSet::from(Cow::Borrowed(set));
                let slice = order.slice(&members, (OrderPosition::FRONT, order.end()), PageEnd::Front, count);
                let standing = slice.nodes.iter().filter(|no| !self.is_over(TieKind::Offer, **no));
                let standing: Vec<u32> = standing.take(most).copied().collect();
                if standing.len() == most || !slice.after {
                    return standing;
                }
                count *= 4;
            }
        })
        .map(|(lead, no)| (lead, Suggestion::Offer(OfferNo(no))))
        .collect()
    }

    /// The best events that are not over; of equal ones those that are to come, the next first, then those that have
    /// begun.
    fn suggested_events(&self, hits: &Hits, most: usize) -> Vec<(u64, Suggestion)> {
        let today = self.day().map(|day| day.and_time(NaiveTime::MIN));
        let key = |no: &u32| {
            let event = self.event(EventNo(*no));
            let starts_at = event.data().starts_at;
            (today.is_some_and(|today| starts_at < today), starts_at, event.record().id)
        };
        best_standing(hits, most, |set| {
            let mut numbers: Vec<u32> = set.iter().collect();
            let (mut standing, mut rest, mut count) = (Vec::new(), numbers.as_mut_slice(), most);
            // When one that repeats is over takes working out, so no more are looked at than needed.
            while standing.len() < most && !rest.is_empty() {
                count = count.min(rest.len());
                rest.select_nth_unstable_by_key(count - 1, key);
                let (next, others) = std::mem::take(&mut rest).split_at_mut(count);
                next.sort_unstable_by_key(key);
                standing.extend(next.iter().filter(|no| !self.is_over(TieKind::Event, **no)));
                (rest, count) = (others, count * 4);
            }
            standing
        })
        .map(|(lead, no)| (lead, Suggestion::Event(EventNo(no))))
        .collect()
    }
}

/// The best of what was found, at most so many; `pick` takes the first ones out of a set of equals.
fn best_standing(
    hits: &Hits,
    most: usize,
    pick: impl Fn(&RoaringBitmap) -> Vec<u32>,
) -> impl Iterator<Item = (u64, u32)> {
    let sets = hits.by_score(hits.numbers());
    let picked = sets.flat_map(move |(score, set)| pick(&set).into_iter().map(move |no| (largest_first(score), no)));
    picked.take(most)
}
