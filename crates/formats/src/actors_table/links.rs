//! Addresses behind the texts of cells: "Homepage", "E-Mail" with a link. The link counts where the text itself holds no
//! contact of its column.

use domain::{EmailAddress, WebAddress};

use super::{
    columns::ColumnTarget,
    contacts::{ContactKind, read_contacts},
    personal_contacts::names_person,
    web_addresses::complete_web_address,
};

/// What an address is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkAddress {
    Web(String),
    Email(String),
    Phone(String),
}

/// What a link leads to; `None` where it is no web address, mailbox or number, such as another sheet.
pub(super) fn read_link(link: &str) -> Option<LinkAddress> {
    let link = link.trim();
    if link.to_ascii_lowercase().starts_with("www.") {
        return complete_web_address(link).map(LinkAddress::Web);
    }
    let (scheme, rest) = link.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Some(LinkAddress::Web(link.parse::<WebAddress>().ok()?.to_string())),
        "mailto" => {
            let address = decode_percent(rest.split('?').next().unwrap_or_default());
            let first = address.split([',', ';']).next().unwrap_or_default().trim();
            Some(LinkAddress::Email(first.parse::<EmailAddress>().ok()?.to_string()))
        }
        "tel" => Some(LinkAddress::Phone(decode_percent(rest.split(['?', ';']).next().unwrap_or_default()))),
        _ => None,
    }
}

/// What a cell of a column says with the address behind it; `None` where its text says it all.
pub(super) fn linked_text(target: &ColumnTarget, text: &str, link: &str) -> Option<String> {
    let address = read_link(link)?;
    let kind = match target {
        ColumnTarget::Contacts(kind) => *kind,
        ColumnTarget::Field(column) if column.name == "socialLinks" => ContactKind::Website,
        ColumnTarget::PersonEmail => ContactKind::Email,
        ColumnTarget::PersonPhone => ContactKind::Phone,
        ColumnTarget::Person => ContactKind::Any,
        _ => return None,
    };
    let known = read_contacts(text, kind);
    let (is_of_kind, is_said, address) = match address {
        LinkAddress::Web(address) => {
            let is_said = !known.websites.is_empty() || !known.social_links.is_empty();
            (matches!(kind, ContactKind::Website | ContactKind::Any), is_said, address)
        }
        LinkAddress::Email(address) => {
            (matches!(kind, ContactKind::Email | ContactKind::Any), !known.emails.is_empty(), address)
        }
        LinkAddress::Phone(address) => {
            (matches!(kind, ContactKind::Phone | ContactKind::Any), !known.phones.is_empty(), address)
        }
    };
    if !is_of_kind || is_said {
        return None;
    }
    let is_person = matches!(target, ColumnTarget::Person) || names_person(text);
    // A person keeps what is theirs; beside other contacts of the cell the address is one more.
    Some(if is_person || kind == ContactKind::Any { format!("{text}, {address}") } else { address })
}

/// A text with the address behind it, as a sheet without links holds both.
pub(super) fn with_address(text: &str, link: &str) -> String {
    match read_link(link) {
        Some(LinkAddress::Web(address) | LinkAddress::Email(address) | LinkAddress::Phone(address))
            if !text.contains(&address) =>
        {
            format!("{text} {address}")
        }
        _ => text.to_owned(),
    }
}

/// The signs that stand for others as `%20`.
fn decode_percent(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_mailboxes_and_numbers() {
        assert_eq!(
            read_link("https://verein.example/x"),
            Some(LinkAddress::Web("https://verein.example/x".to_owned()))
        );
        assert_eq!(
            read_link("mailto:info%40verein.example?subject=Anfrage"),
            Some(LinkAddress::Email("info@verein.example".to_owned()))
        );
        assert_eq!(read_link("tel:+49232312345"), Some(LinkAddress::Phone("+49232312345".to_owned())));
        assert_eq!(read_link("www.a.example"), Some(LinkAddress::Web("https://www.a.example".to_owned())));
        for other in ["#Tabelle2!A1", "file:///C:/liste.xlsx", "javascript:alert(1)", "mailto:", "../x.xlsx", "%"] {
            assert_eq!(read_link(other), None, "{other}");
        }
    }

    #[test]
    fn a_link_counts_where_its_text_holds_no_contact_of_the_column() {
        let read = |kind, text, link| linked_text(&ColumnTarget::Contacts(kind), text, link);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read(ContactKind::Website, "Homepage", "https://a.example"), some("https://a.example"));
        assert_eq!(read(ContactKind::Website, "www.b.example", "https://a.example"), None);
        assert_eq!(read(ContactKind::Email, "schreiben", "mailto:a@post.example"), some("a@post.example"));
        assert_eq!(read(ContactKind::Email, "E-Mail", "https://a.example"), None);
        assert_eq!(
            read(ContactKind::Email, "Frau Erfunden", "mailto:erfunden@post.example"),
            some("Frau Erfunden, erfunden@post.example")
        );
        assert_eq!(read(ContactKind::Any, "Büro", "mailto:a@post.example"), some("Büro, a@post.example"));
    }
}
