//! Curation: proposals that wait for a review, merges that can be undone, pairs known to be two.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_curation"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [proposals(), merges(), distinct_pairs()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in
            [("proposal", &["status", "id"][..]), ("proposal", &["entity", "entity_id"]), ("actor_merge", &["loser"])]
        {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["distinct_pair", "actor_merge", "proposal"] {
            manager.drop_table(Table::drop().table(Alias::new(table)).to_owned()).await?;
        }
        Ok(())
    }
}

/// The entity has no foreign key: it may be of any kind, and is none yet when it is proposed anew.
fn proposals() -> TableCreateStatement {
    Table::create()
        .table(Alias::new("proposal"))
        .col(column("id").uuid().not_null().primary_key())
        .col(column("entity").string_len(20).not_null())
        .col(column("entity_id").uuid().null())
        .col(column("status").string_len(20).not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("body").json().not_null())
        .to_owned()
}

fn merges() -> TableCreateStatement {
    Table::create()
        .table(Alias::new("actor_merge"))
        .col(column("id").uuid().not_null().primary_key())
        .col(column("survivor").uuid().not_null())
        .col(column("loser").uuid().not_null())
        .col(column("body").json().not_null())
        .foreign_key(&mut actor("actor_merge", "survivor"))
        .foreign_key(&mut actor("actor_merge", "loser"))
        .to_owned()
}

/// Two actors that look alike and are not; the smaller id stands first.
fn distinct_pairs() -> TableCreateStatement {
    Table::create()
        .table(Alias::new("distinct_pair"))
        .col(column("first_actor").uuid().not_null())
        .col(column("second_actor").uuid().not_null())
        .col(column("at").timestamp_with_time_zone().not_null())
        .col(column("role").string_len(20).not_null())
        .primary_key(Index::create().col("first_actor").col("second_actor"))
        .foreign_key(&mut actor("distinct_pair", "first_actor"))
        .foreign_key(&mut actor("distinct_pair", "second_actor"))
        .to_owned()
}

fn column(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

fn actor(table: &str, column: &str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fkey"))
        .from(Alias::new(table), Alias::new(column))
        .to(Alias::new("actor"), Alias::new("id"))
        .to_owned()
}

fn index(table: &str, columns: &[&str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(Alias::new(table));
    for column in columns {
        index.col(Alias::new(*column));
    }
    index
}
