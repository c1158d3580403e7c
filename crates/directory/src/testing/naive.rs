//! The oracle: every filter read off the published facts one by one, in the simplest code there is.
//! It shares no bitmap, order or tree with the snapshot.

mod activities;
mod links;

use std::{
    cell::RefCell,
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use domain::{
    Actor, ActorId, ActorType, BoundingBox, CooperationLink, District, DistrictId, Event, EventId, Fact, Language,
    LocalisedText, Offer, OfferId, Position, Record, Theme, ThemeId, labels,
    publication::PublicationChange,
    vocabulary::{Availability, OfferKind},
};
use geo::Intersects;

use self::activities::Topics;
use crate::{
    ActorFilter, ActorOrder, DistrictRelation, EventFilter, OfferFilter,
    snapshot::{documents::titled_document, keys::collation_key},
    text::{DocumentPart, TextDocument, TextQuery, naive},
};

/// The published facts, and every question answered by reading them all.
#[derive(Debug, Default)]
pub struct Naive {
    zone: Tz,
    /// The day it is; offers that were over before say nothing of when somebody is there.
    pub today: Option<NaiveDate>,
    themes: BTreeMap<ThemeId, Record<Theme>>,
    districts: BTreeMap<DistrictId, Record<District>>,
    actors: BTreeMap<ActorId, Record<Actor>>,
    offers: BTreeMap<OfferId, Record<Offer>>,
    events: BTreeMap<EventId, Record<Event>>,
    links: Vec<Record<CooperationLink>>,
    /// What each text that was asked finds among the actors, with scores.
    found: RefCell<BTreeMap<String, Arc<BTreeMap<ActorId, f32>>>>,
}

/// What choosing a word would give, by word.
pub type Counted = BTreeMap<String, u64>;

impl Naive {
    /// The facts among the changes.
    pub fn new(zone: Tz, changes: &[PublicationChange]) -> Self {
        let mut naive = Self { zone, ..Self::default() };
        for fact in changes.iter().filter_map(|change| change.fact.clone()) {
            match fact {
                Fact::Actor(actor) => drop(naive.actors.insert(actor.id, actor.into_inner())),
                Fact::Offer(offer) => drop(naive.offers.insert(offer.id, offer.into_inner())),
                Fact::Event(event) => drop(naive.events.insert(event.id, event.into_inner())),
                Fact::Link(link) => naive.links.push(link.into_inner()),
                Fact::Theme(theme) => drop(naive.themes.insert(theme.id, theme.into_inner())),
                Fact::District(district) => drop(naive.districts.insert(district.id, district.into_inner())),
                Fact::Project(_) | Fact::Contact(_) => {}
            }
        }
        naive
    }

    /// Every published actor.
    pub fn actors(&self) -> impl Iterator<Item = &Record<Actor>> {
        self.actors.values()
    }

    /// The actors a filter leaves, in order.
    pub fn ordered(&self, actor_type: Option<ActorType>, filter: &ActorFilter, order: ActorOrder) -> Vec<ActorId> {
        let of_type = |actor: &&Record<Actor>| actor_type.is_none_or(|it| actor.data.kind.actor_type() == it);
        let mut found: Vec<&Record<Actor>> =
            self.actors.values().filter(of_type).filter(|actor| self.matches(actor, filter)).collect();
        found.sort_by_cached_key(|actor| {
            let data = &actor.data;
            let by_name = (collation_key(&data.name), actor.id);
            let lead = match order {
                ActorOrder::Name => 0.0,
                ActorOrder::Relevance => {
                    -f64::from(self.score(actor, filter.text.as_deref().unwrap_or_default()).unwrap_or(0.0))
                }
                ActorOrder::Distance => filter.near.as_ref().map_or(0.0, |near| {
                    let centre = Position::new(near.longitude, near.latitude).expect("a checked filter");
                    data.location.map_or(f64::INFINITY, |it| centre.distance_metres(it.position))
                }),
                ActorOrder::Updated => -(actor.updated_at.timestamp_micros() as f64),
                ActorOrder::Verified => data.verification.map_or(f64::INFINITY, |it| -f64::from(it.on.to_epoch_days())),
            };
            (Sortable(lead), by_name)
        });
        found.into_iter().map(|actor| actor.id).collect()
    }

    /// What choosing each theme, district, kind, language and target group would give, by slug, word and tag.
    pub fn facets(&self, actor_type: Option<ActorType>, filter: &ActorFilter) -> [Counted; 5] {
        let count = |filter: ActorFilter| self.ordered(actor_type, &filter, ActorOrder::Name).len() as u64;
        let themes = self.themes.values().filter(|theme| self.standing(theme.id) == theme.id);
        let themes = themes.map(|theme| theme.data.slug.to_string());
        let districts = self.districts.values().map(|district| district.data.slug.to_string());
        let kinds = self.actors.values().map(|actor| actor.data.kind.slug().to_owned());
        let languages = self.actors.values().flat_map(|actor| &actor.data.languages);
        let languages =
            languages.flat_map(|it| std::iter::once(it.clone()).chain(it.broader())).map(|it| it.to_string());
        let groups = self.actors.values().flat_map(|actor| &actor.data.target_groups).map(ToString::to_string);
        let list = |words: &mut dyn Iterator<Item = String>, choose: &dyn Fn(&str) -> ActorFilter| {
            let words: BTreeSet<String> = words.collect();
            let counted = words.into_iter().map(|word| (word.clone(), count(choose(&word))));
            counted.filter(|(_, count)| *count > 0).collect()
        };
        let one = |word: &str| vec![word.to_owned()];
        [
            list(&mut { themes }, &|word| ActorFilter { themes: one(word), ..filter.clone() }),
            list(&mut { districts }, &|word| ActorFilter { districts: one(word), ..filter.clone() }),
            list(&mut { kinds }, &|word| ActorFilter { kinds: one(word), ..filter.clone() }),
            list(&mut { languages }, &|word| ActorFilter { languages: one(word), ..filter.clone() }),
            list(&mut { groups }, &|word| ActorFilter { target_groups: one(word), ..filter.clone() }),
        ]
    }

    /// Whether an actor meets a filter. The filter must be one that can be asked.
    pub fn matches(&self, actor: &Record<Actor>, filter: &ActorFilter) -> bool {
        let data = &actor.data;
        filter.slug.as_ref().is_none_or(|slug| {
            let named = self.actors.values().map(|it| (it.id, &it.data.slug, &it.data.former_slugs[..]));
            find(named, slug) == Some(actor.id)
        }) && self.has_theme(&data.themes, &filter.themes)
            && self.is_in(actor, &filter.districts, filter.district_relation)
            && one_of(&filter.kinds, |kind| data.kind.slug() == kind)
            && one_of(&filter.languages, |tag| is_spoken(&data.languages, tag))
            && one_of(&filter.target_groups, |group| data.target_groups.iter().any(|it| it.slug() == group))
            && one_of(&filter.fields_of_action, |field| {
                let themes = data.themes.iter().filter_map(|id| self.themes.get(&self.standing(*id)));
                themes.flat_map(|theme| &theme.data.fields_of_action).any(|it| it.slug() == field)
            })
            && self.has_features(actor, filter)
            && filter.text.as_ref().is_none_or(|text| self.score(actor, text).is_some())
            && filter.near.as_ref().is_none_or(|near| {
                let centre = Position::new(near.longitude, near.latitude).expect("a checked filter");
                data.location.is_some_and(|it| centre.distance_metres(it.position) <= near.radius_metres)
            })
            && filter.within.as_ref().is_none_or(|within| {
                let area = BoundingBox::new(within.west, within.south, within.east, within.north);
                data.location.is_some_and(|it| area.expect("a checked filter").contains(it.position))
            })
            && filter.within_polygon.as_ref().is_none_or(|corners| {
                let ring: Vec<_> = corners.iter().map(|[x, y]| geo::Coord { x: *x, y: *y }).collect();
                let area = geo::Polygon::new(geo::LineString(ring), Vec::new());
                data.location.is_some_and(|it| area.intersects(&it.position.point()))
            })
            && filter.open_at.is_none_or(|at| {
                data.opening_hours.as_ref().is_some_and(|hours| {
                    hours.schedule(&domain::hours::Locality { zone: self.zone, ..Default::default() }).is_open(at)
                })
            })
            && filter.verified_since.is_none_or(|day| data.verification.is_some_and(|it| it.on >= day))
            && self.has_links(actor, filter)
            && filter.and.iter().all(|inner| self.matches(actor, inner))
            && (filter.or.is_empty() || filter.or.iter().any(|inner| self.matches(actor, inner)))
            && filter.not.as_ref().is_none_or(|inner| !self.matches(actor, inner))
    }

    fn has_features(&self, actor: &Record<Actor>, filter: &ActorFilter) -> bool {
        let data = &actor.data;
        let is_flagged = |flag: Option<bool>, asked: Option<bool>| asked.is_none_or(|it| (flag == Some(true)) == it);
        (filter.types.is_empty() || filter.types.contains(&data.kind.actor_type()))
            && (filter.wheelchair.is_empty() || filter.wheelchair.contains(&data.wheelchair))
            && (filter.accessibility.is_empty()
                || filter.accessibility.iter().any(|it| data.accessibility.contains(it)))
            && is_flagged(data.openness.as_ref().and_then(|it| it.interpreters), filter.interpreters)
            && one_of(&filter.counter_languages, |tag| {
                data.openness.as_ref().is_some_and(|openness| is_spoken(&openness.languages, tag))
            })
            && (filter.offer_kinds.is_empty()
                || self.standing_offers(actor).any(|it| filter.offer_kinds.contains(&it.kind)))
            && (filter.availability.is_empty()
                || self.standing_offers(actor).any(|it| self.takes_on(it, &filter.availability)))
            && is_flagged(data.free_of_charge, filter.free_of_charge)
            && is_flagged(data.by_appointment, filter.by_appointment)
            && is_flagged(data.confidential, filter.confidential)
            && filter.age.is_none_or(|age| {
                let mut ages = data.target_groups.iter().filter_map(|group| group.ages());
                ages.any(|(least, most)| i32::from(least) <= age && age <= i32::from(most))
            })
            && self.is_there(actor, filter)
    }

    /// Whether an offer takes people on in one of some ways: that was said, and its last day is not over.
    fn takes_on(&self, offer: &Offer, ways: &[Availability]) -> bool {
        let holds = offer.availability_until.is_some_and(|last| self.today.is_none_or(|today| today <= last));
        holds && offer.availability.is_some_and(|way| ways.contains(&way))
    }

    /// An actor's offers that are not over.
    fn standing_offers<'a>(&'a self, actor: &'a Record<Actor>) -> impl Iterator<Item = &'a Offer> {
        let is_over = |offer: &Offer| offer.valid_until.zip(self.today).is_some_and(|(last, today)| last < today);
        let offers = self.offers.values().map(|offer| &offer.data).filter(|offer| offer.actor == actor.id);
        offers.filter(move |offer| !is_over(offer))
    }

    fn is_there(&self, actor: &Record<Actor>, filter: &ActorFilter) -> bool {
        if filter.weekdays.is_empty() && filter.daytimes.is_empty() {
            return true;
        }
        let counting = self.standing_offers(actor).filter(|offer| self.has_theme(&offer.themes, &filter.themes));
        let schedules = counting.filter_map(|offer| offer.schedule.as_ref());
        let mut weeks = schedules.chain(&actor.data.opening_hours).map(domain::OpeningHours::week_pattern);
        let all = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        let days = if filter.weekdays.is_empty() { &all } else { filter.weekdays.as_slice() };
        weeks.any(|week| {
            days.iter().any(|day| match filter.daytimes.as_slice() {
                [] => week.has(*day, None),
                times => times.iter().any(|time| week.has(*day, Some(*time))),
            })
        })
    }

    fn has_theme(&self, own: &[ThemeId], asked: &[String]) -> bool {
        one_of(asked, |slug| {
            let asked = self.theme_of(slug);
            own.iter().any(|id| {
                let mut at = self.themes.contains_key(id).then(|| self.standing(*id));
                while let Some(theme) = at {
                    if Some(theme) == asked {
                        return true;
                    }
                    let parent = self.themes[&theme].data.parent.filter(|parent| self.themes.contains_key(parent));
                    at = parent.map(|parent| self.standing(parent));
                }
                false
            })
        })
    }

    fn is_in(&self, actor: &Record<Actor>, asked: &[String], relation: DistrictRelation) -> bool {
        let based = actor.data.based_in.iter().filter(|_| relation != DistrictRelation::ActiveIn);
        let active = actor.data.active_in.iter().filter(|_| relation != DistrictRelation::BasedIn);
        let own: Vec<DistrictId> = based.chain(active).copied().collect();
        one_of(asked, |slug| {
            let asked = find(self.districts.values().map(|it| (it.id, &it.data.slug, &it.data.former_slugs[..])), slug);
            own.iter().any(|id| {
                let mut at = Some(*id);
                while let Some(district) = at.and_then(|id| self.districts.get(&id)) {
                    if Some(district.id) == asked {
                        return true;
                    }
                    at = district.data.parent;
                }
                false
            })
        })
    }

    /// Who stands in a retired theme's place.
    fn standing(&self, id: ThemeId) -> ThemeId {
        let mut at = id;
        while let Some(next) = self.themes.get(&at).and_then(|theme| theme.data.replaced_by) {
            if !self.themes.contains_key(&next) {
                break;
            }
            at = next;
        }
        at
    }

    fn theme_of(&self, slug: &str) -> Option<ThemeId> {
        let found = find(self.themes.values().map(|it| (it.id, &it.data.slug, &it.data.former_slugs[..])), slug);
        found.map(|id| self.standing(id))
    }

    fn score(&self, actor: &Record<Actor>, text: &str) -> Option<f32> {
        let known = self.found.borrow().get(text).cloned();
        let found = known.unwrap_or_else(|| {
            let query = TextQuery::parse(text).expect("a checked filter");
            let numbered = || (0..).zip(self.actors.values());
            let scores = naive::search(numbered().map(|(number, actor)| self.document(number, actor)), &query);
            let scores = numbered().filter_map(|(number, actor)| Some((actor.id, *scores.get(&number)?)));
            let scores: Arc<BTreeMap<ActorId, f32>> = Arc::new(scores.collect());
            self.found.borrow_mut().insert(text.to_owned(), Arc::clone(&scores));
            scores
        });
        found.get(&actor.id).copied()
    }

    /// All that is searched of an actor, part by part.
    fn document<'a>(&'a self, number: u32, actor: &'a Record<Actor>) -> TextDocument<'a> {
        let data = &actor.data;
        let mut document = TextDocument::with_name(number, &data.name);
        for name in &data.alternative_names {
            document = document.with(DocumentPart::AlternativeName, "de", name);
        }
        let mut words: Vec<_> = labels::of_kind(data.kind).map(|label| (DocumentPart::Kind, label)).collect();
        words.extend(
            data.legal_form.into_iter().flat_map(labels::of_legal_form).map(|label| (DocumentPart::Kind, label)),
        );
        words.extend(data.languages.iter().flat_map(labels::of_language).map(|label| (DocumentPart::Language, label)));
        let groups = data.target_groups.iter().flat_map(|group| labels::of_target_group(*group));
        words.extend(groups.map(|label| (DocumentPart::TargetGroup, label)));
        for (part, (tag, label)) in words {
            document = document.with(part, tag, label);
        }
        for line in data.address.iter().flat_map(|it| [&it.street, &it.postcode, &it.city]).flatten() {
            document = document.with(DocumentPart::Address, "de", line);
        }
        for id in data.themes.iter().filter(|id| self.themes.contains_key(id)) {
            let (mut at, mut part) = (Some(self.standing(*id)), DocumentPart::Theme);
            while let Some(theme) = at {
                document = document.with_all(part, &self.themes[&theme].data.label);
                let parent = self.themes[&theme].data.parent.filter(|parent| self.themes.contains_key(parent));
                (at, part) = (parent.map(|parent| self.standing(parent)), DocumentPart::ParentTheme);
            }
        }
        for id in data.based_in.iter().chain(&data.active_in) {
            let mut at = self.districts.get(id);
            while let Some(district) = at {
                document = document.with_all(DocumentPart::District, &district.data.name);
                at = district.data.parent.and_then(|parent| self.districts.get(&parent));
            }
        }
        for offer in self.offers.values().filter(|offer| offer.data.actor == actor.id) {
            document = document.with_all(DocumentPart::OfferTitle, &offer.data.title);
            if offer.data.kind != OfferKind::Service {
                for (tag, label) in labels::of_offer_kind(offer.data.kind) {
                    document = document.with(DocumentPart::OfferKind, tag, label);
                }
            }
            document = document.with_all(DocumentPart::OfferDescription, &offer.data.description);
        }
        for event in self.events.values().filter(|event| event.data.hosts.contains(&actor.id)) {
            document = document.with_all(DocumentPart::EventTitle, &event.data.title);
            document = document.with_all(DocumentPart::EventDescription, &event.data.description);
        }
        document.with_all(DocumentPart::Summary, &data.summary).with_all(DocumentPart::Description, &data.description)
    }

    /// The offers a filter leaves, by title.
    pub fn offers(&self, filter: &OfferFilter) -> Vec<OfferId> {
        let shown = self.offers.values().filter(|offer| self.actors.contains_key(&offer.data.actor));
        let titles = shown.map(|offer| (offer.id, &offer.data.title, &offer.data.description));
        let found = titles_found(titles, filter.text.as_deref());
        let matches = |offer: &&Record<Offer>| {
            let data = &offer.data;
            let Some(actor) = self.actors.get(&data.actor) else { return false };
            self.has_theme(&data.themes, &filter.themes)
                && self.is_in(actor, &filter.districts, DistrictRelation::Either)
                && one_of(&filter.languages, |tag| is_spoken(&data.languages, tag))
                && one_of(&filter.target_groups, |group| data.target_groups.iter().any(|it| it.slug() == group))
                && one_of(&filter.kinds, |kind| data.kind.slug() == kind)
                && filter.actor.is_none_or(|id| id == data.actor)
                && filter.valid_on.is_none_or(|day| data.is_valid_on(day))
                && (filter.availability.is_empty() || self.takes_on(data, &filter.availability))
                && filter.current_on.is_none_or(|day| data.valid_until.is_none_or(|until| day <= until))
                && self.is_offered_at(data, &filter.conditions)
                && self.fits(
                    &filter.conditions,
                    &[actor],
                    Topics {
                        themes: &data.themes,
                        languages: &data.languages,
                        target_groups: &data.target_groups,
                        ages: data.ages(),
                    },
                    &filter.themes,
                )
                && found.as_ref().is_none_or(|found| found.contains(&offer.id))
        };
        let mut found: Vec<&Record<Offer>> = self.offers.values().filter(matches).collect();
        found.sort_by_cached_key(|offer| {
            (collation_key(offer.data.title.resolve("de").map_or("", |(_, title)| title)), offer.id)
        });
        found.into_iter().map(|offer| offer.id).collect()
    }

    /// The events a filter leaves, by the first start in its period.
    pub fn events(&self, filter: &EventFilter) -> Vec<EventId> {
        let hosts = |event: &Event| -> Vec<&Record<Actor>> {
            event.hosts.iter().filter_map(|id| self.actors.get(id)).collect()
        };
        let shown = self.events.values().filter(|event| !hosts(&event.data).is_empty());
        let titles = shown.map(|event| (event.id, &event.data.title, &event.data.description));
        let found = titles_found(titles, filter.text.as_deref());
        let matches = |event: &&Record<Event>| {
            let (data, hosts) = (&event.data, hosts(&event.data));
            !hosts.is_empty()
                && self.has_theme(&data.themes, &filter.themes)
                && (filter.districts.is_empty()
                    || hosts.iter().any(|host| self.is_in(host, &filter.districts, DistrictRelation::Either)))
                && one_of(&filter.languages, |tag| is_spoken(&data.languages, tag))
                && one_of(&filter.target_groups, |group| data.target_groups.iter().any(|it| it.slug() == group))
                && filter.host.is_none_or(|id| data.hosts.contains(&id))
                && self.fits(
                    &filter.conditions,
                    &hosts,
                    Topics {
                        themes: &data.themes,
                        languages: &data.languages,
                        target_groups: &data.target_groups,
                        ages: None,
                    },
                    &filter.themes,
                )
                && found.as_ref().is_none_or(|found| found.contains(&event.id))
        };
        let mut found: Vec<(DateTime<Utc>, EventId)> = self
            .events
            .values()
            .filter(matches)
            .filter_map(|event| Some((self.start(&event.data, filter)?, event.id)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// The start of the first date that goes on or begins in the period of a filter.
    fn start(&self, event: &Event, filter: &EventFilter) -> Option<DateTime<Utc>> {
        let local = |at| self.zone.from_local_datetime(&at).earliest().map(|start| start.with_timezone(&Utc));
        let instant = |at| local(at).or_else(|| local(at + TimeDelta::hours(1)));
        let first = instant(event.first_start())?;
        let from = filter.from.unwrap_or(first);
        let until = filter.until.unwrap_or(from.max(first) + TimeDelta::days(3 * 366));
        let mut starts = vec![first];
        if let Some(rule) = &event.recurrence {
            // Nothing in these worlds lasts longer than two months.
            let earliest = (from - TimeDelta::days(60)).max(first);
            starts.extend(rule.starts(event.first_start(), self.zone, earliest, until, 5000));
        }
        let fits = |start: &DateTime<Utc>| {
            let on_clock = start.with_timezone(&self.zone).naive_local();
            let end = instant(event.end_of(on_clock)).expect("an end");
            (end > from || *start >= from) && *start <= until && !event.excluded_dates.contains(&on_clock.date())
        };
        starts.into_iter().filter(fits).min()
    }
}

/// What has the words of a text in its title or description, if there is a text.
fn titles_found<'a, Id: Ord + Copy>(
    titles: impl Iterator<Item = (Id, &'a LocalisedText, &'a LocalisedText)>,
    text: Option<&str>,
) -> Option<BTreeSet<Id>> {
    let query = TextQuery::parse(text?).expect("a checked filter");
    let numbered: Vec<_> = (0..).zip(titles).collect();
    let documents = numbered.iter().map(|(number, (_, title, text))| titled_document(*number, title, text));
    let found = naive::search(documents, &query);
    Some(numbered.iter().filter(|(number, _)| found.contains_key(number)).map(|(_, (id, _, _))| *id).collect())
}

/// Whether one of the languages, or one that it is a variety of, has this tag.
fn is_spoken(languages: &[Language], tag: &str) -> bool {
    let tag = tag.parse::<Language>().ok();
    languages.iter().any(|it| Some(it) == tag.as_ref() || it.broader().any(|it| Some(it) == tag))
}

/// An empty list is no condition; otherwise one of its values has to hold.
fn one_of(asked: &[String], holds: impl Fn(&str) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(|value| holds(value))
}

/// Whoever has the slug now, else whoever had it before; of several the one with the smallest id.
fn find<'a, Id: Ord>(
    entries: impl Iterator<Item = (Id, &'a domain::Slug, &'a [domain::Slug])>,
    slug: &str,
) -> Option<Id> {
    let ranked = entries.filter_map(|(id, now, former)| {
        let is_former = former.iter().any(|it| it.as_str() == slug);
        (now.as_str() == slug || is_former).then_some((Reverse(now.as_str() == slug), id))
    });
    ranked.min().map(|(_, id)| id)
}

#[derive(Clone, Copy, PartialEq)]
struct Sortable(f64);

impl Eq for Sortable {}

impl PartialOrd for Sortable {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Sortable {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
