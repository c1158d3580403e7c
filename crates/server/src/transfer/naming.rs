//! The first pass of an import: which slugs the files and the store hold, and which id each means.

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
};

use domain::{Actor, District, Entity, Slug, Theme, rules::Problem};
use formats::{
    Known, Problems,
    districts_geojson::DistrictPatch,
    interchange::{Entry, FileNames, Located},
    problem::Place,
};
use store::{Store, StoreError, Stored};
use uuid::Uuid;

use super::{
    Source, TransferError,
    scan::{boundaries, scan},
};

/// What the first pass learnt.
#[derive(Default)]
pub(super) struct Naming {
    /// The boundaries that each file brings.
    pub(super) patches: Vec<Vec<DistrictPatch>>,
    /// What every slug means, former ones included.
    pub(super) known: Known,
    /// What each file calls its entries.
    pub(super) files: Vec<FileNames>,
    /// How many entries have an id of their own and the slug of another entry of the store.
    pub(super) strangers: usize,
}

/// Ids that a file gives itself.
#[derive(Debug, Default)]
struct Given {
    by_slug: HashMap<Slug, (Uuid, Place)>,
    ids: HashSet<Uuid>,
}

/// What the store's slugs mean.
pub(super) async fn stored(store: &Store) -> Result<Known, StoreError> {
    let mut known = Known::default();
    for (slug, id) in store.slugs::<District>().await? {
        known.add_district(slug, id);
    }
    for (slug, id) in store.slugs::<Theme>().await? {
        known.add_theme(slug, id);
    }
    for (slug, id) in store.slugs::<Actor>().await? {
        known.add_actor(slug, id);
    }
    Ok(known)
}

/// Reads every source once and gives each slug its id.
pub(super) fn survey(
    sources: &[Source],
    known: Known,
    problems: &mut [Problems],
    progress: &indicatif::ProgressBar,
) -> Result<Naming, TransferError> {
    let mut naming = Naming { known, ..Naming::default() };
    for (source, problems) in sources.iter().zip(problems) {
        let mut names = FileNames::default();
        let mut given: [Given; 3] = Default::default();
        let mut found = Problems::default();
        let reading = scan(source, progress, |located| {
            names.note(&located, &mut found);
            note_id(&located, &mut given, &mut found);
            ControlFlow::Continue(())
        })?;
        names.finish(&mut found);
        problems.append(reading);
        problems.append(found);
        let [districts, themes, actors] = given;
        let known = &mut naming.known;
        let mut strangers = Problems::default();
        for slug in names.districts() {
            let id = decide::<District>(slug, &districts, known.district(slug.as_str()), &mut strangers);
            known.add_district(slug.clone(), id);
        }
        for slug in names.themes() {
            let id = decide::<Theme>(slug, &themes, known.theme(slug.as_str()), &mut strangers);
            known.add_theme(slug.clone(), id);
        }
        for slug in names.actors() {
            let id = decide::<Actor>(slug, &actors, known.actor(slug.as_str()), &mut strangers);
            known.add_actor(slug.clone(), id);
        }
        naming.strangers += strangers.count();
        problems.append(strangers);
        naming.files.push(names);
        let boundaries = boundaries(source)?;
        problems.append(boundaries.problems);
        for slug in boundaries.patches.iter().map(|patch| &patch.slug).chain(&boundaries.refused) {
            if known.district(slug.as_str()).is_none() {
                known.add_district(slug.clone(), Uuid::now_v7().into());
            }
        }
        naming.patches.push(boundaries.patches);
    }
    Ok(naming)
}

fn note_id(located: &Located, given: &mut [Given; 3], problems: &mut Problems) {
    let (kind, slug, id) = match &located.entry {
        Entry::District(entry) => (0, Some(&entry.slug), entry.id.map(Uuid::from)),
        Entry::Theme(entry) => (1, Some(&entry.slug), entry.id.map(Uuid::from)),
        Entry::Actor(entry) => (2, entry.slug.as_ref(), entry.id.map(Uuid::from)),
        Entry::Project(_) | Entry::Link(_) | Entry::Refused(..) => return,
    };
    let (Some(slug), Some(id)) = (slug, id) else { return };
    if !given[kind].ids.insert(id) {
        problems.add(located.place.problem("id", Problem::Duplicate(id.to_string())));
    }
    given[kind].by_slug.insert(slug.clone(), (id, located.place.clone()));
}

/// The id a slug means: the file's own, else the store's, else a new one. A slug of the store that
/// the file gives to another entry is a problem.
fn decide<E: Stored + Entity>(slug: &Slug, given: &Given, stored: Option<E::Id>, problems: &mut Problems) -> E::Id {
    match (given.by_slug.get(slug), stored) {
        (Some((id, place)), Some(stored)) if *id != stored.into() => {
            problems.add(place.problem("slug", Problem::Taken(slug.to_string())));
            stored
        }
        (Some((id, _)), _) => (*id).into(),
        (None, Some(stored)) => stored,
        (None, None) => Uuid::now_v7().into(),
    }
}
