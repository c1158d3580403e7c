//! Texts in several languages, and small values many types share.

use std::borrow::Cow;

use domain::{Address, LocalisedText, Position};

use crate::exec::object;

/// One text in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Translation<'s> {
    language: &'s domain::Language,
    text: &'s str,
}

object! {
    /// A text in one language.
    "Translation" ['s] Translation<'s>, implements [], |this, call|
    /// BCP-47 tag of the language the text is in.
    language: &'s domain::Language => this.language,
    /// The text.
    text: &'s str => this.text,
}

/// Every language of a text.
pub(crate) fn translations(text: &LocalisedText) -> Vec<Translation<'_>> {
    text.iter().map(|(language, text)| Translation { language, text }).collect()
}

/// The text a reader of the language is shown; `None` when there is none at all.
pub(crate) fn text_in<'s>(text: &'s LocalisedText, language: &str) -> Option<&'s str> {
    text.resolve(language).map(|(_, text)| text)
}

/// A postal address.
#[derive(Clone, Debug)]
pub(crate) struct AddressView<'s>(pub(crate) Cow<'s, Address>);

impl<'s> AddressView<'s> {
    fn part(&self, part: impl Fn(&Address) -> Option<&str>) -> Option<Cow<'s, str>> {
        match &self.0 {
            Cow::Borrowed(address) => part(address).map(Cow::Borrowed),
            Cow::Owned(address) => part(address).map(|text| Cow::Owned(text.to_owned())),
        }
    }
}

object! {
    /// A postal address. Never gives the district: postcodes cross quarters.
    "Address" ['s] AddressView<'s>, implements [], |this, call|
    /// Street and number; not published where a place is known by quarter only.
    street: Option<Cow<'s, str>> => this.part(|address| address.street.as_deref()),
    /// Postcode.
    postcode: Option<Cow<'s, str>> => this.part(|address| address.postcode.as_deref()),
    /// Town.
    city: Option<Cow<'s, str>> => this.part(|address| address.city.as_deref()),
    /// Floor, bell, back yard: what helps to find the door.
    extra: Option<Cow<'s, str>> => this.part(|address| address.extra.as_deref()),
}

/// A point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PositionView(pub(crate) Position);

object! {
    /// A point on the earth, WGS84.
    "Position" [] PositionView, implements [], |this, call|
    /// Degrees east of Greenwich.
    longitude: f64 => this.0.longitude(),
    /// Degrees north of the equator.
    latitude: f64 => this.0.latitude(),
}
