//! The texts of the site that administrators write: imprint, privacy, funders, with the logos of these.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0017_site_texts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [site_texts(), site_logo()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["site_logo", "site_texts"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Every version there was, the newest of which is shown: the number is the version.
fn site_texts() -> TableCreateStatement {
    Table::create()
        .table("site_texts")
        .col(ColumnDef::new("version").integer().not_null().primary_key())
        .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
        // Null for the command line.
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("body").json().not_null())
        .to_owned()
}

/// Pictures by the SHA-256 of their bytes, for every version that names them.
fn site_logo() -> TableCreateStatement {
    Table::create()
        .table("site_logo")
        .col(ColumnDef::new("hash").string_len(64).not_null().primary_key())
        // The bytes in base64: backups hold text.
        .col(ColumnDef::new("content").text().not_null())
        .to_owned()
}
