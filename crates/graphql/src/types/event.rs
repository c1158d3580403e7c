//! Events.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use directory::{EventEntry, EventNo, Snapshot};
use domain::{page_slug::page_slug, record::EntityKind};

use super::{
    Handle,
    actor::AnyActor,
    at_most,
    interfaces::{NodeInterface, SuggestionInterface},
    text::{AddressView, Translation, text_in, translations},
    theme::{ThemeView, listed_themes},
};
use crate::{
    exec::object,
    global_id::GlobalId,
    scalars::{Day, Tag, Time},
};

/// An event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EventView<'s> {
    snapshot: &'s Snapshot,
    no: EventNo,
    entry: &'s EventEntry,
}

impl<'s> Handle<'s> for EventView<'s> {
    type No = EventNo;

    fn of(snapshot: &'s Snapshot, no: EventNo) -> Self {
        Self { snapshot, no, entry: snapshot.event(no) }
    }
}

impl<'s> EventView<'s> {
    /// The one to ask.
    fn first_host(self) -> Option<&'s directory::ActorEntry> {
        self.snapshot.hosts_of(self.no).next().map(|no| self.snapshot.actor(no))
    }

    /// A local time in UTC. A time the clocks jump over is taken an hour later, as clocks do.
    fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        let zone = self.snapshot.settings().zone;
        let jumped = || zone.from_local_datetime(&(local + TimeDelta::hours(1))).earliest();
        let instant = zone.from_local_datetime(&local).earliest().or_else(jumped);
        instant.map_or_else(|| local.and_utc(), |instant| instant.with_timezone(&Utc))
    }
}

object! {
    /// Something that takes place at a time, once or again and again.
    "Event" ['s] EventView<'s>, implements [NodeInterface, SuggestionInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Event, this.entry.record().id),
    /// The readable name of who invites; `pageSlug` leads to its own page.
    slug: &'s str => this.first_host().map_or("", |giver| giver.data().slug.as_str()),
    /// What its page is called in addresses: `/event/{pageSlug}`. What stands behind the last hyphen never changes, and
    /// leads there alone; the words before it follow the title.
    pageSlug: String => page_slug(&this.entry.data().title, this.entry.record().id.uuid()),
    /// The same as `title`, so that everything that can be suggested has one.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): &'s str => text_in(&this.entry.data().title, call.language()).unwrap_or_default(),
    /// The name of who invites, to be shown beside the title.
    context(
        /// BCP-47 tag of the reader's language; the names of actors are the same in every one.
        language: Tag
    ): Option<&'s str> => this.first_host().map(|giver| giver.data().name.as_str()),
    /// Who invites; the first is the one to ask.
    hosts: Vec<AnyActor<'s>> => {
        this.snapshot.hosts_of(this.no).map(|no| AnyActor::of(this.snapshot, no)).collect()
    },
    /// The title, in the reader's language, else German, else English, else any.
    title(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): &'s str => text_in(&this.entry.data().title, call.language()).unwrap_or_default(),
    /// The title in every language there is.
    titleTexts: Vec<Translation<'s>> => translations(&this.entry.data().title),
    /// The longer text, in the reader's language, else German, else English, else any.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().description, call.language()),
    /// The description in every language there is.
    descriptionTexts: Vec<Translation<'s>> => translations(&this.entry.data().description),
    /// The first start.
    startsAt: Time => Time(this.instant(this.entry.data().starts_at)),
    /// The first end. Where only days count: the midnight after the last one, or any time on it.
    endsAt: Option<Time> => this.entry.data().ends_at.map(|local| Time(this.instant(local))),
    /// Whether only the days count and not the times on them.
    allDay: bool => this.entry.data().all_day,
    /// Whether it does not take place after all.
    cancelled: bool => this.entry.data().cancelled,
    /// How it repeats, as an RRULE by RFC 5545 in the directory's local time.
    recurrence: Option<&'s str> => this.entry.data().recurrence.as_ref().map(domain::Recurrence::as_str),
    /// Local days on which it does not take place although its recurrence has them.
    excludedDates: Vec<Day> => this.entry.data().excluded_dates.iter().copied().map(Day).collect(),
    /// The first start at that time or later; null when there is none any more. A date that has begun is none, though
    /// it goes on.
    #[cost(20)]
    nextStart(
        /// From when; now where nothing is said.
        from: Option<Time>
    ): Option<Time> => {
        let from = from.map_or_else(|| call.now(), |time| time.0);
        this.snapshot.next_start(this.no, Some(from)).map(Time)
    },
    /// When it takes place, in order: the dates that go on at `from` or begin later. What was taken out of a recurrence
    /// is not among them.
    // A hundred at most, of a rule that may have few days among many.
    #[cost(100)]
    dates(
        /// From when; now where nothing is said.
        from: Option<Time>,
        /// They begin no later; where nothing is said, within three years.
        until: Option<Time>,
        /// At most this many; 10 where nothing is said, at most 100.
        first: Option<i32>
    ): Vec<EventDateView> => {
        let from = from.map_or_else(|| call.now(), |time| time.0);
        let has_end = this.entry.data().ends_at.is_some() || this.entry.data().all_day;
        let dates = this.snapshot.dates_of(this.no, Some(from), until.map(|time| time.0));
        dates.take(at_most(first, 10)?).map(|date| EventDateView { start: date.start, end: has_end.then_some(date.end) }).collect()
    },
    /// What it is about.
    themes: Vec<ThemeView<'s>> => listed_themes(this.snapshot, &this.entry.data().themes),
    /// The languages spoken there, as BCP-47 tags.
    languages: &'s [domain::Language] => &this.entry.data().languages,
    /// Whom it is for, as words of the vocabulary.
    targetGroups: Vec<&'static str> => this.entry.data().target_groups.iter().map(|group| group.slug()).collect(),
    /// Where it takes place, when not at the first host's; told as precisely as the places of all
    /// hosts, so not at all where one of them is hidden.
    place: Option<AddressView<'s>> => this.snapshot.place_of_event(this.no).map(|place| AddressView(Cow::Owned(place))),
    /// Where to read more.
    website: Option<&'s str> => this.entry.data().website.as_ref().map(domain::WebAddress::as_str),
    /// Where to register on the web.
    registrationUrl: Option<&'s str> => this.entry.data().registration_url.as_ref().map(domain::WebAddress::as_str),
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}

/// A date of an event, with the end only where one is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EventDateView {
    start: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
}

object! {
    /// One time at which an event takes place.
    "EventDate" [] EventDateView, implements [], |this, call|
    /// When it begins.
    start: Time => Time(this.start),
    /// When it ends. Where only days count, the midnight after the last one; null where no end is told.
    end: Option<Time> => this.end.map(Time),
}
