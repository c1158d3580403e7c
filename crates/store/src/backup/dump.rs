//! Writing a backup: rows are read from one transaction, and hashed, compressed and written on a thread of their own.

use std::io::Write;

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use sea_orm::{DatabaseTransaction, DbBackend, QueryResult, Statement, StreamTrait, TransactionTrait};
use serde::{Serialize, ser::SerializeSeq};
use sha2::{Digest, Sha256};
use tokio::{sync::mpsc, task::spawn_blocking};
use uuid::Uuid;

use super::{
    error::BackupError,
    layout::{BackupHeader, BackupSummary, FORMAT, TableHead, Trailer, VERSION},
    reader::LONGEST_LINE,
    schema::{self, ColumnKind, ColumnSchema, TableSchema, quote},
};
use crate::{Store, StoreError, error::while_doing, follow, migrate, rows};

const DOING: &str = "reading everything for a backup";
/// Lines go to the writing thread in chunks of about so many bytes.
const CHUNK_BYTES: usize = 256 * 1024;
/// So many chunks may wait for it.
const CHUNKS: usize = 4;

/// What the writing thread is handed.
enum Chunk {
    /// Whole lines.
    Lines(Vec<u8>),
    /// Everything has been read; so many rows.
    End(u64),
}

impl Store {
    /// Writes everything that is in the tables to `output`, as one state of the database that holds whatever was
    /// acknowledged before, while others go on to read and write. Sessions are left out: see the module.
    ///
    /// # Errors
    /// [`BackupError::Write`] when `output` takes no more, [`BackupError::Store`] when the database fails or was made by a
    /// newer program. What was written is then no whole backup, and [`BackupFile`](super::BackupFile) says so.
    pub async fn back_up<W>(&self, output: W, at: DateTime<Utc>) -> Result<BackupSummary, BackupError>
    where
        W: Write + Send + 'static,
    {
        let (sender, receiver) = mpsc::channel(CHUNKS);
        let writing = spawn_blocking(move || write(output, receiver));
        let read = self.dump(at, sender).await;
        let written = writing.await.map_err(|_| StoreError::CutShort)?;
        match (read, written) {
            // The reader stops where the writer has: what it failed of is the reason.
            (_, Err(error)) => Err(BackupError::Write(error)),
            (read, Ok(())) => read,
        }
    }

    async fn dump(&self, at: DateTime<Utc>, sender: mpsc::Sender<Chunk>) -> Result<BackupSummary, BackupError> {
        // No table changes between the moment the transaction sees and the moment it holds them all.
        let gate = match self.backend() {
            DbBackend::Postgres => {
                let gate = self.0.pools.control.begin().await.map_err(while_doing(DOING))?;
                migrate::share_tables(&gate).await?;
                Some(gate)
            }
            _ => None,
        };
        let transaction = self.read_transaction().await?;
        let migrations = migrate::applied_migrations(&*transaction).await?;
        let tables = schema::tables(migrations.len()).await?;
        if let Some(gate) = gate {
            let names: Vec<String> = tables.iter().map(|table| quote(&table.name)).collect();
            if !names.is_empty() {
                let lock = format!("LOCK TABLE {} IN ACCESS SHARE MODE", names.join(", "));
                rows::run(&*transaction, DOING, lock, []).await?;
            }
            gate.rollback().await.map_err(while_doing(DOING))?;
        }
        let sequence = if tables.is_empty() { 0 } else { follow::latest(&*transaction).await? };
        let header = BackupHeader {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            at,
            database: match self.backend() {
                DbBackend::Postgres => "postgres".to_owned(),
                _ => "sqlite".to_owned(),
            },
            sequence,
            migrations,
        };
        let mut lines = LineSender { buffer: Vec::new(), rows: 0, sender };
        lines.push(&header).await?;
        for table in &tables {
            let columns = table.columns.iter().map(|column| column.name.clone()).collect();
            lines.push(&TableHead { table: table.name.clone(), columns }).await?;
            dump_table(&transaction, table, &mut lines).await?;
        }
        let rows = lines.finish().await?;
        Ok(BackupSummary { rows, sequence })
    }
}

async fn dump_table(
    transaction: &DatabaseTransaction,
    table: &TableSchema,
    lines: &mut LineSender,
) -> Result<(), BackupError> {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| match column.kind {
            // One width for all numbers, and PostgreSQL's JSON as the text it is.
            ColumnKind::Integer => format!("CAST({0} AS BIGINT) AS {0}", quote(&column.name)),
            ColumnKind::Json => format!("CAST({0} AS TEXT) AS {0}", quote(&column.name)),
            _ => quote(&column.name),
        })
        .collect();
    // By the columns of the table, which its key has indexed, not by what is made of them under their names.
    let key: Vec<String> = table.key().into_iter().map(|column| format!("t.{}", quote(column))).collect();
    let order = if key.is_empty() { String::new() } else { format!(" ORDER BY {}", key.join(", ")) };
    let sql = format!("SELECT {} FROM {} t{order}", columns.join(", "), quote(&table.name));
    let backend = sea_orm::ConnectionTrait::get_database_backend(transaction);
    let doing = while_doing(DOING);
    let mut found = transaction.stream_raw(Statement::from_string(backend, sql)).await.map_err(&doing)?;
    while let Some(row) = found.try_next().await.map_err(&doing)? {
        let row = StoredRow::read(&row, &table.columns)?;
        lines.push(&row).await?;
        lines.rows += 1;
    }
    Ok(())
}

/// A value of any column.
enum StoredValue {
    Null,
    Text(String),
    Integer(i64),
    Boolean(bool),
    Uuid(Uuid),
    Time(DateTime<Utc>),
}

struct StoredRow(Vec<StoredValue>);

impl StoredRow {
    fn read(row: &QueryResult, columns: &[ColumnSchema]) -> Result<Self, StoreError> {
        let value = |column: &ColumnSchema| {
            let name = column.name.as_str();
            Ok(match column.kind {
                ColumnKind::Text | ColumnKind::Json => rows::get::<Option<_>>(row, name)?.map(StoredValue::Text),
                ColumnKind::Integer => rows::get::<Option<_>>(row, name)?.map(StoredValue::Integer),
                ColumnKind::Boolean => rows::get::<Option<_>>(row, name)?.map(StoredValue::Boolean),
                ColumnKind::Uuid => rows::get::<Option<_>>(row, name)?.map(StoredValue::Uuid),
                ColumnKind::Time => rows::get::<Option<_>>(row, name)?.map(StoredValue::Time),
            }
            .unwrap_or(StoredValue::Null))
        };
        columns.iter().map(value).collect::<Result<_, _>>().map(Self)
    }
}

impl Serialize for StoredRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_seq(Some(self.0.len()))?;
        for value in &self.0 {
            match value {
                StoredValue::Null => row.serialize_element(&())?,
                StoredValue::Text(text) => row.serialize_element(text)?,
                StoredValue::Integer(number) => row.serialize_element(number)?,
                StoredValue::Boolean(is) => row.serialize_element(is)?,
                StoredValue::Uuid(id) => row.serialize_element(id)?,
                StoredValue::Time(at) => row.serialize_element(at)?,
            }
        }
        row.end()
    }
}

/// Lines on their way to the writing thread.
struct LineSender {
    buffer: Vec<u8>,
    rows: u64,
    sender: mpsc::Sender<Chunk>,
}

impl LineSender {
    async fn push(&mut self, line: &impl Serialize) -> Result<(), BackupError> {
        let start = self.buffer.len();
        serde_json::to_writer(&mut self.buffer, line).map_err(|error| BackupError::Write(error.into()))?;
        if (self.buffer.len() - start) as u64 >= LONGEST_LINE - 1 {
            let reason = "a row of the database is longer than what restore reads";
            return Err(BackupError::Write(std::io::Error::new(std::io::ErrorKind::InvalidData, reason)));
        }
        self.buffer.push(b'\n');
        if self.buffer.len() < CHUNK_BYTES {
            return Ok(());
        }
        let full = std::mem::take(&mut self.buffer);
        self.send(Chunk::Lines(full)).await
    }

    async fn finish(mut self) -> Result<u64, BackupError> {
        let rest = std::mem::take(&mut self.buffer);
        self.send(Chunk::Lines(rest)).await?;
        self.send(Chunk::End(self.rows)).await?;
        Ok(self.rows)
    }

    async fn send(&self, chunk: Chunk) -> Result<(), BackupError> {
        self.sender.send(chunk).await.map_err(|_| StoreError::CutShort.into())
    }
}

/// Hashes, compresses and writes what comes. Without its end no trailer is written.
fn write(output: impl Write, mut chunks: mpsc::Receiver<Chunk>) -> std::io::Result<()> {
    let mut hash = Sha256::new();
    let mut encoder = zstd::Encoder::new(output, zstd::DEFAULT_COMPRESSION_LEVEL)?;
    while let Some(chunk) = chunks.blocking_recv() {
        match chunk {
            Chunk::Lines(lines) => {
                hash.update(&lines);
                encoder.write_all(&lines)?;
            }
            Chunk::End(rows) => {
                let sha256 = data_encoding::HEXLOWER.encode(&hash.finalize());
                serde_json::to_writer(&mut encoder, &Trailer { rows, sha256 })?;
                encoder.write_all(b"\n")?;
                return encoder.finish()?.flush();
            }
        }
    }
    Ok(())
}
