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

/// A dot for the comma in the host of a mail address that has no other: "info@verein,example". Adds what was taken for what.
pub(super) fn dot_mail_commas(text: &str, repaired: &mut Vec<(String, String)>) -> String {
    let words = text.split(' ').map(|word| {
        let Some((name, host)) = word.split_once('@') else { return word.to_owned() };
        let Some((before, behind)) = host.split_once(',') else { return word.to_owned() };
        let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
        let is_last = behind[end..].chars().all(|c| ",;.)>\n".contains(c));
        if before.is_empty() || before.contains('.') || end < 2 || !is_last {
            return word.to_owned();
        }
        let (given, meant) =
            (format!("{name}@{before},{}", &behind[..end]), format!("{name}@{before}.{}", &behind[..end]));
        let whole = format!("{meant}{}", &behind[end..]);
        repaired.push((given, meant));
        whole
    });
    words.collect::<Vec<_>>().join(" ")
}

const fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t')
}
