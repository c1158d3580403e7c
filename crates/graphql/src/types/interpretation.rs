//! A question in words, understood.

use directory::{ActorFilter, Interpretation, InterpretationChip, Snapshot};
use domain::{
    ActorKind, ActorType, Language,
    hours::parse_weekday,
    labels,
    vocabulary::{
        Accessibility as Aid, Availability as Places, Daytime as Time, FieldOfAction, TargetGroup, Wheelchair as Access,
    },
};

use crate::{
    enums::{Accessibility, ActorType as ActorTypeName, Availability, Daytime, Weekday, Wheelchair},
    exec::object,
    scalars::Time as DateTime,
};

/// An interpretation with the snapshot it was made by.
#[derive(Clone, Debug)]
pub(crate) struct InterpretationView<'s> {
    snapshot: &'s Snapshot,
    interpretation: Interpretation,
    /// What is read of the question.
    question: String,
    language: String,
}

impl<'s> InterpretationView<'s> {
    /// The interpretation for a reader of a language.
    pub(crate) fn new(
        snapshot: &'s Snapshot,
        interpretation: Interpretation,
        question: &str,
        language: Option<String>,
    ) -> Self {
        let question = directory::question_prefix(question).to_owned();
        Self { snapshot, interpretation, question, language: language.unwrap_or_else(|| "de".to_owned()) }
    }
}

object! {
    /// What a question in words asks for: `filter` with `words` as its `text` finds the answer.
    "Interpretation" ['s] InterpretationView<'s>, implements [], |this, call|
    /// What was understood, with the names and values of the input `ActorFilter`, so that it can be sent back.
    filter: FilterView<'_> => FilterView(&this.interpretation.filter),
    /// What is left to be looked for as text; empty where everything was understood.
    words: &str => this.interpretation.words.as_str(),
    /// The question with the nearest known word in the place of each that neither the directory nor its vocabulary knows;
    /// null where there is none.
    #[cost(6_000)]
    correction: Option<String> => this.snapshot.correct_text(&this.question, domain::labels::primary_tag(&this.language)),
    /// What each of the words was taken for, in their order.
    chips: Vec<ChipView<'_>> => {
        let view = |chip| ChipView { snapshot: this.snapshot, chip, language: &this.language };
        this.interpretation.chips.iter().map(view).collect()
    },
}

/// A filter, as an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FilterView<'a>(&'a ActorFilter);

fn list(values: &[String]) -> Option<Vec<&str>> {
    (!values.is_empty()).then(|| values.iter().map(String::as_str).collect())
}

fn words<D: Copy, W: From<D>>(values: &[D]) -> Option<Vec<W>> {
    (!values.is_empty()).then(|| values.iter().copied().map(W::from).collect())
}

object! {
    /// Conditions on actors, as the input `ActorFilter` takes them; null where there is no condition.
    "InterpretedFilter" ['a] FilterView<'a>, implements [], |this, call|
    /// Theme slugs.
    themes: Option<Vec<&str>> => list(&this.0.themes),
    /// District slugs.
    districts: Option<Vec<&str>> => list(&this.0.districts),
    /// Kind words.
    kinds: Option<Vec<&str>> => list(&this.0.kinds),
    /// BCP-47 tags.
    languages: Option<Vec<&str>> => list(&this.0.languages),
    /// Target group words.
    targetGroups: Option<Vec<&str>> => list(&this.0.target_groups),
    /// Fields of action.
    fieldsOfAction: Option<Vec<&str>> => list(&this.0.fields_of_action),
    /// Types of actor.
    types: Option<Vec<ActorTypeName>> => words(&this.0.types),
    /// Free of charge.
    freeOfCharge: Option<bool> => this.0.free_of_charge,
    /// By appointment; false for without one.
    byAppointment: Option<bool> => this.0.by_appointment,
    /// Confidential.
    confidential: Option<bool> => this.0.confidential,
    /// How a wheelchair user gets in.
    wheelchair: Option<Vec<Wheelchair>> => words(&this.0.wheelchair),
    /// What helps people with a disability.
    accessibility: Option<Vec<Accessibility>> => words(&this.0.accessibility),
    /// Whether offers take people on at the moment.
    availability: Option<Vec<Availability>> => words(&this.0.availability),
    /// Days of the week.
    weekdays: Option<Vec<Weekday>> => words(&this.0.weekdays),
    /// Times of day.
    daytimes: Option<Vec<Daytime>> => words(&this.0.daytimes),
    /// Around a place.
    near: Option<NearView> => this.0.near.map(NearView),
    /// Open at that time.
    openAt: Option<DateTime> => this.0.open_at.map(DateTime),
    /// What must be too.
    and: Option<Vec<FilterView<'_>>> => {
        (!this.0.and.is_empty()).then(|| this.0.and.iter().map(FilterView).collect())
    },
    /// What must not be.
    not: Option<FilterView<'_>> => this.0.not.as_deref().map(FilterView),
}

/// A circle, as an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NearView(directory::Near);

object! {
    /// A circle on the earth, as the input `NearInput` takes it.
    "InterpretedNear" [] NearView, implements [], |this, call|
    /// Degrees east of Greenwich, WGS84.
    longitude: f64 => this.0.longitude,
    /// Degrees north of the equator, WGS84.
    latitude: f64 => this.0.latitude,
    /// Radius in metres.
    radiusMetres: f64 => this.0.radius_metres,
}

/// A chip with the language of its reader.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChipView<'a> {
    snapshot: &'a Snapshot,
    chip: &'a InterpretationChip,
    language: &'a str,
}

object! {
    /// What some words of a question were taken for.
    "InterpretationChip" ['a] ChipView<'a>, implements [], |this, call|
    /// The words, as they were written.
    text: &str => this.chip.text.as_str(),
    /// The field of `ActorFilter`, such as `themes`; `text` for a word that was set aside, `not` for what must not be.
    field: &'static str => this.chip.field,
    /// The field that the value is one of: the same as `field`, or for what must not be the field within `not`.
    condition: &'static str => this.chip.condition,
    /// The value there: a slug, a word, a tag.
    value: &str => this.chip.value.as_str(),
    /// What people call the value, in the reader's language as far as there are such words; the value itself where it has
    /// no other name. Without "not" for what must not be.
    label: String => this.label(),
    /// Whether it is part of `filter`. Otherwise it is only offered: it was not sure enough, or would leave nobody.
    applied: bool => this.chip.applied,
}

impl ChipView<'_> {
    fn label(self) -> String {
        let (value, reader) = (self.chip.value.as_str(), self.language);
        let label = match self.chip.condition {
            "themes" => {
                let theme = self.snapshot.theme_by_slug(value).map(|no| self.snapshot.theme(no).label());
                theme.and_then(|label| label.resolve(reader)).map(|(_, label)| label.to_owned())
            }
            "districts" => {
                let district = self.snapshot.district_by_slug(value);
                district.map(|no| self.snapshot.district_label(no, reader).into_owned())
            }
            "kinds" => {
                let mut kinds = ActorType::ALL.iter().filter_map(|it| ActorKind::from_words(*it, value).ok());
                kinds.next().map(|kind| kind.label(reader).to_owned())
            }
            "languages" => value.parse().ok().map(|tag: Language| tag.label(reader).to_owned()),
            "targetGroups" => value.parse().ok().map(|it: TargetGroup| it.label(reader).to_owned()),
            "fieldsOfAction" => value.parse().ok().map(|it: FieldOfAction| it.label(reader).to_owned()),
            "daytimes" => value.parse().ok().map(|it: Time| it.label(reader).to_owned()),
            "wheelchair" => value.parse().ok().map(|it: Access| it.label(reader).to_owned()),
            "accessibility" => value.parse().ok().map(|it: Aid| it.label(reader).to_owned()),
            "near" if value != "me" => self
                .snapshot
                .named_places()
                .find(|place| place.slug == value)
                .map(|place| place.label(labels::primary_tag(reader)).to_owned()),
            "availability" => value.parse().ok().map(|it: Places| it.label(reader).to_owned()),
            condition => {
                feature_key(condition, value).and_then(|key| labels::of_feature(&key, reader)).map(str::to_owned)
            }
        };
        label.unwrap_or_else(|| value.to_owned())
    }
}

/// The key of the label of what is no word of a vocabulary; none where the value is its own label.
fn feature_key(condition: &str, value: &str) -> Option<String> {
    Some(match (condition, value) {
        ("freeOfCharge", _) => "free-of-charge".to_owned(),
        ("byAppointment", "false") => "without-appointment".to_owned(),
        ("byAppointment", _) => "by-appointment".to_owned(),
        ("confidential", _) => "confidential".to_owned(),
        ("openAt", _) => "open-now".to_owned(),
        ("near", _) => "near-me".to_owned(),
        ("weekdays", day) => match parse_weekday(day) {
            Ok(day) => format!("weekday-{}", day.number_from_monday()),
            Err(_) => day.to_owned(),
        },
        ("types", actor_type) => actor_type.to_owned(),
        _ => return None,
    })
}
