//! `/oembed`: a link of this service as a frame, so that pasting it is enough (oembed.com, type `rich`).

use http::StatusCode;
use serde_json::json;
use url::Url;

use super::{Embedding, FRAME, HEIGHT};
use crate::{
    Answer, Locale, Page, Visit,
    filters::{Filters, Search},
    parts::localised,
    query::parameter,
    words::Words,
};

/// Width where none is said, pixels.
const WIDTH: u32 = 800;
/// Height of the frame of one entry, pixels.
const ENTRY_HEIGHT: u32 = 420;
/// How long sites may keep an answer, seconds.
const CACHE_AGE: u32 = 86_400;

/// What oEmbed refuses.
enum OembedError {
    /// Not a link that can be a frame.
    NotFound,
    /// A format that is not spoken.
    Format,
    /// Something about the request, and what is allowed.
    Wrong(String),
}

/// Answers a request for a frame.
pub(super) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    match frame(visit, query) {
        Ok(told) => Answer::file("application/json; charset=utf-8", told.to_string()),
        Err(OembedError::NotFound) => refusal(
            StatusCode::NOT_FOUND,
            "url: only links to this service's search, profiles, themes, districts and /embed can be embedded",
        ),
        Err(OembedError::Format) => refusal(StatusCode::NOT_IMPLEMENTED, "format: only json is spoken"),
        Err(OembedError::Wrong(told)) => refusal(StatusCode::BAD_REQUEST, &told),
    }
}

fn refusal(status: StatusCode, message: &str) -> Answer {
    let told = json!({ "errors": [{ "message": message }] }).to_string();
    Answer { status, ..Answer::file("application/json; charset=utf-8", told) }
}

fn frame(visit: &Visit<'_>, query: &str) -> Result<serde_json::Value, OembedError> {
    if parameter(query, "format").is_some_and(|format| format != "json") {
        return Err(OembedError::Format);
    }
    let most = |name: &str| match parameter(query, name) {
        None => Ok(u32::MAX),
        Some(text) => text.parse::<u32>().ok().filter(|pixels| *pixels > 0).ok_or_else(|| {
            OembedError::Wrong(format!(
                "{name}: {:?} is not a number of pixels from 1",
                text.chars().take(60).collect::<String>()
            ))
        }),
    };
    let (widest, highest) = (most("maxwidth")?, most("maxheight")?);
    let link = parameter(query, "url").ok_or_else(|| OembedError::Wrong("url: is missing".to_owned()))?;
    let (embedding, title) = embedding_of(visit, &link)?;
    let usual = if embedding.entry.is_empty() { HEIGHT } else { ENTRY_HEIGHT };
    let (width, height) = (WIDTH.min(widest), embedding.height.unwrap_or(usual).min(highest));
    let directory = localised::plain(visit, &visit.snapshot.settings().title);
    Ok(json!({
        "version": "1.0",
        "type": "rich",
        "title": title.unwrap_or_else(|| directory.clone()),
        "provider_name": directory,
        "provider_url": visit.origin,
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "html": embedding.frame(visit.origin, &directory, &width.to_string(), height),
    }))
}

/// What a link of this service shows as a frame, and what it is called.
fn embedding_of(visit: &Visit<'_>, link: &str) -> Result<(Embedding, Option<String>), OembedError> {
    let url = Url::parse(link).map_err(|_| OembedError::NotFound)?;
    let own = Url::parse(visit.origin).map_err(|_| OembedError::NotFound)?;
    if url.origin() != own.origin() {
        return Err(OembedError::NotFound);
    }
    let query = url.query().unwrap_or_default();
    if url.path() == FRAME {
        let embedding = Embedding::from_query(query, &visit.site.partners)
            .map_err(|wrong| OembedError::Wrong(format!("url: {wrong}")))?;
        return Ok((embedding, None));
    }
    let (locale, rest) = Locale::of_path(url.path());
    let embedding = Embedding { lang: (locale != Locale::De).then_some(locale), ..Embedding::default() };
    of_page(visit, locale, Page::from_path(rest).ok_or(OembedError::NotFound)?, query, embedding)
}

fn of_page(
    visit: &Visit<'_>,
    locale: Locale,
    page: Page,
    query: &str,
    embedding: Embedding,
) -> Result<(Embedding, Option<String>), OembedError> {
    let snapshot = visit.snapshot;
    let named = |text: &domain::LocalisedText| text.resolve(locale.tag()).map(|(_, text)| text.to_owned());
    match page {
        Page::Profile(_, slug) => {
            let actor = snapshot.actor(snapshot.actor_by_slug(&slug).ok_or(OembedError::NotFound)?).data();
            Ok((Embedding { entry: actor.slug.to_string(), ..embedding }, Some(actor.name.clone())))
        }
        Page::Theme(slug) => {
            let title = named(snapshot.theme(snapshot.theme_by_slug(&slug).ok_or(OembedError::NotFound)?).label());
            let filters = Filters { themes: vec![slug], ..Filters::default() };
            Ok((Embedding { filters, ..embedding }, title))
        }
        Page::District(slug) => {
            let no = snapshot.district_by_slug(&slug).ok_or(OembedError::NotFound)?;
            let title = Some(snapshot.district_label(no, locale.tag()).into_owned());
            let filters = Filters { districts: vec![slug], ..Filters::default() };
            Ok((Embedding { filters, ..embedding }, title))
        }
        Page::Search => {
            let (search, mistakes) = Search::from_query(query);
            if !mistakes.is_empty() {
                return Err(OembedError::NotFound);
            }
            // Slugs are looked up by the element, as those of `/embed` are, which tells what is unknown.
            // A question stays one, which the frame reads as the page does.
            let typed = search.typed_text().to_owned();
            let title = || Words::of(locale).with("search-title-for", [("text", typed.as_str().into())]).into_owned();
            let title = (!typed.is_empty()).then(title);
            Ok((Embedding { lang: embedding.lang, ..Embedding::of_search(search) }, title))
        }
        _ => Err(OembedError::NotFound),
    }
}
