//! What remarks beside an entry say of its publication: that it, or a part of it, is not to be public, or that there is no
//! such association any more. They are heard by their words, in whatever order and form these stand; one heard too often
//! keeps an entry a draft, one not heard publishes it.

use std::sync::LazyLock;

use super::{
    phrases::{CELL_WORDS, cell_phrases, spoken_words},
    plain,
};

/// How many words stand at most between two that belong together.
const FARTHEST: usize = 8;
/// How many words stand at most between those of a phrase: "gibt es seit 2023 nicht mehr".
const LARGEST_GAP: usize = 3;
/// A full stop behind a word of fewer letters is that of an abbreviation.
const SHORTEST_LAST_WORD: usize = 5;

/// What a remark says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PublicationRemark {
    /// Whether it forbids to publish something.
    pub(super) forbids: bool,
    /// Whether it says that the association is no more, or rests.
    pub(super) is_over: bool,
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
    }
});

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
        let email = all().any(begins(&words.email));
        let is_place =
            |word: &String| begins(&words.place)(word) || word.ends_with("adresse") && !begins(&words.email)(word);
        let place = all().any(is_place);
        let phone = all().any(begins(&words.phone));
        let is_secret = all().any(begins(&words.secret));
        let is_secret_beside = all().any(|word| words.secret_beside.contains(word))
            && (place || phone || email || all().any(begins(&words.wishes)));
        let forbids = CELL_WORDS.forbids_publication(heading, text)
            || is_secret
            || is_secret_beside
            || clauses.iter().any(|clause| words.forbid(clause) || words.lack_consent(clause, text));
        Self { forbids, is_over: clauses.iter().any(|clause| words.say_over(clause)), place, phone, email }
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
    let mut clauses = vec![Vec::new()];
    let mut end = 0;
    for (range, word) in spoken_words(text) {
        let between = &text[end..range.start];
        let is_long = clauses
            .last()
            .and_then(|clause: &Vec<String>| clause.last())
            .is_some_and(|last| last.chars().count() >= SHORTEST_LAST_WORD);
        if between.contains(['!', '?', ';', '\n']) || between.contains('.') && is_long {
            clauses.push(Vec::new());
        }
        end = range.end;
        if let Some(clause) = clauses.last_mut() {
            clause.push(plain(&word));
        }
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> PublicationRemark {
        PublicationRemark::read("Bemerkung", text)
    }

    #[test]
    fn a_note_that_forbids_or_asks_something_is_told_from_one_that_says_something() {
        for note in [
            "Bemerkungen: nicht veröffentlichen!",
            "Sprachen: Tamil\nBemerkungen: alt, bitte prüfen",
            "Bemerkungen: Verein hat sich aufgelöst",
            "Tel.: noch gültig?",
            "Notes: please check the address",
            "erst mit dem Vorstand klären",
        ] {
            assert!(asks_before_publishing(note), "{note}");
        }
        for note in [
            "",
            "Bemerkungen: Vorsitz wechselt im Mai",
            "Bemerkungen: Raum für 40 Pers.",
            "Homepage: https://verein.example/?seite=1",
            "Bemerkungen: Wir fördern Kultur. / Kültürü destekliyoruz.",
        ] {
            assert!(!asks_before_publishing(note), "{note}");
        }
    }

    #[test]
    fn what_forbids_publication_is_heard_by_its_words_in_whatever_order_they_stand() {
        for text in [
            "Tel. privat, nicht rausgeben",
            "Adresse bitte nicht nennen",
            "bitte Adresse auf keinen Fall und niemandem nennen, nicht einmal der Stadt",
            "Schutzadresse",
            "Schutzhaus!",
            "möchten anonym bleiben",
            "bitte anonym",
            "verboten zu veröffentlichen",
            "Veröffentlichen verboten",
            "Weitergabe untersagt",
            "DSGVO!",
            "Einwilligung?",
            "Einwilligung prüfen",
            "Einwilligung noch nicht da",
            "darf nirgends online stehen, nicht auf der Homepage",
            "Handynummer nicht weitergeben!",
            "Name darf nicht genannt werden",
            "niemals publizieren",
            "do not share the address",
            "please never list them",
            "Nummer ist privat",
            "Privatadresse",
            "geheim!",
            "Geheime Adresse",
            "nicht an Dritte weiterzugeben",
            "vertraulich!",
            "keine Nennung im Verzeichnis",
            "Online-Nennung nein",
            "noch keine Zustimmung",
            "Zustimmung steht aus",
            "Freigabe abwarten",
            "erst nach Rücksprache veröffentlichen",
            "nur für internen Gebrauch",
            "keine Adresse angeben!",
            "Tel. nur für uns",
            "Daten nur für die Agentur",
            "Tel. nur für Mitarbeiter",
            "hat der Weitergabe widersprochen",
            "Frauenhaus!",
        ] {
            assert!(read(text).forbids, "{text}");
        }
        for text in [
            "alt, bitte prüfen",
            "Beratung vertraulich und kostenlos",
            "anonyme Beratung für Jugendliche",
            "Geheimtipp",
            "privat finanziert",
            "nicht nennenswert gewachsen",
            "Telefon nicht immer besetzt",
            "Einwilligung liegt vor",
            "Einwilligung erteilt am 12.03.2026",
            "DSGVO ok",
            "keine Homepage",
            "haben kein Internet",
            "nicht barrierefrei. Angebote stehen online.",
            "Rauchen verboten",
            "Schlüssel beim Hausmeister",
            "nein",
            "nur für unsere Mitglieder",
            "Zustimmung erteilt",
            "Freigabe liegt vor",
            "Kooperation mit dem Frauenhaus Herne",
        ] {
            assert!(!read(text).forbids, "{text}");
        }
    }

    #[test]
    fn what_a_remark_is_about_is_heard_with_it() {
        for (text, expected) in [
            ("Adresse geheim halten!", [true, false, false]),
            ("Schutzwohnung", [true, false, false]),
            ("Tel. nicht veröffentlichen!", [false, true, false]),
            ("Handy nicht weitergeben", [false, true, false]),
            ("Mailadresse nicht ins Netz", [false, false, true]),
            ("Anschrift und Telefon nicht nennen", [true, true, false]),
            ("nicht veröffentlichen", [false, false, false]),
            ("Frauenhaus!", [true, false, false]),
            ("keine Adresse angeben!", [true, false, false]),
            ("Tel. nur für uns", [false, true, false]),
        ] {
            let PublicationRemark { forbids, place, phone, email, .. } = read(text);
            assert!(forbids, "{text}");
            assert_eq!([place, phone, email], expected, "{text}");
        }
    }

    #[test]
    fn an_association_that_is_no_more_or_rests_is_heard() {
        for text in [
            "aufgelöst",
            "ALT – aufgelöst 2025",
            "Verein existiert nicht mehr",
            "gibt es seit 2023 nicht mehr",
            "gibt's nicht mehr",
            "ruht",
            "Der Verein ruht derzeit",
            "nicht mehr aktiv",
            "inaktiv",
            "no longer exists",
            "hat die Arbeit eingestellt",
            "eingestellt",
            "pausiert",
            "Verein gelöscht 2023",
            "gelöscht 2023",
        ] {
            assert!(read(text).is_over, "{text}");
        }
        for text in [
            "im Ruhrgebiet",
            "gibt es noch",
            "in den Ferien geschlossen",
            "Sozialarbeiterin eingestellt",
            "sucht nicht mehr als zwei Räume",
        ] {
            assert!(!read(text).is_over, "{text}");
        }
    }
}
