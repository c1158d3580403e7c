//! How values become JSON, and what the schema calls their types.

use std::borrow::Cow;

use async_graphql::{InputType, registry::Registry};
use domain::{Language, Slug};

use super::{
    object::write_value,
    plan::Call,
    writer::{ResponseWriter, Segment, WriteResult},
};
use crate::error::ResolverError;

/// A value a field can have.
pub(crate) trait Output {
    /// Whether the value may be null.
    const NULLABLE: bool = false;

    /// The type as the schema writes it, such as `[Theme!]!`; puts what it names into the schema.
    fn type_ref(registry: &mut Registry) -> String;

    /// Writes the value.
    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult;
}

fn nullable(type_ref: &str) -> String {
    type_ref.strip_suffix('!').unwrap_or(type_ref).to_owned()
}

impl<T: Output> Output for Option<T> {
    const NULLABLE: bool = true;

    fn type_ref(registry: &mut Registry) -> String {
        nullable(&T::type_ref(registry))
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        match self {
            Some(value) => value.write(call, out),
            None => {
                out.null();
                Ok(())
            }
        }
    }
}

impl<T: Output> Output for Result<T, ResolverError> {
    const NULLABLE: bool = T::NULLABLE;

    fn type_ref(registry: &mut Registry) -> String {
        T::type_ref(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        match self {
            Ok(value) => value.write(call, out),
            Err(error) => Err(out.fail(error, call.field.position)),
        }
    }
}

impl<T: Output> Output for Vec<T> {
    fn type_ref(registry: &mut Registry) -> String {
        format!("[{}]!", T::type_ref(registry))
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        write_list(self, call, out)
    }
}

impl<'a, T> Output for &'a [T]
where
    &'a T: Output,
{
    fn type_ref(registry: &mut Registry) -> String {
        format!("[{}]!", <&'a T>::type_ref(registry))
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        write_list(self, call, out)
    }
}

/// Writes a list.
pub(crate) fn write_list<'d, T: Output>(
    values: impl IntoIterator<Item = T>,
    call: &Call<'_, 'd>,
    out: &mut ResponseWriter<'d>,
) -> WriteResult {
    out.byte(b'[');
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            out.byte(b',');
        }
        out.enter(Segment::Index(index));
        write_value(value, call, out)?;
        out.leave();
    }
    out.byte(b']');
    Ok(())
}

macro_rules! leaves {
    ($([$($generics:tt)*] $type:ty, $scalar:ty, |$value:ident, $out:ident| $write:expr;)+) => {$(
        impl<$($generics)*> Output for $type {
            fn type_ref(registry: &mut Registry) -> String {
                <$scalar as InputType>::create_type_info(registry)
            }

            fn write<'d>(self, _: &Call<'_, 'd>, $out: &mut ResponseWriter<'d>) -> WriteResult {
                let $value = self;
                $write;
                Ok(())
            }
        }
    )+};
}

leaves! {
    [] String, String, |value, out| out.string(&value);
    ['a] &'a str, String, |value, out| out.string(value);
    ['a] Cow<'a, str>, String, |value, out| out.string(&value);
    ['a] &'a String, String, |value, out| out.string(value);
    ['a] &'a Slug, String, |value, out| out.plain_string(value.as_str());
    ['a] &'a Language, String, |value, out| out.plain_string(value.as_str());
    [] bool, bool, |value, out| out.raw(if value { b"true" } else { b"false" });
    [] u32, i32, |value, out| out.integer(i64::from(value));
    [] u64, i32, |value, out| out.integer(i64::try_from(value).unwrap_or(i64::MAX));
    [] usize, i32, |value, out| out.integer(i64::try_from(value).unwrap_or(i64::MAX));
    [] f64, f64, |value, out| out.float(value);
}
