//! Settings that make sense only together.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Encryption, File, partners, webhooks};

/// What is wrong with settings that were read already, taken together, if anything.
pub(super) fn complaint(file: &File, text: &str) -> Option<String> {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let partners = partners::complaints(&file.partners);
    let mut wrong: Vec<String> =
        partners.into_iter().map(|(at, told)| format!("line {}: partners: {told}", line(at))).collect();
    let receivers = webhooks::complaints(&file.webhooks).into_iter();
    wrong.extend(receivers.map(|(at, told)| format!("line {}: webhooks: {told}", line(at))));
    let mut tell = |key: &str, what: &str| wrong.push(format!("line {}: {key} {what}", line_of(text, key)));
    if let Some(mail) = &file.mail {
        if mail.user.is_some() != mail.password_file.is_some() {
            let given = if mail.user.is_some() { "mail.user" } else { "mail.password_file" };
            tell(given, "stands alone: user and password_file are given together or not at all");
        }
        if mail.user.is_some() && mail.encryption == Encryption::None {
            tell(
                "mail.encryption",
                "is none, and a password would be sent for all to read: allowed are starttls and tls, or no user",
            );
        }
    }
    if file.reminders.send {
        if file.mail.is_none() {
            tell("reminders.send", "is true and there is no [mail]: mail needs host and from there");
        }
        if file.http.origin.is_none() {
            tell(
                "reminders.send",
                "is true and [http] origin is not set: links in mails need the address where browsers reach the service",
            );
        }
    }
    if let Some(setting) = file.notifications.first_sending_setting()
        && (file.mail.is_none() || file.http.origin.is_none())
    {
        tell(
            setting,
            "is true and [mail] or [http] origin is not set: mail needs a mail server and an address for its links",
        );
    }
    if file.websites.check && file.http.origin.is_none() {
        tell("websites.check", "is true and [http] origin is not set: whoever is asked should see by whom");
    }
    for (key, told) in file.map.complaints() {
        tell(key, &told);
    }
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

/// The line on which a table has a key.
fn line_of(text: &str, key: &str) -> usize {
    let (table, key) = key.split_once('.').unwrap_or((key, ""));
    let tables = DeTable::parse(text).map(Spanned::into_inner).unwrap_or_default();
    let start = match find_key(&tables, table).map(Spanned::get_ref) {
        Some(DeValue::Table(values)) => find_key(values, key).map_or(0, |value| value.span().start),
        _ => 0,
    };
    text[..start].matches('\n').count() + 1
}

fn find_key<'a, 'i>(table: &'a DeTable<'i>, name: &str) -> Option<&'a Spanned<DeValue<'i>>> {
    table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_text(text: &str) -> Option<String> {
        complaint(&toml::from_str(text).expect("settings that can be read"), text)
    }

    #[test]
    fn what_makes_no_sense_together_is_told_with_its_line() {
        let mail = "[mail]\nhost = \"mail.example.org\"\nfrom = \"netz@example.org\"\n";
        assert_eq!(error_text(mail), None);
        let alone = error_text(&format!("{mail}user = \"netz\"\n")).expect("a complaint");
        assert!(alone.starts_with("line 4: mail.user stands alone"), "{alone}");
        let open = format!("{mail}user = \"netz\"\npassword_file = \"p\"\nencryption = \"none\"\n");
        assert!(error_text(&open).is_some_and(|told| told.starts_with("line 6: mail.encryption is none")));
        let nothing = error_text("[reminders]\n\nsend = true\n").expect("a complaint");
        assert!(nothing.contains("line 3: reminders.send") && nothing.contains("[http] origin"), "{nothing}");
        assert!(
            error_text("[websites]\ncheck = true\n").is_some_and(|told| told.starts_with("line 2: websites.check"))
        );
        let partner = "[[partners]]\nname = \"Stadt\"\norigins = [\"https://stadt.example\"]\n";
        let twice = error_text(&format!("{partner}{partner}")).expect("a complaint");
        assert!(twice.starts_with("line 5: partners: there are two partners \"Stadt\""), "{twice}");
        let whole = format!("{mail}[reminders]\nsend = true\n[http]\norigin = \"https://netz.example.org\"\n");
        assert_eq!(error_text(&whole), None);
    }
}
