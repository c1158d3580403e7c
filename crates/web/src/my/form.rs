//! What stands in a form of `/my`, and what of it differs from the entry.
//!
//! The values are texts as browsers send them, by the names of the interface (`summary.de`, `address.street`); what is
//! in the form and not in the entry, or the other way round, becomes a patch for the commands. Two forms of one entry
//! are compared value by value, so that of two people who change different fields neither undoes the other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use domain::{
    Address, Position, Recurrence,
    rules::{Problem, Violations},
    vocabulary::Precision,
};
use formats::actors_table::parse_spoken_hours;
use serde_json::{Value, json};

use super::{
    fields::{FieldInput, FieldSpec, MemberForm},
    place,
};
use crate::{Locale, suggestion::COMMENT_LENGTH, words::Words};

/// What an entry says, field by field, as the interface names it.
pub type EntryFields = BTreeMap<String, Value>;

/// The most values that are read of one form.
const MOST_VALUES: usize = 2_000;
/// Seconds, which browsers leave out of a time.
const SECONDS: &str = ":00";

/// A form with what stands in it.
#[derive(Clone, Debug)]
pub struct EntryForm {
    /// Which form it is.
    pub kind: MemberForm,
    /// The version of the entry that it was filled with; 0 for a new one.
    pub version: u32,
    /// Whether somebody sent it, so that what they typed is to be seen at once.
    pub(super) is_sent: bool,
    /// Whether texts in another language stand in the place of German ones.
    lacks_german: bool,
    /// A word to those who look at a proposal.
    pub comment: String,
    /// What is wrong with it.
    pub violations: Violations,
    /// What others have written meanwhile into fields that were changed here too.
    pub(super) others: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, Vec<String>>,
}

impl EntryForm {
    /// The form of a new entry.
    pub fn empty(kind: MemberForm) -> Self {
        Self {
            kind,
            version: 0,
            is_sent: false,
            lacks_german: false,
            comment: String::new(),
            violations: Violations::default(),
            others: BTreeMap::new(),
            values: BTreeMap::new(),
        }
    }

    /// The form of an entry as it stands.
    pub fn of_entry(kind: MemberForm, version: u32, fields: &EntryFields) -> Self {
        let fields = place::split(fields);
        let values = fields.iter().filter_map(|(name, value)| {
            let values = read_value(kind.field(root(name))?.input, value);
            (!values.is_empty()).then(|| (name.clone(), values))
        });
        Self { version, values: values.collect(), ..Self::empty(kind) }
    }

    /// A form that was sent; what belongs to no field of it is left out.
    pub fn from_sent<'a>(kind: MemberForm, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut form = Self { is_sent: true, ..Self::empty(kind) };
        for (name, value) in pairs.take(MOST_VALUES) {
            let value = value.replace("\r\n", "\n").trim().to_owned();
            match name {
                "version" => form.version = value.parse().unwrap_or_default(),
                "comment" => form.comment = value,
                name if kind.takes(name) => form.values.entry(name.to_owned()).or_default().push(value),
                _ => {}
            }
        }
        form.fill_german_texts();
        form
    }

    /// Who does not write German is not asked to: what a text says in another language only stands for German too, until
    /// somebody translates it.
    fn fill_german_texts(&mut self) {
        for spec in self.kind.fields().filter(|spec| matches!(spec.input, FieldInput::Text | FieldInput::LongText)) {
            let german = format!("{}.de", spec.name);
            let others = self.languages(spec.name).into_iter().map(|language| format!("{}.{language}", spec.name));
            let said = others.map(|name| self.text(&name).to_owned()).find(|text| !text.is_empty());
            // What was not asked for is as it is.
            let is_left_empty = self.values.get(&german).is_some_and(|values| values.iter().all(String::is_empty));
            if let Some(said) = said.filter(|_| is_left_empty) {
                self.values.insert(german, vec![said]);
                self.lacks_german = true;
            }
        }
    }

    /// The word to those who look at what was sent; where German is missing, that it is.
    pub fn staff_comment(&self) -> Option<String> {
        let missing = self.lacks_german.then(|| Words::of(Locale::De).say("my-german-missing").into_owned());
        let said = Some(self.comment.clone()).filter(|comment| !comment.is_empty());
        let fits = |both: &String| both.chars().count() <= COMMENT_LENGTH;
        match (said, missing) {
            (Some(said), Some(missing)) => Some(format!("{said}\n\n{missing}")).filter(fits).or(Some(said)),
            (said, missing) => said.or(missing),
        }
    }

    /// What a proposal would change: the field, its values now and as proposed, in the order of the form.
    pub(super) fn changes(
        kind: MemberForm,
        now: &EntryFields,
        proposed: &EntryFields,
    ) -> Vec<(&'static FieldSpec, String, Vec<String>, Vec<String>)> {
        let (now, proposed) = (Self::of_entry(kind, 0, now), Self::of_entry(kind, 0, proposed));
        let names = proposed.names(&now).into_iter();
        let changes = names.map(|(spec, name)| {
            let (before, after) = (now.values(&name).to_vec(), proposed.values(&name).to_vec());
            (spec, name, before, after)
        });
        changes.filter(|(.., before, after)| before != after).collect()
    }

    /// The values of a field; those of lists are several.
    pub(super) fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// The value of a field of one value.
    pub(super) fn text(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// The languages in which a text says something.
    pub(super) fn languages(&self, root: &str) -> BTreeSet<String> {
        let parts = self.values.keys().filter_map(|name| name.strip_prefix(root)?.strip_prefix('.'));
        parts.map(str::to_owned).collect()
    }

    /// What the entry should say where that differs from `base`; null takes a value away.
    pub fn patch(&self, base: &EntryFields) -> Vec<(String, Value)> {
        let before = Self::of_entry(self.kind, self.version, base);
        let changed = self.names(&before).into_iter().filter(|(spec, name)| self.differs(&before, spec, name));
        let write = |(spec, name): (&FieldSpec, String)| {
            let value = write_value(spec.input, self.values(&name), base.get(&name));
            // A part of a field that says nothing is not there.
            let is_empty = root(&name).contains('.') && value.as_array().is_some_and(Vec::is_empty);
            (name, if is_empty { Value::Null } else { value })
        };
        let mut patch: Vec<(String, Value)> = changed.map(write).collect();
        let parts = patch.len();
        patch.retain(|(name, _)| !matches!(name.as_str(), place::POSITION | place::PRECISION));
        if patch.len() < parts {
            patch.push((place::LOCATION.to_owned(), place::join(self)));
        }
        if patch.iter().any(|(name, _)| matches!(name.as_str(), "startsAt" | "recurrence" | "allDay")) {
            patch.extend(self.remaining_excluded_dates(base).map(|days| ("excludedDates".to_owned(), days)));
        }
        patch
    }

    /// The days left out of an event that are still its dates, where the form moves it so that some are not: they have no
    /// field here in which they could be put right. None where all stay, or where the new dates cannot be read.
    fn remaining_excluded_dates(&self, base: &EntryFields) -> Option<Value> {
        let excluded: Vec<NaiveDate> =
            base.get("excludedDates")?.as_array()?.iter().filter_map(|day| day.as_str()?.parse().ok()).collect();
        let start = self.text("startsAt");
        let first = match start.split_once('T') {
            Some((day, time)) => day.parse::<NaiveDate>().ok()?.and_time(read_time(time)?),
            None => start.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN),
        };
        let rule = self.text("recurrence");
        let series = if rule.is_empty() { None } else { Some(Recurrence::parse(rule).ok()?.series(first)?) };
        let is_date =
            |day: &NaiveDate| *day == first.date() || series.as_ref().is_some_and(|series| series.has_start_on(*day));
        let remaining: Vec<NaiveDate> = excluded.iter().copied().filter(is_date).collect();
        (remaining.len() < excluded.len()).then(|| json!(remaining))
    }

    /// Goes over to the newest version of the entry: what was not changed here becomes what others wrote, and what
    /// both changed is noted with theirs beside it. Whether there is any of that.
    pub fn rebase(&mut self, base: &EntryFields, newest: &EntryFields, version: u32) -> bool {
        let (before, now) = (Self::of_entry(self.kind, 0, base), Self::of_entry(self.kind, 0, newest));
        self.others.clear();
        let names: BTreeSet<_> =
            self.names(&before).into_iter().chain(self.names(&now)).map(|(_, name)| name).collect();
        for name in names {
            let Some(spec) = self.kind.field(root(&name)) else { continue };
            if !now.differs(&before, spec, &name) {
                continue;
            }
            if !self.differs(&before, spec, &name) {
                self.values.insert(name.clone(), now.values(&name).to_vec());
            } else if self.differs(&now, spec, &name) {
                self.others.insert(name.clone(), now.values(&name).to_vec());
            }
        }
        self.version = version;
        !self.others.is_empty()
    }

    /// The address that stands in the form.
    pub fn address(&self) -> Address {
        let part = |name: &str| Some(self.text(name)).filter(|text| !text.is_empty()).map(Into::into);
        Address {
            street: part("address.street"),
            postcode: part("address.postcode"),
            city: part("address.city"),
            extra: None,
        }
    }

    /// Whether it is said what is to be seen of the place, and its point is not.
    pub fn lacks_point(&self) -> bool {
        self.text(place::POSITION).is_empty() && !self.text(place::PRECISION).is_empty()
    }

    /// Takes the point that was found for the address; where there is none, less than all of the place cannot be seen.
    pub fn set_point(&mut self, found: Option<Position>) {
        match found {
            Some(position) => {
                self.values.insert(place::POSITION.to_owned(), vec![place::format_position(position)]);
            }
            None if self.text(place::PRECISION) == Precision::Exact.slug() => {}
            None => self.violations.add(place::POSITION, Problem::Unknown(self.address().to_line())),
        }
    }

    /// Every field of the form by its name, and of texts every language that either has.
    fn names(&self, other: &Self) -> Vec<(&'static FieldSpec, String)> {
        let mut names = Vec::new();
        for spec in self.kind.fields() {
            match spec.input {
                FieldInput::Text | FieldInput::LongText => {
                    let languages = self.languages(spec.name).into_iter().chain(other.languages(spec.name));
                    let languages: BTreeSet<String> = languages.collect();
                    names.extend(languages.into_iter().map(|language| (spec, format!("{}.{language}", spec.name))));
                }
                _ => names.push((spec, spec.name.to_owned())),
            }
        }
        names
    }

    /// Whether a field says something else than in another form of the same entry.
    fn differs(&self, other: &Self, spec: &FieldSpec, name: &str) -> bool {
        let (mine, theirs) = (self.values(name), other.values(name));
        match spec.input {
            FieldInput::Ticks(_) => sorted(mine) != sorted(theirs),
            // Browsers send nothing of a box without a tick.
            FieldInput::Flag => mine.is_empty() != theirs.is_empty(),
            // What the form that was sent did not have is not changed by it.
            _ if !self.values.contains_key(name) => false,
            _ => self.text(name) != other.text(name).trim(),
        }
    }
}

fn sorted(values: &[String]) -> BTreeSet<&str> {
    values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect()
}

/// What is one field for each part.
const PARTS: [&str; 5] = ["address.", "place.", "openness.", "identifiers.", "location."];

/// The field that a part belongs to: `summary` of `summary.de`, `themes` of `themes[2]`; an address is one field for
/// each part, and what is wrong with a place stands at its point.
pub(super) fn root(name: &str) -> &str {
    if name == place::LOCATION {
        return place::POSITION;
    }
    if PARTS.iter().any(|part| name.starts_with(part)) {
        return name.split('[').next().unwrap_or(name);
    }
    name.split(['.', '[']).next().unwrap_or(name)
}

/// What a browser shows of a value.
fn read_value(input: FieldInput, value: &Value) -> Vec<String> {
    match (input, value) {
        (FieldInput::Flag, Value::Bool(is_set)) => is_set.then(|| "true".to_owned()).into_iter().collect(),
        (_, Value::Bool(said)) => vec![said.to_string()],
        (FieldInput::Moment, Value::String(text)) => vec![text.strip_suffix(SECONDS).unwrap_or(text).to_owned()],
        (FieldInput::Age, Value::Number(age)) => vec![age.to_string()],
        (_, Value::String(text)) => vec![text.clone()],
        (FieldInput::Lines, Value::Array(entries)) => {
            let lines: Vec<&str> = entries.iter().filter_map(Value::as_str).collect();
            if lines.is_empty() { Vec::new() } else { vec![lines.join("\n")] }
        }
        (_, Value::Array(entries)) => entries.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The value that a browser sent; of a list what was there before keeps its order.
fn write_value(input: FieldInput, values: &[String], before: Option<&Value>) -> Value {
    let text = values.first().map_or("", String::as_str);
    match input {
        FieldInput::Flag => Value::Bool(!values.is_empty()),
        FieldInput::Ticks(_) => {
            let ticked = sorted(values);
            let before = before.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            let mut entries: Vec<&str> = before.filter(|entry| ticked.contains(entry)).collect();
            for value in values {
                if !value.is_empty() && !entries.contains(&value.as_str()) {
                    entries.push(value);
                }
            }
            entries.into()
        }
        FieldInput::Lines => text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().into(),
        _ if text.is_empty() => Value::Null,
        FieldInput::YesNo => Value::Bool(text == "true"),
        // What is no number is refused where the field is read.
        FieldInput::Age => text.trim().parse::<u64>().map_or_else(|_| text.into(), Value::from),
        // Browsers send minutes alone.
        FieldInput::Moment if text.matches(':').count() == 1 => format!("{text}{SECONDS}").into(),
        FieldInput::Hours => parse_spoken_hours(text).unwrap_or_else(|| text.to_owned()).into(),
        _ => text.into(),
    }
}

/// A time of day with or without seconds.
fn read_time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H:%M:%S"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(value: &Value) -> EntryFields {
        value.as_object().expect("an object").clone().into_iter().collect()
    }

    fn sent(pairs: &[(&str, &str)]) -> EntryForm {
        EntryForm::from_sent(MemberForm::Actor, pairs.iter().copied())
    }

    #[test]
    fn a_moved_event_loses_the_excluded_days_that_are_no_dates_any_more() {
        // 1 December 2026 is a Tuesday.
        let entry = fields(&json!({
            "title.de": "Chor", "startsAt": "2026-12-01T18:00:00", "recurrence": "FREQ=WEEKLY;BYDAY=TU",
            "excludedDates": ["2026-12-08", "2026-12-22"],
        }));
        let excluded = |start: &str, rule: &str| {
            let pairs = [("title.de", "Chor"), ("startsAt", start), ("recurrence", rule)];
            let patch = EntryForm::from_sent(MemberForm::Event, pairs.into_iter()).patch(&entry);
            patch.into_iter().find(|(name, _)| name == "excludedDates").map(|(_, days)| days)
        };
        for (start, rule, expected) in [
            ("2026-12-01T18:00", "FREQ=WEEKLY;BYDAY=TU", None),
            ("2026-12-01T19:00", "FREQ=WEEKLY;BYDAY=TU", None),
            ("2026-12-02T18:00", "FREQ=WEEKLY;BYDAY=WE", Some(json!([]))),
            ("2026-12-08T18:00", "", Some(json!(["2026-12-08"]))),
            ("2026-12-01T18:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", Some(json!(["2026-12-22"]))),
            ("2026-12-01T18:00", "FREQ=SOMETIMES", None),
            ("irgendwann", "FREQ=WEEKLY;BYDAY=WE", None),
        ] {
            assert_eq!(excluded(start, rule), expected, "{start} {rule}");
        }
    }

    #[test]
    fn a_form_says_only_what_differs_from_the_entry() {
        let entry = fields(&json!({
            "name": "Chor", "phone": "02323 1", "summary.de": "Wir singen.", "themes": ["b", "a"],
            "openingHours": "Mo 09:00-12:00", "freeOfCharge": true, "address.city": "Herne", "slug": "chor",
        }));
        let same = [
            ("name", "Chor "),
            ("phone", "02323 1"),
            ("summary.de", "Wir singen."),
            ("themes", "a"),
            ("themes", "b"),
            ("openingHours", "Mo 09:00-12:00"),
            ("freeOfCharge", "true"),
            ("address.city", "Herne"),
            ("slug", "boese"),
        ];
        assert_eq!(sent(&same).patch(&entry), []);
        let changed = [
            ("phone", ""),
            ("summary.tr", "Şarkı\r\nsöyleriz."),
            ("themes", "c"),
            ("themes", "a"),
            ("openingHours", "Di und Do 17-19 Uhr"),
            ("address.street", "Hauptstraße 1"),
        ];
        assert_eq!(
            sent(&changed).patch(&entry),
            [
                ("summary.tr".to_owned(), json!("Şarkı\nsöyleriz.")),
                ("phone".to_owned(), Value::Null),
                ("address.street".to_owned(), json!("Hauptstraße 1")),
                ("openingHours".to_owned(), json!("Tu,Th 17:00-19:00")),
                ("themes".to_owned(), json!(["a", "c"])),
            ]
        );
    }

    #[test]
    fn a_text_in_another_language_only_stands_for_german_too() {
        let event = |pairs: &[(&str, &str)]| {
            let patch = EntryForm::from_sent(MemberForm::Event, pairs.iter().copied()).patch(&EntryFields::new());
            patch.into_iter().filter(|(name, _)| name.ends_with(".de")).collect::<Vec<_>>()
        };
        let said = |name: &str, text: &str| (name.to_owned(), json!(text));
        assert_eq!(
            event(&[("title.tr", "Kermes"), ("title.de", ""), ("description.de", ""), ("description.tr", "Çay")]),
            [said("title.de", "Kermes"), said("description.de", "Çay")]
        );
        assert_eq!(event(&[("title.de", "Basar"), ("title.tr", "Kermes")]), [said("title.de", "Basar")]);
        let comment =
            |pairs: &[(&str, &str)]| EntryForm::from_sent(MemberForm::Event, pairs.iter().copied()).staff_comment();
        let missing = comment(&[("title.de", ""), ("title.tr", "Kermes"), ("comment", "Merhaba")]).expect("a comment");
        assert!(missing.starts_with("Merhaba\n\n") && missing.contains("übersetzen"), "{missing}");
        assert!(comment(&[("title.de", ""), ("title.tr", "Kermes")]).is_some_and(|it| it.contains("übersetzen")));
        assert_eq!(comment(&[("title.de", "Basar"), ("title.tr", "Kermes")]), None);
        assert_eq!(event(&[("title.de", ""), ("title.tr", "")]), []);
    }

    #[test]
    fn the_parts_of_openness_are_fields_of_their_own() {
        let entry =
            fields(&json!({ "openness.on": "2026-05-01", "openness.languages": ["de"], "identifiers.osm": "node/1" }));
        let sent = [("openness.on", "2026-06-01"), ("openness.interpreters", "true"), ("identifiers.osm", "node/1")];
        let form = |kind| EntryForm::from_sent(kind, sent.into_iter());
        let patch = [
            ("openness.on".to_owned(), json!("2026-06-01")),
            ("openness.languages".to_owned(), Value::Null),
            ("openness.interpreters".to_owned(), json!(true)),
        ];
        assert_eq!(form(MemberForm::Institution).patch(&entry), patch);
        assert_eq!(form(MemberForm::Actor).patch(&entry), [], "others are not asked");
        assert_eq!(root("openness.languages[2]"), "openness.languages");
    }

    #[test]
    fn what_others_changed_is_kept_and_what_both_changed_is_noted() {
        let base = fields(&json!({ "name": "Chor", "phone": "02323 1", "email": "a@example.org" }));
        let newest = fields(&json!({ "name": "Chor Herne", "phone": "02323 2", "email": "a@example.org" }));
        let mut form = sent(&[("name", "Chor"), ("phone", "02323 3"), ("email", "b@example.org"), ("version", "1")]);
        assert!(form.rebase(&base, &newest, 2));
        assert_eq!((form.version, form.text("name"), form.text("phone")), (2, "Chor Herne", "02323 3"));
        assert_eq!(form.others, BTreeMap::from([("phone".to_owned(), vec!["02323 2".to_owned()])]));
        let named: Vec<String> = form.patch(&newest).into_iter().map(|(name, _)| name).collect();
        assert_eq!(named, ["phone", "email"]);
    }
}
