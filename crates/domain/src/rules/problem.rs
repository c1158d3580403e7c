//! One thing that is wrong with a field, with its stable code and its words.

use chrono::NaiveDate;

use crate::recurrence::RecurrenceMismatch;

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A value is missing.
    Required,
    /// A text lacks its German version.
    GermanRequired,
    /// More characters or entries than allowed.
    TooLong {
        /// How many are allowed.
        allowed: usize,
    },
    /// The same value stands twice.
    Duplicate(String),
    /// Control characters in a text.
    ControlCharacter,
    /// More than one line where one is allowed.
    LineBreak,
    /// An end before its start.
    EndsBeforeStart,
    /// A day outside of the days that are allowed.
    DayOutOfRange {
        /// The first day that is allowed.
        first: NaiveDate,
        /// The last day that is allowed.
        last: NaiveDate,
        /// Whether the day lies before the first one, else it lies behind the last one.
        is_before: bool,
    },
    /// A day that is yet to come, of something that was.
    InTheFuture {
        /// The last day that is allowed.
        last: NaiveDate,
    },
    /// A place far from every district, which may be meant.
    FarAway,
    /// An actor linked to itself.
    SelfLink,
    /// A link that is active, dormant or ended without both confirmations.
    NotConfirmed,
    /// More than `internal` without a consent.
    ConsentRequired,
    /// The recurrence does not fit the start.
    RecurrenceDoesNotFit(RecurrenceMismatch),
    /// Days that are left out of an event although nothing takes place on them.
    NoDateOfEvent {
        /// The days.
        days: Vec<NaiveDate>,
    },
    /// Nothing refers to what the value names.
    Unknown(String),
    /// What the value names has been retired or archived since.
    Retired {
        /// What it is called.
        name: String,
        /// What stands in its place, where something does.
        replacement: Option<String>,
    },
    /// The value is another entity's already.
    Taken(String),
    /// The value could not be read; the reason says what is allowed.
    Unreadable(String),
    /// The value has not the form the field asks for; says in both languages what is allowed.
    Malformed {
        /// What is allowed, in German.
        german: String,
        /// The same in English.
        english: String,
    },
}

impl Problem {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "REQUIRED",
            Self::GermanRequired => "GERMAN_REQUIRED",
            Self::TooLong { .. } => "TOO_LONG",
            Self::Duplicate(_) => "DUPLICATE",
            Self::ControlCharacter => "CONTROL_CHARACTER",
            Self::LineBreak => "LINE_BREAK",
            Self::EndsBeforeStart => "ENDS_BEFORE_START",
            Self::DayOutOfRange { .. } => "DAY_OUT_OF_RANGE",
            Self::InTheFuture { .. } => "IN_THE_FUTURE",
            Self::FarAway => "FAR_AWAY",
            Self::SelfLink => "SELF_LINK",
            Self::NotConfirmed => "NOT_CONFIRMED",
            Self::ConsentRequired => "CONSENT_REQUIRED",
            Self::RecurrenceDoesNotFit(_) => "RECURRENCE_DOES_NOT_FIT",
            Self::NoDateOfEvent { .. } => "NO_DATE_OF_EVENT",
            Self::Unknown(_) => "UNKNOWN",
            Self::Retired { .. } => "RETIRED",
            Self::Taken(_) => "TAKEN",
            Self::Unreadable(_) | Self::Malformed { .. } => "UNREADABLE",
        }
    }

    /// What is wrong, for a reader of English (`en…`) or German.
    pub fn message(&self, reader: &str) -> String {
        if reader.starts_with("en") { self.english() } else { self.german() }
    }

    fn english(&self) -> String {
        match self {
            Self::Required => "is required".to_owned(),
            Self::GermanRequired => "needs a German text (de)".to_owned(),
            Self::TooLong { allowed } => format!("is too long: at most {allowed} are allowed"),
            Self::Duplicate(value) => format!("contains {value:?} twice"),
            Self::LineBreak => "has more than one line; one is allowed".to_owned(),
            Self::ControlCharacter => "contains a control character; only line breaks and tabs are allowed".to_owned(),
            Self::EndsBeforeStart => "lies before the start".to_owned(),
            Self::DayOutOfRange { first, last, is_before } => {
                let side = if *is_before { "lies in the past" } else { "lies too far ahead" };
                format!("{side}: allowed are {first} to {last}")
            }
            Self::InTheFuture { last } => format!("lies in the future: allowed is a day up to {last}"),
            Self::FarAway => "lies far outside all districts: please check, or confirm it (farAway: true)".to_owned(),
            Self::SelfLink => "links an actor to itself".to_owned(),
            Self::NotConfirmed => "needs the confirmation of both sides for this status".to_owned(),
            Self::ConsentRequired => "may only be seen by others with a consent".to_owned(),
            Self::RecurrenceDoesNotFit(mismatch) => mismatch.english(),
            Self::NoDateOfEvent { days } => {
                format!("names days on which the event does not take place anyway: {}", list_days(days, "%Y-%m-%d"))
            }
            Self::Unknown(value) => format!("names {value:?}, which does not exist"),
            Self::Retired { name, replacement: Some(replacement) } => {
                format!(
                    "names {name:?}, which was retired; {replacement:?} stands in its place and is taken with replaceRetired: true"
                )
            }
            Self::Retired { name, replacement: None } => {
                format!("names {name:?}, which was archived; left out with replaceRetired: true")
            }
            Self::Taken(value) => format!("{value:?} is taken already"),
            Self::Unreadable(reason) | Self::Malformed { english: reason, .. } => reason.clone(),
        }
    }

    fn german(&self) -> String {
        match self {
            Self::Required => "fehlt".to_owned(),
            Self::GermanRequired => "braucht einen deutschen Text (de)".to_owned(),
            Self::TooLong { allowed } => format!("ist zu lang: höchstens {allowed} sind erlaubt"),
            Self::Duplicate(value) => format!("enthält {value:?} doppelt"),
            Self::LineBreak => "hat mehr als eine Zeile; erlaubt ist eine".to_owned(),
            Self::ControlCharacter => {
                "enthält ein Steuerzeichen; erlaubt sind nur Zeilenumbruch und Tabulator".to_owned()
            }
            Self::EndsBeforeStart => "liegt vor dem Beginn".to_owned(),
            Self::DayOutOfRange { first, last, is_before } => {
                let side = if *is_before { "liegt in der Vergangenheit" } else { "liegt zu weit in der Zukunft" };
                format!("{side}: erlaubt ist {first} bis {last}")
            }
            Self::InTheFuture { last } => format!("liegt in der Zukunft: erlaubt ist ein Tag bis {last}"),
            Self::FarAway => {
                "liegt weit außerhalb aller Ortsteile: bitte prüfen oder bestätigen (farAway: true)".to_owned()
            }
            Self::SelfLink => "verbindet einen Akteur mit sich selbst".to_owned(),
            Self::NotConfirmed => "braucht für diesen Stand die Bestätigung beider Seiten".to_owned(),
            Self::ConsentRequired => "darf nur mit Einwilligung für andere sichtbar sein".to_owned(),
            Self::RecurrenceDoesNotFit(mismatch) => mismatch.german(),
            Self::NoDateOfEvent { days } => {
                format!("nennt Tage, an denen ohnehin kein Termin ist: {}", list_days(days, "%d.%m.%Y"))
            }
            Self::Unknown(value) => format!("nennt {value:?}, das es nicht gibt"),
            Self::Retired { name, replacement: Some(replacement) } => {
                format!(
                    "nennt {name:?}, das stillgelegt wurde; an seine Stelle tritt mit replaceRetired: true {replacement:?}"
                )
            }
            Self::Retired { name, replacement: None } => {
                format!("nennt {name:?}, das archiviert wurde; mit replaceRetired: true bleibt es weg")
            }
            Self::Taken(value) => format!("{value:?} ist schon vergeben"),
            Self::Unreadable(reason) | Self::Malformed { german: reason, .. } => reason.clone(),
        }
    }
}

fn list_days(days: &[NaiveDate], format: &str) -> String {
    days.iter().map(|day| day.format(format).to_string()).collect::<Vec<_>>().join(", ")
}
