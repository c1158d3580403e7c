//! What rows of tables leave as it is of entries that are stored already. A list is read again and again: whoever looks
//! at the report is to see what it says and the directory does not take.

use std::collections::{BTreeMap, HashMap, HashSet};

use curation::{
    FieldChange,
    fields::{FieldValues, fields_of},
    import::RowProblem,
};
use domain::{Actor, ActorId, ContactPerson, EmailAddress, LifeStatus, PersonId, PhoneNumber, record::EntityRef};
use formats::actors_table::{UntouchedFields, is_same_text};
use futures_util::TryStreamExt;
use messages::{Message, MessageArgument};
use serde_json::{Value, json};
use store::{ChangeFilter, PageRequest, Store, StoreError};
use uuid::Uuid;

use super::{ImportSource, comparing::Compared, writing::ImportBatch};

/// The code of what a row says and its entry does not take.
pub(crate) const NOT_TAKEN: &str = "NOT_TAKEN";
/// How many changes of an entry are looked through for a remark.
const NEWEST_CHANGES: u32 = 100;
/// How many persons are named.
const MOST_NAMED: usize = 5;

/// What the rows of tables leave as it is: cells by file and heading.
type EmptyCells = BTreeMap<(String, String), usize>;

/// A row of a table about an entry that is stored.
struct StoredEntryRow<'a> {
    at: usize,
    id: ActorId,
    file: String,
    untouched: UntouchedFields,
    before: &'a Actor,
    after: &'a Actor,
    /// Whether the table is read to be published.
    is_published: bool,
}

/// Tells the rows of stored entries what they leave as it is, and makes new remarks changes; gives back what is to be told
/// of whole tables, by their files. `notes` keeps those that are not known of their entries.
pub(super) async fn tell(
    store: &Store,
    sources: &[ImportSource],
    compared: &mut Compared,
    notes: &mut HashMap<Uuid, String>,
) -> Result<HashMap<String, Vec<Message>>, StoreError> {
    let batches = std::mem::take(&mut compared.batches);
    let stored = stored_actors(store, sources, compared, &batches).await?;
    let rows = stored_rows(sources, compared, &batches, &stored);
    let mut empty = EmptyCells::new();
    for row in &rows {
        let before = fields_of(row.before);
        count_empty_cells(row, &before, &mut empty);
        let hints = hints_of(row, &compared.rows[row.at].hints);
        tell_effect(row, &mut compared.rows[row.at].hints);
        compared.rows[row.at].hints.extend(hints);
    }
    tell_of_persons(store, compared, &rows, &batches).await?;
    keep_new_notes(store, compared, &rows, notes).await?;
    drop(rows);
    compared.batches = batches;
    Ok(remarks(empty))
}

/// The stored entries that rows of tables are about.
async fn stored_actors(
    store: &Store,
    sources: &[ImportSource],
    compared: &Compared,
    batches: &[ImportBatch],
) -> Result<HashMap<ActorId, Actor>, StoreError> {
    let mut ids = Vec::new();
    for item in batches.iter().filter_map(ImportBatch::actors).flatten() {
        let is_stored = compared.at(item.file, item.place.row).is_some_and(|at| compared.rows[at].entity.is_some());
        if is_stored && sources.get(item.file).is_some_and(ImportSource::is_office_table) {
            ids.push(item.id);
        }
    }
    let stored = store.get_many::<Actor>(&ids).await?;
    Ok(stored.into_iter().map(|record| (record.id, record.data)).collect())
}

fn stored_rows<'a>(
    sources: &[ImportSource],
    compared: &Compared,
    batches: &'a [ImportBatch],
    stored: &'a HashMap<ActorId, Actor>,
) -> Vec<StoredEntryRow<'a>> {
    let items = batches.iter().filter_map(ImportBatch::actors).flatten();
    let rows = items.filter_map(|item| {
        let (before, at) = (stored.get(&item.id)?, compared.at(item.file, item.place.row)?);
        let ImportSource::Table(source) = sources.get(item.file)? else { return None };
        Some(StoredEntryRow {
            at,
            id: item.id,
            file: source.name.clone(),
            untouched: source.table.untouched_fields(item.place.row?),
            before,
            after: &item.data,
            is_published: source.table.options().status == LifeStatus::Published,
        })
    });
    rows.collect()
}

/// What is told of a row beside what it changes.
fn hints_of(row: &StoredEntryRow<'_>, known: &[RowProblem]) -> Vec<RowProblem> {
    let mut hints = Vec::new();
    let after = fields_of(row.after);
    for (field, text) in &row.untouched.texts {
        let taken = after.get(field).and_then(Value::as_str).unwrap_or_default();
        if !is_same_text(text, taken) {
            let shown: String = text.chars().take(80).collect();
            hints.push(hint(field, Message::new("stored-not-taken").quote("kept", taken).quote("given", &shown)));
        }
    }
    let is_draft = row.before.status == LifeStatus::Draft && row.after.status == LifeStatus::Draft;
    if row.is_published && is_draft && !known.iter().any(|hint| hint.field == "status") {
        hints.push(hint("status", Message::new("stored-draft")));
    }
    if row.after.status == LifeStatus::Published {
        let withheld = &row.untouched.withheld;
        let street = row.after.address.as_deref().and_then(|address| address.street.as_deref());
        let shown = [
            ("phone", withheld.phones.is_empty(), row.after.phone.as_ref().map(PhoneNumber::as_str)),
            ("email", withheld.emails.is_empty(), row.after.email.as_ref().map(EmailAddress::as_str)),
            ("address.street", withheld.street.is_none(), street),
        ];
        for (field, is_open, value) in shown {
            if let Some(value) = value.filter(|_| !is_open) {
                hints.push(hint(field, Message::new("stored-public").with("value", value)));
            }
        }
    }
    hints
}

/// Lets hints that say of an entry that it stays a draft say what becomes of the one that is stored.
fn tell_effect(row: &StoredEntryRow<'_>, hints: &mut [RowProblem]) {
    use LifeStatus::{Archived, Draft, Published};
    let effect = match (row.before.status, row.after.status) {
        (Published, Published) => Message::new("table-effect-public"),
        (Published, Draft) => Message::new("table-effect-withdrawn"),
        (Archived, Archived) => Message::new("table-effect-past"),
        _ => return,
    };
    let stays_draft = MessageArgument::from(Message::new("table-effect-draft"));
    for hint in hints.iter_mut().filter(|hint| hint.message.argument("effect") == Some(&stays_draft)) {
        hint.message = hint.message.clone().with("effect", effect.clone());
    }
}

/// Counts the cells of a row that are empty where its entry has something.
fn count_empty_cells(row: &StoredEntryRow<'_>, before: &FieldValues, empty: &mut EmptyCells) {
    let is_filled = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty() && text != "unknown",
        Value::Array(values) => !values.is_empty(),
        Value::Object(values) => !values.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    for (heading, fields) in &row.untouched.empty {
        let has = |field: &String| {
            let name = if field.starts_with("location.") { "location" } else { field.as_str() };
            before.get(name).is_some_and(is_filled)
        };
        if fields.iter().any(has) {
            *empty.entry((row.file.clone(), heading.clone())).or_default() += 1;
        }
    }
}

/// Tells once for each column that empty cells take nothing away.
fn remarks(empty: EmptyCells) -> HashMap<String, Vec<Message>> {
    let mut remarks: HashMap<String, Vec<Message>> = HashMap::new();
    for ((file, heading), count) in empty {
        let message = Message::new("stored-empty-cells").quote("heading", &heading).with("count", count);
        remarks.entry(file).or_default().push(message);
    }
    remarks
}

/// Tells of entries to which rows bring further contact persons which ones they have already.
async fn tell_of_persons(
    store: &Store,
    compared: &mut Compared,
    rows: &[StoredEntryRow<'_>],
    batches: &[ImportBatch],
) -> Result<(), StoreError> {
    let is_new = |change: &FieldChange| change.field.starts_with("contactPersons[") && change.before.is_null();
    let with_new = rows.iter().filter(|row| compared.rows[row.at].changes.iter().any(is_new));
    let mut persons: HashMap<ActorId, (usize, Vec<String>)> =
        with_new.map(|row| (row.id, (row.at, Vec::new()))).collect();
    if persons.is_empty() {
        return Ok(());
    }
    let of_rows: HashSet<PersonId> =
        batches.iter().filter_map(ImportBatch::persons).flatten().map(|item| item.id).collect();
    let mut stored = store.all::<ContactPerson>().await?;
    while let Some(person) = stored.try_next().await? {
        let Some((_, names)) = persons.get_mut(&person.data.actor).filter(|_| !of_rows.contains(&person.id)) else {
            continue;
        };
        names.extend(person.data.name.map(|name| name.value.to_string()));
    }
    for (at, names) in persons.into_values().filter(|(_, names)| !names.is_empty()) {
        let message = Message::new("stored-persons").quote_all("names", names.iter().take(MOST_NAMED));
        compared.rows[at].hints.push(hint("contactPersons", message));
    }
    Ok(())
}

/// Makes remarks changes that no change of their entry noted before: they are kept with a version of it. What was noted
/// already and comes with nothing new is not noted again.
async fn keep_new_notes(
    store: &Store,
    compared: &mut Compared,
    rows: &[StoredEntryRow<'_>],
    notes: &mut HashMap<Uuid, String>,
) -> Result<(), StoreError> {
    let with_notes: Vec<&StoredEntryRow<'_>> = rows.iter().filter(|row| notes.contains_key(&row.id.uuid())).collect();
    let list = |row: &&StoredEntryRow<'_>| {
        let filter = ChangeFilter { entity: Some(EntityRef::of::<Actor>(row.id)), ..ChangeFilter::default() };
        (filter, PageRequest::first(NEWEST_CHANGES))
    };
    let lists: Vec<_> = with_notes.iter().map(list).collect();
    let pages = store.logged_change_pages(&lists).await?;
    for (row, page) in with_notes.into_iter().zip(pages) {
        let Some(note) = notes.get(&row.id.uuid()) else { continue };
        let logged = page.items.iter().filter_map(|(_, change)| change.note.as_deref());
        let known = newest_remarks(logged);
        let is_known = |line: &str| known.get(heading(line)).is_some_and(|lines| lines.contains(line));
        let new: Vec<&str> = note.lines().map(str::trim).filter(|line| !is_known(line)).collect();
        let changes = &mut compared.rows[row.at].changes;
        if !new.is_empty() {
            changes.push(FieldChange { field: "note".to_owned(), before: Value::Null, after: json!(new.join("\n")) });
        } else if changes.is_empty() {
            notes.remove(&row.id.uuid());
        }
    }
    Ok(())
}

/// By heading, what the newest of some notes says that has it: the first is the newest.
fn newest_remarks<'n>(notes: impl Iterator<Item = &'n str>) -> HashMap<&'n str, HashSet<&'n str>> {
    let mut newest: HashMap<&str, HashSet<&str>> = HashMap::new();
    for note in notes {
        let mut of_note: HashMap<&str, HashSet<&str>> = HashMap::new();
        for line in note.lines().map(str::trim) {
            of_note.entry(heading(line)).or_default().insert(line);
        }
        for (heading, lines) in of_note {
            newest.entry(heading).or_insert(lines);
        }
    }
    newest
}

/// What stands in front of a remark.
fn heading(line: &str) -> &str {
    line.split_once(": ").map_or("", |(heading, _)| heading)
}

fn hint(field: &str, message: Message) -> RowProblem {
    RowProblem { field: field.to_owned(), column: None, message, code: NOT_TAKEN }
}
