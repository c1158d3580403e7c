//! OpenID Connect: which subject of which provider is which account.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_openid"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("openid_subject")
            .col(ColumnDef::new("issuer").string_len(500).not_null())
            // At most 255 characters (OpenID Connect Core 1.0, section 2).
            .col(ColumnDef::new("subject").string_len(255).not_null())
            .col(ColumnDef::new("account_id").uuid().not_null())
            .col(ColumnDef::new("linked_at").timestamp_with_time_zone().not_null())
            .primary_key(Index::create().col("issuer").col("subject"))
            .foreign_key(
                ForeignKey::create()
                    .name("openid_subject_account_id_fkey")
                    .from("openid_subject", "account_id")
                    .to("account", "id"),
            )
            .to_owned();
        manager.create_table(table).await?;
        // One subject of a provider for each account: an address that passes on to somebody else does
        // not bring the account along.
        let one = Index::create()
            .name("openid_subject_account_issuer")
            .table("openid_subject")
            .col("account_id")
            .col("issuer")
            .unique()
            .to_owned();
        manager.create_index(one).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("openid_subject").to_owned()).await
    }
}
