//! What the entities of files would change: each is compared with what is stored of it, and told with
//! the row it stands in.

use std::collections::{HashMap, HashSet};

use curation::{
    FieldChange,
    fields::{Editable, changes, fields_of},
    import::{ImportRow, RowOutcome, RowProblem},
};
use domain::{Actor, CooperationLink, EntityKind, LinkId, record::EntityRef, rules::Problem};
use formats::{Problems, problem::Place};
use futures_util::TryStreamExt;
use messages::Message;
use serde_json::{Value, json};
use store::{Store, StoreError, Stored};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{
    naming::EntryHead,
    withheld::{self, Withheld},
    writing::{ImportBatch, Item},
};

/// The rows of an import and what they would write.
pub(super) struct Compared {
    store: Store,
    /// The rows in their order.
    pub(super) rows: Vec<ImportRow>,
    /// Where the rows of each file begin.
    offsets: Vec<usize>,
    /// What every row writes, itself first.
    pub(super) entities: Vec<Vec<EntityRef>>,
    /// What would be written, in an order in which it can be.
    pub(super) batches: Vec<ImportBatch>,
    /// The rows that make entries however much they look like others, as somebody has decided.
    pub(super) decided_new: HashSet<usize>,
    /// Whether themes may be retired.
    may_retire: bool,
}

impl Compared {
    /// The rows before anything is known of them but their names. Those of a table that is read alone are called by the
    /// numbers that its sheet shows.
    pub(super) fn new(
        store: &Store,
        files: &[String],
        is_one_table: bool,
        heads: &[EntryHead],
        entries: &[usize],
        may_retire: bool,
    ) -> Self {
        let offsets = entries.iter().scan(0, |next, count| Some(std::mem::replace(next, *next + count))).collect();
        let lines = heads.iter().map(|head| u32::try_from(head.place.line?).ok()).collect::<Option<Vec<u32>>>();
        let lines = lines.filter(|lines| is_one_table && lines.is_sorted_by(|one, other| one < other));
        let number = |at: usize| match &lines {
            Some(lines) => lines[at],
            None => u32::try_from(at + 1).unwrap_or(u32::MAX),
        };
        let row = |(at, head): (usize, &EntryHead)| ImportRow {
            number: number(at),
            file: files.get(head.file).cloned().unwrap_or_default(),
            line: head.place.line,
            kind: head.kind,
            name: head.name.clone(),
            entity: None,
            outcome: RowOutcome::New,
            changes: Vec::new(),
            problems: Vec::new(),
            hints: Vec::new(),
            alike: Vec::new(),
        };
        let rows: Vec<ImportRow> = heads.iter().enumerate().map(row).collect();
        let entities = vec![Vec::new(); rows.len()];
        Self {
            store: store.clone(),
            rows,
            offsets,
            entities,
            batches: Vec::new(),
            decided_new: HashSet::new(),
            may_retire,
        }
    }

    /// Which row something stands in; `None` for what is about a file as a whole.
    pub(super) fn at(&self, file: usize, row: Option<usize>) -> Option<usize> {
        let at = self.offsets.get(file)? + row?.checked_sub(1)?;
        (at < self.rows.len()).then_some(at)
    }

    /// Which row has a number.
    pub(super) fn at_number(&self, number: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }

    /// Compares every batch that comes, until there are no more.
    pub(super) async fn take(&mut self, mut batches: mpsc::Receiver<ImportBatch>) -> Result<(), StoreError> {
        while let Some(batch) = batches.recv().await {
            let batch = match batch {
                ImportBatch::Districts(items) => ImportBatch::Districts(self.compare(items, |_| json!(null)).await?),
                ImportBatch::Themes(items) => {
                    let items = self.compare(items, |_| json!(null)).await?;
                    self.keep_unretired(&items).await?;
                    ImportBatch::Themes(items)
                }
                ImportBatch::Actors(items) => ImportBatch::Actors(self.compare(items, |_| json!(null)).await?),
                ImportBatch::Offers(items) => {
                    ImportBatch::Offers(self.compare(items, |offer| json!(offer.title.get("de"))).await?)
                }
                ImportBatch::Events(items) => {
                    ImportBatch::Events(self.compare(items, |event| json!(event.title.get("de"))).await?)
                }
                ImportBatch::Projects(items) => ImportBatch::Projects(self.compare(items, |_| json!(null)).await?),
                ImportBatch::Links(items) => ImportBatch::Links(self.compare(items, |_| json!(null)).await?),
                // Who it is, is told by the file.
                ImportBatch::Persons(items) => ImportBatch::Persons(self.compare(items, |_| json!("…")).await?),
            };
            self.batches.push(batch);
        }
        Ok(())
    }

    async fn compare<E: Editable + Withheld>(
        &mut self,
        mut items: Vec<Item<E>>,
        title: impl Fn(&E) -> Value,
    ) -> Result<Vec<Item<E>>, StoreError> {
        let ids: Vec<E::Id> = items.iter().map(|item| item.id).collect();
        let stored = self.store.get_many::<E>(&ids).await?;
        let stored: HashMap<E::Id, E> = stored.into_iter().map(|record| (record.id, record.data)).collect();
        withheld::keep(&mut items, &stored);
        // Below an actor stand its offers, events and persons, unless they have a table of their own.
        let is_child = matches!(E::KIND, EntityKind::Offer | EntityKind::Event | EntityKind::Person);
        for item in &mut items {
            let Some(at) = self.at(item.file, item.place.row) else { continue };
            let (row, entity) = (&mut self.rows[at], EntityRef::of::<E>(item.id));
            let is_nested = is_child && !item.place.path.is_empty();
            let inside = if is_nested { inner(&item.place) } else { String::new() };
            self.entities[at].push(entity);
            match stored.get(&item.id) {
                Some(before) => {
                    item.data.keep_slugs(before);
                    let changed = changes(&fields_of(before), &fields_of(&item.data)).into_iter();
                    let dot = if inside.is_empty() { "" } else { "." };
                    row.changes.extend(changed.map(|change| FieldChange {
                        field: format!("{inside}{dot}{}", change.field),
                        before: display_value(&change.field, change.before),
                        after: display_value(&change.field, change.after),
                    }));
                }
                None if is_nested => {
                    row.changes.push(FieldChange { field: inside, before: Value::Null, after: title(&item.data) });
                }
                None => continue,
            }
            if !is_nested {
                row.entity = Some(entity);
            }
        }
        Ok(items)
    }

    /// Compares a field of a row's entry again that was changed since.
    pub(super) fn compare_field<E: Editable>(&mut self, at: usize, field: &str, before: &E, after: &E) {
        let changes = &mut self.rows[at].changes;
        changes.retain(|change| change.field != field);
        changes.extend(
            curation::fields::changes(&fields_of(before), &fields_of(after))
                .into_iter()
                .filter(|change| change.field == field),
        );
    }

    /// Retiring a theme moves everything that names it, and is for administrators.
    async fn keep_unretired(&mut self, items: &[Item<domain::Theme>]) -> Result<(), StoreError> {
        for item in items {
            let Some(at) = self.at(item.file, item.place.row) else { continue };
            let retires = self.rows[at].changes.iter().any(|change| change.field == "replacedBy");
            let is_new = self.rows[at].entity.is_none() && item.data.replaced_by.is_some();
            if !self.may_retire && (retires || is_new) {
                let wrong = Problem::Format(Message::new("import-retires-theme"));
                self.tell(at, &item.place.problem("replacedBy", wrong));
            }
        }
        Ok(())
    }

    /// Tells that a row is wrong.
    pub(super) fn tell(&mut self, at: usize, problem: &formats::Problem) {
        let row = &mut self.rows[at];
        row.problems.push(RowProblem {
            field: problem.path.clone(),
            column: problem.column.clone(),
            message: problem.message(),
            code: problem.code(),
        });
        row.outcome = RowOutcome::Wrong;
    }

    /// Tells everything that was found while reading. What is about a whole file is handed back.
    pub(super) fn tell_all(&mut self, file: usize, problems: &Problems) -> Problems {
        let mut left = problems.fresh();
        for problem in problems {
            match self.at(file, problem.row) {
                Some(at) => self.tell(at, problem),
                None => left.add(problem.clone()),
            }
        }
        left
    }

    /// At most one open link joins a pair of actors by a kind. What the files close is out of the way.
    pub(super) async fn check_pairs(&mut self) -> Result<(), StoreError> {
        let links: Vec<(usize, Place, LinkId, Option<String>)> = self
            .batches
            .iter()
            .filter_map(|batch| if let ImportBatch::Links(items) = batch { Some(items) } else { None })
            .flatten()
            .map(|item| (item.file, item.place.clone(), item.id, item.data.open_pair()))
            .collect();
        if links.is_empty() {
            return Ok(());
        }
        let rewritten: HashSet<LinkId> = links.iter().map(|(_, _, id, _)| *id).collect();
        let mut owners: HashMap<String, LinkId> = HashMap::new();
        let mut stored = self.store.all::<CooperationLink>().await?;
        while let Some(link) = stored.try_next().await? {
            if let Some(pair) = link.data.open_pair().filter(|_| !rewritten.contains(&link.id)) {
                owners.insert(pair, link.id);
            }
        }
        for (file, place, id, pair) in links {
            let Some(pair) = pair else { continue };
            let owner = *owners.entry(pair).or_insert(id);
            if let Some(at) = self.at(file, place.row).filter(|_| owner != id) {
                self.tell(at, &place.problem("to", Problem::Taken(owner.to_string())));
            }
        }
        Ok(())
    }

    /// Says of every row that is not wrong what it would do.
    pub(super) fn judge(&mut self) {
        let is_open = |row: &ImportRow| !matches!(row.outcome, RowOutcome::Wrong | RowOutcome::LeftOut);
        for (at, row) in self.rows.iter_mut().enumerate().filter(|(_, row)| is_open(row)) {
            let is_alone = row.alike.is_empty() || self.decided_new.contains(&at);
            row.outcome = match (&row.entity, row.changes.is_empty(), is_alone) {
                (Some(_), true, _) => RowOutcome::Same,
                (Some(_), false, _) => RowOutcome::Changed,
                (None, _, false) => RowOutcome::LikelyDuplicate,
                (None, _, true) => RowOutcome::New,
            };
            if row.entity.is_none() {
                row.changes.clear();
            }
        }
    }

    /// The actors that would be new, with their rows.
    pub(super) fn new_actors(&self) -> Vec<(usize, &Actor)> {
        let actors = self
            .batches
            .iter()
            .filter_map(|batch| if let ImportBatch::Actors(items) = batch { Some(items) } else { None });
        let rows = actors.flatten().filter_map(|item| Some((self.at(item.file, item.place.row)?, &item.data)));
        rows.filter(|(at, _)| self.rows[*at].entity.is_none() && self.rows[*at].outcome != RowOutcome::Wrong).collect()
    }

    /// Writes the slugs of entries where changes have their ids.
    pub(super) fn name_references(&mut self, names: &HashMap<Uuid, String>) {
        for change in self.rows.iter_mut().flat_map(|row| &mut row.changes) {
            name(&mut change.before, names);
            name(&mut change.after, names);
        }
    }

    /// The ids that changes name.
    pub(super) fn referenced_ids(&self) -> HashSet<Uuid> {
        let mut ids = HashSet::new();
        for change in self.rows.iter().flat_map(|row| &row.changes) {
            collect(&change.before, &mut ids);
            collect(&change.after, &mut ids);
        }
        ids
    }
}

/// The path below the entry of the row: `offers[2]` of `actors[17].offers[2]`.
fn inner(place: &Place) -> String {
    place.path.split_once("].").map_or(place.path.as_str(), |(_, inner)| inner).to_owned()
}

/// A boundary has thousands of numbers, which tell nobody anything.
fn display_value(field: &str, value: Value) -> Value {
    match value {
        Value::Null => Value::Null,
        _ if field == "boundary" => json!("…"),
        value => value,
    }
}

fn name(value: &mut Value, names: &HashMap<Uuid, String>) {
    match value {
        Value::String(text) => {
            if let Some(slug) = text.parse().ok().and_then(|id: Uuid| names.get(&id)) {
                text.clone_from(slug);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| name(value, names)),
        _ => {}
    }
}

fn collect(value: &Value, ids: &mut HashSet<Uuid>) {
    match value {
        Value::String(text) => ids.extend(text.parse::<Uuid>()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, ids)),
        _ => {}
    }
}
