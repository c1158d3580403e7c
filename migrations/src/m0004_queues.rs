//! What staff work through, page by page: indexes in the order of their lists, the columns these
//! need, and the keys by which entries for one actor find each other.
//!
//! What the new columns and keys hold of entries that are there already is worked out by the store,
//! which can read their bodies, in the transaction of this migration.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_queues"
    }
}

/// Table, columns of the index.
const INDEXES: &[(&str, &[&str])] = &[
    ("actor", &["status", "sequence"]),
    ("actor", &["status", "verified_day", "id"]),
    ("offer", &["status", "sequence"]),
    ("event", &["status", "sequence"]),
    ("project", &["status", "sequence"]),
    ("cooperation_link", &["status", "sequence"]),
    ("contact_person", &["review_day", "id"]),
    ("proposal", &["account_id", "id"]),
    ("change", &["account_id", "sequence"]),
    ("account_event", &["account_id", "id"]),
    ("actor_key", &["actor_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        manager.create_table(actor_key()).await?;
        for (table, columns) in INDEXES {
            let mut index = Index::create().name(format!("{table}_{}", columns.join("_"))).table(*table).to_owned();
            for column in *columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in INDEXES {
            let name = format!("{table}_{}", columns.join("_"));
            manager.drop_index(Index::drop().name(name).table(*table).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("actor_key").to_owned()).await?;
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).drop_column(column.get_column_name()).to_owned()).await?;
        }
        Ok(())
    }
}

/// Columns that are added, by table.
fn columns() -> [(&'static str, ColumnDef); 4] {
    [
        ("actor", ColumnDef::new("kind").string_len(60).not_null().default("").to_owned()),
        // Counted from the year 1; 0, before every day, for an entry that nobody has verified.
        ("actor", ColumnDef::new("verified_day").integer().not_null().default(0).to_owned()),
        // Counted from the year 1; the greatest number, behind every day, where none is due.
        ("contact_person", ColumnDef::new("review_day").integer().not_null().default(i32::MAX).to_owned()),
        ("proposal", ColumnDef::new("account_id").uuid().null().to_owned()),
    ]
}

/// What of an actor others may share who are the same: its e-mail address, how its name begins, …
fn actor_key() -> TableCreateStatement {
    Table::create()
        .table("actor_key")
        .col(ColumnDef::new("key").string_len(400).not_null())
        .col(ColumnDef::new("actor_id").uuid().not_null())
        .primary_key(Index::create().col("key").col("actor_id"))
        .foreign_key(
            ForeignKey::create().name("actor_key_actor_id_fkey").from("actor_key", "actor_id").to("actor", "id"),
        )
        .to_owned()
}
