//! Everything derived for questions: bitmaps, orders, places. Each is a function of the tables and
//! the taxonomy; what belongs to a number before and after a change tells what to move.

use domain::{
    ActorType,
    vocabulary::{LinkKind, LinkStatus},
};
use roaring::RoaringBitmap;
use uuid::Uuid;

use super::{
    families::{Families, Family, Slot},
    keys::{Key, latest_day_first, newest_first},
    orders::OrderedIndex,
    places::Places,
    tables::{FactTables, Touched},
    taxonomy::Taxonomy,
    ties::{Tie, TieKind},
    words::{field_place, kind_place, target_group_place},
};
use crate::{
    entry::{ActorEntry, ActorNo, OfferEntry},
    questions::is_member,
};

/// The derived part of a snapshot.
#[derive(Clone, Debug)]
pub(crate) struct Indexes {
    pub(crate) actors: Families,
    pub(crate) offers: Families,
    pub(crate) events: Families,
    pub(crate) projects: Families,
    pub(crate) links: Families,
    pub(crate) by_name: OrderedIndex,
    pub(crate) by_update: OrderedIndex,
    pub(crate) by_verification: OrderedIndex,
    pub(crate) by_title: OrderedIndex,
    pub(crate) places: Places,
}

/// An order of actors that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    Name,
    Update,
    Verification,
}

impl Kept {
    const ALL: [Self; 3] = [Self::Name, Self::Update, Self::Verification];

    /// Where an actor stands in the order.
    pub(crate) fn key(self, actor: &ActorEntry) -> Key<'_> {
        let lead = match self {
            Self::Name => 0,
            Self::Update => newest_first(actor.record().updated_at),
            Self::Verification => latest_day_first(actor.data().verification.map(|verification| verification.on)),
        };
        Key { lead, ..name_key(actor) }
    }
}

/// Where an actor stands by name.
pub(crate) fn name_key(actor: &ActorEntry) -> Key<'_> {
    Key { lead: 0, text: &actor.name_key, id: actor.record().id.uuid() }
}

/// Where an offer stands by title.
pub(crate) fn offer_key(offer: &OfferEntry) -> Key<'_> {
    Key { lead: 0, text: &offer.title_key, id: offer.fact.id.uuid() }
}

const NOWHERE: Key<'static> = Key { lead: 0, text: &[], id: Uuid::nil() };

/// Tables and taxonomy of one state, which together say what is derived.
#[derive(Clone, Copy)]
pub(crate) struct SnapshotView<'a> {
    pub(crate) tables: &'a FactTables,
    pub(crate) taxonomy: &'a Taxonomy,
}

impl SnapshotView<'_> {
    /// The bitmaps an actor is in, sorted.
    pub(crate) fn actor_slots(&self, no: u32) -> Vec<Slot> {
        let Some(actor) = self.tables.actors.get(no) else { return Vec::new() };
        let data = actor.data();
        let mut slots = vec![
            (Family::All, 0),
            (Family::Type, data.kind.actor_type() as u32),
            (Family::Kind, kind_place(data.kind)),
        ];
        for theme in actor.themes() {
            let entry = self.taxonomy.theme_entry(*theme);
            slots.extend(entry.lineage.iter().map(|no| (Family::Theme, u32::from(no.0))));
            slots.extend(entry.data().fields_of_action.iter().map(|field| (Family::Field, field_place(*field))));
        }
        self.district_slots(actor, &mut slots);
        self.language_slots(Family::Language, &data.languages, &mut slots);
        slots.extend(data.target_groups.iter().map(|group| (Family::TargetGroup, target_group_place(*group))));
        slots.extend(data.location.is_some().then_some((Family::Located, 0)));
        slots.extend(data.opening_hours.is_some().then_some((Family::Hours, 0)));
        self.feature_slots(no, actor, &mut slots);
        self.link_slots(no, &mut slots);
        sorted(slots)
    }

    /// Adds the bitmaps of an actor's active links.
    fn link_slots(&self, no: u32, slots: &mut Vec<Slot>) {
        let shown = self.tables.ties(ActorNo(no), TieKind::Link).iter().filter(|tie| self.tables.is_tie_shown(**tie));
        for link in shown.filter_map(|tie| self.tables.links.get(tie.no)) {
            let (kind, away) = (link.data().kind, link.from().0 == no);
            if link.data().status != LinkStatus::Active {
                continue;
            }
            slots.push((Family::LinkKind, kind as u32));
            let partner = self.tables.actors.get(link.partner_of(ActorNo(no)).0);
            let is_network = partner.is_some_and(|it| it.data().kind.actor_type() == ActorType::Network);
            let is_in = is_member(kind, away) || away && kind == LinkKind::RepresentedIn;
            slots.extend((is_network && is_in).then_some((Family::Networked, 0)));
        }
    }

    fn district_slots(&self, actor: &ActorEntry, slots: &mut Vec<Slot>) {
        let mut add = |family: Family, district| {
            let lineage = &self.taxonomy.district_entry(district).lineage;
            slots.extend(lineage.iter().flat_map(|no| [(family, u32::from(no.0)), (Family::Either, u32::from(no.0))]));
        };
        actor.based_in().into_iter().for_each(|district| add(Family::Based, district));
        actor.active_in().iter().for_each(|district| add(Family::Active, *district));
    }

    /// The bitmaps of what belongs to actors, sorted; none when it is not shown.
    pub(crate) fn tie_slots(&self, tie: Tie) -> Vec<Slot> {
        if !self.tables.is_tie_shown(tie) {
            return Vec::new();
        }
        let mut slots = vec![(Family::All, 0)];
        match tie.kind {
            TieKind::Offer => {
                if let Some(offer) = self.tables.offers.get(tie.no) {
                    let data = offer.data();
                    slots.push((Family::Kind, data.kind as u32));
                    self.common_slots(&data.themes, &data.languages, &data.target_groups, &mut slots);
                    self.owner_slots(offer.actor, &mut slots);
                }
            }
            TieKind::Event => {
                if let Some(event) = self.tables.events.get(tie.no) {
                    let data = event.data();
                    self.common_slots(&data.themes, &data.languages, &data.target_groups, &mut slots);
                    event.hosts.iter().for_each(|host| self.owner_slots(*host, &mut slots));
                }
            }
            TieKind::Project | TieKind::Link | TieKind::Contact => {}
        }
        sorted(slots)
    }

    fn common_slots(
        &self,
        themes: &[domain::ThemeId],
        languages: &[domain::Language],
        groups: &[domain::vocabulary::TargetGroup],
        slots: &mut Vec<Slot>,
    ) {
        for theme in self.taxonomy.listed_themes(themes) {
            let lineage = &self.taxonomy.theme_entry(theme).lineage;
            slots.extend(lineage.iter().map(|no| (Family::Theme, u32::from(no.0))));
        }
        self.language_slots(Family::Language, languages, slots);
        slots.extend(groups.iter().map(|group| (Family::TargetGroup, target_group_place(*group))));
    }

    /// Adds the bitmaps of languages and of those they are varieties of.
    pub(super) fn language_slots(&self, family: Family, languages: &[domain::Language], slots: &mut Vec<Slot>) {
        let mut add = |tag: &domain::Language| slots.extend(self.tables.languages.number(tag).map(|no| (family, no)));
        for language in languages {
            add(language);
            language.broader().for_each(|language| add(&language));
        }
    }

    fn owner_slots(&self, owner: ActorNo, slots: &mut Vec<Slot>) {
        if let Some(actor) = self.tables.actors.get(owner.0) {
            self.district_slots(actor, slots);
        }
    }
}

fn sorted(mut slots: Vec<Slot>) -> Vec<Slot> {
    slots.sort_unstable();
    slots.dedup();
    slots
}

impl Indexes {
    /// All indexes of a state.
    pub(crate) fn new(state: SnapshotView<'_>) -> Self {
        let mut places = Places::default();
        for (no, actor) in state.tables.actors.iter() {
            places.set(no, actor.data().location.map(|location| location.position));
        }
        let order =
            |kept: Kept| sorted_order(state.tables.actors.iter().map(|(no, actor)| (kept.key(actor), no)).collect());
        let offers = state.tables.offers.iter().filter(|(_, offer)| state.tables.is_shown(offer.actor));
        let mut indexes = Self {
            actors: Families::default(),
            offers: Families::default(),
            events: Families::default(),
            projects: Families::default(),
            links: Families::default(),
            by_name: order(Kept::Name),
            by_update: order(Kept::Update),
            by_verification: order(Kept::Verification),
            by_title: sorted_order(offers.map(|(no, offer)| (offer_key(offer), no)).collect()),
            places,
        };
        indexes.fill_families(state);
        indexes
    }

    /// All bitmaps of a state anew, because the trees have changed their shape.
    pub(crate) fn fill_families(&mut self, state: SnapshotView<'_>) {
        let tables = state.tables;
        self.actors = Families::default();
        for (no, _) in tables.actors.iter() {
            self.actors.add(no, &state.actor_slots(no));
        }
        self.offers = tied_families(state, TieKind::Offer, tables.offers.iter().map(|(no, _)| no));
        self.events = tied_families(state, TieKind::Event, tables.events.iter().map(|(no, _)| no));
        self.projects = tied_families(state, TieKind::Project, tables.projects.iter().map(|(no, _)| no));
        self.links = tied_families(state, TieKind::Link, tables.links.iter().map(|(no, _)| no));
    }

    /// Follows what changed between two states. `families` is whether the bitmaps follow number by
    /// number too, because the trees have kept their shape.
    pub(crate) fn follow(
        &mut self,
        before: SnapshotView<'_>,
        after: SnapshotView<'_>,
        touched: &Touched,
        families: bool,
    ) {
        for kept in Kept::ALL {
            let order = match kept {
                Kept::Name => &mut self.by_name,
                Kept::Update => &mut self.by_update,
                Kept::Verification => &mut self.by_verification,
            };
            let old = |no| before.tables.actors.get(no).map(|actor| kept.key(actor));
            let new = |no| after.tables.actors.get(no).map(|actor| kept.key(actor));
            reorder(order, &touched.actors, old, new);
        }
        let shown = |state: SnapshotView<'_>, no| state.tables.is_tie_shown(Tie { kind: TieKind::Offer, no });
        let old = |no| before.tables.offers.get(no).filter(|_| shown(before, no)).map(|offer| offer_key(offer));
        let new = |no| after.tables.offers.get(no).filter(|_| shown(after, no)).map(|offer| offer_key(offer));
        reorder(&mut self.by_title, &touched.offers, old, new);
        for no in &touched.actors {
            let location = after.tables.actors.get(no).and_then(|actor| actor.data().location);
            self.places.set(no, location.map(|location| location.position));
        }
        if !families {
            return;
        }
        for no in &touched.with_owners(before.tables, after.tables) {
            self.actors.shift(no, &before.actor_slots(no), &after.actor_slots(no));
        }
        let tied = [
            (TieKind::Offer, &touched.offers, &mut self.offers),
            (TieKind::Event, &touched.events, &mut self.events),
            (TieKind::Project, &touched.projects, &mut self.projects),
            (TieKind::Link, &touched.links, &mut self.links),
        ];
        for (kind, numbers, families) in tied {
            for no in numbers {
                let tie = Tie { kind, no };
                families.shift(no, &before.tie_slots(tie), &after.tie_slots(tie));
            }
        }
    }

    pub(crate) fn order(&self, kept: Kept) -> &OrderedIndex {
        match kept {
            Kept::Name => &self.by_name,
            Kept::Update => &self.by_update,
            Kept::Verification => &self.by_verification,
        }
    }
}

fn tied_families(state: SnapshotView<'_>, kind: TieKind, numbers: impl Iterator<Item = u32>) -> Families {
    let mut families = Families::default();
    numbers.for_each(|no| families.add(no, &state.tie_slots(Tie { kind, no })));
    families
}

fn sorted_order(mut keys: Vec<(Key<'_>, u32)>) -> OrderedIndex {
    keys.sort_unstable();
    let numbers: Vec<u32> = keys.into_iter().map(|(_, no)| no).collect();
    OrderedIndex::new(&numbers)
}

/// Takes out of an order all whose key changed, then puts them in at their new places.
fn reorder<'a>(
    order: &mut OrderedIndex,
    numbers: &RoaringBitmap,
    old: impl Fn(u32) -> Option<Key<'a>>,
    new: impl Fn(u32) -> Option<Key<'a>>,
) {
    let moved: Vec<u32> = numbers.iter().filter(|no| old(*no) != new(*no)).collect();
    moved.iter().for_each(|no| order.remove(*no));
    for no in moved {
        let Some(key) = new(no) else { continue };
        // Whoever is in the order has a key; should one be missing, it would stand in front.
        order.insert(no, |other| new(other).unwrap_or(NOWHERE).cmp(&key));
    }
}

impl Touched {
    /// Adds what belongs to the touched actors in either state: it may have come into sight or gone.
    pub(crate) fn with_ties(mut self, before: &FactTables, after: &FactTables) -> Self {
        for actor in self.actors.clone() {
            let ties = [before, after].into_iter().flat_map(|tables| tables.all_ties(ActorNo(actor)));
            for tie in ties {
                match tie.kind {
                    TieKind::Offer => self.offers.insert(tie.no),
                    TieKind::Event => self.events.insert(tie.no),
                    TieKind::Project => self.projects.insert(tie.no),
                    TieKind::Link => self.links.insert(tie.no),
                    TieKind::Contact => false,
                };
            }
        }
        self
    }

    /// The touched actors and those whose offers or links are touched, which count for them.
    fn with_owners(&self, before: &FactTables, after: &FactTables) -> RoaringBitmap {
        let offers = self.offers.iter().map(|no| Tie { kind: TieKind::Offer, no });
        let links = self.links.iter().map(|no| Tie { kind: TieKind::Link, no });
        let owners = offers.chain(links).flat_map(|tie| [before, after].map(|tables| tables.owners(tie)));
        &self.actors | &owners.flatten().map(|owner| owner.0).collect::<RoaringBitmap>()
    }

    pub(crate) fn is_empty(&self) -> bool {
        let numbers = [&self.actors, &self.offers, &self.events, &self.projects, &self.links];
        numbers.iter().all(|numbers| numbers.is_empty()) && !self.themes && !self.districts
    }
}
