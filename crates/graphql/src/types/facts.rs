//! What is known of an actor beside its work: how open an institution is, and what it is called elsewhere.

use domain::{Identifiers, Openness};

use crate::{exec::object, scalars::Day};

/// How open an institution is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpennessView<'s>(pub(crate) &'s Openness);

object! {
    /// How open an institution is (interkulturelle Öffnung), as facts that were true on a day.
    "Openness" ['s] OpennessView<'s>, implements [], |this, call|
    /// The day on which the facts were true.
    on: Option<Day> => this.0.on.map(Day),
    /// The languages spoken at the counter, as BCP-47 tags.
    languages: &'s [domain::Language] => &this.0.languages,
    /// Whether interpreters are there or are sent for; null where nobody has said.
    interpreters: Option<bool> => this.0.interpreters,
    /// Whom associations turn to: a function or a desk, never a person.
    contact: Option<&'s str> => this.0.contact.as_deref(),
    /// The day of the last training of the staff in intercultural competence.
    trainingOn: Option<Day> => this.0.training_on.map(Day),
    /// What the institution declares of its own openness.
    declaration: Option<&'s str> => this.0.declaration.as_deref(),
}

/// What an actor is called elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IdentifiersView<'s>(pub(crate) &'s Identifiers);

object! {
    /// The numbers of an actor in registers and databases elsewhere.
    "Identifiers" ['s] IdentifiersView<'s>, implements [], |this, call|
    /// The number in a public register with the court that keeps it, such as `VR 1234, Amtsgericht Bochum`.
    register: Option<&'s str> => this.0.register.as_deref(),
    /// The object of OpenStreetMap, such as `node/240096342`.
    osm: Option<&'s str> => this.0.osm.as_ref().map(domain::OsmId::as_str),
    /// The item of Wikidata, such as `Q42`.
    wikidata: Option<&'s str> => this.0.wikidata.as_ref().map(domain::WikidataId::as_str),
    /// The addresses of the same thing elsewhere.
    sameAs: Vec<String> => this.0.web_addresses().collect(),
}
