//! `/my/…/contacts/…`: the people to speak to at an entry, who may see which value, and the consent that allows it.
//!
//! What a member writes of a person is written at once: it is between the person and the association, and nobody else
//! sees more of it than the person has agreed to.

use chrono::NaiveDate;
use domain::{
    Consent, ContactPerson, Record,
    rules::{NAME_LENGTH, Problem, Violation, Violations},
    vocabulary::{ConsentMethod, Visibility},
};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    form_error::MemberFormError,
    page::{act, notice, page, trouble},
};
use crate::{
    Answer, Visit,
    account::address::address,
    parts::icons::{Icon, icon},
};

/// What is known of a person: name, label, and type of the input.
const VALUES: [(&str, &str, &str); 4] = [
    ("name", "suggest-name", "text"),
    ("role", "my-contact-role", "text"),
    ("phone", "suggest-phone", "tel"),
    ("email", "suggest-email", "email"),
];

/// One value of a person as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactValue {
    /// What it says; nothing where it is empty.
    pub text: String,
    /// Who may see it; the association and the editors unless said.
    pub visibility: Option<Visibility>,
}

impl ContactValue {
    /// Who may see it.
    pub fn visibility(&self) -> Visibility {
        self.visibility.unwrap_or(Visibility::Internal)
    }

    /// Whether others than the association and the editors may see it.
    pub fn is_shared(&self) -> bool {
        !self.text.is_empty() && self.visibility() != Visibility::Internal
    }
}

/// A form with what stands in it.
#[derive(Clone, Debug)]
pub struct ContactForm {
    /// The version of the person that it was filled with; 0 for a new one.
    pub version: u32,
    /// Whether the person has agreed to what is new.
    pub is_agreed: bool,
    /// The day on which they did, as it was typed.
    pub given_on: String,
    /// How they did.
    pub given_by: ConsentMethod,
    /// What is wrong with it.
    pub violations: Violations,
    values: [ContactValue; 4],
    /// What others wrote meanwhile.
    others: Option<[ContactValue; 4]>,
}

impl ContactForm {
    /// The form of a person as it stands; `None` for a new one.
    pub fn of_person(person: Option<&Record<ContactPerson>>, today: NaiveDate) -> Self {
        Self {
            version: person.map_or(0, |person| person.version),
            is_agreed: false,
            given_on: today.to_string(),
            given_by: ConsentMethod::Oral,
            violations: Violations::default(),
            values: person.map(|person| values_of(&person.data)).unwrap_or_default(),
            others: None,
        }
    }

    /// A form that was sent.
    pub fn from_sent<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>, today: NaiveDate) -> Self {
        let mut form = Self::of_person(None, today);
        for (name, value) in pairs {
            let value = value.trim();
            match name {
                "version" => form.version = value.parse().unwrap_or_default(),
                "agreed" => form.is_agreed = true,
                "givenOn" => value.clone_into(&mut form.given_on),
                "givenBy" => form.given_by = value.parse().unwrap_or(ConsentMethod::Oral),
                name => {
                    let (field, part) = name.split_once('.').unwrap_or((name, ""));
                    let Some(at) = VALUES.iter().position(|(known, ..)| *known == field) else { continue };
                    match part {
                        "value" => value.clone_into(&mut form.values[at].text),
                        "visibility" => form.values[at].visibility = value.parse().ok(),
                        _ => {}
                    }
                }
            }
        }
        form
    }

    /// The values that differ from what is known of the person, by name.
    pub fn changes(&self, person: Option<&Record<ContactPerson>>) -> Vec<(&'static str, &ContactValue)> {
        let before = person.map(|person| values_of(&person.data)).unwrap_or_default();
        let pairs = VALUES.iter().zip(&self.values).zip(&before);
        let differs = |now: &ContactValue, before: &ContactValue| {
            now.text != before.text || (!now.text.is_empty() && now.visibility() != before.visibility())
        };
        pairs.filter(|((_, now), before)| differs(now, before)).map(|(((name, ..), now), _)| (*name, now)).collect()
    }

    /// Goes over to the newest version of the person, whose values stand beside what was typed.
    pub fn rebase(&mut self, person: &Record<ContactPerson>) {
        self.version = person.version;
        self.others = Some(values_of(&person.data));
    }

    fn problem(&self, field: &str) -> Option<&Violation> {
        self.violations.iter().find(|violation| input_of(&violation.field) == field)
    }
}

/// The input that a problem stands at.
fn input_of(field: &str) -> &str {
    match field.split_once('.') {
        Some((_, "consent")) => "agreed",
        Some((name, _)) => name,
        None => field,
    }
}

/// The values of a person with who may see them; what was withdrawn nobody else sees.
fn values_of(person: &ContactPerson) -> [ContactValue; 4] {
    let value = |text: Option<String>, visibility: Option<Visibility>, consent: Option<&Consent>| ContactValue {
        text: text.unwrap_or_default(),
        visibility: visibility.filter(|_| consent.is_some_and(Consent::is_in_force)),
    };
    macro_rules! values {
        ($($field:ident)+) => {
            [$({
                let field = person.$field.as_ref();
                value(
                    field.map(|field| field.value.to_string()),
                    field.map(|field| field.visibility),
                    field.and_then(|field| field.consent.as_ref()),
                )
            }),+]
        };
    }
    values![name role phone email]
}

/// What a consent given here is for, as it is written down with it.
pub fn contact_purpose(visit: &Visit<'_>) -> String {
    visit.say("my-contact-purpose").into_owned()
}

/// What the page of a person shows.
#[derive(Clone, Debug)]
pub struct ContactPage<'a> {
    /// The slug of the entry.
    pub slug: &'a str,
    /// Its name.
    pub owner: &'a str,
    /// The person; `None` for a new one.
    pub person: Option<&'a Record<ContactPerson>>,
    /// The form, as it stands or as it was sent.
    pub form: &'a ContactForm,
    /// Why the form did nothing.
    pub error: Option<MemberFormError>,
}

/// The page of a person.
pub fn contact(visit: &Visit<'_>, shown: &ContactPage<'_>) -> Answer {
    let form = shown.form;
    let id = shown.person.map_or_else(|| "new".to_owned(), |person| person.id.to_string());
    let path = format!("/my/{}/contacts/{id}", shown.slug);
    let back = format!("{}#contacts", address(visit, &format!("/my/{}", shown.slug)));
    let is_shared = shown.person.is_some_and(|person| values_of(&person.data).iter().any(ContactValue::is_shared));
    let content = html! {
        (notice(visit, None))
        (trouble(visit, shown.error))
        (problems(visit, form))
        p { a href=(back) { bdi { (shown.owner) } } }
        form.suggest action=(address(visit, &path)) method="post" novalidate {
            input type="hidden" name="version" value=(form.version);
            @for (at, (name, label, kind)) in VALUES.iter().enumerate() {
                (value_row(visit, form, at, name, &visit.say(label), kind))
            }
            (consent_part(visit, form))
            div.actions { button.button.strong type="submit" { (visit.say("my-contact-save")) } }
        }
        @if is_shared {
            section.setting {
                h2 { (visit.say("my-contact-withdraw")) }
                p { (visit.say("my-contact-withdraw-text")) }
                (act(visit, &format!("{path}/withdraw"), &[], "my-contact-withdraw", None))
            }
        }
    };
    let title = shown.person.and_then(|person| person.data.name.as_ref()).map(|name| name.value.clone());
    let title = title.unwrap_or_else(|| {
        visit.say(if shown.person.is_some() { "contact-persons" } else { "my-contact-new" }).into_owned()
    });
    let status = match shown.error {
        Some(error) => error.status(),
        None if form.others.is_some() => StatusCode::CONFLICT,
        None if !form.violations.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    page(visit, status, &title, &path, &content)
}

/// All problems at the top, each leading to its input.
fn problems(visit: &Visit<'_>, form: &ContactForm) -> Markup {
    html! {
        @if !form.violations.is_empty() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("suggest-wrong")) }
                ul {
                    @for violation in form.violations.iter() {
                        @let input = input_of(&violation.field);
                        @let label = VALUES.iter().find(|(name, ..)| *name == input).map_or("my-contact-consent", |it| it.1);
                        li { a href={ "#field-" (input) } { (visit.say(label)) } ": " (explain(visit, violation)) }
                    }
                }
            }
        }
        @if form.others.is_some() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("my-conflict-title")) }
                p { (visit.say("my-conflict-text")) }
            }
        }
    }
}

fn explain(visit: &Visit<'_>, violation: &Violation) -> String {
    let key = match (&violation.problem, input_of(&violation.field)) {
        (Problem::TooLong { allowed }, _) => return visit.count("problem-too-long", *allowed as u64).into_owned(),
        (Problem::ConsentRequired, _) => "my-problem-consent",
        (Problem::Required, _) => "problem-required",
        (_, "phone") => "problem-phone",
        (_, "email") => "problem-email",
        (_, "givenOn") => "my-problem-date",
        _ => "problem-other",
    };
    visit.say(key).into_owned()
}

fn value_row(visit: &Visit<'_>, form: &ContactForm, at: usize, name: &str, label: &str, kind: &str) -> Markup {
    let (value, problem) = (&form.values[at], form.problem(name));
    let theirs = form.others.as_ref().map(|others| &others[at]).filter(|theirs| *theirs != value);
    let (input, seen) = (format!("field-{name}"), visit.say("my-contact-seen"));
    html! {
        div.row.wrong[problem.is_some() || theirs.is_some()] {
            label for=(input) { (label) }
            @if let Some(problem) = problem { p.complaint id={ (input) "-wrong" } { (explain(visit, problem)) } }
            @if let Some(theirs) = theirs {
                p.complaint {
                    (visit.say("my-conflict-theirs")) " "
                    @if theirs.text.is_empty() { em { (visit.say("my-nothing")) } }
                    @else { bdi { (theirs.text) } " – " (visit.say(visibility_key(theirs.visibility()))) }
                }
            }
            div.pair {
                input id=(input) name={ (name) ".value" } type=(kind) value=(value.text) autocomplete="off"
                    dir=(if kind == "text" { "auto" } else { "ltr" }) maxlength=(NAME_LENGTH)
                    aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=[problem.map(|_| format!("{input}-wrong"))];
                div {
                    span.hinted aria-hidden="true" { (seen) }
                    select name={ (name) ".visibility" } aria-label={ (label) ": " (seen) } {
                        @for visibility in [Visibility::Internal, Visibility::Partners, Visibility::Public] {
                            option value=(visibility.slug()) selected[visibility == value.visibility()] {
                                (visit.say(visibility_key(visibility)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The consent to what is new and others may see.
fn consent_part(visit: &Visit<'_>, form: &ContactForm) -> Markup {
    let (agreed, given_on) = (form.problem("agreed"), form.problem("givenOn"));
    html! {
        fieldset.part {
            legend { (visit.say("my-contact-consent")) }
            p.hinted { (visit.say("my-contact-consent-hint")) }
            div.row.wrong[agreed.is_some()] {
                @if let Some(problem) = agreed { p.complaint id="field-agreed-wrong" { (explain(visit, problem)) } }
                label.tick {
                    input id="field-agreed" type="checkbox" name="agreed" value="1" checked[form.is_agreed]
                        aria-describedby=[agreed.map(|_| "field-agreed-wrong")];
                    span { (visit.say("my-contact-agreed")) }
                }
            }
            div.row.wrong[given_on.is_some()] {
                label for="field-givenOn" { (visit.say("my-contact-given-on")) }
                @if let Some(problem) = given_on { p.complaint id="field-givenOn-wrong" { (explain(visit, problem)) } }
                input id="field-givenOn" type="date" name="givenOn" value=(form.given_on) dir="ltr"
                    aria-describedby=[given_on.map(|_| "field-givenOn-wrong")];
            }
            div.row {
                label for="field-givenBy" { (visit.say("my-contact-given-by")) }
                select id="field-givenBy" name="givenBy" {
                    @for method in [ConsentMethod::Oral, ConsentMethod::Written, ConsentMethod::Online] {
                        option value=(method.slug()) selected[method == form.given_by] { (visit.say(method_key(method))) }
                    }
                }
            }
        }
    }
}

const fn visibility_key(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Internal => "my-seen-internal",
        Visibility::Partners => "my-seen-partners",
        Visibility::Public => "my-seen-public",
    }
}

const fn method_key(method: ConsentMethod) -> &'static str {
    match method {
        ConsentMethod::Oral => "my-consent-oral",
        ConsentMethod::Written => "my-consent-written",
        ConsentMethod::Online => "my-consent-online",
    }
}

/// The people of an entry, on its page: each value with who sees it.
pub(super) fn section(visit: &Visit<'_>, persons: &[Record<ContactPerson>], path: &str) -> Markup {
    html! {
        section.setting id="contacts" {
            h2 { (visit.say("contact-persons")) }
            p.hinted { (visit.say("my-contacts-lead")) }
            @if persons.is_empty() { p { (visit.say("my-contacts-none")) } }
            ul.holdings { @for person in persons { li { (person_lines(visit, person, path)) } } }
            p { a.button href=(address(visit, &format!("{path}/contacts/new"))) { (visit.say("my-contact-new")) } }
        }
    }
}

fn person_lines(visit: &Visit<'_>, person: &Record<ContactPerson>, path: &str) -> Markup {
    let values = values_of(&person.data);
    let name = values.iter().map(|value| value.text.as_str()).find(|text| !text.is_empty()).unwrap_or_default();
    let consents = consents_of(&person.data);
    html! {
        div {
            p { a href=(address(visit, &format!("{path}/contacts/{}", person.id))) { bdi { (name) } } }
            @for (((_, label, _), value), consent) in VALUES.iter().zip(&values).zip(consents) {
                @if !value.text.is_empty() {
                    p.hinted {
                        (visit.say(label)) ": " bdi { (value.text) } " – " (visit.say(visibility_key(value.visibility())))
                        @if let Some(consent) = consent { (visit.words().comma()) (consent_text(visit, consent)) }
                    }
                }
            }
        }
    }
}

fn consents_of(person: &ContactPerson) -> [Option<&Consent>; 4] {
    [
        person.name.as_ref().and_then(|field| field.consent.as_ref()),
        person.role.as_ref().and_then(|field| field.consent.as_ref()),
        person.phone.as_ref().and_then(|field| field.consent.as_ref()),
        person.email.as_ref().and_then(|field| field.consent.as_ref()),
    ]
}

fn consent_text(visit: &Visit<'_>, consent: &Consent) -> String {
    let (key, day) = match consent.withdrawn_on {
        Some(day) => ("my-contact-withdrawn", day),
        None => ("my-contact-given", consent.given_on),
    };
    visit.with(key, "date", &visit.words().date(day)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_of_a_person_stays_apart_by_value() {
        let today: NaiveDate = "2026-05-01".parse().expect("a day");
        let sent = [
            ("version", "3"),
            ("name.value", " Ada "),
            ("name.visibility", "public"),
            ("phone.value", "02323 1"),
            ("phone.visibility", "everybody"),
            ("actor.value", "another"),
            ("givenBy", "written"),
            ("givenOn", "2026-04-01"),
        ];
        let form = ContactForm::from_sent(sent.into_iter(), today);
        assert_eq!((form.version, form.is_agreed, form.given_by), (3, false, ConsentMethod::Written));
        let changes = form.changes(None);
        let named: Vec<_> =
            changes.iter().map(|(name, value)| (*name, value.text.as_str(), value.visibility())).collect();
        assert_eq!(
            named,
            [("name", "Ada", Visibility::Public), ("phone", "02323 1", Visibility::Internal)],
            "a word that nobody knows shows nothing to anybody"
        );
    }
}
