//! What is stored of a person, as a page that they can read and take along on paper. For staff, who hand it over in the
//! person's language.

use chrono::NaiveDate;
use domain::{
    Consent, ContactPerson,
    vocabulary::{Role, Visibility},
};
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Visit,
    account::address,
    parts::layout::{Head, document},
};

/// Where the page is.
pub const PATH: &str = "/export/staff/persons";

/// A state of what is known of a person.
#[derive(Clone, Debug)]
pub struct PersonState {
    /// When it was written.
    pub written_on: NaiveDate,
    /// In what role.
    pub written_by: Role,
    /// What it says.
    pub person: ContactPerson,
}

/// A contact person.
#[derive(Clone, Debug)]
pub struct StoredPerson {
    /// The id by which the page shows them alone.
    pub id: String,
    /// The id of the entry whose contact they are.
    pub entry: Option<String>,
    /// What that is called.
    pub contact_of: Option<String>,
    /// Every state, the newest first.
    pub states: Vec<PersonState>,
    /// The proposals that mention them: when each was made, and what it says.
    pub mentions: Vec<(NaiveDate, String)>,
    /// When they were asked by mail whether the entry is still right.
    pub mails: Vec<NaiveDate>,
}

/// Somebody who may sign in.
#[derive(Clone, Debug)]
pub struct StoredAccount {
    /// The address.
    pub email: String,
    /// The name.
    pub name: Option<String>,
    /// The role.
    pub role: Role,
    /// Since when.
    pub since: NaiveDate,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PackagePage<'a> {
    /// The name or address that was typed.
    pub text: &'a str,
    /// The one person that is shown, where it is one.
    pub id: &'a str,
    /// As contact persons.
    pub persons: &'a [StoredPerson],
    /// As people who sign in.
    pub accounts: &'a [StoredAccount],
}

/// The page.
pub fn answer(visit: &Visit<'_>, shown: &PackagePage<'_>) -> Answer {
    let title = visit.say("package-title");
    let is_asked = !shown.text.is_empty() || !shown.id.is_empty();
    let is_empty = shown.persons.is_empty() && shown.accounts.is_empty();
    let content = html! {
        div.hero.slim { div.wide { h1 { (title) } } }
        div.wide.narrow.own {
            p.unprinted { a href="/console/consents" { (visit.say("my-console")) } }
            form.suggest.unprinted action=(address(visit, PATH)) method="post" role="search" {
                div.row {
                    label for="text" { (visit.say("package-who")) }
                    input id="text" name="text" value=(shown.text) dir="auto" autocomplete="off" maxlength="200" required;
                }
                button.button.strong type="submit" { (visit.say("package-find")) }
            }
            @if is_asked && is_empty { div.notice role="status" { p { (visit.say("package-none")) } } }
            @if !is_empty {
                p { (visit.with("package-lead", "date", &visit.words().date(visit.today()))) }
                form.inline.unprinted action=(address(visit, PATH)) method="post" {
                    input type="hidden" name="text" value=(shown.text);
                    input type="hidden" name="id" value=(shown.id);
                    button.button type="submit" name="format" value="json" { (visit.say("package-json")) }
                }
                @for person in shown.persons { (person_part(visit, person, shown.persons.len() > 1)) }
                @for account in shown.accounts { (account_part(visit, account)) }
            }
        }
    };
    let head = Head { title: title.clone().into_owned(), path: Some(PATH), unlisted: true, ..Head::default() };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

fn person_part(visit: &Visit<'_>, person: &StoredPerson, is_one_of_several: bool) -> Markup {
    let words = visit.words();
    let name = person.states.first().and_then(|state| state.person.name.as_ref());
    html! {
        section.setting {
            h2 { bdi { (name.map_or_else(|| visit.say("contact-persons").into_owned(), |name| name.value.clone())) } }
            @if let Some(actor) = &person.contact_of { p { (visit.with("package-contact-of", "name", actor)) } }
            @if let Some(entry) = &person.entry {
                p.unprinted { a href={ "/console/entries/" (entry) "#person-" (person.id) } { (visit.say("package-entry")) } }
            }
            @if is_one_of_several {
                p.unprinted { a href={ (address(visit, PATH)) "&id=" (person.id) } { (visit.say("package-only")) } }
            }
            @for state in &person.states {
                h3 {
                    (words.with("package-state", [
                        ("date", words.date(state.written_on).into()), ("role", words.label(state.written_by).into()),
                    ]))
                }
                ul { @for value in values_of(visit, &state.person) { li { (value) } } }
            }
            @if !person.mentions.is_empty() {
                h3 { (visit.say("package-mentions")) }
                ul { @for (day, text) in &person.mentions { li { (words.date(*day)) ": " bdi { (text) } } } }
            }
            @if !person.mails.is_empty() {
                h3 { (visit.say("package-mails")) }
                ul { @for day in &person.mails { li { (words.date(*day)) } } }
            }
        }
    }
}

fn values_of(visit: &Visit<'_>, person: &ContactPerson) -> Vec<Markup> {
    macro_rules! values {
        ($($field:ident $label:literal)+) => {
            [$(person.$field.as_ref().map(|field| {
                value(visit, $label, &field.value.to_string(), field.visibility, field.consent.as_ref())
            })),+]
        };
    }
    let values = values![name "suggest-name" role "my-contact-role" phone "suggest-phone" email "suggest-email"];
    values.into_iter().flatten().collect()
}

fn value(visit: &Visit<'_>, label: &str, text: &str, visibility: Visibility, consent: Option<&Consent>) -> Markup {
    let words = visit.words();
    let seen = match visibility {
        Visibility::Internal => "package-seen-internal",
        Visibility::Partners => "package-seen-partners",
        Visibility::Public => "package-seen-public",
    };
    html! {
        (visit.say(label)) ": " bdi { (text) } " – " (visit.say(seen))
        @if let Some(consent) = consent {
            (words.comma()) (visit.with("my-contact-given", "date", &words.date(consent.given_on)))
            " (" bdi { (consent.purpose) } ")"
            @if let Some(day) = consent.withdrawn_on {
                (words.comma()) (visit.with("my-contact-withdrawn", "date", &words.date(day)))
            }
        }
    }
}

fn account_part(visit: &Visit<'_>, account: &StoredAccount) -> Markup {
    html! {
        section.setting {
            h2 { (visit.say("package-account")) }
            ul {
                li { (visit.say("suggest-email")) ": " bdi dir="ltr" { (account.email) } }
                @if let Some(name) = &account.name { li { (visit.say("suggest-name")) ": " bdi { (name) } } }
                li { (visit.say("my-contact-role")) ": " (visit.words().label(account.role)) }
                li { (visit.with("package-since", "date", &visit.words().date(account.since))) }
            }
        }
    }
}
