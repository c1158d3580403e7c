//! What an entry says: all of it, or, as a row of a table, a few fields over what is there.

use std::collections::BTreeSet;

use domain::{Address, Identifiers, LocalisedText, Location, Openness};

use crate::lost_letters::is_lossy_copy;

/// Which fields an entry says something of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// All of them: what is missing is nothing.
    #[default]
    Everything,
    /// These, by their paths such as `summary.tr`: the others stay as they are.
    Only(BTreeSet<String>),
    /// These, of an entry that somebody decided it is: what is said adds to its lists, and its name and texts stay.
    Added(BTreeSet<String>),
    /// All of them, and to the letter: also where it is what the public sees of a stored place.
    Verbatim,
}

impl Said {
    /// These fields only.
    pub(crate) fn from_paths(paths: impl IntoIterator<Item = String>) -> Self {
        Self::Only(paths.into_iter().collect())
    }

    /// The same of an entry that somebody decided it is.
    pub(crate) fn into_added(self) -> Self {
        match self {
            Self::Only(paths) => Self::Added(paths),
            said => said,
        }
    }

    /// Whether it is a row of a table.
    pub(super) const fn is_row(&self) -> bool {
        matches!(self, Self::Only(_) | Self::Added(_))
    }

    pub(super) const fn is_added(&self) -> bool {
        matches!(self, Self::Added(_))
    }

    pub(super) fn names(&self, path: &str) -> bool {
        match self {
            Self::Everything | Self::Verbatim => true,
            Self::Only(paths) | Self::Added(paths) => paths.contains(path),
        }
    }

    /// A list as it is said, or the one before with what is said behind it.
    pub(super) fn list<T: Clone + PartialEq, L: FromIterator<T> + std::ops::Deref<Target = [T]>>(
        &self,
        before: &L,
        new: L,
    ) -> L {
        if !self.is_added() {
            return new;
        }
        let further = new.iter().filter(|value| !before.contains(value));
        before.iter().chain(further).cloned().collect()
    }

    /// A text in the languages that are said, and in the others as before.
    pub(super) fn text(&self, field: &str, before: &LocalisedText, new: &LocalisedText) -> LocalisedText {
        let said = new.iter().filter(|(language, _)| self.names(&format!("{field}.{language}")));
        said.fold(before.clone(), |text, (language, said)| match before.get(language.as_str()) {
            Some(known) if self.is_added() || is_lossy_copy(said, known) => text,
            _ => text.with(language.clone(), said),
        })
    }

    pub(super) fn address(&self, before: Option<&Address>, new: Option<&Address>) -> Option<Box<Address>> {
        let (before, new) = (before.cloned().unwrap_or_default(), new.cloned().unwrap_or_default());
        let part = |name: &str, new: Option<_>, before: Option<_>| match self.names(&format!("address.{name}")) {
            true => whole_option(before, new),
            false => before,
        };
        let address = Address {
            street: part("street", new.street, before.street),
            postcode: part("postcode", new.postcode, before.postcode),
            city: part("city", new.city, before.city),
            extra: part("extra", new.extra, before.extra),
        };
        (address != Address::default()).then(|| address.into())
    }

    pub(super) fn openness(&self, before: Option<&Openness>, new: Option<&Openness>) -> Option<Box<Openness>> {
        let (before, new) = (before.cloned().unwrap_or_default(), new.cloned().unwrap_or_default());
        macro_rules! part {
            ($path:literal, $field:ident) => {
                if self.names(concat!("openness.", $path)) { new.$field } else { before.$field }
            };
        }
        let openness = Openness {
            on: part!("on", on),
            languages: part!("languages", languages),
            interpreters: part!("interpreters", interpreters),
            contact: part!("contact", contact),
            training_on: part!("trainingOn", training_on),
            declaration: part!("declaration", declaration),
        };
        (openness != Openness::default()).then(|| openness.into())
    }

    pub(super) fn identifiers(
        &self,
        before: Option<&Identifiers>,
        new: Option<&Identifiers>,
    ) -> Option<Box<Identifiers>> {
        let (before, new) = (before.cloned().unwrap_or_default(), new.cloned().unwrap_or_default());
        let identifiers = Identifiers {
            register: if self.names("identifiers.register") { new.register } else { before.register },
            osm: if self.names("identifiers.osm") { new.osm } else { before.osm },
            wikidata: if self.names("identifiers.wikidata") { new.wikidata } else { before.wikidata },
        };
        (identifiers != Identifiers::default()).then(|| identifiers.into())
    }

    /// A new position is as precisely public as the old one was, unless something else is said.
    pub(super) fn location(&self, before: Option<Location>, new: Option<Location>) -> Option<Location> {
        match (before, new) {
            (Some(before), Some(new)) if !self.names("location.precision") => {
                Some(Location { precision: before.precision, ..new })
            }
            (before, new) => new.or(before),
        }
    }
}

/// A text that is said, or the one before where that is the same but for lost letters.
pub(super) fn whole(before: &str, new: String) -> String {
    if is_lossy_copy(&new, before) { before.to_owned() } else { new }
}

fn whole_option<T: AsRef<str>>(before: Option<T>, new: Option<T>) -> Option<T> {
    match (before, new) {
        (Some(before), Some(new)) if is_lossy_copy(new.as_ref(), before.as_ref()) => Some(before),
        (_, new) => new,
    }
}

pub(super) fn whole_list(before: &[String], new: Vec<String>) -> Vec<String> {
    let known = |new: String| before.iter().find(|before| is_lossy_copy(&new, before)).cloned().unwrap_or(new);
    new.into_iter().map(known).collect()
}
