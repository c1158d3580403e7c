//! The questions themselves: the fields of `Query`, most of which can be asked of the past too.

use async_graphql::ID;
use chrono::{DateTime, Utc};
use directory::{ActorNo, Snapshot};
use domain::ActorType;

use crate::{
    enums::ActorOrder,
    error::{ResolverError, shorten},
    exec::{Call, Exec, Output, object},
    global_id::GlobalId,
    id_arguments::{read, read_actor},
    inputs::{ActorFilter, EventFilter, OfferFilter, window},
    scalars::Time,
    schema::type_registry::{RootType, TypeRegistry},
    types::{
        Handle, Listed,
        actor::{ActorView, AnyActor, Institution, Network, Organisation},
        at_most,
        changes::{ChangeConnection, changes},
        cooperation::{LinkView, PathView, StepView},
        coverage::CoverageView,
        district::DistrictView,
        entry_connections::{
            ActorArguments, ActorConnection, EventConnection, InstitutionConnection, NetworkConnection,
            OfferConnection, OrganisationConnection, actors, events, offers,
        },
        info::DirectoryInfo,
        interpretation::InterpretationView,
        node::NodeView,
        suggestion::SuggestionView,
        theme::ThemeView,
    },
    viewer::ViewerView,
};

/// How many ids `nodes` takes.
const MAX_IDS: usize = 100;

/// The questions asked of now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query<'s> {
    pub(crate) snapshot: &'s Snapshot,
}

/// The questions asked of the past.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DirectoryAt<'s> {
    snapshot: &'s Snapshot,
    time: DateTime<Utc>,
}

impl Query<'_> {
    /// Where it is noted that a question has no result.
    fn demand_sink<'c, 'd>(&self, call: &'c Call<'_, 'd>) -> Option<&'c Exec<'d>> {
        Some(call.exec)
    }
}

impl DirectoryAt<'_> {
    /// What the past has not is no demand of today.
    fn demand_sink<'c, 'd>(&self, _call: &'c Call<'_, 'd>) -> Option<&'c Exec<'d>> {
        None
    }
}

/// The four connections of actors differ in their type only.
macro_rules! questions {
    (
        $(#[doc = $doc:literal])+ $name:literal $handle:ty, |$this:ident, $call:ident| $($more:tt)*
    ) => {
        object! {
            $(#[doc = $doc])+
            $name ['s] $handle, implements [], |$this, $call|
            /// The thing of a global id; null where there is no such thing, or no longer.
            node(
                /// A global id, as the field `id` gives it.
                id: ID
            ): Option<NodeView<'s>> => NodeView::find($this.snapshot, read(&id, "id")?),
            /// The things of several global ids, in their order, with null where there is no such thing,
            /// no longer, or where what was given is no id at all.
            nodes(
                /// Global ids, at most 100.
                ids: Vec<ID>
            ): Vec<Option<NodeView<'s>>> => nodes($this.snapshot, &ids)?,
            /// The actor of a slug, whatever its type; former slugs lead to it too.
            actor(
                /// The slug.
                slug: String
            ): Option<AnyActor<'s>> => actor($this.snapshot, &slug).map(AnyActor),
            /// The organisation of a slug; former slugs lead to it too.
            organisation(
                /// The slug.
                slug: String
            ): Option<Organisation<'s>> => actor($this.snapshot, &slug).and_then(Organisation::from_actor),
            /// The institution of a slug; former slugs lead to it too.
            institution(
                /// The slug.
                slug: String
            ): Option<Institution<'s>> => actor($this.snapshot, &slug).and_then(Institution::from_actor),
            /// The network of a slug; former slugs lead to it too.
            network(
                /// The slug.
                slug: String
            ): Option<Network<'s>> => actor($this.snapshot, &slug).and_then(Network::from_actor),
            /// Organisations, institutions and networks together.
            #[cost(50)]
            actors(
                /// Which ones; all where nothing is said.
                filter: Option<ActorFilter>,
                /// In what order; by relevance with `filter.text`, else by name.
                orderBy: Option<ActorOrder>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): ActorConnection<'s> => {
                let arguments = ActorArguments { filter, order: orderBy, window: window(first, after, last, before) };
                actors($this.snapshot, None, arguments, $this.demand_sink($call))?
            },
            /// Organisations: migrant self-organisations, associations, initiatives.
            #[cost(50)]
            organisations(
                /// Which ones; all where nothing is said.
                filter: Option<ActorFilter>,
                /// In what order; by relevance with `filter.text`, else by name.
                orderBy: Option<ActorOrder>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): OrganisationConnection<'s> => {
                let arguments = ActorArguments { filter, order: orderBy, window: window(first, after, last, before) };
                actors($this.snapshot, Some(ActorType::Organisation), arguments, $this.demand_sink($call))?
            },
            /// Institutions: municipal and regular services.
            #[cost(50)]
            institutions(
                /// Which ones; all where nothing is said.
                filter: Option<ActorFilter>,
                /// In what order; by relevance with `filter.text`, else by name.
                orderBy: Option<ActorOrder>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): InstitutionConnection<'s> => {
                let arguments = ActorArguments { filter, order: orderBy, window: window(first, after, last, before) };
                actors($this.snapshot, Some(ActorType::Institution), arguments, $this.demand_sink($call))?
            },
            /// Networks: round tables, district conferences, associations of associations.
            #[cost(50)]
            networks(
                /// Which ones; all where nothing is said.
                filter: Option<ActorFilter>,
                /// In what order; by relevance with `filter.text`, else by name.
                orderBy: Option<ActorOrder>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): NetworkConnection<'s> => {
                let arguments = ActorArguments { filter, order: orderBy, window: window(first, after, last, before) };
                actors($this.snapshot, Some(ActorType::Network), arguments, $this.demand_sink($call))?
            },
            /// Offers, by title.
            #[cost(50)]
            offers(
                /// Which ones; all where nothing is said.
                filter: Option<OfferFilter>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): OfferConnection<'s> => {
                offers($this.snapshot, filter.unwrap_or_default().question()?, window(first, after, last, before))?
            },
            /// Events, by the start the filter's period leaves.
            #[cost(2_000)]
            events(
                /// Which ones; all where nothing is said.
                filter: Option<EventFilter>,
                /// At most this many from the front; 20 where nothing is said, at most 100.
                first: Option<i32>,
                /// Behind this cursor.
                after: Option<String>,
                /// At most this many from the back, at most 100.
                last: Option<i32>,
                /// Before this cursor.
                before: Option<String>
            ): EventConnection<'s> => {
                events($this.snapshot, filter.unwrap_or_default().question()?, window(first, after, last, before))?
            },
            /// The roots of the theme tree, in their order.
            themes: Listed<'s, ThemeView<'s>> => Listed::new($this.snapshot, $this.snapshot.theme_roots()),
            /// The theme of a slug; former slugs lead to it too.
            theme(
                /// The slug.
                slug: String
            ): Option<ThemeView<'s>> => {
                $this.snapshot.theme_by_slug(&slug).map(|no| ThemeView::of($this.snapshot, no))
            },
            /// The roots of the district tree, in their order.
            districts: Listed<'s, DistrictView<'s>> => Listed::new($this.snapshot, $this.snapshot.district_roots()),
            /// The district of a slug; former slugs lead to it too.
            district(
                /// The slug.
                slug: String
            ): Option<DistrictView<'s>> => {
                $this.snapshot.district_by_slug(&slug).map(|no| DistrictView::of($this.snapshot, no))
            },
            /// The deepest district a point lies in; null where it lies in none.
            #[cost(50)]
            districtAt(
                /// Degrees east of Greenwich, WGS84.
                longitude: f64,
                /// Degrees north of the equator, WGS84.
                latitude: f64
            ): Option<DistrictView<'s>> => {
                $this.snapshot.district_at(longitude, latitude)?.map(|no| DistrictView::of($this.snapshot, no))
            },
            /// What somebody may mean who is still typing, best first: actors, themes, districts, languages, offers and
            /// events, then whole questions. Of offers, events and questions each at most a quarter of the list.
            #[cost(1_000, word = 500, at most directory::text::MAX_WORDS)]
            suggest(
                /// What has been typed so far.
                text: String,
                /// At most this many; 8 where nothing is said, at most 100.
                first: Option<i32>,
                /// BCP-47 tag of the reader's language, in which themes, districts and languages are looked for
                /// too, and questions are completed.
                language: Option<String>
            ): Vec<SuggestionView<'s>> => {
                let language = language.as_deref().unwrap_or("de");
                let suggestions = $this.snapshot.suggest(&text, at_most(first, 8)?, language)?;
                suggestions.into_iter().map(|one| SuggestionView::of($this.snapshot, one)).collect()
            },
            /// How many actors work on each theme in each district, and where nobody does.
            #[cost(5_000)]
            coverage(
                /// Which actors are looked at; all where nothing is said.
                filter: Option<ActorFilter>
            ): CoverageView<'s> => {
                let filter = ActorFilter::to_filter(filter)?;
                CoverageView::new($this.snapshot, $this.snapshot.coverage(&filter)?)
            },
            /// The shortest chain of active cooperations from one actor to another; null where there is none.
            #[cost(2_000)]
            cooperationPath(
                /// The global id of the actor to start from.
                from: ID,
                /// The global id of the actor to reach.
                to: ID
            ): Option<PathView<'s>> => path($this.snapshot, &from, &to)?,
            /// What the directory says of itself.
            directory: DirectoryInfo<'s> => DirectoryInfo($this.snapshot),
            $($more)*
        }
    };
}

questions! {
    /// What can be asked. Every answer is of one state of the directory.
    "Query" Query<'s>, |this, call|
    /// Each entry's last change, oldest first, what was taken out included. Resumable: ask for what comes after the last cursor you have.
    changes(
        /// Behind this cursor; from the beginning where nothing is said.
        after: Option<String>,
        /// At most this many; 20 where nothing is said, at most 100.
        first: Option<i32>
    ): ChangeConnection<'s> => changes(this.snapshot, after, first)?,
    /// What a question in words asks for, such as "Elternarbeit auf Rumänisch in Wanne". What is not sure stays a word:
    /// ask `actors` with `filter` and, as its `text`, `words`.
    #[cost(600, word = 800, at most directory::MAX_QUESTION_WORDS)]
    interpret(
        /// The question, at most 4,000 characters; of one longer than 200 characters or 40 words the beginning is read.
        text: String,
        /// BCP-47 tag of the reader's language; German where nothing is said.
        language: Option<String>
    ): InterpretationView<'s> => {
        let interpretation = this.snapshot.interpret(&text, language.as_deref(), call.now())?;
        InterpretationView::new(this.snapshot, interpretation, &text, language)
    },
    /// The same questions, asked of the directory as it was.
    // Read from the store: a request gets two looks at the whole of the past, or some twenty at single actors.
    #[cost(20_000)]
    directoryAt(
        /// When; not in the future.
        time: Time
    ): DirectoryAt<'_> => {
        if time.0 > call.now() {
            return Err(ResolverError::InTheFuture { field: "time" });
        }
        DirectoryAt { snapshot: call.exec.directory_at(time.0)?, time: time.0 }
    },
    /// Who is signed in; null for the public.
    viewer: Option<ViewerView<'_>> => {
        call.exec.mark_volatile();
        ViewerView::of(this.snapshot, call.exec.requester)
    },
}

questions! {
    /// The directory as it was at a time.
    "DirectoryAt" DirectoryAt<'s>, |this, call|
    /// The time that was asked for.
    time: Time => Time(this.time),
}

fn actor<'s>(snapshot: &'s Snapshot, slug: &str) -> Option<ActorView<'s>> {
    snapshot.actor_by_slug(slug).map(|no| ActorView::of(snapshot, no))
}

fn nodes<'s>(snapshot: &'s Snapshot, ids: &[ID]) -> Result<Vec<Option<NodeView<'s>>>, ResolverError> {
    if ids.len() > MAX_IDS {
        return Err(ResolverError::TooManyIds { field: "ids", given: ids.len(), allowed: MAX_IDS });
    }
    // Clients refetch what they have kept with `nodes`; one id gone bad must not cost them the others.
    let find = |id: &ID| NodeView::find(snapshot, GlobalId::decode(id)?);
    Ok(ids.iter().map(find).collect())
}

fn known_actor(snapshot: &Snapshot, id: &ID, field: &str) -> Result<ActorNo, ResolverError> {
    let unknown = || ResolverError::UnknownActor { field: field.to_owned(), given: shorten(id) };
    snapshot.actor_no(read_actor(id, field)?).ok_or_else(unknown)
}

fn path<'s>(snapshot: &'s Snapshot, from: &ID, to: &ID) -> Result<Option<PathView<'s>>, ResolverError> {
    let (from, to) = (known_actor(snapshot, from, "from")?, known_actor(snapshot, to, "to")?);
    let step = |(link, actor): (Option<directory::LinkNo>, ActorNo)| StepView {
        actor: AnyActor::of(snapshot, actor),
        link: link.map(|no| LinkView::of(snapshot, no)),
    };
    Ok(snapshot.cooperation_path(from, to).map(|steps| PathView(steps.into_iter().map(step).collect())))
}

impl RootType for Query<'_> {
    const NAME: &'static str = "Query";

    fn register(registry: &mut TypeRegistry<'_>) -> String {
        Self::type_ref(registry)
    }
}
