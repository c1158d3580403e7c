//! Objects: their fields, their place in the schema, and how they are written.
//!
//! To add a type: a handle that borrows from the snapshot, and [`object!`](macro@crate::exec::object) with
//! one line per field. Schema, validation and execution all come from that one list.

use async_graphql::registry::{Deprecation, MetaField, MetaInputValue, MetaType, Registry};
use async_graphql_value::indexmap::{IndexMap, IndexSet};

use super::{
    output::Output,
    plan::{Below, Call, Exec, TYPENAME},
    writer::{Nulled, ResponseWriter, Segment, WriteResult},
};
use crate::error::ResolverError;

/// The fields of an object.
pub(crate) trait Fields {
    /// The fields for the schema.
    fn describe(registry: &mut Registry) -> IndexMap<String, MetaField>;

    /// The number of a field.
    fn number(name: &str) -> Option<u16>;

    /// Writes one field's value.
    fn resolve<'d>(&self, number: u16, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult;
}

/// An object of a concrete type.
pub(crate) trait Object: Fields {
    /// The concrete type's name.
    fn type_name(&self) -> &'static str;

    /// Whether the type belongs to the interface of that name.
    fn belongs_to(&self, interface: &str) -> bool;
}

/// An interface of the schema.
pub(crate) trait Interface {
    /// Its name.
    const NAME: &'static str;
    /// What it is.
    const DESCRIPTION: &'static str;

    /// Its fields.
    fn describe(registry: &mut Registry) -> IndexMap<String, MetaField>;

    /// The interfaces it belongs to itself.
    fn register_parents(_: &mut Registry) {}
}

/// Writes an object: what is asked of it, in the order of the document.
pub(crate) fn write_object<'d, T: Object>(
    object: &T,
    call: &Call<'_, 'd>,
    out: &mut ResponseWriter<'d>,
) -> WriteResult {
    write_root(object, &call.field.below, call.exec, out)
}

/// Writes what is asked of an object that no field gave: the root.
pub(crate) fn write_root<'d, T: Object>(
    object: &T,
    below: &Below<'d>,
    exec: &Exec<'d>,
    out: &mut ResponseWriter<'d>,
) -> WriteResult {
    let mut opening = b'{';
    for field in below.fields(object, exec) {
        out.byte(opening);
        opening = b',';
        out.raw(&field.prefix);
        if field.number == TYPENAME {
            out.plain_string(object.type_name());
            continue;
        }
        // Nothing is said of it here: the run ends, and its outcome says it once.
        if exec.budget.is_over(field.has_arguments()) || exec.budget.is_full(out.len()) {
            return Err(Nulled);
        }
        out.enter(Segment::Key(field.key));
        object.resolve(field.number, &Call { exec, field }, out)?;
        out.leave();
    }
    if opening == b'{' {
        out.byte(opening);
    }
    out.byte(b'}');
    Ok(())
}

/// Gets a field's value and writes it.
pub(crate) fn write_field<'d, T: Output>(
    value: impl FnOnce() -> Result<T, ResolverError>,
    call: &Call<'_, 'd>,
    out: &mut ResponseWriter<'d>,
) -> WriteResult {
    write_value(value(), call, out)
}

/// Writes a value; where it may be null, a failure below ends here.
pub(crate) fn write_value<'d, T: Output>(value: T, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
    let mark = out.mark();
    match value.write(call, out) {
        Err(_) if T::NULLABLE => {
            out.null_since(mark);
            Ok(())
        }
        written => written,
    }
}

/// Puts an object type into the schema, once. Returns the type of a field that always has one.
pub(crate) fn register_object<T: Fields>(
    registry: &mut Registry,
    name: &str,
    description: &str,
    interfaces: &[fn(&mut Registry, &str)],
) -> String {
    if !registry.types.contains_key(name) {
        // Types refer to each other in circles: a name stands before its fields do.
        registry.types.insert(name.to_owned(), object_type(name, description, IndexMap::new()));
        for join in interfaces {
            join(registry, name);
        }
        let fields = T::describe(registry);
        registry.types.insert(name.to_owned(), object_type(name, description, fields));
    }
    format!("{name}!")
}

/// Puts an interface into the schema, once.
pub(crate) fn register_interface<I: Interface>(registry: &mut Registry) -> String {
    if !registry.types.contains_key(I::NAME) {
        let interface = MetaType::Interface {
            name: I::NAME.to_owned(),
            description: Some(I::DESCRIPTION.to_owned()),
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
        registry.types.insert(I::NAME.to_owned(), interface);
        I::register_parents(registry);
        let described = I::describe(registry);
        if let Some(MetaType::Interface { fields, .. }) = registry.types.get_mut(I::NAME) {
            *fields = described;
        }
    }
    format!("{}!", I::NAME)
}

/// Notes that an interface belongs to another one.
pub(crate) fn extends<I: Interface>(registry: &mut Registry, name: &str) {
    register_interface::<I>(registry);
    registry.add_implements(name, I::NAME);
}

/// Notes that an object type belongs to an interface.
pub(crate) fn join<I: Interface>(registry: &mut Registry, name: &str) {
    register_interface::<I>(registry);
    registry.add_implements(name, I::NAME);
    if let Some(MetaType::Interface { possible_types, .. }) = registry.types.get_mut(I::NAME) {
        possible_types.insert(name.to_owned());
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

/// The schema's entry of a field.
pub(crate) fn field_entry(name: &str, description: &str, ty: String, args: Vec<MetaInputValue>) -> MetaField {
    MetaField {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        args: args.into_iter().map(|argument| (argument.name.clone(), argument)).collect(),
        ty,
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

/// The schema's entry of an argument.
pub(crate) fn argument_entry(name: &str, description: &str, ty: String, default: Option<&str>) -> MetaInputValue {
    MetaInputValue {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        ty,
        deprecation: Deprecation::NoDeprecated,
        default_value: default.map(ToOwned::to_owned),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        is_secret: false,
        directive_invocations: Vec::new(),
    }
}

/// The lines of a documentation comment as one text.
pub(crate) fn description(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Lists the fields of a handle: documentation, name, arguments, type and how to get the value.
/// Inside a value, `?` works on [`ResolverError`] and what it takes; nothing else.
macro_rules! fields {
    (
        [$($generics:tt)*] $handle:ty, |$this:ident, $call:ident|
        $(
            $(#[doc = $doc:literal])+
            $field:ident $((
                $( $(#[doc = $argument_doc:literal])+ $argument:ident : $argument_type:ty $(= $default:literal)? ),+ $(,)?
            ))? : $output:ty => $value:expr
        ),+ $(,)?
    ) => {
        const _: () = {
            #[allow(non_camel_case_types, reason = "named as the API names them")]
            enum Order { $($field),+ }

            struct Number;

            #[allow(non_upper_case_globals, reason = "named as the API names them")]
            impl Number { $(const $field: u16 = Order::$field as u16;)+ }

            impl<$($generics)*> $crate::exec::Fields for $handle {
                fn describe(
                    registry: &mut async_graphql::registry::Registry,
                ) -> async_graphql_value::indexmap::IndexMap<String, async_graphql::registry::MetaField> {
                    let mut fields = async_graphql_value::indexmap::IndexMap::new();
                    $({
                        let arguments = vec![$($(
                            $crate::exec::argument_entry(
                                stringify!($argument),
                                &$crate::exec::description(&[$($argument_doc),+]),
                                <$argument_type as async_graphql::InputType>::create_type_info(registry),
                                None$(.or(Some($default)))?,
                            )
                        ),+)?];
                        let ty = <$output as $crate::exec::Output>::type_ref(registry);
                        let description = $crate::exec::description(&[$($doc),+]);
                        let entry = $crate::exec::field_entry(stringify!($field), &description, ty, arguments);
                        fields.insert(stringify!($field).to_owned(), entry);
                    })+
                    fields
                }

                fn number(name: &str) -> Option<u16> {
                    $(if name == stringify!($field) {
                        return Some(Number::$field);
                    })+
                    None
                }

                #[allow(unused_variables, reason = "not every value needs the object or the call")]
                #[allow(non_snake_case, reason = "arguments are named as the API names them")]
                fn resolve<'d>(
                    &self,
                    number: u16,
                    call: &$crate::exec::Call<'_, 'd>,
                    out: &mut $crate::exec::ResponseWriter<'d>,
                ) -> $crate::exec::WriteResult {
                    let ($this, $call) = (self, call);
                    match number {
                        $(Number::$field => {
                            let value = || -> Result<$output, $crate::error::ResolverError> {
                                $($(let $argument: $argument_type = call.argument(stringify!($argument))?;)+)?
                                Ok($value)
                            };
                            $crate::exec::write_field(value, call, out)
                        })+
                        _ => {
                            out.null();
                            Ok(())
                        }
                    }
                }
            }
        };
    };
}

/// Lists the fields of a handle and makes it a type of the schema.
macro_rules! object {
    (
        $(#[doc = $type_doc:literal])+
        $name:literal [$($generics:tt)*] $handle:ty, implements [$($interface:ty),*], $($fields:tt)+
    ) => {
        $crate::exec::fields! { [$($generics)*] $handle, $($fields)+ }

        impl<$($generics)*> $crate::exec::Object for $handle {
            fn type_name(&self) -> &'static str {
                $name
            }

            #[allow(unused_variables, reason = "most types belong to no interface")]
            fn belongs_to(&self, interface: &str) -> bool {
                false $(|| interface == <$interface as $crate::exec::Interface>::NAME)*
            }
        }

        impl<$($generics)*> $crate::exec::Output for $handle {
            fn type_ref(registry: &mut async_graphql::registry::Registry) -> String {
                let description = $crate::exec::description(&[$($type_doc),+]);
                let interfaces: &[fn(&mut async_graphql::registry::Registry, &str)] =
                    &[$($crate::exec::join::<$interface>),*];
                $crate::exec::register_object::<Self>(registry, $name, &description, interfaces)
            }

            fn write<'d>(
                self,
                call: &$crate::exec::Call<'_, 'd>,
                out: &mut $crate::exec::ResponseWriter<'d>,
            ) -> $crate::exec::WriteResult {
                $crate::exec::write_object(&self, call, out)
            }
        }
    };
}

pub(crate) use {fields, object};
