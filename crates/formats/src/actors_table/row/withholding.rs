//! What remarks keep from the public: the entry, which stays a draft; its place, number or mailbox, which is not published
//! with it later either.

use serde_json::{Value, json};

use super::RowDraft;
use crate::actors_table::{
    ActorsTable,
    columns::{ColumnTarget, PlannedColumn},
    contacts::ContactKind,
    homes::{is_home, is_home_heading, is_home_remark, split_host},
    phrases::CELL_WORDS,
    remarks::PublicationRemark,
    understanding::Sentence,
};

/// What remarks forbid to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::actors_table) struct WithheldParts {
    entry: bool,
    place: bool,
    /// Whether its place is a private home.
    home: bool,
    phone: bool,
    email: bool,
    /// Whether there is nothing to publish any more.
    is_over: bool,
}

impl RowDraft {
    /// Hears what a cell says beside its value.
    pub(super) fn hear_remark(&mut self, column: &PlannedColumn, text: &str) {
        use ColumnTarget::{Address, Contacts, Field, Note, Person};
        self.hear_home(column, text);
        let is_line_of_address = |name: &str| matches!(name, "street" | "addressExtra" | "city" | "postcode");
        let is_remark = matches!(column.target, None | Some(Note));
        let is_beside = match &column.target {
            Some(Field(field)) => is_line_of_address(&field.name),
            target => matches!(target, Some(Person | Contacts(_) | Address)),
        };
        if !is_remark && !is_beside {
            return;
        }
        let mut remark = PublicationRemark::read(&column.heading, text);
        remark.forbids |= is_remark && CELL_WORDS.lacks_consent(&column.heading, text);
        let is_heard = remark.forbids || is_remark && remark.is_over;
        if is_heard && !matches!(column.target, Some(Note)) {
            // Whoever publishes it is to read it.
            self.note(&column.heading, text);
        }
        self.hear(PublicationRemark { is_over: remark.is_over && is_remark, ..remark }, column);
    }

    /// Hears that a cell is empty where it ought to say that its row may be published.
    pub(super) fn hear_silence(&mut self, column: &PlannedColumn) {
        let is_read = matches!(column.target, Some(ColumnTarget::Note));
        self.withheld.entry |= is_read && CELL_WORDS.lacks_consent(&column.heading, "");
    }

    /// Hears that an address is that of a private home.
    fn hear_home(&mut self, column: &PlannedColumn, text: &str) {
        use ColumnTarget::{Address, Field, HouseNumber, Note, Town, TownAndDistrict};
        self.withheld.home |= match &column.target {
            Some(Address | Town | TownAndDistrict | HouseNumber) => is_home_heading(&column.heading) || is_home(text),
            Some(Field(field)) if field.path.first().is_some_and(|first| first == "address") => {
                is_home_heading(&column.heading) || is_home(text)
            }
            None | Some(Note) => is_home_remark(text),
            _ => false,
        };
    }

    /// Hears a comment of a cell.
    pub(super) fn hear_comment(&mut self, column: Option<&PlannedColumn>, text: &str) {
        let remark = PublicationRemark::read("", text);
        self.withheld.home |= is_home_remark(text);
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
        if self.withheld.home {
            self.take_out_host();
        }
        if self.withheld.place || self.withheld.home {
            let (german, english) = match self.withheld.place {
                true => ("soll nicht öffentlich sein", "is not to be public"),
                false => ("ist eine private Wohnung", "is a private home"),
            };
            self.hide_place(table, german, english);
        }
        for (field, is_withheld) in [("phone", self.withheld.phone), ("email", self.withheld.email)] {
            let Some(value) = self.object.get(field).filter(|_| is_withheld).and_then(Value::as_str) else { continue };
            let value = value.to_owned();
            self.object.remove(field);
            self.said.retain(|said| said != field);
            self.hint(
                field,
                Sentence::new(
                    format!("soll nicht öffentlich sein, sagt die Tabelle: {value} steht nur in der Notiz"),
                    format!("is not to be public, the table says: {value} stands in the note only"),
                ),
            );
            self.note(field, &value);
        }
    }

    /// Takes out of the address whose home it is: that stands in the note.
    fn take_out_host(&mut self) {
        for field in ["extra", "street"] {
            let line = self.object.get("address").and_then(|address| address.get(field)).and_then(Value::as_str);
            let Some(line) = line.map(ToOwned::to_owned) else { continue };
            let (open, hosts) = split_host(&line);
            if hosts.is_empty() {
                continue;
            }
            self.note("address", &hosts.join(", "));
            let path = ["address".to_owned(), field.to_owned()];
            match open {
                Some(open) => self.put(&path, json!(open)),
                None => {
                    let address = self.object.get_mut("address").and_then(Value::as_object_mut);
                    address.map(|address| address.remove(field));
                    self.said.retain(|said| *said != path.join("."));
                }
            }
        }
        if self.object.get("address").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty) {
            self.object.remove("address");
        }
    }

    /// Hides the place, or takes the street out of the entry where no place is known that could be hidden.
    fn hide_place(&mut self, table: &ActorsTable, german: &str, english: &str) {
        let location = self.object.get("location").and_then(Value::as_object);
        let has_position = location.is_some_and(|location| location.contains_key("longitude"));
        let based_in = self.object.get("basedIn").and_then(Value::as_str);
        let has_quarter = based_in.is_some_and(|slug| table.quarter_centre(slug).is_some());
        if has_position {
            self.put(&["location".to_owned(), "precision".to_owned()], json!("hidden"));
        } else if has_quarter {
            self.precision = Some(domain::vocabulary::Precision::Hidden);
        } else {
            let address = self.object.remove("address");
            self.said.retain(|said| !said.starts_with("address."));
            let parts = address.as_ref().and_then(Value::as_object).into_iter().flat_map(|parts| parts.values());
            let line = parts.filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
            if !line.is_empty() {
                self.note("address", &line);
                self.hint(
                    "address",
                    Sentence::new(
                        format!("{german}, sagt die Tabelle: die Adresse steht nur in der Notiz"),
                        format!("{english}, the table says: the address stands in the note only"),
                    ),
                );
            }
            return;
        }
        self.hint(
            "location",
            Sentence::new(
                format!("{german}, sagt die Tabelle: der Ort ist verborgen"),
                format!("{english}, the table says: the place is hidden"),
            ),
        );
    }

    /// Keeps the entry a draft where it must not be public, or is no more; whether it does.
    pub(in crate::actors_table) fn keep_draft(&mut self) -> bool {
        let is_archived = self.object.get("status").and_then(Value::as_str) == Some("archived");
        let sentence = match (self.withheld.entry, self.withheld.is_over) {
            (true, _) => Sentence::new(
                "darf nicht veröffentlicht werden, sagt die Tabelle: bleibt ein Entwurf",
                "must not be published, the table says: stays a draft",
            ),
            (false, true) if !is_archived => Sentence::new(
                "die Tabelle sagt, dass es das nicht mehr gibt oder dass es ruht: bleibt ein Entwurf, bitte prüfen",
                "the table says that it is no more or rests: stays a draft, please check",
            ),
            _ => return false,
        };
        self.hint("status", sentence);
        self.said.push("status".to_owned());
        self.object.insert("status".to_owned(), json!("draft"));
        true
    }
}
