//! Pairs of actors that staff know not to be partners, although much speaks for it.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0019_dismissed_partners"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(dismissed_partners()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("dismissed_partner").to_owned()).await
    }
}

/// The smaller id stands first.
fn dismissed_partners() -> TableCreateStatement {
    Table::create()
        .table("dismissed_partner")
        .col(ColumnDef::new("first_actor").uuid().not_null())
        .col(ColumnDef::new("second_actor").uuid().not_null())
        .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
        .primary_key(Index::create().col("first_actor").col("second_actor"))
        .foreign_key(&mut actor("first_actor"))
        .foreign_key(&mut actor("second_actor"))
        .to_owned()
}

fn actor(column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("dismissed_partner_{column}_fkey"))
        .from("dismissed_partner", column)
        .to("actor", "id")
        .to_owned()
}
