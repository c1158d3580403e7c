//! How entries are laid out: two spaces a level, one value a line, so that a changed field is a
//! changed line; only positions of boundaries stay together, else a polygon fills pages.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// Serialises `value` as it stands `depth` levels deep.
pub(super) fn write<W: Write>(out: &mut W, value: &impl Serialize, depth: usize) -> serde_json::Result<()> {
    let layout = Layout { depth, lists: Vec::new(), has_value: false };
    value.serialize(&mut serde_json::Serializer::with_formatter(out, layout))
}

struct Layout {
    depth: usize,
    /// For every open level whether it is a list.
    lists: Vec<bool>,
    has_value: bool,
}

impl Layout {
    /// Whether the innermost level is a list in a list in a list: a position of a polygon, a ring
    /// of a multipolygon.
    fn is_dense(&self) -> bool {
        matches!(self.lists.as_slice(), [.., true, true, true])
    }

    fn new_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        for _ in 0..self.depth + self.lists.len() {
            out.write_all(b"  ")?;
        }
        Ok(())
    }

    fn before_value<W: ?Sized + Write>(&self, out: &mut W, first: bool) -> io::Result<()> {
        match (first, self.is_dense()) {
            (true, true) => Ok(()),
            (false, true) => out.write_all(b", "),
            (true, false) => self.new_line(out),
            (false, false) => out.write_all(b",").and_then(|()| self.new_line(out)),
        }
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        let dense = self.is_dense();
        self.lists.pop();
        if self.has_value && !dense {
            self.new_line(out)?;
        }
        self.has_value = true;
        out.write_all(bracket)
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.lists.push(true);
        self.has_value = false;
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.before_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.lists.push(false);
        self.has_value = false;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.before_value(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}
