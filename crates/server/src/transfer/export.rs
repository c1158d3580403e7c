//! Export: the directory as one file of the directory format, which an import reads back.
//!
//! Actors stand in the order of their slugs with what belongs to them below, so ids are read first
//! and records a batch at a time.

use std::{collections::HashMap, io::Write};

use domain::{
    Actor, ActorId, ContactPerson, CooperationLink, District, Event, Gazetteer, Offer, Project, Record, Slug, Theme,
    publication::Discretion, record::LifeStatus,
};
use formats::{
    Names,
    interchange::{ActorRecords, Composer, DirectoryWriter, Scope, WriteError, in_tree_order},
};
use futures_util::TryStreamExt;
use store::{Store, StoreError, Stored};

use super::TransferError;

/// How many actors are in memory at once.
const BATCH: usize = 500;

/// Writes everything of `scope` to `out`, which messages call `file`. Returns how many actors it
/// wrote.
///
/// # Errors
/// [`TransferError`]; a part may have been written then.
pub async fn export(store: &Store, out: impl Write, file: &str, scope: Scope) -> Result<usize, TransferError> {
    let failed = |error: WriteError| unwritable(file, error);
    let mut districts: Vec<Record<District>> = store.all::<District>().await?.try_collect().await?;
    districts.retain(|district| district.data.replaced_by.is_none());
    let themes: Vec<Record<Theme>> = store.all::<Theme>().await?.try_collect().await?;
    let mut names = Names::default();
    for district in &districts {
        names.add_district(district.id, district.data.slug.clone());
    }
    for theme in &themes {
        names.add_theme(theme.id, theme.data.slug.clone());
    }
    let mut discretion = Discretion::default();
    let actors = actors(store, scope, &mut names, &mut discretion).await?;
    let gazetteer = Gazetteer::new(&districts);
    let composer = Composer { scope, names: &names, gazetteer: &gazetteer, discretion: &discretion };

    let mut writer = DirectoryWriter::new(out, scope).map_err(failed)?;
    for record in in_tree_order(districts, |data| (data.parent, data.position, data.slug.clone())) {
        let entry = composer.district(record).map_err(|error| failed(error.into()))?;
        writer.district(&entry).map_err(failed)?;
    }
    for record in in_tree_order(themes, |data| (data.parent, data.position, data.slug.clone())) {
        let entry = composer.theme(record).map_err(|error| failed(error.into()))?;
        writer.theme(&entry).map_err(failed)?;
    }
    let mut below = DependentRows::load(store, &composer).await?;
    for ids in actors.chunks(BATCH) {
        for records in below.take(store, ids).await? {
            if let Some(entry) = composer.actor(records).map_err(|error| failed(error.into()))? {
                writer.actor(&entry).map_err(failed)?;
            }
        }
    }
    let mut projects = store.all::<Project>().await?;
    while let Some(project) = projects.try_next().await? {
        if let Some(entry) = composer.project(project).map_err(|error| failed(error.into()))? {
            writer.project(&entry).map_err(failed)?;
        }
    }
    let mut links = store.all::<CooperationLink>().await?;
    while let Some(link) = links.try_next().await? {
        if let Some(entry) = composer.link(link).map_err(|error| failed(error.into()))? {
            writer.link(&entry).map_err(failed)?;
        }
    }
    writer.finish().map_err(failed)?;
    Ok(actors.len())
}

/// Every actor of the scope, by slug; their slugs are what the file may name.
async fn actors(
    store: &Store,
    scope: Scope,
    names: &mut Names,
    discretion: &mut Discretion,
) -> Result<Vec<ActorId>, StoreError> {
    let mut actors: Vec<(Slug, ActorId)> = Vec::new();
    let mut all = store.all::<Actor>().await?;
    while let Some(actor) = all.try_next().await? {
        if scope == Scope::Everything || actor.data.status == LifeStatus::Published {
            discretion.note(&actor);
            names.add_actor(actor.id, actor.data.slug.clone());
            actors.push((actor.data.slug, actor.id));
        }
    }
    actors.sort_unstable();
    Ok(actors.into_iter().map(|(_, id)| id).collect())
}

/// Which ids belong below which actor.
struct DependentRows {
    offers: HashMap<ActorId, Vec<domain::OfferId>>,
    events: HashMap<ActorId, Vec<domain::EventId>>,
    persons: HashMap<ActorId, Vec<domain::PersonId>>,
}

impl DependentRows {
    async fn load(store: &Store, composer: &Composer<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            offers: group_by_home(store, |offer: &Offer| Some(offer.actor)).await?,
            events: group_by_home(store, |event: &Event| composer.home(event)).await?,
            persons: group_by_home(store, |person: &ContactPerson| Some(person.actor)).await?,
        })
    }

    async fn take(&mut self, store: &Store, ids: &[ActorId]) -> Result<Vec<ActorRecords>, StoreError> {
        let mut offers = fetch::<Offer>(store, &mut self.offers, ids).await?;
        let mut events = fetch::<Event>(store, &mut self.events, ids).await?;
        let mut persons = fetch::<ContactPerson>(store, &mut self.persons, ids).await?;
        let actors = store.get_many::<Actor>(ids).await?;
        Ok(actors
            .into_iter()
            .map(|actor| ActorRecords {
                offers: offers.remove(&actor.id).unwrap_or_default(),
                events: events.remove(&actor.id).unwrap_or_default(),
                contact_persons: persons.remove(&actor.id).unwrap_or_default(),
                actor,
            })
            .collect())
    }
}

async fn group_by_home<E: Stored>(
    store: &Store,
    home: impl Fn(&E) -> Option<ActorId>,
) -> Result<HashMap<ActorId, Vec<E::Id>>, StoreError> {
    let mut groups: HashMap<ActorId, Vec<E::Id>> = HashMap::new();
    let mut all = store.all::<E>().await?;
    while let Some(record) = all.try_next().await? {
        if let Some(actor) = home(&record.data) {
            groups.entry(actor).or_default().push(record.id);
        }
    }
    Ok(groups)
}

async fn fetch<E: Stored>(
    store: &Store,
    groups: &mut HashMap<ActorId, Vec<E::Id>>,
    actors: &[ActorId],
) -> Result<HashMap<ActorId, Vec<Record<E>>>, StoreError> {
    let mut fetched = HashMap::new();
    let (owners, ids): (Vec<ActorId>, Vec<E::Id>) = actors
        .iter()
        .flat_map(|actor| groups.remove(actor).unwrap_or_default().into_iter().map(|id| (*actor, id)))
        .unzip();
    let owner: HashMap<E::Id, ActorId> = ids.iter().copied().zip(owners).collect();
    for record in store.get_many::<E>(&ids).await? {
        if let Some(actor) = owner.get(&record.id) {
            fetched.entry(*actor).or_insert_with(Vec::new).push(record);
        }
    }
    Ok(fetched)
}

fn unwritable(file: &str, error: WriteError) -> TransferError {
    match error {
        WriteError::Io(source) => TransferError::File { file: file.to_owned(), doing: "written", source },
        other => TransferError::Unreadable { file: file.to_owned(), source: Box::new(other) },
    }
}
