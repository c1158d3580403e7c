//! What people at a terminal see: lines, and how far something is.

use std::{
    io::{IsTerminal, Write},
    sync::Arc,
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::transfer::ProgressSink;

/// A progress bar over bytes on a terminal, nothing elsewhere.
pub(super) fn progress(bytes: u64, message: &'static str) -> Arc<dyn ProgressSink> {
    if std::io::stderr().is_terminal() { Arc::new(progress_bar(bytes, message)) } else { Arc::new(()) }
}

fn progress_bar(bytes: u64, message: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left")
        .expect("the template is a constant that the tests draw");
    ProgressBar::new(bytes).with_style(style).with_message(message)
}

impl ProgressSink for ProgressBar {
    fn advance(&self, bytes: u64) {
        self.inc(bytes);
    }

    fn finish(&self) {
        self.finish_and_clear();
    }
}

/// Writes a line to standard output; a reader that has gone away is no fault.
pub(super) fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_progress_bar_can_be_drawn() {
        let bar = progress_bar(100, "reading");
        ProgressSink::advance(&bar, 100);
        ProgressSink::finish(&bar);
        assert!(bar.is_finished() && bar.position() == 100);
    }
}
