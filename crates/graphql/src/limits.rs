//! How much one request may ask, with the refusals that say so.

use std::num::{NonZeroU64, NonZeroUsize};

use serde::{Deserialize, Deserializer};

/// How much one request may ask. Every limit is on by default; a refusal names it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of a query's text.
    #[serde(deserialize_with = "nonzero_usize")]
    pub query_bytes: usize,
    /// Lexical tokens of a query.
    #[serde(deserialize_with = "nonzero_usize")]
    pub tokens: usize,
    /// Brackets inside brackets, in selections, lists and input objects together.
    #[serde(deserialize_with = "nonzero_usize")]
    pub nesting: usize,
    /// Fields inside fields. Introspection has a budget of its own.
    #[serde(deserialize_with = "nonzero_usize")]
    pub depth: usize,
    /// The estimated number of values in an answer, page sizes multiplied through.
    #[serde(deserialize_with = "nonzero_u64")]
    pub complexity: u64,
    /// The same of a subscription, whose answer is made for each change and listener.
    #[serde(deserialize_with = "nonzero_u64")]
    pub subscription_complexity: u64,
    /// The same estimate for the introspection part of a request.
    #[serde(deserialize_with = "nonzero_u64")]
    pub introspection_complexity: u64,
    /// Fields with an alias, counted after every fragment is put in its place.
    #[serde(deserialize_with = "nonzero_usize")]
    pub aliases: usize,
    /// Fields and fragments after every fragment is put in its place.
    #[serde(deserialize_with = "nonzero_usize")]
    pub selections: usize,
    /// Directives on one field, fragment or operation.
    #[serde(deserialize_with = "nonzero_usize")]
    pub directives: usize,
    /// Fields of the operation itself.
    #[serde(deserialize_with = "nonzero_usize")]
    pub root_fields: usize,
    /// Variables of one operation.
    #[serde(deserialize_with = "nonzero_usize")]
    pub variables: usize,
    /// Requests in one batch.
    #[serde(deserialize_with = "nonzero_usize")]
    pub batch: usize,
    /// The longest an operation may be computed, milliseconds. What the other limits let through takes far less;
    /// this one holds where a machine is slow or a directory very large.
    #[serde(deserialize_with = "nonzero_u64")]
    pub time_ms: u64,
    /// Whether the schema may be asked for.
    pub introspection: bool,
    /// Bytes of memory for parsed and validated documents.
    pub document_cache_bytes: u64,
}

// Nobody who writes a limit of nothing means that every request is refused.
fn nonzero_usize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    NonZeroUsize::deserialize(deserializer).map(NonZeroUsize::get)
}

fn nonzero_u64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    NonZeroU64::deserialize(deserializer).map(NonZeroU64::get)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            query_bytes: 32 * 1024,
            tokens: 2_000,
            nesting: 50,
            depth: 15,
            complexity: 50_000,
            subscription_complexity: 2_000,
            introspection_complexity: 300_000,
            aliases: 50,
            selections: 2_000,
            directives: 5,
            root_fields: 20,
            variables: 50,
            batch: 10,
            time_ms: 2_000,
            introspection: true,
            document_cache_bytes: 32 * 1024 * 1024,
        }
    }
}

/// A limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    QueryBytes,
    Tokens,
    Nesting,
    Depth,
    Complexity,
    IntrospectionComplexity,
    Aliases,
    Selections,
    Directives,
    RootFields,
    Variables,
    Batch,
    Lists,
}

impl Limit {
    /// The stable code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::QueryBytes => "LIMIT_QUERY_BYTES",
            Self::Tokens => "LIMIT_TOKENS",
            Self::Nesting => "LIMIT_NESTING",
            Self::Depth => "LIMIT_DEPTH",
            Self::Complexity => "LIMIT_COMPLEXITY",
            Self::IntrospectionComplexity => "LIMIT_INTROSPECTION_COMPLEXITY",
            Self::Aliases => "LIMIT_ALIASES",
            Self::Selections => "LIMIT_SELECTIONS",
            Self::Directives => "LIMIT_DIRECTIVES",
            Self::RootFields => "LIMIT_ROOT_FIELDS",
            Self::Variables => "LIMIT_VARIABLES",
            Self::Batch => "LIMIT_BATCH",
            Self::Lists => "LIMIT_LISTS",
        }
    }

    /// What is counted, as a sentence has it.
    pub(crate) const fn unit(self) -> &'static str {
        match self {
            Self::QueryBytes => "bytes of query text",
            Self::Tokens => "tokens",
            Self::Nesting => "brackets inside brackets",
            Self::Depth => "fields inside fields",
            Self::Complexity => "values in the answer, page sizes multiplied through,",
            Self::IntrospectionComplexity => "values in the introspection part of the answer",
            Self::Aliases => "aliases",
            Self::Selections => "fields and fragments, fragments put in their places,",
            Self::Directives => "directives at one place",
            Self::RootFields => "fields of the operation",
            Self::Variables => "variables",
            Self::Batch => "requests in one batch",
            Self::Lists => "lists in one request (each position of a boundary is one)",
        }
    }
}
