//! Which passwords are taken: long ones that are not among the first to be tried. No rules about
//! kinds of characters, which make passwords worse (NIST SP 800-63B, section 5.1.1.2).
//!
//! How many guesses a password stands is estimated by zxcvbn (Wheeler, USENIX Security 2016), which knows common
//! English words, names, dates, keyboards and what people do with them, but no German: the words people here begin
//! with, and those of the account itself, are given to it.

use messages::Message;
use secrecy::{ExposeSecret, SecretString};
use zxcvbn::{Score, zxcvbn};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password.
pub const LONGEST: usize = 200;

/// Long passwords that everybody uses, and words that make one when they are repeated or followed by
/// digits.
const COMMON: &[&str] = &[
    "password",
    "passwort",
    "kennwort",
    "letmein",
    "welcome",
    "willkommen",
    "qwertyuiop",
    "qwertzuiop",
    "qwerty",
    "qwertz",
    "asdfghjkl",
    "yxcvbnm",
    "zxcvbnm",
    "iloveyou",
    "ichliebedich",
    "administrator",
    "admin",
    "geheim",
    "geheimnis",
    "hallo",
    "hallowelt",
    "helloworld",
    "sonnenschein",
    "sunshine",
    "princess",
    "dragon",
    "monkey",
    "football",
    "fussball",
    "schalke",
    "borussia",
    "changeme",
    "default",
    "secret",
    "master",
    "trustno",
    "superman",
    "batman",
    "bruecke",
    "brücke",
    "herne",
    "integration",
    "correcthorsebatterystaple",
    "abc",
    "abcdef",
    "abcdefgh",
    "abcdefghijkl",
    "test",
    "testtest",
    "login",
    "user",
    "gast",
    "guest",
    "root",
    "netzwerk",
    "network",
    "frühling",
    "fruehling",
    "sommer",
    "herbst",
    "winter",
    "spring",
    "summer",
    "autumn",
    "januar",
    "februar",
    "märz",
    "maerz",
    "april",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "january",
    "february",
    "march",
    "june",
    "july",
    "october",
    "december",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "ostern",
    "weihnachten",
    "advent",
    "urlaub",
    "ferien",
    "deutschland",
    "bochum",
    "dortmund",
    "wanne",
    "eickel",
    "ruhrgebiet",
    "verein",
    "verband",
    "migration",
    "vielfalt",
    "zukunft",
    "freiheit",
    "liebe",
    "familie",
    "mama",
    "papa",
    "schatz",
    "türkiye",
    "istanbul",
    "galatasaray",
    "fenerbahce",
    "besiktas",
    "schmetterling",
    "sprachcafe",
    "sprachcafé",
    "sprachkurs",
    "deutschkurs",
    "frauencafe",
    "frauencafé",
    "beratung",
    "begegnung",
    "nachbarschaft",
    "kulturverein",
    "ehrenamt",
    "willkommenskultur",
    "slava",
    "ukraini",
    "ukraina",
    "allahu",
    "akbar",
    "inshallah",
    "maschallah",
    "merhaba",
    "habibi",
    "polska",
    "romania",
    "kurdistan",
];

/// Why a password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// It is shorter than [`SHORTEST`].
    TooShort,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is among those that are tried first.
    Common,
    /// It is made of the account's own e-mail address or name.
    LikeEmail,
    /// It stands too few guesses.
    Guessable,
}

impl PasswordProblem {
    /// What is wrong.
    pub fn message(self) -> Message {
        match self {
            Self::TooShort => Message::new("password-too-short").with("least", SHORTEST),
            Self::TooLong => Message::new("password-too-long").with("most", LONGEST),
            Self::Common => Message::new("password-common"),
            Self::LikeEmail => Message::new("password-like-email"),
            Self::Guessable => Message::new("password-guessable"),
        }
    }
}

/// Looks at a new password for an account with this e-mail address and name.
pub(super) fn check(password: &SecretString, email: &str, name: Option<&str>) -> Result<(), PasswordProblem> {
    let password = password.expose_secret();
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let (typed, password, email) = (password, password.trim().to_lowercase(), email.trim().to_lowercase());
    let name = name.unwrap_or_default().trim().to_lowercase();
    let whole = [email.as_str(), email.split('@').next().unwrap_or_default(), name.as_str()];
    let parts = whole.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let own: Vec<&str> = whole.iter().copied().chain(parts).filter(|word| word.chars().count() >= 3).collect();
    if is_made_of(&password, &own) {
        return Err(PasswordProblem::LikeEmail);
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 5 || is_a_row(&password) || is_made_of(&password, COMMON) {
        return Err(PasswordProblem::Common);
    }
    let known: Vec<&str> = own.iter().chain(COMMON).copied().collect();
    // The estimator knows keyboards of English only; on German ones y and z have changed places.
    let on_english_keys: String = typed.chars().map(swap_y_and_z).collect();
    if [typed, on_english_keys.as_str()].iter().any(|typed| zxcvbn(typed, &known).score() < Score::Four) {
        return Err(PasswordProblem::Guessable);
    }
    Ok(())
}

const fn swap_y_and_z(c: char) -> char {
    match c {
        'y' => 'z',
        'z' => 'y',
        'Y' => 'Z',
        'Z' => 'Y',
        c => c,
    }
}

/// Whether a password is made of these words, each perhaps repeated, with little but digits and signs around them.
fn is_made_of(password: &str, words: &[&str]) -> bool {
    let mut words: Vec<&str> = words.iter().copied().filter(|word| password.contains(word)).collect();
    // A word may stand in a longer one.
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words.iter().fold(password.to_owned(), |rest, word| rest.replace(word, " "));
    // Two letters more, such as a word between two others, are few guesses more.
    !words.is_empty() && rest.chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// Whether each character is the next one of the alphabet or of the digits, up or down.
fn is_a_row(password: &str) -> bool {
    let characters: Vec<u32> = password.chars().map(u32::from).collect();
    let steps = |step: i64| {
        characters.windows(2).filter(|pair| i64::from(pair[1]) - i64::from(pair[0]) == step).count() + 3
            >= characters.len()
    };
    steps(1) || steps(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password_problem(password: &str) -> Option<PasswordProblem> {
        check(&SecretString::from(password), "Ada.Muster@verein.example", Some("Ada Quast")).err()
    }

    #[test]
    fn long_passwords_that_nobody_tries_first_are_taken() {
        for password in [
            "drei kleine Boote im Kanal",
            "drei kleine Boote",
            "tX9-fLw2_pQ7z",
            "Grundschulpassage 12",
            "ünterwegs-nach-Çorum",
        ] {
            assert_eq!(password_problem(password), None, "{password}");
        }
    }

    #[test]
    fn short_common_and_own_passwords_are_refused() {
        for (password, problem) in [
            ("kurz", PasswordProblem::TooShort),
            ("elf_zeichen", PasswordProblem::TooShort),
            ("passwordpassword", PasswordProblem::Common),
            ("Passwort12345678", PasswordProblem::Common),
            ("123456789012", PasswordProblem::Common),
            ("abcdefghijklmn", PasswordProblem::Common),
            ("aaaaaaaaaaaaaa", PasswordProblem::Common),
            ("qwertzuiop123!", PasswordProblem::Common),
            ("qayxswedcvfr", PasswordProblem::Guessable),
            ("Schmetterling1", PasswordProblem::Common),
            ("Sprachcafé2026", PasswordProblem::Common),
            ("SlavaUkraini1", PasswordProblem::Common),
            ("Allahuakbar1!", PasswordProblem::Common),
            ("ada.muster@verein.example", PasswordProblem::LikeEmail),
            ("ADA.MUSTER1234", PasswordProblem::LikeEmail),
            ("Quast1990!Ada", PasswordProblem::LikeEmail),
            ("Sommer2026!!", PasswordProblem::Common),
            ("Winter2026/2027", PasswordProblem::Common),
            ("SommerInHerne2026", PasswordProblem::Common),
            ("Herbst-Herne-2026", PasswordProblem::Common),
            ("März2026März", PasswordProblem::Common),
            ("BrueckeBruecke1!", PasswordProblem::Common),
            ("S0mmer2026!!!", PasswordProblem::Guessable),
            ("P@ssw0rt2026!", PasswordProblem::Guessable),
            ("michael24121987", PasswordProblem::Guessable),
            ("1qaz2wsx3edc", PasswordProblem::Guessable),
        ] {
            assert_eq!(password_problem(password), Some(problem), "{password}");
        }
        assert_eq!(password_problem(&"lang ".repeat(50)), Some(PasswordProblem::TooLong));
    }
}
