//! The form by which anybody suggests a change. It needs no account, no script and nothing about the person.

use directory::ActorNo;
use domain::{
    rules::{Problem, Violation},
    vocabulary::OrganisationKind,
};
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Page, Visit,
    answer::not_found,
    parts::{
        icons::{Icon, icon},
        layout::{Head, document},
        localised, quick_exit,
    },
    query::parameter,
    suggestion::{COMMENT_LENGTH, LINE_LENGTH, RejectedSuggestion, SuggestedChange, SuggestionLimit},
};

/// Answers a request for the form, or for the thanks after it was sent.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    if parameter(query, "sent").is_some() {
        return page(visit, StatusCode::OK, &thanks(visit), None, true);
    }
    // What was looked for and not found comes with the address, and what mails fill in.
    let comment: String = parameter(query, "comment").unwrap_or_default().chars().take(COMMENT_LENGTH).collect();
    let Some(slug) = parameter(query, "entry") else {
        let suggestion = SuggestedChange { comment, ..SuggestedChange::new_entry() };
        return page(visit, StatusCode::OK, &form(visit, None, &suggestion, &FormProblems::default()), None, false);
    };
    let Some(no) = visit.snapshot.actor_by_slug(&slug) else { return not_found(visit) };
    let suggestion = SuggestedChange { comment, ..SuggestedChange::about(visit.snapshot, no) };
    page(visit, StatusCode::OK, &form(visit, Some(no), &suggestion, &FormProblems::default()), Some(no), true)
}

/// The form again with what was typed and what is wrong with it.
pub(crate) fn refusal_page(visit: &Visit<'_>, refused: &RejectedSuggestion) -> Answer {
    let suggestion = &refused.suggestion;
    let no = visit.snapshot.actor_by_slug(&suggestion.entry);
    let wrong: Vec<Violation> = refused.violations.iter().cloned().collect();
    let status = match refused.limit {
        None => StatusCode::UNPROCESSABLE_ENTITY,
        Some(SuggestionLimit::Client { .. }) => StatusCode::TOO_MANY_REQUESTS,
        Some(SuggestionLimit::Entry | SuggestionLimit::Queue | SuggestionLimit::Storage | SuggestionLimit::Busy) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
    };
    let problems = FormProblems { wrong: &wrong, limit: refused.limit };
    let retry_after = match refused.limit {
        Some(SuggestionLimit::Client { wait }) => Some(wait),
        _ => None,
    };
    Answer { retry_after, ..page(visit, status, &form(visit, no, suggestion, &problems), no, true) }
}

/// The page; about an entry whose readers may have to leave at once, with the way out.
fn page(visit: &Visit<'_>, status: StatusCode, content: &Markup, about: Option<ActorNo>, unlisted: bool) -> Answer {
    let head = Head {
        title: visit.say("nav-suggest").into_owned(),
        description: visit.say("suggest-lead").into_owned(),
        page: Some(&Page::SuggestChange),
        quick_exit: about.is_some_and(|no| quick_exit::protects_actor(visit, no)),
        unlisted,
        ..Head::default()
    };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say("nav-suggest")) } } }
        div.wide.narrow { (content) }
    };
    Answer::page(status, document(visit, &head, &content))
}

fn thanks(visit: &Visit<'_>) -> Markup {
    html! {
        div.notice.good role="status" {
            h2 { (icon(Icon::Check)) (visit.say("suggest-thanks")) }
            p { (visit.say("suggest-thanks-text")) }
            p { a.button href=(visit.path(&Page::Search)) { (visit.say("back-to-search")) } }
        }
    }
}

/// What is wrong with a form that was sent.
#[derive(Default)]
struct FormProblems<'a> {
    wrong: &'a [Violation],
    limit: Option<SuggestionLimit>,
}

/// Why nothing is taken now, where that is so.
fn limit_notice(visit: &Visit<'_>, limit: Option<SuggestionLimit>) -> Markup {
    let text = limit.map(|limit| match limit {
        SuggestionLimit::Client { .. } => visit.say("suggest-limit-client"),
        SuggestionLimit::Entry => visit.say("suggest-limit-entry"),
        SuggestionLimit::Queue => visit.say("suggest-limit-queue"),
        SuggestionLimit::Storage => visit.say("suggest-limit-storage"),
        SuggestionLimit::Busy => visit.say("suggest-limit-busy"),
    });
    html! {
        @if let Some(text) = text {
            div.notice.wrong role="alert" { h2 { (icon(Icon::Warning)) (visit.say("suggest-not-taken")) } p { (text) } }
        }
    }
}

fn form(visit: &Visit<'_>, no: Option<ActorNo>, said: &SuggestedChange, problems: &FormProblems<'_>) -> Markup {
    let wrong = problems.wrong;
    let lengths = [("line", (LINE_LENGTH as u64).into()), ("text", (COMMENT_LENGTH as u64).into())];
    let field = |name: &'static str, kind: &'static str, value: &str, autocomplete: &'static str| {
        line(visit, wrong, &FormLine { name, kind, value, autocomplete })
    };
    html! {
        p { (visit.say("suggest-lead")) }
        p.hinted { (visit.words().with("suggest-lengths", lengths)) }
        (limit_notice(visit, problems.limit))
        (summary(visit, wrong))
        form.suggest action=(visit.path(&Page::SuggestChange)) method="post" {
            @match no {
                Some(no) => {
                    p.about {
                        (visit.say("suggest-about")) " "
                        a href=(visit.profile(no)) { (localised::name(&visit.snapshot.actor(no).data().name)) }
                    }
                    input type="hidden" name="entry" value=(said.entry);
                    input type="hidden" name="version" value=(said.version);
                }
                None => { p.about { (visit.say("suggest-new")) } }
            }
            (field("name", "text", &said.name, "off"))
            @if no.is_none() { (kinds(visit, said, wrong)) }
            @if let Some(address) = &said.address {
                (field("street", "text", &address.street, "off"))
                (field("postcode", "text", &address.postcode, "off"))
                (field("city", "text", &address.city, "off"))
            }
            (field("phone", "tel", &said.phone, "off"))
            (field("email", "email", &said.email, "off"))
            (field("website", "url", &said.website, "off"))
            (area(visit, said, wrong))
            (field("contact", "text", &said.contact, "email"))
            button.button.strong type="submit" { (visit.say("suggest-send")) }
        }
    }
}

/// The problem of a field, if it has one.
fn problem<'a>(wrong: &'a [Violation], name: &str) -> Option<&'a Problem> {
    wrong.iter().find(|violation| field_of(&violation.field) == name).map(|violation| &violation.problem)
}

/// The field of the form that a field of the entry belongs to.
fn field_of(field: &str) -> &str {
    match field {
        "slug" => "name",
        "fields" | "expectedVersion" => "comment",
        "address" | "address.street" | "address.extra" => "street",
        "address.postcode" => "postcode",
        "address.city" => "city",
        field => field,
    }
}

/// The fields in the order of the form.
const FIELDS: [&str; 10] =
    ["name", "kind", "street", "postcode", "city", "phone", "email", "website", "comment", "contact"];

/// All problems at the top, each leading to its field.
fn summary(visit: &Visit<'_>, wrong: &[Violation]) -> Markup {
    let mut wrong: Vec<&Violation> = wrong.iter().collect();
    wrong.sort_by_key(|violation| FIELDS.iter().position(|name| *name == field_of(&violation.field)));
    html! {
        @if !wrong.is_empty() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("suggest-wrong")) }
                ul {
                    @for violation in wrong {
                        @let name = field_of(&violation.field);
                        li { a href={ "#field-" (name) } { (visit.say(label_key(name))) } ": " (violation_text(visit, violation)) }
                    }
                }
            }
        }
    }
}

const fn label_key(name: &str) -> &'static str {
    match name.as_bytes() {
        b"name" => "suggest-name",
        b"kind" => "suggest-kind",
        b"street" => "my-street",
        b"postcode" => "my-postcode",
        b"city" => "my-city",
        b"phone" => "suggest-phone",
        b"email" => "suggest-email",
        b"website" => "suggest-website",
        b"contact" => "suggest-contact",
        _ => "suggest-comment",
    }
}

fn violation_text(visit: &Visit<'_>, violation: &Violation) -> String {
    let key = match (&violation.problem, violation.field.as_str()) {
        (Problem::Required, "fields") => "problem-nothing",
        (Problem::Required, "slug") => "problem-latin-name",
        (Problem::Required, _) => "problem-required",
        (Problem::TooLong { allowed }, _) => return visit.count("problem-too-long", *allowed as u64).into_owned(),
        (_, "phone") => "problem-phone",
        (_, "email") => "problem-email",
        (_, "website") => "problem-website",
        (_, "expectedVersion") => "problem-version",
        _ => "problem-other",
    };
    visit.say(key).into_owned()
}

/// A field of one line.
struct FormLine<'a> {
    name: &'static str,
    kind: &'static str,
    value: &'a str,
    autocomplete: &'static str,
}

fn line(visit: &Visit<'_>, wrong: &[Violation], line: &FormLine<'_>) -> Markup {
    let id = format!("field-{}", line.name);
    let is_wrong = problem(wrong, line.name).is_some();
    // Numbers and addresses read from left to right in every language.
    let direction = if line.kind == "text" { "auto" } else { "ltr" };
    html! {
        div.row.wrong[is_wrong] {
            label for=(id) { (visit.say(label_key(line.name))) }
            (hint(visit, line.name, &id))
            (complaint(visit, wrong, line.name, &id))
            // Browsers check less well than the server tells, so addresses are plain texts to them.
            input id=(id) name=(line.name) type=(if line.kind == "url" { "text" } else { line.kind })
                inputmode=[(line.kind == "url").then_some("url")] value=(line.value) dir=(direction)
                autocomplete=(line.autocomplete) maxlength=(LINE_LENGTH)
                aria-invalid=[is_wrong.then_some("true")] aria-describedby=[described_by(line.name, &id, is_wrong)];
        }
    }
}

fn described_by(name: &str, id: &str, is_wrong: bool) -> Option<String> {
    let hint = (hint_key(name).is_some()).then(|| format!("{id}-hint"));
    let wrong = is_wrong.then(|| format!("{id}-wrong"));
    let all: Vec<String> = hint.into_iter().chain(wrong).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn hint_key(name: &str) -> Option<&'static str> {
    match name {
        "contact" => Some("suggest-contact-hint"),
        "comment" => Some("suggest-comment-hint"),
        _ => None,
    }
}

fn hint(visit: &Visit<'_>, name: &str, id: &str) -> Markup {
    html! { @if let Some(key) = hint_key(name) { p.hinted id={ (id) "-hint" } { (visit.say(key)) } } }
}

fn complaint(visit: &Visit<'_>, wrong: &[Violation], name: &str, id: &str) -> Markup {
    let own = wrong.iter().find(|violation| field_of(&violation.field) == name);
    html! { @if let Some(violation) = own { p.complaint id={ (id) "-wrong" } { (violation_text(visit, violation)) } } }
}

fn area(visit: &Visit<'_>, said: &SuggestedChange, wrong: &[Violation]) -> Markup {
    let is_wrong = problem(wrong, "comment").is_some();
    html! {
        div.row.wrong[is_wrong] {
            label for="field-comment" { (visit.say("suggest-comment")) }
            (hint(visit, "comment", "field-comment"))
            (complaint(visit, wrong, "comment", "field-comment"))
            textarea id="field-comment" name="comment" rows="6" maxlength=(COMMENT_LENGTH) dir="auto"
                aria-invalid=[is_wrong.then_some("true")] aria-describedby=[described_by("comment", "field-comment", is_wrong)] {
                (said.comment)
            }
        }
    }
}

fn kinds(visit: &Visit<'_>, said: &SuggestedChange, wrong: &[Violation]) -> Markup {
    let is_wrong = problem(wrong, "kind").is_some();
    html! {
        div.row.wrong[is_wrong] {
            label for="field-kind" { (visit.say("suggest-kind")) }
            (complaint(visit, wrong, "kind", "field-kind"))
            select id="field-kind" name="kind" aria-invalid=[is_wrong.then_some("true")]
                aria-describedby=[described_by("kind", "field-kind", is_wrong)] {
                option value="" { (visit.say("please-choose")) }
                @for kind in OrganisationKind::ALL {
                    option value=(kind.slug()) selected[said.kind == kind.slug()] { (visit.words().label(*kind)) }
                }
            }
        }
    }
}
