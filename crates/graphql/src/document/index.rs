//! The schema as tables, read from its own SDL: what an input may look like, and what a field costs.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Positioned,
    parser::{
        parse_schema,
        types::{BaseType, FieldDefinition, InputValueDefinition, OperationType, Type, TypeKind, TypeSystemDefinition},
    },
};

use crate::schema::field_cost::{FieldCost, FieldCosts};

/// What an input type takes.
#[derive(Debug)]
pub(crate) enum Input {
    /// One of the values.
    Enum(Vec<String>),
    /// An object with fields.
    Object(Vec<InputSlot>),
}

/// A place for a value: an argument, or a field of an input object.
#[derive(Clone, Debug)]
pub(crate) struct InputSlot {
    /// Its name.
    pub(crate) name: String,
    /// What it takes.
    pub(crate) ty: Type,
    /// Whether it has a default.
    pub(crate) has_default: bool,
}

impl InputSlot {
    /// Whether a value must be given.
    pub(crate) fn is_required(&self) -> bool {
        !self.ty.nullable && !self.has_default
    }
}

impl From<Positioned<InputValueDefinition>> for InputSlot {
    fn from(definition: Positioned<InputValueDefinition>) -> Self {
        let definition = definition.node;
        Self {
            name: definition.name.node.to_string(),
            ty: definition.ty.node,
            has_default: definition.default_value.is_some(),
        }
    }
}

/// What a field gives.
#[derive(Clone, Debug)]
pub(crate) struct FieldOutput {
    /// The name of the type below all lists.
    pub(crate) type_name: String,
    /// The type without that name: `[!]!`.
    pub(crate) wrapping: String,
    /// Whether it gives a list.
    pub(crate) is_list: bool,
    /// Whether it takes `first`.
    pub(crate) is_paged: bool,
    /// What it can be asked with.
    pub(crate) arguments: Vec<InputSlot>,
    /// What it costs by itself.
    pub(crate) cost: FieldCost,
}

impl FieldOutput {
    /// What `__typename` gives.
    fn type_name() -> Self {
        Self {
            type_name: "String".to_owned(),
            wrapping: "!".to_owned(),
            is_list: false,
            is_paged: false,
            arguments: Vec::new(),
            cost: FieldCost::VALUE,
        }
    }
}

/// The schema as tables.
#[derive(Debug, Default)]
pub(crate) struct SchemaIndex {
    inputs: HashMap<String, Input>,
    outputs: HashMap<String, HashMap<String, FieldOutput>>,
    interfaces: HashSet<String>,
    directives: HashMap<String, Vec<InputSlot>>,
}

/// The scalars a value may be of.
const INPUT_SCALARS: &[&str] = &["Boolean", "Date", "DateTime", "Float", "GeoJsonGeometry", "ID", "Int", "String"];

impl SchemaIndex {
    /// The tables of a schema, with what its fields cost.
    pub(crate) fn new(sdl: &str, costs: &FieldCosts) -> Self {
        let document = parse_schema(sdl).expect("the schema's own SDL is well-formed; a test reads it");
        let mut index = Self::default();
        for definition in document.definitions {
            let definition = match definition {
                TypeSystemDefinition::Type(definition) => definition,
                TypeSystemDefinition::Directive(directive) => {
                    let arguments = directive.node.arguments.into_iter().map(InputSlot::from).collect();
                    index.directives.insert(directive.node.name.node.to_string(), arguments);
                    continue;
                }
                TypeSystemDefinition::Schema(_) => continue,
            };
            let name = definition.node.name.node.to_string();
            match definition.node.kind {
                TypeKind::Enum(values) => {
                    let values = values.values.into_iter().map(|value| value.node.value.node.to_string()).collect();
                    index.inputs.insert(name, Input::Enum(values));
                }
                TypeKind::InputObject(object) => {
                    let fields = object.fields.into_iter().map(InputSlot::from).collect();
                    index.inputs.insert(name, Input::Object(fields));
                }
                TypeKind::Object(object) => {
                    index.add_output(name, costs, object.fields.into_iter().map(|field| field.node));
                }
                TypeKind::Interface(interface) => {
                    index.interfaces.insert(name.clone());
                    index.add_output(name, costs, interface.fields.into_iter().map(|field| field.node));
                }
                TypeKind::Scalar | TypeKind::Union(_) => {}
            }
        }
        index
    }

    fn add_output(&mut self, name: String, costs: &FieldCosts, fields: impl Iterator<Item = FieldDefinition>) {
        let type_name = ("__typename".to_owned(), FieldOutput::type_name());
        let fields = fields.map(|field| {
            let type_name = innermost_name(&field.ty.node).to_owned();
            let output = FieldOutput {
                wrapping: field.ty.node.to_string().replacen(&type_name, "", 1),
                type_name,
                is_list: matches!(field.ty.node.base, BaseType::List(_)),
                is_paged: field.arguments.iter().any(|argument| argument.node.name.node == "first"),
                cost: costs.get(&name, &field.name.node),
                arguments: field.arguments.into_iter().map(InputSlot::from).collect(),
            };
            (field.name.node.to_string(), output)
        });
        let fields = fields.chain([type_name]).collect();
        self.outputs.insert(name, fields);
    }

    /// What an enum or input object takes; `None` for scalars.
    pub(crate) fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.get(name)
    }

    /// Whether values may be of a type.
    pub(crate) fn is_input(&self, name: &str) -> bool {
        self.inputs.contains_key(name) || INPUT_SCALARS.contains(&name)
    }

    /// What a directive takes.
    pub(crate) fn directive(&self, name: &str) -> &[InputSlot] {
        self.directives.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The type that operations of a kind begin at; `None` where the schema has no such operations.
    pub(crate) fn root(&self, kind: OperationType) -> Option<&str> {
        let name = match kind {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        self.outputs.get_key_value(name).map(|(name, _)| name.as_str())
    }

    /// Whether a type has fields.
    pub(crate) fn is_composite(&self, name: &str) -> bool {
        self.outputs.contains_key(name)
    }

    /// Whether a type is an interface.
    pub(crate) fn is_interface(&self, name: &str) -> bool {
        self.interfaces.contains(name)
    }

    /// What a field gives; `None` for introspection.
    pub(crate) fn output(&self, type_name: &str, field: &str) -> Option<&FieldOutput> {
        self.outputs.get(type_name)?.get(field)
    }
}

/// The name below all lists.
pub(crate) fn innermost_name(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(item) => innermost_name(item),
    }
}
