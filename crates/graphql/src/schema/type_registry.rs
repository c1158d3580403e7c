//! The types of the schema as async-graphql keeps them. Its registry is hidden from its documentation and may change with
//! any version, so this file alone touches it, and the version is pinned.

use std::{borrow::Cow, marker::PhantomData, pin::Pin, sync::Arc};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, InputType, ObjectType, OutputType, Positioned, Response, ServerResult,
    SubscriptionType, Value,
    async_trait::async_trait,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute},
    futures_util::Stream,
    indexmap::{IndexMap, IndexSet},
    parser::types::Field,
    registry::{Deprecation, MetaField, MetaInputValue, MetaType, Registry},
    resolver_utils::resolve_container,
};

use super::field_cost::{FieldCost, FieldCosts};

/// The types that are known, each by its name.
pub(crate) struct TypeRegistry<'r> {
    registry: &'r mut Registry,
    costs: FieldCosts,
}

/// The schema's entry of a field.
pub(crate) struct FieldEntry {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it gives, as a sentence.
    pub(crate) description: String,
    /// Its type as the schema writes it, such as `[Theme!]!`.
    pub(crate) type_ref: String,
    /// What it can be asked with.
    pub(crate) arguments: Vec<ArgumentEntry>,
    /// What it costs by itself.
    pub(crate) cost: FieldCost,
}

/// The schema's entry of an argument.
#[derive(Clone)]
pub(crate) struct ArgumentEntry {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) description: String,
    /// Its type as the schema writes it.
    pub(crate) type_ref: String,
    /// What stands in where it is left out, as the schema writes it.
    pub(crate) default: Option<&'static str>,
}

impl FieldEntry {
    /// A field without arguments.
    pub(crate) fn new(name: &'static str, description: &str, type_ref: String) -> Self {
        Self { name, description: description.to_owned(), type_ref, arguments: Vec::new(), cost: FieldCost::VALUE }
    }
}

impl<'r> TypeRegistry<'r> {
    fn new(registry: &'r mut Registry) -> Self {
        Self { registry, costs: FieldCosts::default() }
    }

    fn note_costs(&mut self, type_name: &str, fields: &[FieldEntry]) {
        for field in fields {
            self.costs.insert(type_name, field.name, field.cost);
        }
    }

    /// The name of a type that async-graphql derives, or has of its own.
    pub(crate) fn add_input<T: InputType>(&mut self) -> String {
        T::create_type_info(self.registry)
    }

    /// Enters an object type, once. Returns the type of a field that always has one.
    pub(crate) fn add_object(
        &mut self,
        name: &str,
        description: &str,
        interfaces: &[fn(&mut TypeRegistry<'_>, &str)],
        describe: fn(&mut TypeRegistry<'_>) -> Vec<FieldEntry>,
    ) -> String {
        if !self.registry.types.contains_key(name) {
            // Types refer to each other in circles: a name stands before its fields do.
            self.registry.types.insert(name.to_owned(), object_type(name, description, IndexMap::new()));
            for join in interfaces {
                join(self, name);
            }
            let fields = describe(self);
            self.note_costs(name, &fields);
            let fields = meta_fields(fields);
            self.registry.types.insert(name.to_owned(), object_type(name, description, fields));
        }
        format!("{name}!")
    }

    /// Enters an interface, once. Returns the type of a field that always has one.
    pub(crate) fn add_interface(
        &mut self,
        name: &str,
        description: &str,
        parents: fn(&mut TypeRegistry<'_>),
        describe: fn(&mut TypeRegistry<'_>) -> Vec<FieldEntry>,
    ) -> String {
        if !self.registry.types.contains_key(name) {
            let interface = MetaType::Interface {
                name: name.to_owned(),
                description: Some(description.to_owned()),
                fields: IndexMap::new(),
                possible_types: IndexSet::new(),
                extends: false,
                inaccessible: false,
                tags: Vec::new(),
                keys: None,
                visible: None,
                rust_typename: None,
                directive_invocations: Vec::new(),
                requires_scopes: Vec::new(),
            };
            self.registry.types.insert(name.to_owned(), interface);
            parents(self);
            let described = describe(self);
            self.note_costs(name, &described);
            if let Some(MetaType::Interface { fields, .. }) = self.registry.types.get_mut(name) {
                *fields = meta_fields(described);
            }
        }
        format!("{name}!")
    }

    /// Notes that an interface belongs to another one.
    pub(crate) fn extend_interface(&mut self, name: &str, interface: &str) {
        self.registry.add_implements(name, interface);
    }

    /// Notes that an object type belongs to an interface.
    pub(crate) fn implement_interface(&mut self, name: &str, interface: &str) {
        self.registry.add_implements(name, interface);
        if let Some(MetaType::Interface { possible_types, .. }) = self.registry.types.get_mut(interface) {
            possible_types.insert(name.to_owned());
        }
    }
}

fn object_type(name: &str, description: &str, fields: IndexMap<String, MetaField>) -> MetaType {
    MetaType::Object {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        fields,
        cache_control: async_graphql::CacheControl::default(),
        extends: false,
        shareable: false,
        resolvable: true,
        keys: None,
        visible: None,
        inaccessible: false,
        interface_object: false,
        tags: Vec::new(),
        is_subscription: false,
        rust_typename: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

fn meta_fields(fields: Vec<FieldEntry>) -> IndexMap<String, MetaField> {
    fields.into_iter().map(|field| (field.name.to_owned(), meta_field(field))).collect()
}

fn meta_field(field: FieldEntry) -> MetaField {
    let arguments = field.arguments.into_iter();
    MetaField {
        name: field.name.to_owned(),
        description: Some(field.description),
        args: arguments.map(|argument| (argument.name.to_owned(), meta_argument(argument))).collect(),
        ty: field.type_ref,
        deprecation: Deprecation::NoDeprecated,
        cache_control: async_graphql::CacheControl::default(),
        external: false,
        requires: None,
        provides: None,
        visible: None,
        shareable: false,
        inaccessible: false,
        tags: Vec::new(),
        override_from: None,
        compute_complexity: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

fn meta_argument(argument: ArgumentEntry) -> MetaInputValue {
    MetaInputValue {
        name: argument.name.to_owned(),
        description: Some(argument.description),
        ty: argument.type_ref,
        deprecation: Deprecation::NoDeprecated,
        default_value: argument.default.map(ToOwned::to_owned),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        is_secret: false,
        directive_invocations: Vec::new(),
    }
}

/// What the fields cost of all types that some lead to.
pub(crate) fn collect_costs(registrations: &[fn(&mut TypeRegistry<'_>) -> String]) -> FieldCosts {
    let mut registry = Registry::default();
    let mut types = TypeRegistry::new(&mut registry);
    for register in registrations {
        register(&mut types);
    }
    types.costs
}

/// What operations of one kind begin at.
pub(crate) trait RootType: Send + Sync {
    /// Its name.
    const NAME: &'static str;

    /// Enters it and all that it leads to.
    fn register(registry: &mut TypeRegistry<'_>) -> String;
}

/// A root as async-graphql knows it: it describes, validates and introspects; what is asked of the
/// directory is answered by this crate's own executor and is null here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribedRoot<T>(PhantomData<T>);

impl<T> DescribedRoot<T> {
    /// The root.
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: RootType> OutputType for DescribedRoot<T> {
    fn type_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        // The one type of the specification that async-graphql leaves without a description.
        if let Some(MetaType::Scalar { description, .. }) = registry.types.get_mut("ID") {
            *description = Some("An opaque name of something; written as a string.".to_owned());
        }
        T::register(&mut TypeRegistry::new(registry))
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        resolve_container(ctx, self).await
    }
}

impl<T: RootType> ContainerType for DescribedRoot<T> {
    async fn resolve_field(&self, _: &Context<'_>) -> ServerResult<Option<Value>> {
        Ok(Some(Value::Null))
    }
}

impl<T: RootType> ObjectType for DescribedRoot<T> {}

/// The root of subscriptions as async-graphql knows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribedSubscriptionRoot<T>(PhantomData<T>);

impl<T> DescribedSubscriptionRoot<T> {
    /// The root.
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: RootType> SubscriptionType for DescribedSubscriptionRoot<T> {
    fn type_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::register(&mut TypeRegistry::new(registry))
    }

    fn create_field_stream<'a>(
        &'a self,
        _: &'a Context<'_>,
    ) -> Option<Pin<Box<dyn Stream<Item = Response> + Send + 'a>>> {
        None
    }
}

/// Stops a request behind its validation.
pub(crate) struct ValidateOnly;

impl ExtensionFactory for ValidateOnly {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait]
impl Extension for ValidateOnly {
    async fn execute(&self, _: &ExtensionContext<'_>, _: Option<&str>, _: NextExecute<'_>) -> Response {
        Response::default()
    }
}
