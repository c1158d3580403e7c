//! Telephone numbers, mail and web addresses as people write them into cells: several in one, with words around them,
//! with "(at)", without "https://".

use domain::{
    EmailAddress, PhoneNumber, WebAddress,
    text::{is_unseen, latin_digits},
};

use super::personal_contacts::{ContactPiece, person_pieces};

/// What stands between several contacts of one cell.
const BETWEEN: [&str; 13] =
    [";", "\n", ",", "|", " o. ", " oder ", " od. ", " u. ", " und ", " or ", " and ", " bzw. ", " & "];

/// Hosts of social networks, by the word that their names begin with.
const SOCIAL_NETWORKS: [&str; 9] =
    ["facebook", "instagram", "youtube", "tiktok", "linkedin", "twitter", "telegram", "whatsapp", "mastodon"];

/// The fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 3;

/// The contacts of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contacts {
    pub(super) phones: Vec<String>,
    pub(super) emails: Vec<String>,
    pub(super) websites: Vec<String>,
    pub(super) social_links: Vec<String>,
    /// Web addresses with a slip, and what they were taken for.
    pub(super) repaired: Vec<(String, String)>,
    /// Persons with their own numbers and addresses, as they are written: none of these is the entry's.
    pub(super) persons: Vec<String>,
    /// Words beside them.
    pub(super) words: Vec<String>,
}

/// Which contacts a cell is looked through for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContactKind {
    Phone,
    Email,
    Website,
    Any,
}

/// Reads a cell. What is no contact of the kind is left in its words.
pub(super) fn read_contacts(text: &str, kind: ContactKind) -> Contacts {
    let text = dot_web_commas(&spell_signs(&latin_digits(text)));
    let mut contacts = Contacts::default();
    let mut pieces = vec![text.as_str()];
    for separator in BETWEEN {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(separator)).take(50).collect();
    }
    let pieces: Vec<&str> =
        pieces.into_iter().flat_map(split_numbers).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let mut personal = Vec::new();
    for piece in person_pieces(&pieces) {
        match piece {
            ContactPiece::Personal(text) => personal.push(text),
            ContactPiece::Of(piece) => contacts.add(piece, kind),
        }
    }
    contacts.persons = personal;
    contacts
}

/// Reads the contacts of one person, whose words say who it is.
pub(super) fn read_contacts_of_person(text: &str) -> Contacts {
    let text = spell_signs(&latin_digits(text));
    let mut contacts = Contacts::default();
    for piece in text.split([',', ';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
        contacts.add(piece, ContactKind::Any);
    }
    contacts
}

impl Contacts {
    /// Adds what a piece holds. What is no contact of the kind, and none of another one, is left in the words.
    fn add(&mut self, piece: &str, kind: ContactKind) {
        let is_read = match kind {
            // Numbers stand in addresses of the web as well.
            ContactKind::Website => self.add_website(piece) || self.add_email(piece),
            ContactKind::Email => self.add_email(piece) || self.add_website(piece),
            ContactKind::Phone | ContactKind::Any => {
                self.add_email(piece) || self.add_website(piece) || self.add_phone(piece)
            }
        };
        if !is_read {
            self.words.push(piece.to_owned());
        }
    }

    /// Adds the mail address of a piece; whether there is one.
    fn add_email(&mut self, piece: &str) -> bool {
        let is_address = |word: &&str| word.contains('@');
        let words: Vec<&str> = piece.split_whitespace().collect();
        let mut found = false;
        for word in words.iter().filter(|word| is_address(word)) {
            let word = word.trim_start_matches("mailto:").trim_matches(['<', '>', '(', ')', '[', ']', '.', ':', '"']);
            let Ok(address) = word.parse::<EmailAddress>() else { continue };
            found = true;
            // One mailbox, however its name is written: no host in use tells them apart.
            if !self.emails.iter().any(|known| known.to_lowercase() == address.as_str().to_lowercase()) {
                self.emails.push(address.to_string());
            }
        }
        if found {
            let rest: Vec<&str> = words.into_iter().filter(|word| !is_address(word)).collect();
            self.add_words(&rest.join(" "));
        }
        found
    }

    /// Adds the web address of a piece; whether there is one.
    fn add_website(&mut self, piece: &str) -> bool {
        if let Some(link) = social_handle(piece) {
            if !self.social_links.contains(&link) {
                self.social_links.push(link);
            }
            return true;
        }
        let words: Vec<&str> = piece.split_whitespace().collect();
        let addresses: Vec<(usize, String)> = words
            .iter()
            .enumerate()
            .filter_map(|(at, word)| {
                Some((at, complete_web_address(word.trim_matches(['<', '>', '(', ')', '"', ',']))?))
            })
            .collect();
        for (at, address) in &addresses {
            if let Some(repaired) = WebAddress::repair_text(words[*at]) {
                self.repaired.push((words[*at].to_owned(), repaired));
            }
            let list = if is_social_network(address) { &mut self.social_links } else { &mut self.websites };
            if !list.contains(address) {
                list.push(address.clone());
            }
        }
        if !addresses.is_empty() {
            let is_address = |at: usize| addresses.iter().any(|(known, _)| *known == at);
            let rest: Vec<&str> =
                words.iter().enumerate().filter(|(at, _)| !is_address(*at)).map(|(_, word)| *word).collect();
            self.add_words(&rest.join(" "));
        }
        !addresses.is_empty()
    }

    /// Adds the telephone number of a piece; whether there is one.
    fn add_phone(&mut self, piece: &str) -> bool {
        let Some((before, number, behind)) = find_phone(piece) else { return false };
        if is_fax_label(before) {
            return false;
        }
        if !self.phones.iter().any(|known| known == number) {
            self.phones.push(number.to_owned());
        }
        self.add_words(before);
        self.add_words(behind);
        true
    }

    /// Keeps words that say more than what the column says already.
    fn add_words(&mut self, words: &str) {
        let words = words.trim().trim_matches([':', '-', '–', '(', ')', ',']).trim();
        let is_label = [
            "tel", "tel.", "telefon", "fon", "mobil", "handy", "phone", "mail", "e-mail", "email", "web", "www",
            "büro", "zentrale", "t", "m",
        ]
        .contains(&words.to_lowercase().as_str());
        if !words.is_empty() && !is_label {
            self.words.push(words.to_owned());
        }
    }
}

/// Spells out what people write so that machines do not find it, and takes out what nobody sees.
fn spell_signs(text: &str) -> String {
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
    text
}

/// Dots for the commas of web addresses that are not complete without what stands behind: "www,verein.example",
/// "www.verein,example". Where an address is complete, a comma ends it.
fn dot_web_commas(text: &str) -> String {
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

const fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t')
}

/// Two whole numbers that stand on both sides of a slash.
fn split_numbers(piece: &str) -> Vec<&str> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    for (at, _) in piece.match_indices(" / ") {
        let (one, other) = (&piece[..at], &piece[at + 3..]);
        let begins_anew = other.trim_start().starts_with(['0', '+', '(']);
        if digits(one) >= 6 && digits(other) >= 6 && begins_anew {
            return vec![one, other];
        }
    }
    vec![piece]
}

/// The telephone number in a text, with what stands before and behind it.
pub(super) fn find_phone(text: &str) -> Option<(&str, &str, &str)> {
    let is_sign = |c: char| c.is_ascii_digit() || " +()/-–—‑.".contains(c);
    let mut best: Option<(usize, usize, usize)> = None;
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), 'x')]) {
        match (start, is_sign(c)) {
            (None, true) if c.is_ascii_digit() || c == '+' || c == '(' => start = Some(at),
            (Some(from), false) => {
                let digits = text[from..at].chars().filter(char::is_ascii_digit).count();
                if best.is_none_or(|(_, _, most)| digits > most) {
                    best = Some((from, at, digits));
                }
                start = None;
            }
            _ => {}
        }
    }
    // Spreadsheets write long numbers as powers of ten, and their last digits are lost.
    let is_power = |to: usize| text[to..].starts_with(['e', 'E']) && text[to + 1..].starts_with(['+', '-']);
    let (from, to, digits) = best.filter(|(_, to, digits)| *digits >= FEWEST_DIGITS && !is_power(*to))?;
    let last = text[from..to].rfind(|c: char| c.is_ascii_digit())?;
    let number = text[from..=from + last].trim();
    (digits <= 15 && number.parse::<PhoneNumber>().is_ok()).then(|| (&text[..from], number, &text[from + last + 1..]))
}

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

/// The page of a name on a social network that is named beside it: "@verein (Instagram)".
fn social_handle(piece: &str) -> Option<String> {
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

/// Whether words in front of a number say that nobody answers it.
fn is_fax_label(before: &str) -> bool {
    let label = before.to_lowercase();
    label.contains("fax") && !label.contains("tel.") && !label.contains("tel/") && !label.contains("telefon")
}

fn is_social_network(address: &str) -> bool {
    let host = address.split("://").nth(1).unwrap_or(address).split('/').next().unwrap_or_default().to_lowercase();
    let host =
        ["www.", "m.", "de-de."].iter().fold(host.as_str(), |host, prefix| host.strip_prefix(prefix).unwrap_or(host));
    let name = host.split('.').next().unwrap_or_default();
    SOCIAL_NETWORKS.contains(&name) || ["t.me", "wa.me", "x.com", "fb.com", "linktr.ee"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_kept_as_they_are_written_without_the_words_around_them() {
        for (text, phones) in [
            ("02323999900", vec!["02323999900"]),
            ("+49 (0)2323 999901", vec!["+49 (0)2323 999901"]),
            ("02323 - 9999 03", vec!["02323 - 9999 03"]),
            ("(02323) 999904", vec!["(02323) 999904"]),
            ("02323/999902", vec!["02323/999902"]),
            ("ca. nach 18 Uhr: 02323 999906", vec!["02323 999906"]),
            ("02323-999908 o. 02323-999909", vec!["02323-999908", "02323-999909"]),
            ("02323 12345 / 0170 000000", vec!["02323 12345", "0170 000000"]),
            ("Tel.: 12345/-46", vec!["12345/-46"]),
            ("\u{202a}+49\u{a0}2323\u{a0}12345\u{202c}", vec!["+49 2323 12345"]),
            ("115", vec!["115"]),
        ] {
            assert_eq!(read_contacts(text, ContactKind::Phone).phones, phones, "{text}");
        }
        assert_eq!(read_contacts("ca. nach 18 Uhr: 02323 999906", ContactKind::Phone).words, ["ca. nach 18 Uhr"]);
        assert_eq!(read_contacts("ruf an", ContactKind::Phone).phones, Vec::<String>::new());
    }

    #[test]
    fn mail_addresses_are_found_however_they_are_hidden_and_several_are_kept_apart() {
        for (text, emails) in [
            ("verein0(at)post.example", vec!["verein0@post.example"]),
            ("a2@post.example; b2@post.example", vec!["a2@post.example", "b2@post.example"]),
            ("Info@Verein4.Example ", vec!["Info@verein4.example"]),
            ("Info@MÜLLER.example; Info@müller.example", vec!["Info@müller.example"]),
            ("info@verein.example; INFO@verein.example", vec!["info@verein.example"]),
            ("mailto:a@post.example", vec!["a@post.example"]),
            ("info (at) verein (dot) example", vec!["info@verein.example"]),
        ] {
            assert_eq!(read_contacts(text, ContactKind::Email).emails, emails, "{text}");
        }
    }

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
        assert_eq!(read("www.a.example,www.b.example").0, ["https://www.a.example", "https://www.b.example"]);
        assert_eq!(read_contacts("www.a.example,info@a.example", ContactKind::Any).emails, ["info@a.example"]);
    }

    #[test]
    fn one_cell_may_hold_contacts_of_several_kinds() {
        let contacts = read_contacts("Tel. 02323 111222, info@verein.example, www.verein.example", ContactKind::Any);
        assert_eq!(contacts.phones, ["02323 111222"]);
        assert_eq!(contacts.emails, ["info@verein.example"]);
        assert_eq!(contacts.websites, ["https://www.verein.example"]);
        assert!(contacts.words.is_empty(), "{contacts:?}");
    }
}
