//! The field in which readers type what they look for.

use maud::{Markup, html};
use serde_json::{Map, Value};

use super::icons::{Icon, icon};
use crate::{
    Visit,
    filters::{Listing, Search},
    words::SUGGESTIONS,
};

/// The id of the form; what stands elsewhere on the page joins it by that name.
pub(crate) const FORM: &str = "search";

/// What the field says by itself where a script makes it suggest.
fn suggestion_words(visit: &Visit<'_>) -> Value {
    SUGGESTIONS.iter().map(|key| ((*key).to_owned(), visit.words().text_or_forms(key))).collect::<Map<_, _>>().into()
}

/// The form with its text field. Of a question that was read it keeps what was left of it, so that filters can be
/// chosen without reading it again.
pub(crate) fn searchbox(visit: &Visit<'_>, search: &Search) -> Markup {
    html! {
        search {
            form.searchbox id=(FORM) action=(visit.path(&search.listing.page())) method="get"
                data-suggestions=(suggestion_words(visit)) {
                label for="text" { (visit.say("search-label")) }
                div.field {
                    input id="text" name="text" type="search" value=(search.typed_text()) autocomplete="off" enterkeyhint="search"
                        placeholder=(visit.say(placeholder(search.listing)));
                    button type="submit" { (icon(Icon::Search)) span { (visit.say("search-button")) } }
                }
                @if let Some(question) = &search.question {
                    input type="hidden" name="question" value=(question);
                    input type="hidden" name="rest" value=(search.filters.text.as_deref().unwrap_or_default());
                }
            }
        }
    }
}

/// Examples of what finds something in a list.
const fn placeholder(listing: Listing) -> &'static str {
    match listing {
        Listing::Actors | Listing::Offers => "search-placeholder",
        Listing::Events => "search-placeholder-events",
    }
}
