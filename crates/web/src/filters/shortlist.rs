//! What somebody chose to keep. It stands in addresses alone, so that a device remembers nothing and a list can be
//! shared.

use url::form_urlencoded;

use crate::Page;

/// The longest reference, bytes: the folder, the words of a title and an id.
const LONGEST: usize = 200;

/// References to entries in the order in which they were chosen, each once: the slug of an actor, `offer/WORDS-ID`,
/// `event/WORDS-ID`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortlist(Vec<String>);

impl Shortlist {
    /// How many entries have room: as many as fit an address and a reader.
    pub const MOST: usize = 30;
    /// The parameter of the page that shows the list.
    pub const ENTRY: &'static str = "entry";
    /// The parameter that carries the list through a search.
    pub const CARRIED: &'static str = "shortlist";

    /// The list that the address of its page holds.
    pub fn from_query(query: &str) -> Self {
        Self::of_parameter(Self::ENTRY, query)
    }

    /// The list that the address of another page carries.
    pub fn carried_by(query: &str) -> Self {
        Self::of_parameter(Self::CARRIED, query)
    }

    fn of_parameter(name: &str, query: &str) -> Self {
        let mut list = Self::default();
        for (_, value) in form_urlencoded::parse(query.as_bytes()).filter(|(known, _)| known == name) {
            list.add(&value);
        }
        list
    }

    /// The path of a page, with the list where there is something on it.
    pub fn carry(&self, path: String) -> String {
        if self.is_empty() {
            return path;
        }
        format!("{path}?{}", self.pairs(Self::CARRIED))
    }

    /// Adds what `a,b` refers to, as far as there is room.
    pub fn add(&mut self, references: &str) {
        for reference in references.split(',').map(str::trim) {
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-./".contains(&byte);
            let is_reference = !reference.is_empty() && reference.len() <= LONGEST && reference.bytes().all(is_plain);
            if is_reference && self.0.len() < Self::MOST && !self.contains(reference) {
                self.0.push(reference.to_owned());
            }
        }
    }

    /// How a page is referred to; none where it cannot be kept.
    pub fn reference(page: &Page) -> Option<String> {
        match page {
            Page::Profile(_, slug) => Some(slug.clone()),
            Page::Offer(slug) => Some(format!("offer/{slug}")),
            Page::Event(slug) => Some(format!("event/{slug}")),
            _ => None,
        }
    }

    /// Whether a reference is on the list.
    pub fn contains(&self, reference: &str) -> bool {
        self.0.iter().any(|kept| kept == reference)
    }

    /// The references in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list without one of its entries.
    pub fn without(&self, reference: &str) -> Self {
        Self(self.0.iter().filter(|kept| *kept != reference).cloned().collect())
    }

    /// The query part of the address of its page.
    pub fn to_query(&self) -> String {
        self.pairs(Self::ENTRY)
    }

    fn pairs(&self, name: &str) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(self.iter().map(|reference| (name, reference)))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_bounded_and_holds_nothing_twice_and_nothing_odd() {
        let mut query =
            "entry=a,b&entry=a&entry=offer/tee-01kb3v5t8q7m2f9x0c4d6e8g1h&entry=%22%3E&other=x&entry=".to_owned();
        query.push_str(&"z".repeat(LONGEST + 1));
        let list = Shortlist::from_query(&query);
        let carried = list.carry("/offers".to_owned());
        assert_eq!(Shortlist::carried_by(carried.split_once('?').expect("a query").1), list);
        assert_eq!(Shortlist::default().carry("/offers".to_owned()), "/offers");
        assert_eq!(list.iter().collect::<Vec<_>>(), ["a", "b", "offer/tee-01kb3v5t8q7m2f9x0c4d6e8g1h"]);
        assert_eq!(Shortlist::from_query(&list.to_query()), list);
        assert_eq!(list.without("b").to_query(), "entry=a&entry=offer%2Ftee-01kb3v5t8q7m2f9x0c4d6e8g1h");
        let many: String = (0..100).map(|at| format!("&entry=verein-{at}")).collect();
        assert_eq!(Shortlist::from_query(&many).len(), Shortlist::MOST);
    }
}
