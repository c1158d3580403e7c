//! Files that commands write.

use std::{
    io::{BufWriter, Write},
    path::Path,
};

use super::error::CommandError;

/// A file that appears whole or not at all, or standard output for `-`.
pub(super) struct NamedWriter {
    pub(super) name: String,
    pub(super) file: Option<tempfile::NamedTempFile>,
}

impl NamedWriter {
    /// Begins to write beside the final place.
    pub(super) fn create(path: &Path) -> Result<Self, CommandError> {
        let name = path.display().to_string();
        if name == "-" {
            return Ok(Self { name, file: None });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let source = if folder.is_dir() {
            match tempfile::NamedTempFile::new_in(folder) {
                Ok(file) => return Ok(Self { name, file: Some(file) }),
                // The error's text is about a file that nobody has asked for.
                Err(error) => error.kind().into(),
            }
        } else {
            let reason = format!("there is no folder {}", folder.display());
            std::io::Error::new(std::io::ErrorKind::NotFound, reason)
        };
        Err(CommandError::Write { file: name, source })
    }

    /// Where the bytes go.
    pub(super) fn output(&mut self) -> Box<dyn Write + '_> {
        match &mut self.file {
            // The file itself, whose errors do not tell the name it has until it is whole.
            Some(file) => Box::new(BufWriter::new(file.as_file_mut())),
            None => Box::new(BufWriter::new(std::io::stdout())),
        }
    }

    /// The file itself, for what is not written from the start to the end.
    pub(super) fn seekable(&mut self) -> Result<&mut std::fs::File, CommandError> {
        let no_file = || std::io::Error::new(std::io::ErrorKind::Unsupported, "this needs a file of its own");
        let Some(file) = &mut self.file else {
            return Err(CommandError::Write { file: self.name.clone(), source: no_file() });
        };
        Ok(file.as_file_mut())
    }

    /// Puts the file in its place.
    pub(super) fn finish(self) -> Result<(), CommandError> {
        let Some(file) = self.file else { return Ok(()) };
        file.persist(&self.name)
            .map(drop)
            .map_err(|error| CommandError::Write { file: self.name.clone(), source: error.error })
    }

    /// Writes all of it.
    pub(super) fn fill(
        mut self,
        write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<(), CommandError> {
        let mut output = self.output();
        let written = write(&mut output).and_then(|()| output.flush());
        drop(output);
        written.map_err(|source| CommandError::Write { file: self.name.clone(), source })?;
        self.finish()
    }
}
