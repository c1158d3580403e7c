//! With whom an actor works, and with whom it might.

use directory::{ActorNo, Cooperation, CooperationQuestion, Reason, Window};
use maud::{Markup, html};

use crate::{
    Page, Visit,
    filters::Filters,
    parts::{cards::kind, localised},
};

/// How many partners a profile names; all of them are found through the search.
const NAMED: i32 = 24;
/// How many might be partners.
const SUGGESTED: usize = 4;
/// How many reasons are told.
const REASONS: usize = 4;

/// The active cooperations, by the partners' names.
pub(super) fn active(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let question = CooperationQuestion {
        window: Window { first: Some(NAMED), ..Window::default() },
        ..CooperationQuestion::default()
    };
    // A question of our own making is always one that can be asked.
    let Ok(page) = visit.snapshot.cooperations(no, &question) else { return html! {} };
    let slug = visit.snapshot.actor(no).data().slug.to_string();
    let partners = Filters { cooperates_with: Some(slug.clone()), ..Filters::default() };
    let members = Filters { member_of: Some(slug), ..Filters::default() };
    let is_umbrella = visit.snapshot.count_actors(None, &members.actor_filter(visit.now)).is_ok_and(|count| count > 0);
    let search = |filters: &Filters| format!("{}?{}", visit.path(&Page::Search), filters.to_query());
    html! {
        @if page.total > 0 {
            section {
                h2 { (visit.say("cooperations")) " " span.number { (visit.words().number(page.total)) } }
                ul.rows {
                    @for (_, cooperation) in &page.edges { li { (one(visit, *cooperation)) } }
                }
                p { a href=(crate::pages::cooperation::address_of(visit, no)) { (visit.say("cooperation-see")) } }
                @if page.total > 1 {
                    p { a href=(search(&partners)) rel="nofollow" { (visit.say("cooperations-all")) } }
                }
                @if is_umbrella {
                    p { a href=(search(&members)) rel="nofollow" { (visit.say("members-all")) } }
                }
            }
        }
    }
}

fn one(visit: &Visit<'_>, cooperation: Cooperation) -> Markup {
    let link = visit.snapshot.link(cooperation.link).data();
    let words = visit.words();
    let themes = visit.snapshot.listed_themes(&link.themes);
    // Since both had confirmed.
    let confirmed = link.confirmations.from.max(link.confirmations.to);
    html! {
        p { span.how { (words.cooperation(link.kind, cooperation.direction)) } " " (partner(visit, cooperation.partner)) }
        p.small {
            @if let Some(since) = link.since { (visit.with("since", "date", &words.date(since))) }
            @if let Some(confirmed) = confirmed {
                @if link.since.is_some() { " · " }
                (visit.with("confirmed-on", "date", &words.date(confirmed)))
            }
            @if !themes.is_empty() {
                " · "
                @for (at, theme) in themes.iter().enumerate() { @if at > 0 { (words.comma()) } (localised::theme(visit, *theme)) }
            }
        }
        @if let Some(note) = &link.public_note { p.small dir="auto" { (note) } }
    }
}

fn partner(visit: &Visit<'_>, no: ActorNo) -> Markup {
    html! { a href=(visit.profile(no)) { (localised::name(&visit.snapshot.actor(no).data().name)) } }
}

/// Whom it might work with, and why.
pub(super) fn suggestions(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let suggestions = visit.snapshot.suggested_partners(no, SUGGESTED);
    html! {
        @if !suggestions.is_empty() {
            section {
                h2 { (visit.say("suggested-partners")) }
                p.note { (visit.say("suggested-partners-note")) }
                ul.rows {
                    @for suggestion in &suggestions {
                        li {
                            p { (partner(visit, suggestion.actor)) }
                            p.small { (kind(visit, visit.snapshot.actor(suggestion.actor).data().kind)) }
                            p.small {
                                (visit.say("suggested-because")) " "
                                @for (at, reason) in suggestion.reasons.iter().take(REASONS).enumerate() {
                                    @if at > 0 { (visit.words().comma()) }
                                    (reason_text(visit, reason))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn reason_text(visit: &Visit<'_>, reason: &Reason) -> Markup {
    match reason {
        Reason::SharedTheme(theme) => localised::theme(visit, *theme),
        Reason::SharedPartner(partner) => {
            html! { (visit.with("shared-partner", "name", &visit.snapshot.actor(*partner).data().name)) }
        }
        Reason::SharedDistrict(district) => localised::district(visit, *district),
        Reason::SharedLanguage(language) => html! { (visit.words().language(language)) },
        Reason::SharedTargetGroup(group) => html! { (visit.words().label(*group)) },
    }
}
