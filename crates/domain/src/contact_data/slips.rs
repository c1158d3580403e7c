//! Slips in web addresses that can be meant in one way only.

use super::lacks_scheme;

/// What an address would be without its slip; `None` where it has none that is known.
pub(super) fn repair_web_address(text: &str) -> Option<String> {
    repair_backslashes(text)
        .or_else(|| repair_scheme(text))
        .or_else(|| repair_misspelt_scheme(text))
        .or_else(|| repair_commas(text))
        .or_else(|| repair_spaces(text))
}

/// What a mail address would be without what people write around its signs; `None` where there is nothing of that.
pub(super) fn repair_email_address(text: &str) -> Option<String> {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(text, |(inside, _)| inside);
    let bare = inside.trim();
    let bare = bare.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map_or(bare, |_| &bare[7..]);
    let mut meant = bare.replace('\u{131}', "i");
    for (written, sign) in [
        (" (at) ", "@"),
        ("(at)", "@"),
        (" [at] ", "@"),
        ("[at]", "@"),
        (" (dot) ", "."),
        ("(dot)", "."),
        (" [dot] ", "."),
        ("[dot]", "."),
        (" (punkt) ", "."),
        ("(punkt)", "."),
        (" @ ", "@"),
        (" @", "@"),
        ("@ ", "@"),
    ] {
        meant = meant.replace(written, sign);
    }
    if let Some((name, host)) = meant.split_once('@').filter(|(_, host)| !host.contains('.')) {
        meant = format!("{name}@{}", host.replacen(',', ".", 1));
    }
    (meant != text).then_some(meant)
}

/// Slashes for the backslashes of what is meant as an address: `http:\\\\example.org`.
fn repair_backslashes(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let is_meant = ["http:\\", "https:\\", "www."].iter().any(|start| lower.starts_with(start));
    if !is_meant || !text.contains('\\') {
        return None;
    }
    let slashed = text.replace('\\', "/");
    let complete = if lower.starts_with("www.") { format!("https://{slashed}") } else { slashed };
    Some(repair_web_address(&complete).unwrap_or(complete))
}

/// What an address would be without the slip that parsers of web addresses pass over: a scheme without slashes, or one
/// behind another, of which the first is taken for a host.
fn repair_scheme(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https:", "http:"].into_iter().find(|scheme| lower.starts_with(scheme))?;
    let rest = text.get(scheme.len()..)?;
    let bare = rest.trim_start_matches('/');
    let lower_bare = bare.to_ascii_lowercase();
    let is_double = ["http:", "https:", "http//", "https//"].iter().any(|again| lower_bare.starts_with(again));
    if is_double {
        let address = bare.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start_matches([':', '/']);
        return Some(format!("{scheme}//{address}"));
    }
    (!rest.starts_with("//") && !bare.is_empty()).then(|| format!("{scheme}//{bare}"))
}

/// A scheme with letters left out, doubled or exchanged, or without its colon: `htp://`, `http//`, `https;//`.
fn repair_misspelt_scheme(text: &str) -> Option<String> {
    let word = &text[..text.find(|c: char| !c.is_ascii_alphabetic())?];
    let behind = &text[word.len()..];
    let lower = word.to_ascii_lowercase();
    if ["http", "https"].contains(&lower.as_str()) && behind.starts_with("://") {
        return None;
    }
    let is_scheme = (3..=7).contains(&lower.len())
        && lower.bytes().all(|letter| b"htps".contains(&letter))
        && lower.contains('t')
        && lower.contains('p');
    let address = behind.trim_start_matches([':', ';', '.', ',', '/', '\\']);
    let signs = &behind[..behind.len() - address.len()];
    if !is_scheme || !signs.contains([':', ';', '/', '\\']) || !lacks_scheme(&without_commas(address)) {
        return None;
    }
    let scheme = if lower.contains('s') { "https" } else { "http" };
    Some(format!("{scheme}://{}", without_commas(address)))
}

/// Commas for dots in the host of what is meant as an address: `www,example.org`.
fn repair_commas(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://", ""].into_iter().find(|scheme| lower.starts_with(scheme))?;
    let address = &text[scheme.len()..];
    let is_meant = !scheme.is_empty() || lower.starts_with("www.") || lower.starts_with("www,");
    let repaired = without_commas(address);
    if !is_meant || repaired == address || !lacks_scheme(&repaired) {
        return None;
    }
    Some(format!("{}{repaired}", if scheme.is_empty() { "https://" } else { scheme }))
}

/// Spaces beside the dots of a host: `http://x .example`, `www. example.org`.
fn repair_spaces(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://", ""].into_iter().find(|scheme| lower.starts_with(scheme))?;
    let is_meant = !scheme.is_empty() || lower.starts_with("www");
    let words: Vec<&str> = text[scheme.len()..].split_whitespace().collect();
    let is_dotted = words.windows(2).all(|pair| pair[0].ends_with('.') != pair[1].starts_with('.'));
    let address = words.concat();
    if !is_meant || words.len() < 2 || !is_dotted || !lacks_scheme(&address) {
        return None;
    }
    Some(format!("{}{address}", if scheme.is_empty() { "https://" } else { scheme }))
}

/// An address without its scheme, with dots for the commas of its host.
fn without_commas(address: &str) -> String {
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    format!("{}{}", address[..end].replace(',', "."), &address[end..])
}
