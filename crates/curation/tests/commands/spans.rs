//! Spans: one request shows its commands and their transactions, with how they ended and nothing of what entries say.

use std::{
    collections::BTreeMap,
    fmt::Debug,
    sync::{Arc, LazyLock, Mutex},
};

use curation::{
    Patch,
    commands::{CreateContact, ProposeLink, VersionedRef},
};
use domain::Actor;
use serde_json::json;
use tracing::{
    Instrument, Subscriber,
    field::{Field, Visit},
    span,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
    util::SubscriberInitExt,
};
use uuid::Uuid;

use crate::{fixtures::*, on_both};

/// Lines of the spans that have ended in each request: where one stands, from the outermost on, and what it says.
#[derive(Clone, Default)]
struct EndedSpans(Arc<Mutex<BTreeMap<String, Vec<String>>>>);

/// The fields of a span.
#[derive(Default)]
struct RecordedFields(BTreeMap<&'static str, String>);

impl Visit for RecordedFields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for EndedSpans {
    fn on_new_span(&self, attributes: &span::Attributes<'_>, id: &span::Id, context: Context<'_, S>) {
        let mut fields = RecordedFields::default();
        attributes.record(&mut fields);
        context.span(id).expect("a span").extensions_mut().insert(fields);
    }

    fn on_record(&self, id: &span::Id, values: &span::Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).expect("a span");
        values.record(span.extensions_mut().get_mut::<RecordedFields>().expect("its fields"));
    }

    fn on_close(&self, id: span::Id, context: Context<'_, S>) {
        let span = context.span(&id).expect("a span");
        let Some(request) = span.scope().from_root().find(|span| span.name() == "request") else { return };
        let request = request.extensions().get::<RecordedFields>().and_then(|fields| fields.0.get("id").cloned());
        let path: Vec<&str> = span.scope().from_root().map(|span| span.name()).collect();
        let extensions = span.extensions();
        let fields = extensions.get::<RecordedFields>().expect("its fields").0.iter();
        let fields: Vec<String> = fields.map(|(name, value)| format!("{name}={value}")).collect();
        let line = format!("{} {}", path.join("/"), fields.join(" "));
        self.0.lock().expect("no panic").entry(request.expect("an id")).or_default().push(line);
    }
}

/// What records them. It is everybody's: what a command leaves to another task ends there.
fn ended_spans() -> &'static EndedSpans {
    static SPANS: LazyLock<EndedSpans> = LazyLock::new(|| {
        let spans = EndedSpans::default();
        tracing_subscriber::registry().with(spans.clone()).init();
        spans
    });
    &SPANS
}

const PRIVATE: &str = "Geheimwort";

on_both! {
    async fn a_request_shows_its_commands_and_transactions_and_nothing_of_the_entries(world: World) {
        let (spans, request) = (ended_spans(), Uuid::now_v7().to_string());
        let named = |name: &str| {
            let fields = Patch::new().with("name", name).with("kind", json!({ "type": "organisation", "kind": "culture" }));
            let fields = fields.with("summary", json!({ "de": PRIVATE })).with("email", format!("{PRIVATE}@verein.example"));
            fields.with("address", json!({ "street": PRIVATE })).with("phone", "02323 999966")
        };
        let asked = async {
            let actor = world.curation.create::<Actor>(&staff(), create(named(PRIVATE))).await.expect("an actor").value;
            refusal(world.curation.create::<Actor>(&staff(), create(named(" "))).await);
            let fields = Patch::new().with("actor", actor.id).with("name", json!({ "value": PRIVATE }));
            let contact = CreateContact { fields, consents: BTreeMap::new() };
            world.curation.create_contact(&staff(), contact).await.expect("a contact");
            let fields = Patch::new().with("from", actor.id).with("to", actor.id).with("publicNote", PRIVATE);
            refusal(world.curation.propose_link(&staff(), ProposeLink { fields, note: Some(PRIVATE.to_owned()) }).await);
            let seen = VersionedRef { id: actor.id, expected_version: 1, note: Some(PRIVATE.to_owned()) };
            world.curation.archive::<Actor>(&staff(), seen).await.expect("archived");
        };
        asked.instrument(tracing::info_span!("request", id = request)).await;

        let entities = |outcome: &str| format!("request/command/transaction outcome={outcome} writes=entities");
        let command = |name: &str, outcome: &str| format!("request/command name={name} outcome={outcome}");
        let expected = [
            entities("committed"), command("create", "done"),
            entities("undone"), command("create", "refused"),
            entities("committed"), command("create_contact", "done"),
            entities("undone"), command("propose_link", "refused"),
            entities("committed"), command("archive", "done"),
            format!("request id={request}"),
        ];
        let lines = spans.0.lock().expect("no panic").remove(&request).expect("spans");
        for private in [PRIVATE, "geheimwort", "999966"] {
            assert!(lines.iter().all(|line| !line.contains(private)), "{private} in {lines:#?}");
        }
        // The driver of the database has spans of its own.
        let is_own = |line: &&String| {
            let name = line.split(' ').next().and_then(|path| path.rsplit('/').next());
            name.is_some_and(|name| ["request", "command", "transaction"].contains(&name))
        };
        assert_eq!(lines.iter().filter(is_own).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    }
}
