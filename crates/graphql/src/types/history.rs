//! What an actor's entry said before.

use directory::{Cursor, Page, PastVersion, QuestionError, Snapshot};

use super::{
    at_most,
    connection::{Paged, connection},
    text::text_in,
    theme::{ThemeView, listed_themes},
};
use crate::{
    enums::Role,
    error::{ResolverError, shorten},
    exec::object,
    scalars::{Tag, Time},
};

/// One version of an actor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VersionView<'v> {
    snapshot: &'v Snapshot,
    version: &'v PastVersion,
}

impl<'v> VersionView<'v> {
    fn data(self) -> Option<&'v domain::Actor> {
        self.version.actor.as_deref().map(|actor| &actor.data)
    }
}

object! {
    /// One version of an actor's entry. What it said is null while the entry was not public.
    "ActorVersion" ['v] VersionView<'v>, implements [], |this, call|
    /// The version's number.
    version: u32 => this.version.version,
    /// When it was written.
    at: Time => Time(this.version.at),
    /// In what role, never by name.
    by: Role => this.version.by.into(),
    /// Whether the entry was public.
    published: bool => this.version.actor.is_some(),
    /// The readable name in addresses it had.
    slug: Option<&'v domain::Slug> => this.data().map(|actor| &actor.slug),
    /// The name it had.
    name: Option<&'v str> => this.data().map(|actor| actor.name.as_str()),
    /// The kind it had, as a word.
    kind: Option<&'static str> => this.data().map(|actor| actor.kind.slug()),
    /// The summary it had.
    summary(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'v str> => this.data().and_then(|actor| text_in(&actor.summary, call.language())),
    /// The description it had.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'v str> => this.data().and_then(|actor| text_in(&actor.description, call.language())),
    /// The website it had.
    website: Option<&'v str> => {
        this.data().and_then(|actor| actor.website.as_ref()).map(domain::WebAddress::as_str)
    },
    /// The e-mail address it had.
    email: Option<&'v str> => this.data().and_then(|actor| actor.email.as_ref()).map(domain::EmailAddress::as_str),
    /// The telephone number it had.
    phone: Option<&'v str> => this.data().and_then(|actor| actor.phone.as_ref()).map(domain::PhoneNumber::as_str),
    /// The opening hours it had.
    openingHours: Option<&'v str> => {
        this.data().and_then(|actor| actor.opening_hours.as_ref()).map(domain::OpeningHours::as_str)
    },
    /// The themes it had, as far as they are still there.
    themes: Option<Vec<ThemeView<'v>>> => this.data().map(|actor| listed_themes(this.snapshot, &actor.themes)),
}

/// A page of versions.
pub(crate) type HistoryConnection<'v> = Paged<VersionView<'v>>;

connection! {
    /// A page of versions, newest first.
    "HistoryConnection",
    /// A version with its place.
    "HistoryEdge", VersionView<'s>, (), |this, call|
}

/// The versions behind a place.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn history<'v>(
    snapshot: &'v Snapshot,
    versions: &'v [PastVersion],
    first: Option<i32>,
    after: Option<String>,
) -> Result<HistoryConnection<'v>, ResolverError> {
    let size = at_most(first, directory::question::DEFAULT_PAGE)?;
    let start = match after {
        None => 0,
        Some(cursor) => {
            let below = version_number(&cursor)?;
            versions.iter().position(|version| version.version < below).unwrap_or(versions.len())
        }
    };
    let rest = versions.get(start..).unwrap_or_default();
    let page = Page {
        edges: rest.iter().take(size).map(|version| (Cursor::new(version.version.to_string()), version)).collect(),
        has_previous: start > 0,
        has_next: rest.len() > size,
        total: versions.len() as u64,
    };
    Ok(Paged::with(page, (), |version| VersionView { snapshot, version }))
}

fn version_number(cursor: &str) -> Result<u32, QuestionError> {
    cursor.parse().map_err(|_| QuestionError::InvalidCursor { field: "after".to_owned(), given: shorten(cursor) })
}
