//! Reminders: which mails asked whether an entry is still true, and the keys that sign their links.
//!
//! No address is kept here: a reminder knows the entry and, where it went to a person, which one.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_reminders"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(reminder()).await?;
        manager.create_table(signing_key()).await?;
        let index = Index::create().name("reminder_actor_id").table("reminder").col("actor_id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["signing_key", "reminder"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn reminder() -> TableCreateStatement {
    Table::create()
        .table("reminder")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("actor_id").uuid().not_null())
        // The version of the entry that was asked about.
        .col(column("version").integer().not_null())
        // Null where it went to the address of the function.
        .col(column("person_id").uuid().null())
        .col(column("language").string_len(16).not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("expires_at").timestamp_with_time_zone().not_null())
        .col(column("state").string_len(20).not_null())
        .col(column("answer").string_len(20).null())
        .col(column("answered_at").timestamp_with_time_zone().null())
        .foreign_key(&mut references("reminder", "actor_id", "actor"))
        .foreign_key(&mut references("reminder", "person_id", "contact_person"))
        .to_owned()
}

/// Keys of 256 random bits, in hexadecimal. Whoever reads one can make links that are taken for ours.
fn signing_key() -> TableCreateStatement {
    Table::create()
        .table("signing_key")
        .col(column("name").string_len(40).not_null().primary_key())
        .col(column("key").string_len(64).not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .to_owned()
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}

fn references(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(target, "id").to_owned()
}
