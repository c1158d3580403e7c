//! Where one contact of a cell ends and the next begins without a sign of a list between them.

use super::{FEWEST_DIGITS, MOST_DIGITS};

/// The fewest digits of a number that another stands beside without a sign between them.
const FEWEST_DIGITS_WITHOUT_SIGN: usize = 8;
/// A longer piece is a text, in which nothing is looked for, in bytes.
const LONGEST_PIECE: usize = 500;
/// Words in front of a number, small, without a full stop.
const NUMBER_LABELS: [&str; 11] =
    ["tel", "telefon", "fon", "phone", "festnetz", "fax", "telefax", "mobil", "mob", "mobile", "handy"];

/// A list whose parts are numbered, with signs between them for the numbers: "1) 0157 2223344 2) 02323 998877",
/// "a) … b) …". One that does not go on is none.
pub(in crate::actors_table) fn without_numbering(text: &str) -> String {
    let marks =
        [["1)", "2)", "3)", "4)"], ["1.", "2.", "3.", "4."], ["a)", "b)", "c)", "d)"], ["1:", "2:", "3:", "4:"]];
    let text = text.trim();
    for [first, others @ ..] in marks {
        let Some(rest) = text.strip_prefix(first).filter(|rest| rest.len() <= LONGEST_PIECE) else { continue };
        let second = format!(" {} ", others[0]);
        if !rest.replace('\n', " ").contains(&second) {
            continue;
        }
        let separated =
            others.iter().fold(rest.replace('\n', " "), |rest, mark| rest.replace(&format!(" {mark} "), "; "));
        return separated.replace(",;", ";").trim().to_owned();
    }
    text.to_owned()
}

/// Numbers of which each has its label in front: "Tel.: 02323 700014 Fax: 02323 700015".
pub(super) fn split_labels(piece: &str) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    if piece.len() > LONGEST_PIECE {
        return vec![piece];
    }
    let is_start = |at: usize| at == 0 || piece[..at].ends_with(char::is_whitespace);
    let starts = piece.char_indices().filter(|(at, c)| !c.is_whitespace() && is_start(*at));
    for (at, _) in starts {
        let word = piece[at..].split_whitespace().next().unwrap_or_default();
        let label = word.trim_start_matches(['(', '/']).to_lowercase();
        let bare = label.trim_end_matches(['.', ':']);
        let is_label = NUMBER_LABELS.contains(&bare) || (label.len() > bare.len() && ["t", "f", "m"].contains(&bare));
        if is_label && piece[start..at].chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS {
            parts.push(&piece[start..at]);
            start = at;
        }
    }
    parts.push(&piece[start..]);
    parts
}

/// Two whole numbers, or two other contacts, that stand on both sides of a slash.
pub(super) fn split_numbers(piece: &str) -> Vec<&str> {
    if piece.len() > LONGEST_PIECE {
        return vec![piece];
    }
    let is_address = |text: &str| text.contains(['@']) || text.contains("www.") || text.contains("://");
    if let Some((one, other)) = piece.split_once(" / ").filter(|(one, other)| is_address(one) || is_address(other)) {
        return std::iter::once(one).chain(split_numbers(other)).collect();
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    for (at, _) in piece.match_indices(" / ") {
        let (one, other) = (&piece[..at], &piece[at + 3..]);
        let begins_anew = other.trim_start().starts_with(['0', '+', '(']);
        if digits(one) >= 6 && digits(other) >= 6 && begins_anew {
            return vec![one, other];
        }
    }
    // Two with nothing but a space between them are longer than any number.
    let begins = piece.match_indices(" 0").chain(piece.match_indices(" +")).map(|(at, _)| piece.split_at(at));
    let is_whole = |text: &str| digits(text) >= FEWEST_DIGITS_WITHOUT_SIGN && !text.contains(char::is_alphabetic);
    let mut halves = begins.filter(|(one, other)| is_whole(one) && is_whole(other));
    match halves.next().filter(|_| digits(piece) > MOST_DIGITS) {
        Some((one, other)) => vec![one, other],
        None => vec![piece],
    }
}
