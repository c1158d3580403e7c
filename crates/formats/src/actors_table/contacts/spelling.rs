//! Signs of contacts as people spell them out: "info (at) verein (punkt) example".

use domain::text::is_unseen;

/// Spells out what people write so that machines do not find it, and takes out what nobody sees.
pub(super) fn spell_signs(text: &str) -> String {
    let text: String = text.chars().filter(|c| !is_unseen(*c)).map(|c| if is_space(c) { ' ' } else { c }).collect();
    let mut text = text;
    for (written, sign) in [
        (" (at) ", "@"),
        ("(at)", "@"),
        ("[at]", "@"),
        (" [at] ", "@"),
        ("(ät)", "@"),
        ("{at}", "@"),
        ("(a)", "@"),
        (" (dot) ", "."),
        (" [dot] ", "."),
        (" (punkt) ", "."),
        ("(dot)", "."),
        ("[dot]", "."),
        ("(punkt)", "."),
        ("[punkt]", "."),
        (" @ ", "@"),
        (" @", "@"),
        ("@ ", "@"),
    ] {
        text = text.replace(written, sign);
    }
    // Words only where both stand: "open at nine" is no address.
    let lower = text.to_lowercase();
    if let (Some(at), true) = (lower.find(" at "), lower.contains(" dot ") && lower.len() == text.len()) {
        text.replace_range(at..at + 4, "@");
        while let Some(dot) = text.to_lowercase().find(" dot ") {
            text.replace_range(dot..dot + 5, ".");
        }
    }
    text
}

const fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t')
}
