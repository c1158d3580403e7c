//! How much a document asks, and whether that is allowed.
//!
//! First [`check_shape`]: no cyclic fragments, and how many selections there are once every fragment
//! stands in its places, counted without putting them there. Everything after it, the validator's own
//! walks included, may expand fragments safely. Then [`check_operation`], which does expand them.

use std::collections::HashMap;

use async_graphql::{
    Pos, Positioned, Variables,
    parser::types::{
        Directive, ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet,
    },
};
use async_graphql_value::ConstValue;

use super::{costs, index::SchemaIndex};
use crate::{
    exec::constant,
    limits::{Limit, Limits},
    request_error::RequestError,
};

/// Refuses cyclic fragments, and fragments that blow a document up, in width or in depth.
///
/// # Errors
/// A [`RequestError`].
pub(crate) fn check_shape(document: &ExecutableDocument, limits: &Limits) -> Result<(), RequestError> {
    let mut shape = FragmentSizes { document, limits, measured: HashMap::new() };
    let mut names: Vec<_> = document.fragments.keys().collect();
    // The map has no order; refusals should not depend on the day.
    names.sort_unstable();
    for name in names {
        shape.fragment(name, 0)?;
    }
    for (_, operation) in document.operations.iter() {
        check_directives(&operation.node.directives, limits)?;
        let variables = operation.node.variable_definitions.len();
        if variables > limits.variables {
            let position = Some(operation.pos);
            return Err(RequestError::limit(Limit::Variables, variables as u64, limits.variables as u64, position));
        }
        let found = shape.selections(&operation.node.selection_set, 1)?.selections;
        if found > limits.selections as u64 {
            return Err(RequestError::limit(Limit::Selections, found, limits.selections as u64, Some(operation.pos)));
        }
    }
    Ok(())
}

/// How large a selection set is with its fragments in their places.
#[derive(Clone, Copy, Default)]
struct Size {
    selections: u64,
    depth: usize,
}

struct FragmentSizes<'a> {
    document: &'a ExecutableDocument,
    limits: &'a Limits,
    /// The size of fragments; `None` while one is being measured.
    measured: HashMap<&'a str, Option<Size>>,
}

impl<'a> FragmentSizes<'a> {
    /// The size of a fragment that stands at a depth.
    fn fragment(&mut self, name: &'a str, depth: usize) -> Result<Size, RequestError> {
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(Size::default()) };
        match self.measured.get(name) {
            Some(Some(size)) => {
                self.check_depth(depth + size.depth, fragment.pos)?;
                return Ok(*size);
            }
            Some(None) => {
                let message = format!("the fragment {name:?} contains itself, directly or through others");
                return Err(RequestError::validation(message, Some(fragment.pos)));
            }
            None => {}
        }
        self.measured.insert(name, None);
        check_directives(&fragment.node.directives, self.limits)?;
        let size = self.selections(&fragment.node.selection_set, depth + 1)?;
        self.measured.insert(name, Some(size));
        Ok(size)
    }

    // The check of the depth comes first, so it bounds this recursion too.
    fn selections(&mut self, set: &'a Positioned<SelectionSet>, depth: usize) -> Result<Size, RequestError> {
        self.check_depth(depth, set.pos)?;
        let mut size = Size::default();
        for selection in &set.node.items {
            check_directives(selection.node.directives(), self.limits)?;
            let below = match &selection.node {
                Selection::Field(field) => self.selections(&field.node.selection_set, depth + 1)?,
                Selection::InlineFragment(inline) => self.selections(&inline.node.selection_set, depth + 1)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node, depth)?,
            };
            size.selections = size.selections.saturating_add(1).saturating_add(below.selections);
            size.depth = size.depth.max(below.depth);
        }
        Ok(Size { depth: size.depth + 1, ..size })
    }

    fn check_depth(&self, depth: usize, position: Pos) -> Result<(), RequestError> {
        if depth <= self.limits.nesting {
            return Ok(());
        }
        Err(RequestError::limit(Limit::Nesting, depth as u64, self.limits.nesting as u64, Some(position)))
    }
}

fn check_directives(directives: &[Positioned<Directive>], limits: &Limits) -> Result<(), RequestError> {
    if directives.len() <= limits.directives {
        return Ok(());
    }
    let position = directives.first().map(|directive| directive.pos);
    Err(RequestError::limit(Limit::Directives, directives.len() as u64, limits.directives as u64, position))
}

/// The complexity of an operation; one that asks too much is refused.
///
/// # Errors
/// A [`RequestError`] that names the limit.
pub(crate) fn check_operation(
    index: &SchemaIndex,
    document: &ExecutableDocument,
    operation: &Positioned<OperationDefinition>,
    variables: &Variables,
    limits: &Limits,
) -> Result<u64, RequestError> {
    let mut walk = Walk { index, document, variables, limits, root_fields: 0, aliases: 0, introspection: 0 };
    let root = FieldContext { type_name: index.root(operation.node.ty).unwrap_or("Query"), depth: 1, page: 1 };
    let complexity = walk.selections(&operation.node.selection_set.node, root)?;
    let over = |limit, found: u64, allowed: u64| {
        if found > allowed { Err(RequestError::limit(limit, found, allowed, Some(operation.pos))) } else { Ok(()) }
    };
    over(Limit::RootFields, walk.root_fields, limits.root_fields as u64)?;
    over(Limit::Aliases, walk.aliases, limits.aliases as u64)?;
    // Many may listen, and each is told of every change.
    let is_subscription = operation.node.ty == OperationType::Subscription;
    let allowed = if is_subscription { limits.subscription_complexity } else { limits.complexity };
    over(Limit::Complexity, complexity, allowed)?;
    over(Limit::IntrospectionComplexity, walk.introspection, limits.introspection_complexity)?;
    // Introspection answers a value for a value, if through another executor.
    Ok(complexity.saturating_add(walk.introspection))
}

/// How many entries a list has that says nothing of its length.
const LIST: u64 = 4;

/// How long introspection's lists are about.
const INTROSPECTION_LISTS: &[(&str, u64)] = &[
    ("args", 2),
    ("directives", 6),
    ("enumValues", 8),
    ("fields", 15),
    ("inputFields", 12),
    ("interfaces", 2),
    ("possibleTypes", 8),
    ("types", 100),
];

fn look_up(table: &[(&str, u64)], name: &str) -> Option<u64> {
    table.iter().find(|(known, _)| *known == name).map(|(_, number)| *number)
}

#[derive(Clone, Copy)]
struct FieldContext<'a> {
    type_name: &'a str,
    depth: usize,
    /// How many entries the connection at hand has.
    page: u64,
}

struct Walk<'a> {
    index: &'a SchemaIndex,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    limits: &'a Limits,
    root_fields: u64,
    aliases: u64,
    introspection: u64,
}

impl<'a> Walk<'a> {
    fn selections(&mut self, set: &'a SelectionSet, place: FieldContext<'a>) -> Result<u64, RequestError> {
        let mut complexity = 0_u64;
        for selection in &set.items {
            let cost = match &selection.node {
                Selection::Field(field) => self.field(field, place)?,
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map(|condition| condition.node.on.node.as_str());
                    let place = FieldContext { type_name: on.unwrap_or(place.type_name), ..place };
                    self.selections(&inline.node.selection_set.node, place)?
                }
                Selection::FragmentSpread(spread) => {
                    match self.document.fragments.get(&spread.node.fragment_name.node) {
                        Some(fragment) => {
                            let place = FieldContext { type_name: &fragment.node.type_condition.node.on.node, ..place };
                            self.selections(&fragment.node.selection_set.node, place)?
                        }
                        None => 0,
                    }
                }
            };
            complexity = complexity.saturating_add(cost);
        }
        Ok(complexity)
    }

    fn field(&mut self, field: &'a Positioned<Field>, place: FieldContext<'a>) -> Result<u64, RequestError> {
        let name = field.node.name.node.as_str();
        self.aliases += u64::from(field.node.alias.is_some());
        self.root_fields += u64::from(place.depth == 1);
        if place.depth == 1 && matches!(name, "__schema" | "__type") {
            if !self.limits.introspection {
                return Err(RequestError::introspection(field.pos));
            }
            let cost = self.introspection(&field.node.selection_set.node);
            self.introspection = self.introspection.saturating_add(cost);
            return Ok(1);
        }
        self.check_depth(place.depth, field.pos)?;
        let Some(output) = self.index.output(place.type_name, name) else { return Ok(1) };
        let own = costs::of_field(output.cost, &field.node, self.variables);
        let is_connection = output.type_name.ends_with("Connection");
        let size = if output.is_paged { self.page(&field.node) } else { self.list(&field.node) };
        let place = FieldContext {
            type_name: &output.type_name,
            depth: place.depth + 1,
            page: if is_connection { size } else { place.page },
        };
        let below = self.selections(&field.node.selection_set.node, place)?;
        let times = match name {
            _ if is_connection => 1,
            "nodes" | "edges" if field.node.arguments.is_empty() => place.page,
            _ if output.is_list => size,
            _ => 1,
        };
        Ok(own.saturating_add(below.saturating_mul(times)))
    }

    fn check_depth(&self, depth: usize, position: Pos) -> Result<(), RequestError> {
        if depth <= self.limits.depth {
            return Ok(());
        }
        Err(RequestError::limit(Limit::Depth, depth as u64, self.limits.depth as u64, Some(position)))
    }

    /// The size of a page. What is out of bounds is refused when the page is asked for.
    fn page(&self, field: &Field) -> u64 {
        let size = |name: &str| match constant(&field.get_argument(name)?.node, self.variables)? {
            ConstValue::Number(number) => Some(number.as_u64().unwrap_or(0)),
            _ => None,
        };
        let size = size("first").or_else(|| size("last"));
        size.unwrap_or(directory::question::DEFAULT_PAGE as u64).min(directory::question::MAX_PAGE as u64)
    }

    /// The length of a list: of the ids it is asked by, else a guess.
    fn list(&self, field: &Field) -> u64 {
        let ids = field.get_argument("ids").and_then(|ids| constant(&ids.node, self.variables));
        match ids {
            Some(ConstValue::List(ids)) => ids.len() as u64,
            _ => LIST,
        }
    }

    fn introspection(&mut self, set: &'a SelectionSet) -> u64 {
        let mut cost = 0_u64;
        for selection in &set.items {
            let one = match &selection.node {
                Selection::Field(field) => {
                    self.aliases += u64::from(field.node.alias.is_some());
                    let below = self.introspection(&field.node.selection_set.node);
                    let times = look_up(INTROSPECTION_LISTS, &field.node.name.node).unwrap_or(1);
                    below.saturating_mul(times).saturating_add(1)
                }
                Selection::InlineFragment(inline) => self.introspection(&inline.node.selection_set.node),
                Selection::FragmentSpread(spread) => {
                    let fragment = self.document.fragments.get(&spread.node.fragment_name.node);
                    fragment.map_or(0, |fragment| self.introspection(&fragment.node.selection_set.node))
                }
            };
            cost = cost.saturating_add(one);
        }
        cost
    }
}
