//! What the agency's own work needs: the language that somebody with an account reads mail in, and the diary of measures.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0015_agency_work"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let language = column("language").string_len(16).null().to_owned();
        manager.alter_table(Table::alter().table("account").add_column(language).to_owned()).await?;
        for table in [measure(), measure_partner()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [("measure", "day"), ("measure_partner", "actor_id")] {
            let index = Index::create().name(format!("{table}_{column}")).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["measure_partner", "measure"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("account").drop_column("language").to_owned()).await
    }
}

/// What the agency did itself on a day; for staff only.
fn measure() -> TableCreateStatement {
    Table::create()
        .table("measure")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("version").integer().not_null())
        // As ISO 8601 writes it.
        .col(column("day").string_len(10).not_null())
        // What it was, in a few words.
        .col(column("kind").string_len(200).not_null())
        .col(column("field").string_len(40).not_null())
        // Null where it was for the whole city.
        .col(column("district_id").uuid().null())
        // Null where nobody counted.
        .col(column("people").integer().null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("updated_at").timestamp_with_time_zone().not_null())
        .foreign_key(&mut references("measure", "district_id", "district"))
        .to_owned()
}

fn measure_partner() -> TableCreateStatement {
    Table::create()
        .table("measure_partner")
        .col(column("measure_id").uuid().not_null())
        .col(column("actor_id").uuid().not_null())
        .primary_key(Index::create().col("measure_id").col("actor_id"))
        .foreign_key(&mut references("measure_partner", "measure_id", "measure"))
        .foreign_key(&mut references("measure_partner", "actor_id", "actor"))
        .to_owned()
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}

fn references(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(target, "id").to_owned()
}
