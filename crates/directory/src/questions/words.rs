//! Reading the words of a filter: slugs, kinds, languages, target groups. Whoever misspells one is
//! told what comes nearest.

use domain::{
    Language, LocalisedText, Slug,
    text::fold,
    vocabulary::{FieldOfAction, OfferKind, TargetGroup},
};

use crate::{
    ActorNo, DistrictNo, QuestionError, Snapshot, ThemeNo,
    snapshot::words::{KIND_WORDS, field_place, target_group_place},
    text::{TextQuery, TextQueryError},
};

/// How many near words a refusal names.
const NEAREST: usize = 3;

pub(super) fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

impl Snapshot {
    pub(super) fn read_theme(&self, slug: &str, field: impl Fn() -> String) -> Result<ThemeNo, QuestionError> {
        self.theme_by_slug(slug).ok_or_else(|| QuestionError::UnknownTheme {
            field: field(),
            given: shorten(slug),
            nearest: nearest_labelled(
                slug,
                self.themes().map(|no| (&self.theme(no).data().slug, self.theme(no).label())),
            ),
        })
    }

    pub(super) fn read_district(&self, slug: &str, field: impl Fn() -> String) -> Result<DistrictNo, QuestionError> {
        self.district_by_slug(slug).ok_or_else(|| QuestionError::UnknownDistrict {
            field: field(),
            given: shorten(slug),
            nearest: nearest_labelled(
                slug,
                self.districts().map(|no| (&self.district(no).data().slug, self.district(no).name())),
            ),
        })
    }

    pub(super) fn read_actor(&self, id: domain::ActorId, field: impl Fn() -> String) -> Result<ActorNo, QuestionError> {
        self.actor_no(id).ok_or_else(|| QuestionError::UnknownActor { field: field(), given: id })
    }
}

pub(super) fn read_kind(word: &str, field: impl Fn() -> String) -> Result<u32, QuestionError> {
    match KIND_WORDS.binary_search(&word) {
        Ok(at) => Ok(at as u32),
        Err(_) => Err(unknown_word(word, field(), "a kind of actor", KIND_WORDS.clone())),
    }
}

pub(super) fn read_target_group(word: &str, field: impl Fn() -> String) -> Result<u32, QuestionError> {
    word.parse().map(target_group_place).map_err(|error: domain::vocabulary::UnknownWord| {
        unknown_word(word, field(), error.vocabulary, TargetGroup::ALL.iter().map(|it| it.slug()).collect())
    })
}

pub(super) fn read_field_of_action(word: &str, field: impl Fn() -> String) -> Result<u32, QuestionError> {
    word.parse().map(field_place).map_err(|error: domain::vocabulary::UnknownWord| {
        unknown_word(word, field(), error.vocabulary, FieldOfAction::ALL.iter().map(|it| it.slug()).collect())
    })
}

pub(super) fn read_offer_kind(word: &str, field: impl Fn() -> String) -> Result<u32, QuestionError> {
    word.parse().map(|kind: OfferKind| kind as u32).map_err(|error: domain::vocabulary::UnknownWord| {
        unknown_word(word, field(), error.vocabulary, OfferKind::ALL.iter().map(|it| it.slug()).collect())
    })
}

fn unknown_word(given: &str, field: String, vocabulary: &'static str, allowed: Vec<&'static str>) -> QuestionError {
    let nearest = nearest(given, allowed.iter().copied());
    QuestionError::UnknownWord { field, given: shorten(given), vocabulary, nearest, allowed }
}

pub(super) fn read_language(tag: &str, field: impl Fn() -> String) -> Result<Language, QuestionError> {
    tag.parse().map_err(|_| QuestionError::InvalidLanguage { field: field(), given: shorten(tag) })
}

/// A text to search for; `None` when there is no word in it.
pub(super) fn read_text(text: &str, field: impl Fn() -> String) -> Result<Option<TextQuery>, QuestionError> {
    match TextQuery::parse(text) {
        Ok(query) => Ok((!query.is_empty()).then_some(query)),
        Err(TextQueryError::TooLong { given }) => Err(QuestionError::TextTooLong {
            field: field(),
            what: "characters",
            given,
            allowed: crate::text::MAX_CHARACTERS,
        }),
        Err(TextQueryError::TooManyWords { given }) => {
            Err(QuestionError::TextTooLong { field: field(), what: "words", given, allowed: crate::text::MAX_WORDS })
        }
    }
}

/// The words that are at most a third of the given one's letters away, or begin with it; nearest first.
fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let given = SearchText::new(given);
    first(known.filter_map(|word| Some((given.away_from(word)?, word))).collect())
}

/// The slugs that come near, themselves or by a label in any language: people know what a thing is
/// called sooner than its slug.
fn nearest_labelled<'a>(given: &str, known: impl Iterator<Item = (&'a Slug, &'a LocalisedText)>) -> Vec<String> {
    let given = SearchText::new(given);
    let away = |slug: &Slug, label: &LocalisedText| {
        let by_label = label.iter().filter_map(|(_, label)| given.away_from(&fold(label)));
        // Of a slug and a label that are equally near, the slug is meant.
        let by_slug = given.away_from(slug.as_str()).map(|(away, _)| (away, false));
        by_label.map(|(away, _)| (away, true)).chain(by_slug).min()
    };
    first(known.filter_map(|(slug, label)| Some((away(slug, label)?, slug.as_str()))).collect())
}

fn first<R: Ord>(mut near: Vec<(R, &str)>) -> Vec<String> {
    near.sort_unstable();
    near.into_iter().take(NEAREST).map(|(_, word)| word.to_owned()).collect()
}

/// What was given, ready to be compared.
struct SearchText {
    folded: String,
    allowed: usize,
}

impl SearchText {
    fn new(given: &str) -> Self {
        let folded: String = fold(given.trim()).chars().take(60).collect();
        Self { allowed: (folded.chars().count() / 3).max(1), folded }
    }

    /// How far a word is, if it is near: edits, and how much longer the one is that begins with the other.
    fn away_from(&self, word: &str) -> Option<(usize, usize)> {
        let (given, longer) = (self.folded.as_str(), word.len().abs_diff(self.folded.len()));
        if word.is_empty() || given.is_empty() {
            return None;
        }
        if word.starts_with(given) || given.starts_with(word) {
            return Some((0, longer));
        }
        let away = distance(given, word);
        (away <= self.allowed).then_some((away, longer))
    }
}

/// Edit distance (Levenshtein 1966): letters wrong, missing or too many.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_come_first() {
        let known = ["language", "language.german", "labour", "health", "women"];
        assert_eq!(nearest("langage", known.into_iter()), ["language"]);
        assert_eq!(nearest("Health", known.into_iter()), ["health"]);
        assert_eq!(nearest("language.ge", known.into_iter()), ["language", "language.german"]);
        assert!(nearest("xyz", known.into_iter()).is_empty());
        assert!(nearest("", known.into_iter()).is_empty());
    }

    #[test]
    fn a_label_leads_to_its_slug() {
        let slug = |text: &str| text.parse::<Slug>().expect("slug");
        let label = |de: &str, tr: &str| LocalisedText::german(de).with("tr".parse().expect("tag"), tr);
        let known = [
            (slug("language"), label("Sprache", "Dil")),
            (slug("language.german"), label("Deutsch lernen", "Almanca")),
            (slug("roehlinghausen"), label("Röhlinghausen", "Röhlinghausen")),
        ];
        let nearest = |given| nearest_labelled(given, known.iter().map(|(slug, label)| (slug, label)));
        assert_eq!(nearest("sprache"), ["language"]);
        assert_eq!(nearest("Sprachen"), ["language"]);
        assert_eq!(nearest("almanca"), ["language.german"]);
        assert_eq!(nearest("Röhlinghausen"), ["roehlinghausen"]);
        assert_eq!(nearest("langage"), ["language"]);
        assert!(nearest("xyz").is_empty());
    }

    #[test]
    fn the_distance_counts_edits() {
        assert_eq!((distance("", "abc"), distance("kitten", "sitting"), distance("a", "a")), (3, 3, 0));
    }
}
