//! How values become JSON, and what the schema calls their types.

use std::borrow::Cow;

use domain::{Language, Slug};

use super::{
    plan::Call,
    writer::{ResponseWriter, Segment, WriteResult},
};
use crate::{error::ResolverError, schema::type_registry::TypeRegistry};

/// A value a field can have.
pub(crate) trait Output {
    /// Whether the value may be null.
    const NULLABLE: bool = false;

    /// The type as the schema writes it, such as `[Theme!]!`; puts what it names into the schema.
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String;

    /// Writes the value.
    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult;
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

fn nullable(type_ref: &str) -> String {
    type_ref.strip_suffix('!').unwrap_or(type_ref).to_owned()
}

impl<T: Output> Output for Option<T> {
    const NULLABLE: bool = true;

    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
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

    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
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
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
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
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
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
            fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
                registry.add_input::<$scalar>()
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
}

/// Numbers that GraphQL's own may not hold, which is an error of the field (sections 3.5.1 and 3.5.2 of the specification).
macro_rules! numbers {
    ($($type:ty, $scalar:ty, $allowed:literal, |$value:ident, $out:ident| $write:expr;)+) => {$(
        impl Output for $type {
            fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
                registry.add_input::<$scalar>()
            }

            fn write<'d>(self, call: &Call<'_, 'd>, $out: &mut ResponseWriter<'d>) -> WriteResult {
                let $value = self;
                $write.ok_or_else(|| {
                    let error = ResolverError::NumberOutOfRange { given: self.to_string(), allowed: $allowed };
                    $out.fail(error, call.field.position)
                })
            }
        }
    )+};
}

numbers! {
    u32, i32, "whole numbers up to 2147483647", |value, out| i32::try_from(value).ok().map(|number| out.integer(number));
    u64, i32, "whole numbers up to 2147483647", |value, out| i32::try_from(value).ok().map(|number| out.integer(number));
    usize, i32, "whole numbers up to 2147483647", |value, out| i32::try_from(value).ok().map(|number| out.integer(number));
    f64, f64, "finite numbers", |value, out| value.is_finite().then(|| out.float(value));
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use async_graphql::{Variables, parser::parse_query};
    use chrono::DateTime;
    use curation::Requester;
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        deferred::DeferredResults,
        exec::{Below, Exec, TimeBudget, object, write_root},
    };

    /// One number in each of its types, where it must be one and where it may be none.
    struct Numbers(u64, f64);

    object! {
        /// Numbers.
        "Numbers" [] Numbers, implements [], |this, call|
        /// Below a field that may be null.
        below: Option<Numbers> => Some(Numbers(this.0, this.1)),
        /// In a list of what may be null.
        list: Vec<Option<u64>> => vec![Some(1), Some(this.0)],
        /// As a version.
        version: Option<u32> => Some(u32::try_from(this.0).unwrap_or(u32::MAX)),
        /// As a count.
        count: u64 => this.0,
        /// As a length.
        length: Option<usize> => Some(usize::try_from(this.0).unwrap_or(usize::MAX)),
        /// As a measure.
        measure: Option<f64> => Some(this.1),
    }

    /// What is answered to a query, and at which paths there are errors.
    fn answer(numbers: &Numbers, query: &str) -> (Value, Vec<Value>) {
        let document = parse_query(query).expect("a document");
        let (_, operation) = document.operations.iter().next().expect("an operation");
        let (variables, requester) = (Variables::default(), Requester::public());
        let (fetched, budget) = (DeferredResults::default(), TimeBudget::new(60_000, Duration::ZERO));
        let time = (DateTime::UNIX_EPOCH, &budget);
        let exec = Exec::new(&document.fragments, &variables, &requester, &fetched, time);
        let mut out = ResponseWriter::with_capacity(0);
        let below = Below::of(&operation.node.selection_set.node);
        let written = write_root(numbers, &below, &exec, &mut out);
        let (body, errors) = out.finish();
        let data = written.map_or(Value::Null, |()| serde_json::from_slice(&body).expect("JSON"));
        let error = |error: crate::exec::FieldError| {
            let mut bytes = Vec::new();
            error.write(&mut bytes);
            serde_json::from_slice::<Value>(&bytes).expect("JSON")
        };
        (data, errors.into_iter().map(error).collect())
    }

    const EVERYWHERE: &str = "{ below { count } list version length measure }";

    #[test]
    fn the_largest_number_is_written() {
        let numbers = Numbers(i32::MAX as u64, f64::MAX);
        let (data, errors) = answer(&numbers, EVERYWHERE);
        let largest = i32::MAX;
        let expected = json!({
            "below": {"count": largest}, "list": [1, largest], "version": largest, "length": largest, "measure": f64::MAX
        });
        assert_eq!((data, errors), (expected, Vec::new()));
    }

    #[test]
    fn a_number_that_the_type_cannot_hold_is_an_error_of_its_field() {
        for (number, measure) in
            [(1 << 31, f64::NAN), (u64::from(u32::MAX), f64::INFINITY), (u64::MAX, f64::NEG_INFINITY)]
        {
            let (data, errors) = answer(&Numbers(number, measure), EVERYWHERE);
            let expected = json!({"below": null, "list": [1, null], "version": null, "length": null, "measure": null});
            assert_eq!(data, expected);
            let paths: Vec<_> = errors.iter().map(|error| error["path"].to_string()).collect();
            let expected =
                [r#"["below","count"]"#, r#"["list",1]"#, r#"["version"]"#, r#"["length"]"#, r#"["measure"]"#];
            assert_eq!(paths, expected);
            for error in errors {
                assert_eq!(error["extensions"]["code"], "NUMBER_OUT_OF_RANGE");
                assert!(error["message"].as_str().is_some_and(|message| message.contains("allowed are")), "{error}");
            }
        }
    }
}
