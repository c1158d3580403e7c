//! The outbox: which mails are to be sent, and what became of each; and who wants no more of them.
//!
//! No text is kept here, and no address but one: a mail knows what it is about, and where it goes is looked up as it is
//! written. The address that somebody left with a proposal goes with the proposal's end; of the mail that tells them how it
//! ended it is kept until that mail is sent.

use sea_orm_migration::{prelude::*, sea_orm::DbErr};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0012_outbox"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(outbox()).await?;
        manager.create_table(mail_stop()).await?;
        let once = Index::create().name("outbox_once").table("outbox").unique().to_owned();
        let once = ["purpose", "subject_id", "occasion"]
            .into_iter()
            .fold(once, |mut index, column| index.col(column).to_owned());
        manager.create_index(once).await?;
        let due = Index::create().name("outbox_due").table("outbox").col("state").col("due_at").to_owned();
        manager.create_index(due).await?;
        for column in ["actor_id", "recipient_id"] {
            let index = Index::create().name(format!("outbox_{column}")).table("outbox").col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["mail_stop", "outbox"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("purpose").string_len(40).not_null())
        // What it is about: a link, a proposal, an actor or an account.
        .col(column("subject_id").uuid().not_null())
        // Which mail of this purpose about this subject: there is one of each.
        .col(column("occasion").string_len(40).not_null())
        // The entry whose address it goes to, or that it is about; null where it concerns no entry.
        .col(column("actor_id").uuid().null())
        // Who gets it: an actor, an account, or the pseudonym of an address.
        .col(column("recipient_id").uuid().not_null())
        // Of who left it with a proposal, until the mail is sent.
        .col(column("address").string_len(254).null())
        // Null where it went to no contact person.
        .col(column("person_id").uuid().null())
        .col(column("language").string_len(16).null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        // Not sent before.
        .col(column("due_at").timestamp_with_time_zone().not_null())
        // When it was written down as sent, which is before it was.
        .col(column("noted_at").timestamp_with_time_zone().null())
        .col(column("expires_at").timestamp_with_time_zone().null())
        .col(column("state").string_len(20).not_null())
        .col(column("answer").string_len(20).null())
        .col(column("answered_at").timestamp_with_time_zone().null())
        .foreign_key(&mut references("outbox", "actor_id", "actor"))
        .foreign_key(&mut references("outbox", "person_id", "contact_person"))
        .to_owned()
}

/// Who wants no more mail of a purpose: an actor, an account, or the pseudonym of an address.
fn mail_stop() -> TableCreateStatement {
    Table::create()
        .table("mail_stop")
        .col(column("purpose").string_len(40).not_null())
        .col(column("recipient_id").uuid().not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .primary_key(Index::create().col("purpose").col("recipient_id"))
        .to_owned()
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}

fn references(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(target, "id").to_owned()
}
