//! Which node does the work of a background task that must be done once.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0020_task_leases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("task_lease")
            .col(ColumnDef::new("task").string_len(40).not_null().primary_key())
            // The process that does the work.
            .col(ColumnDef::new("owner").uuid().not_null())
            // How often the work has gone from one process to another.
            .col(ColumnDef::new("term").big_integer().not_null())
            // Milliseconds since 1970 by the clock of the database, which is one for all nodes.
            .col(ColumnDef::new("until").big_integer().not_null())
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("task_lease").to_owned()).await
    }
}
