//! A suggested change as a form says it: what an entry should say, or that there is a new one.
//!
//! The server hands it to the command that proposes changes; here it is only read, and told apart from what the
//! entry says already.

use std::time::Duration;

use directory::{ActorNo, Snapshot};
use domain::{Address, rules::Violations, vocabulary::Precision};
use serde_json::{Value, json};
use url::form_urlencoded;

/// The longest text of one line, in characters.
pub const LINE_LENGTH: usize = 200;
/// The longest comment, in characters.
pub const COMMENT_LENGTH: usize = 2_000;

/// Where an entry should be found: the lines of an address that are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuggestedAddress {
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
}

impl SuggestedAddress {
    fn of(address: Option<&Address>) -> Self {
        let line = |value: Option<&str>| value.unwrap_or_default().to_owned();
        address.map_or_else(Self::default, |address| Self {
            street: line(address.street.as_deref()),
            postcode: line(address.postcode.as_deref()),
            city: line(address.city.as_deref()),
        })
    }

    /// The address as the interface has it; null where nothing is left. What is not asked for stays.
    fn to_value(&self, extra: &str) -> Value {
        let lines = [("street", &*self.street), ("postcode", &self.postcode), ("city", &self.city)];
        if lines.iter().all(|(_, line)| line.is_empty()) {
            return Value::Null;
        }
        let said = lines.into_iter().chain([("extra", extra)]).filter(|(_, line)| !line.is_empty());
        said.map(|(name, line)| (name.to_owned(), line.into())).collect::<serde_json::Map<_, _>>().into()
    }
}

/// What somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuggestedChange {
    /// The slug of the entry; empty for a new one.
    pub entry: String,
    /// The version of the entry that the form was filled with.
    pub version: u32,
    /// What it is called.
    pub name: String,
    /// The word of an organisation's kind; for new entries only.
    pub kind: String,
    /// Where it is; `None` where it is not asked for: what the public sees of a place that is told coarsely is no
    /// address to be changed.
    pub address: Option<SuggestedAddress>,
    /// The line of the address that is not asked for.
    pub extra: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Website.
    pub website: String,
    /// What should change, in their own words.
    pub comment: String,
    /// How to ask back.
    pub contact: String,
}

/// A form that was sent and not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedSuggestion {
    /// What was typed.
    pub suggestion: SuggestedChange,
    /// What is wrong, by field.
    pub violations: Violations,
    /// Why nothing is taken now, however right it is.
    pub limit: Option<SuggestionLimit>,
}

/// Why no suggestion is taken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionLimit {
    /// This client has sent as many as it may.
    Client {
        /// When the next is taken.
        wait: Duration,
    },
    /// Many wait about this entry.
    Entry,
    /// Many wait altogether.
    Queue,
    /// There is no room.
    Storage,
    /// The database is kept busy by something else.
    Busy,
}

impl SuggestedChange {
    /// Reads a form (`application/x-www-form-urlencoded`); what it does not name is empty.
    pub fn from_form(body: &[u8]) -> Self {
        let mut suggestion = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            let value = value.trim().replace("\r\n", "\n");
            match &*name {
                "entry" => suggestion.entry = value,
                "version" => suggestion.version = value.parse().unwrap_or_default(),
                "name" => suggestion.name = value,
                "kind" => suggestion.kind = value,
                "street" => suggestion.address.get_or_insert_default().street = value,
                "postcode" => suggestion.address.get_or_insert_default().postcode = value,
                "city" => suggestion.address.get_or_insert_default().city = value,
                "phone" => suggestion.phone = value,
                "email" => suggestion.email = value,
                "website" => suggestion.website = value,
                "comment" => suggestion.comment = value,
                "contact" => suggestion.contact = value,
                _ => {}
            }
        }
        suggestion
    }

    /// The form for an entry, filled with what it says.
    pub fn about(snapshot: &Snapshot, no: ActorNo) -> Self {
        let record = snapshot.actor(no).record();
        let said = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let address = record.data.address.as_deref();
        let is_exact = record.data.location.is_none_or(|location| location.precision == Precision::Exact);
        Self {
            address: is_exact.then(|| SuggestedAddress::of(address)),
            extra: said(address.and_then(|address| address.extra.as_deref())),
            entry: record.data.slug.to_string(),
            version: record.version,
            name: record.data.name.clone(),
            phone: said(record.data.phone.as_ref().map(domain::PhoneNumber::as_str)),
            email: said(record.data.email.as_ref().map(domain::EmailAddress::as_str)),
            website: said(record.data.website.as_ref().map(domain::WebAddress::as_str)),
            ..Self::default()
        }
    }

    /// The form for an entry that is not there yet.
    pub fn new_entry() -> Self {
        Self { address: Some(SuggestedAddress::default()), ..Self::default() }
    }

    /// The fields that should say something else than `before`, by the names of the interface; an emptied one is
    /// null.
    pub fn fields(&self, before: &Self) -> Vec<(String, Value)> {
        let plain = [
            ("name", &self.name, &before.name),
            ("phone", &self.phone, &before.phone),
            ("email", &self.email, &before.email),
            ("website", &self.website, &before.website),
        ];
        let changed = plain.into_iter().filter(|(_, now, before)| now != before);
        let mut fields: Vec<(String, Value)> = changed
            .map(|(name, now, _)| (name.to_owned(), if now.is_empty() { Value::Null } else { now.as_str().into() }))
            .collect();
        if let (Some(now), Some(then)) = (&self.address, &before.address)
            && now != then
        {
            fields.push(("address".to_owned(), now.to_value(&before.extra)));
        }
        if self.entry.is_empty() && !self.kind.is_empty() {
            fields.push(("kind".to_owned(), json!({ "type": "organisation", "kind": self.kind })));
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_only_what_differs_from_the_entry() {
        let before =
            SuggestedChange { entry: "chor".to_owned(), phone: "02323 1".to_owned(), ..SuggestedChange::default() };
        let form =
            SuggestedChange::from_form(b"entry=chor&version=3&phone=&email=a%40example.org&comment=Hallo%0D%0Adu&x=y");
        assert_eq!((form.version, form.comment.as_str()), (3, "Hallo\ndu"));
        assert_eq!(
            form.fields(&before),
            [("phone".to_owned(), Value::Null), ("email".to_owned(), "a@example.org".into())]
        );

        let address = |street: &str| {
            Some(SuggestedAddress {
                street: street.to_owned(),
                city: "Herne".to_owned(),
                ..SuggestedAddress::default()
            })
        };
        let before = SuggestedChange {
            address: address("Beispielweg 1"),
            extra: "Hof".to_owned(),
            ..SuggestedChange::default()
        };
        let moved = SuggestedChange::from_form("street=Beispielweg+2&postcode=&city=Herne".as_bytes());
        let expected = json!({ "street": "Beispielweg 2", "city": "Herne", "extra": "Hof" });
        assert_eq!(moved.fields(&before), [("address".to_owned(), expected)]);
        assert_eq!(SuggestedChange { address: address("Beispielweg 1"), ..moved.clone() }.fields(&before), []);
        let gone = SuggestedChange::from_form(b"street=&postcode=&city=");
        assert_eq!(gone.fields(&before), [("address".to_owned(), Value::Null)]);
        let coarse = SuggestedChange { address: None, ..before };
        assert_eq!(moved.fields(&coarse), [], "a house number that the public does not see is not lost");
    }
}
