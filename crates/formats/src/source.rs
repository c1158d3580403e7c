//! The bytes of a file on their way to a parser: a byte order mark is skipped, UTF-8 is checked,
//! lines are counted and no single entry may grow without bound.

use std::{
    cell::{Cell, RefCell},
    io::{self, Read},
    rc::Rc,
};

use thiserror::Error;

/// How many bytes one entry may have; a city's boundary fits many times.
pub(crate) const LARGEST_ENTRY: u64 = 32 * 1024 * 1024;

/// How many lists one entry may open: each position of a boundary is one, and takes ten times its text in memory.
pub(crate) const MOST_LISTS: u64 = 200_000;

const BUFFER: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Why bytes are not handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum ReadRefusal {
    #[error("line {line}, byte {byte}: not UTF-8")]
    NotUtf8 { line: u64, byte: u64 },
    #[error("line {line}: the entry is larger than {LARGEST_ENTRY} bytes")]
    EntryTooLarge { line: u64 },
    #[error("line {line}: the entry has more than {MOST_LISTS} lists and positions")]
    TooManyLists { line: u64 },
}

/// What the parser's side may know of the source while the parser holds it.
#[derive(Clone, Default)]
pub(crate) struct Progress(Rc<State>);

#[derive(Default)]
struct State {
    line: Cell<u64>,
    byte: Cell<u64>,
    entry_start: Cell<u64>,
    /// Lists opened since the entry began.
    lists: Cell<u64>,
    refusal: RefCell<Option<ReadRefusal>>,
}

impl Progress {
    /// The line of the byte that was handed on last, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.0.line.get() + 1
    }

    /// From here on a new entry is counted.
    pub(crate) fn start_entry(&self) {
        self.0.entry_start.set(self.0.byte.get());
        self.0.lists.set(0);
    }

    /// Why the source stopped, if it did.
    pub(crate) fn refusal(&self) -> Option<ReadRefusal> {
        *self.0.refusal.borrow()
    }
}

/// A reader that checks what passes through.
pub(crate) struct CheckedReader<R> {
    inner: R,
    buffer: Box<[u8]>,
    /// Next byte to hand on.
    start: usize,
    /// End of what is known to be whole UTF-8 characters.
    checked: usize,
    /// End of what was read.
    end: usize,
    progress: Progress,
    begun: bool,
    finished: bool,
}

impl<R: Read> CheckedReader<R> {
    pub(crate) fn new(inner: R) -> Self {
        let buffer = vec![0; BUFFER].into_boxed_slice();
        let progress = Progress::default();
        Self { inner, buffer, start: 0, checked: 0, end: 0, progress, begun: false, finished: false }
    }

    pub(crate) fn progress(&self) -> Progress {
        self.progress.clone()
    }

    fn refuse(&self, refusal: ReadRefusal) -> io::Error {
        *self.progress.0.refusal.borrow_mut() = Some(refusal);
        io::Error::new(io::ErrorKind::InvalidData, refusal)
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.progress.0.byte.get() - self.progress.0.entry_start.get() > LARGEST_ENTRY {
            return Err(self.refuse(ReadRefusal::EntryTooLarge { line: self.progress.line() }));
        }
        if self.progress.0.lists.get() > MOST_LISTS {
            return Err(self.refuse(ReadRefusal::TooManyLists { line: self.progress.line() }));
        }
        while self.start == self.checked && !self.finished {
            self.buffer.copy_within(self.checked..self.end, 0);
            self.end -= self.checked;
            (self.start, self.checked) = (0, 0);
            let read = self.read_inner()?;
            self.end += read;
            self.finished = read == 0;
            if !self.begun {
                if self.end < BYTE_ORDER_MARK.len() && !self.finished {
                    continue;
                }
                self.begun = true;
                if self.buffer[..self.end].starts_with(BYTE_ORDER_MARK) {
                    self.start = BYTE_ORDER_MARK.len();
                    self.progress.0.byte.set(BYTE_ORDER_MARK.len() as u64);
                }
            }
            self.check()?;
        }
        Ok(())
    }

    fn read_inner(&mut self) -> io::Result<usize> {
        loop {
            match self.inner.read(&mut self.buffer[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }

    fn check(&mut self) -> io::Result<()> {
        let fresh = &self.buffer[self.start..self.end];
        let valid = match str::from_utf8(fresh) {
            Ok(_) => fresh.len(),
            Err(error) if error.error_len().is_none() && !self.finished => error.valid_up_to(),
            Err(error) => {
                let good = &fresh[..error.valid_up_to()];
                let lines = good.iter().filter(|byte| **byte == b'\n').count() as u64;
                let byte = self.progress.0.byte.get() + good.len() as u64;
                return Err(self.refuse(ReadRefusal::NotUtf8 { line: self.progress.line() + lines, byte }));
            }
        };
        self.checked = self.start + valid;
        Ok(())
    }
}

impl<R: Read> Read for CheckedReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.start == self.checked {
            self.fill()?;
        }
        let state = &self.progress.0;
        if let ([byte], true) = (&mut *into, self.start < self.checked) {
            // The JSON parser asks byte by byte; everything below is too slow for that.
            *byte = self.buffer[self.start];
            self.start += 1;
            state.byte.set(state.byte.get() + 1);
            match *byte {
                b'\n' => state.line.set(state.line.get() + 1),
                b'[' => state.lists.set(state.lists.get() + 1),
                _ => {}
            }
            return Ok(1);
        }
        let ready = &self.buffer[self.start..self.checked];
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        let count_of = |wanted: u8| ready[..count].iter().filter(|byte| **byte == wanted).count() as u64;
        state.line.set(state.line.get() + count_of(b'\n'));
        state.lists.set(state.lists.get() + count_of(b'['));
        state.byte.set(state.byte.get() + count as u64);
        self.start += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands on one byte at a time, as a slow connection does.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(into.len()).min(1);
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn all(mut source: CheckedReader<impl Read>) -> io::Result<String> {
        let mut text = String::new();
        source.read_to_string(&mut text).map(|_| text)
    }

    #[test]
    fn a_byte_order_mark_is_skipped_however_slowly_it_comes() {
        let text = "\u{FEFF}ä ö\nü";
        assert_eq!(all(CheckedReader::new(text.as_bytes())).expect("text"), "ä ö\nü");
        assert_eq!(all(CheckedReader::new(Drip(text.as_bytes()))).expect("text"), "ä ö\nü");
    }

    #[test]
    fn what_is_not_utf_8_is_told_with_line_and_byte() {
        for bytes in [b"ab\nc\xFFd".as_slice(), b"ab\nc\xC3".as_slice()] {
            let source = CheckedReader::new(Drip(bytes));
            let progress = source.progress();
            assert!(all(source).is_err());
            assert_eq!(progress.refusal(), Some(ReadRefusal::NotUtf8 { line: 2, byte: 4 }));
        }
    }

    #[test]
    fn an_endless_entry_is_refused() {
        let source = CheckedReader::new(io::repeat(b' '));
        let progress = source.progress();
        assert!(io::copy(&mut Box::new(source), &mut io::sink()).is_err());
        assert_eq!(progress.refusal(), Some(ReadRefusal::EntryTooLarge { line: 1 }));
    }
}
