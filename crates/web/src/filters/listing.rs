//! What a list has, and how events are laid out in theirs.

use crate::Page;

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// Organisations, institutions and networks.
    #[default]
    Actors,
    /// What they offer.
    Offers,
    /// What they invite to.
    Events,
}

impl Listing {
    /// Every list, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Actors, Self::Offers, Self::Events];

    /// The page of the list.
    pub const fn page(self) -> Page {
        match self {
            Self::Actors => Page::Search,
            Self::Offers => Page::Offers,
            Self::Events => Page::Events,
        }
    }
}

/// How events are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calendar {
    /// One after the other, the next first.
    #[default]
    List,
    /// By the days of a week.
    Week,
    /// By the days of a month.
    Month,
}

impl Calendar {
    /// Every layout, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::List, Self::Week, Self::Month];

    /// Its word in addresses; none for the usual one.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::List => None,
            Self::Week => Some("week"),
            Self::Month => Some("month"),
        }
    }
}
