//! When there is no page to show: what is the matter, and where to go on.

use http::StatusCode;
use maud::html;

use crate::{
    Answer, Visit,
    filters::Search,
    parts::{
        layout::{Head, document},
        searchbox::searchbox,
    },
};

/// A page for a status that is no success.
pub(crate) fn answer(visit: &Visit<'_>, status: StatusCode) -> Answer {
    let (title, text) = match status {
        StatusCode::NOT_FOUND => ("not-found-title", "not-found-text"),
        StatusCode::GONE => ("gone-title", "gone-text"),
        StatusCode::FORBIDDEN => ("forbidden-title", "forbidden-text"),
        StatusCode::BAD_REQUEST | StatusCode::REQUEST_TIMEOUT | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            ("bad-request-title", "bad-request-text")
        }
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large-title", "too-large-text"),
        StatusCode::SERVICE_UNAVAILABLE => ("busy-title", "busy-text"),
        _ => ("fault-title", "fault-text"),
    };
    let head = Head { title: visit.say(title).into_owned(), unlisted: true, ..Head::default() };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say(title)) } p.lead { (visit.say(text)) } (searchbox(visit, &Search::default())) } }
    };
    Answer::page(status, document(visit, &head, &content))
}
