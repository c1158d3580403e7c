//! Where an entry is, and how precisely everybody may know: one value of the entry, two fields of the form.

use domain::{Position, vocabulary::Precision};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::form::{EntryFields, EntryForm};
use crate::{Visit, pages::search::map::map_words};

/// The value of an entry that has both.
pub(super) const LOCATION: &str = "location";
/// The field with the point.
pub(super) const POSITION: &str = "location.position";
/// The field with what everybody sees of it.
pub(super) const PRECISION: &str = "location.precision";

/// Latitude and longitude as maps copy them, such as "51.53, 7.21" or "51,53 7,21".
pub(super) fn parse_position(text: &str) -> Option<Position> {
    let text = text.trim();
    let (latitude, longitude) = text
        .split_once([';', ' '])
        .or_else(|| text.split_once(','))
        .map(|(latitude, longitude)| (latitude.trim().trim_end_matches(','), longitude.trim()))?;
    let degrees = |part: &str| part.replace(',', ".").parse::<f64>().ok();
    Position::new(degrees(longitude)?, degrees(latitude)?).ok()
}

/// A point as it stands in the form.
pub(super) fn format_position(position: Position) -> String {
    format!("{}, {}", position.latitude(), position.longitude())
}

/// Where scripts put a map, with its words; where one taps is written into the input.
pub(super) fn position_map(visit: &Visit<'_>, input: &str) -> Markup {
    html! {
        div hidden data-position=(input) data-open=(visit.say("my-map-open")) data-close=(visit.say("my-map-close"))
            data-help=(visit.say("my-map-help")) data-failed=(visit.say("my-map-failed")) data-said=(map_words(visit)) {}
    }
}

/// What an entry says, with its place in the two parts of the form.
pub(super) fn split(fields: &EntryFields) -> EntryFields {
    let mut fields = fields.clone();
    let Some(location) = fields.remove(LOCATION) else { return fields };
    let position: Option<Position> = serde_json::from_value(location.clone()).ok();
    if let Some(position) = position {
        fields.insert(POSITION.to_owned(), json!(format_position(position)));
        fields.insert(PRECISION.to_owned(), location.get("precision").cloned().unwrap_or_default());
    }
    fields
}

/// The place that a form says, from its two parts. A point that is taken away leaves the address public: it stays
/// refused while less than that is to be seen.
pub(super) fn join(form: &EntryForm) -> Value {
    let (position, precision) = (form.text(POSITION), form.text(PRECISION));
    let precision = if precision.is_empty() { Precision::Exact.slug() } else { precision };
    match parse_position(position) {
        Some(position) => {
            json!({ "longitude": position.longitude(), "latitude": position.latitude(), "precision": precision })
        }
        None if position.is_empty() && precision == Precision::Exact.slug() => Value::Null,
        // Refused where the value is read, as no place.
        None => json!({ "precision": precision }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_as_maps_copy_them() {
        let point = Position::new(7.2257, 51.5386).ok();
        for text in ["51.5386, 7.2257", "51.5386,7.2257", " 51,5386 7,2257 ", "51,5386; 7,2257", "51.5386 7.2257"] {
            assert_eq!(parse_position(text), point, "{text}");
        }
        for text in ["", "Herne", "51.5386", "91, 7", "51.5386, 7.2257, 3", "NaN, 7"] {
            assert_eq!(parse_position(text), None, "{text}");
        }
    }
}
