//! Reading a backup: line by line, counted and hashed on the way, so that its end tells whether all of it was what was
//! written.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    error::BackupError,
    layout::{BackupHeader, FORMAT, TableHead, Trailer, VERSION},
};
use crate::migrate;

/// A backup that has been read once from its first byte to its last, and is whole.
#[derive(Clone, Debug)]
pub struct BackupFile {
    path: PathBuf,
    header: BackupHeader,
    rows: u64,
}

impl BackupFile {
    /// Reads the whole file and proves that it holds what was written. Takes as long as reading does: not for a thread
    /// that answers.
    ///
    /// # Errors
    /// [`BackupError`] with what is wrong with the file.
    pub fn verify(path: &Path) -> Result<Self, BackupError> {
        let mut reader = BackupReader::open(path)?;
        while reader.next_part()?.is_some() {}
        Ok(Self { path: path.to_owned(), rows: reader.rows, header: reader.header })
    }

    /// What the backup says of itself.
    pub const fn header(&self) -> &BackupHeader {
        &self.header
    }

    /// How many rows are in it.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The longest line that is read, in bytes: many times the largest row, and few enough to hold.
pub(super) const LONGEST_LINE: u64 = 128 * 1024 * 1024;

/// What stands in a line between the first and the last.
#[derive(Debug)]
pub(super) enum BackupLine {
    /// Rows of this table follow.
    Table(String, Vec<String>),
    /// A row of the table.
    Row(Vec<serde_json::Value>),
}

/// A backup being read.
pub(super) struct BackupReader {
    name: String,
    lines: BufReader<zstd::Decoder<'static, BufReader<File>>>,
    hash: Sha256,
    line: Vec<u8>,
    header: BackupHeader,
    rows: u64,
}

impl BackupReader {
    pub(super) fn open(path: &Path) -> Result<Self, BackupError> {
        let name = path.display().to_string();
        let unreadable = |source| BackupError::Read { file: name.clone(), source };
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let mut lines = BufReader::new(zstd::Decoder::new(file).map_err(unreadable)?);
        let mut line = Vec::new();
        let other = || BackupError::NotABackup { file: name.clone() };
        lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(|_| other())?;
        let first: serde_json::Value = serde_json::from_slice(&line).map_err(|_| other())?;
        if first["format"] != FORMAT {
            return Err(other());
        }
        let program = first["program"].as_str().unwrap_or("of an unknown number").to_owned();
        let newer = || BackupError::Newer { file: name.clone(), program: program.clone() };
        if first["version"].as_u64().is_none_or(|version| version > u64::from(VERSION)) {
            return Err(newer());
        }
        let header: BackupHeader = serde_json::from_value(first).map_err(|_| other())?;
        if !migrate::names().starts_with(&header.migrations) {
            return Err(newer());
        }
        let mut hash = Sha256::new();
        hash.update(&line);
        Ok(Self { name, lines, hash, line: Vec::new(), header, rows: 0 })
    }

    pub(super) const fn header(&self) -> &BackupHeader {
        &self.header
    }

    pub(super) fn damage(&self, reason: &'static str) -> BackupError {
        BackupError::Damaged { file: self.name.clone(), reason }
    }

    /// The next line; `None` behind the last, when the whole was what was written.
    pub(super) fn next_part(&mut self) -> Result<Option<BackupLine>, BackupError> {
        if !self.next_line()? {
            return Err(self.damage(CUT));
        }
        let part = match self.line.first() {
            Some(b'[') => serde_json::from_slice(&self.line).ok().map(BackupLine::Row),
            _ => match serde_json::from_slice::<Trailer>(&self.line) {
                Ok(trailer) => return self.end(&trailer).map(|()| None),
                Err(_) => serde_json::from_slice(&self.line)
                    .ok()
                    .map(|TableHead { table, columns }| BackupLine::Table(table, columns)),
            },
        };
        let Some(part) = part else { return Err(self.damage("a line of it cannot be read")) };
        self.hash.update(&self.line);
        self.rows += u64::from(matches!(part, BackupLine::Row(_)));
        Ok(Some(part))
    }

    fn end(&mut self, trailer: &Trailer) -> Result<(), BackupError> {
        let hash = std::mem::take(&mut self.hash).finalize();
        if trailer.rows != self.rows || trailer.sha256 != data_encoding::HEXLOWER.encode(&hash) {
            return Err(self.damage("its content is not that of its checksum"));
        }
        if self.next_line()? {
            return Err(self.damage("something follows its end"));
        }
        Ok(())
    }

    fn next_line(&mut self) -> Result<bool, BackupError> {
        self.line.clear();
        match self.lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut self.line) {
            Ok(length) if length as u64 == LONGEST_LINE && self.line.last() != Some(&b'\n') => {
                Err(self.damage("a line of it is longer than any of a backup"))
            }
            Ok(length) => Ok(length > 0),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(self.damage(CUT)),
            // What the disk says has a number; what the decompressor says of the bytes has none.
            Err(source) if source.raw_os_error().is_some() => {
                Err(BackupError::Read { file: self.name.clone(), source })
            }
            Err(_) => Err(self.damage("it cannot be decompressed")),
        }
    }
}

const CUT: &str = "it ends too early";

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_line_that_never_ends_is_refused_and_not_held() {
        let folder = tempfile::tempdir().expect("a folder");
        let header = serde_json::json!({
            "format": FORMAT, "version": VERSION, "program": "0", "at": "2027-01-01T00:00:00Z", "database": "sqlite",
            "sequence": 0, "migrations": [],
        });
        for (name, start) in [("row", format!("{header}\n[\"")), ("header", "{\"format\": \"".to_owned())] {
            let path = folder.path().join(name);
            let file = File::create(&path).expect("a file");
            let mut encoder = zstd::Encoder::new(file, 1).expect("an encoder");
            encoder.write_all(start.as_bytes()).expect("written");
            let piece = vec![b'a'; 1 << 20];
            for _ in 0..=LONGEST_LINE >> 20 {
                encoder.write_all(&piece).expect("written");
            }
            encoder.finish().expect("finished");
            match BackupFile::verify(&path).expect_err("the line is too long") {
                BackupError::Damaged { reason, .. } => assert!(name == "row" && reason.contains("longer"), "{reason}"),
                BackupError::NotABackup { .. } => assert_eq!(name, "header"),
                error => panic!("{error}"),
            }
        }
    }
}
