//! An error with its causes as one line, for the log: "the store failed" alone hides a full disk.

use std::{error::Error, fmt};

/// Shows an error and everything that caused it, outermost first. A cause that its error has quoted
/// already is not repeated.
#[derive(Clone, Copy, Debug)]
pub struct ErrorChain<'a>(pub &'a (dyn Error + 'static));

impl fmt::Display for ErrorChain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut last = self.0.to_string();
        f.write_str(&last)?;
        for cause in std::iter::successors(self.0.source(), |&cause| cause.source()) {
            let text = cause.to_string();
            if !last.ends_with(&text) {
                write!(f, ": {text}")?;
                last = text;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    enum StorageError {
        #[error("the store failed")]
        Write(#[source] Box<StorageError>),
        #[error("writing failed: {0}")]
        Disk(#[source] std::io::Error),
    }

    #[test]
    fn every_cause_is_shown_and_none_twice() {
        let disk = StorageError::Disk(std::io::Error::other("no space left on device"));
        let error = StorageError::Write(Box::new(disk));
        assert_eq!(ErrorChain(&error).to_string(), "the store failed: writing failed: no space left on device");
    }
}
