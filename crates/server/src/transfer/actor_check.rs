//! What is wrong with an actor of a file that only the directory as a whole, or the day, can tell: a place that cannot be
//! meant, and facts that are yet to come. The same holds for what people enter one by one.

use chrono::{Days, Utc};
use curation::import::RowProblem;
use domain::{Actor, DistrictArea, OddCoordinates, Position, rules};
use formats::{Problem, problem::Place};
use messages::Message;

use super::{ImportSource, comparing::Compared, writing::ImportBatch};

/// Everything of that kind. `before` is where the actor is stored: that may stay.
pub(super) fn problems(place: &Place, actor: &Actor, before: Option<Position>, area: &DistrictArea) -> Vec<Problem> {
    let mut wrong = Vec::new();
    if let Some(odd) = odd_place(actor, before, area).filter(|odd| *odd != OddCoordinates::FarAway) {
        wrong.push(place.problem("location.longitude", odd.problem()));
    }
    if let Some(openness) = &actor.openness {
        // The time zone of the directory may be a day ahead.
        let last = Utc::now().date_naive() + Days::new(1);
        wrong.extend(openness.days_after(last).map(|(field, problem)| place.problem(field, problem)));
    }
    wrong
}

/// Whether an actor that is put somewhere else lies far from every district, which may be meant.
pub(super) fn is_far(actor: &Actor, before: Option<Position>, area: &DistrictArea) -> bool {
    odd_place(actor, before, area) == Some(OddCoordinates::FarAway)
}

fn odd_place(actor: &Actor, before: Option<Position>, area: &DistrictArea) -> Option<OddCoordinates> {
    let at = actor.location.map(|location| location.position).filter(|at| before != Some(*at))?;
    area.check(at.longitude(), at.latitude())
}

/// Asks with the row of each actor that a file puts far from every district. Lists of offices ask with their cells.
pub(super) fn ask_for_far_places(sources: &[ImportSource], area: &DistrictArea, compared: &mut Compared) {
    let mut rows = Vec::new();
    for batch in &compared.batches {
        let ImportBatch::Actors(items) = batch else { continue };
        for item in items {
            let is_asked =
                matches!(&sources[item.file], ImportSource::Table(table) if table.table.staff_kind().is_none());
            let Some(at) = compared.at(item.file, item.place.row).filter(|_| !is_asked) else { continue };
            let row = &compared.rows[at];
            let is_moved = row.entity.is_none() || row.changes.iter().any(|change| change.field == "location");
            if is_moved && odd_place(&item.data, None, area) == Some(OddCoordinates::FarAway) {
                rows.push(at);
            }
        }
    }
    for at in rows {
        compared.rows[at].hints.push(RowProblem {
            field: "location".to_owned(),
            column: None,
            message: Message::new("table-far-check"),
            code: rules::Problem::FarAway.code(),
        });
    }
}
