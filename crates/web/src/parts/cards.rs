//! An entry in a list of results: enough to tell whether it is the right one, and the number to call.

use directory::{ActorNo, DistrictNo, MatchReason, MatchSubject, text::DocumentPart};
use maud::{Markup, html};

use super::{
    activities, hours,
    icons::{Icon, icon},
    localised, shortlist,
};
use crate::{Page, Visit, filters::Shortlist, visit::profile_page};

/// How many themes and languages a card names before it counts the rest.
const NAMED: usize = 4;

/// How a list of entries stands on its page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting<'a> {
    /// Whether it stands right below the heading of the page.
    pub(crate) is_top: bool,
    /// From where distances are told.
    pub(crate) from: Option<domain::Position>,
    /// What is kept already, where entries can be kept.
    pub(crate) kept: Option<&'a Shortlist>,
}

/// A list of entries, with why a text found each, as far as that is known.
pub(crate) fn list(
    visit: &Visit<'_>,
    actors: &[ActorNo],
    reasons: &[Vec<MatchReason>],
    setting: Setting<'_>,
) -> Markup {
    html! {
        ol.cards {
            @for (at, actor) in actors.iter().enumerate() {
                li { (card(visit, *actor, reasons.get(at).map_or(&[], Vec::as_slice), setting)) }
            }
        }
    }
}

/// An entry in a list.
pub(crate) fn card(visit: &Visit<'_>, no: ActorNo, reasons: &[MatchReason], setting: Setting<'_>) -> Markup {
    let entry = visit.snapshot.actor(no);
    let actor = entry.data();
    let distance = setting.from.zip(actor.location).map(|(from, to)| from.distance_metres(to.position));
    html! {
        article.card {
            p.kind { (kind(visit, actor.kind)) (hours::badge(visit, no)) }
            @let name = html! { a href=(shortlist::carry(visit.profile(no), setting.kept)) { (localised::name(&actor.name)) } };
            @if setting.is_top { h2 { (name) } } @else { h3 { (name) } }
            (shortlist::tick(visit, &profile_page(visit.snapshot, no), &html! { (localised::name(&actor.name)) }, setting.kept))
            (localised::summary(visit, &actor.summary))
            @if let Some(phone) = &actor.phone {
                a.call href=(telephone(phone.as_str())) {
                    (icon(Icon::Phone)) span.unseen { (visit.say("call")) " " (localised::name(&actor.name)) ": " }
                    bdi dir="ltr" { (phone) }
                }
            }
            ul.facts {
                @for reason in reasons.iter().filter_map(|it| match_line(visit, no, it)) {
                    li.match { (icon(Icon::Check)) span { (reason) } }
                }
                @if let Some(place) = place(visit, no) {
                    li { (icon(Icon::Place)) span { (place) @if let Some(metres) = distance {
                        " · " (visit.words().distance(metres))
                    } } }
                }
                @if !actor.languages.is_empty() {
                    li { (icon(Icon::Speech)) span { span.unseen { (visit.say("languages")) ": " } (languages(visit, &actor.languages)) } }
                }
            }
            @if !entry.themes().is_empty() {
                ul.tags aria-label=(visit.say("themes")) {
                    @for theme in entry.themes().iter().take(NAMED) {
                        li { a href=(theme_path(visit, *theme)) { (localised::theme(visit, *theme)) } }
                    }
                    @if let Some(more) = entry.themes().len().checked_sub(NAMED).filter(|more| *more > 0) {
                        li.more { (visit.count("more", more as u64)) }
                    }
                }
            }
        }
    }
}

/// What a text was found in, where the card does not show it anyway: "Angebot: Formularhilfe, Di 10–12 Uhr".
fn match_line(visit: &Visit<'_>, no: ActorNo, reason: &MatchReason) -> Option<Markup> {
    let entry = visit.snapshot.actor(no);
    let actor = entry.data();
    let part = reason.part;
    Some(match reason.subject.as_ref()? {
        MatchSubject::AlternativeName(at) => html! {
            (visit.say("match-name")) ": " bdi { (actor.alternative_names.get(*at)?) }
        },
        MatchSubject::Offer(no) => {
            let offer = visit.snapshot.offer(*no).data();
            let times = offer.schedule.as_ref().and_then(|schedule| hours::row(visit, schedule));
            html! {
                (visit.say("match-offer")) ": "
                a href=(visit.offer(*no)) { strong { (localised::label(visit, &offer.title)) } }
                @if let Some(times) = times { (visit.words().comma()) (times) }
            }
        }
        MatchSubject::Event(no) => {
            let next = visit.snapshot.next_date(*no, visit.now);
            html! {
                (visit.say("match-event")) ": "
                a href=(visit.event(*no)) { strong { (localised::label(visit, &visit.snapshot.event(*no).data().title)) } }
                @if let Some(next) = next { (visit.words().comma()) (activities::event_time(visit, *no, next)) (activities::cancelled_mark(visit, *no)) }
            }
        }
        MatchSubject::Address => {
            html! { (visit.say("match-address")) ": " bdi { (actor.address.as_ref()?.to_line()) } }
        }
        MatchSubject::Sentence(_) if part == DocumentPart::Summary => return None,
        MatchSubject::Sentence(sentence) => html! { q dir="auto" { (sentence) } },
        MatchSubject::TargetGroup(group) => html! { (visit.say("target-groups")) ": " (visit.words().label(*group)) },
        MatchSubject::Language(tag) => match actor.languages.iter().position(|known| known == tag) {
            Some(at) if at > NAMED => html! { (visit.say("languages")) ": " (visit.words().language(tag)) },
            _ => return None,
        },
        MatchSubject::Theme(no) => match entry.themes().iter().position(|known| known == no) {
            Some(at) if at < NAMED => return None,
            _ => html! { (visit.say("themes")) ": " (localised::theme(visit, *no)) },
        },
        MatchSubject::District(district) => {
            if places(visit, no).iter().any(|place| visit.snapshot.district(*place).lineage().contains(district)) {
                return None;
            }
            html! { (visit.say("active-in")) ": " (localised::district(visit, *district)) }
        }
        MatchSubject::Phone => return None,
    })
}

/// What an actor is: the type, and its kind where that says more.
pub(crate) fn kind(visit: &Visit<'_>, kind: domain::ActorKind) -> Markup {
    html! { span { (visit.words().actor_type(kind.actor_type())) " · " (visit.words().kind(kind)) } }
}

/// The districts that a card names: that of the seat, else some it works in.
fn places(visit: &Visit<'_>, no: ActorNo) -> Vec<DistrictNo> {
    let entry = visit.snapshot.actor(no);
    let active = || entry.active_in().iter().copied().take(NAMED).collect();
    entry.based_in().map_or_else(active, |seat| vec![seat])
}

/// Where an actor is based, else where it works.
fn place(visit: &Visit<'_>, no: ActorNo) -> Option<Markup> {
    let places = places(visit, no);
    if let Some(seat) = visit.snapshot.actor(no).based_in() {
        return Some(localised::district(visit, seat));
    }
    (!places.is_empty()).then(|| {
        html! {
            (visit.say("active-in")) ": "
            @for (at, district) in places.iter().enumerate() {
                @if at > 0 { (visit.words().comma()) }
                (localised::district(visit, *district))
            }
        }
    })
}

fn languages(visit: &Visit<'_>, languages: &[domain::Language]) -> String {
    let mut names: Vec<String> =
        languages.iter().take(NAMED + 1).map(|language| visit.words().language(language)).collect();
    if let Some(more) = languages.len().checked_sub(NAMED + 1).filter(|more| *more > 0) {
        names.push(visit.count("more", more as u64).into_owned());
    }
    names.join(visit.words().comma())
}

/// The path of a theme's page.
pub(crate) fn theme_path(visit: &Visit<'_>, theme: directory::ThemeNo) -> String {
    visit.path(&Page::Theme(visit.snapshot.theme(theme).data().slug.to_string()))
}

/// The path of a district's page.
pub(crate) fn district_path(visit: &Visit<'_>, district: DistrictNo) -> String {
    visit.path(&Page::District(visit.snapshot.district(district).data().slug.to_string()))
}

/// An e-mail address, which breaks best before its host where a line is too short for it.
pub(crate) fn mailbox(address: &str) -> Markup {
    let at = address.rfind('@').map_or(0, |at| at + 1);
    html! { (address[..at]) wbr; (breakable(&address[at..])) }
}

/// A name of a host with what is below it, in lines that end behind a full stop or slash.
pub(crate) fn breakable(address: &str) -> Markup {
    html! {
        @for (at, part) in address.split_inclusive('/').flat_map(|part| part.split_inclusive('.')).enumerate() {
            @if at > 0 { wbr; }
            (part)
        }
    }
}

/// A telephone number as an address (RFC 3966); of what is none its digits and a leading plus.
pub(crate) fn telephone(number: &str) -> String {
    match number.parse::<domain::PhoneNumber>() {
        Ok(number) => number.link(),
        Err(_) => {
            let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            format!("tel:{digits}")
        }
    }
}
