//! What people do with a page beside reading it: share it, take it along on paper or in their address book.

use maud::{Markup, html};
use url::form_urlencoded;

use super::{
    icons::{Icon, icon},
    shortlist,
};
use crate::{Page, Visit, filters::Shortlist};

/// What the actions of a page are about.
#[derive(Debug)]
pub(crate) struct PageActions<'a> {
    /// The page itself.
    pub(crate) page: &'a Page,
    /// What it is called.
    pub(crate) title: &'a str,
    /// The path of its card for an address book, where it is somebody's.
    pub(crate) card: Option<&'a str>,
    /// What was kept before.
    pub(crate) kept: &'a Shortlist,
}

/// What can be done with an entry.
pub(crate) fn actions(visit: &Visit<'_>, of: &PageActions<'_>) -> Markup {
    let sheet = visit.path(&Page::Sheet(Box::new(of.page.clone())));
    html! {
        nav.actions aria-label=(visit.say("actions-label")) {
            ul {
                li { (share_link(visit, of.title, &visit.path(of.page))) }
                li { a.action href=(sheet) rel="nofollow" { (icon(Icon::Sheet)) (visit.say("sheet")) } }
                @if let Some(list) = shortlist::extend(visit, of.page, of.kept) {
                    li { a.action href=(list) rel="nofollow" { (icon(Icon::Star)) (visit.say("shortlist-add")) } }
                }
                @if let Some(card) = of.card {
                    li { a.action href=(card) type="text/vcard" download rel="nofollow" { (icon(Icon::Card)) (visit.say("contact-card")) } }
                }
            }
        }
    }
}

/// Shares an address: a mail, which scripts exchange for what the device has, or for a copy of the address.
pub(crate) fn share_link(visit: &Visit<'_>, title: &str, path: &str) -> Markup {
    link(visit, title, path, &html! {})
}

/// The same in a list, where its name says what is shared.
pub(crate) fn share_link_of_many(visit: &Visit<'_>, title: &str, path: &str) -> Markup {
    link(visit, title, path, &html! { span.unseen { ": " bdi { (title) } } })
}

fn link(visit: &Visit<'_>, title: &str, path: &str, name: &Markup) -> Markup {
    let address = format!("{}{path}", visit.origin);
    let (subject, body) = (mail_part(title), mail_part(&format!("{title}\n{address}")));
    html! {
        a.action href={ "mailto:?subject=" (subject) "&body=" (body) } data-share=(address) data-title=(title)
            data-copied=(visit.say("share-copied")) {
            (icon(Icon::Share)) (visit.say("share")) (name)
        }
    }
}

/// A part of a `mailto` address, in which a plus is a plus (RFC 6068).
fn mail_part(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// Prints the page; without scripts browsers have a way of their own, so the button is then not there.
pub(crate) fn print_button(visit: &Visit<'_>) -> Markup {
    html! { button.quiet type="button" hidden data-print { (icon(Icon::Print)) (visit.say("print")) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mailed_arrives_as_it_was_written() {
        assert_eq!(mail_part("Tee & Kuchen +\nä"), "Tee%20%26%20Kuchen%20%2B%0A%C3%A4");
    }
}
