//! The contacts in a cell: numbers, addresses, and what stands beside them.

use domain::WebAddress;
use messages::Message;
use serde_json::{Value, json};

use super::{
    super::{
        address::read_address,
        contacts::{ContactKind, Contacts, is_cut_mobile_number, read_contacts},
        homes::is_office,
        personal_contacts::{is_mailbox_of, is_own_number, is_shared_mailbox, may_be_own_mailbox, names_person},
        persons::{PersonParts, read_persons},
        understanding::ColumnUse,
        values::UnclearValue,
        web_addresses::is_public_host,
    },
    ActorsTable, CellAt, RowDraft, unclear_problem,
};

/// So many digits has a number with its area code, at least.
const FEWEST_DIGITS_WITH_AREA: usize = 9;
/// And one with the German country code; shorter ones may begin with an area code such as 4921.
const FEWEST_DIGITS_WITH_COUNTRY: usize = 12;

impl RowDraft {
    /// A person's number or mailbox; where a name stands beside it, it is that person's. What says more stands in the note.
    pub(super) fn read_person_contact(&mut self, cell: &CellAt<'_>, kind: ContactKind) {
        if names_person(cell.text) {
            for named in read_persons(cell.text) {
                match self.persons.iter_mut().find(|person| person.name == named.name) {
                    Some(person) => person.add(named),
                    None => self.persons.push(named),
                }
            }
            return;
        }
        let Contacts { phones, emails, websites, social_links, words, .. } = read_contacts(cell.text, kind);
        let (shared, own): (Vec<String>, Vec<String>) =
            emails.into_iter().partition(|email| kind == ContactKind::Phone && is_shared_mailbox(email));
        self.put_first("email", shared, &cell.column.heading);
        let phones: Vec<String> = phones.into_iter().map(|phone| self.with_trunk_prefix(phone)).collect();
        let (mut phones, mut emails) = (phones.into_iter(), own.into_iter());
        let (phone, email) = (phones.next(), emails.next());
        let others: Vec<String> = phones.chain(emails).chain(websites).chain(social_links).chain(words).collect();
        if phone.is_some() || email.is_some() {
            self.person(cell).add(PersonParts { phone, email, ..PersonParts::default() });
        }
        if !others.is_empty() {
            self.note_rest("contactPersons", cell, &others.join("; "));
        }
    }

    pub(super) fn read_contacts(&mut self, table: &ActorsTable, kind: ContactKind, cell: &CellAt<'_>) {
        // As the directory writes it.
        let is_written =
            cell.column.heading == "website" && cell.text.contains("://") && !cell.text.contains(char::is_whitespace);
        if kind == ContactKind::Website
            && is_written
            && let Ok(address) = cell.text.parse::<WebAddress>()
        {
            return self.put(&["website".to_owned()], json!(address));
        }
        let Contacts { phones, emails, websites, social_links, repaired, persons, address, words } =
            read_contacts(cell.text, kind);
        for (given, meant) in repaired {
            let field = if meant.contains('@') { "email" } else { "website" };
            self.hint(field, Message::new("table-repaired").quote("given", &given).quote("meant", &meant));
        }
        let is_none = phones.is_empty()
            && emails.is_empty()
            && websites.is_empty()
            && social_links.is_empty()
            && address.is_none()
            && persons.is_empty();
        let expected = match kind {
            ContactKind::Phone => Some("phone"),
            ContactKind::Email => Some("email"),
            ContactKind::Website => Some("website"),
            ContactKind::Any => None,
        };
        if let Some(field) = expected.filter(|_| is_none) {
            if table.options.decisions.notes_unclear() {
                return self.note_all(field, cell, &[cell.text.to_owned()]);
            }
            let is_cut = field == "phone" && is_cut_mobile_number(cell.text);
            if is_cut || field == "website" && cell.text.contains("://") && !is_public_host(cell.text) {
                let unclear = UnclearValue { text: cell.text.to_owned(), candidates: Vec::new() };
                self.problems.push(unclear_problem(cell, field, &unclear));
                self.unclear.push((cell.index, unclear));
                return;
            }
            // Refused with what is allowed, by the reader of the field.
            self.put(&[field.to_owned()], json!(cell.text));
            return;
        }
        let phones: Vec<String> = phones.into_iter().map(|phone| self.with_trunk_prefix(phone)).collect();
        // As the directory has it, as the heading of an office says, as whoever has mapped the column knows.
        let column = cell.column;
        if column.usage == ColumnUse::Mapped || column.heading == column.fields || is_office(&column.heading) {
            self.confirmed_contacts.extend(phones.iter().chain(&emails).cloned());
        }
        // Whose it is tells the person beside it, who may be read later.
        let (own, phones) = match cell.column.person {
            // Of several each may be that of one of several persons.
            Some(_) if phones.len() > 1 => (phones, Vec::new()),
            Some(_) => phones.into_iter().partition(|phone| is_own_number(phone)),
            None => (Vec::new(), phones),
        };
        let (own_mailboxes, emails) = match cell.column.person {
            Some(_) => (emails, Vec::new()),
            None => (Vec::new(), emails),
        };
        self.beside_persons.extend(cell.column.person.map(|person| ContactsBeside {
            person,
            heading: cell.column.heading.clone(),
            phones: own,
            emails: own_mailboxes,
        }));
        for (field, values) in [("phone", phones), ("email", emails), ("website", websites)] {
            self.put_first(field, values, &cell.column.heading);
        }
        if let Some(address) = address {
            self.put_address(table, read_address(&address), cell);
        }
        if !social_links.is_empty() {
            self.put_list(&["socialLinks".to_owned()], &social_links);
        }
        if !persons.is_empty() {
            let text = persons.join("; ");
            self.hint("contactPersons", Message::new("table-persons").with("given", text.as_str()));
            let found = read_persons(&text);
            if found.is_empty() {
                self.note(&cell.column.heading, &text);
            }
            for PersonParts { phone, email, .. } in &found {
                self.personal_contacts.extend(phone.iter().chain(email).cloned());
            }
            self.person_starts.entry(cell.index).or_insert(self.persons.len());
            self.persons.extend(found);
        }
        if !words.is_empty() {
            self.note_rest(expected.unwrap_or("note"), cell, &words.join("; "));
        }
    }

    /// A number as long as one with its area code that lacks the zero in front of it, or the plus in front of its country
    /// code, which spreadsheets drop.
    fn with_trunk_prefix(&mut self, phone: String) -> String {
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let has_prefix = phone.starts_with(['0', '+', '(']) || self.area_code.is_some();
        let is_german = phone.starts_with("49");
        if has_prefix || digits < FEWEST_DIGITS_WITH_AREA || is_german && digits < FEWEST_DIGITS_WITH_COUNTRY {
            return phone;
        }
        let whole = if is_german { format!("+{phone}") } else { format!("0{phone}") };
        self.hint("phone", Message::new("table-lost-prefix").quote("given", &phone).with("meant", whole.as_str()));
        whole
    }

    /// Puts the first of several values where there is room for one; the others are kept for staff.
    fn put_first(&mut self, field: &str, values: Vec<String>, heading: &str) {
        let mut values = values.into_iter();
        if !self.object.contains_key(field)
            && let Some(first) = values.next()
        {
            self.put(&[field.to_owned()], json!(first));
        }
        let is_known = |value: &String| self.object.get(field).and_then(Value::as_str) == Some(value);
        let further: Vec<String> = values.filter(|value| !is_known(value)).collect();
        if !further.is_empty() {
            let text = further.join("; ");
            self.hint(field, Message::new("table-further-values").with("values", text.as_str()));
            self.note(heading, &text);
        }
    }

    /// What of the telephone number and the mailbox may be a person's own, though no column says whose: a mobile number, a
    /// mailbox that is called by nothing of the entry's name.
    pub(super) fn doubtful_contacts(&self) -> Vec<&str> {
        let text = |field: &str| self.object.get(field).and_then(Value::as_str);
        let name = text("name").unwrap_or_default();
        let phone = text("phone").filter(|phone| is_own_number(phone));
        let email = text("email").filter(|email| may_be_own_mailbox(email, name));
        let is_open = |contact: &&str| !self.confirmed_contacts.iter().any(|known| known == contact);
        phone.into_iter().chain(email).filter(is_open).collect()
    }

    /// Gives the contacts beside persons to whom they are of: a mobile number to whoever is named, a mailbox to whose name
    /// it has. Where nobody is, or an office, they are the association's.
    pub(in crate::actors_table) fn take_contacts_beside_persons(&mut self) {
        for ContactsBeside { person, heading, mut phones, emails } in std::mem::take(&mut self.beside_persons) {
            self.heading = Some(heading.clone());
            let at = self.person_starts.get(&person).copied().filter(|at| *at < self.persons.len()).unwrap_or_default();
            let who = self.persons.get(at).and_then(|person| person.name.clone().or_else(|| person.role.clone()));
            let is_person = who.as_deref().is_some_and(|who| !is_office(who));
            let is_public = |draft: &Self, phone: &String| {
                draft.object.get("phone").and_then(Value::as_str).is_some_and(|known| digits(known) == digits(phone))
            };
            let next = self.person_starts.values().copied().filter(|start| *start > at).min();
            let count = next.unwrap_or(self.persons.len()).saturating_sub(at);
            if is_person && count > 1 && phones.len() == count {
                for (person, phone) in self.persons[at..].iter_mut().zip(phones) {
                    person.add(PersonParts { phone: Some(phone), ..PersonParts::default() });
                }
                phones = Vec::new();
            }
            let is_own = |draft: &Self, phone: &String| is_person && is_own_number(phone) && !is_public(draft, phone);
            let (own, others): (Vec<String>, Vec<String>) = phones.into_iter().partition(|phone| is_own(self, phone));
            self.put_first("phone", others, &heading);
            let names: Vec<String> = self.persons.iter().filter_map(|person| person.name.clone()).collect();
            let (own_mailboxes, others): (Vec<String>, Vec<String>) =
                emails.into_iter().partition(|email| names.iter().any(|name| is_mailbox_of(email, name)));
            self.put_first("email", others, &heading);
            for (field, values) in [("phone", own), ("email", own_mailboxes)] {
                for value in values {
                    self.hint("contactPersons", Message::new("table-beside-person").with("value", value.as_str()));
                    let owner = self.persons.iter().position(|person| {
                        field == "email" && person.name.as_deref().is_some_and(|name| is_mailbox_of(&value, name))
                    });
                    let Some(person) = self.persons.get_mut(owner.unwrap_or(at)) else { continue };
                    let known = if field == "phone" { &mut person.phone } else { &mut person.email };
                    match known {
                        Some(known) if digits(known) == digits(&value) && field == "phone" => {}
                        Some(_) => self.note(&heading, &value),
                        None => *known = Some(value),
                    }
                }
            }
        }
        self.heading = None;
    }
}

/// Contacts in a column beside one of persons.
#[derive(Debug)]
pub(super) struct ContactsBeside {
    /// The column of the person.
    person: usize,
    heading: String,
    phones: Vec<String>,
    emails: Vec<String>,
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
