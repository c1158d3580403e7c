//! The writing side of an import: batches of entities go into the store's transaction.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use curation::commands::WelcomeMails;
use domain::{
    Actor, ContactPerson, CooperationLink, District, Event, Offer, Project, Theme, rules::Problem,
    vocabulary::Precision,
};
use formats::problem::Place;
use store::{StoreError, Stored, Writer};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{
    import::Summary,
    withheld::{self, Withheld},
};

/// An entity on its way to the writer, with where it stands.
pub(super) struct Item<E: Stored> {
    pub(super) file: usize,
    pub(super) place: Place,
    pub(super) id: E::Id,
    /// When the file says it was first written.
    pub(super) created_at: Option<DateTime<Utc>>,
    pub(super) data: E,
    /// Whether it is only what the public may know.
    pub(super) is_public_view: bool,
    /// How precisely the public sees its place: read back like that, it stays as it is stored.
    pub(super) public_precision: Precision,
}

/// Entities of one kind.
pub(super) enum ImportBatch {
    Districts(Vec<Item<District>>),
    Themes(Vec<Item<Theme>>),
    Actors(Vec<Item<Actor>>),
    Offers(Vec<Item<Offer>>),
    Events(Vec<Item<Event>>),
    Projects(Vec<Item<Project>>),
    Links(Vec<Item<CooperationLink>>),
    Persons(Vec<Item<ContactPerson>>),
}

impl ImportBatch {
    /// The actors of a batch of them.
    pub(super) fn actors(&self) -> Option<&[Item<Actor>]> {
        if let Self::Actors(items) = self { Some(items) } else { None }
    }

    /// The persons of a batch of them.
    pub(super) fn persons(&self) -> Option<&[Item<ContactPerson>]> {
        if let Self::Persons(items) = self { Some(items) } else { None }
    }
}

/// Why writing stopped.
pub(super) enum ImportWriteError {
    /// An entry breaks a rule that only the store can see.
    Refused(usize, Box<formats::Problem>),
    /// The store failed.
    Failed(StoreError),
}

/// Writes every batch that comes, until there are no more or one is refused.
pub(super) async fn write(
    writer: &mut Writer,
    mut batches: mpsc::Receiver<ImportBatch>,
    summary: &mut Summary,
    mut welcome: Option<&mut WelcomeMails<'_>>,
) -> Result<(), ImportWriteError> {
    while let Some(batch) = batches.recv().await {
        match batch {
            ImportBatch::Districts(items) => save(writer, items, summary).await?,
            ImportBatch::Themes(items) => save(writer, items, summary).await?,
            ImportBatch::Actors(items) => {
                if let Some(welcome) = &mut welcome {
                    let standing: Vec<_> = items.iter().map(|item| (item.id, item.data.status)).collect();
                    welcome.note(writer, &standing).await.map_err(ImportWriteError::Failed)?;
                }
                save(writer, items, summary).await?;
            }
            ImportBatch::Offers(items) => save(writer, items, summary).await?,
            ImportBatch::Events(items) => save(writer, items, summary).await?,
            ImportBatch::Projects(items) => save(writer, items, summary).await?,
            ImportBatch::Links(items) => save(writer, items, summary).await?,
            ImportBatch::Persons(items) => save(writer, items, summary).await?,
        }
    }
    Ok(())
}

/// Writes entities of one kind.
pub(super) async fn save<E: Stored + Withheld>(
    writer: &mut Writer,
    mut items: Vec<Item<E>>,
    summary: &mut Summary,
) -> Result<(), ImportWriteError> {
    let views: Vec<E::Id> = items.iter().filter(|item| withheld::is_kept(item)).map(|item| item.id).collect();
    if !views.is_empty() {
        let stored = writer.view().get_many::<E>(&views).await.map_err(ImportWriteError::Failed)?;
        withheld::keep(&mut items, &stored.into_iter().map(|record| (record.id, record.data)).collect());
    }
    let mut places: HashMap<Uuid, (usize, Place)> = HashMap::with_capacity(items.len());
    let mut entities = Vec::with_capacity(items.len());
    for item in items {
        places.insert(item.id.into(), (item.file, item.place));
        entities.push((item.id, item.created_at, item.data));
    }
    let written = writer.save_many(entities).await.map_err(|error| refusal_error(error, &places))?;
    let changed = written.iter().flatten().count();
    *summary.written.entry(E::KIND).or_default() += changed;
    summary.same += written.len() - changed;
    Ok(())
}

/// The store's refusal with the place of the entry in its file.
fn refusal_error(error: StoreError, places: &HashMap<Uuid, (usize, Place)>) -> ImportWriteError {
    let (entity, field, problem) = match &error {
        StoreError::Taken { entity, field, value } => (entity, field, Problem::Taken(value.clone())),
        StoreError::Missing { entity, field, value } => (entity, field, Problem::Unknown(value.to_string())),
        _ => return ImportWriteError::Failed(error),
    };
    match places.get(&entity.id) {
        Some((file, place)) => ImportWriteError::Refused(*file, Box::new(place.problem(field, problem))),
        None => ImportWriteError::Failed(error),
    }
}
