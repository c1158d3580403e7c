//! Accounts: who may sign in, what they hold (sessions, tokens, recovery codes), what happened to
//! them, and whose change a change was.
//!
//! Secrets that only need to be recognised (sessions, tokens, recovery codes) are kept as SHA-256;
//! they are random enough that nothing slower is needed. Passwords are kept as argon2id.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DatabaseBackend, DbErr},
};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [account(), account_actor(), session(), api_token(), recovery_code(), account_event()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("account_actor", "actor_id"),
            ("session", "account_id"),
            ("session", "expires_at"),
            ("api_token", "account_id"),
            ("account_event", "account_id"),
        ] {
            let index = Index::create().name(format!("{table}_{column}")).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        let whose = Table::alter().table("change").add_column(column("account_id").uuid().null()).to_owned();
        manager.alter_table(whose).await?;
        for statement in never_edited(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("change").drop_column("account_id").to_owned()).await?;
        for table in ["account_event", "recovery_code", "api_token", "session", "account_actor", "account"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION account_event_is_kept").await?;
        }
        Ok(())
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("email").string_len(254).not_null())
        // The e-mail address in lower case: who signs in need not remember how it was typed.
        .col(column("email_key").string_len(254).not_null().unique_key())
        .col(column("name").string_len(200).null())
        .col(column("role").string_len(20).not_null())
        .col(column("trusted").boolean().not_null())
        .col(column("password").text().not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("disabled_at").timestamp_with_time_zone().null())
        // The secret of the second factor is there from the offer on; the factor counts once confirmed.
        .col(column("second_factor").string_len(64).null())
        .col(column("second_factor_since").timestamp_with_time_zone().null())
        // The last time step whose code was taken (RFC 6238, section 5.2: a code counts once).
        .col(column("last_step").big_integer().null())
        .to_owned()
}

fn account_actor() -> TableCreateStatement {
    Table::create()
        .table("account_actor")
        .col(column("account_id").uuid().not_null())
        .col(column("actor_id").uuid().not_null())
        .primary_key(Index::create().col("account_id").col("actor_id"))
        .foreign_key(&mut references("account_actor", "account_id", "account"))
        .foreign_key(&mut references("account_actor", "actor_id", "actor"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(column("hash").string_len(64).not_null().primary_key())
        .col(column("account_id").uuid().not_null())
        .col(column("second_factor").boolean().not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("seen_at").timestamp_with_time_zone().not_null())
        .col(column("expires_at").timestamp_with_time_zone().not_null())
        .foreign_key(&mut references("session", "account_id", "account"))
        .to_owned()
}

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(column("hash").string_len(64).not_null().primary_key())
        .col(column("account_id").uuid().not_null())
        .col(column("name").string_len(200).not_null())
        .col(column("may_write").boolean().not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("expires_at").timestamp_with_time_zone().not_null())
        .foreign_key(&mut references("api_token", "account_id", "account"))
        .to_owned()
}

fn recovery_code() -> TableCreateStatement {
    Table::create()
        .table("recovery_code")
        .col(column("account_id").uuid().not_null())
        .col(column("hash").string_len(64).not_null())
        .col(column("used_at").timestamp_with_time_zone().null())
        .primary_key(Index::create().col("account_id").col("hash"))
        .foreign_key(&mut references("recovery_code", "account_id", "account"))
        .to_owned()
}

fn account_event() -> TableCreateStatement {
    Table::create()
        .table("account_event")
        .col(column("id").uuid().not_null().primary_key())
        .col(column("at").timestamp_with_time_zone().not_null())
        .col(column("kind").string_len(40).not_null())
        // Null where somebody tried an account that does not exist.
        .col(column("account_id").uuid().null())
        // Null for the command line and for what nobody signed in did.
        .col(column("by_account").uuid().null())
        .col(column("detail").text().null())
        .foreign_key(&mut references("account_event", "account_id", "account"))
        .foreign_key(&mut references("account_event", "by_account", "account"))
        .to_owned()
}

/// What happened stays written: the databases themselves refuse to change or remove it.
const fn never_edited(backend: DatabaseBackend) -> &'static [&'static str] {
    match backend {
        DatabaseBackend::Postgres => &[
            "CREATE FUNCTION account_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'account_event is only ever added to'; END $$",
            "CREATE TRIGGER account_event_kept BEFORE UPDATE OR DELETE ON account_event \
             FOR EACH ROW EXECUTE FUNCTION account_event_is_kept()",
        ],
        _ => &[
            "CREATE TRIGGER account_event_not_changed BEFORE UPDATE ON account_event \
             BEGIN SELECT RAISE(ABORT, 'account_event is only ever added to'); END",
            "CREATE TRIGGER account_event_not_removed BEFORE DELETE ON account_event \
             BEGIN SELECT RAISE(ABORT, 'account_event is only ever added to'); END",
        ],
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
}

fn references(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(target, "id").to_owned()
}
