//! An actor as a card for an address book (vCard 3.0, RFC 2426, which telephones read more widely than 4.0): what is
//! public of it, and a card of its own for each contact person who agreed to be reached.

use directory::{ActorNo, Snapshot};
use domain::{Address, EmailAddress, PhoneNumber, publication::PublicContact};

use crate::content_lines::Lines;

/// The media type of cards.
pub const MEDIA_TYPE: &str = "text/vcard; charset=utf-8";

/// The card of an actor, with texts in a language where they have one. `page` is the address of its profile.
pub fn vcard(snapshot: &Snapshot, no: ActorNo, language: &str, page: &str) -> String {
    let record = snapshot.actor(no).record();
    let actor = &record.data;
    let mut lines = Lines::default();
    begin(&mut lines, &actor.name);
    lines.text("ORG", &actor.name);
    // Without it some address books sort an organisation among people.
    lines.raw("X-ABSHOWAS:COMPANY");
    reach(&mut lines, actor.phone.as_ref().map(PhoneNumber::as_str), actor.email.as_ref().map(EmailAddress::as_str));
    if let Some(website) = &actor.website {
        lines.raw(&format!("URL:{website}"));
    }
    if let Some(address) = &actor.address {
        write_address(&mut lines, address);
    }
    if let Some((_, summary)) = actor.summary.resolve(language) {
        lines.text("NOTE", summary);
    }
    lines.raw(&format!("SOURCE:{page}"));
    lines.raw(&format!("UID:urn:uuid:{}", record.id.uuid()));
    lines.raw(&format!("REV:{}", record.updated_at.format("%Y-%m-%dT%H:%M:%SZ")));
    lines.raw("END:VCARD");
    for contact in snapshot.contacts_of(no).filter(|contact| contact.phone.is_some() || contact.email.is_some()) {
        person(&mut lines, contact, &actor.name);
    }
    lines.finish()
}

fn begin(lines: &mut Lines, name: &str) {
    lines.raw("BEGIN:VCARD");
    lines.raw("VERSION:3.0");
    lines.text("FN", name);
    lines.components("N", &[name, "", "", "", ""]);
}

fn person(lines: &mut Lines, contact: &PublicContact, organisation: &str) {
    let name = contact.name.as_deref().or(contact.role.as_deref()).unwrap_or(organisation);
    begin(lines, name);
    lines.text("ORG", organisation);
    lines.text("TITLE", contact.role.as_deref().unwrap_or_default());
    reach(lines, contact.phone.as_deref(), contact.email.as_deref());
    lines.raw("END:VCARD");
}

fn reach(lines: &mut Lines, phone: Option<&str>, email: Option<&str>) {
    if let Some(phone) = phone {
        // As it is dialled from anywhere, where it can be.
        let number = phone.parse::<PhoneNumber>().map(|number| number.link());
        let number = number.as_deref().ok().and_then(|link| link.strip_prefix("tel:"));
        lines.text("TEL;TYPE=WORK,VOICE", number.unwrap_or(phone));
    }
    lines.text("EMAIL;TYPE=INTERNET,WORK", email.unwrap_or_default());
}

fn write_address(lines: &mut Lines, address: &Address) {
    let [extra, street, city, postcode] = [&address.extra, &address.street, &address.city, &address.postcode]
        .map(|part| part.as_deref().unwrap_or_default());
    if [extra, street, city, postcode].iter().any(|part| !part.is_empty()) {
        lines.components("ADR;TYPE=WORK", &["", extra, street, city, "", postcode, ""]);
    }
}

#[cfg(test)]
mod tests {
    use directory::{Settings, testing::World};

    use super::*;

    fn property<'a>(card: &'a str, name: &str) -> Vec<&'a str> {
        card.split("\r\n").filter(|line| line.starts_with(name)).collect()
    }

    #[test]
    fn every_card_holds_what_is_public_and_nothing_else() {
        let snapshot = Snapshot::build(Settings::default(), World::new(5, 60).into_facts()).expect("a snapshot");
        for no in snapshot.all_actors() {
            let card = vcard(&snapshot, no, "de", "https://example.org/a").replace("\r\n ", "");
            let actor = snapshot.actor(no).data();
            let persons: Vec<_> =
                snapshot.contacts_of(no).filter(|it| it.phone.is_some() || it.email.is_some()).collect();
            assert_eq!(card.matches("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:").count(), 1 + persons.len());
            assert_eq!(card.matches("END:VCARD\r\n").count(), 1 + persons.len());
            let emails = persons.iter().filter(|it| it.email.is_some()).count() + usize::from(actor.email.is_some());
            assert_eq!(property(&card, "EMAIL").len(), emails, "{card}");
            assert_eq!(property(&card, "ADR").is_empty(), actor.address.is_none(), "{card}");
            let numbers = property(&card, "TEL");
            assert!(numbers.iter().all(|line| !line.contains(' ')), "{numbers:?}");
        }
    }

    #[test]
    fn a_component_cannot_end_its_value() {
        let mut lines = Lines::default();
        begin(&mut lines, "Tee; Kuchen, e. V.\nEND:VCARD");
        let card = lines.finish();
        assert!(card.contains("N:Tee\\; Kuchen\\, e. V.\\nEND:VCARD;;;;\r\n"), "{card}");
    }
}
