//! The shapes of questions and answers.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use domain::{
    ActorId, ActorType,
    vocabulary::{Accessibility, Availability, Daytime, LinkKind, LinkStatus, OfferKind, Wheelchair},
};

/// The largest page.
pub const MAX_PAGE: usize = 100;
/// The page where nothing is said.
pub const DEFAULT_PAGE: usize = 20;

/// Which actors. Fields are ANDed, values inside one list are ORed; an empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorFilter {
    /// All words must match; typo-tolerant, umlaut- and accent-blind, the last word as a prefix.
    pub text: Option<String>,
    /// The actor of that slug (a former one too) and nobody else.
    pub slug: Option<String>,
    /// Theme slugs (former ones too); a parent includes its children.
    pub themes: Vec<String>,
    /// District slugs (former ones too); a borough includes its quarters.
    pub districts: Vec<String>,
    /// How an actor must relate to one of the districts.
    pub district_relation: DistrictRelation,
    /// Kind words of any of the three vocabularies.
    pub kinds: Vec<String>,
    /// BCP-47 tags; compared exactly.
    pub languages: Vec<String>,
    /// Target group words.
    pub target_groups: Vec<String>,
    /// Field of action words; an actor serves one through any of its themes.
    pub fields_of_action: Vec<String>,
    /// Types of actor.
    pub types: Vec<ActorType>,
    /// Free of charge by their own word; `false` for everybody else.
    pub free_of_charge: Option<bool>,
    /// By appointment by their own word; `false` for everybody else.
    pub by_appointment: Option<bool>,
    /// Confidential by their own word; `false` for everybody else.
    pub confidential: Option<bool>,
    /// How a wheelchair user gets in.
    pub wheelchair: Vec<Wheelchair>,
    /// With one of these aids for people with a disability.
    pub accessibility: Vec<Accessibility>,
    /// Institutions with interpreters by their own word; `false` for everybody else.
    pub interpreters: Option<bool>,
    /// Institutions that speak one of these at the counter: BCP-47 tags; compared as `languages` are.
    pub counter_languages: Vec<String>,
    /// With an offer of one of these kinds that is not over.
    pub offer_kinds: Vec<OfferKind>,
    /// With an offer that takes people on today in one of these ways.
    pub availability: Vec<Availability>,
    /// There on one of these days of the usual week: by their own opening hours, or by the schedule of an offer of
    /// theirs that has one of `themes`; any offer where no theme is asked for.
    pub weekdays: Vec<Weekday>,
    /// There at one of these times of a day, of one of `weekdays` where those are asked for too.
    pub daytimes: Vec<Daytime>,
    /// For people of an age in years, 0 to 120: by the target groups of that age, everyone included.
    pub age: Option<i32>,
    /// Within a radius of a point.
    pub near: Option<Near>,
    /// Within a box.
    pub within: Option<Within>,
    /// Within a polygon of 3 to 200 corners, longitude first, that does not cross itself; its edges are straight lines
    /// between degrees.
    pub within_polygon: Option<Vec<[f64; 2]>>,
    /// Open at an instant by its opening hours, in the directory's time zone.
    pub open_at: Option<DateTime<Utc>>,
    /// Verified on that day or later.
    pub verified_since: Option<NaiveDate>,
    /// Joined to that actor by an active link, in either direction, of one of `cooperation_kinds` where there are any.
    pub cooperates_with: Option<ActorId>,
    /// The same by the actor's slug (a former one too).
    pub cooperates_with_slug: Option<String>,
    /// Joined to those actors by an active link of one of these kinds; to anybody where none is named.
    pub cooperation_kinds: Vec<LinkKind>,
    /// Member of that actor: an active `member_of` link to it, or `umbrella_of` link from it.
    pub member_of: Option<ActorId>,
    /// The same by the actor's slug (a former one too).
    pub member_of_slug: Option<String>,
    /// Member of a network, or represented in one, by an active link; `false` for everybody else.
    pub in_network: Option<bool>,
    /// All of these too.
    pub and: Vec<ActorFilter>,
    /// At least one of these; an empty list is no condition.
    pub or: Vec<ActorFilter>,
    /// Not this.
    pub not: Option<Box<ActorFilter>>,
}

impl ActorFilter {
    /// Asks for all of `themes` instead of any of them.
    pub fn require_all_themes(&mut self) {
        if self.themes.len() > 1 && !self.requires_all_themes() {
            let one = |theme: &String| Self { themes: vec![theme.clone()], ..Self::default() };
            self.and.extend(self.themes.iter().map(one).collect::<Vec<_>>());
        }
    }

    /// Whether all of `themes`, of which there are several, are asked for.
    pub fn requires_all_themes(&self) -> bool {
        let is_required = |theme: &String| {
            let one = Self { themes: vec![theme.clone()], ..Self::default() };
            self.and.contains(&one)
        };
        self.themes.len() > 1 && self.themes.iter().all(is_required)
    }
}

/// How an actor relates to a district.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DistrictRelation {
    /// The actor's seat lies in it.
    BasedIn,
    /// The actor works in it.
    ActiveIn,
    /// Either of the two.
    #[default]
    Either,
}

/// A circle; numbers are checked when the question is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Degrees.
    pub longitude: f64,
    /// Degrees.
    pub latitude: f64,
    /// Geodesic radius in metres, greater than 0, at most 20,100,000.
    pub radius_metres: f64,
}

/// A box; numbers are checked when the question is asked. `west` greater than `east` crosses the
/// antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Within {
    /// Degrees.
    pub west: f64,
    /// Degrees.
    pub south: f64,
    /// Degrees.
    pub east: f64,
    /// Degrees.
    pub north: f64,
}

/// The order of an answer. Equal ones follow by name, then id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorOrder {
    /// Best match first; needs `text`.
    Relevance,
    /// German collation.
    Name,
    /// Nearest first; needs `near` at the top level; actors without a place are not within reach.
    Distance,
    /// Newest change first.
    Updated,
    /// Newest verification first, never verified last.
    Verified,
}

/// A question for a page of actors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorQuestion {
    /// Only this type, or all three.
    pub actor_type: Option<ActorType>,
    /// Which ones.
    pub filter: ActorFilter,
    /// In what order; by relevance where the filter has a text or `rank_text` is given, else by name.
    pub order: Option<ActorOrder>,
    /// The words of a question that became the filter, for the order by relevance where the filter has no text: who has
    /// them in names and titles stands first.
    pub rank_text: Option<String>,
    /// Which part.
    pub window: Window,
}

/// Which part of an answer, as Relay asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// At most this many from the front.
    pub first: Option<i32>,
    /// Behind this cursor.
    pub after: Option<Cursor>,
    /// At most this many from the back.
    pub last: Option<i32>,
    /// Before this cursor.
    pub before: Option<Cursor>,
}

/// An opaque place in an ordered answer: the sort key and id of an entry, so that it stays valid
/// when entries come and go. Checked when the question is asked.
#[derive(Clone, Debug)]
pub struct Cursor(CursorForm);

/// Most cursors of a page are never asked for, so their text is made only when it is.
#[derive(Clone, Debug)]
enum CursorForm {
    Text(String),
    Place(Box<[u8]>),
}

impl Cursor {
    /// A cursor that was handed out before.
    pub fn new(text: impl Into<String>) -> Self {
        Self(CursorForm::Text(text.into()))
    }

    pub(crate) fn of_place(bytes: Vec<u8>) -> Self {
        Self(CursorForm::Place(bytes.into_boxed_slice()))
    }

    /// The cursor as it is handed out.
    pub fn text(&self) -> Cow<'_, str> {
        match &self.0 {
            CursorForm::Text(text) => text.into(),
            CursorForm::Place(bytes) => crate::questions::cursor_text(bytes).into(),
        }
    }
}

impl Eq for Cursor {}

impl PartialEq for Cursor {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

/// Part of an ordered answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<N> {
    /// The entries with their places.
    pub edges: Vec<(Cursor, N)>,
    /// Whether there is more before the first edge.
    pub has_previous: bool,
    /// Whether there is more behind the last edge.
    pub has_next: bool,
    /// How many entries the whole answer has.
    pub total: u64,
}

/// What the pages ask of offers and events beside their own lists: whose they are, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActivityFilter {
    /// Given or hosted by somebody of this type.
    pub actor_type: Option<ActorType>,
    /// Given or hosted by somebody whom this filter leaves.
    pub actors: ActorFilter,
    /// With all of the themes instead of any of them.
    pub all_themes: bool,
    /// On one of these days: of the usual week of an offer's schedule, or of an event's dates.
    pub weekdays: Vec<Weekday>,
    /// At one of these times of a day, of one of `weekdays` where those are asked for too.
    pub daytimes: Vec<Daytime>,
    /// For people of an age in years, 0 to 120: by the ages that an offer says, else by their own target groups.
    pub age: Option<i32>,
    /// With none of these themes.
    pub not_themes: Vec<String>,
    /// In none of these languages.
    pub not_languages: Vec<String>,
    /// For none of these target groups.
    pub not_target_groups: Vec<String>,
}

/// Which offers. Fields are ANDed, values inside one list are ORed; an empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferFilter {
    /// All words must match title or description; typo-tolerant, the last word as a prefix.
    pub text: Option<String>,
    /// Theme slugs; a parent includes its children.
    pub themes: Vec<String>,
    /// District slugs: where the actor is based or active; a borough includes its quarters.
    pub districts: Vec<String>,
    /// BCP-47 tags.
    pub languages: Vec<String>,
    /// Target group words.
    pub target_groups: Vec<String>,
    /// Offer kind words.
    pub kinds: Vec<String>,
    /// Whose offers.
    pub actor: Option<ActorId>,
    /// Standing on that day.
    pub valid_on: Option<NaiveDate>,
    /// Taking people on today in one of these ways.
    pub availability: Vec<Availability>,
    /// Standing on that day or on a later one.
    pub current_on: Option<NaiveDate>,
    /// Whose they are, and when.
    pub conditions: ActivityFilter,
}

/// A question for a page of offers, in the order of their titles (German collation).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferQuestion {
    /// Which ones.
    pub filter: OfferFilter,
    /// Which part.
    pub window: Window,
}

/// Which events. Fields are ANDed, values inside one list are ORed; an empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventFilter {
    /// All words must match title or description; typo-tolerant, the last word as a prefix.
    pub text: Option<String>,
    /// Theme slugs; a parent includes its children.
    pub themes: Vec<String>,
    /// District slugs: where a host is based or active; a borough includes its quarters.
    pub districts: Vec<String>,
    /// BCP-47 tags.
    pub languages: Vec<String>,
    /// Target group words.
    pub target_groups: Vec<String>,
    /// Who invites.
    pub host: Option<ActorId>,
    /// With a date that goes on at that time or begins later; see [`domain::Event::end_of`].
    pub from: Option<DateTime<Utc>>,
    /// With a date that begins at that time or earlier.
    pub until: Option<DateTime<Utc>>,
    /// Whose they are, and when.
    pub conditions: ActivityFilter,
}

/// A question for a page of events, in the order of the dates the filter's period leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventQuestion {
    /// Which ones.
    pub filter: EventFilter,
    /// Which part.
    pub window: Window,
}

/// A question for a page of one actor's cooperations, in the order of the partners' names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CooperationQuestion {
    /// Only these kinds; empty for all.
    pub kinds: Vec<LinkKind>,
    /// Only these statuses; empty for active ones.
    pub statuses: Vec<LinkStatus>,
    /// Which part.
    pub window: Window,
}
