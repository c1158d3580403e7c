//! How each entity lies in its table: one `impl Stored` per entity.
//!
//! To add an entity: a table in `migrations`, an `impl Stored` here, a line in [`for_kind`].

use std::collections::BTreeSet;

use chrono::Datelike;
use domain::{
    Actor, ActorId, ActorKind, ContactPerson, CooperationLink, District, Event, Fact, Gazetteer, LifeStatus, Offer,
    Project, Record, Slug, Theme,
    likeness::Fingerprint,
    publication::{Present, Publish},
    record::{Entity, EntityKind},
};
use sea_orm::Value;
use uuid::Uuid;

/// An entity the store keeps.
pub trait Stored: Entity {
    /// Its table.
    const TABLE: &'static str;
    /// The columns beside those every entity has, in the order of [`Stored::values`].
    const COLUMNS: &'static [&'static str];
    /// The table of its slugs and the column of the owner there, if it has slugs.
    const SLUGS: Option<SlugTable> = None;
    /// The table of its actors and the column of the entity there, if it has several.
    const MEMBERS: Option<(&'static str, &'static str)> = None;
    /// The table of its keys and the column of the entity there, if others are found by them.
    const KEYS: Option<(&'static str, &'static str)> = None;
    /// Whether an entity is shown today, in SQL, where what is told of its past depends on its present;
    /// see [`Stored::publish_past`].
    const SHOWN: Option<&'static str> = None;

    /// The values of [`Stored::COLUMNS`].
    fn values(&self) -> Vec<Value>;

    /// Every entity this one names, by field.
    fn references(&self) -> Vec<Reference>;

    /// What the public may see of a record.
    fn publish(record: Record<Self>, gazetteer: &Gazetteer) -> Option<Fact>;

    /// What the public may see today of an earlier version.
    fn publish_past(record: Record<Self>, present: &Present<'_, Self>, gazetteer: &Gazetteer) -> Option<Fact>;

    /// Whether a change alters what is told of the past.
    fn alters_past(before: Option<&Self>, after: &Self) -> bool;

    /// The slug and the former slugs.
    fn slugs(&self) -> Option<(&Slug, &[Slug])> {
        None
    }

    /// Takes over the slugs the stored version had, so that none is ever lost.
    fn keep_slugs(&mut self, _before: &Self) {}

    /// The value that only one open link of a pair may have.
    fn open_pair(&self) -> Option<String> {
        None
    }

    /// The actors of [`Stored::MEMBERS`], in order.
    fn members(&self) -> &[ActorId] {
        &[]
    }

    /// Whether it is what is left of somebody who was forgotten.
    fn is_erased(&self) -> bool {
        false
    }

    /// The keys of [`Stored::KEYS`].
    fn keys(&self) -> BTreeSet<String> {
        BTreeSet::new()
    }
}

/// Where the slugs of an entity are.
#[derive(Clone, Copy, Debug)]
pub struct SlugTable {
    /// The table.
    pub table: &'static str,
    /// The column that says whose slug it is.
    pub owner: &'static str,
}

/// One entity named by another.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The field as API and files name it.
    pub field: String,
    /// What kind is named.
    pub kind: EntityKind,
    /// Which one.
    pub id: Uuid,
}

fn one<I: Into<Uuid>>(field: &str, kind: EntityKind, id: I) -> Reference {
    Reference { field: field.to_owned(), kind, id: id.into() }
}

fn many<'a, I: Copy + Into<Uuid>>(
    field: &'a str,
    kind: EntityKind,
    ids: &'a [I],
) -> impl Iterator<Item = Reference> + 'a {
    ids.iter().enumerate().map(move |(at, id)| one(&format!("{field}[{at}]"), kind, *id))
}

/// The former slugs of the stored version and its slug, then those that were added; without today's.
fn former_slugs(slug: &Slug, former: &[Slug], before: (&Slug, &[Slug])) -> Vec<Slug> {
    let mut kept = Vec::with_capacity(former.len());
    for candidate in before.1.iter().chain([before.0]).chain(former) {
        if candidate != slug && !kept.contains(candidate) {
            kept.push(candidate.clone());
        }
    }
    kept
}

/// Whether what belongs to one actor is shown today.
const ACTOR_SHOWN: &str = "t.is_public AND EXISTS (SELECT 1 FROM actor a WHERE a.id = t.actor_id AND a.is_public)";

/// The day in the store of an entry that nobody has verified: before every day.
pub(crate) const NEVER: i32 = 0;
/// The day in the store of a person none of whose consents is to be reviewed: behind every day.
const NO_REVIEW: i32 = i32::MAX;

/// A kind of actor in the store: some words stand in several vocabularies.
pub(crate) fn kind_word(kind: ActorKind) -> String {
    format!("{}.{}", kind.actor_type(), kind.slug())
}

fn uuid_or_null<I: Into<Uuid>>(id: Option<I>) -> Value {
    Value::Uuid(id.map(Into::into))
}

/// The methods every entity with slugs has alike.
macro_rules! with_slugs {
    () => {
        fn slugs(&self) -> Option<(&Slug, &[Slug])> {
            Some((&self.slug, &self.former_slugs))
        }

        fn keep_slugs(&mut self, before: &Self) {
            let former = former_slugs(&self.slug, &self.former_slugs, (&before.slug, &before.former_slugs));
            self.former_slugs = former.into_iter().collect();
        }
    };
}

/// Publication is the domain's business alone.
macro_rules! published_by_the_domain {
    () => {
        fn publish(record: Record<Self>, gazetteer: &Gazetteer) -> Option<Fact> {
            Publish::publish(record, gazetteer)
        }

        fn publish_past(record: Record<Self>, present: &Present<'_, Self>, gazetteer: &Gazetteer) -> Option<Fact> {
            Publish::publish_past(record, present, gazetteer)
        }

        fn alters_past(before: Option<&Self>, after: &Self) -> bool {
            <Record<Self> as Publish>::alters_past(before, after)
        }
    };
}

impl Stored for District {
    const TABLE: &'static str = "district";
    const COLUMNS: &'static [&'static str] = &["slug", "parent_id"];
    const SLUGS: Option<SlugTable> = Some(SlugTable { table: "district_slug", owner: "district_id" });

    with_slugs!();
    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![self.slug.as_str().into(), uuid_or_null(self.parent)]
    }

    fn references(&self) -> Vec<Reference> {
        let parent = self.parent.map(|parent| one("parent", EntityKind::District, parent));
        let heir = self.replaced_by.map(|heir| one("replacedBy", EntityKind::District, heir));
        parent.into_iter().chain(heir).collect()
    }
}

impl Stored for Theme {
    const TABLE: &'static str = "theme";
    const COLUMNS: &'static [&'static str] = &["slug", "parent_id", "replaced_by"];
    const SLUGS: Option<SlugTable> = Some(SlugTable { table: "theme_slug", owner: "theme_id" });

    with_slugs!();
    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![self.slug.as_str().into(), uuid_or_null(self.parent), uuid_or_null(self.replaced_by)]
    }

    fn references(&self) -> Vec<Reference> {
        let parent = self.parent.map(|parent| one("parent", EntityKind::Theme, parent));
        let heir = self.replaced_by.map(|heir| one("replacedBy", EntityKind::Theme, heir));
        parent.into_iter().chain(heir).collect()
    }
}

impl Stored for Actor {
    const TABLE: &'static str = "actor";
    const COLUMNS: &'static [&'static str] = &["slug", "status", "based_in", "kind", "verified_day"];
    const SLUGS: Option<SlugTable> = Some(SlugTable { table: "actor_slug", owner: "actor_id" });
    const KEYS: Option<(&'static str, &'static str)> = Some(("actor_key", "actor_id"));
    const SHOWN: Option<&'static str> = Some("t.is_public");

    with_slugs!();
    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![
            self.slug.as_str().into(),
            self.status.slug().into(),
            uuid_or_null(self.based_in),
            kind_word(self.kind).into(),
            self.verification.map_or(NEVER, |verification| verification.on.num_days_from_ce()).into(),
        ]
    }

    /// Archived entries are compared with nobody.
    fn keys(&self) -> BTreeSet<String> {
        if self.status == LifeStatus::Archived { BTreeSet::new() } else { Fingerprint::of(self).keys() }
    }

    fn references(&self) -> Vec<Reference> {
        let based_in = self.based_in.map(|district| one("basedIn", EntityKind::District, district));
        based_in
            .into_iter()
            .chain(many("activeIn", EntityKind::District, &self.active_in))
            .chain(many("themes", EntityKind::Theme, &self.themes))
            .collect()
    }
}

impl Stored for Offer {
    const TABLE: &'static str = "offer";
    const COLUMNS: &'static [&'static str] = &["actor_id", "status"];
    const SHOWN: Option<&'static str> = Some(ACTOR_SHOWN);

    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![self.actor.uuid().into(), self.status.slug().into()]
    }

    fn references(&self) -> Vec<Reference> {
        [one("actor", EntityKind::Actor, self.actor)]
            .into_iter()
            .chain(many("themes", EntityKind::Theme, &self.themes))
            .collect()
    }
}

impl Stored for Event {
    const TABLE: &'static str = "event";
    const COLUMNS: &'static [&'static str] = &["status"];
    const MEMBERS: Option<(&'static str, &'static str)> = Some(("event_host", "event_id"));
    const SHOWN: Option<&'static str> = Some(
        "t.is_public AND EXISTS (SELECT 1 FROM event_host h JOIN actor a ON a.id = h.actor_id \
         WHERE h.event_id = t.id AND a.is_public)",
    );

    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![self.status.slug().into()]
    }

    fn references(&self) -> Vec<Reference> {
        many("hosts", EntityKind::Actor, &self.hosts).chain(many("themes", EntityKind::Theme, &self.themes)).collect()
    }

    fn members(&self) -> &[ActorId] {
        &self.hosts
    }
}

impl Stored for Project {
    const TABLE: &'static str = "project";
    const COLUMNS: &'static [&'static str] = &["status"];
    const MEMBERS: Option<(&'static str, &'static str)> = Some(("project_actor", "project_id"));

    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![self.status.slug().into()]
    }

    fn references(&self) -> Vec<Reference> {
        many("actors", EntityKind::Actor, &self.actors)
            .chain(many("themes", EntityKind::Theme, &self.themes))
            .chain(many("districts", EntityKind::District, &self.districts))
            .collect()
    }

    fn members(&self) -> &[ActorId] {
        &self.actors
    }
}

impl Stored for CooperationLink {
    const TABLE: &'static str = "cooperation_link";
    const COLUMNS: &'static [&'static str] = &["from_actor", "to_actor", "kind", "status", "open_pair"];

    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        vec![
            self.from.uuid().into(),
            self.to.uuid().into(),
            self.kind.slug().into(),
            self.status.slug().into(),
            Value::String(self.open_pair()),
        ]
    }

    fn references(&self) -> Vec<Reference> {
        [one("from", EntityKind::Actor, self.from), one("to", EntityKind::Actor, self.to)]
            .into_iter()
            .chain(many("themes", EntityKind::Theme, &self.themes))
            .chain(many("districts", EntityKind::District, &self.districts))
            .collect()
    }

    fn open_pair(&self) -> Option<String> {
        let (first, second) = self.pair();
        self.status.is_open().then(|| format!("{}:{first}:{second}", self.kind))
    }
}

impl Stored for ContactPerson {
    const TABLE: &'static str = "contact_person";
    const COLUMNS: &'static [&'static str] = &["actor_id", "review_day"];
    const SHOWN: Option<&'static str> = Some(ACTOR_SHOWN);

    fn is_erased(&self) -> bool {
        Self::is_erased(self)
    }

    published_by_the_domain!();

    fn values(&self) -> Vec<Value> {
        let day = self.next_review().map_or(NO_REVIEW, |day| day.num_days_from_ce());
        vec![self.actor.uuid().into(), day.into()]
    }

    fn references(&self) -> Vec<Reference> {
        vec![one("actor", EntityKind::Actor, self.actor)]
    }
}

/// Does the same for the entity type of a kind that is known only at run time. Whoever uses it
/// depends on `domain`.
#[macro_export]
macro_rules! for_kind {
    ($kind:expr, $entity:ident => $body:expr) => {
        match $kind {
            domain::record::EntityKind::District => {
                type $entity = domain::District;
                $body
            }
            domain::record::EntityKind::Theme => {
                type $entity = domain::Theme;
                $body
            }
            domain::record::EntityKind::Actor => {
                type $entity = domain::Actor;
                $body
            }
            domain::record::EntityKind::Offer => {
                type $entity = domain::Offer;
                $body
            }
            domain::record::EntityKind::Event => {
                type $entity = domain::Event;
                $body
            }
            domain::record::EntityKind::Project => {
                type $entity = domain::Project;
                $body
            }
            domain::record::EntityKind::Link => {
                type $entity = domain::CooperationLink;
                $body
            }
            domain::record::EntityKind::Person => {
                type $entity = domain::ContactPerson;
                $body
            }
        }
    };
}
pub(crate) use for_kind;

/// The table of a kind.
pub(crate) const fn table_of(kind: EntityKind) -> &'static str {
    for_kind!(kind, E => <E as Stored>::TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().expect("slug")
    }

    #[test]
    fn no_slug_is_ever_lost_and_none_stands_twice() {
        let (a, b, c) = (&[slug("a")], &[slug("b")], &[slug("c")]);
        assert_eq!(former_slugs(&b[0], &[], (&a[0], &[])), a);
        assert_eq!(former_slugs(&b[0], &[], (&b[0], a)), a);
        assert_eq!(former_slugs(&a[0], &[], (&b[0], a)), b);
        assert_eq!(former_slugs(&c[0], &[slug("b"), slug("a")], (&b[0], a)), [slug("a"), slug("b")]);
    }
}
