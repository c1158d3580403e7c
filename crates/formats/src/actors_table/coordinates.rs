//! What the coordinates of a whole table are: metres of land surveyors, or longitude below the heading of the latitude.

use domain::{OddCoordinates, rules};
use messages::Message;
use serde_json::{Value, json};

use super::{
    ActorsTable, RawRow, cells,
    columns::ColumnTarget,
    projections::{Projections, is_metres},
    row::RowDraft,
    values::UnclearValue,
};
use crate::problem::{Place, Problem};

/// How many metres a degree of latitude has.
const METRES_OF_DEGREE: f64 = 111_320.0;
/// So far from the middle of its quarter somebody may be, in metres.
const FARTHEST_FROM_CENTRE: f64 = 1_500.0;
/// In so many rows at least all of them stand in each other's column before the headings are taken for exchanged.
const FEWEST_EXCHANGED: usize = 2;

impl ActorsTable {
    /// Finds out which coordinates are metres and whether all degrees stand in each other's column, and says so.
    pub(super) fn understand_coordinates(&mut self) {
        let mut projections = Projections::default();
        let (mut exchanged, mut others) = (0, 0);
        for (index, row) in self.rows.iter().enumerate() {
            let Some((longitude, latitude)) = self.read_pair(row) else { continue };
            if is_metres(longitude, latitude) {
                if let Some(position) = projections.position(longitude, latitude) {
                    self.projected.insert(index + 1, position);
                }
                continue;
            }
            match self.area.check(longitude, latitude) {
                Some(OddCoordinates::Exchanged { .. }) => exchanged += 1,
                Some(OddCoordinates::Zero) => {}
                Some(OddCoordinates::FarAway) | None => others += 1,
            }
        }
        self.has_exchanged_degrees = exchanged >= FEWEST_EXCHANGED && others == 0;
        if !self.projected.is_empty() {
            self.summary.remarks.push(Message::new("table-metres").with("count", self.projected.len()));
        }
        if self.has_exchanged_degrees {
            self.summary.remarks.push(Message::new("table-exchanged-degrees"));
        }
    }

    /// The two numbers of a row, as their headings say.
    fn read_pair(&self, row: &RawRow) -> Option<(f64, f64)> {
        let text = |at: usize| row.cells.get(at)?.text();
        let of = |name: &str| {
            self.columns
                .list
                .iter()
                .position(|column| matches!(&column.target, Some(ColumnTarget::Field(field)) if field.name == name))
        };
        if let (Some(longitude), Some(latitude)) = (of("longitude"), of("latitude")) {
            return Some((cells::read_number(text(longitude)?)?, cells::read_number(text(latitude)?)?));
        }
        let is_both = |target: &ColumnTarget| matches!(target, ColumnTarget::Coordinates);
        let both = self.columns.list.iter().position(|column| column.target.as_ref().is_some_and(is_both))?;
        // In degrees the order of one cell is that in which they lie among the districts.
        cells::read_two_degrees(text(both)?).filter(|(one, other)| is_metres(*one, *other))
    }
}

impl RowDraft {
    /// Puts the place of a row where it can be meant: degrees for metres, the right way round. What cannot be meant is
    /// asked, or stands in the note where that is decided.
    pub(super) fn check_coordinates(&mut self, table: &ActorsTable, number: usize, row: &RawRow, place: &Place) {
        if self.is_place_noted {
            self.object.remove("location");
            return;
        }
        let degrees = |name: &str| self.object.get("location").and_then(|it| it.get(name)).and_then(Value::as_f64);
        let Some((longitude, latitude)) = degrees("longitude").zip(degrees("latitude")) else { return };
        let meant = match table.projected.get(&number).filter(|_| is_metres(longitude, latitude)) {
            Some(position) => (position.longitude(), position.latitude()),
            None if table.has_exchanged_degrees => (latitude, longitude),
            None => (longitude, latitude),
        };
        if meant != (longitude, latitude) {
            for (field, degrees) in [("longitude", meant.0), ("latitude", meant.1)] {
                self.put(&["location".to_owned(), field.to_owned()], json!(degrees));
            }
        }
        match table.area.check(meant.0, meant.1) {
            Some(OddCoordinates::FarAway) if self.is_far_place_meant => {
                self.hint("longitude", Message::new("table-far-decided"));
            }
            Some(OddCoordinates::FarAway) if self.object.contains_key("id") || self.object.contains_key("slug") => {
                // Where an entry is that is known may have been decided long ago.
                self.hint("longitude", Message::new("table-far-check"));
            }
            Some(odd) if table.options.decisions.notes_unclear() => {
                self.object.remove("location");
                let problem = match odd {
                    OddCoordinates::FarAway => Message::new("table-far"),
                    _ => odd.problem().message(),
                };
                self.hint("longitude", Message::new("table-problem-in-note").with("problem", problem));
                self.note("longitude/latitude", &format!("{longitude} / {latitude}"));
            }
            Some(OddCoordinates::FarAway) => self.ask_for_far_place(table, row, place),
            Some(odd) => self.problems.push(place.problem("location.longitude", odd.problem())),
            None => self.compare_with_quarter(table, meant),
        }
    }

    /// Tells a place that lies by another quarter than the row names.
    fn compare_with_quarter(&mut self, table: &ActorsTable, (longitude, latitude): (f64, f64)) {
        let Some(named) = self.object.get("basedIn").and_then(Value::as_str).map(ToOwned::to_owned) else { return };
        let metres = |centre: &domain::Position| {
            let east = (centre.longitude() - longitude) * METRES_OF_DEGREE * latitude.to_radians().cos();
            let north = (centre.latitude() - latitude) * METRES_OF_DEGREE;
            east.hypot(north)
        };
        let Some(own) = table.quarter_centre(&named).map(|centre| metres(&centre)) else { return };
        let others = table.districts.iter().filter_map(|(slug, (_, centre))| Some((slug, metres(centre.as_ref()?))));
        let Some((nearest, distance)) = others.min_by(|one, other| one.1.total_cmp(&other.1)) else { return };
        if *nearest != named && own > FARTHEST_FROM_CENTRE && own > distance * 2.0 {
            self.hint(
                "longitude",
                Message::new("table-other-quarter").quote("nearest", nearest).quote("named", &named),
            );
        }
    }

    /// Asks whether a place far from every district is meant.
    fn ask_for_far_place(&mut self, table: &ActorsTable, row: &RawRow, place: &Place) {
        let is_longitude = |target: &ColumnTarget| match target {
            ColumnTarget::Field(field) => field.name == "longitude",
            target => matches!(target, ColumnTarget::Coordinates),
        };
        let at = table.columns.list.iter().position(|column| column.target.as_ref().is_some_and(is_longitude));
        let Some((at, text)) = at.and_then(|at| Some((at, row.cells.get(at)?.text()?))) else { return };
        let heading = &table.columns.list[at].heading;
        let wrong = Message::new("table-far-place").quote("given", text).with("value", text);
        let wrong = place.problem("longitude", rules::Problem::Format(wrong));
        self.problems.push(Problem { column: Some(heading.clone()), ..wrong });
        let candidates = ["yes", "note"].map(ToOwned::to_owned).to_vec();
        self.unclear.push((at, UnclearValue { text: text.to_owned(), candidates }));
    }
}
