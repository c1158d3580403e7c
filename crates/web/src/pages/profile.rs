//! The profile of an organisation, institution or network.

pub(super) mod background;
pub(crate) mod contact;
mod cooperations;
mod happenings;

use directory::ActorNo;
use domain::ActorType;
use formats::{schema_org, vcard};
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Locale, Page, Visit,
    answer::not_found,
    filters::Shortlist,
    parts::{
        actions::{PageActions, actions},
        activities::{language_names, venue},
        cards::{district_path, kind, theme_path},
        hours,
        icons::{Icon, icon},
        layout::{Head, document},
        localised, quick_exit,
    },
    visit::profile_page,
};

/// Answers a request for a profile. A former slug and the wrong type lead to the right address.
pub(crate) fn answer(visit: &Visit<'_>, actor_type: ActorType, slug: &str, query: &str) -> Answer {
    let Some(no) = visit.snapshot.actor_by_slug(slug) else { return not_found(visit) };
    let actor = visit.snapshot.actor(no).data();
    if actor.slug.as_str() != slug || actor.kind.actor_type() != actor_type {
        return Answer::moved_permanently(visit.profile(no));
    }
    let page = Page::Profile(actor_type, slug.to_owned());
    let address = |no: ActorNo| format!("{}{}", visit.origin, visit.profile(no));
    let head = Head {
        title: actor.name.clone(),
        description: localised::plain(visit, &actor.summary),
        page: Some(&page),
        embeddable: true,
        quick_exit: quick_exit::protects_actor(visit, no),
        json_ld: Some(schema_org::actor(visit.snapshot, no, &address)),
        ..Head::default()
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content(visit, no, &Shortlist::carried_by(query))))
}

/// `/organisation/SLUG.vcf`, in a language: the actor for an address book.
pub(crate) fn card_at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    let (_, rest) = Locale::of_path(path);
    let Some(Page::Profile(actor_type, slug)) = Page::from_path(rest.strip_suffix(".vcf")?) else { return None };
    let no = visit.snapshot.actor_by_slug(&slug)?;
    let page = profile_page(visit.snapshot, no);
    if page != Page::Profile(actor_type, slug) {
        return Some(Answer::moved_permanently(format!("{}.vcf", visit.path(&page))));
    }
    let address = format!("{}{}", visit.origin, visit.path(&page));
    Some(Answer::file(vcard::MEDIA_TYPE, vcard::vcard(visit.snapshot, no, visit.locale.tag(), &address)))
}

fn content(visit: &Visit<'_>, no: ActorNo, kept: &Shortlist) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    html! {
        article.profile {
            div.hero.entry {
                div.wide {
                    p.kind { (kind(visit, actor.kind)) }
                    h1 { (localised::name(&actor.name)) }
                    @if !actor.alternative_names.is_empty() {
                        p.othernames {
                            @for (at, name) in actor.alternative_names.iter().enumerate() {
                                @if at > 0 { " · " }
                                (localised::name(name))
                            }
                        }
                    }
                    (localised::summary_with_plain_language(visit, &actor.summary))
                    (at_a_glance(visit, no))
                    (contact::ways(visit, actor))
                    (actions(visit, &PageActions {
                        page: &profile_page(visit.snapshot, no),
                        title: &actor.name,
                        card: Some(&format!("{}.vcf", visit.profile(no))),
                        kept,
                    }))
                }
            }
            // On a phone one stands below the other: what there is and when, how to get there, then the rest.
            div.wide.columns.reading {
                div.story {
                    (happenings::offers(visit, no))
                    (happenings::events(visit, no))
                }
                aside.side aria-label=(visit.say("profile-facts")) {
                    (contact::place(visit, no))
                    (opening_hours(visit, no))
                    (contact::persons(visit, no))
                    (background::openness(visit, actor))
                    (good_to_know(visit, actor))
                    (trust(visit, no))
                }
                div.story {
                    (about(visit, no))
                    (happenings::projects(visit, no))
                    (cooperations::active(visit, no))
                    (cooperations::suggestions(visit, no))
                }
            }
        }
    }
}

/// What everybody is told of an entry beside its offers and cooperation, for those who look after it.
pub(crate) fn public_view(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    html! {
        (localised::summary_with_plain_language(visit, &actor.summary))
        (at_a_glance(visit, no))
        (contact::ways(visit, actor))
        (about(visit, no))
        (contact::place(visit, no))
        (opening_hours(visit, no))
        (contact::persons(visit, no))
        (background::openness(visit, actor))
        (good_to_know(visit, actor))
    }
}

/// What most people look for: whether somebody is there today, in which languages, where.
fn at_a_glance(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let entry = visit.snapshot.actor(no);
    let actor = entry.data();
    let place = venue(visit, actor.address.as_deref().cloned(), Some(no));
    html! {
        ul.facts.glance {
            @if actor.opening_hours.is_some() {
                li.now { (icon(Icon::Clock)) span {
                    @if let Some(today) = hours::today(visit, no) { span.today { (today) } " " }
                    (hours::badge(visit, no))
                } }
            }
            @if !actor.languages.is_empty() {
                li { (icon(Icon::Speech)) span { span.unseen { (visit.say("languages")) ": " } (language_names(visit, &actor.languages)) } }
            }
            @if let Some(place) = place {
                li { (icon(Icon::Place)) span { span.unseen { (visit.say("where")) ": " } (place) } }
            }
        }
    }
}

fn about(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let entry = visit.snapshot.actor(no);
    let actor = entry.data();
    html! {
        section.about {
            @if !entry.themes().is_empty() {
                h2 { (visit.say("themes")) }
                ul.tags.large {
                    @for theme in entry.themes() {
                        li { a href=(theme_path(visit, *theme)) { (localised::theme(visit, *theme)) } }
                    }
                }
            }
            @if !actor.target_groups.is_empty() {
                h2 { (visit.say("target-groups")) }
                ul.plain.inline {
                    @for group in &actor.target_groups { li { (visit.words().label(*group)) } }
                }
            }
            @if !actor.description.is_empty() {
                h2 { (visit.say("about")) }
                (localised::description(visit, &actor.description))
            }
            (districts(visit, no))
        }
    }
}

fn districts(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let entry = visit.snapshot.actor(no);
    html! {
        @if !entry.active_in().is_empty() {
            h2 { (visit.say("active-in")) }
            ul.tags.large {
                @for district in entry.active_in() {
                    li { a href=(district_path(visit, *district)) { (localised::district(visit, *district)) } }
                }
            }
        }
    }
}

pub(super) fn opening_hours(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    html! {
        @if let Some(opening_hours) = &actor.opening_hours {
            section.box {
                h2 { (icon(Icon::Clock)) (visit.say("opening-hours")) }
                p { (hours::badge(visit, no)) }
                (hours::table(visit, opening_hours))
                @if actor.by_appointment == Some(true) { p.small { (visit.say("by-appointment")) } }
            }
        }
    }
}

/// What an actor says of money, appointments and access.
pub(super) fn facts(visit: &Visit<'_>, actor: &domain::Actor) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    let mut fact = |holds: bool, key: &str| facts.extend(holds.then(|| visit.say(key).into_owned()));
    fact(actor.free_of_charge == Some(true), "free-of-charge");
    fact(actor.free_of_charge == Some(false), "not-free-of-charge");
    fact(actor.confidential == Some(true), "confidential");
    fact(actor.by_appointment == Some(true) && actor.opening_hours.is_none(), "by-appointment");
    if actor.wheelchair != domain::vocabulary::Wheelchair::Unknown {
        facts.push(visit.words().label(actor.wheelchair));
    }
    facts.extend(actor.accessibility.iter().map(|aid| visit.words().label(*aid)));
    facts
}

fn good_to_know(visit: &Visit<'_>, actor: &domain::Actor) -> Markup {
    let facts = facts(visit, actor);
    html! {
        @if !facts.is_empty() || actor.legal_form.is_some() || actor.identifiers.is_some() {
            section.box {
                h2 { (icon(Icon::Check)) (visit.say("good-to-know")) }
                ul.ticks { @for fact in &facts { li { (fact) } } }
                @if let Some(form) = actor.legal_form {
                    p.small { (visit.say("legal-form")) ": " (visit.words().label(form)) }
                }
                (background::identifiers(visit, actor))
            }
        }
    }
}

fn trust(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let record = visit.snapshot.actor(no).record();
    let words = visit.words();
    let suggest = format!("{}?entry={}", visit.path(&Page::SuggestChange), record.data.slug);
    html! {
        section.box.trust {
            @match record.data.verification {
                Some(verification) => {
                    p.verified {
                        (icon(Icon::Check))
                        span { (words.with("verified-on", [
                            ("date", words.date(verification.on).into()),
                            ("role", words.label(verification.by).into()),
                        ])) }
                    }
                }
                None => { p { (visit.say("not-verified")) } }
            }
            p.small { (visit.with("updated-on", "date", &words.date(visit.local(record.updated_at).date()))) }
            p { a.button href=(suggest) rel="nofollow" { (visit.say("suggest-for-entry")) } }
        }
    }
}
