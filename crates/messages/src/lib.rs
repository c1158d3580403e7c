//! What the program says about what it was given: refusals, problems of files, outcomes.
//!
//! Rules and commands make a [`Message`], which is a key and arguments and nothing in any language. Its sentence stands
//! in Fluent, in `locales/TAG/`, and is put together where somebody reads it: [`Message::text`]. To add one, write
//! `Message::new("problem-…")` where it is found and a line in every language; tests refuse a key without a sentence, a
//! sentence without a key, and other arguments than those given.
//!
//! ```
//! let message = messages::Message::new("problem-too-long").with("allowed", 200);
//! assert_eq!(message.text("en"), "is too long: at most 200 are allowed");
//! assert_eq!(message.text("de"), "ist zu lang: höchstens 200 sind erlaubt");
//! ```

mod catalogue;
mod credentials;

use std::{borrow::Cow, fmt};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use catalogue::{LANGUAGES, SOURCES};
pub use credentials::{address_without_credentials, without_credentials};

/// A sentence that somebody will read, before it is in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    key: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    arguments: Vec<(Cow<'static, str>, MessageArgument)>,
}

/// A value that a sentence holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MessageArgument {
    /// As it stands, but for user names and passwords in addresses.
    Text(String),
    /// A number, by which a language chooses its form.
    Number(i64),
    /// A day, as the language writes it.
    Day(NaiveDate),
    /// Another message, in the same language.
    Message(Box<Message>),
    /// Several, with commas.
    List(Vec<MessageArgument>),
    /// Several, with commas and an "or" before the last.
    Alternatives(Vec<MessageArgument>),
    /// A word of a vocabulary, as each of [`LANGUAGES`] has it.
    Word(Vec<Cow<'static, str>>),
}

impl Message {
    /// A message by the key of its sentence.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), arguments: Vec::new() }
    }

    /// The same with an argument of its sentence, in place of one of that name.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<MessageArgument>) -> Self {
        self.arguments.retain(|(known, _)| known != name);
        self.arguments.push((Cow::Borrowed(name), argument.into()));
        self
    }

    /// The same with what somebody gave, in quotation marks.
    #[must_use]
    pub fn quote(self, name: &'static str, given: &str) -> Self {
        self.with(name, format!("{given:?}"))
    }

    /// The same with each of several, in quotation marks.
    #[must_use]
    pub fn quote_all(self, name: &'static str, given: impl IntoIterator<Item: AsRef<str>>) -> Self {
        let quoted: MessageArgument = given.into_iter().map(|text| format!("{:?}", text.as_ref())).collect();
        self.with(name, quoted)
    }

    /// The words of a foreign parser, in whatever language it speaks.
    pub fn verbatim(text: impl Into<MessageArgument>) -> Self {
        Message::new("general-verbatim").with("text", text)
    }

    /// An argument of its sentence.
    pub fn argument(&self, name: &str) -> Option<&MessageArgument> {
        self.arguments.iter().find(|(known, _)| known == name).map(|(_, argument)| argument)
    }

    /// The key of its sentence.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The sentence for a reader, by the tag of their language; in German where the catalogues have not that language.
    pub fn text(&self, reader: &str) -> String {
        catalogue::sentence(self, catalogue::language(reader))
    }

    /// What was written with `{:#}`; `None` of any other text.
    pub fn parse(text: &str) -> Option<Self> {
        text.strip_prefix(MARK).and_then(|json| serde_json::from_str(json).ok())
    }
}

/// What a message begins with where it travels as text: no sentence does.
const MARK: char = '\u{1}';

/// The sentence in English. With `{:#}` the key and the arguments instead, for [`Message::parse`]: a deserialiser carries
/// nothing but text, and so what a value refused itself with arrives whole.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match f.alternate() {
            true => write!(f, "{MARK}{}", serde_json::to_string(self).map_err(|_| fmt::Error)?),
            false => f.write_str(&self.text("en")),
        }
    }
}

/// An error whose sentence is the message that `message` gives.
#[macro_export]
macro_rules! error_by_message {
    ($($error:ty),+ $(,)?) => {$(
        impl ::std::fmt::Display for $error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.message().fmt(f)
            }
        }

        impl ::std::error::Error for $error {}
    )+};
}

/// Whatever somebody gave, a message does not repeat what opens a door.
impl From<&str> for MessageArgument {
    fn from(text: &str) -> Self {
        Self::Text(without_credentials(text).into_owned())
    }
}

impl From<String> for MessageArgument {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<NaiveDate> for MessageArgument {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<Message> for MessageArgument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for MessageArgument {
            fn from(number: $number) -> Self {
                i64::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
            }
        }
    )+};
}

numbers!(i32 i64 u8 u16 u32 u64 usize);

/// A list of them.
impl<A: Into<MessageArgument>> FromIterator<A> for MessageArgument {
    fn from_iter<I: IntoIterator<Item = A>>(arguments: I) -> Self {
        Self::List(arguments.into_iter().map(Into::into).collect())
    }
}

impl MessageArgument {
    /// One of them, with an "or".
    pub fn alternatives<A: Into<Self>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self::Alternatives(arguments.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests;
