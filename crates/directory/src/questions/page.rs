//! Pages: one way through every ordered answer, forwards and backwards, by cursors that say where
//! an entry stands and not which one it is, so that they stay true while entries come and go.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use crate::{
    Cursor, Page, QuestionError, Window,
    question::{DEFAULT_PAGE, MAX_PAGE},
    snapshot::{
        keys::{Key, OwnedKey},
        slices::{PageEnd, PageSlice},
    },
};

/// The order a cursor belongs to. The numbers stand in cursors, so they keep their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum CursorOrder {
    Relevance = 1,
    Name = 2,
    Distance = 3,
    Updated = 4,
    Verified = 5,
    OfferTitle = 6,
    EventStart = 7,
    Partner = 8,
}

const VERSION: u8 = 1;
/// A name of 200 characters has a key of less than 2,000 bytes.
const LONGEST: usize = 4096;
const ID: usize = 16;
const LEAD: usize = 8;
const CHECK: usize = 4;
const HEAD: usize = 2 + LEAD + ID;

/// The cursor of a place. Read from the front: version, order, what leads, id, check, name.
pub(super) fn cursor(tag: CursorOrder, key: Key<'_>) -> Cursor {
    let mut bytes = Vec::with_capacity(HEAD + CHECK + key.text.len());
    bytes.extend([VERSION, tag as u8]);
    bytes.extend(key.lead.to_be_bytes());
    bytes.extend(key.id.as_bytes());
    // The check is written with the text.
    bytes.extend([0; CHECK]);
    bytes.extend(key.text);
    Cursor::of_place(bytes)
}

/// The text of a cursor, from what [`cursor`] has put together.
pub(crate) fn cursor_text(place: &[u8]) -> String {
    let mut bytes = place.to_vec();
    let (head, rest) = bytes.split_at_mut(HEAD.min(place.len()));
    if let Some((written, text)) = rest.split_first_chunk_mut::<CHECK>() {
        *written = check(head, text).to_be_bytes();
    }
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place a cursor stands for.
pub(super) fn place(tag: CursorOrder, cursor: &Cursor, field: &str) -> Result<OwnedKey, QuestionError> {
    let text = cursor.text();
    read(tag, &text)
        .ok_or_else(|| QuestionError::InvalidCursor { field: field.to_owned(), given: text.chars().take(60).collect() })
}

fn read(tag: CursorOrder, text: &str) -> Option<OwnedKey> {
    if text.len() > LONGEST {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let head = bytes.get(..HEAD)?;
    let rest = bytes.strip_prefix(&[VERSION, tag as u8])?;
    let (lead, rest) = rest.split_first_chunk::<LEAD>()?;
    let (id, rest) = rest.split_first_chunk::<ID>()?;
    let (written, text) = rest.split_first_chunk::<CHECK>()?;
    let key = OwnedKey { lead: u64::from_be_bytes(*lead), text: text.to_vec(), id: Uuid::from_bytes(*id) };
    (check(head, text).to_be_bytes() == *written).then_some(key)
}

/// FNV-1a of everything a cursor says but its version: enough to tell a cursor from garbage; nothing
/// is secret in it.
fn check(head: &[u8], text: &[u8]) -> u32 {
    let bytes = head.iter().skip(1).chain(text);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// A window that was checked.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) after: Option<OwnedKey>,
    pub(super) before: Option<OwnedKey>,
    pub(super) side: PageEnd,
    pub(super) count: usize,
}

impl Span {
    /// Checks a window for an answer in the order of `tag`.
    pub(super) fn new(tag: CursorOrder, window: &Window) -> Result<Self, QuestionError> {
        let size = |field: &str, given: i32| match usize::try_from(given) {
            Ok(size) if size <= MAX_PAGE => Ok(size),
            _ => Err(QuestionError::PageSize { field: field.to_owned(), given: given.into(), allowed: MAX_PAGE }),
        };
        let (side, count) = match (window.first, window.last) {
            (Some(_), Some(_)) => return Err(QuestionError::InvalidWindow { field: "last".to_owned() }),
            (Some(first), None) => (PageEnd::Front, size("first", first)?),
            (None, Some(last)) => (PageEnd::Back, size("last", last)?),
            // Whoever gives nothing but `before` walks backwards.
            (None, None) if window.before.is_some() && window.after.is_none() => (PageEnd::Back, DEFAULT_PAGE),
            (None, None) => (PageEnd::Front, DEFAULT_PAGE),
        };
        let after = window.after.as_ref().map(|cursor| place(tag, cursor, "after")).transpose()?;
        let before = window.before.as_ref().map(|cursor| place(tag, cursor, "before")).transpose()?;
        Ok(Self { after, before, side, count })
    }

    fn is_too_early(&self, key: Key<'_>) -> bool {
        self.after.as_ref().is_some_and(|after| key <= after.as_key())
    }

    fn is_too_late(&self, key: Key<'_>) -> bool {
        self.before.as_ref().is_some_and(|before| key >= before.as_key())
    }

    /// The part of a list, given in any order, that the window asks for.
    pub(super) fn slice<'a, N: Copy>(
        &self,
        list: impl IntoIterator<Item = N>,
        key: impl Fn(N) -> Key<'a>,
    ) -> PageSlice<N> {
        let (mut early, mut late, mut inside) = (false, false, Vec::new());
        for node in list {
            let at = key(node);
            // A window whose end lies before its beginning is empty; entries between are on both sides.
            match (self.is_too_early(at), self.is_too_late(at)) {
                (false, false) => inside.push(node),
                (too_early, too_late) => (early, late) = (early | too_early, late | too_late),
            }
        }
        let compare = |a: &N, b: &N| key(*a).cmp(&key(*b));
        let left_over = inside.len() > self.count;
        if left_over && self.count > 0 {
            let at = if self.side == PageEnd::Front { self.count - 1 } else { inside.len() - self.count };
            inside.select_nth_unstable_by(at, compare);
        }
        match self.side {
            PageEnd::Front => inside.truncate(self.count),
            PageEnd::Back => drop(inside.drain(..inside.len().saturating_sub(self.count))),
        }
        inside.sort_unstable_by(compare);
        let (front, back) = (self.side == PageEnd::Front, self.side == PageEnd::Back);
        PageSlice { nodes: inside, before: early || (back && left_over), after: late || (front && left_over) }
    }
}

/// The page of a slice.
pub(super) fn page<'a, N: Copy, M>(
    tag: CursorOrder,
    total: u64,
    slice: &PageSlice<N>,
    key: impl Fn(N) -> Key<'a>,
    answer: impl Fn(N) -> M,
) -> Page<M> {
    Page {
        edges: slice.nodes.iter().map(|node| (cursor(tag, key(*node)), answer(*node))).collect(),
        has_previous: slice.before,
        has_next: slice.after,
        total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &[u8]) -> Key<'_> {
        Key { lead: 7, text, id: Uuid::from_u128(42) }
    }

    #[test]
    fn a_cursor_reads_back_in_its_own_order_only() {
        let written = cursor(CursorOrder::Name, key(b"abc"));
        assert_eq!(read(CursorOrder::Name, &written.text()).expect("key").as_key(), key(b"abc"));
        assert_eq!(read(CursorOrder::Updated, &written.text()), None);
    }

    #[test]
    fn garbage_is_no_cursor() {
        let mut forged = cursor(CursorOrder::Name, key(b"abc")).text().into_owned();
        forged.pop();
        for text in ["", "x", "AAAA", &"A".repeat(5000), "ä", &forged] {
            assert_eq!(read(CursorOrder::Name, text), None, "{text:?}");
        }
    }

    #[test]
    fn a_window_with_two_ends_or_too_many_entries_is_refused() {
        let code = |window: Window| Span::new(CursorOrder::Name, &window).err().map(|error| error.code());
        assert_eq!(code(Window { first: Some(1), last: Some(1), ..Window::default() }), Some("INVALID_WINDOW"));
        assert_eq!(code(Window { first: Some(-1), ..Window::default() }), Some("PAGE_SIZE"));
        assert_eq!(code(Window { last: Some(101), ..Window::default() }), Some("PAGE_SIZE"));
        assert_eq!(code(Window { first: Some(0), ..Window::default() }), None);
    }
}
