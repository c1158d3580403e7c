//! Columns below "Ort" that hold the houses where people meet, not towns.

use super::{
    ActorsTable,
    address::{is_street_line, read_town},
    columns::{ColumnTarget, PlannedColumn, value_target},
    homes::is_office,
    plain,
    understanding::ColumnUse,
};

impl ActorsTable {
    /// Takes columns of towns for such of addresses where none of their cells names a town or a district, and most name
    /// houses or another column has the towns.
    pub(super) fn read_venue_columns(&mut self) {
        let of_towns: Vec<usize> = (0..self.columns.list.len()).filter(|at| self.is_of_towns(*at)).collect();
        let (with_towns, without): (Vec<usize>, Vec<usize>) =
            of_towns.into_iter().partition(|at| self.names_towns(*at));
        for index in without {
            let column = &self.columns.list[index];
            let is_town = matches!(&column.target, Some(ColumnTarget::Field(_)));
            if !is_town || column.usage != ColumnUse::Recognised {
                continue;
            }
            let texts: Vec<&str> = self.texts(index).collect();
            let houses = texts.iter().filter(|text| is_office(text) || is_street_line(text)).count();
            if texts.is_empty() || with_towns.is_empty() && houses * 2 <= texts.len() {
                continue;
            }
            let fields = "street+postcode+city";
            let column = &mut self.columns.list[index];
            column.target = value_target(fields);
            fields.clone_into(&mut column.fields);
            if let Some(summary) = self.summary.columns.get_mut(index) {
                fields.clone_into(&mut summary.fields);
            }
        }
    }

    fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.cells.get(column)?.text())
    }

    fn is_of_towns(&self, column: usize) -> bool {
        let is_city = |column: &PlannedColumn| match &column.target {
            Some(ColumnTarget::Field(field)) => field.name == "city",
            target => matches!(target, Some(ColumnTarget::Town | ColumnTarget::TownAndDistrict)),
        };
        self.columns.list.get(column).is_some_and(is_city)
    }

    /// Whether a cell of a column names a town or a district, by itself or among other words.
    fn names_towns(&self, column: usize) -> bool {
        let is_place =
            |text: &str| self.is_town(text) || self.is_district(text) || self.district_names.contains_key(&plain(text));
        let names = |text: &str| {
            let town = read_town(text).city.unwrap_or_default();
            is_place(&town) || self.split_town(text).0.city.is_some()
        };
        self.texts(column).any(names)
    }
}
