//! Import: files into a store, in one transaction, all or nothing; the same files twice change
//! nothing.
//!
//! References may point forwards, and an event's hosts and a link's ends must exist before it, so
//! sources are read several times from the start: once to learn what every slug means, then once
//! each for districts and themes, for actors, and for what refers to actors. One batch of entries is
//! in memory at a time, and between the passes only slugs, ids and hashes are.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use curation::commands::WelcomeMails;
use domain::{DistrictArea, record::EntityKind, vocabulary::Role};
use formats::Problems;
use store::{Author, Store};
use tokio::sync::mpsc;

use super::{
    ImportSource, ProgressSink, TransferError,
    boundaries::Existing,
    import_note::import_note,
    naming,
    reading::{Pass, Seen, Work},
    tables::read_tables,
    writing::{ImportWriteError, write},
};

/// How often every source is read.
pub const PASSES: u64 = 4;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Entities written, by kind.
    pub written: HashMap<EntityKind, usize>,
    /// Entities that said the same already.
    pub same: usize,
    /// The actors that were put far from every district: somebody is to look at them.
    pub far_away: Vec<FarActor>,
}

/// An actor that was put far from every district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FarActor {
    /// The file.
    pub file: String,
    /// The line of the file, from 1, where it has lines.
    pub line: Option<u64>,
    /// What people call it.
    pub name: String,
}

impl Summary {
    /// How many entities were written.
    pub fn count_changed(&self) -> usize {
        self.written.values().sum()
    }
}

/// How to import.
#[derive(Debug)]
pub struct Options<'a> {
    /// The time of the changes.
    pub now: DateTime<Utc>,
    /// Moves with the bytes that are read, [`PASSES`] times over.
    pub progress: Arc<dyn ProgressSink>,
    /// Tells the actors that are published by it so.
    pub welcome: Option<WelcomeMails<'a>>,
}

/// Imports sources in one transaction.
///
/// # Errors
/// [`TransferError`]; nothing has been written then.
pub async fn import(
    store: &Store,
    sources: Vec<ImportSource>,
    mut options: Options<'_>,
) -> Result<Summary, TransferError> {
    let sources = read_tables(store, sources).await?;
    let names: Vec<String> = sources.iter().map(ImportSource::name).collect();
    let mut problems = vec![Problems::default(); sources.len()];
    let known = naming::read_known(store).await?;
    let existing = Existing::load(store).await?;
    let progress = Arc::clone(&options.progress);
    let (sources, naming, found) = tokio::task::spawn_blocking(move || {
        let naming = naming::survey(&sources, known, &mut problems, &*progress, false);
        (sources, naming, problems)
    })
    .await
    .map_err(TransferError::Stopped)?;
    let mut naming = naming?;
    naming::know_stored(store, &sources, &mut naming).await?;
    let recognised = Seen::load(store).await?;
    let mut work = Work {
        sources,
        naming,
        problems: found,
        recognised,
        existing,
        area: DistrictArea::default(),
        far_actors: Vec::new(),
        tolerant: false,
    };

    let author = Author::new(Role::Admin).with_note(import_note(&names));
    let mut writer = store.begin(author, options.now).await?;
    let mut summary = Summary::default();
    for pass in [Pass::Trees, Pass::Actors, Pass::Rest] {
        let (sender, receiver) = mpsc::channel(4);
        let progress = Arc::clone(&options.progress);
        let reading = tokio::task::spawn_blocking(move || {
            let result = work.read(pass, &*progress, &sender);
            (work, result)
        });
        let written = write(&mut writer, receiver, &mut summary, options.welcome.as_mut()).await;
        let (returned, read) = reading.await.map_err(TransferError::Stopped)?;
        work = returned;
        read?;
        match written {
            Ok(()) => {}
            Err(ImportWriteError::Failed(error)) => return Err(error.into()),
            Err(ImportWriteError::Refused(file, problem)) => {
                work.problems[file].add(*problem);
                break;
            }
        }
    }
    options.progress.finish();
    if !work.is_sound() {
        work.problems.iter_mut().for_each(Problems::sort);
        let wrong = names.iter().cloned().zip(work.problems).filter(|(_, problems)| !problems.is_empty());
        return Err(TransferError::Problems { files: wrong.collect(), strangers: work.naming.strangers });
    }
    if let Some(welcome) = options.welcome {
        welcome.queue(&mut writer).await?;
    }
    writer.commit().await?;
    summary.far_away = work
        .far_actors
        .into_iter()
        .map(|(file, place, name)| FarActor { file: names[file].clone(), line: place.line, name })
        .collect();
    Ok(summary)
}
