//! Which phrases of the vocabulary stand in a question.

use domain::vocabulary::TargetGroup;

use super::{
    concept::{Aspect, Concept},
    forms::OTHER_LANGUAGES,
    heads::is_head,
    phrase_choice::choose_phrases,
    spelling::TWO_TYPOS_FROM,
    tokens::{BETWEEN, LABELS, MatchQuality, QuestionReader, QuestionToken},
    vocabulary::{EVERY_LANGUAGE, WordNo},
};

/// How many words that carry something may stand between the words of a phrase, and how many of any sort.
const WORDS_BETWEEN: usize = 2;
const SPAN: usize = 7;
/// How many of any sort, where a small word is part of the phrase.
const CLOSE: usize = 2;

/// A phrase that stands in a question.
#[derive(Clone, Debug)]
pub(super) struct PhraseMatch<'a> {
    /// The places of its words, ascending.
    pub(super) places: Vec<usize>,
    pub(super) concept: &'a Concept,
    language: &'static str,
    pub(super) likeness: MatchQuality,
    is_weak: bool,
    is_concrete: bool,
    sought: Option<&'a str>,
    letters: usize,
    /// Which vocabulary and phrase it is, so that equals have an order.
    number: (usize, u32),
}

/// What some words of a question mean.
#[derive(Clone, Debug)]
pub(super) struct Understanding<'a> {
    /// The places of the words, ascending.
    pub(super) places: Vec<usize>,
    /// What they ask for; several are alternatives.
    pub(super) concepts: Vec<&'a Concept>,
    /// Whether it is sure enough to be applied.
    pub(super) is_sure: bool,
    /// Whether its words are looked for as such instead.
    pub(super) is_word: bool,
    /// Whether it names a thing or an activity: text first, the theme where no text has it.
    pub(super) is_concrete: bool,
    /// What texts call that thing, where it is another word.
    pub(super) sought: Option<&'a str>,
    /// Whether it is what must not be.
    pub(super) is_negated: bool,
    /// The groups that the same words name too.
    pub(super) groups: Vec<&'a Concept>,
    /// Whether it is a theme that is not asked for because another one of the question says more.
    pub(super) is_lesser: bool,
}

impl<'a> Understanding<'a> {
    /// Some words with what they ask for.
    pub(super) fn new(places: Vec<usize>, concepts: Vec<&'a Concept>, is_sure: bool) -> Self {
        Self {
            places,
            concepts,
            is_sure,
            is_word: false,
            is_concrete: false,
            sought: None,
            is_negated: false,
            groups: Vec::new(),
            is_lesser: false,
        }
    }

    /// Whether it is applied and asks for something of that aspect.
    pub(super) fn asks_for(&self, aspect: Aspect) -> bool {
        self.is_sure && self.concepts.iter().any(|concept| concept.aspect() == aspect)
    }
}

/// Reads the phrases of a question: of all ways to read it the one that leaves the fewest words over, with the
/// longest phrases. `is_above` tells whether one concept stands above another.
pub(super) fn understand<'a>(
    reading: &QuestionReader<'a>,
    tokens: &[QuestionToken],
    is_above: impl Fn(&Concept, &Concept) -> bool,
) -> Vec<Understanding<'a>> {
    let mut candidates = candidates(reading, tokens);
    candidates.retain(|candidate| (reading.exists)(candidate.concept));
    // A word that stands in the tables as it is, if only to be offered, is not taken for another one of its stem.
    let is_written = |it: &PhraseMatch<'_>| it.places.len() == 1 && it.likeness == MatchQuality::Exact;
    let written: Vec<usize> =
        candidates.iter().filter(|it| it.is_weak && is_written(it)).map(|it| it.places[0]).collect();
    candidates.retain(|it| it.is_weak || it.places.len() > 1 || is_written(it) || !written.contains(&it.places[0]));
    candidates.sort_by(|a, b| {
        let rank =
            |it: &PhraseMatch<'_>| (it.is_weak, usize::MAX - it.places.len(), usize::MAX - it.letters, it.likeness);
        rank(a).cmp(&rank(b)).then_with(|| a.places.cmp(&b.places)).then(a.number.cmp(&b.number))
    });
    let strong = candidates.partition_point(|it| !it.is_weak);
    let (strong, weak) = candidates.split_at(strong);
    let mut understood = Vec::new();
    let mut used = vec![false; tokens.len()];
    for first in choose_phrases(strong, tokens) {
        let same = |it: &&PhraseMatch<'a>| it.places == first.places && it.likeness == first.likeness;
        let rivals: Vec<_> = strong.iter().filter(same).collect();
        let (concepts, is_sure) = choose(&rivals, reading.language, &is_above);
        first.places.iter().for_each(|place| used[*place] = true);
        if is_sure {
            understood.extend(named_languages(reading, tokens, first));
            understood.extend(named_groups(reading, tokens, first));
        }
        let concrete = || rivals.iter().filter(|it| it.is_concrete && concepts.contains(&it.concept));
        let (is_concrete, sought) = (concrete().next().is_some(), concrete().find_map(|it| it.sought));
        let groups = match concepts[0].aspect() {
            Aspect::Theme => groups_of_same_words(strong, first, tokens),
            _ => Vec::new(),
        };
        understood.push(Understanding {
            is_concrete,
            sought,
            groups,
            ..Understanding::new(first.places.clone(), concepts, is_sure)
        });
    }
    for candidate in weak.iter().filter(|it| it.places.iter().all(|place| !used[*place])) {
        match understood.iter_mut().find(|known| known.places == candidate.places) {
            Some(known) if known.concepts.contains(&candidate.concept) => {}
            Some(known) => known.concepts.push(candidate.concept),
            None => understood.push(Understanding::new(candidate.places.clone(), vec![candidate.concept], false)),
        }
    }
    understood
}

/// The groups that the words of a phrase name too, small ones aside. "Sport for women" names one by a part of its words
/// only, and is not meant by it.
fn groups_of_same_words<'a>(
    candidates: &[PhraseMatch<'a>],
    phrase: &PhraseMatch<'a>,
    tokens: &[QuestionToken],
) -> Vec<&'a Concept> {
    let is_within = |it: &PhraseMatch<'_>| it.places.iter().all(|place| phrase.places.contains(place));
    let is_whole =
        |it: &PhraseMatch<'_>| phrase.places.iter().all(|place| tokens[*place].is_stop || it.places.contains(place));
    let mut groups: Vec<&Concept> = Vec::new();
    for it in candidates.iter().filter(|it| is_within(it) && is_whole(it)) {
        if it.concept.aspect() == Aspect::TargetGroup && !groups.contains(&it.concept) {
            groups.push(it.concept);
        }
    }
    groups
}

/// The languages that a phrase for a theme names: "Arabisch für Kinder" and "Arabischkurs" ask for Arabic too.
/// German is what a course is in anyway.
fn named_languages<'a>(
    reading: &QuestionReader<'a>,
    tokens: &[QuestionToken],
    phrase: &PhraseMatch<'a>,
) -> impl Iterator<Item = Understanding<'a>> + use<'a> {
    let mut named = Vec::new();
    if phrase.concept.aspect() == Aspect::Theme {
        for place in &phrase.places {
            let bare = tokens[*place].word.bare.as_str();
            let concepts = match phrase.places.as_slice() {
                [_] => language_of_head(reading, bare),
                _ => {
                    let meanings = &tokens[*place].meanings;
                    let best = meanings.iter().map(|(_, _, likeness)| *likeness).min();
                    let words = |counts: &dyn Fn(MatchQuality) -> bool| {
                        let met = meanings.iter().filter(|(_, _, likeness)| counts(*likeness));
                        languages_of(reading, met.map(|(at, word, _)| (*at, *word)))
                    };
                    // An inflected name may stand in a phrase as it is, but not in the table of languages.
                    let named = words(&|likeness| Some(likeness) == best);
                    if named.is_empty() { words(&|likeness| likeness <= MatchQuality::Stem) } else { named }
                }
            };
            if !concepts.is_empty() {
                named.push(Understanding::new(vec![*place], concepts, true));
            }
        }
    }
    named.into_iter()
}

/// The group that a phrase for a theme is for only: "women swimming" and "Frauenschwimmen" ask for women too. Themes
/// of women are theirs anyway.
fn named_groups<'a>(
    reading: &QuestionReader<'a>,
    tokens: &[QuestionToken],
    phrase: &PhraseMatch<'a>,
) -> Option<Understanding<'a>> {
    let is_for_all = matches!(phrase.concept, Concept::Theme(slug) if slug != "women" && !slug.starts_with("women."));
    let bare = |place: usize| tokens[place].word.bare.as_str();
    let group_of = |text: &str| {
        let words = reading.vocabularies.iter().filter_map(|vocabulary| Some((vocabulary, vocabulary.exact(text)?)));
        let phrases = words
            .flat_map(|(vocabulary, word)| vocabulary.phrases_of(word).iter().map(move |no| vocabulary.phrase(*no)));
        let mut groups = phrases.filter(|it| it.words.len() == 1 && !it.is_weak).map(|it| &it.concept);
        groups.find(|concept| matches!(concept, Concept::TargetGroup(TargetGroup::Women)))
    };
    let in_place = |place: usize| match phrase.places.len() {
        1 => {
            let ends = bare(place).char_indices().skip(5).map(|(end, _)| end);
            ends.filter_map(|end| group_of(&bare(place)[..end])).next()
        }
        _ => group_of(bare(place)),
    };
    let places = phrase.places.iter().filter(|_| is_for_all);
    places.filter_map(|place| Some(Understanding::new(vec![*place], vec![in_place(*place)?], true))).next()
}

/// The languages that some words of the vocabularies stand for by themselves.
fn languages_of<'a>(reading: &QuestionReader<'a>, words: impl Iterator<Item = (usize, WordNo)>) -> Vec<&'a Concept> {
    let mut languages: Vec<&Concept> = Vec::new();
    for (at, word) in words {
        let vocabulary = reading.vocabularies[at];
        let phrases = vocabulary.phrases_of(word).iter().map(|no| vocabulary.phrase(*no));
        for phrase in phrases.filter(|it| it.words.len() == 1 && !it.is_weak) {
            let is_foreign = matches!(&phrase.concept, Concept::Language(tag) if tag.primary() != "de");
            if is_foreign && !languages.contains(&&phrase.concept) {
                languages.push(&phrase.concept);
            }
        }
    }
    languages
}

/// The language that a compound begins with, by its longest name there. A word follows: "Hausaufgaben" is none of
/// Hausa.
fn language_of_head<'a>(reading: &QuestionReader<'a>, bare: &str) -> Vec<&'a Concept> {
    let is_word = |tail: &str| is_head(tail) || reading.vocabularies.iter().any(|it| it.exact(tail).is_some());
    let follows = |tail: &str| BETWEEN.iter().any(|between| tail.strip_prefix(between).is_some_and(is_word));
    let ends = bare.char_indices().skip(5).map(|(end, _)| end).filter(|end| bare.len() - end >= 3);
    let ends = ends.filter(|end| follows(&bare[*end..]));
    let mut heads = ends.map(|end| {
        let words = reading.vocabularies.iter().enumerate();
        languages_of(reading, words.filter_map(|(at, vocabulary)| Some((at, vocabulary.exact(&bare[..end])?))))
    });
    let mut longest = Vec::new();
    for languages in heads.by_ref().filter(|languages| !languages.is_empty()) {
        longest = languages;
    }
    longest
}

/// What is meant of all that the same words can mean, and whether that is sure.
fn choose<'a>(
    rivals: &[&PhraseMatch<'a>],
    language: &str,
    is_above: &impl Fn(&Concept, &Concept) -> bool,
) -> (Vec<&'a Concept>, bool) {
    let collect = |counts: &dyn Fn(&PhraseMatch<'_>) -> bool| {
        let mut concepts: Vec<&Concept> = Vec::new();
        for rival in rivals.iter().filter(|it| counts(it)) {
            if !concepts.contains(&rival.concept) {
                concepts.push(rival.concept);
            }
        }
        concepts
    };
    // What the directory itself calls so is meant first, then what the reader's language calls so.
    let labels = collect(&|it| it.number.0 == LABELS);
    let own = collect(&|it| it.language == language || it.language == OTHER_LANGUAGES);
    let all = collect(&|_| true);
    let mut concepts = [labels, own, all].into_iter().find(|concepts| !concepts.is_empty()).unwrap_or_default();
    let aspect = concepts.iter().map(|concept| concept.aspect()).min().unwrap_or(Aspect::Field);
    concepts.retain(|concept| concept.aspect() == aspect);
    match aspect {
        // A borough includes its quarter of the same name.
        Aspect::District => {
            let all = concepts.clone();
            concepts.retain(|concept| !all.iter().any(|other| is_above(other, concept)));
        }
        // A theme that stands below another one says more.
        Aspect::Theme => {
            let all = concepts.clone();
            concepts.retain(|concept| !all.iter().any(|other| is_above(concept, other)));
        }
        _ => {}
    }
    let may_be_several =
        matches!(aspect, Aspect::District | Aspect::Language | Aspect::TargetGroup | Aspect::Kind | Aspect::Place);
    let is_sure = concepts.len() == 1 || may_be_several;
    (concepts, is_sure)
}

/// A word of a phrase, the place where it was met, and how.
type MetWord = (WordNo, usize, MatchQuality);

/// The number of a vocabulary and that of one of its phrases.
type PhraseKey = (usize, u32);

fn candidates<'a>(reading: &QuestionReader<'a>, tokens: &[QuestionToken]) -> Vec<PhraseMatch<'a>> {
    // By vocabulary and phrase: each of its words that was met, with the place and the likeness.
    let mut met: Vec<(PhraseKey, MetWord)> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        for (vocabulary, word, likeness) in &token.meanings {
            let phrases = reading.vocabularies[*vocabulary].phrases_of(*word);
            met.extend(phrases.iter().map(|phrase| ((*vocabulary, *phrase), (*word, place, *likeness))));
        }
    }
    met.sort_unstable_by_key(|(of, (_, place, _))| (*of, *place));
    let mut candidates = Vec::new();
    let carries_something = tokens.iter().any(|token| !token.is_stop);
    for met in met.chunk_by(|(one, _), (other, _)| one == other) {
        let (vocabulary, no) = met[0].0;
        let phrase = reading.vocabularies[vocabulary].phrase(no);
        if met.len() < phrase.words.len() {
            continue;
        }
        let mut add = |places: Vec<usize>, likeness: MatchQuality| {
            let is_supported = places.len() > 1 || phrase.concept.aspect() == Aspect::District;
            // A phrase of several small words is meant as it is listed.
            let says_nothing = carries_something && places.len() == 1 && tokens[places[0]].is_stop;
            let letters = places.iter().map(|place| tokens[*place].word.bare.chars().count()).sum();
            // Between languages short words are almost the same by chance, and so are many within one.
            let is_typo = matches!(likeness, MatchQuality::Swap | MatchQuality::Typo);
            let is_guess = is_typo && letters < TWO_TYPOS_FROM && !is_supported;
            let is_foreign = phrase.language != reading.language && phrase.language != EVERY_LANGUAGE;
            // The words of further languages stand for themselves alone.
            let is_inflected = likeness == MatchQuality::Stem && phrase.language == OTHER_LANGUAGES;
            if (likeness == MatchQuality::ShortTypo && !is_supported)
                || (is_guess && is_foreign)
                || is_inflected
                || says_nothing
            {
                return;
            }
            candidates.push(PhraseMatch {
                places,
                concept: &phrase.concept,
                language: phrase.language,
                likeness,
                is_weak: phrase.is_weak || is_guess,
                is_concrete: phrase.is_concrete,
                sought: phrase.sought.as_deref(),
                letters,
                number: (vocabulary, no),
            });
        };
        if phrase.words.len() == 1 {
            met.iter().for_each(|(_, (_, place, likeness))| add(vec![*place], *likeness));
        } else if let Some((places, likeness)) = adjacent_places(&phrase.words, met, tokens) {
            add(places, likeness);
        }
    }
    candidates
}

/// The places of all words of a phrase where they stand close together, with the least likeness among them.
fn adjacent_places(
    words: &[u32],
    met: &[(PhraseKey, MetWord)],
    tokens: &[QuestionToken],
) -> Option<(Vec<usize>, MatchQuality)> {
    let mut places: Vec<usize> = Vec::with_capacity(words.len());
    let mut least = MatchQuality::Exact;
    // Small words are those beside what carries something, wherever else they stand.
    let is_small = |word: &&u32| met.iter().all(|(_, (no, place, _))| no != *word || tokens[*place].is_stop);
    let (small, carrying): (Vec<&u32>, Vec<&u32>) = words.iter().partition(is_small);
    for word in carrying.into_iter().chain(small) {
        let free = met.iter().map(|(_, met)| met).filter(|(no, place, _)| no == word && !places.contains(place));
        let last = places.last().copied();
        let (_, place, likeness) =
            free.min_by_key(|(_, place, likeness)| (last.map_or(0, |last| last.abs_diff(*place)), *likeness))?;
        places.push(*place);
        least = least.max(*likeness);
    }
    places.sort_unstable();
    let (first, last) = (*places.first()?, *places.last()?);
    let between = (first..last).filter(|place| !places.contains(place));
    let (carrying, all) =
        between.fold((0, 0), |(carrying, all), place| (carrying + usize::from(!tokens[place].is_stop), all + 1));
    // What small words are part of stands together: "day care" is not in "needs care all day".
    let is_close = all <= CLOSE || !places.iter().any(|place| tokens[*place].is_stop);
    (carrying <= WORDS_BETWEEN && all <= SPAN && is_close).then_some((places, least))
}
