//! The diary of measures.

use curation::reading::NotedMeasure;
use domain::EntityKind;

use crate::{
    exec::object,
    global_id::GlobalId,
    scalars::{Day, PlainId, Time},
};

object! {
    /// Something the agency did on a day, noted for its report.
    "Measure" ['s] &'s NotedMeasure, implements [], |this, call|
    /// The id.
    id: PlainId => PlainId(this.measure.id),
    /// The version, which changes expect.
    version: u32 => this.measure.version,
    /// When it was.
    day: Day => Day(this.measure.day),
    /// What it was, in a few words.
    kind: &'s str => &this.measure.kind,
    /// The word of the field of action that it served.
    fieldOfAction: &'static str => this.measure.field.slug(),
    /// Where it was; null for all of the city.
    district: Option<MeasureName<'s>> => {
        this.district.as_ref().map(|(id, name)| MeasureName(GlobalId::of(EntityKind::District, *id), name))
    },
    /// With whom.
    partners: Vec<MeasureName<'s>> => {
        let named = this.partners.iter();
        named.map(|(id, name)| MeasureName(GlobalId::of(EntityKind::Actor, *id), name)).collect()
    },
    /// How many people it reached; null where nobody counted.
    people: Option<u32> => this.measure.people,
    /// When it was written last.
    updatedAt: Time => Time(this.measure.updated_at),
}

/// What a measure names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MeasureName<'s>(GlobalId, &'s str);

object! {
    /// A district or an actor that a measure names.
    "MeasureName" ['s] MeasureName<'s>, implements [], |this, call|
    /// The global id.
    id: GlobalId => this.0,
    /// The name, of a district the German one.
    name: &'s str => this.1,
}
