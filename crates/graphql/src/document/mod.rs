//! Documents: parsed, validated and weighed once, then kept.
//!
//! A document that was seen before costs one look-up. What depends on variables (their values, and
//! page sizes) is looked at per request.

mod analysis;
mod costs;
mod escapes;
mod grammar;
mod index;
mod overlap;
mod scan;
mod type_names;
mod values;
mod variables;

use domain::text::excerpt;
use std::sync::{Arc, OnceLock};

use async_graphql::{
    Name, Positioned, Request, Variables,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection},
    },
};
use metrics::{Counter, counter};
use moka::sync::Cache;

use self::index::SchemaIndex;
use crate::{
    limits::Limits,
    request_error::RequestError,
    schema::{ApiSchema, field_cost::FieldCosts},
};

/// A validated document. What it asks is allowed as far as that can be said without variables.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) document: ExecutableDocument,
    /// The complexity of an operation without variables that is within the limits, said once.
    weighed: OnceLock<Result<u64, RequestError>>,
}

/// An operation of a document, ready to run.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) prepared: Arc<Prepared>,
    pub(crate) name: Option<String>,
}

/// Why there is nothing to run, with the kind of operation where that could be found out.
pub(crate) type NotPrepared = (Option<OperationType>, RequestError);

impl Operation {
    /// The operation's definition.
    pub(crate) fn definition(&self) -> Option<&Positioned<OperationDefinition>> {
        select(&self.prepared.document, self.name.as_deref()).ok()
    }
}

/// Where documents come from.
#[derive(Debug)]
pub(crate) struct Documents {
    limits: Limits,
    index: SchemaIndex,
    cache: Cache<Arc<str>, Arc<Prepared>>,
    hits: Counter,
    misses: Counter,
}

/// About what a parsed document takes in memory, per byte of its text: a selection, with a name of
/// its own, for every four bytes.
const BYTES_PER_BYTE: usize = size_of::<Positioned<Selection>>() / 4;

impl Documents {
    /// No document yet.
    pub(crate) fn new(limits: Limits, sdl: &str, costs: &FieldCosts) -> Self {
        let weigher = |text: &Arc<str>, _: &Arc<Prepared>| {
            u32::try_from((text.len() + 200).saturating_mul(BYTES_PER_BYTE)).unwrap_or(u32::MAX)
        };
        let cache = Cache::builder().max_capacity(limits.document_cache_bytes).weigher(weigher).build();
        let count =
            |outcome: &'static str| counter!("bruecke_cache_total", "cache" => "documents", "outcome" => outcome);
        Self { limits, index: SchemaIndex::new(sdl, costs), cache, hits: count("hit"), misses: count("miss") }
    }

    /// Whether a document was read before.
    pub(crate) fn is_known(&self, query: &str) -> bool {
        self.cache.contains_key(query)
    }

    /// The operation of a request.
    ///
    /// # Errors
    /// The [`RequestError`] of a document that is no GraphQL, does not fit the schema, or asks too much.
    pub(crate) async fn operation(
        &self,
        validator: &ApiSchema,
        query: &str,
        name: Option<&str>,
    ) -> Result<Operation, NotPrepared> {
        let prepared = match self.cache.get(query) {
            Some(prepared) => {
                self.hits.increment(1);
                prepared
            }
            None => {
                self.misses.increment(1);
                self.prepare(validator, query, name).await?
            }
        };
        if let Err(refusal) = select(&prepared.document, name) {
            return Err((None, refusal));
        }
        Ok(Operation { prepared, name: name.map(ToOwned::to_owned) })
    }

    async fn prepare(
        &self,
        validator: &ApiSchema,
        query: &str,
        name: Option<&str>,
    ) -> Result<Arc<Prepared>, NotPrepared> {
        let unknown = |refusal| (None, refusal);
        scan::check_text(query, &self.limits).map_err(unknown)?;
        let document = parse_query(escapes::rewrite_escapes(&grammar::rewrite_grammar(query)))
            .map_err(|error| unknown(RequestError::syntax(&error)))?;
        scan::check_unique_fields(query).map_err(unknown)?;
        let kind = select(&document, name).ok().map(|operation| operation.node.ty);
        let known = |refusal| (kind, refusal);
        analysis::check_shape(&document, &self.limits).map_err(known)?;
        self.validate(validator, &document, query).await.map_err(known)?;
        overlap::check_overlaps(&self.index, &document).map_err(known)?;
        let prepared = Arc::new(Prepared { document, weighed: OnceLock::new() });
        self.cache.insert(query.into(), Arc::clone(&prepared));
        Ok(prepared)
    }

    /// The rules of the specification's section 5, most of them by async-graphql, without running anything.
    async fn validate(
        &self,
        validator: &ApiSchema,
        document: &ExecutableDocument,
        query: &str,
    ) -> Result<(), RequestError> {
        values::check_values(&self.index, document)?;
        let operations = document.operations.iter().map(|(_, operation)| operation);
        let samples = variables::samples(&self.index, operations);
        let mut document = document.clone();
        type_names::put_conditions_around(&mut document);
        let mut request = Request::new(query).variables(samples);
        // The validator wants to know which of several operations to run, though it runs none.
        if let DocumentOperations::Multiple(operations) = &document.operations {
            request.operation_name = operations.keys().next().map(ToString::to_string);
        }
        request.set_parsed_query(document);
        let response = validator.execute(request).await;
        if !response.errors.is_empty() {
            return Err(RequestError::from_validation(response.errors));
        }
        Ok(())
    }

    /// The variables to run an operation with and its complexity, if it asks no more than is allowed.
    ///
    /// # Errors
    /// A [`RequestError`].
    pub(crate) fn variables(
        &self,
        prepared: &Prepared,
        operation: &Positioned<OperationDefinition>,
        given: &Variables,
    ) -> Result<(Variables, u64), RequestError> {
        let variables = variables::coerce(&self.index, &operation.node, given)?;
        let weigh = || analysis::check_operation(&self.index, &prepared.document, operation, &variables, &self.limits);
        let only_one = matches!(prepared.document.operations, DocumentOperations::Single(_));
        let complexity = if only_one && operation.node.variable_definitions.is_empty() {
            prepared.weighed.get_or_init(weigh).clone()?
        } else {
            weigh()?
        };
        Ok((variables, complexity))
    }
}

fn select<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<&'a Positioned<OperationDefinition>, RequestError> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Ok(operation),
        (DocumentOperations::Multiple(operations), Some(name)) if operations.contains_key(name) => {
            Ok(&operations[name])
        }
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next().ok_or_else(|| RequestError::operation("there is no operation".to_owned()))
        }
        (DocumentOperations::Multiple(operations), None) => {
            let mut names: Vec<_> = operations.keys().map(Name::as_str).collect();
            names.sort_unstable();
            let names = names.join(", ");
            Err(RequestError::operation(format!(
                "operationName is needed to choose one of several operations: {names}"
            )))
        }
        (_, Some(name)) => {
            let name = excerpt(name);
            Err(RequestError::operation(format!("there is no operation {name:?} in the document")))
        }
    }
}
