//! Erasure that reaches the past and the files: which changes alter what may be told of the past, so
//! that whoever keeps a past directory knows when it is out of date; and whether erased values may
//! still stand in free pages.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbErr},
};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_erasure"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("alters_past").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("change").add_column(column).to_owned()).await?;
        manager.create_table(scrub()).await?;
        let connection = manager.get_connection();
        // A partial index, which the query builder cannot say and both databases understand.
        let index = "CREATE INDEX change_alters_past ON change (sequence) WHERE alters_past";
        connection.execute_unprepared(index).await?;
        // What was erased before this may stand in free pages; a new database has none.
        let row = "INSERT INTO scrub (id, wanted, rewritten, done) \
                   SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM change) THEN 1 ELSE 0 END, 0, 0";
        connection.execute_unprepared(row).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX change_alters_past").await?;
        manager.drop_table(Table::drop().table("scrub").to_owned()).await?;
        manager.alter_table(Table::alter().table("change").drop_column("alters_past").to_owned()).await
    }
}

/// One row: how often erased values had to leave the files, up to which time the tables have been
/// rewritten for it, and up to which it is done.
fn scrub() -> TableCreateStatement {
    Table::create()
        .table("scrub")
        .col(ColumnDef::new("id").integer().not_null().primary_key())
        .col(ColumnDef::new("wanted").big_integer().not_null())
        .col(ColumnDef::new("rewritten").big_integer().not_null())
        .col(ColumnDef::new("done").big_integer().not_null())
        .to_owned()
}
