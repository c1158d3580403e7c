//! With whom an entry works: what waits for its word, what there is, and proposing more.

use directory::Direction;
use domain::{
    rules::Violations,
    vocabulary::{LinkKind, LinkStatus},
};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    form_error::MemberFormError,
    inputs::LONGEST_NAME,
    page::{act, act_after_question, page, trouble},
};
use crate::{
    Answer, Visit,
    account::address::address,
    parts::{
        icons::{Icon, icon},
        localised,
    },
};

/// A link of an entry, seen from it.
#[derive(Clone, Debug)]
pub struct MemberLink {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// What it is.
    pub kind: LinkKind,
    /// How it reads from the entry.
    pub direction: Direction,
    /// Where it stands.
    pub status: LinkStatus,
    /// Whether the entry's own side has confirmed.
    pub is_confirmed: bool,
    /// Whether the member has a say on both sides, and the other has confirmed.
    pub asks_evidence: bool,
    /// What the other side is called; `None` where that is not for the member.
    pub partner: Option<String>,
}

impl MemberLink {
    /// Whether it waits for the word of the entry's side.
    pub const fn waits_here(&self) -> bool {
        matches!(self.status, LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide) && !self.is_confirmed
    }
}

/// The links of an entry, those first that wait for it.
pub(super) fn links(visit: &Visit<'_>, links: &[MemberLink], path: &str) -> Markup {
    let (waiting, others): (Vec<&MemberLink>, Vec<&MemberLink>) = links.iter().partition(|link| link.waits_here());
    html! {
        section.setting id="cooperation" {
            h2 { (visit.say("cooperations")) }
            ul.holdings { @for link in waiting.into_iter().chain(others) { li { (one(visit, link, path)) } } }
            p { a.button href=(address(visit, &format!("{path}/cooperation"))) { (visit.say("my-cooperation-propose")) } }
        }
    }
}

fn one(visit: &Visit<'_>, link: &MemberLink, path: &str) -> Markup {
    let partner = link.partner.clone().unwrap_or_else(|| visit.say("my-partner-hidden").into_owned());
    let state = match link.status {
        LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide if link.is_confirmed => "my-link-waits-there",
        LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide => "my-link-waits-here",
        LinkStatus::Active => "my-link-active",
        _ => "my-link-dormant",
    };
    let version = link.version.to_string();
    let target = |step: &str| format!("{path}/cooperation/{}/{step}", link.id);
    let step = |step: &str, key: &'static str| act(visit, &target(step), &[("version", &version)], key, Some(&partner));
    let last_step = |step: &str, keys: (&'static str, &'static str)| {
        act_after_question(visit, &target(step), &[("version", &version)], keys, &partner)
    };
    html! {
        div {
            p { span.how { (visit.words().cooperation(link.kind, link.direction)) } " " strong { bdi { (partner) } } }
            p.hinted { (visit.say(state)) }
        }
        div.actions {
            @match link.status {
                LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide => {
                    @if !link.is_confirmed && link.asks_evidence { (confirm_with_evidence(visit, link, path)) }
                    @else if !link.is_confirmed { (step("confirm", "my-confirm")) }
                    @let key = if link.is_confirmed { "my-withdraw" } else { "my-reject" };
                    (last_step("reject", (key, "my-reject-question")))
                }
                LinkStatus::Active => { (step("rest", "my-rest")) (last_step("end", ("my-end", "my-end-question"))) }
                LinkStatus::Dormant => { (last_step("end", ("my-end", "my-end-question"))) }
                _ => {}
            }
        }
    }
}

/// Whoever has a say on both sides confirms the second one with what shows that it agrees.
fn confirm_with_evidence(visit: &Visit<'_>, link: &MemberLink, path: &str) -> Markup {
    let action = address(visit, &format!("{path}/cooperation/{}/confirm", link.id));
    let field = format!("evidence-{}", link.id);
    html! {
        form.suggest action=(action) method="post" {
            input type="hidden" name="version" value=(link.version);
            div.row {
                label for=(field) { (visit.say("my-evidence")) }
                input id=(field) name="evidence" maxlength=(LONGEST_NAME) autocomplete="off";
            }
            p { button.button type="submit" { (visit.say("my-confirm")) } }
        }
    }
}

/// Somebody who may be meant as a partner.
#[derive(Clone, Debug)]
pub struct PartnerChoice {
    /// The slug.
    pub slug: String,
    /// The name.
    pub name: String,
}

/// What the form for proposing a cooperation shows.
#[derive(Clone, Debug)]
pub struct CooperationForm<'a> {
    /// The slug of the entry.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What was typed as the partner's name.
    pub partner: &'a str,
    /// Who may be meant, where that is not clear.
    pub choices: &'a [PartnerChoice],
    /// The kind that was chosen: a word of the vocabulary, with `:in` where the entry is the other end.
    pub kind: &'a str,
    /// Since when, as it was typed.
    pub since: &'a str,
    /// Whether the form was sent.
    pub is_sent: bool,
    /// What is wrong with it.
    pub violations: &'a Violations,
    /// Why it did nothing.
    pub error: Option<MemberFormError>,
}

impl CooperationForm<'_> {
    fn partner_key(&self) -> Option<&'static str> {
        match (self.is_sent, self.partner.is_empty(), self.choices) {
            (false, ..) => None,
            (true, true, _) => Some("problem-required"),
            (true, false, []) if self.names("to") || self.names("from") => Some("my-problem-link"),
            (true, false, []) if self.violations.is_empty() => Some("my-partner-unknown"),
            (true, false, []) => None,
            (true, false, _) => Some("my-partner-choose"),
        }
    }

    fn names(&self, field: &str) -> bool {
        self.violations.iter().any(|violation| violation.field == field)
    }

    fn kind_key(&self) -> Option<&'static str> {
        let is_missing = self.is_sent && self.kind.is_empty();
        (is_missing || self.names("kind")).then_some(if is_missing { "problem-required" } else { "my-problem-link" })
    }
}

/// The form for proposing a cooperation.
pub fn cooperation_form(visit: &Visit<'_>, form: &CooperationForm<'_>) -> Answer {
    let path = format!("/my/{}/cooperation", form.slug);
    let since = form.names("since").then_some("my-problem-date");
    let wrong: Vec<(&str, &str, &'static str)> = [
        ("partner", "my-partner", form.partner_key()),
        ("kind", "my-link-kind", form.kind_key()),
        ("since", "project-since", since),
    ]
    .into_iter()
    .filter_map(|(name, label, key)| Some((name, label, key?)))
    .collect();
    let complaint = |name: &str| wrong.iter().find(|(field, ..)| *field == name).map(|(.., key)| visit.say(key));
    let content = html! {
        (trouble(visit, form.error))
        @if !wrong.is_empty() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("suggest-wrong")) }
                ul { @for (name, label, key) in &wrong {
                    li { a href={ "#field-" (name) } { (visit.say(label)) } ": " (visit.say(key)) }
                } }
            }
        }
        p { a href=(address(visit, &format!("/my/{}", form.slug))) { (localised::name(form.name)) } }
        p { (visit.say("my-cooperation-lead")) }
        form.suggest action=(address(visit, &path)) method="post" {
            div.row.wrong[complaint("partner").is_some()] {
                label for="field-partner" { (visit.say("my-partner")) }
                p.hinted id="field-partner-hint" { (visit.say("my-partner-hint")) }
                @if let Some(text) = complaint("partner") { p.complaint id="field-partner-wrong" { (text) } }
                input id="field-partner" name="partner" type="text" value=(form.partner) dir="auto" autocomplete="off"
                    maxlength=(LONGEST_NAME) aria-invalid=[complaint("partner").map(|_| "true")]
                    aria-describedby=(if complaint("partner").is_some() { "field-partner-hint field-partner-wrong" }
                        else { "field-partner-hint" });
                @if !form.choices.is_empty() {
                    fieldset {
                        legend.unseen { (visit.say("my-partner-choose")) }
                        @for choice in form.choices {
                            label.tick {
                                input type="radio" name="choice" value=(choice.slug);
                                span { (localised::name(&choice.name)) }
                            }
                        }
                    }
                }
            }
            div.row.wrong[complaint("kind").is_some()] {
                label for="field-kind" { (visit.say("my-link-kind")) }
                @if let Some(text) = complaint("kind") { p.complaint id="field-kind-wrong" { (text) } }
                select id="field-kind" name="kind" aria-invalid=[complaint("kind").map(|_| "true")]
                    aria-describedby=[complaint("kind").map(|_| "field-kind-wrong")] {
                    option value="" { (visit.say("please-choose")) }
                    @for (value, label) in kinds(visit) { option value=(value) selected[value == form.kind] { (label) } }
                }
            }
            div.row.wrong[complaint("since").is_some()] {
                label for="field-since" { (visit.say("project-since")) }
                @if let Some(text) = complaint("since") { p.complaint id="field-since-wrong" { (text) } }
                input id="field-since" name="since" type="date" value=(form.since) dir="ltr"
                    aria-invalid=[complaint("since").map(|_| "true")]
                    aria-describedby=[complaint("since").map(|_| "field-since-wrong")];
            }
            button.button.strong type="submit" { (visit.say("my-cooperation-send")) }
        }
    };
    let status = match form.error {
        Some(error) => error.status(),
        None if form.is_sent => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    page(visit, status, &visit.say("my-cooperation-propose"), &path, &content)
}

/// Every kind of cooperation, as it reads from the entry; those with a direction from both ends.
fn kinds(visit: &Visit<'_>) -> Vec<(String, String)> {
    let mut kinds = Vec::new();
    for kind in LinkKind::ALL {
        let label = |direction| visit.words().cooperation(*kind, direction);
        kinds.push((kind.slug().to_owned(), label(Direction::Outgoing)));
        if !kind.is_symmetric() {
            kinds.push((format!("{}:in", kind.slug()), label(Direction::Incoming)));
        }
    }
    kinds
}
