//! Cells that spreadsheets would take for formulas. A file for the public holds texts that anybody may have
//! suggested, and whoever opens it must not run them.

/// What a formula begins with (OWASP, "CSV injection"), its wide forms in East Asian scripts included.
const BEGIN_FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What may stand in front of that without making it another text.
const IN_FRONT: [char; 3] = ['\'', ' ', '\u{a0}'];

fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start_matches(IN_FRONT).starts_with(BEGIN_FORMULAS)
}

/// The text as it is written: with an apostrophe in front where it begins like a formula.
pub(crate) fn guard(text: String) -> String {
    if begins_like_a_formula(&text) { format!("'{text}") } else { text }
}

/// The text that was written so.
pub(super) fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| begins_like_a_formula(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_every_text_comes_back() {
        for text in ["=1+1", "+49 2325 1", "-2", "@x", "\t=1", "\r=1", " =1", "'=1", "''+1", "＝1"] {
            let written = guard(text.to_owned());
            assert_eq!((written.as_str(), unguard(&written)), (format!("'{text}").as_str(), text));
        }
        for text in ["", "Verein", "'s Lädchen", "1-2", "a=b"] {
            assert_eq!((guard(text.to_owned()).as_str(), unguard(text)), (text, text));
        }
    }
}
