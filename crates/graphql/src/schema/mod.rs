//! The schema: its three roots put together, as async-graphql describes, validates and introspects it.

pub(crate) mod field_cost;
pub(crate) mod type_registry;

use async_graphql::{SDLExportOptions, Schema, SchemaBuilder};

use self::{
    field_cost::FieldCosts,
    type_registry::{DescribedRoot, DescribedSubscriptionRoot, RootType, ValidateOnly, collect_costs},
};
use crate::{mutation::Mutation, query::Query, subscription::Subscription};

type DescribedQuery = DescribedRoot<Query<'static>>;
type DescribedMutation = DescribedRoot<Mutation<'static>>;
type DescribedSubscription = DescribedSubscriptionRoot<Subscription<'static>>;

/// The schema as async-graphql knows it.
pub(crate) type ApiSchema = Schema<DescribedQuery, DescribedMutation, DescribedSubscription>;

fn builder() -> SchemaBuilder<DescribedQuery, DescribedMutation, DescribedSubscription> {
    Schema::build(DescribedRoot::new(), DescribedRoot::new(), DescribedSubscriptionRoot::new())
}

/// The schema that answers introspection, for documents nested no deeper than that.
pub(crate) fn introspection(depth: usize) -> ApiSchema {
    builder().limit_recursive_depth(depth).finish()
}

/// The schema that validates documents nested no deeper than that, and runs none.
pub(crate) fn validator(depth: usize) -> ApiSchema {
    builder().limit_recursive_depth(depth).extension(ValidateOnly).finish()
}

/// The schema in the schema definition language: what `schema.graphql` holds.
pub fn sdl() -> String {
    builder().finish().sdl_with_options(SDLExportOptions::new().use_space_ident().include_specified_by())
}

/// What the fields of all types cost.
pub(crate) fn field_costs() -> FieldCosts {
    collect_costs(&[Query::register, Mutation::register, Subscription::register])
}
