//! Objects: their fields, their place in the schema, and how they are written.
//!
//! To add a type: a handle that borrows from the snapshot, and [`object!`](macro@crate::exec::object) with
//! one line per field. Schema, validation and execution all come from that one list.

use super::{
    concrete_type::{ConcreteType, FieldNumbers},
    output::{Output, write_value},
    plan::{Below, Call, Exec, TYPENAME},
    writer::{Nulled, ResponseWriter, Segment, WriteResult},
};
use crate::{
    error::ResolverError,
    schema::type_registry::{FieldEntry, TypeRegistry},
};

/// The fields of an object.
pub(crate) trait Fields: FieldNumbers {
    /// The fields for the schema.
    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry>;

    /// Writes one field's value.
    fn resolve<'d>(&self, number: u16, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult;
}

/// An object of a concrete type.
pub(crate) trait Object: Fields + ConcreteType {}

impl<T: Fields + ConcreteType> Object for T {}

/// An interface of the schema.
pub(crate) trait Interface {
    /// Its name.
    const NAME: &'static str;
    /// What it is.
    const DESCRIPTION: &'static str;

    /// Its fields.
    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry>;

    /// The interfaces it belongs to itself.
    fn register_parents(_: &mut TypeRegistry<'_>) {}
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

/// Puts an object type into the schema, once. Returns the type of a field that always has one.
pub(crate) fn register_object<T: Fields>(
    registry: &mut TypeRegistry<'_>,
    name: &str,
    description: &str,
    interfaces: &[fn(&mut TypeRegistry<'_>, &str)],
) -> String {
    registry.add_object(name, description, interfaces, T::describe)
}

/// Puts an interface into the schema, once.
pub(crate) fn register_interface<I: Interface>(registry: &mut TypeRegistry<'_>) -> String {
    registry.add_interface(I::NAME, I::DESCRIPTION, I::register_parents, I::describe)
}

/// Notes that an interface belongs to another one.
pub(crate) fn extends<I: Interface>(registry: &mut TypeRegistry<'_>, name: &str) {
    register_interface::<I>(registry);
    registry.extend_interface(name, I::NAME);
}

/// Notes that an object type belongs to an interface.
pub(crate) fn join<I: Interface>(registry: &mut TypeRegistry<'_>, name: &str) {
    register_interface::<I>(registry);
    registry.implement_interface(name, I::NAME);
}

/// The lines of a documentation comment as one text.
pub(crate) fn description(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Lists the fields of a handle: documentation, cost where it is more than writing a value down, name, arguments, type
/// and how to get the value.
/// Inside a value, `?` works on [`ResolverError`] and what it takes; nothing else.
macro_rules! fields {
    (
        [$($generics:tt)*] $handle:ty, |$this:ident, $call:ident|
        $(
            $(#[doc = $doc:literal])+
            $(#[cost($($cost:tt)+)])?
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

            impl<$($generics)*> $crate::exec::FieldNumbers for $handle {
                fn number(name: &str) -> Option<u16> {
                    $(if name == stringify!($field) {
                        return Some(Number::$field);
                    })+
                    None
                }
            }

            impl<$($generics)*> $crate::exec::Fields for $handle {
                fn describe(
                    registry: &mut $crate::schema::type_registry::TypeRegistry<'_>,
                ) -> Vec<$crate::schema::type_registry::FieldEntry> {
                    vec![$($crate::schema::type_registry::FieldEntry {
                        name: stringify!($field),
                        description: $crate::exec::description(&[$($doc),+]),
                        arguments: vec![$($($crate::schema::type_registry::ArgumentEntry {
                            name: stringify!($argument),
                            description: $crate::exec::description(&[$($argument_doc),+]),
                            type_ref: <$argument_type as $crate::exec::Argument>::type_ref(registry),
                            default: None$(.or(Some($default)))?,
                        }),+)?],
                        type_ref: <$output as $crate::exec::Output>::type_ref(registry),
                        cost: $crate::schema::field_cost::cost!($($($cost)+)?),
                    }),+]
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

        impl<$($generics)*> $crate::exec::ConcreteType for $handle {
            fn type_name(&self) -> &'static str {
                $name
            }

            #[allow(unused_variables, reason = "most types belong to no interface")]
            fn belongs_to(&self, interface: &str) -> bool {
                false $(|| interface == <$interface as $crate::exec::Interface>::NAME)*
            }
        }

        impl<$($generics)*> $crate::exec::Output for $handle {
            fn type_ref(registry: &mut $crate::schema::type_registry::TypeRegistry<'_>) -> String {
                let description = $crate::exec::description(&[$($type_doc),+]);
                let interfaces: &[fn(&mut $crate::schema::type_registry::TypeRegistry<'_>, &str)] =
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
