//! Words of lists for the state of an association: "aktiv", "ruht", "aufgelöst 2022".

use crate::actors_table::plain;

/// What stands before a value that a word of the state of an association was read as.
pub(super) const STATE: &str = "state:";

/// What a word of lists says of the state of an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum StateWord<'v> {
    /// That all is as usual.
    Usual,
    /// What staff should read, and no more.
    Notable,
    /// How its entry is to come in.
    Status(&'v str),
}

/// What a value says of a state, where it was told by such a word.
pub(in super::super) fn state_word(value: &str) -> Option<StateWord<'_>> {
    Some(match value.strip_prefix(STATE)? {
        "import" => StateWord::Usual,
        "import-note" => StateWord::Notable,
        status => StateWord::Status(status),
    })
}

/// A word of state without the day or the year behind it: "aufgelöst 2022", "ruht seit 03/2021", "aktiv (Stand 2024)".
pub(super) fn without_day(text: &str) -> String {
    let fillers = ["seit", "zum", "am", "im", "ab", "in", "bis", "ca", "stand", "since", "as", "of", "on", "until"];
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).map(plain).collect();
    // "in Gründung" begins with such a word.
    let end = words.iter().rposition(|word| !fillers.contains(&word.as_str())).map_or(0, |at| at + 1);
    words[..end].concat()
}

#[cfg(test)]
mod tests {
    use super::without_day;

    #[test]
    fn the_day_behind_a_state_says_nothing_of_it() {
        for (text, word) in [
            ("aufgelöst 2022", "aufgelöst"),
            ("ruht seit 03/2021", "ruht"),
            ("aktiv (Stand 2024)", "aktiv"),
            ("in Gründung", "in Gründung"),
        ] {
            assert_eq!(without_day(text), crate::actors_table::plain(word), "{text}");
        }
    }
}
