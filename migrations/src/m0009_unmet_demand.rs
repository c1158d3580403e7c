//! How often something was asked for that nobody has, by month, theme, district and language. No words, nobody who
//! asked, no day.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0009_unmet_demand"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new;
        // What was not named is the nil UUID and the empty text: a key holds no null. So nothing refers to the tables
        // of themes and districts, of which nothing is ever deleted.
        let table = Table::create()
            .table("unmet_demand")
            // Months since January of the year 0.
            .col(column("month").integer().not_null())
            .col(column("theme_id").uuid().not_null())
            .col(column("district_id").uuid().not_null())
            .col(column("language").string_len(16).not_null())
            .col(column("questions").big_integer().not_null())
            .primary_key(Index::create().col("month").col("theme_id").col("district_id").col("language"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("unmet_demand").to_owned()).await
    }
}
