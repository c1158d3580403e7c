//! What entries and their earlier versions say of a person.

use std::sync::Arc;

use domain::{
    Entity,
    mention::{PersonTraces, Trace},
    record::{EntityKind, EntityRef},
};
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value};
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::{MentionScan, MentionSubject, PAGE};
use crate::{
    StoreError, rows,
    stored::{for_kind, table_of},
};

/// Fields in which people write whole sentences. A name, an address or a number is somebody's own to
/// change: blanked, it would be none any more.
const SENTENCES: &[&str] = &[
    "summary",
    "description",
    "openness",
    "cost",
    "exclusions",
    "documents",
    "registration",
    "source",
    "public_note",
    "internal_note",
];

/// A version of an entry without what it said of a person.
#[derive(Debug)]
pub(crate) struct RewrittenRevision {
    pub(crate) entity: EntityRef,
    pub(crate) version: i32,
    pub(crate) body: Value,
    /// Whether it is the newest one.
    pub(crate) is_current: bool,
}

/// A stored version.
struct StoredRevision {
    id: Uuid,
    version: i32,
    body: Map<String, Value>,
    is_current: bool,
}

/// What one version says of a person.
struct RevisionMentions {
    entity: EntityRef,
    is_current: bool,
    /// Field, whether it may be blanked, by what.
    fields: Vec<(String, bool, Vec<Trace>)>,
    rewritten: Option<RewrittenRevision>,
}

/// Looks at every version of every entry of a kind.
pub(super) async fn scan(
    connection: &impl ConnectionTrait,
    kind: EntityKind,
    except: Uuid,
    traces: &Arc<PersonTraces>,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT r.entity_id, r.version, r.body, r.version = t.version AS is_current \
         FROM revision r JOIN {} t ON t.id = r.entity_id \
         WHERE r.entity = $1 AND (r.entity_id, r.version) > ($2, $3) ORDER BY r.entity_id, r.version LIMIT $4",
        table_of(kind)
    );
    let mut last = (Uuid::nil(), 0);
    loop {
        let values = [kind.slug().into(), last.0.into(), last.1.into(), i64::from(PAGE).into()];
        let page = rows::all(connection, "looking for a person", sql.as_str(), values).await?;
        let mut revisions = Vec::with_capacity(page.len());
        for row in &page {
            let (id, version) = (rows::get(row, "entity_id")?, rows::get(row, "version")?);
            last = (id, version);
            if id == except {
                continue;
            }
            let Value::Object(body) = rows::json(row, "body", "entry")? else { continue };
            revisions.push(StoredRevision { id, version, body, is_current: rows::get(row, "is_current")? });
        }
        if page.is_empty() {
            return Ok(());
        }
        let traces = Arc::clone(traces);
        // Folding hundreds of texts takes a while in which nobody else should wait.
        let look = move || revisions.into_iter().filter_map(|one| look_at(kind, one, &traces)).collect::<Vec<_>>();
        for mentions in spawn_blocking(look).await.map_err(|_| StoreError::CutShort)? {
            let subject = MentionSubject::Entry(mentions.entity);
            for (field, may_blank, traces) in &mentions.fields {
                scan.note(subject, field, (mentions.is_current, *may_blank), traces);
            }
            scan.revisions.extend(mentions.rewritten);
        }
    }
}

fn look_at(kind: EntityKind, revision: StoredRevision, traces: &PersonTraces) -> Option<RevisionMentions> {
    let StoredRevision { id, version, body, is_current } = revision;
    let mut blanked = body.clone();
    let mut fields = Vec::new();
    for (key, value) in &mut blanked {
        let may_blank = SENTENCES.contains(&key.as_str());
        walk(value, &camel_case(key), &mut |path, text| {
            let found: Vec<Trace> = traces.find(text).into_iter().map(|mention| mention.trace).collect();
            if found.is_empty() {
                return;
            }
            fields.push((path.to_owned(), may_blank, found));
            if may_blank && let Some(without) = traces.blank(text) {
                *text = without;
            }
        });
    }
    if fields.is_empty() {
        return None;
    }
    let entity = EntityRef { kind, id };
    let is_changed = blanked != body;
    let body = Value::Object(blanked);
    let is_whole = is_changed && is_entry(kind, &body, is_current);
    if is_changed && !is_whole {
        fields.iter_mut().for_each(|(_, may_blank, _)| *may_blank = false);
    }
    let rewritten = is_whole.then_some(RewrittenRevision { entity, version, body, is_current });
    Some(RevisionMentions { entity, is_current, fields, rewritten })
}

/// Whether it can be read back and, as the newest version, keeps the rules.
fn is_entry(kind: EntityKind, body: &Value, is_current: bool) -> bool {
    for_kind!(kind, E => {
        serde_json::from_value::<E>(body.clone()).is_ok_and(|data| !is_current || data.check().is_empty())
    })
}

/// Calls `look` with every text in a value and the name of its field.
fn walk(value: &mut Value, path: &str, look: &mut impl FnMut(&str, &mut String)) {
    match value {
        // The digits of an id are nobody's number.
        Value::String(text) if Uuid::parse_str(text).is_err() => look(path, text),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| walk(entry, path, look)),
        Value::Object(parts) => parts.iter_mut().for_each(|(part, value)| walk(value, &format!("{path}.{part}"), look)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A stored field as API and files name it.
fn camel_case(key: &str) -> String {
    let mut name = String::with_capacity(key.len());
    let mut is_capital = false;
    for c in key.chars() {
        match c {
            '_' => is_capital = true,
            c if is_capital => {
                name.push(c.to_ascii_uppercase());
                is_capital = false;
            }
            c => name.push(c),
        }
    }
    name
}
