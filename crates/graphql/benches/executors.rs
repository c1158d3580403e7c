//! The question of a network partner through this crate's executor and through async-graphql's own, over the same
//! snapshot, from the request's text to the answer's bytes.
//!
//! What stands here for async-graphql is what its book recommends: objects that are numbers, the snapshot in the
//! context, nothing boxed beyond what the library boxes. Both must answer the same before anything is measured.

use std::{hint::black_box, sync::Arc};

use async_graphql::{
    Context, EmptyMutation, EmptySubscription, Enum, Error, ID, InputObject, Object, Request, Schema, SimpleObject,
    ValidationMode, Variables, parser::parse_query,
};
use chrono::DateTime;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use directory::{
    ActorNo, ActorQuestion, Cooperation, CooperationQuestion, DistrictNo, Settings, Snapshot, ThemeNo, Window,
    testing::{NoArchive, World},
};
use domain::{ActorType, LocalisedText, record::EntityKind, record::EntityRef, vocabulary};
use graphql::{Engine, GraphqlRequest, Limits, global_id};

const QUESTION: &str = r"query Search($themes: [String!], $districts: [String!]) {
  organisations(filter: { themes: $themes, districts: $districts }, first: 20) {
    totalCount
    nodes {
      id slug name
      themes { slug label }
      districts { slug name }
      location { longitude latitude }
      cooperations(first: 5) { nodes { kind partner { slug name } } }
    }
  }
}";

struct SearchRoot;

#[derive(InputObject)]
struct SearchInput {
    themes: Option<Vec<String>>,
    districts: Option<Vec<String>>,
}

struct ActorPage {
    total: u64,
    actors: Vec<ActorNo>,
}

struct ActorObject(ActorNo);

struct ThemeObject(ThemeNo);

struct DistrictObject(DistrictNo);

#[derive(SimpleObject)]
struct LocationObject {
    longitude: f64,
    latitude: f64,
}

#[derive(SimpleObject)]
struct CooperationPage {
    nodes: Vec<CooperationObject>,
}

struct CooperationObject(Cooperation);

#[derive(Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "vocabulary::LinkKind")]
enum LinkKind {
    CooperatesWith,
    RunsProjectWith,
    MemberOf,
    UmbrellaOf,
    Supports,
    Funds,
    ProvidesRoomTo,
    HostsOfferOf,
    RefersTo,
    Trains,
    InterpretsFor,
    RepresentedIn,
}

fn snapshot<'c>(context: &Context<'c>) -> &'c Snapshot {
    context.data_unchecked::<Arc<Snapshot>>()
}

fn first(first: Option<i32>) -> Window {
    Window { first, ..Window::default() }
}

fn german(text: &LocalisedText) -> &str {
    text.resolve("de").map_or("", |(_, text)| text)
}

#[Object]
impl SearchRoot {
    async fn organisations(
        &self,
        context: &Context<'_>,
        filter: SearchInput,
        #[graphql(name = "first")] size: Option<i32>,
    ) -> Result<ActorPage, Error> {
        let filter = directory::ActorFilter {
            themes: filter.themes.unwrap_or_default(),
            districts: filter.districts.unwrap_or_default(),
            ..directory::ActorFilter::default()
        };
        let actor_type = Some(ActorType::Organisation);
        let question = ActorQuestion { actor_type, filter, window: first(size), ..ActorQuestion::default() };
        let page = snapshot(context).actors(&question).map_err(|error| Error::new(error.to_string()))?;
        Ok(ActorPage { total: page.total, actors: page.edges.into_iter().map(|(_, actor)| actor).collect() })
    }
}

#[Object]
impl ActorPage {
    async fn total_count(&self) -> u64 {
        self.total
    }

    async fn nodes(&self) -> Vec<ActorObject> {
        self.actors.iter().copied().map(ActorObject).collect()
    }
}

#[Object]
impl ActorObject {
    async fn id(&self, context: &Context<'_>) -> ID {
        let id = snapshot(context).actor(self.0).record().id.uuid();
        ID(global_id(EntityRef { kind: EntityKind::Actor, id }))
    }

    async fn slug<'c>(&self, context: &Context<'c>) -> &'c str {
        snapshot(context).actor(self.0).data().slug.as_str()
    }

    async fn name<'c>(&self, context: &Context<'c>) -> &'c str {
        &snapshot(context).actor(self.0).data().name
    }

    async fn themes(&self, context: &Context<'_>) -> Vec<ThemeObject> {
        snapshot(context).actor(self.0).themes().iter().copied().map(ThemeObject).collect()
    }

    async fn districts(&self, context: &Context<'_>) -> Vec<DistrictObject> {
        let entry = snapshot(context).actor(self.0);
        let based_in = entry.based_in();
        let elsewhere = entry.active_in().iter().copied().filter(|no| Some(*no) != based_in);
        based_in.into_iter().chain(elsewhere).map(DistrictObject).collect()
    }

    async fn location(&self, context: &Context<'_>) -> Option<LocationObject> {
        let position = snapshot(context).actor(self.0).data().location?.position;
        Some(LocationObject { longitude: position.longitude(), latitude: position.latitude() })
    }

    async fn cooperations(
        &self,
        context: &Context<'_>,
        #[graphql(name = "first")] size: Option<i32>,
    ) -> Result<CooperationPage, Error> {
        let question = CooperationQuestion { window: first(size), ..CooperationQuestion::default() };
        let page = snapshot(context).cooperations(self.0, &question).map_err(|error| Error::new(error.to_string()))?;
        Ok(CooperationPage { nodes: page.edges.into_iter().map(|(_, link)| CooperationObject(link)).collect() })
    }
}

#[Object]
impl ThemeObject {
    async fn slug<'c>(&self, context: &Context<'c>) -> &'c str {
        snapshot(context).theme(self.0).data().slug.as_str()
    }

    async fn label<'c>(&self, context: &Context<'c>) -> &'c str {
        german(&snapshot(context).theme(self.0).data().label)
    }
}

#[Object]
impl DistrictObject {
    async fn slug<'c>(&self, context: &Context<'c>) -> &'c str {
        snapshot(context).district(self.0).data().slug.as_str()
    }

    async fn name<'c>(&self, context: &Context<'c>) -> &'c str {
        german(&snapshot(context).district(self.0).data().name)
    }
}

#[Object]
impl CooperationObject {
    async fn kind(&self, context: &Context<'_>) -> LinkKind {
        snapshot(context).link(self.0.link).data().kind.into()
    }

    async fn partner(&self) -> ActorObject {
        ActorObject(self.0.partner)
    }
}

/// Every theme with every district.
fn variables(snapshot: &Snapshot) -> Vec<Variables> {
    let slugs = snapshot.themes().flat_map(|theme| {
        let theme = &snapshot.theme(theme).data().slug;
        snapshot.districts().map(move |district| (theme, &snapshot.district(district).data().slug))
    });
    slugs
        .map(|(theme, district)| Variables::from_json(serde_json::json!({"themes": [theme], "districts": [district]})))
        .collect()
}

fn executors(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    let facts = World::new(7, 10_000).into_facts();
    let snapshot = Arc::new(Snapshot::build(Settings::default(), facts).expect("snapshot"));
    let variables = variables(&snapshot);

    let engine = Engine::new(Limits::default(), Arc::new(NoArchive));
    let fresh = Engine::new(Limits { document_cache_bytes: 0, ..Limits::default() }, Arc::new(NoArchive));
    let ours = |engine: &Engine, variables: &Variables| {
        let query = QUESTION.to_owned();
        let request = GraphqlRequest { query, variables: variables.clone(), ..GraphqlRequest::default() };
        runtime.block_on(engine.answer(Arc::clone(&snapshot), DateTime::UNIX_EPOCH, &request)).body
    };

    let schema = || Schema::build(SearchRoot, EmptyMutation, EmptySubscription).data(Arc::clone(&snapshot));
    let (strict, fast) = (schema().finish(), schema().validation_mode(ValidationMode::Fast).finish());
    let document = parse_query(QUESTION).expect("a document");
    let theirs = |schema: &Schema<_, _, _>, is_parsed: bool, variables: &Variables| {
        let mut request = Request::new(QUESTION).variables(variables.clone());
        if is_parsed {
            request.set_parsed_query(document.clone());
        }
        serde_json::to_vec(&runtime.block_on(schema.execute(request))).expect("JSON")
    };

    for variables in &variables {
        let read = |body: &[u8]| serde_json::from_slice::<serde_json::Value>(body).expect("JSON");
        assert_eq!(read(&ours(&engine, variables)), read(&theirs(&strict, false, variables)));
    }

    let mut group = criterion.benchmark_group("theme × district, 10,000 actors");
    group.throughput(Throughput::Elements(1));
    let mut rotating = variables.iter().cycle();
    let mut next = || rotating.next().expect("the cycle never ends");
    group.bench_function("ours", |bencher| bencher.iter(|| black_box(ours(&engine, next()))));
    group.bench_function("ours, never seen before", |bencher| bencher.iter(|| black_box(ours(&fresh, next()))));
    group.bench_function("async-graphql", |bencher| bencher.iter(|| black_box(theirs(&strict, false, next()))));
    group.bench_function("async-graphql, parsed and hardly validated", |bencher| {
        bencher.iter(|| black_box(theirs(&fast, true, next())));
    });
    group.finish();
}

criterion_group!(benches, executors);
criterion_main!(benches);
