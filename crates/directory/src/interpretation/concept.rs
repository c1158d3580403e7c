//! What words can mean: conditions of a filter.

use chrono::Weekday;
use domain::{
    ActorType, Language,
    hours::parse_weekday,
    vocabulary::{Accessibility, Availability, Daytime, FieldOfAction, TargetGroup},
};

use crate::{Near, snapshot::words::KIND_WORDS};

/// One condition that words can ask for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Concept {
    /// A theme by its slug.
    Theme(String),
    /// A district by its slug.
    District(String),
    /// A kind by its word.
    Kind(&'static str),
    /// A language somebody works in.
    Language(Language),
    /// Whom it is for.
    TargetGroup(TargetGroup),
    /// A field of action.
    Field(FieldOfAction),
    /// Organisation, institution or network.
    Type(ActorType),
    /// A place with its surroundings, by its name in the table of places.
    Place(String, Near),
    /// How somebody can be reached.
    AccessFeature(AccessFeature),
}

/// What can be asked of how somebody can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AccessFeature {
    FreeOfCharge,
    WithoutAppointment,
    ByAppointment,
    Wheelchair,
    Accessibility(Accessibility),
    Availability(Availability),
    Confidential,
    OpenNow,
    Today,
    Tomorrow,
    DayAfterTomorrow,
    Weekday(Weekday),
    Weekend,
    WorkingDays,
    Daytime(Daytime),
    NearMe,
}

/// What a concept is a condition of; of one word that means several things, the first of these is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    District,
    Place,
    Language,
    AccessFeature,
    Kind,
    TargetGroup,
    Theme,
    Type,
    Field,
}

impl Concept {
    /// What it is a condition of.
    pub(super) const fn aspect(&self) -> Aspect {
        match self {
            Self::Theme(_) => Aspect::Theme,
            Self::District(_) => Aspect::District,
            Self::Kind(_) => Aspect::Kind,
            Self::Language(_) => Aspect::Language,
            Self::TargetGroup(_) => Aspect::TargetGroup,
            Self::Field(_) => Aspect::Field,
            Self::Type(_) => Aspect::Type,
            Self::Place(..) => Aspect::Place,
            Self::AccessFeature(_) => Aspect::AccessFeature,
        }
    }

    /// Whether it says what is looked for, rather than by or for whom, where, when or in what language.
    pub(super) const fn is_topic(&self) -> bool {
        matches!(self.aspect(), Aspect::Theme | Aspect::Kind | Aspect::Field)
    }

    /// The field of the filter, as the API names it, and the value there.
    pub(super) fn field_and_value(&self) -> (&'static str, String) {
        match self {
            Self::Theme(slug) => ("themes", slug.clone()),
            Self::District(slug) => ("districts", slug.clone()),
            Self::Kind(word) => ("kinds", (*word).to_owned()),
            Self::Language(tag) => ("languages", tag.to_string()),
            Self::TargetGroup(group) => ("targetGroups", group.slug().to_owned()),
            Self::Field(field) => ("fieldsOfAction", field.slug().to_owned()),
            Self::Type(actor_type) => ("types", actor_type.slug().to_owned()),
            Self::Place(name, _) => ("near", name.clone()),
            Self::AccessFeature(feature) => feature.field_and_value(),
        }
    }
}

impl AccessFeature {
    /// The feature of a row of the table.
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "free-of-charge" => Self::FreeOfCharge,
            "without-appointment" => Self::WithoutAppointment,
            "by-appointment" => Self::ByAppointment,
            "wheelchair" => Self::Wheelchair,
            "confidential" => Self::Confidential,
            "open-now" => Self::OpenNow,
            "today" => Self::Today,
            "tomorrow" => Self::Tomorrow,
            "day-after-tomorrow" => Self::DayAfterTomorrow,
            "weekend" => Self::Weekend,
            "working-days" => Self::WorkingDays,
            "near-me" => Self::NearMe,
            word => parse_weekday(word)
                .map(Self::Weekday)
                .or_else(|_| word.parse().map(Self::Daytime))
                .or_else(|_| word.parse().map(Self::Accessibility))
                .or_else(|_| word.parse().map(Self::Availability))
                .ok()?,
        })
    }

    fn field_and_value(self) -> (&'static str, String) {
        let (field, value) = match self {
            Self::FreeOfCharge => ("freeOfCharge", "true"),
            Self::WithoutAppointment => ("byAppointment", "false"),
            Self::ByAppointment => ("byAppointment", "true"),
            Self::Wheelchair => ("wheelchair", "yes"),
            Self::Accessibility(aid) => ("accessibility", aid.slug()),
            Self::Availability(availability) => ("availability", availability.slug()),
            Self::Confidential => ("confidential", "true"),
            Self::OpenNow => ("openAt", "now"),
            Self::Today => ("weekdays", "today"),
            Self::Tomorrow => ("weekdays", "tomorrow"),
            Self::DayAfterTomorrow => ("weekdays", "day-after-tomorrow"),
            Self::Weekday(day) => ("weekdays", domain::hours::weekday_word(day)),
            Self::Weekend => ("weekdays", "weekend"),
            Self::WorkingDays => ("weekdays", "working-days"),
            Self::Daytime(time) => ("daytimes", time.slug()),
            Self::NearMe => ("near", "me"),
        };
        (field, value.to_owned())
    }
}

/// Which table a row stands in.
#[derive(Clone, Copy, Debug)]
pub(super) enum WordTable {
    Themes,
    Districts,
    Kinds,
    Languages,
    TargetGroups,
    Fields,
    Types,
    Features,
}

impl WordTable {
    /// The concept of a row's first cell; none where the vocabulary has no such word.
    pub(super) fn concept(self, key: &str) -> Option<Concept> {
        Some(match self {
            Self::Themes => Concept::Theme(key.to_owned()),
            Self::Districts => Concept::District(key.to_owned()),
            Self::Kinds => Concept::Kind(KIND_WORDS.iter().find(|word| **word == key)?),
            Self::Languages => Concept::Language(key.parse().ok()?),
            Self::TargetGroups => Concept::TargetGroup(key.parse().ok()?),
            Self::Fields => Concept::Field(key.parse().ok()?),
            Self::Types => Concept::Type(*ActorType::ALL.iter().find(|it| it.slug() == key)?),
            Self::Features => Concept::AccessFeature(AccessFeature::parse(key)?),
        })
    }
}
