//! The map beside the results, or in their place on small screens: a drawing of the districts, in whose place scripts put a map that moves.

use maud::{Markup, html};
use serde_json::{Map, Value, json};

use crate::{
    Page, Visit,
    filters::{ParameterError, Search},
    words::MAP,
};

/// Up to how many results those are counted who stand nowhere on the map.
const COUNTED_RESULTS: u64 = 1_000;

/// What a map says by itself.
pub(crate) fn map_words(visit: &Visit<'_>) -> Value {
    MAP.iter().map(|key| ((*key).to_owned(), json!(visit.words().forms(key).remove("")))).collect::<Map<_, _>>().into()
}

/// The map of everything that is asked for, whatever page of the results is shown.
pub(super) fn map(visit: &Visit<'_>, search: &Search, total: u64) -> Result<Markup, ParameterError> {
    let question = search.actor_question(visit.now);
    let is_counted = total <= COUNTED_RESULTS;
    let off_map = if is_counted { visit.snapshot.count_off_map(question.actor_type, &question.filter)? } else { 0 };
    let query = Search::of(search.filters.clone()).to_query();
    let prefix = visit.locale.prefix();
    let drawing = if query.is_empty() { format!("{prefix}/map.svg") } else { format!("{prefix}/map.svg?{query}") };
    Ok(html! {
        div.mapbox {
            figure data-map data-query=(query) data-language=(visit.locale.tag()) data-prefix=(prefix)
                data-said=(map_words(visit)) {
                a.drawing data-picture href=(visit.path(&Page::Coverage)) {
                    img src=(drawing) alt=(visit.say("map-picture")) loading="lazy" width="800" height="700";
                }
                div.canvas data-canvas hidden {}
                figcaption {
                    p.note data-off-map { @if off_map > 0 { (visit.count("map-off", off_map)) } }
                    p data-chosen role="status" {}
                }
            }
        }
    })
}
