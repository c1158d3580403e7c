//! Looking entities up by what they name, for whoever reads and, in one state of the database with
//! what is being written, for whoever writes.

use std::collections::{HashMap, HashSet};

use domain::{
    Actor, ActorId, ContactPerson, Record, Violations,
    record::{EntityKind, EntityRef},
    rules::Problem,
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    Store, StoreError, Writer, rows,
    stored::{Stored, table_of},
};

impl Store {
    /// Everything of a kind that belongs to an actor or names it as one side: its offers, events,
    /// projects, links, contact persons; by id. Empty for districts and themes.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn of_actor<E: Stored>(&self, actor: ActorId) -> Result<Vec<Record<E>>, StoreError> {
        of_actor(&self.reader(), actor).await
    }

    /// Every entity that was written after a place in the change log.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn touched_after(&self, sequence: u64) -> Result<HashSet<EntityRef>, StoreError> {
        let sql = "SELECT entity, entity_id FROM revision WHERE sequence > $1";
        let after = i64::try_from(sequence).unwrap_or(i64::MAX);
        let found = rows::all(&self.reader(), "looking for later changes", sql, [after.into()]).await?;
        found.iter().map(rows::entity).collect()
    }

    /// Whether a slug was that of a public actor which is archived now. What the public never saw here, the entry
    /// or this slug of it, does not exist for the public.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn was_withdrawn(&self, slug: &str) -> Result<bool, StoreError> {
        let sql = format!(
            "SELECT {} FROM actor_slug s JOIN actor a ON a.id = s.actor_id \
             JOIN change c ON c.entity = 'actor' AND c.entity_id = a.id AND c.visibility = 'public' \
             JOIN revision r ON r.sequence = c.sequence WHERE s.slug = $1 AND a.status = 'archived'",
            rows::REVISION_COLUMNS
        );
        let found = rows::all(&self.reader(), "looking for an archived entry", sql, [slug.into()]).await?;
        for row in &found {
            let Actor { slug: public, former_slugs, .. } = rows::record::<Actor>(row)?.data;
            if public.as_str() == slug || former_slugs.iter().any(|former| former.as_str() == slug) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether an offer, event or project was public, with an actor that still is, and is archived now.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn was_activity_withdrawn(&self, entity: EntityRef) -> Result<bool, StoreError> {
        let owners = match entity.kind {
            EntityKind::Offer => ("offer", "t.actor_id IN (SELECT a.id FROM actor a WHERE a.is_public)"),
            EntityKind::Event => (
                "event",
                "t.id IN (SELECT m.event_id FROM event_host m JOIN actor a ON a.id = m.actor_id WHERE a.is_public)",
            ),
            EntityKind::Project => (
                "project",
                "t.id IN (SELECT m.project_id FROM project_actor m JOIN actor a ON a.id = m.actor_id WHERE a.is_public)",
            ),
            _ => return Ok(false),
        };
        let (table, owned) = owners;
        let sql = format!(
            "SELECT t.id FROM {table} t WHERE t.id = $1 AND t.status = 'archived' AND {owned} AND EXISTS \
             (SELECT 1 FROM change c WHERE c.entity = '{table}' AND c.entity_id = t.id AND c.visibility = 'public')"
        );
        let found = rows::all(&self.reader(), "looking for an archived entry", &sql, [entity.id.into()]).await?;
        Ok(!found.is_empty())
    }

    /// One stored version of an entity; `None` when there is no such version.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn version<E: Stored>(&self, id: E::Id, version: u32) -> Result<Option<Record<E>>, StoreError> {
        version_of(&self.reader(), id, version).await
    }

    /// Stored versions of entities, by entity and number; what there is not is left out.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn versions<E: Stored>(
        &self,
        versions: &[(E::Id, u32)],
    ) -> Result<HashMap<(E::Id, u32), Record<E>>, StoreError> {
        let mut records = HashMap::with_capacity(versions.len());
        for chunk in versions.chunks(rows::CHUNK) {
            let mut values = vec![E::KIND.slug().into()];
            let mut pairs = Vec::with_capacity(chunk.len());
            for (id, version) in chunk {
                pairs.push(format!("(${}, ${})", values.len() + 1, values.len() + 2));
                values.push((*id).into().into());
                values.push(i32::try_from(*version).unwrap_or(i32::MAX).into());
            }
            let sql = format!(
                "SELECT {} FROM revision r WHERE r.entity = $1 AND (r.entity_id, r.version) IN (VALUES {})",
                rows::REVISION_COLUMNS,
                pairs.join(", ")
            );
            for row in rows::select_dynamic(&self.reader(), "reading the history", &sql, [], &values).await? {
                let record: Record<E> = rows::record(&row)?;
                records.insert((record.id, record.version), record);
            }
        }
        Ok(records)
    }

    /// The contact persons of some actors, by id.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn contact_persons_of(&self, actors: &[ActorId]) -> Result<Vec<Record<ContactPerson>>, StoreError> {
        let select = format!("SELECT {} FROM contact_person t WHERE t.actor_id", rows::COLUMNS);
        let mut persons = Vec::new();
        for chunk in actors.chunks(rows::CHUNK) {
            let values = chunk.iter().map(|actor| actor.uuid().into());
            for row in rows::all_in(&self.reader(), "reading contact persons", &select, values).await? {
                persons.push(rows::record(&row)?);
            }
        }
        persons.sort_by_key(|person: &Record<ContactPerson>| person.id);
        Ok(persons)
    }
}

impl Writer {
    /// An entity as it stands now, this writer's changes included; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn get<E: Stored>(&self, id: E::Id) -> Result<Option<Record<E>>, StoreError> {
        let found = rows::by_ids::<E>(&self.transaction, &[id.into()]).await?;
        found.first().map(rows::record).transpose()
    }

    /// As [`Store::version`].
    ///
    /// # Errors
    /// As [`Store::version`].
    pub async fn version<E: Stored>(&self, id: E::Id, version: u32) -> Result<Option<Record<E>>, StoreError> {
        version_of(&self.transaction, id, version).await
    }

    /// Every entity and version that was written at the same time as one version of an entity: by the
    /// same command, and, where the clock stood still, perhaps by others.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn written_with(
        &self,
        kind: EntityKind,
        id: Uuid,
        version: u32,
    ) -> Result<Vec<(EntityRef, u32)>, StoreError> {
        let sql = "SELECT n.entity, n.entity_id, n.version FROM change c JOIN change n ON n.at = c.at \
                   WHERE c.entity = $1 AND c.entity_id = $2 AND c.version = $3 ORDER BY n.sequence";
        let version = i32::try_from(version).unwrap_or(i32::MAX);
        let values = [kind.slug().into(), id.into(), version.into()];
        let found = rows::all(&self.transaction, "looking for what was written together", sql, values).await?;
        let entry = |row| Ok((rows::entity(row)?, rows::version(row, "version")?));
        found.iter().map(entry).collect()
    }

    /// As [`Store::of_actor`].
    ///
    /// # Errors
    /// As [`Store::of_actor`].
    pub async fn of_actor<E: Stored>(&self, actor: ActorId) -> Result<Vec<Record<E>>, StoreError> {
        of_actor(&self.transaction, actor).await
    }

    /// Which entity a slug leads to, of those that have slugs.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn owner_of(&self, kind: EntityKind, slug: &str) -> Result<Option<Uuid>, StoreError> {
        let Some(slugs) = slugs_of(kind) else { return Ok(None) };
        let sql = format!("SELECT {} AS owner FROM {} WHERE slug = $1", slugs.owner, slugs.table);
        let found = rows::all(&self.transaction, "looking for a slug", sql, [slug.into()]).await?;
        found.first().map(|row| rows::get(row, "owner")).transpose()
    }

    /// Every entity of a kind whose data names an id; by id. Reads the whole table, so it is for what
    /// happens a few times a year.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn referrers<E: Stored>(&self, id: Uuid) -> Result<Vec<Record<E>>, StoreError> {
        let sql = format!(
            "SELECT {} FROM {} t WHERE CAST(t.body AS TEXT) LIKE $1 AND t.id <> $2 ORDER BY t.id",
            rows::COLUMNS,
            E::TABLE
        );
        let values = [format!("%\"{id}\"%").into(), id.into()];
        let found = rows::all(&self.transaction, "looking for references", sql, values).await?;
        let records = found.iter().map(rows::record::<E>).collect::<Result<Vec<_>, _>>()?;
        Ok(records.into_iter().filter(|record| record.data.references().iter().any(|one| one.id == id)).collect())
    }

    /// Everything that stands in the way of an entity saying this: its own rules, references that lead
    /// nowhere, slugs and pairs that are another's. [`Writer::put`] refuses for the first of these;
    /// here they come together.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn problems<E: Stored>(&self, id: E::Id, data: &E) -> Result<Violations, StoreError> {
        let mut violations = data.check();
        for reference in data.references() {
            let sql = format!("SELECT id FROM {} WHERE id = $1", table_of(reference.kind));
            if rows::all(&self.transaction, "looking for references", sql, [reference.id.into()]).await?.is_empty() {
                violations.add(reference.field, Problem::Unknown(reference.id.to_string()));
            }
        }
        if let Some((slug, _)) = data.slugs()
            && self.owner_of(E::KIND, slug.as_str()).await?.is_some_and(|owner| owner != id.into())
        {
            violations.add("slug", Problem::Taken(slug.to_string()));
        }
        if let Some(pair) = data.open_pair() {
            let sql = format!("SELECT id FROM {} WHERE open_pair = $1 AND id <> $2", E::TABLE);
            let values = [pair.into(), id.into().into()];
            for row in rows::all(&self.transaction, "looking for open links", sql, values).await? {
                violations.add("to", Problem::Taken(rows::get::<Uuid>(&row, "id")?.to_string()));
            }
        }
        Ok(violations)
    }
}

async fn of_actor<E: Stored>(connection: &impl ConnectionTrait, actor: ActorId) -> Result<Vec<Record<E>>, StoreError> {
    let condition = match (E::KIND, E::MEMBERS) {
        (EntityKind::Actor, _) => "t.id = $1".to_owned(),
        (EntityKind::Offer | EntityKind::Person, _) => "t.actor_id = $1".to_owned(),
        (EntityKind::Link, _) => "(t.from_actor = $1 OR t.to_actor = $1)".to_owned(),
        (_, Some((table, whole))) => format!("t.id IN (SELECT {whole} FROM {table} WHERE actor_id = $1)"),
        (_, None) => return Ok(Vec::new()),
    };
    let sql = format!("SELECT {} FROM {} t WHERE {condition} ORDER BY t.id", rows::COLUMNS, E::TABLE);
    let found = rows::all(connection, "reading what belongs to an actor", sql, [actor.uuid().into()]).await?;
    found.iter().map(rows::record).collect()
}

async fn version_of<E: Stored>(
    connection: &impl ConnectionTrait,
    id: E::Id,
    version: u32,
) -> Result<Option<Record<E>>, StoreError> {
    let sql = format!(
        "SELECT {} FROM revision r WHERE r.entity = $1 AND r.entity_id = $2 AND r.version = $3",
        rows::REVISION_COLUMNS
    );
    let version = i32::try_from(version).unwrap_or(i32::MAX);
    let values = [E::KIND.slug().into(), id.into().into(), version.into()];
    let found = rows::all(connection, "reading the history", sql, values).await?;
    found.first().map(rows::record).transpose()
}

const fn slugs_of(kind: EntityKind) -> Option<crate::SlugTable> {
    crate::stored::for_kind!(kind, E => <E as Stored>::SLUGS)
}
