//! Where pages of offers, events and projects stand: words of the title, for readers, and behind them the id, by which
//! alone the page is found (`laternenumzug-01kb3v5t8q7m2f9x0c4d6e8g1h`).
//!
//! They have no slug of their own, on purpose. Their titles are neither unique nor lasting: every second association has
//! a "Sprachcafé", and its next date another title. A slug would need numbers behind it, a table of former ones, and a
//! rule for files that name none. With the id an address holds for good, whatever becomes of the title, and needs no
//! index. The id is written as a ULID is (Crockford's base 32: 26 letters and digits, none of which is taken for
//! another), which is a quarter shorter than in hexadecimal.

use uuid::Uuid;

use crate::{LocalisedText, Slug};

/// How many letters of a title stand in front.
const TITLE_LENGTH: usize = 60;
/// How many letters an id has.
const ID_LENGTH: usize = 26;
/// Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The slug of the page of what has this title and id.
pub fn page_slug(title: &LocalisedText, id: Uuid) -> String {
    let words = title.resolve("de").and_then(|(_, title)| Slug::from_name(title));
    let mut slug = String::with_capacity(TITLE_LENGTH + ID_LENGTH + 1);
    for word in words.iter().flat_map(|words| words.as_str().split('-')) {
        if slug.len() + word.len() + 1 > TITLE_LENGTH {
            break;
        }
        slug.push_str(word);
        slug.push('-');
    }
    let number = id.as_u128();
    // 26 letters of five bits hold 130; the first two are nothing.
    slug.extend((0..ID_LENGTH).rev().map(|at| char::from(ALPHABET[(number >> (5 * at)) as usize & 31])));
    slug
}

/// The id at the end of a page's slug, in whatever case; none where there is none.
pub fn id_of_page_slug(slug: &str) -> Option<Uuid> {
    let id = slug.rsplit('-').next().filter(|id| id.len() == ID_LENGTH)?;
    let mut number: u128 = 0;
    for letter in id.bytes() {
        let value = ALPHABET.iter().position(|known| known.eq_ignore_ascii_case(&letter))?;
        number = number.checked_mul(32)?.checked_add(value as u128)?;
    }
    Some(Uuid::from_u128(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_slug_reads_back_whatever_the_title() {
        for (title, words) in [
            ("Laternenumzug für alle", "laternenumzug-fuer-alle-"),
            ("بيت الثقافة", ""),
            (
                "Sehr lange Überschrift, die gar nicht mehr aufhören will und weitergeht",
                "sehr-lange-ueberschrift-die-gar-nicht-mehr-aufhoeren-will-",
            ),
        ] {
            for id in [Uuid::nil(), Uuid::max(), Uuid::from_u128(0x019a_bc12_3456_7890_abcd_ef01_2345_6789)] {
                let slug = page_slug(&LocalisedText::german(title), id);
                assert!(slug.starts_with(words) && slug.len() == words.len() + ID_LENGTH, "{slug}");
                assert!(slug.parse::<Slug>().is_ok(), "{slug}");
                assert_eq!(id_of_page_slug(&slug), Some(id), "{slug}");
                assert_eq!(id_of_page_slug(&slug.to_uppercase()), Some(id), "{slug}");
            }
        }
    }

    #[test]
    fn what_is_no_id_is_none() {
        for wrong in
            ["", "fest", "fest-", &"8".repeat(26), &"u".repeat(26), &"0".repeat(25), &"0".repeat(27), &"Z".repeat(26)]
        {
            assert_eq!(id_of_page_slug(wrong), None, "{wrong}");
        }
    }
}
