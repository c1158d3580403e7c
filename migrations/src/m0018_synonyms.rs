//! An installation's own words for questions, every version of them.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0018_synonyms"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(synonym()).await?;
        let versions = Index::create()
            .name("synonym_version")
            .table("synonym")
            .col("word_table")
            .col("word_key")
            .col("version")
            .unique()
            .to_owned();
        manager.create_index(versions).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("synonym").to_owned()).await
    }
}

/// Every version there was of every entry, the newest of which counts.
fn synonym() -> TableCreateStatement {
    Table::create()
        .table("synonym")
        // Grows by one with every version of any entry: by the last one, nodes see that there is something new.
        .col(ColumnDef::new("number").integer().not_null().primary_key())
        .col(ColumnDef::new("word_table").string_len(40).not_null())
        .col(ColumnDef::new("word_key").string_len(60).not_null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
        // Null for the command line.
        .col(ColumnDef::new("account_id").uuid().null())
        // A list of phrases; an empty one takes all of them back.
        .col(ColumnDef::new("body").json().not_null())
        .to_owned()
}
