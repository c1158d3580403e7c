//! An actor, offer or event on one sheet to hand over, on paper or on a screen: what, when, where, in which languages,
//! how to reach them, and a QR code that leads to the page.

use directory::{ActorNo, EventDate, EventNo, OfferNo};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    activity,
    profile::{background::openness_details, contact::postal, facts},
    subject::Subject,
};
use crate::{
    Answer, Locale, Page, Visit,
    answer::not_found,
    parts::{
        actions::{print_button, share_link},
        activities::{
            availability, cancelled_mark, detail, event_notice, event_state, event_time, language_names, offer_times,
        },
        cards::{kind, mailbox, telephone},
        hours,
        icons::{Icon, icon},
        layout::{Head, document},
        localised,
        qr::qr_code,
    },
};

/// How many offers of an actor and dates of an event have room.
const SHOWN: usize = 6;

/// Answers a request for the sheet of a page. Former addresses lead to the present one.
pub(crate) fn answer(visit: &Visit<'_>, page: &Page) -> Answer {
    let Some(subject) = Subject::of_page(visit.snapshot, page) else { return not_found(visit) };
    let present = subject.page(visit.snapshot);
    let sheet = Page::Sheet(Box::new(present.clone()));
    if present != *page {
        return Answer::moved_permanently(visit.path(&sheet));
    }
    let title = subject.title(visit);
    let quick_exit = subject.is_protected(visit);
    let head = Head { title: title.clone(), page: Some(&sheet), unlisted: true, quick_exit, ..Head::default() };
    let content = html! {
        div.wide.narrow {
            (tools(visit, &sheet, &present, &title))
            article.handover {
                div.handoverhead {
                    div {
                        @match subject {
                            Subject::Actor(no) => { (actor_heading(visit, no)) }
                            Subject::Offer(no) => { (offer_heading(visit, no)) }
                            Subject::Event(no) => { (event_heading(visit, no)) }
                        }
                    }
                    figure.code-of-page {
                        (qr_code(&format!("{}{}", visit.origin, visit.path(&present)), &visit.say("sheet-code")))
                        figcaption { (visit.say("sheet-scan")) }
                    }
                }
                dl.sheetfacts {
                    @match subject {
                        Subject::Actor(no) => { (actor_details(visit, no)) }
                        Subject::Offer(no) => { (offer_details(visit, no)) }
                        Subject::Event(no) => { (event_details(visit, no)) }
                    }
                }
                p.small.origin {
                    bdi dir="ltr" { (visit.origin) (visit.path(&present)) } br;
                    (localised::label(visit, &visit.snapshot.settings().title)) " · "
                    (visit.with("data-as-of", "date", &visit.words().date(visit.today())))
                }
            }
        }
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content))
}

/// The way back, the language of whoever gets the sheet, and how it gets there.
fn tools(visit: &Visit<'_>, sheet: &Page, of: &Page, title: &str) -> Markup {
    html! {
        div.sheettools {
            p.crumbs { a href=(visit.path(of)) { (visit.say("sheet-back")) } }
            nav aria-label=(visit.say("sheet-language")) {
                p aria-hidden="true" { (visit.say("sheet-language")) }
                ul.tags.large {
                    @for locale in Locale::ALL {
                        li { a href=(sheet.path(locale)) lang=(locale.tag()) hreflang=(locale.tag()) dir=(locale.direction())
                            rel="nofollow" aria-current=[(locale == visit.locale).then_some("true")] { (locale.own_name()) } }
                    }
                }
            }
            p.actions { (print_button(visit)) " " (share_link(visit, title, &visit.path(sheet))) }
        }
    }
}

fn actor_heading(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    html! {
        p.kind { (kind(visit, actor.kind)) }
        h1 { (localised::name(&actor.name)) }
        (localised::summary_with_plain_language(visit, &actor.summary))
    }
}

fn offer_heading(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let entry = visit.snapshot.offer(no);
    let offer = entry.data();
    html! {
        p.kind { span { (visit.words().label(offer.kind)) } }
        h1 { (localised::label(visit, &offer.title)) }
        @if offer.valid_until.is_some_and(|until| until < visit.today()) { p.notice { (visit.say("offer-over")) } }
        p { strong { (localised::name(&visit.snapshot.actor(entry.actor()).data().name)) } }
        (localised::description(visit, &offer.description))
    }
}

fn event_heading(visit: &Visit<'_>, no: EventNo) -> Markup {
    let event = visit.snapshot.event(no).data();
    let next = visit.snapshot.next_date(no, visit.now);
    html! {
        p.kind { span { (visit.say("event")) } @if let Some(date) = next { (event_state(visit, no, date)) } }
        h1 { (localised::label(visit, &event.title)) }
        (event_notice(visit, no))
        @for host in visit.snapshot.hosts_of(no).take(SHOWN) {
            p { strong { (localised::name(&visit.snapshot.actor(host).data().name)) } }
        }
        (localised::description(visit, &event.description))
    }
}

fn actor_details(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let entry = visit.snapshot.actor(no);
    let actor = entry.data();
    let today = visit.today();
    let is_over = |no: &OfferNo| visit.snapshot.offer(*no).data().valid_until.is_some_and(|until| until < today);
    let offers: Vec<OfferNo> = visit.snapshot.offers_of(no).filter(|no| !is_over(no)).take(SHOWN).collect();
    html! {
        (detail(visit, "offers", !offers.is_empty(), &html! {
            ul.plain {
                @for offer in &offers {
                    li {
                        (localised::label(visit, &visit.snapshot.offer(*offer).data().title))
                        @if let Some(times) = offer_times(visit, *offer) { ": " strong { (times) } }
                        @if let Some(availability) = availability(visit, *offer) { " " (availability) }
                    }
                }
            }
        }))
        @if let Some(opening_hours) = &actor.opening_hours {
            (detail(visit, "opening-hours", true, &html! {
                (hours::table(visit, opening_hours))
                @if actor.by_appointment == Some(true) { p { (visit.say("by-appointment")) } }
            }))
        }
        (place(visit, actor.address.as_deref(), Some(no)))
        (languages(visit, &actor.languages))
        (target_groups(visit, &actor.target_groups))
        @if let Some(openness) = &actor.openness { (openness_details(visit, openness)) }
        (reach(visit, no))
        (good_to_know(visit, no))
    }
}

fn offer_details(visit: &Visit<'_>, no: OfferNo) -> Markup {
    let entry = visit.snapshot.offer(no);
    let (offer, giver, words) = (entry.data(), entry.actor(), visit.words());
    let is_over = offer.valid_until.is_some_and(|until| until < visit.today());
    html! {
        @if let Some(availability) = availability(visit, no).filter(|_| !is_over) {
            (detail(visit, "availability", true, &availability))
        }
        (detail(visit, "schedule", offer.schedule.is_some() || offer.valid_from.is_some() || offer.valid_until.is_some(), &html! {
            @if let Some(schedule) = &offer.schedule { (hours::schedule(visit, schedule)) }
            @if let Some(from) = offer.valid_from { p { (visit.say("valid-from")) ": " (words.date(from)) } }
            @if let Some(until) = offer.valid_until { p { (visit.say("valid-until")) ": " (words.date(until)) } }
        }))
        (place(visit, visit.snapshot.venue_of_offer(no).as_ref(), Some(giver)))
        (languages(visit, &offer.languages))
        (target_groups(visit, &offer.target_groups))
        (activity::admission(visit, offer))
        (detail(visit, "cost", !offer.cost.is_empty(), &localised::label(visit, &offer.cost)))
        (activity::registration_detail(visit, offer))
        @if let Some(link) = &offer.registration_url { (detail(visit, "registration-link", true, &web_address(link))) }
        (reach(visit, giver))
        (good_to_know(visit, giver))
    }
}

fn event_details(visit: &Visit<'_>, no: EventNo) -> Markup {
    let event = visit.snapshot.event(no).data();
    let host = visit.snapshot.hosts_of(no).next();
    let ahead = visit.now + chrono::TimeDelta::days(366);
    let mut dates: Vec<EventDate> = visit.snapshot.dates_of(no, Some(visit.now), Some(ahead)).take(SHOWN).collect();
    if dates.is_empty() {
        dates
            .extend(visit.snapshot.next_date(no, visit.now).or_else(|| visit.snapshot.dates_of(no, None, None).next()));
    }
    html! {
        (detail(visit, "schedule", !dates.is_empty(), &html! {
            ul.plain.dates { @for date in &dates { li { (event_time(visit, no, *date)) (cancelled_mark(visit, no)) } } }
        }))
        (place(visit, visit.snapshot.venue_of_event(no).as_ref(), host))
        (languages(visit, &event.languages))
        (target_groups(visit, &event.target_groups))
        @if let Some(link) = &event.registration_url { (detail(visit, "registration-link", true, &web_address(link))) }
        @if let Some(host) = host { (reach(visit, host)) (good_to_know(visit, host)) }
    }
}

fn place(visit: &Visit<'_>, address: Option<&domain::Address>, actor: Option<ActorNo>) -> Markup {
    let district = actor.and_then(|actor| visit.snapshot.actor(actor).based_in());
    detail(
        visit,
        "where",
        address.is_some() || district.is_some(),
        &html! {
            @if let Some(address) = address { (postal(address)) }
            @if let Some(district) = district { p { (localised::district(visit, district)) } }
        },
    )
}

fn languages(visit: &Visit<'_>, languages: &[domain::Language]) -> Markup {
    detail(visit, "languages", !languages.is_empty(), &html! { (language_names(visit, languages)) })
}

fn target_groups(visit: &Visit<'_>, groups: &[domain::vocabulary::TargetGroup]) -> Markup {
    let names: Vec<String> = groups.iter().map(|group| visit.words().label(*group)).collect();
    detail(visit, "target-groups", !groups.is_empty(), &html! { (names.join(visit.words().comma())) })
}

fn web_address(link: &domain::WebAddress) -> Markup {
    html! { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (link) } } }
}

/// The public contact of an actor; contact persons stay on its page, where they can take themselves off.
fn reach(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    detail(
        visit,
        "contact",
        actor.phone.is_some() || actor.email.is_some() || actor.website.is_some(),
        &html! {
            @if let Some(phone) = &actor.phone {
                p { a.call href=(telephone(phone.as_str())) { (icon(Icon::Phone)) bdi dir="ltr" { (phone) } } }
            }
            @if let Some(email) = &actor.email { p { a href={ "mailto:" (email) } { bdi dir="ltr" { (mailbox(email.as_str())) } } } }
            @if let Some(website) = &actor.website { p { (web_address(website)) } }
        },
    )
}

fn good_to_know(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let facts = facts(visit, visit.snapshot.actor(no).data());
    detail(visit, "good-to-know", !facts.is_empty(), &html! { (facts.join(visit.words().comma())) })
}
