//! How far a transfer has come: the command line draws it, nobody else looks.

use std::{
    fmt,
    io::{self, Read},
};

/// What moves while files are read.
pub trait ProgressSink: fmt::Debug + Send + Sync {
    /// So many bytes more have been read.
    fn advance(&self, bytes: u64);
    /// Everything has been read.
    fn finish(&self);
}

/// Nobody looks.
impl ProgressSink for () {
    fn advance(&self, _bytes: u64) {}
    fn finish(&self) {}
}

/// Bytes that move it while they are read.
pub(super) struct ProgressReader<'a, R> {
    pub(super) bytes: R,
    pub(super) progress: &'a dyn ProgressSink,
}

impl<R: Read> Read for ProgressReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.progress.advance(count as u64);
        Ok(count)
    }
}
