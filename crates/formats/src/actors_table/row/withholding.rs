//! What remarks keep from the public: the entry, which stays a draft; its place, number or mailbox, which is not published
//! with it later either.

use domain::{LifeStatus, vocabulary::Precision};
use messages::Message;
use serde_json::{Value, json};

use super::RowDraft;
use crate::actors_table::{
    ActorsTable,
    columns::{ColumnTarget, PlannedColumn},
    contacts::ContactKind,
    homes::{AddressLine, HomeSign, is_home, names_host, read_address_line, sign_of_heading, sign_of_remark},
    personal_contacts::holds_own_number,
    phrases::CELL_WORDS,
    plain,
    remarks::{PublicationRemark, is_remark_heading},
    understanding::ColumnUse,
};

/// A name with so many digits holds a number.
const FEWEST_DIGITS_OF_NUMBER: usize = 6;
/// The bare heading of a column that may say that advice is confidential, or that the row is.
const AMBIGUOUS_HEADING: &str = "vertraulich";

/// What remarks forbid to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::actors_table) struct WithheldParts {
    entry: bool,
    /// Whether a cell is empty that ought to say that it may be published.
    lacks_consent: bool,
    place: bool,
    /// Whether its place is a private home, or may be one.
    home: HomeSign,
    phone: bool,
    email: bool,
    /// Whether there is nothing to publish any more.
    is_over: bool,
    /// Whether something is said of persons, homes or secrecy that is not understood.
    is_doubtful: bool,
    /// Whether the row has nothing but a name, unlike the others.
    pub(in crate::actors_table) is_bare: bool,
}

impl RowDraft {
    /// Hears what a cell says beside its value.
    pub(super) fn hear_remark(&mut self, column: &PlannedColumn, text: &str) {
        use ColumnTarget::{Address, Contacts, Field, Note, Person};
        self.hear_home(column, text);
        // In lists of offices it may be said of the row rather than of the advice that is given.
        let is_confidential = plain(&column.heading) == AMBIGUOUS_HEADING && column.usage == ColumnUse::Recognised;
        // As the directory writes it, it is public already.
        if let Some(ColumnTarget::Field(field)) = column.target.as_ref().filter(|_| column.heading != column.fields) {
            self.withheld.is_doubtful |= is_public_text(&field.name) && tells_of_person(field.name == "name", text);
        }
        self.withheld.is_doubtful |= is_confidential && !CELL_WORDS.denies_refusal(text);
        let is_line_of_address = |name: &str| matches!(name, "street" | "addressExtra" | "city" | "postcode");
        let is_remark = matches!(column.target, None | Some(Note));
        let is_beside = match &column.target {
            Some(Field(field)) => is_line_of_address(&field.name),
            target => matches!(target, Some(Person | Contacts(_) | Address)),
        };
        if !is_remark && !is_beside {
            return;
        }
        // What a column of values is called says nothing of its cells.
        let heading = if is_remark { column.heading.as_str() } else { "" };
        let mut remark = PublicationRemark::read(heading, text);
        remark.forbids |= is_remark && CELL_WORDS.lacks_consent(&column.heading, text);
        remark.is_doubtful &= is_remark && is_remark_heading(&column.heading);
        self.withheld.is_doubtful |= remark.is_doubtful;
        let is_heard = remark.forbids || is_remark && (remark.is_over || remark.is_doubtful);
        if is_heard && !matches!(column.target, Some(Note)) {
            // Whoever publishes it is to read it.
            self.note(&column.heading, text);
        }
        self.hear(PublicationRemark { is_over: remark.is_over && is_remark, ..remark }, column);
    }

    /// Hears that a cell is empty where it ought to say that its row may be published.
    pub(super) fn hear_silence(&mut self, column: &PlannedColumn) {
        let is_read = matches!(column.target, Some(ColumnTarget::Note));
        self.withheld.lacks_consent |= is_read && CELL_WORDS.lacks_consent(&column.heading, "");
    }

    /// Hears that an address is that of a private home, or may be one.
    fn hear_home(&mut self, column: &PlannedColumn, text: &str) {
        use ColumnTarget::{Address, Field, HouseNumber, Note, Town, TownAndDistrict};
        let is_address = match &column.target {
            Some(Address | Town | TownAndDistrict | HouseNumber) => true,
            Some(Field(field)) => field.path.first().is_some_and(|first| first == "address"),
            None | Some(Note) => return self.hear_remark_of_home(&column.heading, text),
            _ => false,
        };
        if !is_address {
            return;
        }
        // Who has said what a column holds knows its heading.
        let of_heading = match sign_of_heading(&column.heading) {
            HomeSign::Doubt if column.usage == ColumnUse::Mapped => HomeSign::None,
            sign => sign,
        };
        let of_text = if is_home(text) { HomeSign::Home } else { HomeSign::None };
        self.withheld.home = self.withheld.home.max(of_heading).max(of_text);
    }

    fn hear_remark_of_home(&mut self, heading: &str, text: &str) {
        match sign_of_remark(text) {
            HomeSign::Home => self.withheld.home = HomeSign::Home,
            // Columns with the names of those who have written a list say nothing of it.
            HomeSign::Doubt => self.withheld.is_doubtful |= is_remark_heading(heading),
            HomeSign::None => {}
        }
    }

    /// Hears a comment of a cell.
    pub(super) fn hear_comment(&mut self, column: Option<&PlannedColumn>, text: &str) {
        let remark = PublicationRemark::read("", text);
        self.hear_remark_of_home("", text);
        self.withheld.is_doubtful |= remark.is_doubtful;
        match column {
            Some(column) => self.hear(remark, column),
            None => self.withheld.entry |= remark.forbids,
        }
    }

    fn hear(&mut self, remark: PublicationRemark, column: &PlannedColumn) {
        use ColumnTarget::{Address, Contacts, Field};
        self.withheld.is_over |= remark.is_over;
        if !remark.forbids {
            return;
        }
        let is_any = !remark.place && !remark.phone && !remark.email;
        let of = |kind: ContactKind| match column.target {
            Some(Contacts(known)) => known == kind || known == ContactKind::Any && is_any,
            _ => false,
        };
        let is_place = match &column.target {
            Some(Address) => true,
            Some(Field(field)) => field.path.first().is_some_and(|first| first == "address"),
            _ => false,
        };
        self.withheld.entry = true;
        self.withheld.place |= remark.place || is_place;
        self.withheld.phone |= remark.phone || of(ContactKind::Phone);
        self.withheld.email |= remark.email || of(ContactKind::Email);
    }

    /// Keeps what remarks forbid to publish where it is not public, whenever the entry is.
    pub(in crate::actors_table) fn withhold(&mut self, table: &ActorsTable) {
        self.take_out_host();
        // Whoever stands beside the same street lives there: "Ali Beispiel, Musterweg 3".
        let street = self.object.get("address").and_then(|address| address.get("street")).and_then(Value::as_str);
        let further = self.persons.iter().flat_map(|person| &person.further).map(String::as_str);
        let noted =
            self.notes.iter().filter_map(|note| Some(note.split_once(": ")?.1)).flat_map(|note| note.split("; "));
        let mut beside = further.chain(noted.filter(|_| !self.persons.is_empty()));
        if street.is_some_and(|street| beside.any(|text| text == street)) {
            self.withheld.home = HomeSign::Home;
        }
        if self.withheld.place || self.withheld.home != HomeSign::None {
            let reason = match (self.withheld.place, self.withheld.home) {
                (true, _) => "forbidden",
                (_, HomeSign::Home) => "home",
                _ => "doubt",
            };
            self.hide_place(table, reason);
        }
        // Who lives there answers the telephone.
        self.withheld.phone |= self.withheld.home == HomeSign::Home;
        for (field, is_withheld) in [("phone", self.withheld.phone), ("email", self.withheld.email)] {
            let Some(value) = self.object.get(field).filter(|_| is_withheld).and_then(Value::as_str) else { continue };
            let value = value.to_owned();
            self.object.remove(field);
            self.said.retain(|said| said != field);
            self.hint(field, Message::new("table-contact-withheld").with("value", value.as_str()));
            self.note(field, &value);
        }
    }

    /// Takes out of the address what may be the name of somebody: that stands in the note.
    fn take_out_host(&mut self) {
        for field in ["extra", "street", "city"] {
            let line = self.object.get("address").and_then(|address| address.get(field)).and_then(Value::as_str);
            let Some(line) = line.map(ToOwned::to_owned) else { continue };
            // Any word may be the name of a town.
            let (town, aside) = if field == "city" { split_city(&line) } else { ("", line.as_str()) };
            let AddressLine { open, taken, sign } = read_address_line(aside);
            if taken.is_empty() {
                continue;
            }
            self.withheld.home = self.withheld.home.max(sign);
            self.note("address", &taken.join(", "));
            let path = ["address".to_owned(), field.to_owned()];
            let open = [town, open.as_deref().unwrap_or_default()].join(" ").trim().to_owned();
            if open.is_empty() {
                let address = self.object.get_mut("address").and_then(Value::as_object_mut);
                address.map(|address| address.remove(field));
                self.said.retain(|said| *said != path.join("."));
            } else {
                self.put(&path, json!(open));
            }
        }
        if self.object.get("address").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty) {
            self.object.remove("address");
        }
    }

    /// Hides the place, or takes the street out of the entry where no place is known that could be hidden. One that may be a
    /// home is shown by its quarter.
    fn hide_place(&mut self, table: &ActorsTable, reason: &str) {
        let is_doubtful = !self.withheld.place && self.withheld.home == HomeSign::Doubt;
        let precision = if is_doubtful { Precision::Quarter } else { Precision::Hidden };
        let location = self.object.get("location").and_then(Value::as_object);
        let has_position = location.is_some_and(|location| location.contains_key("longitude"));
        let known = location.and_then(|location| location.get("precision")).cloned();
        let known: Option<Precision> = known.and_then(|it| serde_json::from_value(it).ok());
        let based_in = self.object.get("basedIn").and_then(Value::as_str);
        let has_quarter = based_in.is_some_and(|slug| table.quarter_centre(slug).is_some());
        let shown = if has_position {
            let precision = known.map_or(precision, |known| known.max(precision));
            self.put(&["location".to_owned(), "precision".to_owned()], json!(precision));
            "hidden"
        } else if has_quarter {
            self.precision = Some(self.precision.map_or(precision, |known| known.max(precision)));
            "hidden"
        } else {
            let address = self.object.remove("address");
            self.said.retain(|said| !said.starts_with("address."));
            let parts = address.as_ref().and_then(Value::as_object).into_iter().flat_map(|parts| parts.values());
            let line = parts.filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
            if line.is_empty() && !is_doubtful {
                return;
            }
            if !line.is_empty() {
                self.note("address", &line);
            }
            "note"
        };
        let shown = if is_doubtful && (has_position || has_quarter) { "quarter" } else { shown };
        let field = if has_position || has_quarter { "location" } else { "address" };
        self.hint(field, Message::new("table-place-withheld").with("reason", reason).with("shown", shown));
    }

    /// Keeps the entry a draft where it must not be public, or is no more; whether it does.
    pub(in crate::actors_table) fn keep_draft(&mut self, default: LifeStatus) -> bool {
        let is_archived = self.object.get("status").and_then(Value::as_str) == Some("archived");
        let contacts = self.doubtful_contacts();
        let effect = || Message::new("table-effect-draft");
        let message = match (self.withheld.entry, self.withheld.is_over) {
            (true, _) => Message::new("table-draft-forbidden").with("effect", effect()),
            (false, _) if self.withheld.lacks_consent => {
                Message::new("table-draft-no-consent").with("effect", effect())
            }
            (false, false) if self.withheld.is_doubtful && !is_archived => {
                Message::new("table-draft-doubtful").with("effect", effect())
            }
            (false, false) if self.withheld.is_bare && !is_archived => {
                Message::new("table-draft-bare").with("effect", effect())
            }
            (false, false) if default == LifeStatus::Published && !is_archived && !contacts.is_empty() => {
                Message::new("table-draft-contact").with("effect", effect()).with("contacts", contacts.join(", "))
            }
            (false, true) if !is_archived => Message::new("table-draft-over").with("effect", effect()),
            _ => return false,
        };
        self.hint("status", message);
        // Who has published an entry has read what is doubtful of it; a refusal counts again.
        match self.withheld.entry || self.withheld.lacks_consent {
            true => self.said.push("status".to_owned()),
            false => self.said.retain(|said| said != "status"),
        }
        self.object.insert("status".to_owned(), json!("draft"));
        true
    }
}

/// Whether a field holds words that everybody reads.
fn is_public_text(field: &str) -> bool {
    field == "name" || field.starts_with("summary") || field.starts_with("description")
}

/// Whether words for everybody tell of somebody's home, number or mailbox; a name with a host or a number in it does.
fn tells_of_person(is_name: bool, text: &str) -> bool {
    sign_of_remark(text) == HomeSign::Home
        || holds_own_number(text)
        || is_name && (names_host(text) || text.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS_OF_NUMBER)
}

/// Of "Herne (bei Beispiel)" the town, and what stands aside.
fn split_city(city: &str) -> (&str, &str) {
    let at = city.find(['(', '[']).unwrap_or(city.len());
    let (town, aside) = city.split_at(at);
    (town.trim(), aside.trim())
}
