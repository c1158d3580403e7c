//! Long words of the tables with two letters swapped, or one left out, ask for the same as they are meant to, or for
//! nothing: a wrong filter is worse than none.

mod demo;

use std::collections::BTreeSet;

use directory::{ActorFilter, Snapshot};

const THEMES: &str = include_str!("../words/themes.csv");
/// From how many letters words are tried; one in so many of them.
const LONG: usize = 9;
const EVERY: usize = 7;

/// The German words of the table of themes that are long enough, sorted.
fn long_words() -> Vec<&'static str> {
    let cells = THEMES.lines().skip(1).filter_map(|line| line.split(',').nth(1));
    let words = cells.flat_map(|cell| cell.split(';')).map(str::trim);
    let is_long = |word: &&str| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let words: BTreeSet<&str> = words.filter(is_long).collect();
    words.into_iter().step_by(EVERY).collect()
}

/// The word with the two letters in its middle swapped, and without one of them.
fn misspelt(word: &str) -> [String; 2] {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let (mut swapped, mut lacking) = (letters.clone(), letters);
    swapped.swap(middle, middle + 1);
    lacking.remove(middle);
    [swapped, lacking].map(|letters| letters.into_iter().collect())
}

fn filter(snapshot: &Snapshot, text: &str) -> ActorFilter {
    snapshot.interpret(text, Some("de"), demo::now()).expect("an interpretation").filter
}

#[test]
fn a_long_word_with_a_typo_asks_for_the_same_or_for_nothing() {
    let snapshot = demo::snapshot();
    let (mut asked, mut wrong) = (0, Vec::new());
    for word in long_words() {
        let meant = filter(&snapshot, word);
        // What is looked for as text asks for a theme where the text is nowhere.
        for typed in misspelt(word).into_iter().filter(|typed| typed != word && meant != ActorFilter::default()) {
            let understood = filter(&snapshot, &typed);
            asked += 1;
            if understood != ActorFilter::default() && understood != meant {
                wrong.push(format!("{typed} ({word}): {understood:?}"));
            }
        }
    }
    println!("{} of {asked} misspelt words ask for something else: {wrong:#?}", wrong.len());
    assert!(asked > 150, "{asked}");
    assert!(wrong.len() * 50 <= asked, "{wrong:#?}");
}

#[test]
fn a_compound_without_the_letters_that_join_it_is_that_compound() {
    let snapshot = demo::snapshot();
    for (text, theme) in [("Integrationkurs", "language.german"), ("Einbürgerungtest", "arrival.naturalisation")] {
        let asked = snapshot.interpret(text, Some("de"), demo::now()).expect("an interpretation");
        assert!(asked.chips.iter().any(|chip| chip.value == theme), "{text}: {asked:?}");
    }
}
