//! Telephone numbers, mail and web addresses as people write them into cells: several in one, with words around them,
//! with "(at)", without "https://".

mod pieces;
mod spelling;

use domain::{EmailAddress, PhoneNumber, WebAddress, text::latin_digits};

pub(super) use self::pieces::without_numbering;
use self::{
    pieces::{split_labels, split_numbers},
    spelling::{dot_mail_commas, spell_signs},
};
use super::{
    address::find_postcode,
    personal_contacts::{ContactPiece, person_pieces},
    web_addresses::{
        complete_web_address, dot_web_commas, is_social_network, join_web_spaces, social_handle,
        split_outside_addresses,
    },
};

/// What stands between several contacts of one cell.
const BETWEEN: [&str; 14] =
    [";", "\n", ",", "|", " + ", " o. ", " oder ", " od. ", " u. ", " und ", " or ", " and ", " bzw. ", " & "];

/// Words beside a contact that say no more than its column, small, without a full stop.
const CONTACT_LABELS: [&str; 24] = [
    "tel",
    "telefon",
    "fon",
    "mobil",
    "mob",
    "handy",
    "phone",
    "mail",
    "e-mail",
    "email",
    "web",
    "www",
    "büro",
    "zentrale",
    "t",
    "m",
    "e",
    "homepage",
    "website",
    "internet",
    "link",
    "url",
    "schreiben",
    "kontakt",
];

/// The fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 3;
/// The fewest digits of a number of a German mobile network.
const FEWEST_MOBILE_DIGITS: usize = 10;
/// The most digits of a telephone number (E.164).
const MOST_DIGITS: usize = 15;

/// The contacts of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contacts {
    pub(super) phones: Vec<String>,
    pub(super) emails: Vec<String>,
    pub(super) websites: Vec<String>,
    pub(super) social_links: Vec<String>,
    /// Addresses with a slip, and what they were taken for.
    pub(super) repaired: Vec<(String, String)>,
    /// Persons with their own numbers and addresses, as they are written: none of these is the entry's.
    pub(super) persons: Vec<String>,
    /// The address, as it is written, where it stands among them.
    pub(super) address: Option<String>,
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
    let mut contacts = Contacts::default();
    let spelt = dot_mail_commas(&spell_signs(&latin_digits(&without_numbering(text))), &mut contacts.repaired);
    let text = dot_web_commas(&join_web_spaces(&spelt));
    if let Some(meant) = WebAddress::repair_text(spelt.trim()).filter(|_| spelt.trim().contains(' ')) {
        contacts.repaired.push((spelt.trim().to_owned(), meant));
    }
    let mut pieces = vec![text.as_str()];
    for separator in BETWEEN {
        pieces = pieces.into_iter().flat_map(|piece| split_outside_addresses(piece, separator)).take(50).collect();
    }
    let pieces = pieces.into_iter().flat_map(split_labels).flat_map(split_numbers);
    let mut pieces: Vec<&str> = pieces.map(str::trim).filter(|piece| !piece.is_empty()).collect();
    if kind == ContactKind::Any {
        contacts.address = take_address(&mut pieces);
    }
    let mut personal = Vec::new();
    if kind == ContactKind::Website {
        // Words beside pages are seldom the names of persons.
        pieces.iter().for_each(|piece| contacts.add(piece, kind));
        return contacts;
    }
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
        // A word that says no more than what it is a link to.
        if !is_read && !is_label(piece) {
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
            let rest = rest.join(" ");
            // "www.verein.example post@verein.example".
            if !self.add_website(&rest) {
                self.add_words(&rest);
            }
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
        // Of "vorstand@mein verein.example" the rest is no page.
        let is_of_mailbox = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            before.is_some_and(|word| {
                word.contains('@') && word.parse::<EmailAddress>().is_err() && !word.starts_with('@')
            })
        };
        let addresses: Vec<(usize, String)> = words
            .iter()
            .enumerate()
            .filter(|(at, _)| !is_of_mailbox(*at))
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
            let rest = rest.join(" ");
            if !self.add_email(&rest) {
                self.add_words(&rest);
            }
        }
        !addresses.is_empty()
    }

    /// Adds the telephone number of a piece; whether there is one.
    fn add_phone(&mut self, piece: &str) -> bool {
        let Some((before, number, behind)) = find_phone(piece) else { return false };
        if is_fax_label(before) || is_cut(before, behind) {
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
        let words = without_label_behind(words.trim().trim_matches([':', '-', '–', '(', ')', ',']).trim());
        if !words.is_empty() && !is_label(words) {
            self.words.push(words.to_owned());
        }
    }
}

/// Words without the label of the number behind them: "Erika Beispiel (Tel.".
fn without_label_behind(words: &str) -> &str {
    let mut rest = words;
    while let Some((before, last)) = rest.rsplit_once(char::is_whitespace) {
        if !is_label(last.trim_matches(['(', ')', '[', ']', '-', '–'])) {
            break;
        }
        rest = before.trim_end_matches([' ', '(', '[', '-', '–', ':', ',']);
    }
    rest
}

/// Takes the address out of the pieces of a cell: the one with a postcode and its town, and the street and what helps to
/// find it in front of that.
fn take_address(pieces: &mut Vec<&str>) -> Option<String> {
    let is_town = |piece: &&str| {
        let town = find_postcode(piece).map(|(_, end)| piece[end..].trim_start());
        town.is_some_and(|town| town.starts_with(char::is_alphabetic)) && !piece.contains('@') && !is_labelled(piece)
    };
    let town = pieces.iter().position(is_town)?;
    let is_before = |piece: &str| {
        let digits = piece.chars().filter(char::is_ascii_digit).count();
        let is_street =
            piece.starts_with(char::is_alphabetic) && (1..=4).contains(&digits) && !piece.contains(['@', ':']);
        (is_street && !is_labelled(piece)) || piece.to_lowercase().starts_with("c/o")
    };
    let first = (0..town).rev().take_while(|at| is_before(pieces[*at])).last().unwrap_or(town);
    Some(pieces.drain(first..=town).collect::<Vec<_>>().join(", "))
}

/// Whether words say no more than the column or the kind of a contact.
fn is_label(words: &str) -> bool {
    CONTACT_LABELS.contains(&words.trim().to_lowercase().trim_end_matches(['.', ':']))
}

/// Whether a piece begins with the name of a contact: "Tel. 44651 Wanne".
fn is_labelled(piece: &str) -> bool {
    let first = piece.split([' ', ':', '.']).next().unwrap_or_default().to_lowercase();
    CONTACT_LABELS.contains(&first.as_str()) || first.contains("fax")
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
    // Of "(0170 0000000)" the parenthesis is not that of an area code.
    let from =
        if text[from..=from + last].contains(')') { from } else { from + usize::from(text[from..].starts_with('(')) };
    let last = text[from..to].rfind(|c: char| c.is_ascii_digit())?;
    let number = text[from..=from + last].trim();
    (digits <= MOST_DIGITS && number.parse::<PhoneNumber>().is_ok() && !is_cut_mobile_number(number))
        .then(|| (&text[..from], number, &text[from + last + 1..]))
}

/// Whether a number of a mobile network lacks digits: "0176/123".
pub(super) fn is_cut_mobile_number(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_mobile = ["015", "016", "017"].iter().any(|code| digits.starts_with(code));
    is_mobile && digits.len() < FEWEST_MOBILE_DIGITS
}

/// Whether a number goes on with a letter that stands for a digit, "02323 66O108", or began with one.
fn is_cut(before: &str, behind: &str) -> bool {
    let is_alike = |c: char| c.is_ascii_digit() || "OoIl".contains(c);
    let goes_on = |word: &str| word.chars().all(is_alike) && word.contains(|c: char| c.is_ascii_digit());
    let next = behind.split_whitespace().next().unwrap_or_default();
    let touches = behind.starts_with(char::is_alphabetic) && next.contains(|c: char| c.is_ascii_digit());
    let last = before.chars().next_back();
    touches || goes_on(next) || last.is_some_and(|c| "OoIl".contains(c)) && before.trim().chars().count() == 1
}

/// Whether words in front of a number say that nobody answers it.
fn is_fax_label(before: &str) -> bool {
    let label = before.to_lowercase();
    if label.trim() == "f:" || label.trim() == "f." {
        return true;
    }
    label.contains("fax") && !label.contains("tel.") && !label.contains("tel/") && !label.contains("telefon")
}

#[cfg(test)]
mod tests;
