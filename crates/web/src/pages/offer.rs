//! An offer: what, when, where, in which languages, what it costs, how to register, and who gives it.

use directory::OfferNo;
use domain::{page_slug::id_of_page_slug, vocabulary::OfferKind};
use formats::schema_org;
use http::StatusCode;
use maud::{Markup, html};

use super::activity;
use crate::{
    Answer, Page, Visit,
    answer::not_found,
    filters::Shortlist,
    parts::{
        actions::{PageActions, actions},
        activities::{availability, offer_times, preview},
        cards::telephone,
        hours,
        icons::{Icon, icon},
        layout::{Head, document},
        localised, quick_exit,
    },
    visit::offer_page,
};

/// Answers a request for an offer. What a title was before leads to the present address.
pub(crate) fn answer(visit: &Visit<'_>, slug: &str, query: &str) -> Answer {
    let Some(no) = id_of_page_slug(slug).and_then(|id| visit.snapshot.offer_no(id.into())) else {
        return not_found(visit);
    };
    let page = Page::Offer(slug.to_owned());
    if visit.path(&page) != visit.offer(no) {
        return Answer::moved_permanently(visit.offer(no));
    }
    let offer = visit.snapshot.offer(no).data();
    let address = format!("{}{}", visit.origin, visit.offer(no));
    let actor = |no| format!("{}{}", visit.origin, visit.profile(no));
    let addresses = schema_org::PageAddresses { page: &address, actor: &actor };
    let head = Head {
        title: localised::plain(visit, &offer.title),
        description: preview(visit, &offer.title, &offer.description, Some(visit.snapshot.offer(no).actor())),
        page: Some(&page),
        quick_exit: quick_exit::protects_offer(visit, no),
        json_ld: Some(schema_org::offer(visit.snapshot, no, &addresses)),
        ..Head::default()
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content(visit, no, &Shortlist::carried_by(query))))
}

fn content(visit: &Visit<'_>, no: OfferNo, kept: &Shortlist) -> Markup {
    let entry = visit.snapshot.offer(no);
    let (offer, giver) = (entry.data(), entry.actor());
    let actor = visit.snapshot.actor(giver).data();
    let is_over = offer.valid_until.is_some_and(|until| until < visit.today());
    let kind = if offer.kind == OfferKind::Service {
        visit.say("offer").into_owned()
    } else {
        visit.words().label(offer.kind)
    };
    html! {
        article.profile {
            div.hero.entry {
                div.wide {
                    p.kind { span { (kind) } }
                    h1 { (localised::label(visit, &offer.title)) }
                    @if let Some(times) = offer_times(visit, no) { p.lead.moment { (icon(Icon::Clock)) " " (times) } }
                    p { a href=(visit.profile(giver)) { (localised::name(&actor.name)) } }
                    @if let Some(availability) = availability(visit, no).filter(|_| !is_over) { p.availability { (availability) } }
                    @if is_over { p.notice { (visit.say("offer-over")) } }
                    ul.ways.contact {
                        @if let Some(phone) = &actor.phone {
                            li { a.way.first href=(telephone(phone.as_str())) {
                                (icon(Icon::Phone)) span { span.what { (visit.say("call")) } bdi dir="ltr" { (phone) } }
                            } }
                        }
                        (activity::registration(visit, offer.registration_url.as_ref()))
                    }
                    (actions(visit, &PageActions {
                        page: &offer_page(visit.snapshot, no),
                        title: &localised::plain(visit, &offer.title),
                        card: None,
                        kept,
                    }))
                }
            }
            div.wide.columns.reading {
                div.story {
                    section.about {
                        (localised::description(visit, &offer.description))
                        (activity::topics(visit, &offer.themes, &offer.languages, &offer.target_groups))
                    }
                }
                aside.side aria-label=(visit.say("profile-facts")) {
                    (times(visit, no))
                    (activity::place(visit, visit.snapshot.venue_of_offer(no).as_ref(), Some(giver)))
                    (terms(visit, no))
                    (activity::actors(visit, "offer-giver", &[giver]))
                    (activity::good_to_know(visit, giver))
                }
            }
        }
    }
}

fn times(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let offer = visit.snapshot.offer(no).data();
    let words = visit.words();
    html! {
        @if offer.schedule.is_some() || offer.valid_from.is_some() || offer.valid_until.is_some() {
            section.box {
                h2 { (icon(Icon::Clock)) (visit.say("schedule")) }
                @if let Some(schedule) = &offer.schedule { (hours::schedule(visit, schedule)) }
                @if let Some(from) = offer.valid_from { p.small { (visit.say("valid-from")) ": " (words.date(from)) } }
                @if let Some(until) = offer.valid_until { p.small { (visit.say("valid-until")) ": " (words.date(until)) } }
            }
        }
    }
}

/// Whom it is for, what it costs and how to register.
fn terms(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let offer = visit.snapshot.offer(no).data();
    html! {
        @if activity::has_admission(offer) {
            section.box { h2 { (visit.say("admission")) } dl.details { (activity::admission(visit, offer)) } }
        }
        @if !offer.cost.is_empty() {
            section.box { h2 { (visit.say("cost")) } p { (localised::label(visit, &offer.cost)) } }
        }
        @if !offer.registration.is_empty() || !offer.registration_methods.is_empty() {
            section.box { h2 { (visit.say("registration")) } (activity::registration_words(visit, offer)) }
        }
    }
}
