//! `/graphql` in a browser: how to ask. With scripts the explorer takes the place of all this; without them, or when
//! they fail, it is what there is.

use http::StatusCode;
use maud::{Markup, html};
use serde_json::json;
use url::form_urlencoded;

use crate::{
    Answer, Locale, Visit, assets,
    parts::{
        layout::{Head, document},
        localised,
    },
};

/// The question of the mission, as the README asks it.
const QUESTION: &str = r#"{
  organisations(filter: {themes: ["language"], districts: ["wanne"]}, first: 2) {
    totalCount
    nodes { name basedIn { name } cooperations(first: 1) { nodes { kind since partner { name } } } }
  }
}"#;

/// Answers a browser. There is one address for all languages: the page has the one that the browser prefers.
pub(crate) fn at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    if path != "/graphql" {
        return None;
    }
    let visit = &Visit { locale: visit.preferred.unwrap_or(Locale::De), ..*visit };
    let title = visit.say("explorer-title");
    let head = Head { title: title.clone().into_owned(), unlisted: true, ..Head::default() };
    let said = json!({
        "title": localised::plain(visit, &visit.snapshot.settings().title),
        "question": QUESTION,
        "style": assets::address("explorer.css"),
    });
    let content = html! {
        div.hero.slim { div.wide { h1 { (title) } p.lead { (visit.say("explorer-lead")) } } }
        div.wide.narrow.prose data-explorer=(said) { (help(visit)) }
        script type="module" src=(assets::address("explorer.js")) {}
    };
    Some(Answer::page(StatusCode::OK, document(visit, &head, &content)))
}

fn help(visit: &Visit<'_>) -> Markup {
    let query: String = form_urlencoded::byte_serialize(QUESTION.as_bytes()).collect();
    let origin = visit.origin;
    let command = format!(
        "curl -H 'Content-Type: application/json' \\\n  \
         -d '{{\"query\": \"{{ themes {{ slug label children {{ slug label }} }} }}\"}}' \\\n  {origin}/graphql"
    );
    html! {
        h2 { (visit.say("explorer-question")) }
        pre.code tabindex="0" dir="ltr" { (QUESTION) }
        p { a href={ "/graphql?query=" (query) } { (visit.say("explorer-ask")) } " " (visit.say("explorer-json")) }
        p { (visit.say("explorer-scope")) }
        h2 { (visit.say("explorer-command")) }
        pre.code tabindex="0" dir="ltr" { (command) }
        h2 { (visit.say("explorer-more")) }
        ul {
            li { a href="/graphql/schema" { (visit.say("explorer-schema")) } }
            li { (visit.say("explorer-changes")) " " bdi dir="ltr" { "/graphql/ws" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QUESTION;

    #[test]
    fn the_question_is_that_of_the_readme() {
        assert!(include_str!("../../../../README.md").contains(QUESTION));
    }
}
