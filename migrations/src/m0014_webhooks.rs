//! How far each webhook has been told of the changes, and when it is tried again.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0014_webhooks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("webhook_delivery")
            // The SHA-256 of the address: a key of one length, and no address of a partner.
            .col(column("webhook").string_len(64).not_null().primary_key())
            // The last change that the receiver has taken.
            .col(column("sequence").big_integer().not_null())
            // How often in a row it has not taken what came next.
            .col(column("failures").integer().not_null())
            // Not tried before.
            .col(column("due_at").timestamp_with_time_zone().not_null())
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("webhook_delivery").to_owned()).await
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}
