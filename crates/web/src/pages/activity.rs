//! What the pages of an offer, an event and a project have in common.

use directory::ActorNo;
use domain::{Address, Language, Offer, ThemeId, WebAddress, vocabulary::TargetGroup};
use maud::{Markup, html};

use super::profile::contact::postal;
use crate::{
    Visit,
    parts::{
        activities::detail,
        cards::{district_path, mailbox, telephone, theme_path},
        icons::{Icon, icon},
        localised,
    },
};

/// How many actors are named; a profile of each is one tap away.
const NAMED: usize = 30;

/// The way to register on the web, as a large link.
pub(super) fn registration(visit: &Visit<'_>, link: Option<&WebAddress>) -> Markup {
    html! {
        @if let Some(link) = link {
            li { a.way href=(link) rel="noopener external nofollow" {
                (icon(Icon::Check)) span { (visit.say("registration-link")) }
            } }
        }
    }
}

/// Where it takes place, as precisely as that is told, and in which district.
pub(super) fn place(visit: &Visit<'_>, venue: Option<&Address>, actor: Option<ActorNo>) -> Markup {
    let district = actor.and_then(|actor| visit.snapshot.actor(actor).based_in());
    html! {
        @if venue.is_some() || district.is_some() {
            section.box {
                h2 { (icon(Icon::Place)) (visit.say("where")) }
                @if let Some(venue) = venue { (postal(venue)) }
                @if let Some(district) = district {
                    p { (visit.say("based-in")) ": " a href=(district_path(visit, district)) { (localised::district(visit, district)) } }
                }
            }
        }
    }
}

/// Whose it is, each with the profile and the number to call.
pub(super) fn actors(visit: &Visit<'_>, key: &str, actors: &[ActorNo]) -> Markup {
    html! {
        @if !actors.is_empty() {
            section.box {
                h2 { (icon(Icon::People)) (visit.say(key)) }
                @for no in actors.iter().take(NAMED) {
                    @let actor = visit.snapshot.actor(*no).data();
                    div.person {
                        p.name { a href=(visit.profile(*no)) { (localised::name(&actor.name)) } }
                        @if let Some(phone) = &actor.phone {
                            p { a href=(telephone(phone.as_str())) { (icon(Icon::Phone)) bdi dir="ltr" { (phone) } } }
                        }
                        @if let Some(email) = &actor.email {
                            p { a href={ "mailto:" (email) } { (icon(Icon::Mail)) bdi dir="ltr" { (mailbox(email.as_str())) } } }
                        }
                    }
                }
                @if let Some(more) = actors.len().checked_sub(NAMED).filter(|more| *more > 0) {
                    p.small { (visit.count("more", more as u64)) }
                }
            }
        }
    }
}

/// Whether an offer says for what ages it is, whom it is not for, or which papers are needed.
pub(super) fn has_admission(offer: &Offer) -> bool {
    offer.ages().is_some() || !offer.exclusions.is_empty() || !offer.documents.is_empty()
}

/// For what ages an offer is, whom it is not for, and the papers one must bring.
pub(super) fn admission(visit: &Visit<'_>, offer: &Offer) -> Markup {
    let words = visit.words();
    let years = |age: u8| words.number(age.into());
    let ages = match (offer.minimum_age, offer.maximum_age) {
        (Some(least), Some(most)) if least == most => years(least),
        (Some(least), Some(most)) => {
            words.with("ages-between", [("least", years(least).into()), ("most", years(most).into())]).into_owned()
        }
        (Some(least), None) => visit.with("ages-from", "least", &years(least)).into_owned(),
        (None, Some(most)) => visit.with("ages-to", "most", &years(most)).into_owned(),
        (None, None) => String::new(),
    };
    html! {
        (detail(visit, "ages", !ages.is_empty(), &html! { (ages) }))
        (detail(visit, "exclusions", !offer.exclusions.is_empty(), &localised::label(visit, &offer.exclusions)))
        (detail(visit, "documents", !offer.documents.is_empty(), &localised::label(visit, &offer.documents)))
    }
}

/// The ways to register for an offer, and how, in words.
pub(super) fn registration_words(visit: &Visit<'_>, offer: &Offer) -> Markup {
    html! {
        @if !offer.registration_methods.is_empty() {
            p {
                @for (at, method) in offer.registration_methods.iter().enumerate() {
                    @if at > 0 { (visit.words().comma()) }
                    (visit.words().label(*method))
                }
            }
        }
        @if !offer.registration.is_empty() { p { (localised::label(visit, &offer.registration)) } }
    }
}

/// The same as a line of details.
pub(super) fn registration_detail(visit: &Visit<'_>, offer: &Offer) -> Markup {
    let is_said = !offer.registration.is_empty() || !offer.registration_methods.is_empty();
    detail(visit, "registration", is_said, &registration_words(visit, offer))
}

/// What its actor says of money, appointments and access.
pub(super) fn good_to_know(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let facts = super::profile::facts(visit, visit.snapshot.actor(no).data());
    html! {
        @if !facts.is_empty() {
            section.box {
                h2 { (icon(Icon::Check)) (visit.say("good-to-know")) }
                ul.ticks { @for fact in &facts { li { (fact) } } }
            }
        }
    }
}

/// What it is about, in which languages, and for whom.
pub(super) fn topics(visit: &Visit<'_>, themes: &[ThemeId], languages: &[Language], groups: &[TargetGroup]) -> Markup {
    let themes = visit.snapshot.listed_themes(themes);
    html! {
        @if !languages.is_empty() {
            h2 { (visit.say("languages")) }
            ul.plain.inline { @for language in languages { li { (visit.words().language(language)) } } }
        }
        @if !groups.is_empty() {
            h2 { (visit.say("target-groups")) }
            ul.plain.inline { @for group in groups { li { (visit.words().label(*group)) } } }
        }
        @if !themes.is_empty() {
            h2 { (visit.say("themes")) }
            ul.tags.large {
                @for theme in &themes { li { a href=(theme_path(visit, *theme)) { (localised::theme(visit, *theme)) } } }
            }
        }
    }
}

/// Where to read more.
pub(super) fn website(visit: &Visit<'_>, link: &WebAddress) -> Markup {
    html! {
        h2 { (visit.say("website")) }
        p { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (link) } } }
    }
}
