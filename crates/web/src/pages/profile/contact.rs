//! How to reach somebody: what everybody looks for stands first and large.

use directory::ActorNo;
use domain::{Actor, publication::PublicContact};
use maud::{Markup, html};

use crate::{
    Visit,
    parts::{
        cards::{breakable, district_path, mailbox, telephone},
        icons::{Icon, icon},
        localised,
    },
};

/// Telephone, mail and website as large links.
pub(super) fn ways(visit: &Visit<'_>, actor: &Actor) -> Markup {
    if actor.phone.is_none() && actor.email.is_none() && actor.website.is_none() {
        return html! {};
    }
    html! {
        ul.ways.contact aria-label=(visit.say("contact")) {
            @if let Some(phone) = &actor.phone {
                li {
                    a.way.first href=(telephone(phone.as_str())) {
                        (icon(Icon::Phone)) span { span.what { (visit.say("call")) } bdi dir="ltr" { (phone) } }
                    }
                }
            }
            @if let Some(email) = &actor.email {
                li {
                    a.way href={ "mailto:" (email) } {
                        (icon(Icon::Mail)) span { span.what { (visit.say("write")) } bdi dir="ltr" { (mailbox(email.as_str())) } }
                    }
                }
            }
            @if let Some(website) = &actor.website {
                li {
                    a.way href=(website) rel="noopener external nofollow" {
                        (icon(Icon::Web)) span { span.what { (visit.say("website")) } bdi dir="ltr" { (breakable(bare(website.as_str()))) } }
                    }
                }
            }
        }
    }
}

/// An address of the web as people say it.
fn bare(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}

/// Address and district.
pub(super) fn place(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let entry = visit.snapshot.actor(no);
    let (address, based_in) = (&entry.data().address, entry.based_in());
    let social = &entry.data().social_links;
    html! {
        @if address.is_some() || based_in.is_some() || !social.is_empty() {
            section.box {
                h2 { (icon(Icon::Place)) (visit.say("where")) }
                @if let Some(address) = address { (postal(address)) }
                @if let Some(district) = based_in {
                    p { (visit.say("based-in")) ": " a href=(district_path(visit, district)) { (localised::district(visit, district)) } }
                }
                @if !social.is_empty() {
                    h3 { (visit.say("social-links")) }
                    ul.plain {
                        @for link in social {
                            li { a href=(link) rel="noopener external nofollow" { bdi dir="ltr" { (bare(link.as_str())) } } }
                        }
                    }
                }
            }
        }
    }
}

/// A postal address in the lines of an envelope.
pub(in crate::pages) fn postal(address: &domain::Address) -> Markup {
    let town = address.town();
    let lines = [address.extra.as_deref(), address.street.as_deref(), Some(town.as_str())];
    let lines: Vec<&str> = lines.into_iter().flatten().filter(|line| !line.is_empty()).collect();
    html! {
        @if !lines.is_empty() {
            address lang="de" {
                @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } bdi { (line) } }
            }
        }
    }
}

/// What may be known of a contact person.
pub(crate) fn person(contact: &PublicContact) -> Markup {
    html! {
        div.person {
            @if let Some(name) = &contact.name { p.name { bdi { (name) } } }
            @if let Some(role) = &contact.role { p.small { bdi { (role) } } }
            @if let Some(phone) = &contact.phone {
                p { a href=(telephone(phone)) { (icon(Icon::Phone)) bdi dir="ltr" { (phone) } } }
            }
            @if let Some(email) = &contact.email {
                p { a href={ "mailto:" (email) } { (icon(Icon::Mail)) bdi dir="ltr" { (mailbox(email.as_str())) } } }
            }
        }
    }
}

/// The contact persons, as far as they agreed to stand here.
pub(super) fn persons(visit: &Visit<'_>, no: ActorNo) -> Markup {
    let mut persons = visit.snapshot.contacts_of(no).peekable();
    html! {
        @if persons.peek().is_some() {
            section.box {
                h2 { (icon(Icon::People)) (visit.say("contact-persons")) }
                @for contact in persons { (person(contact)) }
            }
        }
    }
}
