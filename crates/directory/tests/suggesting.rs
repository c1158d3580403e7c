//! What is suggested as somebody types: the kinds of things in their order, only what is public, and questions that
//! are understood and answered.

mod demo;

use directory::{Snapshot, Suggestion};

/// The readers and what they type, letter by letter.
const TYPED: [(&str, &str); 15] = [
    ("de", "Deutschkurs in Wanne"),
    ("de", "Elternarbeit auf Rumänisch in Wanne"),
    ("de", "Beratung für Frauen auf Arabisch"),
    ("de", "kostenlose Nachhilfe heute"),
    ("de", "Frauencafé Quittenlaterne"),
    ("de", "Formularhilfe"),
    ("en", "German courses in Wanne"),
    ("tr", "Almanca kursu Wanne"),
    ("ar", "تعلم الألمانية"),
    ("uk", "Курси німецької у Wanne"),
    ("ro", "Cursuri de germană în Wanne"),
    ("pl", "Kursy niemieckiego w Wanne"),
    ("pl", "kurs niemieckiego w Wanne"),
    ("de", "Deutschkurs in Sodingen"),
    ("de", "Deutschkurs auf Türkisch"),
];

fn labels(snapshot: &Snapshot, text: &str, language: &str, first: usize) -> Vec<String> {
    let suggestions = snapshot.suggest(text, first, language).expect("suggestions");
    let label = |it: &domain::LocalisedText| it.resolve(language).map(|(_, text)| text.to_owned()).unwrap_or_default();
    let labels = suggestions.into_iter().map(|suggestion| match suggestion {
        Suggestion::Actor(no) => format!("actor {}", snapshot.actor(no).data().name),
        Suggestion::Theme(no) => format!("theme {}", label(snapshot.theme(no).label())),
        Suggestion::District(no) => format!("district {}", label(snapshot.district(no).name())),
        Suggestion::Language(tag) => format!("language {tag}"),
        Suggestion::Offer(no) => format!("offer {}", label(&snapshot.offer(no).data().title)),
        Suggestion::Event(no) => format!("event {}", label(&snapshot.event(no).data().title)),
        Suggestion::Question(text) => format!("question {text}"),
    });
    labels.collect()
}

fn has(labels: &[String], label: &str) -> bool {
    labels.iter().any(|it| it == label)
}

#[test]
fn every_sort_of_thing_is_completed() {
    let snapshot = demo::snapshot();
    for (language, text, label) in [
        ("de", "Deutschk", "theme Deutschkurse"),
        ("de", "Deutschk", "question Deutschkurs in Wanne"),
        ("de", "Deutschkurs i", "question Deutschkurs in Wanne"),
        ("de", "Deutschkurs in ", "question Deutschkurs in Wanne"),
        ("de", "Deutschkurs in W", "question Deutschkurs in Wanne"),
        ("de", "Elternarbeit auf Rum", "question Elternarbeit auf Rumänisch"),
        ("de", "Deutschkurs für Fra", "question Deutschkurs für Frauen"),
        ("de", "häusl", "theme Gewaltschutz"),
        ("de", "mein Mann schl", "theme Gewaltschutz"),
        ("tr", "kocam beni döv", "theme Şiddetten korunma"),
        ("ro", "curs de ge", "theme Cursuri de germană"),
        ("pl", "nauka niem", "theme Kursy niemieckiego"),
        ("de", "rum", "language ro"),
        ("de", "rum", "offer Elterncafé auf Rumänisch"),
        ("de", "wann", "district Wanne"),
        ("de", "Formul", "offer Formularhilfe"),
        ("de", "förd", "event Fördermittelforum"),
        ("de", "quittenlatrene", "actor Frauencafé Quittenlaterne e. V."),
        ("en", "German cou", "question German courses in Wanne"),
        ("tr", "Almanca kursu", "question Almanca kursu Wanne"),
        ("ar", "العرب", "language ar"),
        ("uk", "курс", "question Курси німецької у Wanne"),
        ("ro", "curs", "question Cursuri de germană în Wanne"),
    ] {
        let found = labels(&snapshot, text, language, 12);
        assert!(has(&found, label), "{language} {text:?}: {label} is not in {found:#?}");
    }
}

#[test]
fn a_question_that_is_suggested_is_understood_and_answered() {
    let snapshot = demo::snapshot();
    let mut count = 0_usize;
    for (language, text) in TYPED {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        for typed in ends.map(|end| &text[..end]) {
            for suggestion in snapshot.suggest(typed, 12, language).expect("suggestions") {
                let Suggestion::Question(question) = suggestion else { continue };
                let told = format!("{language} {typed:?}: {question:?}");
                let words: Vec<&str> = question.split_whitespace().collect();
                assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{told}");
                let reading = snapshot.interpret(&question, Some(language), demo::now()).expect("an interpretation");
                assert!(
                    reading.words.is_empty() && reading.chips.iter().all(|chip| chip.applied),
                    "{told} {reading:?}"
                );
                assert!(snapshot.count_actors(None, &reading.filter).expect("a count") > 0, "{told}");
                assert_ne!(question, typed);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn the_list_stays_while_small_words_and_first_letters_are_typed() {
    let snapshot = demo::snapshot();
    for (language, text) in [
        ("ro", "curs de german"),
        ("pl", "kawiarenka dla rodziców"),
        ("uk", "кафе для батьків"),
        ("de", "Kurs in Wanne"),
    ] {
        for (end, _) in text.char_indices().skip(4) {
            assert!(!labels(&snapshot, &text[..end], language, 8).is_empty(), "{}", &text[..end]);
        }
    }
}

#[test]
fn no_sort_of_thing_takes_the_place_of_the_others() {
    let snapshot = demo::snapshot();
    for (text, first) in [("beratung", 8), ("fr", 8), ("deutsch", 12), ("d", 20), ("frauen", 1)] {
        let found = labels(&snapshot, text, "de", first);
        assert!(found.len() <= first, "{text}: {found:?}");
        for sort in ["offer", "event", "question"] {
            assert!(found.iter().filter(|it| it.starts_with(sort)).count() <= first / 4, "{text}: {found:#?}");
        }
        // Questions come last.
        let questions = found.iter().skip_while(|it| !it.starts_with("question"));
        assert!(questions.into_iter().all(|it| it.starts_with("question")), "{text}: {found:#?}");
    }
}
