//! The root of questions: `Query`, with the fields that ask about the schema.

use crate::{
    exec::{Call, ConcreteType, FieldNumbers, Fields, ResponseWriter, WriteResult},
    query::Query,
    schema::type_registry::{FieldEntry, TypeRegistry},
};

/// The number of the introspection fields, which only the root has.
const INTROSPECTION: u16 = u16::MAX - 1;

/// `Query` with the introspection fields the specification adds to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QueryRoot<'s>(pub(crate) Query<'s>);

impl FieldNumbers for QueryRoot<'_> {
    fn number(name: &str) -> Option<u16> {
        if matches!(name, "__schema" | "__type") { Some(INTROSPECTION) } else { Query::number(name) }
    }
}

impl Fields for QueryRoot<'_> {
    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry> {
        Query::describe(registry)
    }

    fn resolve<'d>(&self, number: u16, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        if number != INTROSPECTION {
            return self.0.resolve(number, call, out);
        }
        match call.exec.fetched.introspection(&call.exec.wanted, call.field.key) {
            Some(answer) => out.raw(answer),
            None => out.null(),
        }
        Ok(())
    }
}

impl ConcreteType for QueryRoot<'_> {
    fn type_name(&self) -> &'static str {
        self.0.type_name()
    }

    fn belongs_to(&self, interface: &str) -> bool {
        self.0.belongs_to(interface)
    }
}
