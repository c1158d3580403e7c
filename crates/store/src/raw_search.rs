//! Looking for values that should be gone, in every table and in the bytes of the files behind them.

use std::{
    collections::BTreeSet,
    fmt, fs,
    io::Read,
    path::{Path, PathBuf},
};

use domain::mention::{PersonTraces, Trace};
use sea_orm::{
    DatabaseConnection, DbBackend,
    sqlx::{self, Row},
};
use tokio::task::spawn_blocking;

use crate::{Store, StoreError, error::while_doing, rows};

/// So much of a file is looked at in one go.
const BLOCK: usize = 1 << 20;
/// So much of the block before is looked at again, for what lies across the edge.
const OVERLAP: usize = 512;
const DOING: &str = "looking for erased values";

/// A value to be looked for, in whatever spelling.
#[derive(Clone)]
pub struct ErasedValue {
    traces: PersonTraces,
    is_single_word: bool,
}

/// Shows nothing: it should be gone.
impl fmt::Debug for ErasedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ErasedValue(…)")
    }
}

impl ErasedValue {
    /// Reads a name, a telephone number or an e-mail address; `None` for what is too short to be told
    /// from anything else.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut traces = PersonTraces::default();
        let digits = text.chars().filter(|c| c.is_numeric()).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if text.contains('@') {
            traces.add_email(text);
        } else if digits > letters {
            traces.add_phone(text);
        } else {
            traces.add_name(text);
        }
        let is_single_word = letters > 0 && text.split_whitespace().nth(1).is_none();
        (!traces.is_empty()).then_some(Self { traces, is_single_word })
    }

    fn is_in(&self, text: &str) -> bool {
        self.traces
            .find(text)
            .iter()
            .any(|mention| mention.trace.is_certain() || (self.is_single_word && mention.trace == Trace::PartOfName))
    }
}

/// Where a value stands that should be gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remnant {
    /// Which value, by its place in the list.
    pub value: usize,
    /// The table or file.
    pub place: String,
}

/// What came of looking for values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawSearch {
    /// What was found.
    pub remnants: BTreeSet<Remnant>,
    /// Tables and files that were looked at.
    pub looked_at: Vec<String>,
    /// What could not be looked at, and why.
    pub not_looked_at: Vec<String>,
}

impl RawSearch {
    fn look(&mut self, values: &[ErasedValue], place: &str, text: &str) {
        // In JSON a line break is two characters, the second of which is a letter.
        let text = text.replace("\\n", "  ").replace("\\t", "  ").replace("\\r", "  ");
        for (value, _) in values.iter().enumerate().filter(|(_, value)| value.is_in(&text)) {
            self.remnants.insert(Remnant { value, place: place.to_owned() });
        }
    }
}

impl Store {
    /// Looks for values in every table and in the raw files, as far as they can be read: of SQLite the
    /// file, its log and copies beside it, of PostgreSQL the files of tables, indexes and statistics,
    /// which takes a superuser.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn search_raw(&self, values: Vec<ErasedValue>) -> Result<RawSearch, StoreError> {
        let mut search = RawSearch::default();
        self.search_tables(&values, &mut search).await?;
        match self.backend() {
            DbBackend::Postgres => self.search_relations(&values, &mut search).await?,
            _ => {
                let file = PathBuf::from(self.place());
                let files = move || search_files(&file, &values, search);
                search = spawn_blocking(files).await.map_err(|_| StoreError::CutShort)?;
            }
        }
        Ok(search)
    }

    async fn search_tables(&self, values: &[ErasedValue], search: &mut RawSearch) -> Result<(), StoreError> {
        let connection = &self.0.pools.reading;
        let is_postgres = self.backend() == DbBackend::Postgres;
        let tables = if is_postgres {
            "SELECT tablename::text AS text FROM pg_tables WHERE schemaname = ANY (current_schemas(false))"
        } else {
            "SELECT name AS text FROM sqlite_master WHERE type = 'table'"
        };
        for table in texts(connection, tables).await? {
            let columns = if is_postgres {
                vec!["CAST(t AS TEXT)".to_owned()]
            } else {
                let columns =
                    texts(connection, &format!("SELECT name AS text FROM pragma_table_info('{table}')")).await?;
                columns.iter().map(|column| format!("coalesce(CASE typeof(\"{column}\") WHEN 'blob' THEN hex(\"{column}\") ELSE CAST(\"{column}\" AS TEXT) END, '')")).collect()
            };
            for column in columns {
                let mut offset = 0_i64;
                loop {
                    let sql = format!("SELECT {column} AS text FROM \"{table}\" t LIMIT 1000 OFFSET {offset}");
                    let page = texts(connection, &sql).await?;
                    page.iter().for_each(|row| search.look(values, &format!("table {table}"), row));
                    offset += 1000;
                    if page.len() < 1000 {
                        break;
                    }
                }
            }
            search.looked_at.push(format!("table {table}"));
        }
        Ok(())
    }

    /// The files of a PostgreSQL database, through the server.
    async fn search_relations(&self, values: &[ErasedValue], search: &mut RawSearch) -> Result<(), StoreError> {
        search.not_looked_at.push(
            "write-ahead log, archives of it, replicas, backups: they hold what was erased until they are overwritten or removed"
                .to_owned(),
        );
        search.not_looked_at.push("values that PostgreSQL has compressed in its files".to_owned());
        let failed = |source: sqlx::Error| {
            while_doing(DOING)(sea_orm::DbErr::Query(sea_orm::RuntimeErr::SqlxError(source.into())))
        };
        let pool = self.0.pools.reading.get_postgres_connection_pool();
        let may: bool = sqlx::query_scalar("SELECT pg_has_role(current_user, 'pg_read_server_files', 'USAGE') AND has_function_privilege('pg_read_binary_file(text, bigint, bigint, boolean)', 'EXECUTE')")
            .fetch_one(pool)
            .await
            .map_err(failed)?;
        if !may {
            search
                .not_looked_at
                .push("files of tables and indexes: the role may not read files of the server".to_owned());
            return Ok(());
        }
        sqlx::query("CHECKPOINT").execute(pool).await.map_err(failed)?;
        let sql = "SELECT c.relname::text AS relation, pg_relation_filepath(c.oid) AS path FROM pg_class c \
                   JOIN pg_namespace n ON n.oid = c.relnamespace WHERE pg_relation_filepath(c.oid) IS NOT NULL \
                   AND (n.nspname IN ('public', 'pg_toast') OR n.nspname = ANY (current_schemas(false)) \
                   OR c.relname = 'pg_statistic') AND c.relkind IN ('r', 't', 'i', 'm')";
        for row in sqlx::query(sql).fetch_all(pool).await.map_err(failed)? {
            let relation: String = row.try_get("relation").map_err(failed)?;
            let path: String = row.try_get("path").map_err(failed)?;
            let mut offset = 0_i64;
            loop {
                let read = "SELECT pg_read_binary_file($1, $2, $3, true)";
                let block: Option<Vec<u8>> = sqlx::query_scalar(read)
                    .bind(&path)
                    .bind(offset)
                    .bind((BLOCK + OVERLAP) as i64)
                    .fetch_one(pool)
                    .await
                    .map_err(failed)?;
                let block = block.unwrap_or_default();
                search.look(values, &format!("file of {relation}"), &String::from_utf8_lossy(&block));
                offset += BLOCK as i64;
                if block.len() <= BLOCK {
                    break;
                }
            }
            search.looked_at.push(format!("file of {relation}"));
        }
        Ok(())
    }
}

/// The file and whatever lies beside it under a name that begins the same.
fn search_files(file: &Path, values: &[ErasedValue], mut search: RawSearch) -> RawSearch {
    search.not_looked_at.push("copies elsewhere, and blocks of the disk that no file has any more".to_owned());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or(name);
    let beside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = beside
        .filter(|path| path.is_file())
        .filter(|path| path.file_name().is_some_and(|other| other.to_string_lossy().starts_with(&stem)))
        .collect();
    files.sort();
    for path in files {
        let shown = path.display().to_string();
        match search_file(&path, &shown, values, &mut search) {
            Ok(()) => search.looked_at.push(shown),
            Err(error) => search.not_looked_at.push(format!("{shown}: {error}")),
        }
    }
    search
}

fn search_file(path: &Path, shown: &str, values: &[ErasedValue], search: &mut RawSearch) -> std::io::Result<()> {
    let mut file = fs::File::open(path)?;
    let mut block = Vec::with_capacity(BLOCK + OVERLAP);
    loop {
        let rest = block.len().saturating_sub(OVERLAP);
        block.drain(..rest);
        let read = file.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        if read == 0 {
            return Ok(());
        }
        search.look(values, shown, &String::from_utf8_lossy(&block));
    }
}

/// The values of a column `text`.
async fn texts(connection: &DatabaseConnection, sql: &str) -> Result<Vec<String>, StoreError> {
    rows::all(connection, DOING, sql, []).await?.iter().map(|row| rows::get(row, "text")).collect()
}
