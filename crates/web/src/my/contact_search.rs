//! `/contacts`: whom network partners may speak to at an entry. The public's pages show only who agreed to stand there;
//! who agreed to be shown to partners is found here, after signing in.

use directory::ActorNo;
use domain::publication::PublicContact;
use http::StatusCode;
use maud::{Markup, html};

use super::page::page;
use crate::{Answer, Visit, account::address::address, pages::profile::contact::person, parts::localised};

/// The path of the page.
const PATH: &str = "/contacts";
/// The longest question, in characters.
const LENGTH: usize = 200;

/// An entry that was found, with whom to speak to there.
#[derive(Clone, Debug)]
pub struct EntryContacts {
    /// Which entry.
    pub actor: ActorNo,
    /// The values of its people that the reader may see.
    pub contacts: Vec<PublicContact>,
}

/// The page; `found` is `None` where nothing was asked for.
pub fn contact_search(visit: &Visit<'_>, text: &str, found: Option<&[EntryContacts]>) -> Answer {
    let content = html! {
        p { (visit.say("my-contact-search-lead")) }
        (form(visit, text))
        @if let Some(found) = found {
            @if found.is_empty() { p role="status" { (visit.say("my-contact-search-none")) } }
            ul.holdings { @for entry in found { li { (entry_contacts(visit, entry)) } } }
        }
    };
    page(visit, StatusCode::OK, &visit.say("my-contact-search"), PATH, &content)
}

/// The form that asks for entries by a name, theme, district or whatever else is a question.
pub(super) fn form(visit: &Visit<'_>, text: &str) -> Markup {
    html! {
        search {
            form.suggest action=(PATH) method="get" {
                input type="hidden" name="language" value=(visit.locale.tag());
                div.row {
                    label for="contact-search" { (visit.say("my-contact-search-label")) }
                    input id="contact-search" name="text" type="search" value=(text) maxlength=(LENGTH) dir="auto"
                        autocomplete="off" enterkeyhint="search";
                }
                p { button.button.strong type="submit" { (visit.say("search-button")) } }
            }
        }
    }
}

fn entry_contacts(visit: &Visit<'_>, entry: &EntryContacts) -> Markup {
    html! {
        div {
            h2 { a href=(visit.profile(entry.actor)) { (localised::name(&visit.snapshot.actor(entry.actor).data().name)) } }
            @if entry.contacts.is_empty() { p.hinted { (visit.say("my-contact-search-nobody")) } }
            @for contact in &entry.contacts { (person(contact)) }
        }
    }
}

/// The way to the page, where one's own entries are.
pub(super) fn section(visit: &Visit<'_>) -> Markup {
    html! {
        section.setting id="contacts" {
            h2 { a href=(address(visit, PATH)) { (visit.say("my-contact-search")) } }
            p { (visit.say("my-contact-search-lead")) }
            (form(visit, ""))
        }
    }
}
