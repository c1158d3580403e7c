//! Forgetting a person outside the person's own entry: proposals and notes that mention them.
//!
//! Merges hold no values, so there is nothing to forget in them.

use std::collections::BTreeSet;

use domain::{PersonId, record::EntityKind};
use sea_orm::ConnectionTrait;
use serde_json::Value;

use crate::{Proposal, ProposalFilter, Store, StoreError, Stretch, Writer, proposals, rows};

/// How many proposals are looked at in one go.
const PAGE: u32 = 500;
/// What stands where a value was.
const GONE: &str = "…";

impl Store {
    /// Every proposal in which a name, number or address of a contact person stands, of today or of
    /// earlier versions.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn proposals_that_mention(&self, person: PersonId) -> Result<Vec<Proposal>, StoreError> {
        let values = values_of(&self.0.reading, person).await?;
        let found = mentioning(&self.0.reading, &values).await?;
        Ok(found.into_iter().map(|(before, _)| before).collect())
    }
}

impl Writer {
    /// Takes a person's values, of today and of earlier versions, out of proposals and notes. To be
    /// done before the versions themselves are blanked.
    pub(crate) async fn forget(&mut self, person: PersonId) -> Result<(), StoreError> {
        let values = values_of(&self.transaction, person).await?;
        for (_, blanked) in mentioning(&self.transaction, &values).await? {
            self.save_proposal(&blanked).await?;
        }
        for value in &values {
            let sql = "SELECT sequence, note FROM change WHERE note LIKE $1 ESCAPE '!'";
            let pattern = format!("%{}%", value.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
            for row in rows::all(&self.transaction, "looking for notes", sql, [pattern.into()]).await? {
                let (sequence, note): (i64, String) = (rows::get(&row, 0)?, rows::get(&row, 1)?);
                let sql = "UPDATE change SET note = $1 WHERE sequence = $2";
                let values = [note.replace(value.as_str(), GONE).into(), sequence.into()];
                rows::run(&self.transaction, "forgetting a person", sql, values).await?;
            }
        }
        Ok(())
    }
}

/// What a person's name, number and address are and were.
async fn values_of(connection: &impl ConnectionTrait, person: PersonId) -> Result<BTreeSet<String>, StoreError> {
    let sql = "SELECT body FROM revision WHERE entity = $1 AND entity_id = $2";
    let values = [EntityKind::Person.slug().into(), person.uuid().into()];
    let mut found = BTreeSet::new();
    for row in rows::all(connection, "reading the history", sql, values).await? {
        let body: Value = rows::json(&row, 0, "person")?;
        // A role, such as chair, is nobody's alone and would be taken out of other people's words.
        for field in ["name", "phone", "email"] {
            let value = body.get(field).and_then(|field| field.get("value")).and_then(Value::as_str);
            found.extend(value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned));
        }
    }
    Ok(found)
}

/// Every proposal that holds one of the values, with what it is without them.
async fn mentioning(
    connection: &impl ConnectionTrait,
    values: &BTreeSet<String>,
) -> Result<Vec<(Proposal, Proposal)>, StoreError> {
    let mut found = Vec::new();
    let mut stretch = Stretch::first(PAGE);
    while !values.is_empty() {
        let page = proposals::page(connection, ProposalFilter::default(), &stretch).await?;
        let Some((last, _)) = page.items.last() else { break };
        stretch.after = Some(*last);
        for (_, proposal) in page.items {
            let blanked = without(proposal.clone(), values);
            if blanked != proposal {
                found.push((proposal, blanked));
            }
        }
    }
    Ok(found)
}

fn without(mut proposal: Proposal, values: &BTreeSet<String>) -> Proposal {
    let texts = [&mut proposal.comment, &mut proposal.contact];
    let said = proposal.remarks.iter_mut().map(|remark| &mut remark.text);
    let reason = proposal.review.iter_mut().filter_map(|review| review.reason.as_mut());
    for text in texts.into_iter().flatten().chain(said).chain(reason) {
        blank(text, values);
    }
    for value in proposal.base.values_mut().chain(proposal.fields.values_mut()) {
        blank_all(value, values);
    }
    proposal
}

fn blank_all(value: &mut Value, values: &BTreeSet<String>) {
    match value {
        Value::String(text) => blank(text, values),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| blank_all(entry, values)),
        Value::Object(parts) => parts.values_mut().for_each(|part| blank_all(part, values)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn blank(text: &mut String, values: &BTreeSet<String>) {
    for value in values {
        if text.contains(value.as_str()) {
            *text = text.replace(value.as_str(), GONE);
        }
    }
}
