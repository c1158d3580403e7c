//! The diary of measures.

use async_graphql::ID;
use curation::{Refusal, commands::MeasureContent};
use domain::EntityKind;

use super::{
    commands::{Desk, Ended, plain, resolve_id},
    inputs::measures::{CreateMeasureInput, DeleteMeasureInput, EditMeasureInput},
    payloads::{Performed, Thing},
};
use crate::scalars::Day;

/// Notes a measure.
pub(crate) async fn create(desk: Desk<'_>, input: CreateMeasureInput) -> Ended {
    let by = desk.editor()?;
    let CreateMeasureInput { day, kind, field_of_action, district, partners, people } = input;
    let content = content(day, (kind, field_of_action), district, partners, people)?;
    measure(desk, desk.curation.create_measure(&by, content).await?).await
}

/// Changes what a measure says.
pub(crate) async fn edit(desk: Desk<'_>, input: EditMeasureInput) -> Ended {
    let by = desk.editor()?;
    let EditMeasureInput { id, expected_version, day, kind, field_of_action, district, partners, people } = input;
    let content = content(day, (kind, field_of_action), district, partners, people)?;
    measure(desk, desk.curation.edit_measure(&by, plain(&id)?, expected_version, content).await?).await
}

/// Takes a measure out of the diary.
pub(crate) async fn delete(desk: Desk<'_>, input: DeleteMeasureInput) -> Ended {
    let by = desk.editor()?;
    measure(desk, desk.curation.delete_measure(&by, plain(&input.id)?, input.expected_version).await?).await
}

fn content(
    day: Day,
    (kind, field): (String, String),
    district: Option<ID>,
    partners: Option<Vec<ID>>,
    people: Option<u32>,
) -> Result<MeasureContent, Refusal> {
    let district = district.map(|id| resolve_id(&id, EntityKind::District, "district")).transpose()?.map(Into::into);
    let partners = partners.unwrap_or_default().into_iter().enumerate();
    let partners = partners.map(|(at, id)| Ok(resolve_id(&id, EntityKind::Actor, &format!("partners[{at}]"))?.into()));
    let partners = partners.collect::<Result<_, Refusal>>()?;
    Ok(MeasureContent { day: day.0, kind, field, district, partners, people })
}

async fn measure(desk: Desk<'_>, measure: curation::reading::Measure) -> Ended {
    let named = desk.curation.name_measures(vec![measure]).await?.pop();
    Ok(Performed::from_commit(named.map_or(Thing::Settled, |measure| Thing::Measure(Box::new(measure))), 0))
}
