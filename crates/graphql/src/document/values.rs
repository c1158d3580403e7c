//! Values fit the places they are written at, and so do variables (GraphQL specification, sections
//! 5.6.1 and 5.8.5).
//!
//! async-graphql takes strings for enum values, and what it says of a wrong value is only its type.
//! Here every value of a document is looked at once, fragments included; the variables of each
//! operation are then held against the places it reaches.

use domain::text::excerpt;
use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use async_graphql::{
    Name, Pos, Positioned,
    parser::types::{
        BaseType, Directive, ExecutableDocument, OperationDefinition, Selection, SelectionSet, Type, VariableDefinition,
    },
};
use async_graphql_value::{ConstValue, Value};

use super::{
    index::{Input, InputSlot, SchemaIndex, innermost_name},
    variables::{check_members, check_scalar},
};
use crate::request_error::RequestError;

/// Refuses values and variables that do not fit where they stand. What is not known at all (types,
/// fields, arguments, fragments) is left to other rules.
///
/// # Errors
/// A [`RequestError`] that names every such place and what is allowed there.
pub(crate) fn check_values(index: &SchemaIndex, document: &ExecutableDocument) -> Result<(), RequestError> {
    let mut check = Check { index, problems: Vec::new(), scope: DefinitionUses::default() };
    let mut names: Vec<_> = document.fragments.keys().collect();
    // The map has no order; refusals should not depend on the day.
    names.sort_unstable();
    let mut fragments = HashMap::new();
    for name in names {
        let fragment = &document.fragments[name].node;
        check.directives(&fragment.directives);
        check.selections(&fragment.type_condition.node.on.node, &fragment.selection_set.node);
        fragments.insert(name.as_str(), std::mem::take(&mut check.scope));
    }
    for (_, operation) in document.operations.iter() {
        check.operation(&operation.node);
        let own = std::mem::take(&mut check.scope);
        check.variables(&operation.node.variable_definitions, &own, &fragments);
    }
    if check.problems.is_empty() { Ok(()) } else { Err(RequestError::misfits(check.problems)) }
}

/// A variable where a value may stand.
struct Usage<'a> {
    name: Name,
    position: Pos,
    /// The place as errors name it: `filter.near.longitude`.
    path: String,
    ty: &'a Type,
    has_default: bool,
}

/// What one operation or fragment uses itself.
#[derive(Default)]
struct DefinitionUses<'a> {
    usages: Vec<Usage<'a>>,
    spreads: Vec<&'a str>,
}

struct Check<'a> {
    index: &'a SchemaIndex,
    problems: Vec<(String, Vec<Pos>)>,
    scope: DefinitionUses<'a>,
}

impl<'a> Check<'a> {
    fn operation(&mut self, operation: &'a OperationDefinition) {
        for definition in &operation.variable_definitions {
            let VariableDefinition { name, var_type, default_value, directives } = &definition.node;
            self.directives(directives);
            if let Some(default) = default_value
                && self.index.is_input(innermost_name(&var_type.node))
            {
                let value = default.node.clone().into_value();
                self.value(&value, &var_type.node, false, &mut format!("${}", name.node), default.pos);
            }
        }
        self.directives(&operation.directives);
        // Operations without a root have been refused before.
        if let Some(root) = self.index.root(operation.ty) {
            self.selections(root, &operation.selection_set.node);
        }
    }

    fn selections(&mut self, parent: &'a str, set: &'a SelectionSet) {
        for selection in &set.items {
            self.directives(selection.node.directives());
            match &selection.node {
                Selection::Field(field) => {
                    let output = self.index.output(parent, &field.node.name.node);
                    self.arguments(output.map(|output| output.arguments.as_slice()), &field.node.arguments);
                    let below = output.map_or("", |output| output.type_name.as_str());
                    self.selections(below, &field.node.selection_set.node);
                }
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map(|condition| condition.node.on.node.as_str());
                    self.selections(on.unwrap_or(parent), &inline.node.selection_set.node);
                }
                Selection::FragmentSpread(spread) => self.scope.spreads.push(&spread.node.fragment_name.node),
            }
        }
    }

    fn directives(&mut self, directives: &'a [Positioned<Directive>]) {
        for directive in directives {
            self.arguments(Some(self.index.directive(&directive.node.name.node)), &directive.node.arguments);
        }
    }

    fn arguments(&mut self, slots: Option<&'a [InputSlot]>, arguments: &[(Positioned<Name>, Positioned<Value>)]) {
        for (name, value) in arguments {
            let slot = slots.unwrap_or_default().iter().find(|slot| slot.name == name.node.as_str());
            if let Some(slot) = slot {
                self.value(&value.node, &slot.ty, slot.has_default, &mut slot.name.clone(), value.pos);
            }
        }
    }

    fn value(&mut self, value: &Value, ty: &'a Type, has_default: bool, path: &mut String, position: Pos) {
        match (value, &ty.base) {
            (Value::Variable(name), _) => {
                let path = path.clone();
                self.scope.usages.push(Usage { name: name.clone(), position, path, ty, has_default });
            }
            (Value::Null, _) if ty.nullable => {}
            (Value::Null, _) => self.problem(path, "null is not allowed", position),
            (Value::List(items), BaseType::List(item)) => {
                for (at, value) in items.iter().enumerate() {
                    self.inside(format_args!("[{at}]"), path, |this, path| {
                        this.value(value, item, false, path, position);
                    });
                }
            }
            // A single value stands for a list of one.
            (_, BaseType::List(item)) => self.value(value, item, false, path, position),
            (_, BaseType::Named(name)) => self.check_named_type(value, name, path, position),
        }
    }

    fn check_named_type(&mut self, value: &Value, name: &str, path: &mut String, position: Pos) {
        let given = || excerpt(&value.to_string());
        let problem = match (self.index.input(name), value) {
            (Some(Input::Enum(values)), Value::Enum(word)) if values.iter().any(|known| known == word.as_str()) => {
                return;
            }
            (Some(Input::Enum(values)), Value::String(_)) => {
                format!(
                    "{} is a string, not of type {name}; allowed are, without quotes, {}",
                    given(),
                    values.join(", ")
                )
            }
            (Some(Input::Enum(values)), _) => {
                format!("{} is not of type {name}; allowed are {}", given(), values.join(", "))
            }
            (Some(Input::Object(fields)), Value::Object(members)) => match check_members(fields, members) {
                Ok(()) => {
                    for field in fields {
                        if let Some(value) = members.get(field.name.as_str()) {
                            self.inside(format_args!(".{}", field.name), path, |this, path| {
                                this.value(value, &field.ty, field.has_default, path, position);
                            });
                        }
                    }
                    return;
                }
                Err(problem) => problem,
            },
            (Some(Input::Object(_)), _) => {
                format!("{} is not of type {name}; allowed is an object with fields in braces", given())
            }
            (None, _) => {
                // A variable inside of what no scalar takes anyway is as wrong as its surroundings.
                let constant = value.clone().into_const().unwrap_or(ConstValue::List(Vec::new()));
                match check_scalar(name, &constant) {
                    Ok(()) => return,
                    Err(allowed) => format!("{} is not of type {name}; {allowed}", given()),
                }
            }
        };
        self.problem(path, &problem, position);
    }

    fn inside(&mut self, step: std::fmt::Arguments<'_>, path: &mut String, check: impl FnOnce(&mut Self, &mut String)) {
        let before = path.len();
        // Writing to a String cannot fail.
        let _ = path.write_fmt(step);
        check(self, path);
        path.truncate(before);
    }

    fn problem(&mut self, path: &str, problem: &str, position: Pos) {
        self.problems.push((format!("{path}: {problem}"), vec![position]));
    }

    /// Holds the variables of an operation against every place where it or a fragment of it uses them.
    fn variables(
        &mut self,
        definitions: &[Positioned<VariableDefinition>],
        own: &DefinitionUses<'a>,
        fragments: &HashMap<&'a str, DefinitionUses<'a>>,
    ) {
        let (mut open, mut seen) = (vec![own], HashSet::new());
        while let Some(scope) = open.pop() {
            for usage in &scope.usages {
                let definition = definitions.iter().find(|definition| definition.node.name.node == usage.name);
                if let Some(definition) = definition
                    && let Some(problem) = self.misfit(&definition.node, usage)
                {
                    self.problems.push((problem, vec![definition.pos, usage.position]));
                }
            }
            let spreads = scope.spreads.iter().filter(|name| seen.insert(**name));
            open.extend(spreads.filter_map(|name| fragments.get(name)));
        }
    }

    /// What is wrong with a variable at a place (`IsVariableUsageAllowed`), if anything is.
    fn misfit(&self, definition: &VariableDefinition, usage: &Usage<'_>) -> Option<String> {
        let (variable, place) = (&definition.var_type.node, usage.ty);
        if !self.index.is_input(innermost_name(variable)) {
            return None;
        }
        let problem = if !same_base(&variable.base, &place.base) {
            String::new()
        } else if place.nullable || !variable.nullable || usage.has_default {
            return None;
        } else {
            match &definition.default_value {
                Some(default) if default.node != ConstValue::Null => return None,
                _ => format!("; declare it as {variable}! or give it a default"),
            }
        };
        Some(format!("{}: variable ${} is of type {variable}; allowed is {place}{problem}", usage.path, usage.name))
    }
}

/// Whether values of one type are values of the other, as far as lists and names go.
fn same_base(variable: &BaseType, place: &BaseType) -> bool {
    match (variable, place) {
        (BaseType::Named(one), BaseType::Named(other)) => one == other,
        (BaseType::List(one), BaseType::List(other)) => {
            (other.nullable || !one.nullable) && same_base(&one.base, &other.base)
        }
        _ => false,
    }
}
