//! Which passwords are taken: long ones that are not among the first to be tried. No rules about
//! kinds of characters, which make passwords worse (NIST SP 800-63B, section 5.1.1.2).

use secrecy::{ExposeSecret, SecretString};

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
    /// It is made of the account's own e-mail address.
    LikeEmail,
}

impl PasswordProblem {
    /// What is wrong, in German.
    pub fn german(self) -> String {
        match self {
            Self::TooShort => format!("Das Passwort ist zu kurz: mindestens {SHORTEST} Zeichen sind nötig."),
            Self::TooLong => format!("Das Passwort ist zu lang: höchstens {LONGEST} Zeichen sind erlaubt."),
            Self::Common => "Das Passwort wird zu oft benutzt; mehrere zufällige Wörter sind besser.".to_owned(),
            Self::LikeEmail => "Das Passwort besteht aus der E-Mail-Adresse.".to_owned(),
        }
    }

    /// What is wrong, in English.
    pub fn english(self) -> String {
        match self {
            Self::TooShort => format!("The password is too short: at least {SHORTEST} characters are needed."),
            Self::TooLong => format!("The password is too long: at most {LONGEST} characters are allowed."),
            Self::Common => "The password is used by too many; several random words are better.".to_owned(),
            Self::LikeEmail => "The password is made of the e-mail address.".to_owned(),
        }
    }
}

/// Looks at a new password for an account.
pub(super) fn check(password: &SecretString, email: &str) -> Result<(), PasswordProblem> {
    let password = password.expose_secret();
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordProblem::TooLong);
    }
    let (password, email) = (password.trim().to_lowercase(), email.trim().to_lowercase());
    let own = [email.as_str(), email.split('@').next().unwrap_or_default()];
    if own.iter().any(|own| !own.is_empty() && is_made_of(&password, own)) {
        return Err(PasswordProblem::LikeEmail);
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 5 || is_a_row(&password) || COMMON.iter().any(|word| is_made_of(&password, word)) {
        return Err(PasswordProblem::Common);
    }
    Ok(())
}

/// Whether a password is a word, perhaps repeated, with nothing but digits and signs around it.
fn is_made_of(password: &str, word: &str) -> bool {
    password.contains(word) && !password.replace(word, "").chars().any(char::is_alphabetic)
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

    fn refused(password: &str) -> Option<PasswordProblem> {
        check(&SecretString::from(password), "Ada.Muster@verein.example").err()
    }

    #[test]
    fn long_passwords_that_nobody_tries_first_are_taken() {
        for password in ["drei kleine Boote im Kanal", "tX9-fLw2_pQ7z", "Grundschulpassage 12", "ünterwegs-nach-Çorum"]
        {
            assert_eq!(refused(password), None, "{password}");
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
            ("ada.muster@verein.example", PasswordProblem::LikeEmail),
            ("ADA.MUSTER1234", PasswordProblem::LikeEmail),
        ] {
            assert_eq!(refused(password), Some(problem), "{password}");
        }
        assert_eq!(refused(&"lang ".repeat(50)), Some(PasswordProblem::TooLong));
    }
}
