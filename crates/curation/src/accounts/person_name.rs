//! What somebody with an account may be called: it stands in mails to others, where an address would be a link.

use domain::rules::{NAME_LENGTH, Problem, Violations};
use messages::Message;

/// Adds what is wrong with a name, however it comes: typed, by an invitation, from the command line or a provider.
pub(super) fn check_person_name(name: &str, wrong: &mut Violations) {
    if name.chars().count() > NAME_LENGTH {
        wrong.add("name", Problem::TooLong { allowed: NAME_LENGTH });
    }
    let folded = name.to_lowercase();
    let is_address = ["www.", "@", "//"].iter().any(|sign| folded.contains(sign));
    if is_address || name.chars().any(char::is_control) {
        wrong.add("name", Problem::Format(Message::new("problem-person-name")));
    }
}

/// Whether somebody may be called so.
pub(super) fn is_person_name(name: &str) -> bool {
    let mut wrong = Violations::default();
    check_person_name(name, &mut wrong);
    wrong.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_without_an_address() {
        for name in ["", "Ada Quast", "Dr. Ayşe Müller-Lüdenscheid", "أمينة", "Ada (Mo–Fr)"] {
            assert!(is_person_name(name), "{name}");
        }
        let long = "a".repeat(NAME_LENGTH + 1);
        for name in
            ["https://evil.example", "WWW.evil.example", "//evil", "eve@evil.example", "Ada\r\nBcc: x", "A\0", &long]
        {
            assert!(!is_person_name(name), "{name}");
        }
    }
}
