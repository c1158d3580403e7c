//! What the tables hold beside an entity's body and worked out of it: columns and keys that lists are
//! ordered and found by. Written with every change; for what is older than they are, once.

use std::collections::BTreeSet;

use domain::{AccountId, Actor, ContactPerson, Record};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{PageRequest, Proposal, ProposalFilter, StoreError, error::while_doing, proposals, rows, stored::Stored};

/// The migration that brought what is worked out here.
pub(crate) const MIGRATION: &str = "m0004_queues";
/// The migration since which actors have other keys.
pub(crate) const KEYS_MIGRATION: &str = "m0011_name_keys";
const DOING: &str = "working columns out";

/// Works everything out that was written before there was a place for it.
pub(crate) async fn derive_all(connection: &impl ConnectionTrait) -> Result<(), StoreError> {
    columns::<Actor>(connection).await?;
    columns::<ContactPerson>(connection).await?;
    let mut page_request = PageRequest::first(rows::CHUNK as u32);
    loop {
        let page = proposals::page(connection, ProposalFilter::default(), &page_request).await?;
        for (id, Proposal { account, .. }) in &page.items {
            let sql = "UPDATE proposal SET account_id = $2 WHERE id = $1";
            rows::run(connection, DOING, sql, [(*id).into(), account.map(AccountId::uuid).into()]).await?;
        }
        match page.items.last() {
            Some((last, _)) => page_request.after = Some(*last),
            None => return Ok(()),
        }
    }
}

/// Works out what actors are found by, and the columns they are listed by with it.
pub(crate) async fn actor_keys(connection: &impl ConnectionTrait) -> Result<(), StoreError> {
    columns::<Actor>(connection).await
}

async fn columns<E: Stored>(connection: &impl ConnectionTrait) -> Result<(), StoreError> {
    let select = format!("SELECT {} FROM {} t WHERE t.id > $1 ORDER BY t.id LIMIT $2", rows::COLUMNS, E::TABLE);
    let set: Vec<String> = (2..).zip(E::COLUMNS).map(|(at, column)| format!("{column} = ${at}")).collect();
    let update = format!("UPDATE {} SET {} WHERE id = $1", E::TABLE, set.join(", "));
    let mut last = Uuid::nil();
    loop {
        let page = rows::all(connection, DOING, select.as_str(), [last.into(), (rows::CHUNK as i64).into()]).await?;
        let records = page.iter().map(rows::record::<E>).collect::<Result<Vec<Record<E>>, _>>()?;
        let Some(newest) = records.last() else { return Ok(()) };
        last = newest.id.into();
        for record in &records {
            rows::select_dynamic(connection, DOING, &update, [record.id.into().into()], &record.data.values()).await?;
        }
        put_keys(connection, Vec::new(), records.iter().map(|record| (record.id.into(), &record.data))).await?;
    }
}

/// Writes the keys of entities; `changed` are those that had keys before.
pub(crate) async fn put_keys<'a, E: Stored>(
    connection: &impl ConnectionTrait,
    changed: Vec<Uuid>,
    all: impl Iterator<Item = (Uuid, &'a E)>,
) -> Result<(), StoreError> {
    let Some((table, owner)) = E::KEYS else { return Ok(()) };
    let doing = while_doing("writing keys");
    if !changed.is_empty() {
        let mut delete = Query::delete();
        delete.from_table(Alias::new(table)).and_where(Expr::col(Alias::new(owner)).is_in(changed));
        connection.execute(&delete).await.map_err(&doing)?;
    }
    let pairs: Vec<(Uuid, BTreeSet<String>)> = all.map(|(id, data)| (id, data.keys())).collect();
    let pairs: Vec<(&str, Uuid)> =
        pairs.iter().flat_map(|(id, keys)| keys.iter().map(|key| (key.as_str(), *id))).collect();
    for chunk in pairs.chunks(rows::CHUNK) {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(table)).columns([Alias::new("key"), Alias::new(owner)]);
        for (key, id) in chunk {
            insert.values_panic::<[Expr; 2]>([(*key).into(), (*id).into()]);
        }
        connection.execute(&insert).await.map_err(&doing)?;
    }
    Ok(())
}
