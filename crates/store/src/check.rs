//! The store looking at itself: whether what it promises holds in the database it has.

use std::{collections::HashSet, fmt};

use domain::{
    Gazetteer, Record, Violations,
    record::{EntityKind, EntityRef},
};
use futures_util::TryStreamExt;
use sea_orm::DbBackend;
use uuid::Uuid;

use crate::{
    Store, StoreError, rows,
    stored::{Stored, for_kind, table_of},
};

/// So many damages of a file are told.
const DAMAGES: u32 = 20;

/// Something in the database is not as the store would have left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which entity, where it is about one.
    pub entity: Option<EntityRef>,
    /// What is wrong.
    pub problem: Trouble,
}

/// What can be wrong with a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The numbers of the change log do not run from 1 to its length.
    GapsInTheLog {
        /// How many entries there are.
        entries: u64,
        /// The highest number.
        highest: u64,
    },
    /// The row is not the entity's newest revision.
    NotTheNewestRevision,
    /// The entity cannot be read back.
    Unreadable,
    /// The entity breaks its own rules.
    Invalid(Violations),
    /// A published contact has no consent.
    NoConsent,
    /// The row says public where the entity is not, or the other way round.
    WronglyMarked,
    /// A field names something that does not exist.
    LeadsNowhere {
        /// The field.
        field: String,
    },
    /// A slug leads to another entity or to none.
    SlugAstray {
        /// The slug.
        slug: String,
    },
    /// The database's own check of its file found something.
    DamagedFile {
        /// What, in the database's own words.
        what: String,
    },
    /// The database's own check of its foreign keys found something.
    ForeignKey {
        /// In which table.
        table: String,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(entity) = self.entity {
            write!(f, "{} {}: ", entity.kind.slug(), entity.id)?;
        }
        match &self.problem {
            Trouble::GapsInTheLog { entries, highest } => {
                write!(f, "the change log has {entries} entries, the highest number is {highest}")
            }
            Trouble::NotTheNewestRevision => f.write_str("is not the newest of its revisions"),
            Trouble::Unreadable => f.write_str("cannot be read"),
            Trouble::Invalid(violations) => violations.fmt(f),
            Trouble::NoConsent => f.write_str("is shown to others without a consent"),
            Trouble::WronglyMarked => f.write_str("is marked public and is not, or the other way round"),
            Trouble::LeadsNowhere { field } => write!(f, "{field} names something that does not exist"),
            Trouble::SlugAstray { slug } => write!(f, "the slug {slug:?} does not lead here"),
            Trouble::DamagedFile { what } => write!(f, "the database file is damaged: {what}"),
            Trouble::ForeignKey { table } => write!(f, "a row of the table {table} refers to nothing"),
        }
    }
}

impl Store {
    /// Checks the whole database; an empty list means that everything is as it should be. Takes as
    /// long as reading everything once.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the database cannot be asked.
    pub async fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        self.check_file(&mut findings).await?;
        self.check_log(&mut findings).await?;
        self.check_foreign_keys(&mut findings).await?;
        let mut existing: HashSet<EntityRef> = HashSet::new();
        for kind in EntityKind::ALL {
            let sql = format!("SELECT id FROM {}", table_of(*kind));
            for row in rows::all(&self.reader(), "checking", sql, []).await? {
                existing.insert(EntityRef { kind: *kind, id: rows::get(&row, "id")? });
            }
        }
        for kind in EntityKind::ALL {
            for_kind!(*kind, E => {
                self.check_revisions::<E>(&mut findings).await?;
                self.check_entities::<E>(&existing, &mut findings).await?;
            });
        }
        Ok(findings)
    }

    /// SQLite's own look at every page of its file.
    async fn check_file(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        if self.backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let sql = format!("PRAGMA integrity_check({DAMAGES})");
        match rows::all(&self.reader(), "checking", sql, []).await {
            Ok(found) => {
                for row in &found {
                    let what: String = rows::get(row, "integrity_check")?;
                    if what != "ok" {
                        findings.push(Finding { entity: None, problem: Trouble::DamagedFile { what } });
                    }
                }
            }
            // Where even looking fails, the damage is what it says.
            Err(error) => {
                let what = domain::ErrorChain(&error).to_string();
                findings.push(Finding { entity: None, problem: Trouble::DamagedFile { what } });
            }
        }
        Ok(())
    }

    async fn check_log(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let sql = "SELECT count(*) AS entries, coalesce(max(sequence), 0) AS highest, \
                   coalesce(min(sequence), 1) AS lowest FROM change";
        for row in rows::all(&self.reader(), "checking", sql, []).await? {
            let (entries, highest) = (rows::sequence(&row, "entries")?, rows::sequence(&row, "highest")?);
            if entries != highest || rows::get::<i64>(&row, "lowest")? != 1 {
                findings.push(Finding { entity: None, problem: Trouble::GapsInTheLog { entries, highest } });
            }
        }
        Ok(())
    }

    /// PostgreSQL cannot hold a row that refers to nothing; SQLite can, if another program wrote it
    /// with the keys switched off.
    async fn check_foreign_keys(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        if self.backend() == DbBackend::Sqlite {
            for row in rows::all(&self.reader(), "checking", "PRAGMA foreign_key_check", []).await? {
                let problem = Trouble::ForeignKey { table: rows::get(&row, "table")? };
                findings.push(Finding { entity: None, problem });
            }
        }
        Ok(())
    }

    async fn check_revisions<E: Stored>(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT t.id FROM {} t LEFT JOIN revision r ON r.entity = $1 AND r.entity_id = t.id AND r.version = t.version \
             LEFT JOIN change c ON c.sequence = r.sequence AND c.entity = $1 AND c.entity_id = t.id \
             WHERE c.sequence IS NULL OR c.sequence <> t.sequence \
             OR CAST(r.body AS TEXT) <> CAST(t.body AS TEXT) \
             OR EXISTS (SELECT 1 FROM revision n WHERE n.entity = $1 AND n.entity_id = t.id AND n.version > t.version)",
            E::TABLE
        );
        for row in rows::all(&self.reader(), "checking", sql, [E::KIND.slug().into()]).await? {
            let entity = EntityRef { kind: E::KIND, id: rows::get(&row, "id")? };
            findings.push(Finding { entity: Some(entity), problem: Trouble::NotTheNewestRevision });
        }
        Ok(())
    }

    async fn check_entities<E: Stored>(
        &self,
        existing: &HashSet<EntityRef>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let owners: std::collections::HashMap<_, E::Id> = self.slugs::<E>().await?;
        let sql = format!("SELECT {} FROM {} t WHERE t.id > $1 ORDER BY t.id LIMIT $2", rows::COLUMNS, E::TABLE);
        let transaction = self.read_transaction().await?;
        // What cannot be read is a finding here, not the end: so ids come with the outcome.
        let mut entities = crate::pages::read(|mut pages| async move {
            let decode = |row: &sea_orm::QueryResult| {
                let id: Uuid = rows::get(row, "id")?;
                let is_public: bool = rows::get(row, "is_public")?;
                Ok(Some((id, is_public, rows::record::<E>(row).ok())))
            };
            let result = crate::pages::by_key(&transaction, &mut pages, &sql, &[], decode).await;
            (pages, result)
        });
        while let Some((id, is_public, record)) = entities.try_next().await? {
            let entity = EntityRef { kind: E::KIND, id };
            let mut find = |problem| findings.push(Finding { entity: Some(entity), problem });
            let Some(record) = record else {
                find(Trouble::Unreadable);
                continue;
            };
            check_entity(&record, is_public, existing, &mut find);
            let (slug, former) = record.data.slugs().unzip();
            for slug in slug.into_iter().chain(former.into_iter().flatten()) {
                if owners.get(slug) != Some(&record.id) {
                    find(Trouble::SlugAstray { slug: slug.to_string() });
                }
            }
        }
        Ok(())
    }
}

fn check_entity<E: Stored>(
    record: &Record<E>,
    is_public: bool,
    existing: &HashSet<EntityRef>,
    find: &mut impl FnMut(Trouble),
) {
    let mut violations = record.data.check();
    violations
        .0
        .retain(|violation| !(E::KIND == EntityKind::Person && violation.problem == domain::rules::Problem::Required));
    if violations.0.iter().any(|violation| violation.problem == domain::rules::Problem::ConsentRequired) {
        find(Trouble::NoConsent);
    } else if !violations.is_empty() {
        find(Trouble::Invalid(violations));
    }
    if E::publish(record.clone(), &Gazetteer::default()).is_some() != is_public {
        find(Trouble::WronglyMarked);
    }
    for reference in record.data.references() {
        if !existing.contains(&EntityRef { kind: reference.kind, id: reference.id }) {
            find(Trouble::LeadsNowhere { field: reference.field });
        }
    }
}
