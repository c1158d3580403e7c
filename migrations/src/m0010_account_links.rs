//! How people get in by mail: links to set another password, and invitations. Of both only the hash of the secret is
//! kept, and the row goes as the link is used. Sessions say on what kind of device they were begun.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0010_account_links"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let device = column("device").string_len(80).null().to_owned();
        manager.alter_table(Table::alter().table("session").add_column(device).to_owned()).await?;
        for table in [password_link(), invitation(), invitation_actor()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [("password_link", "account_id"), ("invitation_actor", "actor_id")] {
            let index = Index::create().name(format!("{table}_{column}")).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["invitation_actor", "invitation", "password_link"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("session").drop_column("device").to_owned()).await
    }
}

fn password_link() -> TableCreateStatement {
    Table::create()
        .table("password_link")
        .col(column("hash").string_len(64).not_null().primary_key())
        .col(column("account_id").uuid().not_null())
        .col(column("expires_at").timestamp_with_time_zone().not_null())
        .foreign_key(&mut references("password_link", "account_id", "account"))
        .to_owned()
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("hash").string_len(64).not_null().unique_key())
        .col(column("email").string_len(254).not_null())
        .col(column("name").string_len(200).null())
        .col(column("role").string_len(20).not_null())
        .col(column("trusted").boolean().not_null())
        .col(column("language").string_len(16).not_null())
        // Null for the command line.
        .col(column("by_account").uuid().null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("expires_at").timestamp_with_time_zone().not_null())
        .foreign_key(&mut references("invitation", "by_account", "account"))
        .to_owned()
}

fn invitation_actor() -> TableCreateStatement {
    Table::create()
        .table("invitation_actor")
        .col(column("invitation_id").uuid().not_null())
        .col(column("actor_id").uuid().not_null())
        .primary_key(Index::create().col("invitation_id").col("actor_id"))
        .foreign_key(&mut references("invitation_actor", "invitation_id", "invitation"))
        .foreign_key(&mut references("invitation_actor", "actor_id", "actor"))
        .to_owned()
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}

fn references(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(target, "id").to_owned()
}
