//! The field in which readers type what they look for.

use maud::{Markup, html};

use super::icons::{Icon, icon};
use crate::{Page, Visit};

/// The id of the form; what stands elsewhere on the page joins it by that name.
pub(crate) const FORM: &str = "search";

/// The form with its text field.
pub(crate) fn searchbox(visit: &Visit<'_>, text: &str) -> Markup {
    html! {
        search {
            form.searchbox id=(FORM) action=(visit.path(&Page::Search)) method="get" {
                label for="text" { (visit.say("search-label")) }
                div.field {
                    input id="text" name="text" type="search" value=(text) autocomplete="off" enterkeyhint="search"
                        placeholder=(visit.say("search-placeholder"));
                    button type="submit" { (icon(Icon::Search)) span { (visit.say("search-button")) } }
                }
            }
        }
    }
}
