//! Reads plain JSON into the types of the entries, with [`EntryError`]s.

use messages::Message;
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Map, Value};

use super::{entry_error::EntryError, removed::PathStep};

/// One value of an entry.
#[derive(Clone, Copy)]
pub(crate) struct ValueReader<'de>(pub(crate) &'de Value);

macro_rules! whole_numbers {
    ($($method:ident $number:ty)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, EntryError> {
            let expected = || Message::new("json-expected-whole-number").with("most", <$number>::MAX);
            self.deserialize_any(visitor).map_err(|error| error.expecting(expected))
        }
    )+};
}

macro_rules! expecting {
    ($($($method:ident)+ => $expected:expr;)+) => {$($(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, EntryError> {
            self.deserialize_any(visitor).map_err(|error| error.expecting(|| $expected))
        }
    )+)+};
}

impl<'de> Deserializer<'de> for ValueReader<'de> {
    type Error = EntryError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, EntryError> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), _, _) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, number) => visitor.visit_f64(number.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(list) => {
                let mut reader = ListReader { list: list.iter(), index: 0 };
                let value = visitor.visit_seq(&mut reader)?;
                match reader.list.as_slice() {
                    [] => Ok(value),
                    _ => Err(EntryError::invalid_length(list.len(), &"a shorter list")),
                }
            }
            Value::Object(fields) => visitor.visit_map(ObjectReader::new(fields)),
        }
    }

    expecting! {
        deserialize_str deserialize_string deserialize_char deserialize_identifier => Message::new("json-expected-text");
        deserialize_bool => Message::new("json-expected-boolean");
        deserialize_f32 deserialize_f64 deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
            => Message::new("json-expected-number");
        deserialize_seq => Message::new("json-expected-list");
        deserialize_map => Message::new("json-expected-object");
    }

    whole_numbers! { deserialize_u8 u8 deserialize_u16 u16 deserialize_u32 u32 deserialize_u64 u64 }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, EntryError> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, EntryError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, EntryError> {
        let expected = || match name {
            "Geometry" => Message::new("json-expected-geometry"),
            "DistrictFeature" => Message::new("json-expected-feature"),
            "Properties" => Message::new("json-expected-properties"),
            _ => Message::new("json-expected-object"),
        };
        self.deserialize_any(visitor).map_err(|error| error.expecting(expected).in_structure(name))
    }

    /// A word of a closed list; no entry has choices that carry values.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, EntryError> {
        match self.0 {
            Value::String(word) => {
                let word: StrDeserializer<'_, EntryError> = word.as_str().into_deserializer();
                visitor.visit_enum(word)
            }
            other => {
                let error = EntryError::invalid_type(to_unexpected(other), &"a word");
                Err(error.expecting(|| Message::new("json-expected-word")))
            }
        }
    }

    forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

fn to_unexpected(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(flag) => Unexpected::Bool(*flag),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Unexpected::Unsigned(number),
            (None, Some(number)) => Unexpected::Signed(number),
            (None, None) => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

struct ListReader<'de> {
    list: std::slice::Iter<'de, Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for &mut ListReader<'de> {
    type Error = EntryError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, EntryError> {
        let Some(value) = self.list.next() else { return Ok(None) };
        let index = self.index;
        self.index += 1;
        seed.deserialize(ValueReader(value)).map(Some).map_err(|error| error.below(PathStep::Index(index)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len())
    }
}

struct ObjectReader<'de> {
    fields: serde_json::map::Iter<'de>,
    field: Option<(&'de str, &'de Value)>,
}

impl<'de> ObjectReader<'de> {
    fn new(fields: &'de Map<String, Value>) -> Self {
        Self { fields: fields.iter(), field: None }
    }
}

impl<'de> MapAccess<'de> for ObjectReader<'de> {
    type Error = EntryError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, EntryError> {
        let Some((name, value)) = self.fields.next() else { return Ok(None) };
        self.field = Some((name, value));
        let key: StrDeserializer<'de, EntryError> = name.as_str().into_deserializer();
        seed.deserialize(key).map(Some).map_err(|error| error.below(PathStep::Field(name.clone())))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, EntryError> {
        let (name, value) = self.field.take().unwrap_or(("", &Value::Null));
        seed.deserialize(ValueReader(value)).map_err(|error| error.below(PathStep::Field(name.to_owned())))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.fields.len())
    }
}
