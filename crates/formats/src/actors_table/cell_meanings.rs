//! What the cells of vocabularies mean: each text is read once for the whole table.

use std::collections::HashSet;

use directory::Snapshot;
use domain::{ActorType, Slug, district::DistrictLevel};
use messages::Message;

use super::{
    ActorsTable, cells,
    columns::{CellShape, ColumnTarget, value_target},
    lexicon::{CellVocabulary, Lexicon},
    phrases::CELL_WORDS,
    plain,
    understanding::ColumnUse,
    values::{CellMeaning, ValueColumn, read_cell},
    web_addresses::complete_web_address,
};

impl ActorsTable {
    /// Reads every value of a vocabulary once.
    pub(super) fn understand(&mut self, vocabulary: &Snapshot) {
        for no in vocabulary.districts() {
            let district = vocabulary.district(no).data();
            let centre = district.centre.filter(|_| district.level == DistrictLevel::Quarter);
            self.districts.insert(district.slug.to_string(), (district.level, centre));
            for (_, name) in district.name.iter() {
                self.district_names.entry(plain(name)).or_default().push(district.slug.to_string());
            }
        }
        let mut lexicon = Lexicon::new(vocabulary);
        self.read_marked_columns(&mut lexicon);
        self.note_unknown_columns();
        self.read_columns_by_their_cells(&lexicon);
        self.read_venue_columns();
        for (index, column) in self.columns.list.iter().enumerate() {
            let texts = || self.rows.iter().filter_map(move |row| row.cells.get(index)?.text());
            if matches!(&column.target, Some(ColumnTarget::Field(field)) if field.shape == CellShape::Day)
                && cells::is_month_first(texts())
            {
                self.month_first.insert(index);
                self.summary.remarks.push(Message::new("table-month-first").quote("heading", &column.heading));
            }
            let Some(wanted) = column.target.as_ref().and_then(ColumnTarget::vocabulary) else { continue };
            let mut level = match column.target {
                Some(ColumnTarget::District(level)) => Some(level),
                Some(ColumnTarget::TownAndDistrict) => Some(DistrictLevel::Quarter),
                _ => None,
            };
            if level == Some(DistrictLevel::Borough) && column.usage == ColumnUse::Recognised {
                let quarters = texts().filter(|text| lexicon.is_quarter_only(text)).count();
                let is_of_quarters = quarters * 2 >= texts().count();
                if is_of_quarters {
                    level = Some(DistrictLevel::Quarter);
                }
                if quarters > 0 {
                    let (level, field) = match is_of_quarters {
                        true => ("quarters", "basedIn:borough"),
                        false => ("boroughs", "basedIn:quarter"),
                    };
                    let heading = &column.heading;
                    self.summary.remarks.push(
                        Message::new("table-quarters-and-boroughs")
                            .quote("heading", heading)
                            .with("level", level)
                            .with("mapping", format!("\"{heading}={field}\"")),
                    );
                }
            }
            let others = self.columns.list.iter().enumerate();
            let alike: Vec<&str> = others
                .filter(|(at, other)| *at != index && other.fields == column.fields)
                .map(|(_, other)| other.heading.as_str())
                .collect();
            let values = ValueColumn { heading: &column.heading, vocabulary: wanted, alike: &alike, level };
            let mut seen: HashSet<&str> = HashSet::new();
            for text in self.rows.iter().filter_map(|row| row.cells.get(index)?.text()) {
                if seen.insert(text) {
                    let district = match &column.target {
                        Some(ColumnTarget::TownAndDistrict) => self.split_town(text).1,
                        _ => text.to_owned(),
                    };
                    let meaning = read_cell(&mut lexicon, &self.options.decisions, values, &district);
                    self.meanings.insert((index, text.to_owned()), meaning);
                }
            }
        }
        if !self.columns.has("kind") {
            let is_name =
                |target: &ColumnTarget| matches!(target, ColumnTarget::Field(column) if column.name == "name");
            let index = self.columns.list.iter().position(|column| column.target.as_ref().is_some_and(is_name));
            for name in
                index.into_iter().flat_map(|index| self.rows.iter().filter_map(move |row| row.cells.get(index)?.text()))
            {
                if !self.kinds.contains_key(name)
                    && let Some(kind) = lexicon.kind_of_name(name)
                {
                    self.kinds.insert(name.to_owned(), kind);
                }
            }
        }
    }

    /// Takes columns for what their cells are where their headings may say two things: below "Im Netz" stand addresses of the
    /// web or answers, below "Wo?" addresses or quarters, below "Kurzname" slugs or abbreviations.
    fn read_columns_by_their_cells(&mut self, lexicon: &Lexicon<'_>) {
        let has_ids = self.columns.has("id");
        for (index, column) in self.columns.list.iter_mut().enumerate() {
            if column.usage != ColumnUse::Recognised {
                continue;
            }
            let texts: Vec<&str> = self.rows.iter().filter_map(|row| row.cells.get(index)?.text()).collect();
            let are_most = |is_so: &dyn Fn(&str) -> bool| {
                let count = texts.iter().filter(|text| is_so(text)).count();
                count > 0 && count * 2 > texts.len()
            };
            let is_district = |text: &str| {
                lexicon.look_up(CellVocabulary::District, text).is_some()
                    || lexicon.look_up_composed(CellVocabulary::District, text).is_some()
                    || CELL_WORDS.is_town(text)
            };
            let is_numbered = |text: &str| text.contains(|c: char| c.is_ascii_digit());
            let fields = match &column.target {
                Some(ColumnTarget::Note)
                    if CELL_WORDS.is_about_publication(&column.heading)
                        && are_most(&|text| complete_web_address(text).is_some()) =>
                {
                    "website"
                }
                // Associations are called by letters that are no slug.
                Some(ColumnTarget::Field(field))
                    if field.name == "slug"
                        && column.heading != "slug"
                        && !has_ids
                        && are_most(&|text| text.parse::<Slug>().is_err()) =>
                {
                    "alternativeNames"
                }
                Some(ColumnTarget::Address)
                    if are_most(&is_district) && !texts.iter().any(|text| is_numbered(text)) =>
                {
                    "city+basedIn"
                }
                _ => continue,
            };
            column.target = value_target(fields);
            fields.clone_into(&mut column.fields);
            if let Some(summary) = self.summary.columns.get_mut(index) {
                fields.clone_into(&mut summary.fields);
            }
        }
    }

    /// Puts the columns that nobody knows into the notes of their rows, where it is decided that what is unclear stands
    /// there; but for those whose cells may have slipped.
    fn note_unknown_columns(&mut self) {
        if !self.options.decisions.notes_unclear() {
            return;
        }
        for (index, column) in self.columns.list.iter_mut().enumerate() {
            if column.usage != ColumnUse::Unknown || column.heading.is_empty() || self.stray.contains(&index) {
                continue;
            }
            (column.target, column.usage) = (Some(ColumnTarget::Note), ColumnUse::Recognised);
            "note".clone_into(&mut column.fields);
            if let Some(summary) = self.summary.columns.get_mut(index) {
                summary.usage = ColumnUse::Recognised;
                "note".clone_into(&mut summary.fields);
            }
        }
    }

    /// What the values of a cell mean.
    pub(super) fn meaning(&self, column: usize, text: &str) -> Option<&CellMeaning> {
        // A key to borrow would have to be made for every cell as well.
        self.meanings.get(&(column, text.to_owned()))
    }

    /// Type and kind of a cell, of the row's type where it has one; `None` where the cell means no kind.
    pub(super) fn kind(&self, text: &str, given: Option<&str>) -> Option<(String, String)> {
        let is_kind = |target: &ColumnTarget| matches!(target, ColumnTarget::Field(column) if column.name == "kind");
        let index = self.columns.list.iter().position(|column| column.target.as_ref().is_some_and(is_kind))?;
        let values = &self.meaning(index, text)?.values;
        let parts = || values.iter().filter_map(|value| value.split_once('/'));
        let of = |wanted: &str| parts().find(|(actor_type, _)| *actor_type == wanted);
        let found = match given {
            Some(given) => of(given),
            None => ActorType::ALL.iter().find_map(|actor_type| of(actor_type.slug())).or_else(|| {
                // Everyday words give a kind without its type.
                let bare = values.first().filter(|value| !value.contains('/'))?;
                Some(("organisation", bare.as_str()))
            }),
        };
        found.map(|(actor_type, kind)| (actor_type.to_owned(), kind.to_owned()))
    }

    pub(super) fn kind_of_name(&self, name: &str) -> Option<&str> {
        self.kinds.get(name).map(String::as_str)
    }

    /// Whether the days of a column stand behind their months.
    pub(super) fn is_month_first(&self, column: usize) -> bool {
        self.month_first.contains(&column)
    }
}
