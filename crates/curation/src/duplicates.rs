//! Which actors look like the same: what of an actor is compared, how alike two are and why, and how
//! to find the alike without comparing everybody with everybody.

mod blocks;
mod fingerprint;
mod likeness;

pub(crate) use blocks::alike_pairs;
pub(crate) use fingerprint::Fingerprint;
pub use likeness::{Likeness, Sign};
pub(crate) use likeness::{SUSPICIOUS, likeness};
