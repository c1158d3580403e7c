//! The schema as tables, read from its own SDL: what an input may look like, and what a field costs.

use std::collections::{HashMap, HashSet};

use async_graphql::parser::{
    parse_schema,
    types::{BaseType, FieldDefinition, Type, TypeKind, TypeSystemDefinition},
};

/// What an input type takes.
#[derive(Debug)]
pub(crate) enum Input {
    /// One of the values.
    Enum(Vec<String>),
    /// An object with fields: name, type, and whether there is a default.
    Object(Vec<(String, Type, bool)>),
}

/// What a field gives.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    /// The name of the type below all lists.
    pub(crate) type_name: String,
    /// The type without that name: `[!]!`.
    pub(crate) wrapping: String,
    /// Whether it gives a list.
    pub(crate) is_list: bool,
    /// Whether it takes `first`.
    pub(crate) is_paged: bool,
}

impl Output {
    /// What `__typename` gives.
    fn type_name() -> Self {
        Self { type_name: "String".to_owned(), wrapping: "!".to_owned(), is_list: false, is_paged: false }
    }
}

/// The schema as tables.
#[derive(Debug, Default)]
pub(crate) struct SchemaIndex {
    inputs: HashMap<String, Input>,
    outputs: HashMap<String, HashMap<String, Output>>,
    interfaces: HashSet<String>,
}

impl SchemaIndex {
    /// The tables of a schema.
    pub(crate) fn new(sdl: &str) -> Self {
        let document = parse_schema(sdl).expect("the schema's own SDL is well-formed; a test reads it");
        let mut index = Self::default();
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            match definition.node.kind {
                TypeKind::Enum(values) => {
                    let values = values.values.into_iter().map(|value| value.node.value.node.to_string()).collect();
                    index.inputs.insert(name, Input::Enum(values));
                }
                TypeKind::InputObject(object) => {
                    let fields = object.fields.into_iter().map(|field| {
                        let field = field.node;
                        (field.name.node.to_string(), field.ty.node, field.default_value.is_some())
                    });
                    index.inputs.insert(name, Input::Object(fields.collect()));
                }
                TypeKind::Object(object) => index.add_output(name, object.fields.into_iter().map(|field| field.node)),
                TypeKind::Interface(interface) => {
                    index.interfaces.insert(name.clone());
                    index.add_output(name, interface.fields.into_iter().map(|field| field.node));
                }
                TypeKind::Scalar | TypeKind::Union(_) => {}
            }
        }
        index
    }

    fn add_output(&mut self, name: String, fields: impl Iterator<Item = FieldDefinition>) {
        let type_name = ("__typename".to_owned(), Output::type_name());
        let fields = fields.map(|field| {
            let type_name = named(&field.ty.node).to_owned();
            let output = Output {
                wrapping: field.ty.node.to_string().replacen(&type_name, "", 1),
                type_name,
                is_list: matches!(field.ty.node.base, BaseType::List(_)),
                is_paged: field.arguments.iter().any(|argument| argument.node.name.node == "first"),
            };
            (field.name.node.to_string(), output)
        });
        self.outputs.insert(name, fields.chain([type_name]).collect());
    }

    /// What an enum or input object takes; `None` for scalars.
    pub(crate) fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.get(name)
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
    pub(crate) fn output(&self, type_name: &str, field: &str) -> Option<&Output> {
        self.outputs.get(type_name)?.get(field)
    }
}

/// The name below all lists.
pub(crate) fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(item) => named(item),
    }
}
