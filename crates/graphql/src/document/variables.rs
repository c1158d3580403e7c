//! Variables: checked against their types per request (GraphQL specification, section 6.1.2), and
//! sample values with which a document is validated once for all requests.

use std::fmt::Write as _;

use async_graphql::{
    Name, Number, Positioned, ScalarType, Variables,
    parser::types::{BaseType, OperationDefinition, Type, VariableDefinition},
};
use async_graphql_value::{ConstValue, indexmap::IndexMap};

use super::index::{Input, InputSlot, SchemaIndex};
use crate::{
    request_error::RequestError,
    scalars::{ALLOWED_TIMES, Day, Geometry, Time},
};

/// The variables an operation is run with: the given ones, checked, and defaults. What is absent
/// stays absent.
///
/// # Errors
/// A [`RequestError`] that names the variable and what is allowed.
pub(crate) fn coerce(
    index: &SchemaIndex,
    operation: &OperationDefinition,
    given: &Variables,
) -> Result<Variables, RequestError> {
    let mut variables = Variables::default();
    for definition in &operation.variable_definitions {
        if let Some(value) = coerce_one(index, definition, given)? {
            variables.insert(definition.node.name.node.clone(), value);
        }
    }
    Ok(variables)
}

fn coerce_one(
    index: &SchemaIndex,
    definition: &Positioned<VariableDefinition>,
    given: &Variables,
) -> Result<Option<ConstValue>, RequestError> {
    let VariableDefinition { name, var_type, default_value, .. } = &definition.node;
    let refuse = |problem: &str| {
        RequestError::variable(format!("variable ${} of type {}: {problem}", name.node, var_type.node), definition.pos)
    };
    let Some(value) = given.get(&name.node) else {
        return match default_value {
            Some(default) => Ok(Some(default.node.clone())),
            None if var_type.node.nullable => Ok(None),
            None => Err(refuse("a value is required and none was given")),
        };
    };
    let mut path = String::new();
    check(index, &var_type.node, value, &mut path)
        .map_err(|problem| refuse(&if path.is_empty() { problem } else { format!("at {path}: {problem}") }))?;
    Ok(Some(value.clone()))
}

/// Checks a value; on a mistake the path says where.
fn check(index: &SchemaIndex, ty: &Type, value: &ConstValue, path: &mut String) -> Result<(), String> {
    if matches!(value, ConstValue::Null) {
        return if ty.nullable { Ok(()) } else { Err("null is not allowed".to_owned()) };
    }
    match (&ty.base, value) {
        (BaseType::List(item), ConstValue::List(values)) => {
            for (at, value) in values.iter().enumerate() {
                inside(path, format_args!("[{at}]"), |path| check(index, item, value, path))?;
            }
            Ok(())
        }
        // A single value stands for a list of one.
        (BaseType::List(item), value) => check(index, item, value, path),
        (BaseType::Named(name), value) => check_named(index, name, value, path),
    }
}

/// Checks something one step further down; on a mistake the path stays there.
fn inside(
    path: &mut String,
    step: std::fmt::Arguments<'_>,
    check: impl FnOnce(&mut String) -> Result<(), String>,
) -> Result<(), String> {
    let before = path.len();
    // Writing to a String cannot fail.
    let _ = path.write_fmt(step);
    check(path)?;
    path.truncate(before);
    Ok(())
}

fn check_named(index: &SchemaIndex, name: &Name, value: &ConstValue, path: &mut String) -> Result<(), String> {
    match (index.input(name), value) {
        (Some(Input::Enum(values)), ConstValue::String(word)) if values.contains(word) => Ok(()),
        (Some(Input::Enum(values)), _) => Err(format!("allowed are {}", values.join(", "))),
        (Some(Input::Object(fields)), ConstValue::Object(members)) => {
            check_members(fields, members)?;
            for field in fields {
                if let Some(value) = members.get(field.name.as_str()) {
                    inside(path, format_args!(".{}", field.name), |path| check(index, &field.ty, value, path))?;
                }
            }
            Ok(())
        }
        (Some(Input::Object(_)), _) => Err("allowed is an object".to_owned()),
        (None, value) => check_scalar(name, value),
    }
}

/// Checks that an object has no fields but those of its type, and all that it must have.
pub(super) fn check_members<V>(fields: &[InputSlot], members: &IndexMap<Name, V>) -> Result<(), String> {
    if let Some(unknown) = members.keys().find(|key| !fields.iter().any(|field| field.name == key.as_str())) {
        let allowed: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        return Err(format!("there is no field {:?}; allowed are {}", unknown.as_str(), allowed.join(", ")));
    }
    match fields.iter().find(|field| field.is_required() && !members.contains_key(field.name.as_str())) {
        Some(missing) => Err(format!("the field {:?} is required", missing.name)),
        None => Ok(()),
    }
}

/// Checks a value of a scalar; what is said of a wrong one is what is allowed.
pub(super) fn check_scalar(name: &str, value: &ConstValue) -> Result<(), String> {
    let (fits, allowed) = match name {
        "Int" => (is_int(value), "a whole number from -2147483648 to 2147483647"),
        "Float" => (matches!(value, ConstValue::Number(_)), "a number"),
        "String" | "ID" if has_nul(value) => (false, "a string without the character NUL (U+0000)"),
        "String" => (matches!(value, ConstValue::String(_)), "a string"),
        "Boolean" => (matches!(value, ConstValue::Boolean(_)), "true or false"),
        "ID" => (matches!(value, ConstValue::String(_)) || is_int(value), "a string"),
        "DateTime" => (<Time as ScalarType>::is_valid(value), ALLOWED_TIMES),
        "Date" => (<Day as ScalarType>::is_valid(value), "a day by ISO 8601 such as \"2026-01-12\""),
        "GeoJsonGeometry" => (
            <Geometry as ScalarType>::is_valid(value),
            "a GeoJSON geometry such as {\"type\": \"Polygon\", \"coordinates\": […]}",
        ),
        _ => (false, "nothing: it is no input type"),
    };
    if fits { Ok(()) } else { Err(format!("allowed is {allowed}")) }
}

/// No text of people has it, and PostgreSQL cannot hold it.
fn has_nul(value: &ConstValue) -> bool {
    matches!(value, ConstValue::String(text) if text.contains('\0'))
}

fn is_int(value: &ConstValue) -> bool {
    matches!(value, ConstValue::Number(number) if number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()))
}

/// A value of every variable's type. Validation leaves an argument alone when a variable in it has
/// no value; with these, what stands beside the variable is checked too, once for all requests.
pub(crate) fn samples<'a>(
    index: &SchemaIndex,
    operations: impl IntoIterator<Item = &'a Positioned<OperationDefinition>>,
) -> Variables {
    let mut samples = Variables::default();
    for operation in operations {
        for definition in &operation.node.variable_definitions {
            samples.insert(definition.node.name.node.clone(), sample(index, &definition.node.var_type.node));
        }
    }
    samples
}

fn sample(index: &SchemaIndex, ty: &Type) -> ConstValue {
    let name = match &ty.base {
        BaseType::List(item) => return ConstValue::List(vec![sample(index, item)]),
        BaseType::Named(name) => name.as_str(),
    };
    match (index.input(name), name) {
        (Some(Input::Enum(values)), _) => ConstValue::String(values.first().cloned().unwrap_or_default()),
        (Some(Input::Object(fields)), _) => {
            let required = fields.iter().filter(|field| field.is_required());
            let members = required.map(|field| (Name::new(&field.name), sample(index, &field.ty)));
            ConstValue::Object(members.collect::<IndexMap<_, _>>())
        }
        (None, "Int" | "Float") => ConstValue::Number(Number::from(1)),
        (None, "Boolean") => ConstValue::Boolean(true),
        (None, "DateTime") => ConstValue::String("2000-01-01T00:00:00Z".to_owned()),
        (None, "Date") => ConstValue::String("2000-01-01".to_owned()),
        (None, "GeoJsonGeometry") => ConstValue::Object(IndexMap::new()),
        (None, _) => ConstValue::String(String::new()),
    }
}
