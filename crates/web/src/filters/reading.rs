//! Reading the query part of an address.

use chrono::{Datelike, NaiveDate, Weekday};
use directory::{ActorOrder, DistrictRelation, Near};
use domain::{
    ActorType, SimplePolygon,
    hours::parse_weekday,
    polygon::MAX_CORNERS,
    recurrence::YEARS,
    vocabulary::{MAX_AGE, UnknownWord},
};

use super::{Calendar, DEFAULT_RADIUS, Filters, ParameterError, Search, Shortlist, order_word, shorten};

/// Parameters on their way in.
#[derive(Debug, Default)]
pub(super) struct QueryReader {
    search: Search,
    longitude: Option<f64>,
    latitude: Option<f64>,
    radius: Option<f64>,
    mistakes: Vec<ParameterError>,
}

impl From<Filters> for QueryReader {
    fn from(filters: Filters) -> Self {
        let near = filters.near;
        Self {
            longitude: near.map(|near| near.longitude),
            latitude: near.map(|near| near.latitude),
            radius: near.map(|near| near.radius_metres),
            search: Search::of(filters),
            mistakes: Vec::new(),
        }
    }
}

impl QueryReader {
    pub(super) fn take(&mut self, name: &str, value: &str) {
        if name == "rest" {
            self.search.rest = Some(value.to_owned());
        }
        if value.is_empty() {
            return;
        }
        let filters = &mut self.search.filters;
        match name {
            "text" => filters.text = Some(value.to_owned()),
            "theme" => add(&mut filters.themes, value),
            "district" => add(&mut filters.districts, value),
            "kind" => add(&mut filters.kinds, value),
            "language" => add(&mut filters.languages, value),
            "group" => add(&mut filters.target_groups, value),
            "counter_language" => add(&mut filters.counter_languages, value),
            "field" => add(&mut filters.fields_of_action, value),
            "actor" => filters.actor = Some(value.to_owned()),
            // The name it had before.
            "cooperates_with" | "partner" => filters.cooperates_with = Some(value.to_owned()),
            "member_of" => filters.member_of = Some(value.to_owned()),
            Shortlist::CARRIED => self.search.shortlist.add(value),
            "after" => self.search.after = Some(value.to_owned()),
            "question" => self.search.question = Some(value.to_owned()),
            "before" => self.search.before = Some(value.to_owned()),
            "type" if value == "any" => {}
            "type" => match read_type("type", value) {
                Ok(actor_type) => filters.actor_type = Some(actor_type),
                Err(mistake) => self.mistakes.push(mistake),
            },
            "not_type" => {
                for value in split(value) {
                    match read_type("not_type", value) {
                        Ok(actor_type) => add_word(&mut filters.excluded.types, actor_type),
                        Err(mistake) => self.mistakes.push(mistake),
                    }
                }
            }
            "theme_match" => match value {
                "all" => filters.all_themes = true,
                "any" => {}
                _ => self.mistakes.push(ParameterError::word("theme_match", value, vec!["all", "any"])),
            },
            "relation" => match value {
                "based" => filters.relation = DistrictRelation::BasedIn,
                "active" => filters.relation = DistrictRelation::ActiveIn,
                "either" => {}
                _ => self.mistakes.push(ParameterError::word("relation", value, vec!["based", "active", "either"])),
            },
            "view" if value == "map" => self.search.is_map = true,
            "view" => match Calendar::ALL.iter().find(|view| view.word().unwrap_or("list") == value) {
                Some(view) => self.search.calendar = *view,
                None => self.mistakes.push(ParameterError::word("view", value, vec!["list", "map", "week", "month"])),
            },
            "from" => match value.parse::<NaiveDate>().ok().filter(|day| YEARS.contains(&day.year())) {
                Some(day) => self.search.from = Some(day),
                None => self.mistakes.push(ParameterError::Day { given: shorten(value) }),
            },
            "free" | "appointment" | "confidential" | "interpreters" | "network" => self.take_flag(name, value),
            "wheelchair" | "accessibility" | "offer_kind" | "availability" | "day" | "time" | "cooperation" => {
                self.take_words(name, value);
            }
            "age" => self.search.filters.age = self.number("age", value, 0.0, f64::from(MAX_AGE)).map(|age| age as u8),
            "open" if value == "now" => filters.open_now = true,
            "open" => self.mistakes.push(ParameterError::word("open", value, vec!["now"])),
            "order" => match ORDERS.iter().find(|order| order_word(**order) == value) {
                Some(order) => self.search.order = Some(*order),
                None => self.mistakes.push(ParameterError::word("order", value, ORDERS.map(order_word).to_vec())),
            },
            "polygon" => match read_polygon(value) {
                Ok(corners) => filters.polygon = Some(corners),
                Err(mistake) => self.mistakes.push(mistake),
            },
            "lon" => self.longitude = self.number("lon", value, -180.0, 180.0),
            "lat" => self.latitude = self.number("lat", value, -90.0, 90.0),
            "radius" => self.radius = self.number("radius", value, 1.0, directory::MAX_RADIUS),
            name => {
                if let Some(list) = filters.excluded.list(name) {
                    add(list, value);
                }
            }
        }
    }

    /// What is so, or is not.
    fn take_flag(&mut self, name: &str, value: &str) {
        let filters = &mut self.search.filters;
        let (name, allowed): (_, &[&'static str]) = match name {
            "free" => ("free", &["yes"]),
            "confidential" => ("confidential", &["yes"]),
            "interpreters" => ("interpreters", &["yes"]),
            "network" => ("network", &["yes", "no"]),
            _ => ("appointment", &["yes", "no"]),
        };
        if !allowed.contains(&value) {
            self.mistakes.push(ParameterError::word(name, value, allowed.to_vec()));
            return;
        }
        match name {
            "free" => filters.free_of_charge = true,
            "confidential" => filters.confidential = true,
            "interpreters" => filters.interpreters = true,
            "network" => filters.in_network = Some(value == "yes"),
            _ => filters.by_appointment = Some(value == "yes"),
        }
    }

    /// A list of words of a vocabulary.
    fn take_words(&mut self, name: &str, value: &str) {
        let filters = &mut self.search.filters;
        let refuse = |name| move |error: UnknownWord| (name, error.allowed);
        for value in split(value) {
            let read = match name {
                "wheelchair" => {
                    let access = value.parse().map(|access| add_word(&mut filters.wheelchair, access));
                    access.map_err(refuse("wheelchair"))
                }
                "accessibility" => {
                    let aid = value.parse().map(|aid| add_word(&mut filters.accessibility, aid));
                    aid.map_err(refuse("accessibility"))
                }
                "offer_kind" => {
                    let kind = value.parse().map(|kind| add_word(&mut filters.offer_kinds, kind));
                    kind.map_err(refuse("offer_kind"))
                }
                "availability" => {
                    let word = value.parse().map(|word| add_word(&mut filters.availability, word));
                    word.map_err(refuse("availability"))
                }
                "time" => value.parse().map(|time| add_word(&mut filters.daytimes, time)).map_err(refuse("time")),
                "cooperation" => {
                    let kind = value.parse().map(|kind| add_word(&mut filters.cooperation_kinds, kind));
                    kind.map_err(refuse("cooperation"))
                }
                _ => parse_weekday(value)
                    .map(|day| add_day(&mut filters.weekdays, day))
                    .map_err(|allowed| ("day", allowed)),
            };
            if let Err((name, allowed)) = read {
                self.mistakes.push(ParameterError::word(name, value, allowed));
            }
        }
    }

    fn number(&mut self, name: &'static str, value: &str, least: f64, most: f64) -> Option<f64> {
        let number = value.replace(',', ".").parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.mistakes.push(ParameterError::Number { name, given: shorten(value), least, most });
        }
        number
    }

    pub(super) fn finish(mut self) -> (Search, Vec<ParameterError>) {
        let mut search = self.search;
        if let (Some(longitude), Some(latitude)) = (self.longitude, self.latitude) {
            let radius_metres = self.radius.unwrap_or(DEFAULT_RADIUS);
            search.filters.near = Some(Near { longitude, latitude, radius_metres });
        } else if self.longitude.is_some() != self.latitude.is_some() && self.mistakes.is_empty() {
            self.mistakes.push(ParameterError::HalfAPlace);
        }
        search.filters.drop_contradictions();
        search.filters.all_themes &= search.filters.themes.len() > 1;
        if search.filters.districts.is_empty() && search.filters.excluded.districts.is_empty() {
            search.filters.relation = DistrictRelation::Either;
        }
        // An order that needs something which is not asked for any more is no mistake of a reader.
        search.order = search.order.filter(|order| match order {
            ActorOrder::Relevance => false,
            ActorOrder::Distance => search.filters.near.is_some(),
            ActorOrder::Name => search.filters.text.is_some(),
            ActorOrder::Updated | ActorOrder::Verified => true,
        });
        (search, self.mistakes)
    }
}

const ORDERS: [ActorOrder; 5] =
    [ActorOrder::Relevance, ActorOrder::Name, ActorOrder::Distance, ActorOrder::Updated, ActorOrder::Verified];

/// The corners of a polygon, `longitude latitude` each.
fn read_polygon(value: &str) -> Result<Vec<[f64; 2]>, ParameterError> {
    // More is refused anyway, before it is read.
    let corners: Vec<&str> = value.split(',').take(MAX_CORNERS + 2).collect();
    let read = |corner: &&str| {
        let mut numbers = corner.split_whitespace().map(str::parse);
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(longitude)), Some(Ok(latitude)), None) => Ok([longitude, latitude]),
            _ => {
                Err(ParameterError::word("polygon", corner, vec!["longitude latitude", "with commas between corners"]))
            }
        }
    };
    let corners: Vec<[f64; 2]> = corners.iter().map(read).collect::<Result<_, _>>()?;
    let polygon = SimplePolygon::new(&corners).map_err(ParameterError::Polygon)?;
    Ok(polygon.corners().iter().map(|corner| [corner.longitude(), corner.latitude()]).collect())
}

/// The type of actor of a parameter.
fn read_type(name: &'static str, value: &str) -> Result<ActorType, ParameterError> {
    let known = ActorType::ALL.iter().find(|actor_type| actor_type.slug() == value);
    known.copied().ok_or_else(|| ParameterError::word(name, value, ActorType::ALL.iter().map(|it| it.slug()).collect()))
}

/// Adds a value where it belongs; `a,b` is two.
fn add(list: &mut Vec<String>, value: &str) {
    for value in split(value) {
        if let Err(at) = list.binary_search_by(|known| known.as_str().cmp(value)) {
            list.insert(at, value.to_owned());
        }
    }
}

/// Adds a word of a vocabulary where it belongs.
fn add_word<W: Ord>(list: &mut Vec<W>, word: W) {
    if let Err(at) = list.binary_search(&word) {
        list.insert(at, word);
    }
}

/// Adds a day where it belongs in the week.
fn add_day(list: &mut Vec<Weekday>, day: Weekday) {
    if let Err(at) = list.binary_search_by_key(&day.num_days_from_monday(), Weekday::num_days_from_monday) {
        list.insert(at, day);
    }
}

/// The values of a list; `a,b` is two.
fn split(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|value| !value.is_empty())
}
