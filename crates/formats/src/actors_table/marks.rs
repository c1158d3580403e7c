//! Columns that are called by a value and marked where a row has it: "türkisch", "arabisch", "Frauen", with an x below.
//! Those that ask something, "Raum vorhanden?", are answered by their marks: these stand in the notes. What is answered by
//! yes or no and is not understood may say whether a row is to be public: nothing of its table is published before that
//! is known, whatever it is called.

use super::{
    ActorsTable, Cell,
    columns::{
        ColumnTarget, PlannedColumn, give_contacts_to_any, give_contacts_to_persons, is_of_name, known_fields,
        value_target,
    },
    contacts::ContactKind,
    homes::{is_office, is_plain_street},
    lexicon::{CellTerm, CellVocabulary, Lexicon},
    personal_contacts::names_person,
    phrases::CELL_WORDS,
    understanding::ColumnUse,
};
use domain::LifeStatus;
use messages::Message;

/// The lists that such columns fill; a heading that is a value of several is one of the first.
const LISTS: [(CellVocabulary, &str); 3] = [
    (CellVocabulary::Language, "languages"),
    (CellVocabulary::TargetGroup, "targetGroups"),
    (CellVocabulary::Theme, "themes"),
];

impl ActorsTable {
    /// Lets the columns that nobody knows and that are called by a value hold that value in the rows that mark it.
    pub(super) fn read_marked_columns(&mut self, lexicon: &mut Lexicon<'_>) {
        let mut open = Vec::new();
        for index in 0..self.columns.list.len() {
            let column = &self.columns.list[index];
            if column.heading.is_empty() {
                continue;
            }
            let heading = column.heading.clone();
            // "Nur intern" is known to be for staff, and may be an order or a wish.
            let is_note = column.usage == ColumnUse::Recognised && matches!(column.target, Some(ColumnTarget::Note));
            if is_note && !CELL_WORDS.is_about_publication(&heading) {
                let is_open = match CELL_WORDS.is_order(&heading) {
                    true => self.is_answered(index),
                    false => self.has_only_answers(index),
                };
                open.extend(is_open.then_some(heading));
                continue;
            }
            // "Netz" with "nein" below is no page.
            let is_of_page = column.usage == ColumnUse::Recognised
                && matches!(column.target, Some(ColumnTarget::Contacts(ContactKind::Website)));
            if is_of_page && self.has_only_answers(index) {
                open.push(heading);
                self.keep_answers(index);
                continue;
            }
            if column.usage != ColumnUse::Unknown {
                continue;
            }
            if !self.is_marked(index) {
                open.extend(self.is_answered(index).then_some(heading));
                continue;
            }
            if CELL_WORDS.is_question(&heading) {
                open.extend(self.is_answered(index).then_some(heading));
                self.keep_answers(index);
                continue;
            }
            let is_value = |(vocabulary, _): &&(CellVocabulary, &str)| {
                matches!(lexicon.look_up(*vocabulary, &heading), Some(CellTerm::Values(_)))
            };
            let known = LISTS.iter().find(is_value);
            // One that may be several themes is asked about, as in a cell.
            let is_near = |term| matches!(term, CellTerm::Values(_) | CellTerm::OneOf(_));
            let known =
                known.or_else(|| LISTS.iter().find(|(vocabulary, _)| is_near(lexicon.read(*vocabulary, &heading))));
            let Some((_, field)) = known else {
                open.extend(self.is_answered(index).then_some(heading));
                continue;
            };
            for row in &mut self.rows {
                let Some(cell) = row.cells.get_mut(index) else { continue };
                if let Some(text) = cell.text() {
                    let is_so = CELL_WORDS.flag(text) == Some(true);
                    let value = if is_so { heading.clone() } else { String::new() };
                    *cell = Cell::Marked { mark: text.to_owned(), value };
                }
            }
            let column = &mut self.columns.list[index];
            (column.target, column.usage) = (value_target(field), ColumnUse::Recognised);
            (*field).clone_into(&mut column.fields);
            if let Some(summary) = self.summary.columns.get_mut(index) {
                summary.usage = ColumnUse::Recognised;
                (*field).clone_into(&mut summary.fields);
            }
        }
        self.hold_back(&open);
        self.read_columns_of_persons();
        give_contacts_to_any(&mut self.columns.list, &self.options.mapping);
    }

    /// A column that nobody knows and that holds names of persons beside contacts is one of persons.
    fn read_columns_of_persons(&mut self) {
        let is_contact = |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Contacts(_)));
        let is_person = |column: &PlannedColumn| matches!(column.target, Some(ColumnTarget::Person));
        let list = &self.columns.list;
        if !list.iter().any(is_contact) || list.iter().any(is_person) {
            return;
        }
        let holds_persons = |index: &usize| {
            let mut texts = self.rows.iter().filter_map(|row| row.cells.get(*index)?.text()).peekable();
            texts.peek().is_some() && texts.all(|text| names_person(text) && !is_office(text) && !is_plain_street(text))
        };
        // What is unclear may be decided to stand in the notes already.
        let is_unknown = |index: &usize| {
            let column = &list[*index];
            let is_open = column.usage == ColumnUse::Unknown || matches!(column.target, Some(ColumnTarget::Note));
            is_open
                && !column.heading.is_empty()
                && (known_fields(&column.heading).is_none() || is_of_name(&column.heading))
                && self.options.mapping.fields(&column.heading).is_none()
        };
        let Some(index) = (0..list.len()).filter(is_unknown).find(holds_persons) else { return };
        self.use_column(index, ColumnTarget::Person, "person");
        give_contacts_to_persons(&mut self.columns.list, &self.options.mapping);
    }

    /// Lets a column that nobody knows be for something.
    fn use_column(&mut self, index: usize, target: ColumnTarget, fields: &str) {
        let column = &mut self.columns.list[index];
        (column.target, column.usage) = (Some(target), ColumnUse::Recognised);
        fields.clone_into(&mut column.fields);
        if let Some(summary) = self.summary.columns.get_mut(index) {
            summary.usage = ColumnUse::Recognised;
            fields.clone_into(&mut summary.fields);
        }
    }

    /// Lets new entries stay drafts while columns are answered by yes or no and nobody has said what they ask.
    fn hold_back(&mut self, open: &[String]) {
        if open.is_empty() || self.options.status == LifeStatus::Draft {
            return;
        }
        self.options.status = LifeStatus::Draft;
        self.summary.remarks.push(Message::new("table-answers").quote_all("headings", open));
    }

    /// Whether most rows that say something in a column answer it: "ja", "Nein", "ja (am Telefon)".
    fn is_answered(&self, index: usize) -> bool {
        self.answers(index).is_some_and(|(answers, others)| answers >= others)
    }

    /// Whether some rows have an answer in a column, and none anything else.
    fn has_only_answers(&self, index: usize) -> bool {
        self.answers(index).is_some_and(|(_, others)| others == 0)
    }

    /// How many cells of a column are answers and how many are not, where there are some.
    fn answers(&self, index: usize) -> Option<(usize, usize)> {
        let is_answer = |text: &str| {
            let first = text.trim().split(|c: char| c.is_whitespace() || ",;(".contains(c)).next().unwrap_or_default();
            CELL_WORDS.flag(first).is_some()
        };
        let texts = self.rows.iter().filter_map(|row| row.cells.get(index)?.text());
        let (answers, others): (Vec<&str>, Vec<&str>) =
            texts.filter(|text| is_answer(text) || !CELL_WORDS.is_empty(text)).partition(|text| is_answer(text));
        (!answers.is_empty()).then_some((answers.len(), others.len()))
    }

    /// Keeps the answers to what the heading of a column asks in the notes of their rows.
    fn keep_answers(&mut self, index: usize) {
        self.use_column(index, ColumnTarget::Note, "note");
    }

    /// Whether a column has marks and nothing else.
    fn is_marked(&self, index: usize) -> bool {
        let is_mark = |text: &&str| CELL_WORDS.flag(text).is_some() || !CELL_WORDS.is_empty(text);
        let mut texts = self.rows.iter().filter_map(|row| row.cells.get(index)?.text()).filter(is_mark).peekable();
        // A column that no row of a part of a list marks is one all the same.
        let has_none = self.rows.iter().all(|row| row.cells.get(index).is_none_or(Cell::is_empty));
        has_none || texts.peek().is_some() && texts.all(|text| CELL_WORDS.flag(text).is_some())
    }
}
