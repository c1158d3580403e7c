//! What can be wrong with an entity: everything at once, field by field, in the reader's language.
//!
//! Rules that need other entities (does this theme exist, is this slug taken) belong to the store.

mod event;
mod offer;
mod problem;

use std::fmt;

use chrono::NaiveDate;
use messages::Message;

pub use self::problem::Problem;
pub(crate) use self::{event::event, offer::offer};
use crate::{
    Actor, ActorType, CooperationLink, District, LocalisedText, Openness, Project, Theme, WebAddress,
    person::ContactPerson,
    record::LifeStatus,
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

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem.message())
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
                Problem::Format(Message::new("problem-web-address-meant").with("meant", format!("{meant:?}"))),
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
            self.add("openness", Problem::Format(Message::new("problem-openness-of-institutions")));
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
        wrong.add("boundary", Problem::Format(Message::new("problem-boundary-off-the-earth")));
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
