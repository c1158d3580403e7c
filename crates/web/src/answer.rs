//! From a request to bytes.

use std::time::Duration;

use bytes::Bytes;
use domain::DemandKey;
use http::StatusCode;

use crate::{
    Page, Visit,
    filters::{ParameterError, Search},
    pages,
};

/// How long an answer stays right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// As long as the directory does not change.
    Unchanged,
    /// As long, and no longer than the minute: it tells who is open now.
    ThisMinute,
}

/// What a request is answered with.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// `Content-Type`.
    pub media_type: &'static str,
    /// Where to go instead, a path of this service.
    pub location: Option<String>,
    /// How long to wait before asking again, where that would help.
    pub retry_after: Option<Duration>,
    /// The body.
    pub body: Bytes,
    /// How long it stays right.
    pub lasts: Lasts,
    /// What was asked for and is not found, to be counted.
    pub unmet: Vec<DemandKey>,
}

const HTML: &str = "text/html; charset=utf-8";

impl Answer {
    fn new(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>, lasts: Lasts) -> Self {
        Self { status, media_type, location: None, retry_after: None, body: body.into(), lasts, unmet: Vec::new() }
    }

    pub(crate) fn page(status: StatusCode, html: String) -> Self {
        Self::new(status, HTML, html, Lasts::ThisMinute)
    }

    pub(crate) fn file(media_type: &'static str, text: String) -> Self {
        Self::new(StatusCode::OK, media_type, text, Lasts::Unchanged)
    }

    /// Whether it is a page, which people read.
    pub fn is_page(&self) -> bool {
        self.media_type == HTML
    }

    /// Sends to another address for good.
    pub(crate) fn moved_permanently(location: String) -> Self {
        Self::elsewhere(StatusCode::MOVED_PERMANENTLY, location)
    }

    /// Sends to another address this time.
    pub fn elsewhere(status: StatusCode, location: String) -> Self {
        Self { location: Some(location), ..Self::new(status, HTML, Bytes::new(), Lasts::Unchanged) }
    }
}

/// Answers a request. `path` is the whole path, the language is [`Visit::locale`]; see [`crate::Locale::of_path`].
pub fn answer(visit: &Visit<'_>, path: &str, query: &str) -> Answer {
    let (_, rest) = crate::Locale::of_path(path);
    let Some(page) = Page::from_path(rest) else {
        let file = pages::sitemap::at(visit, path)
            .or_else(|| pages::robots::at(visit, path))
            .or_else(|| pages::event::calendar_at(visit, path))
            .or_else(|| pages::profile::card_at(visit, path))
            .or_else(|| pages::map_picture::at(visit, path, query))
            .or_else(|| crate::embedding::at(visit, path, query))
            .or_else(|| crate::console::words_at(path))
            .or_else(|| pages::explorer::at(visit, path));
        return match file {
            Some(file) => file,
            None => match Page::canonical_path(path) {
                Some(straight) if query.is_empty() => Answer::moved_permanently(straight),
                Some(straight) => Answer::moved_permanently(format!("{straight}?{query}")),
                None => not_found(visit),
            },
        };
    };
    match page {
        Page::Search => pages::search::answer(visit, query),
        Page::Profile(actor_type, slug) => pages::profile::answer(visit, actor_type, &slug, query),
        Page::Theme(slug) => pages::theme::answer(visit, &slug),
        Page::District(slug) => pages::district::answer(visit, &slug),
        Page::Offers => pages::offers::answer(visit, query),
        Page::Offer(slug) => pages::offer::answer(visit, &slug, query),
        Page::Events => pages::events::answer(visit, query),
        Page::Event(slug) => pages::event::answer(visit, &slug, query),
        Page::Project(slug) => pages::project::answer(visit, &slug),
        Page::Sheet(page) => pages::sheet::answer(visit, &page),
        Page::Shortlist => pages::shortlist::answer(visit, query),
        Page::Coverage => pages::coverage::answer(visit, query),
        Page::Cooperation => pages::cooperation::answer(visit, query),
        Page::SuggestChange => pages::suggest_change::answer(visit, query),
        Page::EmbedBuilder => pages::embed_builder::answer(visit, query),
        Page::Imprint => pages::texts::imprint(visit),
        Page::Privacy => pages::texts::privacy(visit),
    }
}

/// There is nothing at this address.
pub fn not_found(visit: &Visit<'_>) -> Answer {
    pages::trouble::answer(visit, StatusCode::NOT_FOUND)
}

/// What was here is no longer published.
pub fn gone_page(visit: &Visit<'_>) -> Answer {
    pages::trouble::answer(visit, StatusCode::GONE)
}

/// Something is wrong with a request, or on our side: 400 (also for 408 and 415), 403, 413, 500 and 503 have
/// words of their own.
pub fn trouble(visit: &Visit<'_>, status: StatusCode) -> Answer {
    pages::trouble::answer(visit, status)
}

/// What of an address cannot be asked, and what can.
pub fn mistaken(visit: &Visit<'_>, mistake: &ParameterError) -> Answer {
    pages::search::mistaken(visit, &Search::default(), std::slice::from_ref(mistake))
}

/// The form for suggesting a change again, with what was typed and what is wrong with it.
pub fn suggestion_refusal(visit: &Visit<'_>, refused: &crate::suggestion::RejectedSuggestion) -> Answer {
    pages::suggest_change::refusal_page(visit, refused)
}
