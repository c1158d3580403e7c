//! The way of a question: text, document, operation, snapshot, bytes.

use std::{
    collections::HashMap,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
    time::Duration,
};

use async_graphql::{Request, Value};
use chrono::{DateTime, Utc};
use curation::{Curation, accounts::Accounts, import::Importing};
use directory::{Archive, Snapshot};

use crate::{
    asker::Asker,
    compute_gate::{ComputeGate, OpenGate, Overloaded, SMALL_TEXT},
    deferred::DeferredResults,
    document::{Documents, NotPrepared},
    error::ResolverError,
    exec::{Below, Exec, LARGEST_ANSWER, TimeBudget},
    limits::Limits,
    mutation::{Desk, Performances, Step, perform, steps_of},
    outcome::{OperationKind, Outcome},
    prepared_request::PreparedRequest,
    request::GraphqlRequest,
    request_error::RequestError,
    run::{ExecutionContext, Run},
    schema::{self, ApiSchema},
    services::{Commands, Visible},
};

/// How often a request may turn out to need something more of the past. Each round finds at least one
/// thing more, and the weights of such fields keep a request below so many of them.
const ROUNDS: usize = 100;

/// Answers GraphQL requests.
#[derive(Clone)]
pub struct Engine {
    inner: Arc<EngineInner>,
    /// What mutations are done with; without it they are refused.
    commands: Option<Arc<Commands>>,
}

struct EngineInner {
    introspection: ApiSchema,
    validator: ApiSchema,
    documents: Documents,
    limits: Limits,
    archive: Arc<dyn Archive>,
    /// Where what takes long is computed.
    gate: Arc<dyn ComputeGate>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("limits", &self.inner.limits).finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine with limits, and an archive to ask about the past.
    pub fn new(limits: Limits, archive: Arc<dyn Archive>) -> Self {
        // Depth is limited with a message of our own, before this limit could be reached.
        let depth = limits.nesting + 1;
        let (introspection, validator) = (schema::introspection(depth), schema::validator(depth));
        let documents = Documents::new(limits.clone(), &schema::sdl(), &schema::field_costs());
        let gate = Arc::new(OpenGate);
        Self {
            inner: Arc::new(EngineInner { introspection, validator, documents, limits, archive, gate }),
            commands: None,
        }
    }

    /// The same with a gate that what takes long passes; to be said before anything is answered.
    #[must_use]
    pub fn with_gate(mut self, gate: Arc<dyn ComputeGate>) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.inner) {
            inner.gate = gate;
        }
        self
    }

    /// The same with commands to do mutations with, and the place where what they did is seen.
    #[must_use]
    pub fn with_commands(mut self, curation: Curation, accounts: Accounts, visible: Arc<dyn Visible>) -> Self {
        self.commands = Some(Arc::new(Commands { curation, accounts, visible, importing: None }));
        self
    }

    /// The same with somebody who reads files, for who has commands already.
    #[must_use]
    pub fn with_importing(mut self, importing: Arc<dyn Importing>) -> Self {
        let commands = self
            .commands
            .take()
            .map(|commands| Arc::new(Commands { importing: Some(importing), ..Commands::clone(&commands) }));
        self.commands = commands;
        self
    }

    /// The limits.
    pub fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// Answers a request of the public from a snapshot. `now` is the time of the request, for what depends on it.
    pub async fn answer(&self, snapshot: Arc<Snapshot>, now: DateTime<Utc>, request: &GraphqlRequest) -> Outcome {
        match self.prepare(request).await {
            Ok(prepared) => self.execute(snapshot, now, &prepared, Asker::PUBLIC).await,
            Err(outcome) => outcome,
        }
    }

    /// Parses, validates and weighs a request.
    ///
    /// # Errors
    /// The [`Outcome`] of a request that is refused.
    pub async fn prepare(&self, request: &GraphqlRequest) -> Result<PreparedRequest, Outcome> {
        if request.names_persisted_query() {
            return Err(Outcome::from_request_error(None, &RequestError::persisted_query()));
        }
        if request.query.len() <= SMALL_TEXT || self.inner.documents.is_known(&request.query) {
            return self.prepare_here(request).await;
        }
        // Reading a long document takes milliseconds. It waits for nothing, so it is done when it is first looked at.
        let mut prepared = None;
        let compute = self.inner.gate.compute(&mut || prepared = look_once(self.prepare_here(request)));
        match (compute, prepared) {
            (Err(Overloaded), _) => Err(Outcome::overload(None)),
            (Ok(()), Some(prepared)) => prepared,
            (Ok(()), None) => self.prepare_here(request).await,
        }
    }

    async fn prepare_here(&self, request: &GraphqlRequest) -> Result<PreparedRequest, Outcome> {
        let inner = &self.inner;
        let operation = inner
            .documents
            .operation(&inner.validator, &request.query, request.operation_name.as_deref())
            .await
            .map_err(|(kind, refusal): NotPrepared| Outcome::from_request_error(kind.map(Into::into), &refusal))?;
        let Some(definition) = operation.definition() else {
            let refusal = RequestError::operation("there is no operation".to_owned());
            return Err(Outcome::from_request_error(None, &refusal));
        };
        let kind = definition.node.ty;
        let (variables, complexity) = inner
            .documents
            .variables(&operation.prepared, definition, &request.variables)
            .map_err(|refusal| Outcome::from_request_error(Some(kind.into()), &refusal))?;
        Ok(PreparedRequest::new(operation, variables, kind.into(), complexity))
    }

    /// Executes a prepared request. A mutation is answered from a snapshot that has what it did.
    pub async fn execute(
        &self,
        snapshot: Arc<Snapshot>,
        now: DateTime<Utc>,
        request: &PreparedRequest,
        asker: Asker<'_>,
    ) -> Outcome {
        let (snapshot, performed) = match request.kind() {
            // On the heap: questions should not carry what only changes need.
            OperationKind::Mutation => Box::pin(self.perform(snapshot, now, request, asker)).await,
            _ => (snapshot, Performances::new()),
        };
        let given = ExecutionContext { performed: &performed, ..ExecutionContext::new(asker) };
        self.write(&snapshot, now, request, given).await
    }

    /// Writes the answer of a prepared request, in as many rounds as it turns out to need.
    pub(crate) async fn write(
        &self,
        snapshot: &Snapshot,
        now: DateTime<Utc>,
        request: &PreparedRequest,
        given: ExecutionContext<'_>,
    ) -> Outcome {
        let mut fetched = DeferredResults::default();
        let mut rounds = 0;
        let mut used = Duration::ZERO;
        // Of a mutation the work is done by now, and is told.
        let allowed = if request.kind() == OperationKind::Mutation { u64::MAX } else { self.inner.limits.time_ms };
        loop {
            let work = || Run::new(snapshot, (now, used, allowed), request, given, &fetched);
            let run = match self.run(work, request, snapshot.actor_count()) {
                Ok(run) => run,
                Err(Overloaded) => return Outcome::overload(Some(request.kind())),
            };
            used = run.used;
            rounds += 1;
            if run.is_over {
                return Outcome::limit_error(request.kind(), ResolverError::OutOfTime { allowed });
            }
            if run.is_full {
                return Outcome::limit_error(request.kind(), ResolverError::AnswerTooLarge { allowed: LARGEST_ANSWER });
            }
            if run.wanted.is_empty() || rounds > ROUNDS {
                return run.outcome(request.kind());
            }
            if run.wanted.introspection.get() {
                fetched.introspection = match self.introspect_apart(request) {
                    Ok(Some(found)) => Some(found),
                    Ok(None) => Some(self.introspect(request).await),
                    Err(Overloaded) => return Outcome::overload(Some(request.kind())),
                };
            }
            let wanted = run.wanted;
            if let Some(missing) = wanted.readings.take() {
                let readings = fetched.readings.get_or_insert_default();
                // On the heap: only who is signed in reads from the store.
                Box::pin(readings.fetch(*missing, self.commands.as_deref(), given.asker.requester)).await;
            }
            fetched.fetch(wanted, &*self.inner.archive).await;
        }
    }

    /// One run, here where it is short, else through the gate.
    fn run(
        &self,
        work: impl Fn() -> Run + Send + Sync,
        request: &PreparedRequest,
        actors: usize,
    ) -> Result<Run, Overloaded> {
        if request.is_small(actors) {
            return Ok(work());
        }
        let mut run = None;
        match self.inner.gate.compute(&mut || run = Some(work())) {
            // What was done is told, however much there is to do.
            Err(Overloaded) if request.kind() == OperationKind::Mutation => Ok(work()),
            Err(Overloaded) => Err(Overloaded),
            Ok(()) => run.ok_or(Overloaded),
        }
    }

    /// Does what a mutation asks for, and waits until it can be seen.
    async fn perform(
        &self,
        snapshot: Arc<Snapshot>,
        now: DateTime<Utc>,
        request: &PreparedRequest,
        asker: Asker<'_>,
    ) -> (Arc<Snapshot>, Performances) {
        let steps = steps(&snapshot, now, request, asker);
        let Some(commands) = &self.commands else {
            let refused = steps.into_iter().map(|step| (step.key, Err(ResolverError::NoCommands)));
            return (snapshot, refused.collect());
        };
        let desk = Desk {
            curation: &commands.curation,
            accounts: &commands.accounts,
            requester: asker.requester,
            quota: asker.quota,
            snapshot: &snapshot,
            reader: asker.reader,
            importing: commands.importing.as_deref(),
        };
        let performed = perform(desk, steps).await;
        let sequences = performed.iter().filter_map(|(_, ended)| Some(ended.as_ref().ok()?.sequence));
        let newest = sequences.max().unwrap_or_default();
        (commands.visible.after(newest).await, performed)
    }

    /// What [`Self::introspect`] says, through the gate: it reads from memory alone, so it is done when it is first
    /// looked at; `None` where it is not after all.
    fn introspect_apart(&self, request: &PreparedRequest) -> Result<Option<HashMap<String, Vec<u8>>>, Overloaded> {
        let mut found = None;
        let mut work = || found = look_once(self.introspect(request));
        // The schema is as large whatever the directory holds.
        if request.is_small(0) {
            work();
        } else {
            self.inner.gate.compute(&mut work)?;
        }
        Ok(found)
    }

    /// What async-graphql says of the schema, by response key.
    async fn introspect(&self, request: &PreparedRequest) -> HashMap<String, Vec<u8>> {
        let mut introspection = Request::new(String::new()).variables(request.variables().clone());
        introspection.operation_name = request.operation_name().map(ToOwned::to_owned);
        introspection.set_parsed_query(request.document().clone());
        let response = self.inner.introspection.execute(introspection).await;
        let Value::Object(members) = response.data else { return HashMap::new() };
        let json = |value: Value| serde_json::to_vec(&value).unwrap_or_else(|_| b"null".to_vec());
        members.into_iter().map(|(key, value)| (key.to_string(), json(value))).collect()
    }
}

/// What comes of a future that waits for nothing; `None` where it waits after all.
fn look_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// The fields of a mutation, in their order.
fn steps(snapshot: &Snapshot, now: DateTime<Utc>, request: &PreparedRequest, asker: Asker<'_>) -> Vec<Step> {
    let Some(operation) = request.definition() else { return Vec::new() };
    let fetched = DeferredResults::default();
    let budget = TimeBudget::unlimited();
    let exec = Exec::new(request.fragments(), request.variables(), asker.requester, &fetched, (now, &budget));
    steps_of(&Below::of(&operation.node.selection_set.node), &exec, snapshot)
}
