//! What remarks beside an entry say of its publication: that it, or a part of it, is not to be public, or that there is no
//! such association any more. They are heard by their words, in whatever order and form these stand; one heard too often
//! keeps an entry a draft, one not heard publishes it.

use std::sync::LazyLock;

use super::{
    homes::{HomeSign, sign_of_remark},
    phrases::{CELL_WORDS, cell_phrases, spoken_words},
    plain,
};

/// How many words stand at most between two that belong together.
const FARTHEST: usize = 8;
/// How many words stand at most between those of a phrase: "gibt es seit 2023 nicht mehr".
const LARGEST_GAP: usize = 3;
/// A full stop behind a word of fewer letters is that of an abbreviation.
const SHORTEST_LAST_WORD: usize = 5;

/// Words in front of a way of telling something, bare.
const WAYS: [&str; 8] = ["am", "per", "uber", "ueber", "via", "by", "beim", "im"];

/// What a remark says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PublicationRemark {
    /// Whether it forbids to publish something.
    pub(super) forbids: bool,
    /// Whether it says that the association is no more, or rests.
    pub(super) is_over: bool,
    /// Whether it may restrict something, in words that are not understood.
    pub(super) is_doubtful: bool,
    /// Whether it is about the place.
    pub(super) place: bool,
    /// Whether it is about the telephone number.
    pub(super) phone: bool,
    /// Whether it is about the mailbox.
    pub(super) email: bool,
}

/// The words of remarks, bare.
struct RemarkWords {
    negations: Vec<String>,
    /// Negations of nouns.
    lacks: Vec<String>,
    /// Beginnings of words for telling others.
    publishing: Vec<String>,
    /// Words for it whose beginnings are those of others.
    telling: Vec<String>,
    /// Beginnings of words for where something is public.
    media: Vec<String>,
    /// Beginnings of words that forbid it by themselves.
    secret: Vec<String>,
    /// Those that forbid it beside what they are about, or beside a wish.
    secret_beside: Vec<String>,
    wishes: Vec<String>,
    consent: Vec<String>,
    given: Vec<String>,
    missing: Vec<String>,
    /// What has to come first.
    conditions: Vec<String>,
    /// Ways of saying that something is for the office only, word by word.
    internal: Vec<Vec<String>>,
    /// Sentences that forbid it where nothing else stands beside them.
    secret_alone: Vec<String>,
    /// Ways of saying that there is nothing any more, word by word.
    over: Vec<Vec<String>>,
    /// Sentences that say so where nothing but a year stands beside them.
    over_alone: Vec<String>,
    /// Beginnings of words that ask for something to be looked into.
    requests: Vec<String>,
    place: Vec<String>,
    phone: Vec<String>,
    email: Vec<String>,
    /// Words that restrict what stands beside them.
    only: Vec<String>,
    /// Beginnings of words for what is stored of somebody.
    data: Vec<String>,
    /// Beginnings of words for when and how somebody is reached, beside which a restriction forbids nothing.
    hours: Vec<String>,
    /// Beginnings of words for those whom offers are for.
    audience: Vec<String>,
    /// Beginnings of words that may forbid something.
    doubt: Vec<String>,
    /// What the headings of remarks hold.
    headings: Vec<String>,
}

static WORDS: LazyLock<RemarkWords> = LazyLock::new(|| {
    let of = |meaning: &'static str| cell_phrases(meaning).map(plain).collect::<Vec<String>>();
    let word_by_word = |meaning: &'static str| {
        let words = |phrase: &'static str| spoken_words(phrase).map(|(_, word)| plain(&word)).collect();
        cell_phrases(meaning).map(words).collect::<Vec<Vec<String>>>()
    };
    RemarkWords {
        negations: of("remark-not"),
        lacks: of("remark-no"),
        publishing: of("remark-publishing"),
        telling: of("remark-telling"),
        media: of("remark-medium"),
        secret: of("remark-secret"),
        secret_beside: of("remark-secret-beside"),
        wishes: of("remark-wish"),
        consent: of("remark-consent"),
        given: of("remark-consent-given"),
        missing: of("remark-consent-missing"),
        conditions: of("remark-condition"),
        internal: word_by_word("remark-internal"),
        secret_alone: of("remark-secret-alone"),
        over: word_by_word("remark-over"),
        over_alone: of("remark-over-alone"),
        requests: of("remark-request"),
        place: of("remark-place"),
        phone: of("remark-phone"),
        email: of("remark-email"),
        only: of("remark-only"),
        data: of("remark-data"),
        hours: of("remark-hour"),
        audience: of("remark-audience"),
        doubt: of("remark-doubt"),
        headings: of("remark-heading"),
    }
});

/// Whether a column of that heading holds what somebody remarks of a row, not only a value of some kind.
pub(super) fn is_remark_heading(heading: &str) -> bool {
    let bare = plain(heading);
    bare.is_empty() || WORDS.headings.iter().any(|stem| bare.contains(stem.as_str()))
}

/// Whether a note of an entry, line by line "heading: text", forbids to publish something, says that there is nothing any
/// more, or asks for something to be cleared first.
pub fn asks_before_publishing(note: &str) -> bool {
    note.lines().any(|line| {
        let (heading, text) = line.split_once(": ").unwrap_or(("", line));
        let remark = PublicationRemark::read(heading, text);
        let is_question = text.split_whitespace().any(|word| word.ends_with('?'));
        let mut words = clauses(text).into_iter().flatten();
        remark.forbids
            || remark.is_over
            || is_remark_heading(heading) && (remark.is_doubtful || sign_of_remark(text) != HomeSign::None)
            || is_question
            || words.any(|word| WORDS.requests.iter().any(|stem| word.starts_with(stem.as_str())))
    })
}

impl PublicationRemark {
    /// What a text says below a heading.
    pub(super) fn read(heading: &str, text: &str) -> Self {
        let words: &RemarkWords = &WORDS;
        let clauses: Vec<Vec<String>> = clauses(text);
        let all = || clauses.iter().flatten();
        let begins =
            |list: &'static [String]| move |word: &String| list.iter().any(|stem| word.starts_with(stem.as_str()));
        let reached = |is: &dyn Fn(&String) -> bool| {
            // "am Telefon", "per Mail" is a way of telling, not what is told.
            clauses.iter().any(|clause| {
                let is_way = |at: usize| at > 0 && WAYS.contains(&clause[at - 1].as_str());
                clause.iter().enumerate().any(|(at, word)| is(word) && !is_way(at))
            })
        };
        let email = reached(&begins(&words.email));
        let is_place =
            |word: &String| begins(&words.place)(word) || word.ends_with("adresse") && !begins(&words.email)(word);
        let place = all().any(is_place);
        let phone = reached(&|word| begins(&words.phone)(word) && !word.starts_with("telefonisch"));
        let is_secret = all().any(begins(&words.secret));
        let is_secret_beside = all().any(|word| words.secret_beside.contains(word))
            && (place || phone || email || all().any(begins(&words.wishes)));
        let forbids = CELL_WORDS.forbids_publication(heading, text)
            || is_secret
            || is_secret_beside
            || clauses.iter().any(|clause| words.forbid(clause) || words.lack_consent(clause, text));
        let is_doubtful = clauses.iter().any(|clause| words.may_restrict(clause));
        Self { forbids, is_doubtful, is_over: clauses.iter().any(|clause| words.say_over(clause)), place, phone, email }
    }
}

impl RemarkWords {
    /// Whether words deny that something is told.
    fn forbid(&self, clause: &[String]) -> bool {
        let near = |denies: &[String], tells: &[String]| {
            let at = |is: &dyn Fn(&String) -> bool| -> Vec<usize> {
                clause.iter().enumerate().filter(|(_, word)| is(word)).map(|(at, _)| at).collect()
            };
            let denials = at(&|word| denies.contains(word));
            let told =
                at(&|word| tells.iter().any(|stem| word.starts_with(stem.as_str())) || self.telling.contains(word));
            denials.iter().any(|one| told.iter().any(|other| one.abs_diff(*other) <= FARTHEST))
        };
        near(&self.negations, &self.publishing)
            || near(&self.conditions, &self.publishing)
            || says(&self.internal, clause, 0)
            || self.secret_alone.contains(&clause.concat())
            || near(&self.lacks, &self.publishing)
            || near(&self.negations, &self.media)
            || self.restrict(clause)
    }

    /// Whether words say that what is stored is for some only: "Daten nur für die Agentur", and not "Tel. nur abends".
    fn restrict(&self, clause: &[String]) -> bool {
        let begins = |word: &String, stems: &[String]| stems.iter().any(|stem| word.starts_with(stem.as_str()));
        let Some(at) = clause.iter().position(|word| self.only.contains(word)) else { return false };
        let behind = &clause[at + 1..];
        let is_hour = |word: &String| {
            word.contains(|c: char| c.is_ascii_digit())
                || self
                    .hours
                    .iter()
                    .any(|stem| if stem.len() < 4 { word == stem } else { word.starts_with(stem.as_str()) })
        };
        let is_of_data = clause.iter().any(|word| begins(word, &self.data));
        is_of_data && !behind.is_empty() && !behind.iter().all(is_hour)
    }

    /// Whether words may restrict something, in a way that is not understood: "nur für Eingeweihte", "bitte keine Besuche".
    fn may_restrict(&self, clause: &[String]) -> bool {
        let begins = |word: &String, stems: &[String]| stems.iter().any(|stem| word.starts_with(stem.as_str()));
        let has = |words: &[String]| clause.iter().any(|word| words.contains(word));
        let is_for = |word: &String| matches!(word.as_str(), "fur" | "fuer" | "for" | "furs");
        let only = clause.iter().position(|word| self.only.contains(word));
        let is_for_some = only.is_some_and(|at| {
            clause.get(at + 1).is_some_and(is_for) && !clause[at..].iter().any(|word| begins(word, &self.audience))
        });
        let is_wish =
            clause.iter().any(|word| begins(word, &self.wishes)) && (has(&self.negations) || has(&self.lacks));
        is_for_some || is_wish || clause.iter().any(|word| begins(word, &self.doubt))
    }

    /// Whether words are about a consent of which they do not say that it was given.
    fn lack_consent(&self, clause: &[String], text: &str) -> bool {
        let is_about = clause.iter().any(|word| self.consent.iter().any(|stem| word.starts_with(stem.as_str())));
        let has = |list: &[String]| clause.iter().any(|word| list.contains(word));
        let is_missing = has(&self.missing) || has(&self.negations) || has(&self.lacks) || text.contains('?');
        is_about && (is_missing || !has(&self.given))
    }

    /// Whether words say that there is no such association any more, or that it rests.
    fn say_over(&self, clause: &[String]) -> bool {
        let is_year = |word: &&String| word.chars().all(|c| c.is_ascii_digit());
        let bare: Vec<&str> = clause.iter().filter(|word| !is_year(word)).map(String::as_str).collect();
        says(&self.over, clause, LARGEST_GAP) || self.over_alone.contains(&bare.concat())
    }
}

/// Whether the words of one of some phrases stand in a clause, so many others at most between two of them.
fn says(phrases: &[Vec<String>], clause: &[String], largest_gap: usize) -> bool {
    phrases.iter().any(|phrase| {
        (0..clause.len()).filter(|at| Some(&clause[*at]) == phrase.first()).any(|at| {
            let mut last = at;
            phrase.iter().skip(1).all(|word| {
                let next = clause.iter().skip(last + 1).take(largest_gap + 1).position(|other| other == word);
                next.map(|gap| last += gap + 1).is_some()
            })
        })
    })
}

/// The words of each sentence of a text, bare.
fn clauses(text: &str) -> Vec<Vec<String>> {
    let words = |sentence| spoken_words(sentence).map(|(_, word)| plain(&word)).collect();
    sentences(text).into_iter().map(words).collect()
}

/// The sentences of a text; the full stop of an abbreviation ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let (mut sentences, mut start, mut end, mut letters) = (Vec::new(), 0, 0, 0);
    for (range, word) in spoken_words(text) {
        let between = &text[end..range.start];
        if between.contains(['!', '?', ';', '\n']) || between.contains('.') && letters >= SHORTEST_LAST_WORD {
            sentences.push(&text[start..range.start]);
            start = range.start;
        }
        (end, letters) = (range.end, plain(&word).chars().count());
    }
    sentences.push(&text[start..]);
    sentences
}

#[cfg(test)]
mod tests;
