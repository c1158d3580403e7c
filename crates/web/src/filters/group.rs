//! The groups of filters, as they can be taken back one by one.

use directory::DistrictRelation;

use super::{Exclusions, Filters};

/// A group of filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The text.
    Text,
    /// Organisation, institution or network.
    Type,
    /// Themes.
    Themes,
    /// Districts, with how one must relate to them.
    Districts,
    /// Kinds.
    Kinds,
    /// Languages.
    Languages,
    /// Target groups.
    TargetGroups,
    /// Fields of action.
    Fields,
    /// Free of charge.
    Free,
    /// With or without an appointment.
    Appointment,
    /// Confidential.
    Confidential,
    /// Wheelchair access.
    Wheelchair,
    /// Aids for people with a disability.
    Accessibility,
    /// How open an institution is.
    Openness,
    /// Kinds of offers.
    OfferKinds,
    /// Whether offers take people on.
    Availability,
    /// Days of the week and times of day.
    Week,
    /// An age.
    Age,
    /// Open now.
    OpenNow,
    /// Near a place.
    Near,
    /// Of one actor alone.
    Actor,
    /// Within a polygon.
    Polygon,
    /// Somebody they cooperate with, and how.
    Partner,
    /// Somebody they are members of.
    Umbrella,
    /// In a network, or in none.
    Network,
    /// What must not be.
    Exclusions,
}

impl Group {
    /// Every group, in the order of addresses.
    pub const ALL: [Self; 26] = [
        Self::Text,
        Self::Type,
        Self::Themes,
        Self::Districts,
        Self::Kinds,
        Self::Languages,
        Self::TargetGroups,
        Self::Fields,
        Self::Free,
        Self::Appointment,
        Self::Confidential,
        Self::Wheelchair,
        Self::Accessibility,
        Self::Openness,
        Self::OfferKinds,
        Self::Availability,
        Self::Week,
        Self::Age,
        Self::OpenNow,
        Self::Near,
        Self::Actor,
        Self::Polygon,
        Self::Partner,
        Self::Umbrella,
        Self::Network,
        Self::Exclusions,
    ];

    /// The key of what readers call it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "filter-text",
            Self::Type => "filter-type",
            Self::Themes => "filter-themes",
            Self::Districts => "filter-districts",
            Self::Kinds => "filter-kinds",
            Self::Languages => "filter-languages",
            Self::TargetGroups => "filter-groups",
            Self::Fields => "filter-fields",
            Self::Free => "free-of-charge",
            Self::Appointment => "filter-appointment",
            Self::Confidential => "confidential",
            Self::Wheelchair => "filter-wheelchair",
            Self::Accessibility => "accessibility",
            Self::Openness => "openness",
            Self::OfferKinds => "offers",
            Self::Availability => "availability",
            Self::Week => "filter-week",
            Self::Age => "filter-age",
            Self::OpenNow => "filter-open",
            Self::Near => "filter-near",
            Self::Actor => "filter-actor",
            Self::Polygon => "filter-polygon",
            Self::Partner => "filter-partner",
            Self::Umbrella => "filter-member-of",
            Self::Network => "filter-network",
            Self::Exclusions => "filter-not",
        }
    }
}

impl Filters {
    /// Whether something of a group is asked for.
    pub fn has(&self, group: Group) -> bool {
        self.without(group) != *self
    }

    /// The same without one group.
    #[must_use]
    pub fn without(&self, group: Group) -> Self {
        let mut less = self.clone();
        match group {
            Group::Text => less.text = None,
            Group::Type => less.actor_type = None,
            Group::Themes => {
                less.themes.clear();
                less.all_themes = false;
            }
            Group::Districts => {
                less.districts.clear();
                if less.excluded.districts.is_empty() {
                    less.relation = DistrictRelation::Either;
                }
            }
            Group::Kinds => less.kinds.clear(),
            Group::Languages => less.languages.clear(),
            Group::TargetGroups => less.target_groups.clear(),
            Group::Fields => less.fields_of_action.clear(),
            Group::Free => less.free_of_charge = false,
            Group::Appointment => less.by_appointment = None,
            Group::Confidential => less.confidential = false,
            Group::Wheelchair => less.wheelchair.clear(),
            Group::Accessibility => less.accessibility.clear(),
            Group::Openness => {
                less.interpreters = false;
                less.counter_languages.clear();
            }
            Group::OfferKinds => less.offer_kinds.clear(),
            Group::Availability => less.availability.clear(),
            Group::Week => {
                less.weekdays.clear();
                less.daytimes.clear();
            }
            Group::Age => less.age = None,
            Group::OpenNow => less.open_now = false,
            Group::Near => less.near = None,
            Group::Actor => less.actor = None,
            Group::Polygon => less.polygon = None,
            Group::Partner => {
                less.cooperates_with = None;
                less.cooperation_kinds.clear();
            }
            Group::Umbrella => less.member_of = None,
            Group::Network => less.in_network = None,
            Group::Exclusions => less.excluded = Exclusions::default(),
        }
        less
    }

    /// The groups that something is asked of.
    pub fn groups(&self) -> impl Iterator<Item = Group> + '_ {
        Group::ALL.into_iter().filter(|group| self.has(*group))
    }
}
