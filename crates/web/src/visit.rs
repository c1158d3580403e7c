//! One request for a page: who asks for what, and what it is answered from.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use directory::{ActorNo, EventNo, OfferNo, ProjectNo, Snapshot};
use domain::{page_slug::page_slug, recurrence::to_instant};
use fluent_bundle::FluentValue;

use crate::{Locale, Page, Site, filters::Filters, words::Words};

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
    /// Whether an editor looks at what the public does not see yet.
    pub is_preview: bool,
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
        self.path(&profile_page(self.snapshot, actor))
    }

    /// The path of an offer's page.
    pub(crate) fn offer(&self, offer: OfferNo) -> String {
        self.path(&offer_page(self.snapshot, offer))
    }

    /// The path of an event's page.
    pub(crate) fn event(&self, event: EventNo) -> String {
        self.path(&event_page(self.snapshot, event))
    }

    /// The path of a project's page.
    pub(crate) fn project(&self, project: ProjectNo) -> String {
        let record = self.snapshot.project(project).record();
        self.path(&Page::Project(page_slug(&record.data.title, record.id.uuid())))
    }

    /// The path of the calendar with one event, in the reader's language.
    pub(crate) fn event_calendar(&self, event: EventNo) -> String {
        format!("{}.ics", event_page(self.snapshot, event).path(self.locale))
    }

    /// The address of the calendar with the events of everybody whom some filters leave.
    pub(crate) fn events_calendar(&self, filters: &Filters) -> String {
        let (prefix, query) = (self.locale.prefix(), filters.to_query());
        if query.is_empty() { format!("{prefix}/events.ics") } else { format!("{prefix}/events.ics?{query}") }
    }

    /// The instant at which a day begins in the directory.
    pub(crate) fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        let local = day.and_time(NaiveTime::MIN);
        to_instant(local, self.snapshot.settings().zone).unwrap_or_else(|| local.and_utc())
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

/// The page of an actor.
pub(crate) fn profile_page(snapshot: &Snapshot, actor: ActorNo) -> Page {
    let actor = snapshot.actor(actor).data();
    Page::Profile(actor.kind.actor_type(), actor.slug.to_string())
}

/// The page of an offer.
pub(crate) fn offer_page(snapshot: &Snapshot, offer: OfferNo) -> Page {
    let record = snapshot.offer(offer).record();
    Page::Offer(page_slug(&record.data.title, record.id.uuid()))
}

/// The page of an event.
pub fn event_page(snapshot: &Snapshot, event: EventNo) -> Page {
    let record = snapshot.event(event).record();
    Page::Event(page_slug(&record.data.title, record.id.uuid()))
}
