//! The map beside the results, or in their place on small screens: a drawing of the districts, in whose place scripts put a map that moves.

use maud::{Markup, html};
use serde_json::json;

use crate::{Page, Visit, filters::Search, words::MAP};

/// The map of everything that is asked for, whatever page of the results is shown.
pub(super) fn map(visit: &Visit<'_>, search: &Search) -> Markup {
    let query = Search::of(search.filters.clone()).to_query();
    let said: serde_json::Map<String, serde_json::Value> =
        MAP.iter().map(|key| ((*key).to_owned(), json!(visit.words().forms(key).remove("")))).collect();
    let prefix = visit.locale.prefix();
    let drawing = if query.is_empty() { format!("{prefix}/map.svg") } else { format!("{prefix}/map.svg?{query}") };
    html! {
        div.mapbox {
            figure data-map data-query=(query) data-language=(visit.locale.tag()) data-prefix=(prefix)
                data-said=(serde_json::Value::Object(said)) {
                a.drawing data-picture href=(visit.path(&Page::Coverage)) {
                    img src=(drawing) alt=(visit.say("map-picture")) loading="lazy" width="800" height="700";
                }
                div.canvas data-canvas hidden {}
                figcaption { p data-chosen role="status" {} }
            }
        }
    }
}
