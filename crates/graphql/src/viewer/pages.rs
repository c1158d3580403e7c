//! Pages of what is read from the store, as Relay's connections have them.

use curation::reading::{DayPlace, DemandPlace, Page, PageRequest, PairPlace};
use directory::{
    Cursor, QuestionError,
    question::{DEFAULT_PAGE, MAX_PAGE},
};
use domain::{DemandKey, text::excerpt};
use uuid::Uuid;

use crate::{error::ResolverError, types::connection::Paged};

/// A place in a list, as cursors have it.
pub(crate) trait CursorText: Sized {
    /// The text.
    fn text(&self) -> String;

    /// Reads it back; `None` for what is no such text.
    fn read(text: &str) -> Option<Self>;
}

impl CursorText for Uuid {
    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl CursorText for u64 {
    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl CursorText for DayPlace {
    fn text(&self) -> String {
        format!("{}.{}", self.0, self.1)
    }

    fn read(text: &str) -> Option<Self> {
        let (day, id) = text.split_once('.')?;
        Some((day.parse().ok()?, id.parse().ok()?))
    }
}

impl CursorText for DemandPlace {
    fn text(&self) -> String {
        let DemandKey { theme, district, language } = &self.key;
        let theme = theme.map(|id| id.to_string()).unwrap_or_default();
        let district = district.map(|id| id.to_string()).unwrap_or_default();
        let language = language.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{}.{theme}.{district}.{language}", self.questions)
    }

    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let [questions, theme, district, language] = parts.as_slice() else { return None };
        let key = DemandKey {
            theme: parse_optional(theme)?,
            district: parse_optional(district)?,
            language: parse_optional(language)?,
        };
        Some(Self { questions: questions.parse().ok()?, key })
    }
}

/// A part of a cursor that may be empty; `None` where it cannot be read.
fn parse_optional<T: std::str::FromStr>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

impl CursorText for PairPlace {
    fn text(&self) -> String {
        format!("{}.{}.{}", self.actors.0, self.actors.1, self.key)
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let mut actor = || Some(parts.next()?.parse::<Uuid>().ok()?.into());
        let actors = (actor()?, actor()?);
        Some(Self { key: parts.next()?.to_owned(), actors })
    }
}

/// The four arguments of a connection.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    /// At most this many from the front.
    pub(crate) first: Option<i32>,
    /// Behind this cursor.
    pub(crate) after: Option<String>,
    /// At most this many from the back.
    pub(crate) last: Option<i32>,
    /// Before this cursor.
    pub(crate) before: Option<String>,
}

impl Window {
    /// The part of a list that is asked for.
    ///
    /// # Errors
    /// The asker's mistakes, told as everywhere else.
    pub(crate) fn page_request<P: CursorText>(self) -> Result<PageRequest<P>, ResolverError> {
        if self.first.is_some() && self.last.is_some() {
            return Err(QuestionError::InvalidWindow { field: "last".to_owned() }.into());
        }
        let size = match (self.first, self.last) {
            (Some(given), _) => page_size("first", given)?,
            (_, Some(given)) => page_size("last", given)?,
            _ => DEFAULT_PAGE as u32,
        };
        Ok(PageRequest {
            after: self.after.map(|cursor| place("after", &cursor)).transpose()?,
            before: self.before.map(|cursor| place("before", &cursor)).transpose()?,
            size,
            from_the_end: self.last.is_some(),
        })
    }
}

fn page_size(field: &str, given: i32) -> Result<u32, ResolverError> {
    match u32::try_from(given) {
        Ok(size) if size as usize <= MAX_PAGE => Ok(size),
        _ => Err(QuestionError::PageSize { field: field.to_owned(), given: given.into(), allowed: MAX_PAGE }.into()),
    }
}

/// The place of a cursor.
///
/// # Errors
/// [`QuestionError::InvalidCursor`].
pub(crate) fn place<P: CursorText>(field: &str, cursor: &str) -> Result<P, ResolverError> {
    let wrong = || QuestionError::InvalidCursor { field: field.to_owned(), given: excerpt(cursor) };
    Ok(P::read(cursor).ok_or_else(wrong)?)
}

/// A page with handles for what was read.
pub(crate) fn page_of<'d, P: CursorText, T, N, X>(
    page: &'d Page<P, T>,
    extra: X,
    handle: fn(&'d T) -> N,
) -> Paged<N, X> {
    let edges = page.items.iter().map(|(place, item)| (Cursor::new(place.text()), handle(item)));
    Paged { edges: edges.collect(), has_previous: page.has_previous, has_next: page.has_next, total: 0, extra }
}

/// Connections whose length is counted only when somebody wants it.
macro_rules! counted {
    ($($(#[doc = $doc:literal])+ $name:ident($question:ty) => $reading:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub(crate) struct $name(pub(crate) $question);

        impl $crate::types::connection::Extra for $name {
            fn total(&self, _: u64, call: &$crate::exec::Call<'_, '_>) -> Result<u64, $crate::error::ResolverError> {
                Ok(*call.exec.read().$reading(self.0.clone())?)
            }
        }
    )+};
}
pub(crate) use counted;
