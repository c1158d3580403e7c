//! Web addresses and pages on social networks as people write them into cells.

use domain::WebAddress;

/// Hosts of social networks, by the word that their names begin with.
const SOCIAL_NETWORKS: [&str; 9] =
    ["facebook", "instagram", "youtube", "tiktok", "linkedin", "twitter", "telegram", "whatsapp", "mastodon"];

/// A web address with its scheme; `None` where the text is none.
pub(super) fn complete_web_address(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let lower = text.to_lowercase();
    if text.contains('@') || text.contains(char::is_whitespace) {
        return None;
    }
    if let Some(repaired) = WebAddress::repair_text(text) {
        return repaired.parse::<WebAddress>().ok().map(|address| address.to_string());
    }
    if lower.contains("://") || lower.starts_with("http:") || lower.starts_with("https:") {
        if !is_public_host(text) {
            return None;
        }
        return text.parse::<WebAddress>().ok().map(|address| address.to_string());
    }
    let host = lower.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_host = labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && labels.last().is_some_and(|last| last.chars().count() >= 2 && last.chars().all(char::is_alphabetic));
    if !is_host {
        return None;
    }
    let whole = format!("https://{text}");
    whole.parse::<WebAddress>().ok().map(|address| address.to_string())
}

/// Whether the host of a web address is one that others reach: "http://localhost" is none.
pub(super) fn is_public_host(text: &str) -> bool {
    let rest = text.split_once(':').map_or(text, |(_, rest)| rest).trim_start_matches('/');
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_end_matches('.');
    host.contains('.')
}

/// The parts of a text between a separator. One behind the host of a web address is part of it, "https://a.example/p,q",
/// unless another address follows.
pub(super) fn split_outside_addresses<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, found) in text.match_indices(separator) {
        let word_start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1).max(start);
        let behind = &text[at + found.len()..];
        let rest = behind.split(char::is_whitespace).next().unwrap_or_default();
        if !has_path(&text[word_start..at]) || rest.is_empty() || begins_address(rest) || found.contains('\n') {
            parts.push(&text[start..at]);
            start = at + found.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Whether a text is a web address with more than its host.
fn has_path(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '<', '"']);
    let lower = text.to_lowercase();
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let is_address = lower.contains("://") || lower.starts_with("www.") || complete_web_address(text).is_some();
    is_address && bare.contains(['/', '?', '#'])
}

/// Whether a text begins with a contact of its own.
fn begins_address(text: &str) -> bool {
    let first = text.split([',', '|', ';', '/', '?']).next().unwrap_or_default();
    let lower = text.to_lowercase();
    lower.starts_with("http") || lower.starts_with("www") || first.contains('@') || {
        // "b.example", and not "456.html".
        let is_file = FILE_ENDINGS.iter().any(|ending| first.to_lowercase().ends_with(ending));
        !is_file && complete_web_address(first).is_some()
    }
}

/// What the names of pages end with.
const FILE_ENDINGS: [&str; 7] = [".html", ".htm", ".php", ".pdf", ".aspx", ".jsp", ".shtml"];

/// The page of a name on a social network that is named beside it: "@verein (Instagram)".
pub(super) fn social_handle(piece: &str) -> Option<String> {
    let lower = piece.to_lowercase();
    let beginning = [
        ("instagram", "https://www.instagram.com/"),
        ("facebook", "https://www.facebook.com/"),
        ("tiktok", "https://www.tiktok.com/@"),
        ("youtube", "https://www.youtube.com/@"),
    ];
    let (_, beginning) = beginning.iter().find(|(network, _)| lower.contains(network))?;
    // "@verein (Instagram)", or "Facebook: verein".
    let named = piece.split([' ', ':', ',', '\t']).find_map(|word| word.strip_prefix('@'));
    let behind = || piece.split_once(':').map(|(_, name)| name.trim()).filter(|name| !name.contains(['.', '/']));
    let name = named.or_else(behind)?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    is_name.then(|| format!("{beginning}{name}"))
}

/// Dots for the commas of web addresses that are not complete without what stands behind: "www,verein.example",
/// "www.verein,example". Where an address is complete, a comma ends it.
pub(super) fn dot_web_commas(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let lower = word.to_lowercase();
        let (scheme, host) = lower.split_once("://").map_or(("", lower.as_str()), |(scheme, host)| (scheme, host));
        let (Some((before, behind)), true) = (host.split_once(','), !scheme.is_empty() || host.starts_with("www"))
        else {
            return word.to_owned();
        };
        let names = before.split('.').filter(|name| *name != "www").count();
        let is_complete = names >= 2 || before.contains(['/', '?', '#']);
        if is_complete || behind.is_empty() || behind.contains('@') {
            return word.to_owned();
        }
        let written = without_slip(word);
        written.unwrap_or_else(|| word.to_owned())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The word with its first comma as a dot, the second too where it still lacks its last part.
fn without_slip(word: &str) -> Option<String> {
    let (before, behind) = word.split_once(',')?;
    let dotted = format!("{before}.{behind}");
    let host = dotted.split("://").last()?.split(['/', '?', '#']).next()?.to_owned();
    let first = host.split(',').next()?;
    let is_complete = first.split('.').filter(|name| !name.eq_ignore_ascii_case("www")).count() >= 2;
    if is_complete { Some(dotted) } else { without_slip(&dotted).or(Some(dotted)) }
}

/// A text whose web addresses have no spaces beside the dots of their hosts: "http://x .example", "www. verein.example".
/// What stands behind an address that is complete is no part of it.
pub(super) fn join_web_spaces(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let joins = words.last().is_some_and(|last: &String| {
            let begins = ["http://", "https://", "www"].iter().any(|sign| last.to_lowercase().starts_with(sign));
            let is_one = WebAddress::repair_text(&format!("{last} {word}")).is_some();
            let is_name = word.chars().any(char::is_alphanumeric);
            begins && is_one && is_name && (word.starts_with('.') || last.ends_with('.'))
        });
        match words.last_mut().filter(|_| joins) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

pub(super) fn is_social_network(address: &str) -> bool {
    let host = address.split("://").nth(1).unwrap_or(address).split('/').next().unwrap_or_default().to_lowercase();
    let host =
        ["www.", "m.", "de-de."].iter().fold(host.as_str(), |host, prefix| host.strip_prefix(prefix).unwrap_or(host));
    let name = host.split('.').next().unwrap_or_default();
    SOCIAL_NETWORKS.contains(&name) || ["t.me", "wa.me", "x.com", "fb.com", "linktr.ee"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::super::contacts::{ContactKind, read_contacts};

    #[test]
    fn web_addresses_get_their_scheme_and_social_networks_are_told_apart() {
        let read = |text: &str| {
            let contacts = read_contacts(text, ContactKind::Website);
            (contacts.websites, contacts.social_links)
        };
        assert_eq!(read("www.verein2.example"), (vec!["https://www.verein2.example".to_owned()], vec![]));
        assert_eq!(read("verein5.example/start").0, ["https://verein5.example/start"]);
        assert_eq!(read("http://verein25.example").0, ["http://verein25.example"]);
        assert_eq!(read("facebook.example/verein13").1, ["https://facebook.example/verein13"]);
        assert_eq!(read("www.müller-verein.example").0, ["https://www.müller-verein.example"]);
        assert_eq!(read("@v5 (Instagram)"), (vec![], vec!["https://www.instagram.com/v5".to_owned()]));
        assert_eq!(read("Facebook: @verein.5").1, ["https://www.facebook.com/verein.5"]);
        assert_eq!(read("auf Anfrage"), (vec![], vec![]));
        for (text, address) in [
            ("htp://verein.example", "http://verein.example"),
            ("http:/verein.example/x", "http://verein.example/x"),
            ("http//www.verein.example", "http://www.verein.example"),
            ("www,verein.example", "https://www.verein.example"),
            ("www.verein,example", "https://www.verein.example"),
            ("www,verein,example", "https://www.verein.example"),
            ("https:verein.example", "https://verein.example"),
        ] {
            assert_eq!(read(text).0, [address], "{text}");
        }
        for whole in [
            "https://zeitung.example/lokales/herne,art123,456.html",
            "https://a.example/p,q",
            "https://a.example/x|y",
            "https://karte.example/?at=51.5,7.2,12z",
        ] {
            assert_eq!(read(whole).0, [whole], "{whole}");
        }
        let several = ["https://a.example/x, https://b.example/y", "https://a.example/x|https://b.example/y"];
        for several in several {
            assert_eq!(read(several).0, ["https://a.example/x", "https://b.example/y"], "{several}");
        }
        assert_eq!(read("https://a.example/x,b.example").0, ["https://a.example/x", "https://b.example"]);
        assert_eq!(read("www.a.example,www.b.example").0, ["https://www.a.example", "https://www.b.example"]);
        assert_eq!(read_contacts("www.a.example,info@a.example", ContactKind::Any).emails, ["info@a.example"]);
    }
}
