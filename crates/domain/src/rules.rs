//! What can be wrong with an entity: everything at once, field by field, in the reader's language.
//!
//! Rules that need other entities (does this theme exist, is this slug taken) belong to the store.

mod event;
mod offer;

use std::fmt;

use chrono::NaiveDate;

pub(crate) use self::{event::event, offer::offer};
use crate::{
    Actor, ActorType, CooperationLink, District, LocalisedText, Openness, Project, Theme, WebAddress,
    person::ContactPerson,
    record::LifeStatus,
    recurrence::RecurrenceMismatch,
    vocabulary::{LinkStatus, Visibility},
};

/// The longest name or title, in characters.
pub const NAME_LENGTH: usize = 200;
/// The longest summary, in characters.
pub const SUMMARY_LENGTH: usize = 600;
/// The longest description, in characters.
pub const DESCRIPTION_LENGTH: usize = 20_000;
/// The longest list in a field.
pub const LIST_LENGTH: usize = 100;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field as API and files name it, such as `summary.de` or `themes[2]`.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

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

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem.english())
    }
}

/// Everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl Violations {
    /// Adds a problem.
    pub fn add(&mut self, field: impl Into<String>, problem: Problem) {
        self.0.push(Violation { field: field.into(), problem });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// The violations themselves.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    fn line(&mut self, field: &str, text: &str, allowed: usize) {
        if text.chars().count() > allowed {
            self.add(field, Problem::TooLong { allowed });
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
            self.add(field, Problem::ControlCharacter);
        }
    }

    fn required_line(&mut self, field: &str, text: &str, allowed: usize) {
        if text.trim().is_empty() {
            self.add(field, Problem::Required);
        }
        self.line(field, text, allowed);
    }

    /// An address with a slip is refused; what was taken once can still be put away.
    fn web_address(&mut self, field: &str, status: LifeStatus, address: Option<&WebAddress>) {
        let meant = address.filter(|_| status != LifeStatus::Archived).and_then(WebAddress::repair);
        if let Some(meant) = meant {
            self.add(
                field,
                Problem::Malformed {
                    german: format!("ist keine Webadresse: gemeint ist wohl {meant:?}"),
                    english: format!("is not a web address: probably meant is {meant:?}"),
                },
            );
        }
    }

    fn optional_line(&mut self, field: &str, text: Option<&str>, allowed: usize) {
        if let Some(text) = text {
            self.required_line(field, text, allowed);
        }
    }

    fn text(&mut self, field: &str, text: &LocalisedText, allowed: usize) {
        if !text.is_empty() && text.get("de").is_none() {
            self.add(field, Problem::GermanRequired);
        }
        for (language, text) in text.iter() {
            self.required_line(&format!("{field}.{language}"), text, allowed);
        }
    }

    fn required_text(&mut self, field: &str, text: &LocalisedText, allowed: usize) {
        if text.is_empty() {
            self.add(field, Problem::Required);
        }
        self.text(field, text, allowed);
    }

    /// A text of one line in each language.
    fn title(&mut self, field: &str, text: &LocalisedText) {
        self.required_text(field, text, NAME_LENGTH);
        for (language, _) in text.iter().filter(|(_, text)| text.trim().contains(['\n', '\r', '\u{2028}', '\u{2029}']))
        {
            self.add(format!("{field}.{language}"), Problem::LineBreak);
        }
    }

    fn list<T: PartialEq + ToString>(&mut self, field: &str, list: &[T]) {
        if list.len() > LIST_LENGTH {
            self.add(field, Problem::TooLong { allowed: LIST_LENGTH });
        }
        for (at, value) in list.iter().enumerate().take(LIST_LENGTH) {
            if list[..at].contains(value) {
                self.add(format!("{field}[{at}]"), Problem::Duplicate(value.to_string()));
            }
        }
    }

    /// A list of single lines, as long as names may be.
    fn lines(&mut self, field: &str, lines: &[String]) {
        self.list(field, lines);
        for (at, line) in lines.iter().enumerate().take(LIST_LENGTH) {
            self.required_line(&format!("{field}[{at}]"), line, NAME_LENGTH);
        }
    }

    fn openness(&mut self, openness: &Openness, actor_type: ActorType) {
        if actor_type != ActorType::Institution {
            let german = "gibt es nur bei Institutionen".to_owned();
            self.add("openness", Problem::Malformed { german, english: "is said of institutions only".to_owned() });
        }
        if openness.on.is_none() {
            self.add("openness.on", Problem::Required);
        }
        self.list("openness.languages", &openness.languages);
        self.optional_line("openness.contact", openness.contact.as_deref(), NAME_LENGTH);
        self.optional_line("openness.declaration", openness.declaration.as_deref(), SUMMARY_LENGTH);
    }

    fn period(&mut self, field: &str, start: Option<NaiveDate>, end: Option<NaiveDate>) {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.add(field, Problem::EndsBeforeStart);
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, violation) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl FromIterator<Violation> for Violations {
    fn from_iter<T: IntoIterator<Item = Violation>>(violations: T) -> Self {
        Self(violations.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

pub(crate) fn actor(actor: &Actor) -> Violations {
    let mut wrong = Violations::default();
    wrong.required_line("name", &actor.name, NAME_LENGTH);
    wrong.lines("alternativeNames", &actor.alternative_names);
    wrong.text("summary", &actor.summary, SUMMARY_LENGTH);
    wrong.text("description", &actor.description, DESCRIPTION_LENGTH);
    wrong.list("themes", &actor.themes);
    wrong.list("activeIn", &actor.active_in);
    wrong.list("languages", &actor.languages);
    wrong.list("targetGroups", &actor.target_groups);
    wrong.list("socialLinks", &actor.social_links);
    wrong.web_address("website", actor.status, actor.website.as_ref());
    for (at, link) in actor.social_links.iter().enumerate() {
        wrong.web_address(&format!("socialLinks[{at}]"), actor.status, Some(link));
    }
    wrong.list("accessibility", &actor.accessibility);
    if let Some(openness) = &actor.openness {
        wrong.openness(openness, actor.kind.actor_type());
    }
    let register = actor.identifiers.as_ref().and_then(|identifiers| identifiers.register.as_deref());
    wrong.optional_line("identifiers.register", register, NAME_LENGTH);
    if let Some(address) = &actor.address {
        wrong.optional_line("address.street", address.street.as_deref(), NAME_LENGTH);
        wrong.optional_line("address.postcode", address.postcode.as_deref(), 12);
        wrong.optional_line("address.city", address.city.as_deref(), NAME_LENGTH);
        wrong.optional_line("address.extra", address.extra.as_deref(), NAME_LENGTH);
    }
    wrong
}

pub(crate) fn project(project: &Project) -> Violations {
    let mut wrong = Violations::default();
    wrong.title("title", &project.title);
    wrong.text("description", &project.description, DESCRIPTION_LENGTH);
    wrong.list("actors", &project.actors);
    wrong.list("themes", &project.themes);
    wrong.list("districts", &project.districts);
    wrong.optional_line("funding", project.funding.as_deref(), NAME_LENGTH);
    wrong.period("until", project.since, project.until);
    wrong.web_address("website", project.status, project.website.as_ref());
    if project.actors.is_empty() {
        wrong.add("actors", Problem::Required);
    }
    wrong
}

pub(crate) fn link(link: &CooperationLink) -> Violations {
    let mut wrong = Violations::default();
    if link.from == link.to {
        wrong.add("to", Problem::SelfLink);
    }
    wrong.list("themes", &link.themes);
    wrong.list("districts", &link.districts);
    wrong.period("until", link.since, link.until);
    for (field, text) in
        [("source", &link.source), ("publicNote", &link.public_note), ("internalNote", &link.internal_note)]
    {
        wrong.optional_line(field, text.as_deref(), SUMMARY_LENGTH);
    }
    let confirmed = [link.confirmations.from, link.confirmations.to].into_iter().flatten().count();
    let needed = match link.status {
        LinkStatus::Active | LinkStatus::Dormant | LinkStatus::Ended => 2,
        LinkStatus::ConfirmedByOneSide => 1,
        LinkStatus::Proposed | LinkStatus::Rejected => 0,
    };
    if confirmed < needed {
        wrong.add("confirmations", Problem::NotConfirmed);
    }
    wrong
}

pub(crate) fn theme(theme: &Theme) -> Violations {
    let mut wrong = Violations::default();
    wrong.title("label", &theme.label);
    wrong.lines("alternativeLabels", &theme.alternative_labels);
    wrong.list("fieldsOfAction", &theme.fields_of_action);
    if theme.fields_of_action.is_empty() {
        wrong.add("fieldsOfAction", Problem::Required);
    }
    wrong
}

pub(crate) fn district(district: &District) -> Violations {
    let mut wrong = Violations::default();
    wrong.title("name", &district.name);
    wrong.lines("alternativeNames", &district.alternative_names);
    wrong.optional_line("boundarySource", district.boundary_source.as_deref(), SUMMARY_LENGTH);
    let off_the_earth = district.boundary.as_ref().is_some_and(|boundary| {
        use geo::CoordsIter;
        boundary.coords_iter().any(|at| crate::Position::new(at.x, at.y).is_err())
    });
    if off_the_earth {
        wrong.add(
            "boundary",
            Problem::Unreadable(
                "has a point off the earth: allowed are longitude -180 to 180, latitude -90 to 90".to_owned(),
            ),
        );
    }
    wrong
}

pub(crate) fn person(person: &ContactPerson) -> Violations {
    let mut wrong = Violations::default();
    if person.is_erased() {
        wrong.add("name", Problem::Required);
    }
    for (field, text) in [("name", &person.name), ("role", &person.role)] {
        wrong.optional_line(&format!("{field}.value"), text.as_ref().map(|field| field.value.as_str()), NAME_LENGTH);
    }
    let needs_consent = [
        ("name", person.name.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
        ("role", person.role.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
        ("phone", person.phone.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
        ("email", person.email.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
    ];
    for (field, state) in needs_consent {
        if state.is_some_and(|(visibility, consented)| visibility != Visibility::Internal && !consented) {
            wrong.add(format!("{field}.consent"), Problem::ConsentRequired);
        }
    }
    wrong
}
