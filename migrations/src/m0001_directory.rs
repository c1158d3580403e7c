//! The first tables: entities, slugs, the actors of events and projects, revisions, change log.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbErr},
};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_directory"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in entity_tables().into_iter().chain(log_tables()) {
            manager.create_table(table).await?;
        }
        for (entity, table) in [("actor", "actor"), ("district", "district"), ("theme", "theme")] {
            manager.create_table(slugs(entity, table)).await?;
        }
        manager.create_table(members("event_host", "event")).await?;
        manager.create_table(members("project_actor", "project")).await?;
        for (table, column) in FOREIGN_KEYS_TO_INDEX {
            manager.create_index(index(table, &[column])).await?;
        }
        manager.create_index(index("change", &["entity", "entity_id", "sequence"])).await?;
        manager.create_index(index("change", &["at"])).await?;
        // Few changes are tombstones, and loading asks for just those: a partial index, which the
        // query builder cannot say and both databases understand.
        let tombstones = "CREATE INDEX change_tombstone ON change (sequence) WHERE visibility = 'tombstone'";
        manager.get_connection().execute_unprepared(tombstones).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES_LAST_FIRST {
            manager.drop_table(Table::drop().table(Alias::new(*table)).to_owned()).await?;
        }
        Ok(())
    }
}

/// Columns that refer to another table. Neither database indexes them by itself, and asking for the
/// offers of an actor is a scan without.
const FOREIGN_KEYS_TO_INDEX: [(&str, &str); 6] = [
    ("offer", "actor_id"),
    ("cooperation_link", "from_actor"),
    ("cooperation_link", "to_actor"),
    ("contact_person", "actor_id"),
    ("event_host", "actor_id"),
    ("project_actor", "actor_id"),
];

const TABLES_LAST_FIRST: &[&str] = &[
    "event_host",
    "project_actor",
    "actor_slug",
    "district_slug",
    "theme_slug",
    "revision",
    "change",
    "contact_person",
    "cooperation_link",
    "project",
    "event",
    "offer",
    "actor",
    "theme",
    "district",
];

fn entity_tables() -> Vec<TableCreateStatement> {
    vec![
        entity("district")
            .col(slug_column())
            .col(column("parent_id").uuid().null())
            .foreign_key(&mut references("district", "parent_id", "district"))
            .to_owned(),
        entity("theme")
            .col(slug_column())
            .col(column("parent_id").uuid().null())
            .col(column("replaced_by").uuid().null())
            .foreign_key(&mut references("theme", "parent_id", "theme"))
            .foreign_key(&mut references("theme", "replaced_by", "theme"))
            .to_owned(),
        entity("actor")
            .col(slug_column())
            .col(status_column())
            .col(column("based_in").uuid().null())
            .foreign_key(&mut references("actor", "based_in", "district"))
            .to_owned(),
        entity("offer")
            .col(column("actor_id").uuid().not_null())
            .col(status_column())
            .foreign_key(&mut references("offer", "actor_id", "actor"))
            .to_owned(),
        entity("event").col(status_column()).to_owned(),
        entity("project").col(status_column()).to_owned(),
        entity("cooperation_link")
            .col(column("from_actor").uuid().not_null())
            .col(column("to_actor").uuid().not_null())
            .col(column("kind").string_len(40).not_null())
            .col(status_column())
            // Filled while the link is open, null afterwards: null equals nothing, so any number of
            // ended links may stand beside the one open link of a pair.
            .col(column("open_pair").string_len(160).null().unique_key())
            .check(Expr::col(Alias::new("from_actor")).not_equals(Alias::new("to_actor")))
            .foreign_key(&mut references("cooperation_link", "from_actor", "actor"))
            .foreign_key(&mut references("cooperation_link", "to_actor", "actor"))
            .to_owned(),
        entity("contact_person")
            .col(column("actor_id").uuid().not_null())
            .foreign_key(&mut references("contact_person", "actor_id", "actor"))
            .to_owned(),
    ]
}

fn log_tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table(Alias::new("change"))
            .col(column("sequence").big_integer().not_null().primary_key())
            .col(column("at").timestamp_with_time_zone().not_null())
            .col(column("entity").string_len(20).not_null())
            .col(column("entity_id").uuid().not_null())
            .col(column("version").integer().not_null())
            .col(column("visibility").string_len(20).not_null())
            .col(column("role").string_len(20).not_null())
            .col(column("note").text().null())
            .to_owned(),
        Table::create()
            .table(Alias::new("revision"))
            .col(column("entity").string_len(20).not_null())
            .col(column("entity_id").uuid().not_null())
            .col(column("version").integer().not_null())
            .col(column("sequence").big_integer().not_null())
            .col(column("created_at").timestamp_with_time_zone().not_null())
            .col(column("updated_at").timestamp_with_time_zone().not_null())
            .col(column("body").json().not_null())
            .primary_key(Index::create().col("entity").col("entity_id").col("version"))
            .foreign_key(&mut references_column("revision", "sequence", "change", "sequence"))
            .to_owned(),
    ]
}

/// A table with what every entity has.
fn entity(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(Alias::new(table))
        .col(column("id").uuid().not_null().primary_key())
        .col(column("version").integer().not_null())
        .col(column("sequence").big_integer().not_null())
        .col(column("is_public").boolean().not_null())
        .col(column("created_at").timestamp_with_time_zone().not_null())
        .col(column("updated_at").timestamp_with_time_zone().not_null())
        .col(column("body").json().not_null())
        .to_owned()
}

/// Every slug that leads or ever led to an entry; the primary key keeps others from taking it.
fn slugs(entity: &'static str, table: &'static str) -> TableCreateStatement {
    let name = format!("{entity}_slug");
    let owner = format!("{entity}_id");
    Table::create()
        .table(Alias::new(&name))
        .col(column("slug").string_len(100).not_null().primary_key())
        .col(column(&owner).uuid().not_null())
        .foreign_key(&mut references(&name, &owner, table))
        .to_owned()
}

/// The actors of an event or a project, in the order in which they are named.
fn members(name: &'static str, whole: &'static str) -> TableCreateStatement {
    let whole_id = format!("{whole}_id");
    Table::create()
        .table(Alias::new(name))
        .col(column(&whole_id).uuid().not_null())
        .col(column("position").integer().not_null())
        .col(column("actor_id").uuid().not_null())
        .primary_key(Index::create().col(Alias::new(&whole_id)).col("position"))
        .foreign_key(&mut references(name, &whole_id, whole))
        .foreign_key(&mut references(name, "actor_id", "actor"))
        .to_owned()
}

fn column(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

fn slug_column() -> ColumnDef {
    column("slug").string_len(100).not_null().unique_key().to_owned()
}

fn status_column() -> ColumnDef {
    column("status").string_len(40).not_null().to_owned()
}

fn references(table: &str, column: &str, target: &str) -> ForeignKeyCreateStatement {
    references_column(table, column, target, "id")
}

fn references_column(table: &str, column: &str, target: &str, key: &str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fkey"))
        .from(Alias::new(table), Alias::new(column))
        .to(Alias::new(target), Alias::new(key))
        .to_owned()
}

fn index(table: &str, columns: &[&str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(Alias::new(table));
    for column in columns {
        index.col(Alias::new(*column));
    }
    index
}
