//! One request for a page: who asks for what, and what it is answered from.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use directory::{ActorNo, Snapshot};
use fluent_bundle::FluentValue;

use crate::{Locale, Page, Site, words::Words};

/// A request for a page.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// What the operator says.
    pub site: &'a Site,
    /// The directory.
    pub snapshot: &'a Snapshot,
    /// When it is asked.
    pub now: DateTime<Utc>,
    /// Where browsers reach this service, such as `https://netzwerk.example.org`.
    pub origin: &'a str,
    /// The language of the page.
    pub locale: Locale,
    /// The language that the browser prefers, as far as the pages speak it.
    pub preferred: Option<Locale>,
}

impl Visit<'_> {
    /// The strings of the page's language.
    pub(crate) const fn words(&self) -> Words {
        Words::of(self.locale)
    }

    /// A string; see [`Words::say`].
    pub(crate) fn say(&self, key: &str) -> Cow<'static, str> {
        self.words().say(key)
    }

    /// A string with a number; see [`Words::count`].
    pub(crate) fn count(&self, key: &str, count: u64) -> Cow<'static, str> {
        self.words().count(key, count)
    }

    /// A string with one text in it.
    pub(crate) fn with(&self, key: &str, name: &'static str, value: &str) -> Cow<'static, str> {
        self.words().with(key, [(name, FluentValue::from(value))])
    }

    /// The path of a page in the page's language.
    pub(crate) fn path(&self, page: &Page) -> String {
        page.path(self.locale)
    }

    /// The path of an actor's profile.
    pub(crate) fn profile(&self, actor: ActorNo) -> String {
        let actor = self.snapshot.actor(actor).data();
        self.path(&Page::Profile(actor.kind.actor_type(), actor.slug.to_string()))
    }

    /// An instant on the clock of the directory.
    pub(crate) fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.snapshot.settings().zone).naive_local()
    }

    /// The day it is in the directory.
    pub(crate) fn today(&self) -> NaiveDate {
        self.local(self.now).date()
    }
}
