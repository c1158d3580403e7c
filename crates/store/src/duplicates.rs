//! Actors that share a key: candidates for being one (see `domain::likeness`).

use std::collections::BTreeSet;

use domain::ActorId;
use uuid::Uuid;

use crate::{Store, StoreError, rows};

const DOING: &str = "looking for shared keys";

impl Store {
    /// The actors under any of these keys, leaving out keys that more than `most` share.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn actors_sharing(&self, keys: &BTreeSet<String>, most: usize) -> Result<BTreeSet<ActorId>, StoreError> {
        let mut found = BTreeSet::new();
        for key in keys {
            let sql = "SELECT actor_id FROM actor_key WHERE key = $1 LIMIT $2";
            let values = [key.as_str().into(), (most as i64 + 1).into()];
            let under = rows::all(&self.reader(), DOING, sql, values).await?;
            if under.len() <= most {
                for row in &under {
                    found.insert(rows::get::<Uuid>(row, "actor_id")?.into());
                }
            }
        }
        Ok(found)
    }

    /// The keys that two to `most` actors share, in their order, from one on, that one included: at
    /// most `limit` of them, each with the actors under it.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn shared_keys(
        &self,
        from: Option<&str>,
        most: usize,
        limit: usize,
    ) -> Result<Vec<(String, Vec<ActorId>)>, StoreError> {
        let sql = "SELECT key FROM actor_key WHERE key >= $1 GROUP BY key HAVING count(*) BETWEEN 2 AND $2 \
                   ORDER BY key LIMIT $3";
        let values = [from.unwrap_or_default().into(), (most as i64).into(), (limit as i64).into()];
        let mut shared = Vec::new();
        for row in rows::all(&self.reader(), DOING, sql, values).await? {
            shared.push((rows::get::<String>(&row, "key")?, Vec::new()));
        }
        for chunk in shared.chunks_mut(rows::CHUNK) {
            let keys = chunk.iter().map(|(key, _)| key.as_str().into());
            let select = "SELECT key, actor_id FROM actor_key WHERE key";
            let mut found: Vec<(String, Uuid)> = Vec::new();
            for row in rows::all_in(&self.reader(), DOING, select, keys).await? {
                found.push((rows::get(&row, "key")?, rows::get(&row, "actor_id")?));
            }
            found.sort_unstable();
            for (key, actors) in chunk {
                let start = found.partition_point(|(other, _)| *other < *key);
                let under = found.iter().skip(start).take_while(|(other, _)| other == key);
                actors.extend(under.map(|(_, actor)| ActorId::from_uuid(*actor)));
            }
        }
        Ok(shared)
    }

    /// Which of these keys more than `most` actors share.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn crowded_keys(&self, keys: &[String], most: usize) -> Result<BTreeSet<String>, StoreError> {
        let mut crowded = BTreeSet::new();
        for key in keys {
            let sql = "SELECT count(*) AS count FROM (SELECT 1 FROM actor_key WHERE key = $1 LIMIT $2) AS few";
            let values = [key.as_str().into(), (most as i64 + 1).into()];
            let counted = rows::all(&self.reader(), DOING, sql, values).await?;
            if counted.first().map_or(Ok(0), |row| rows::get::<i64>(row, "count"))? > most as i64 {
                crowded.insert(key.clone());
            }
        }
        Ok(crowded)
    }
}
