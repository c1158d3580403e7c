//! The first pass of an import: which slugs the files and the store hold, and which id each means.

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
};

use domain::{
    Actor, District, Entity, EntityKind, Gazetteer, LocalisedText, Record, Slug, Theme, publication::with_public_place,
    rules::Problem, vocabulary::Precision,
};
use formats::{
    Known, Problems,
    districts_geojson::DistrictPatch,
    identity::IdentityFacts,
    interchange::{Entry, FileNames, Located, Section},
    problem::Place,
};
use futures_util::TryStreamExt;
use store::{Store, StoreError, Stored};
use uuid::Uuid;

use super::{
    ImportSource, ProgressSink, TransferError,
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
    /// Which files were written for the public.
    pub(super) public: Vec<bool>,
    /// How many entries each file has.
    pub(super) entries: Vec<usize>,
    /// Every entry, where they are to be told one by one.
    pub(super) heads: Option<Vec<EntryHead>>,
}

impl Naming {
    /// Whether a file lists a district beside those that bring boundaries alone.
    pub(super) fn is_listed_district(&self, slug: &Slug) -> bool {
        self.files.iter().any(|names| names.districts().any(|known| known == slug))
    }
}

/// What an entry is called, whatever is wrong with it.
pub(super) struct EntryHead {
    /// Which file.
    pub(super) file: usize,
    /// Where in it.
    pub(super) place: Place,
    /// What sort of entry.
    pub(super) kind: EntityKind,
    /// What people call it; empty where that cannot be read.
    pub(super) name: String,
}

impl EntryHead {
    fn of(file: usize, located: &Located) -> Self {
        let german = |text: &LocalisedText| text.resolve("de").map(|(_, text)| text.to_owned()).unwrap_or_default();
        let (kind, name) = match &located.entry {
            Entry::District(entry) => (EntityKind::District, german(&entry.name)),
            Entry::Theme(entry) => (EntityKind::Theme, german(&entry.label)),
            Entry::Actor(entry) => (EntityKind::Actor, entry.name.clone()),
            Entry::Project(entry) => (EntityKind::Project, german(&entry.title)),
            Entry::Link(entry) => (EntityKind::Link, format!("{} {} {}", entry.from, entry.kind, entry.to)),
            Entry::Offer(entry) => (EntityKind::Offer, german(&entry.entry.title)),
            Entry::Event(entry) => (EntityKind::Event, german(&entry.entry.title)),
            Entry::Invalid(refused) => {
                let kind = match refused.section {
                    Section::Districts => EntityKind::District,
                    Section::Themes => EntityKind::Theme,
                    Section::Actors => EntityKind::Actor,
                    Section::Projects => EntityKind::Project,
                    Section::Links => EntityKind::Link,
                    Section::Offers => EntityKind::Offer,
                    Section::Events => EntityKind::Event,
                };
                let slug = refused.slug.as_ref().map(ToString::to_string);
                (kind, refused.name.clone().or(slug).unwrap_or_default())
            }
        };
        Self { file, place: located.place.clone(), kind, name }
    }
}

/// Ids that a file gives itself.
#[derive(Debug, Default)]
struct Given {
    by_slug: HashMap<Slug, (Uuid, Place)>,
    ids: HashSet<Uuid>,
}

/// What the store's slugs mean.
pub(super) async fn read_known(store: &Store) -> Result<Known, StoreError> {
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
    let mut actors = store.all::<Actor>().await?;
    while let Some(actor) = actors.try_next().await? {
        known.add_name(actor.id, &actor.data.name);
        known.add_stored_name(&actor.data.name, &actor.data.slug);
        known.add_identity(actor.id, IdentityFacts::of_actor(&actor.data));
        if let Some(location) = actor.data.location {
            known.add_position(actor.id, location.position);
        }
        if let Some(location) = actor.data.location.filter(|location| location.precision != Precision::Exact) {
            known.add_coarse(actor.id, location.precision);
        }
    }
    Ok(known)
}

/// Lets the rows of tables and the entries of files for the public know what their actors say already: they say some
/// things over it. Entries of other files know it where the public sees less of a place than there is.
pub(super) async fn know_stored(
    store: &Store,
    sources: &[ImportSource],
    naming: &mut Naming,
) -> Result<(), StoreError> {
    let mut districts: Vec<Record<District>> = store.all::<District>().await?.try_collect().await?;
    districts.retain(|district| district.data.replaced_by.is_none());
    let gazetteer = Gazetteer::new(&districts);
    for ((source, names), is_public) in sources.iter().zip(&naming.files).zip(&naming.public) {
        let says_over = source.is_table() || *is_public;
        let ids = names.actors().filter_map(|slug| naming.known.actor(slug.as_str()));
        let ids: Vec<_> = ids.filter(|id| says_over || naming.known.precision(&[*id]) != Precision::Exact).collect();
        for actor in store.get_many::<Actor>(&ids).await? {
            let published = with_public_place(&actor.data, &gazetteer);
            naming.known.add_stored(actor.id, actor.data, published);
        }
    }
    Ok(())
}

/// Reads every source once and gives each slug its id.
pub(super) fn survey(
    sources: &[ImportSource],
    known: Known,
    problems: &mut [Problems],
    progress: &dyn ProgressSink,
    told_one_by_one: bool,
) -> Result<Naming, TransferError> {
    let mut naming = Naming { known, heads: told_one_by_one.then(Vec::new), ..Naming::default() };
    for (file, (source, problems)) in sources.iter().zip(problems).enumerate() {
        let mut names = FileNames::default();
        let mut given: [Given; 3] = Default::default();
        let mut found = problems.fresh();
        let reading = scan(source, progress, |located| {
            naming.heads.iter_mut().for_each(|heads| heads.push(EntryHead::of(file, &located)));
            names.note(&located, &mut found);
            note_id(&located, &mut given, &mut found);
            ControlFlow::Continue(())
        })?;
        naming.public.push(reading.is_public);
        let mut entries = reading.entries;
        names.finish(&naming.known, &mut found);
        problems.append(found);
        let [districts, themes, actors] = given;
        let known = &mut naming.known;
        let mut strangers = problems.fresh();
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
        for (slug, actor) in names.generated_names() {
            let Some(id) = known.actor(slug.as_str()) else { continue };
            known.add_name(id, &actor.name);
            if let Some(facts) = &actor.facts {
                known.add_identity(id, facts.clone());
            }
        }
        naming.strangers += strangers.count();
        problems.append(strangers);
        naming.files.push(names);
        let boundaries = boundaries(source)?;
        entries += boundaries.heads.len();
        if let Some(heads) = &mut naming.heads {
            heads.extend(boundaries.heads.iter().map(|(place, name)| EntryHead {
                file,
                place: place.clone(),
                kind: EntityKind::District,
                name: name.clone(),
            }));
        }
        naming.entries.push(entries);
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
        Entry::Project(_) | Entry::Link(_) | Entry::Offer(_) | Entry::Event(_) | Entry::Invalid(..) => return,
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
