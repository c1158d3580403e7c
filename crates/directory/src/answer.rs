//! The shapes of answers that are not a page.

use chrono::{DateTime, Utc};
use domain::{Language, record::EntityRef, vocabulary::TargetGroup};

use crate::{
    entry::{ActorNo, DistrictNo, EventNo, LinkNo, OfferNo, ThemeNo},
    text::DocumentPart,
};

/// How many entries the public sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Organisations.
    pub organisations: u64,
    /// Institutions.
    pub institutions: u64,
    /// Networks.
    pub networks: u64,
    /// Offers.
    pub offers: u64,
    /// Events.
    pub events: u64,
    /// Projects.
    pub projects: u64,
    /// Cooperation links, whatever their status.
    pub links: u64,
    /// Themes that are not retired.
    pub themes: u64,
    /// Districts.
    pub districts: u64,
}

/// What choosing a value would give: each list counts under all other filters. Entries that would
/// give nothing are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// In tree order; a parent counts its children's actors too.
    pub themes: Vec<(ThemeNo, u64)>,
    /// In tree order, by the filter's district relation; a parent counts its children's actors too.
    pub districts: Vec<(DistrictNo, u64)>,
    /// Kind words, most first, then by word.
    pub kinds: Vec<(&'static str, u64)>,
    /// Most first, then by tag.
    pub languages: Vec<(Language, u64)>,
    /// In the order of the vocabulary.
    pub target_groups: Vec<(TargetGroup, u64)>,
}

/// One date of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventDate {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it is over; where the event tells no end, that of its day.
    pub end: DateTime<Utc>,
}

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// It goes on, or a date lies ahead.
    Scheduled,
    /// It was cancelled, as a whole or date by date.
    Cancelled,
    /// It took place, and all dates that lay ahead were cancelled.
    RestCancelled,
    /// Its last date is over.
    Over,
}

/// A cooperation seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooperation {
    /// The link.
    pub link: LinkNo,
    /// The other end.
    pub partner: ActorNo,
    /// Which way it points.
    pub direction: Direction,
}

/// Which way a cooperation points, seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the partner.
    Outgoing,
    /// From the partner.
    Incoming,
    /// The kind reads the same from both ends.
    Mutual,
}

/// What somebody may mean who is still typing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suggestion {
    /// An actor.
    Actor(ActorNo),
    /// A theme.
    Theme(ThemeNo),
    /// A district.
    District(DistrictNo),
    /// A language that somebody works in.
    Language(Language),
    /// An offer that stands.
    Offer(OfferNo),
    /// An event that is not over.
    Event(EventNo),
    /// A whole question, which [`crate::Snapshot::interpret`] understands and which somebody answers.
    Question(String),
}

/// Themes against districts.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The rows, in tree order.
    pub themes: Vec<ThemeNo>,
    /// The columns, in tree order.
    pub districts: Vec<DistrictNo>,
    /// How many actors there are per cell, row after row; parents include their children.
    pub counts: Vec<u64>,
    /// Theme and borough or quarter where there is nobody, row after row.
    pub gaps: Vec<(ThemeNo, DistrictNo)>,
    /// How many actors were looked at.
    pub total: u64,
}

impl Coverage {
    /// How many actors work on the theme in the district; 0 for what is no row or column.
    pub fn count(&self, theme: ThemeNo, district: DistrictNo) -> u64 {
        let row = self.themes.iter().position(|no| *no == theme);
        let column = self.districts.iter().position(|no| *no == district);
        match (row, column) {
            (Some(row), Some(column)) => self.counts[row * self.districts.len() + column],
            _ => 0,
        }
    }
}

/// Why a text finds an actor: a part of what is shown of it, and what of that part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchReason {
    /// The part that counts.
    pub part: DocumentPart,
    /// Which of several; none where the part is one short text.
    pub subject: Option<MatchSubject>,
}

/// One of the things of an actor by which a text finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchSubject {
    /// The place among its other names.
    AlternativeName(usize),
    /// One of its themes, or one above.
    Theme(ThemeNo),
    /// One of its offers.
    Offer(OfferNo),
    /// One of its events.
    Event(EventNo),
    /// One of its districts, or one that it lies in.
    District(DistrictNo),
    /// One of its languages.
    Language(Language),
    /// One of its target groups.
    TargetGroup(TargetGroup),
    /// Its postal address, as far as it is published.
    Address,
    /// Its telephone number.
    Phone,
    /// A sentence of its summary or description.
    Sentence(String),
}

/// Somebody an actor does not cooperate with yet, and why it might.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedPartner {
    /// The partner.
    pub actor: ActorNo,
    /// The sum of the reasons' weights; see [`crate::Snapshot::suggested_partners`].
    pub score: f64,
    /// The reasons, heaviest first.
    pub reasons: Vec<Reason>,
}

/// Why two actors might cooperate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Both work on it.
    SharedTheme(ThemeNo),
    /// Both cooperate with it.
    SharedPartner(ActorNo),
    /// Both are in it, by seat or work.
    SharedDistrict(DistrictNo),
    /// Both work in it.
    SharedLanguage(Language),
    /// Both work for it.
    SharedTargetGroup(TargetGroup),
}

/// One entry of the changes feed: an entity's last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LogEntry {
    /// Place in the log.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Which entity.
    pub entity: EntityRef,
    /// Whether it was taken out.
    pub removed: bool,
}
