//! Where houses stand, as an address file says: what entries are placed by.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0013_address_points"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new;
        let table = Table::create()
            .table("address_point")
            .col(column("id").integer().not_null().primary_key())
            // Both as they are compared, not as they are written.
            .col(column("street").string().not_null())
            .col(column("number").string().not_null())
            .col(column("postcode").string())
            .col(column("city").string())
            // Ten-millionths of a degree: a centimetre.
            .col(column("longitude").integer().not_null())
            .col(column("latitude").integer().not_null())
            .to_owned();
        manager.create_table(table).await?;
        let index =
            Index::create().name("address_point_house").table("address_point").col("street").col("number").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("address_point").to_owned()).await
    }
}
