//! A request that is ready to run.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned, Variables,
    parser::types::{ExecutableDocument, FragmentDefinition, OperationDefinition},
};

use crate::{compute_gate::small_complexity, document::Operation, outcome::OperationKind};

/// A request that is parsed, valid and within the limits, but not yet executed.
#[derive(Clone, Debug)]
pub struct PreparedRequest {
    operation: Operation,
    variables: Variables,
    kind: OperationKind,
    complexity: u64,
}

impl PreparedRequest {
    /// A request for an operation of a kind, with what it costs.
    pub(crate) fn new(operation: Operation, variables: Variables, kind: OperationKind, complexity: u64) -> Self {
        Self { operation, variables, kind, complexity }
    }

    /// What it costs by the estimate that the limits are held against.
    pub fn complexity(&self) -> u64 {
        self.complexity
    }

    /// Whether it is answered where it arrives, in a directory of so many actors.
    pub(crate) fn is_small(&self, actors: usize) -> bool {
        self.complexity <= small_complexity(actors)
    }

    /// What kind of operation it asks for.
    pub fn kind(&self) -> OperationKind {
        self.kind
    }

    /// The name of its operation, where it was said.
    pub(crate) fn operation_name(&self) -> Option<&str> {
        self.operation.name.as_deref()
    }

    pub(crate) fn definition(&self) -> Option<&Positioned<OperationDefinition>> {
        self.operation.definition()
    }

    pub(crate) fn fragments(&self) -> &HashMap<Name, Positioned<FragmentDefinition>> {
        &self.operation.prepared.document.fragments
    }

    pub(crate) fn document(&self) -> &ExecutableDocument {
        &self.operation.prepared.document
    }

    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }
}
