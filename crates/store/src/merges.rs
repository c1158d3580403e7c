//! Merges of actors, kept so that they can be undone, and pairs that are known to be two.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{AccountId, ActorId, Record, Slug, record::EntityKind, vocabulary::Role};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows, stored::Stored};

/// One actor merged into another. Holds ids and version numbers only: what the entries said stands in
/// their revisions, so that erasing a person there erases it here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// Its id.
    pub id: Uuid,
    /// Who stayed.
    pub survivor: ActorId,
    /// Who was merged into it.
    pub loser: ActorId,
    /// When.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// When it was undone, if it was.
    pub undone_at: Option<DateTime<Utc>>,
    /// Every entry it changed, both actors included.
    pub moved: Vec<Moved>,
    /// The open proposals it moved from the loser to the survivor.
    pub proposals: Vec<Uuid>,
    /// The accounts that speak for the survivor since, as they did for the loser.
    #[serde(default)]
    pub members: Vec<AccountId>,
}

/// An entry that a merge changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// What kind, by the store's word.
    pub kind: String,
    /// Which one.
    pub id: Uuid,
    /// Its version before the merge.
    pub before: u32,
    /// Its version that the merge wrote.
    pub after: u32,
}

impl Store {
    /// A merge by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn merge(&self, id: Uuid) -> Result<Option<Merge>, StoreError> {
        by_id(&self.reader(), id).await
    }

    /// Every merge that some actors took part in, as survivor or loser, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn merges_of(&self, actors: &[ActorId]) -> Result<Vec<Merge>, StoreError> {
        let mut merges = BTreeMap::new();
        for chunk in actors.chunks(rows::CHUNK) {
            for side in ["survivor", "loser"] {
                let select = format!("SELECT body FROM actor_merge WHERE {side}");
                let values = chunk.iter().map(|actor| actor.uuid().into());
                for row in rows::all_in(&self.reader(), "reading merges", &select, values).await? {
                    let merge: Merge = rows::json(&row, "body", "merge")?;
                    merges.insert(merge.id, merge);
                }
            }
        }
        Ok(merges.into_values().collect())
    }

    /// The newest merges, the latest first, at most so many.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn newest_merges(&self, most: u16) -> Result<Vec<Merge>, StoreError> {
        let sql = "SELECT body FROM actor_merge ORDER BY id DESC LIMIT $1";
        let found = rows::all(&self.reader(), "reading the newest merges", sql, [i64::from(most).into()]).await?;
        found.iter().map(|row| rows::json(row, "body", "merge")).collect()
    }

    /// The pairs of actors that look alike and are known to be two, smaller id first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn distinct_pairs(&self) -> Result<HashSet<(ActorId, ActorId)>, StoreError> {
        let sql = "SELECT first_actor, second_actor FROM distinct_pair";
        let found = rows::all(&self.reader(), "reading distinct pairs", sql, []).await?;
        let actor = |row, column| rows::get::<Uuid>(row, column).map(ActorId::from);
        found.iter().map(|row| Ok((actor(row, "first_actor")?, actor(row, "second_actor")?))).collect()
    }
}

impl Writer {
    /// As [`Store::merge`], with what this writer has written.
    ///
    /// # Errors
    /// As [`Store::merge`].
    pub async fn merge(&self, id: Uuid) -> Result<Option<Merge>, StoreError> {
        by_id(&self.transaction, id).await
    }

    /// Every merge an actor took part in, as survivor or loser, oldest first, with what this writer has written.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn merges_of(&self, actor: ActorId) -> Result<Vec<Merge>, StoreError> {
        of_actor(&self.transaction, actor).await
    }

    /// Writes a merge as it stands now.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnwritableRow`].
    pub async fn save_merge(&mut self, merge: &Merge) -> Result<(), StoreError> {
        let body = rows::to_json("merge", merge)?;
        let sql = format!(
            "INSERT INTO actor_merge (id, survivor, loser, body) VALUES ($1, $2, $3, {}) \
             ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            rows::json_value(&self.transaction, "$4")
        );
        let values = [merge.id.into(), merge.survivor.uuid().into(), merge.loser.uuid().into(), body.into()];
        rows::run(&self.transaction, "writing a merge", sql, values).await
    }

    /// Lets everybody who speaks for one actor speak for another too; returns who did not before.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn add_members(&mut self, from: ActorId, to: ActorId) -> Result<Vec<AccountId>, StoreError> {
        let sql = "SELECT account_id FROM account_actor WHERE actor_id = $1 AND account_id NOT IN \
                   (SELECT account_id FROM account_actor WHERE actor_id = $2) ORDER BY account_id";
        let values = [from.uuid().into(), to.uuid().into()];
        let mut added = Vec::new();
        for row in rows::all(&self.transaction, "looking for members", sql, values).await? {
            let account: Uuid = rows::get(&row, "account_id")?;
            let sql = "INSERT INTO account_actor (account_id, actor_id) VALUES ($1, $2)";
            rows::run(&self.transaction, "adding a member", sql, [account.into(), to.uuid().into()]).await?;
            added.push(account.into());
        }
        Ok(added)
    }

    /// Accounts no longer speak for an actor.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn remove_members(&mut self, accounts: &[AccountId], actor: ActorId) -> Result<(), StoreError> {
        for account in accounts {
            let sql = "DELETE FROM account_actor WHERE account_id = $1 AND actor_id = $2";
            let values = [account.uuid().into(), actor.uuid().into()];
            rows::run(&self.transaction, "removing a member", sql, values).await?;
        }
        Ok(())
    }

    /// Remembers that two actors are two, however alike they look.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn keep_apart(&mut self, one: ActorId, other: ActorId) -> Result<(), StoreError> {
        let sql = "INSERT INTO distinct_pair (first_actor, second_actor, at, role) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT DO NOTHING";
        let (first, second) = (one.min(other), one.max(other));
        let values = [first.uuid().into(), second.uuid().into(), self.at.into(), self.author.role.slug().into()];
        rows::run(&self.transaction, "writing a distinct pair", sql, values).await
    }

    /// Writes the next version of an entity with exactly the slugs it names. Those it names no longer
    /// are free for whoever is written next: the one way in which a slug comes to lead to another
    /// entity, for merging two into one and for undoing that.
    ///
    /// # Errors
    /// As [`Writer::put`].
    pub async fn put_with_slugs<E: Stored>(&mut self, record: &Record<E>) -> Result<Option<u64>, StoreError> {
        if let (Some(slugs), Some((slug, former))) = (E::SLUGS, record.data.slugs()) {
            let named: Vec<&Slug> = [slug].into_iter().chain(former).collect();
            let sql = format!("SELECT slug FROM {} WHERE {} = $1", slugs.table, slugs.owner);
            for row in rows::all(&self.transaction, "looking for slugs", sql, [record.id.into().into()]).await? {
                let stored: String = rows::get(&row, "slug")?;
                if !named.iter().any(|slug| slug.as_str() == stored) {
                    let sql = format!("DELETE FROM {} WHERE slug = $1", slugs.table);
                    rows::run(&self.transaction, "freeing a slug", sql, [stored.into()]).await?;
                }
            }
        }
        self.put_as_named(record).await
    }
}

async fn by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Merge>, StoreError> {
    let sql = "SELECT body FROM actor_merge WHERE id = $1";
    let found = rows::all(connection, "reading a merge", sql, [id.into()]).await?;
    found.first().map(|row| rows::json(row, "body", "merge")).transpose()
}

async fn of_actor(connection: &impl ConnectionTrait, actor: ActorId) -> Result<Vec<Merge>, StoreError> {
    let sql = "SELECT body FROM actor_merge WHERE survivor = $1 OR loser = $1 ORDER BY id";
    let found = rows::all(connection, "reading merges", sql, [actor.uuid().into()]).await?;
    found.iter().map(|row| rows::json(row, "body", "merge")).collect()
}

impl Moved {
    /// The kind of entry; `None` for a word that no version of the program has written.
    pub fn kind(&self) -> Option<EntityKind> {
        EntityKind::from_slug(&self.kind)
    }
}
