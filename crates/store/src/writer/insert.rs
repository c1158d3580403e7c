//! The statements that write a chunk: rows, slugs, members, log, revisions.

use domain::AccountId;
use sea_orm::{
    ConnectionTrait, DbBackend, StatementBuilder, Value,
    sea_query::{Alias, Expr, ExprTrait, OnConflict, Query},
};
use uuid::Uuid;

use super::{Accepted, Writer};
use crate::{
    StoreError, derive,
    error::while_doing,
    rows::{self, Visibility},
    stored::Stored,
};

const ROW: [&str; 7] = ["id", "version", "sequence", "is_public", "created_at", "updated_at", "body"];
const REVISION: [&str; 7] = ["entity", "entity_id", "version", "sequence", "created_at", "updated_at", "body"];
const CHANGE: [&str; 10] =
    ["sequence", "at", "entity", "entity_id", "version", "visibility", "role", "account_id", "note", "alters_past"];

impl Writer {
    pub(crate) async fn insert<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        if accepted.is_empty() {
            return Ok(());
        }
        let bodies = accepted
            .iter()
            .map(|change| serde_json::to_string(&change.record.data))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|source| StoreError::Unwritable { kind: E::KIND, source })?;
        self.insert_log(accepted).await?;
        self.insert_revisions(accepted, &bodies).await?;
        self.insert_rows(accepted, &bodies).await?;
        self.insert_slugs(accepted).await?;
        self.insert_keys(accepted).await?;
        self.insert_members(accepted).await
    }

    async fn insert_rows<E: Stored>(&self, accepted: &[Accepted<E>], bodies: &[String]) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(E::TABLE)).columns(ROW.iter().chain(E::COLUMNS).map(|name| Alias::new(*name)));
        let mut ordered: Vec<_> = accepted.iter().zip(bodies).collect();
        // Links that give a pair up come before those that take it: keys are checked row by row.
        ordered.sort_by_key(|(change, _)| change.record.data.open_pair().is_some());
        for (change, body) in ordered {
            let record = &change.record;
            let id: Uuid = record.id.into();
            let common: [Expr; 7] = [
                id.into(),
                version(record.version).into(),
                rows::number(change.sequence).into(),
                (change.visibility == Visibility::Public).into(),
                record.created_at.into(),
                record.updated_at.into(),
                self.json(body),
            ];
            insert.values_panic(common.into_iter().chain(record.data.values().into_iter().map(Expr::val)));
        }
        let changing = ROW.iter().chain(E::COLUMNS).filter(|name| !matches!(**name, "id" | "created_at"));
        insert.on_conflict(
            OnConflict::column(Alias::new("id")).update_columns(changing.map(|name| Alias::new(*name))).to_owned(),
        );
        self.run("writing entities", &insert).await
    }

    async fn insert_log<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert.into_table(Alias::new("change")).columns(CHANGE.map(Alias::new));
        for change in accepted {
            let id: Uuid = change.record.id.into();
            insert.values_panic::<[Expr; 10]>([
                rows::number(change.sequence).into(),
                self.at.into(),
                E::KIND.slug().into(),
                id.into(),
                version(change.record.version).into(),
                change.visibility.word().into(),
                self.author.role.slug().into(),
                Expr::val(Value::Uuid(self.author.account.map(AccountId::uuid))),
                Expr::val(Value::String(self.note_of(id))),
                change.alters_past.into(),
            ]);
        }
        self.run("writing the change log", &insert).await
    }

    /// What is noted with a change of an entity.
    fn note_of(&self, id: Uuid) -> Option<String> {
        match (&self.author.note, self.notes.get(&id)) {
            (Some(note), Some(own)) => Some(format!("{note}\n{own}")),
            (note, own) => own.or(note.as_ref()).cloned(),
        }
    }

    async fn insert_revisions<E: Stored>(&self, accepted: &[Accepted<E>], bodies: &[String]) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert.into_table(Alias::new("revision")).columns(REVISION.map(Alias::new));
        for (change, body) in accepted.iter().zip(bodies) {
            let id: Uuid = change.record.id.into();
            insert.values_panic::<[Expr; 7]>([
                E::KIND.slug().into(),
                id.into(),
                version(change.record.version).into(),
                rows::number(change.sequence).into(),
                change.record.created_at.into(),
                change.record.updated_at.into(),
                self.json(body),
            ]);
        }
        self.run("writing revisions", &insert).await
    }

    /// Slugs are only ever added: a former one leads to its owner for good.
    async fn insert_slugs<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let Some(slugs) = E::SLUGS else { return Ok(()) };
        let mut pairs = Vec::with_capacity(accepted.len());
        for change in accepted {
            let id: Uuid = change.record.id.into();
            let named = change.record.data.slugs();
            pairs.extend(
                named
                    .into_iter()
                    .flat_map(|(slug, former)| [slug].into_iter().chain(former).map(move |slug| (slug.as_str(), id))),
            );
        }
        for pairs in pairs.chunks(rows::CHUNK) {
            let mut insert = Query::insert();
            insert.into_table(Alias::new(slugs.table)).columns([Alias::new("slug"), Alias::new(slugs.owner)]);
            for (slug, owner) in pairs {
                insert.values_panic::<[Expr; 2]>([(*slug).into(), (*owner).into()]);
            }
            insert.on_conflict(OnConflict::column(Alias::new("slug")).do_nothing().to_owned());
            self.run("writing slugs", &insert).await?;
        }
        Ok(())
    }

    async fn insert_keys<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let changed = accepted.iter().filter(|change| !change.is_new).map(|change| change.record.id.into()).collect();
        let all = accepted.iter().map(|change| (change.record.id.into(), &change.record.data));
        derive::put_keys(&self.transaction, changed, all).await
    }

    async fn insert_members<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let Some((table, whole)) = E::MEMBERS else { return Ok(()) };
        let changed: Vec<Uuid> =
            accepted.iter().filter(|change| !change.is_new).map(|change| change.record.id.into()).collect();
        if !changed.is_empty() {
            let mut delete = Query::delete();
            delete.from_table(Alias::new(table)).and_where(Expr::col(Alias::new(whole)).is_in(changed));
            self.run("writing participants", &delete).await?;
        }
        let mut members: Vec<[Expr; 3]> = Vec::with_capacity(accepted.len());
        for change in accepted {
            let id: Uuid = change.record.id.into();
            for (position, actor) in (0_i32..).zip(change.record.data.members()) {
                members.push([id.into(), position.into(), actor.uuid().into()]);
            }
        }
        for members in members.chunks(rows::CHUNK) {
            let mut insert = Query::insert();
            let columns = [whole, "position", "actor_id"];
            insert.into_table(Alias::new(table)).columns(columns.map(Alias::new));
            for member in members {
                insert.values_panic(member.clone());
            }
            self.run("writing participants", &insert).await?;
        }
        Ok(())
    }

    fn json(&self, text: &str) -> Expr {
        match self.transaction.get_database_backend() {
            DbBackend::Postgres => Expr::val(text).cast_as("json"),
            _ => Expr::val(text),
        }
    }

    async fn run(&self, doing: &'static str, statement: &impl StatementBuilder) -> Result<(), StoreError> {
        self.transaction.execute(statement).await.map_err(while_doing(doing))?;
        Ok(())
    }
}

fn version(version: u32) -> i32 {
    i32::try_from(version).unwrap_or(i32::MAX)
}
