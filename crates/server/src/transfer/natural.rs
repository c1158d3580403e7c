//! How entries without an id are recognised the second time: by what a person would recognise them
//! by, and by which of several alike they are.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use domain::{ContactPerson, CooperationLink, Event, Offer, Project, Record, record::Entity};
use futures_util::TryStreamExt;
use store::{Store, StoreError, Stored};
use uuid::Uuid;

/// Something by which an entry is recognised.
pub(super) trait Natural: Entity {
    /// The hash of what it is recognised by.
    fn key(&self) -> u64;
}

fn hash(parts: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

impl Natural for Offer {
    fn key(&self) -> u64 {
        hash((self.actor, self.title.get("de")))
    }
}

impl Natural for Event {
    fn key(&self) -> u64 {
        hash((self.hosts.first(), self.title.get("de"), self.starts_at))
    }
}

impl Natural for Project {
    fn key(&self) -> u64 {
        hash((self.actors.first(), self.title.get("de")))
    }
}

impl Natural for CooperationLink {
    fn key(&self) -> u64 {
        hash((self.pair(), self.kind, self.since))
    }
}

impl Natural for ContactPerson {
    fn key(&self) -> u64 {
        let name = self.name.as_ref().map(|field| field.value.as_str());
        let role = self.role.as_ref().map(|field| field.value.as_str());
        let email = self.email.as_ref().map(|field| field.value.as_str());
        let phone = self.phone.as_ref().map(|field| field.value.as_str());
        hash((self.actor, name.or(role).or(email).or(phone)))
    }
}

/// The entries of one kind that the store holds already. Sixteen bytes an entry besides its id.
#[derive(Debug, Default)]
pub(super) struct Recognised {
    ids: HashMap<(u64, u32), Uuid>,
    met: HashMap<u64, u32>,
}

impl Recognised {
    /// Learns every entry of a kind, in the order of their ids, which is that of their making.
    pub(super) async fn load<E: Stored + Natural>(
        store: &Store,
        mut learn: impl FnMut(&Record<E>),
    ) -> Result<Self, StoreError> {
        let mut all = Self::default();
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut records = store.all::<E>().await?;
        while let Some(record) = records.try_next().await? {
            learn(&record);
            let Record { id, data, .. } = record;
            let count = counts.entry(data.key()).or_default();
            all.ids.insert((data.key(), *count), id.into());
            *count += 1;
        }
        Ok(all)
    }

    /// The id of an entry of a file: its own, else that of the entry it is recognised as, else a new
    /// one.
    pub(super) fn id<E: Natural>(&mut self, given: Option<E::Id>, data: &E) -> E::Id {
        if let Some(id) = given {
            return id;
        }
        let key = data.key();
        let count = self.met.entry(key).or_default();
        let id = self.ids.get(&(key, *count)).copied();
        *count += 1;
        id.unwrap_or_else(Uuid::now_v7).into()
    }
}
