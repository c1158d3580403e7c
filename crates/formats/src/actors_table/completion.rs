//! What a row tells only once all of its cells were read: type and kind, legal form, status, persons, which entry it is.

use messages::Message;
use serde_json::{Map, Value, json};

use super::{
    ActorsTable, RawRow,
    decisions::RowDecision,
    homes::read_address_line,
    links::{LinkAddress, read_link},
    names::legal_form_of,
    persons::{PersonParts, merge_persons},
    row::RowDraft,
};

use crate::{interchange::WithheldValues, problem::Place};

impl RowDraft {
    /// What can be told only once every cell was read.
    pub(super) fn finish(&mut self, table: &ActorsTable, number: usize, row: &RawRow, place: &Place) {
        self.complete_street();
        self.read_full_name();
        self.take_contacts_beside_persons();
        if let Some(area_code) = self.area_code.take()
            && let Some(phone) = self.object.get("phone").and_then(Value::as_str).map(ToOwned::to_owned)
            && !phone.starts_with(['0', '+', '('])
        {
            self.put(&["phone".to_owned()], json!(format!("{} {phone}", with_zero(&area_code))));
        }
        self.add_phone_extension();
        self.take_name_link();
        self.take_address_districts(table);
        self.take_precision();
        self.check_place(table, row);
        self.check_coordinates(table, number, row, place);
        let before = self.public_contacts();
        self.withhold(table);
        self.note_withheld(before);
        let name = self.object.get("name").and_then(Value::as_str).map(ToOwned::to_owned);
        if !self.object.contains_key("legalForm")
            && !table.columns.has("legalForm")
            && let Some(form) = name.as_deref().and_then(legal_form_of)
        {
            self.put(&["legalForm".to_owned()], json!(form));
        }
        self.set_type_and_kind(table, name.as_deref());
        // In lists of offices a cell that does not say who has looked says no less than a list without the column.
        let says_role = table.columns.list.iter().any(|column| column.heading == "verifiedBy");
        if self.object.contains_key("verifiedOn") && !self.object.contains_key("verifiedBy") && !says_role {
            self.put(&["verifiedBy".to_owned()], json!("editor"));
        }
        self.withheld.is_bare = table.bare_rows.contains(&row.line);
        if !self.keep_draft(table.options.status) && !self.object.contains_key("status") {
            self.object.insert("status".to_owned(), json!(table.options.status.slug()));
        }
        let mut persons = merge_persons(std::mem::take(&mut self.persons));
        for person in &mut persons {
            let further = std::mem::take(&mut person.further);
            if !further.is_empty() {
                self.note(person.name.as_deref().unwrap_or("Kontakt"), &further.join("; "));
            }
        }
        let persons: Vec<Value> = persons.into_iter().filter_map(person_value).collect();
        if !persons.is_empty() {
            self.object.insert("contactPersons".to_owned(), Value::Array(persons));
        }
        match table.options.decisions.row(number, row.line) {
            Some(RowDecision::Slug(slug)) => {
                self.object.insert("slug".to_owned(), json!(slug));
            }
            Some(RowDecision::Id(id)) => {
                self.object.insert("id".to_owned(), json!(id));
            }
            Some(RowDecision::New | RowDecision::Skip) | None => {}
        }
    }

    /// The telephone number, the mailbox and the street.
    fn public_contacts(&self) -> [Option<String>; 3] {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(ToOwned::to_owned);
        let street = self.object.get("address").and_then(|address| address.get("street"));
        [text(self.object.get("phone")), text(self.object.get("email")), text(street)]
    }

    /// Notes what was taken out of the entry since, and what a cell of its contacts says is a person's own.
    fn note_withheld(&mut self, before: [Option<String>; 3]) {
        let [phone, email, street] = before;
        let [public_phone, public_email, public_street] = self.public_contacts();
        let (emails, phones): (Vec<String>, Vec<String>) =
            std::mem::take(&mut self.personal_contacts).into_iter().partition(|contact| contact.contains('@'));
        // "Musterstr. 7 (privat)" is the street that was public before.
        let bare = |street: String| read_address_line(&street).open.unwrap_or(street);
        self.withheld_values = WithheldValues {
            phones: phone.into_iter().chain(phones).filter(|_| public_phone.is_none()).collect(),
            emails: email.into_iter().chain(emails).filter(|_| public_email.is_none()).collect(),
            street: street.filter(|_| public_street.is_none()).map(bare),
        };
    }

    /// The name of a person in columns of its own.
    fn read_full_name(&mut self) {
        let parts = [self.given_name.take(), self.family_name.take()];
        let full_name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !full_name.is_empty() {
            match self.persons.first_mut() {
                Some(person) if person.name.is_none() => person.name = Some(full_name),
                _ => self.persons.insert(0, PersonParts { name: Some(full_name), ..PersonParts::default() }),
            }
        }
    }

    /// The extension of the number: "02325 77000" with "12" is "02325 77000-12". By itself it is the whole number.
    fn add_phone_extension(&mut self) {
        let Some(extension) = self.phone_extension.take() else { return };
        let extension = extension.trim().trim_start_matches(['-', '–']).trim().to_owned();
        let phone = self.object.get("phone").and_then(Value::as_str).map(ToOwned::to_owned);
        let whole = match phone {
            Some(phone) if phone.trim_end().ends_with(&format!("-{extension}")) => phone,
            Some(phone) => format!("{phone}-{extension}"),
            None => extension,
        };
        self.put(&["phone".to_owned()], json!(whole));
    }

    /// The page or the mailbox that a name leads to, where no column says one.
    fn take_name_link(&mut self) {
        let Some((heading, link)) = self.name_link.take() else { return };
        let (field, address) = match read_link(&link) {
            Some(LinkAddress::Web(address)) => ("website", address),
            Some(LinkAddress::Email(address)) => ("email", address),
            Some(LinkAddress::Phone(_)) | None => return,
        };
        if self.object.contains_key(field) {
            return;
        }
        self.put(&[field.to_owned()], json!(address));
        self.sources.insert(field.to_owned(), heading);
        self.hint(field, Message::new("table-name-link").with("address", address));
    }

    /// The district of an address counts where no column says one; another one is told.
    fn take_address_districts(&mut self, table: &ActorsTable) {
        for (heading, name) in std::mem::take(&mut self.address_districts) {
            let Some(slug) = table.district_by_name(&name).map(ToOwned::to_owned) else { continue };
            let known = self.object.get("basedIn").and_then(Value::as_str).map(ToOwned::to_owned);
            let is_same = |known: &str| known == slug || table.district_by_name(known) == Some(slug.as_str());
            match known {
                None => {
                    self.put(&["basedIn".to_owned()], json!(slug));
                    self.sources.insert("basedIn".to_owned(), heading);
                    self.hint(
                        "basedIn",
                        Message::new("table-address-district").quote("name", &name).with("slug", slug),
                    );
                }
                Some(known) if is_same(&known) || table.is_finer(&known, &slug) => {}
                Some(known) => self.hint(
                    "basedIn",
                    Message::new("table-address-other-district").quote("name", &name).quote("slug", &known),
                ),
            }
        }
    }

    /// How precisely a place is published says something of one that the directory knows or finds as well.
    fn take_precision(&mut self) {
        let location = self.object.get("location").and_then(Value::as_object);
        let Some(location) = location.filter(|it| !it.contains_key("longitude") && !it.contains_key("latitude")) else {
            return;
        };
        let precision = location.get("precision").cloned().and_then(|it| serde_json::from_value(it).ok());
        if precision.is_some() {
            self.precision = precision;
            self.object.remove("location");
        }
    }

    /// An organisation where nothing else is said, of the kind that its name tells of where no column does.
    fn set_type_and_kind(&mut self, table: &ActorsTable, name: Option<&str>) {
        let given = self.object.get("type").and_then(Value::as_str).map(ToOwned::to_owned);
        if let Some(text) = self.object.get("kind").and_then(Value::as_str).map(ToOwned::to_owned) {
            if let Some((actor_type, kind)) = table.kind(&text, given.as_deref()) {
                self.object.insert("kind".to_owned(), json!(kind));
                if given.is_none() && !table.columns.has("type") {
                    self.object.insert("type".to_owned(), json!(actor_type));
                }
            }
        } else {
            let kind = name.and_then(|name| table.kind_of_name(name)).unwrap_or("other");
            self.object.insert("kind".to_owned(), json!(kind));
        }
        self.object.entry("type").or_insert_with(|| json!("organisation"));
    }
}

/// An area code with the zero in front of it, which spreadsheets drop.
fn with_zero(area_code: &str) -> String {
    let area_code = area_code.trim();
    if area_code.starts_with(|c: char| ('1'..='9').contains(&c)) {
        format!("0{area_code}")
    } else {
        area_code.to_owned()
    }
}

/// A person as an entry has it: for staff only, since a table gives no consent.
fn person_value(person: PersonParts) -> Option<Value> {
    let fields = [("name", person.name), ("role", person.role), ("phone", person.phone), ("email", person.email)];
    let fields = fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), json!({ "value": value? }))));
    let fields: Map<String, Value> = fields.collect();
    (!fields.is_empty()).then_some(Value::Object(fields))
}
