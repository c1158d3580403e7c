//! What came of looking whether the websites of actors answer: the newest look at each.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_websites"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("website_check")
            .col(column("actor_id").uuid().not_null().primary_key())
            // The address that was asked: the entry may name another by now.
            .col(column("url").text().not_null())
            .col(column("checked_at").timestamp_with_time_zone().not_null())
            .col(column("next_at").timestamp_with_time_zone().not_null())
            .col(column("outcome").string_len(20).not_null())
            .col(column("status").integer().null())
            .col(column("leads_to").text().null())
            // The day since which it has not been as it should, counted from the year 1.
            .col(column("troubled_day").integer().null())
            .foreign_key(
                ForeignKey::create()
                    .name("website_check_actor_id_fkey")
                    .from("website_check", "actor_id")
                    .to("actor", "id"),
            )
            .to_owned();
        manager.create_table(table).await?;
        let troubled = Index::create()
            .name("website_check_troubled_day")
            .table("website_check")
            .col("troubled_day")
            .col("actor_id")
            .to_owned();
        manager.create_index(troubled).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("website_check").to_owned()).await
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}
