//! What every stored entity has beside its data: an id, a version and two times.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::rules::Violations;

/// Something the directory keeps, with its own id type.
pub trait Entity: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync + 'static {
    /// The id type.
    type Id: Copy + Eq + Ord + std::hash::Hash + From<Uuid> + Into<Uuid> + Send + Sync + std::fmt::Display;
    /// Which entity this is.
    const KIND: EntityKind;

    /// Everything that is wrong with the data, all at once.
    fn check(&self) -> Violations;
}

/// An entity as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<E: Entity> {
    /// The id, made by the server.
    pub id: E::Id,
    /// Grows by one with every accepted change, from 1.
    pub version: u32,
    /// When the first version was written.
    pub created_at: DateTime<Utc>,
    /// When the newest version was written.
    pub updated_at: DateTime<Utc>,
    /// What the entity says.
    pub data: E,
}

impl<E: Entity> Record<E> {
    /// The first version of an entity.
    pub fn new(id: E::Id, at: DateTime<Utc>, data: E) -> Self {
        Self { id, version: 1, created_at: at, updated_at: at, data }
    }

    /// The next version of the same entity, with other data.
    #[must_use]
    pub fn next(&self, at: DateTime<Utc>, data: E) -> Self {
        Self { id: self.id, version: self.version + 1, created_at: self.created_at, updated_at: at, data }
    }
}

/// The entities, as the change log and public ids name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// [`Actor`](crate::Actor)
    Actor,
    /// [`Offer`](crate::Offer)
    Offer,
    /// [`Event`](crate::Event)
    Event,
    /// [`Project`](crate::Project)
    Project,
    /// [`CooperationLink`](crate::CooperationLink)
    Link,
    /// [`District`](crate::District)
    District,
    /// [`Theme`](crate::Theme)
    Theme,
    /// [`ContactPerson`](crate::ContactPerson)
    Person,
}

impl EntityKind {
    /// Every entity, in an order in which each refers only to earlier ones.
    pub const ALL: &[Self] =
        &[Self::District, Self::Theme, Self::Actor, Self::Offer, Self::Event, Self::Project, Self::Link, Self::Person];

    /// The word for it in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Offer => "offer",
            Self::Event => "event",
            Self::Project => "project",
            Self::Link => "link",
            Self::District => "district",
            Self::Theme => "theme",
            Self::Person => "person",
        }
    }

    /// The entity of that word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

/// An entity of any kind, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef {
    /// Which entity.
    pub kind: EntityKind,
    /// Its id.
    pub id: Uuid,
}

impl EntityRef {
    /// Refers to an entity by its typed id.
    pub fn of<E: Entity>(id: E::Id) -> Self {
        Self { kind: E::KIND, id: id.into() }
    }
}

/// Where an entry stands in its life.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum LifeStatus {
    /// Being written; seen by staff only.
    Draft,
    /// Public.
    #[default]
    Published,
    /// No longer public, kept with its history.
    Archived,
}

impl LifeStatus {
    /// The word for it in files and the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }
}

/// Reads a stored word back; `None` for a word that no version of the program has written.
pub fn life_status(word: &str) -> Option<LifeStatus> {
    [LifeStatus::Draft, LifeStatus::Published, LifeStatus::Archived].into_iter().find(|status| status.slug() == word)
}
