//! Which actors look like the same: what of an actor is compared, how alike two are and why, and by
//! which keys the alike are found without comparing everybody with everybody.

mod fingerprint;
mod keys;
mod names;
mod signs;
mod words;

pub use fingerprint::Fingerprint;
pub use keys::BLOCK;
pub use signs::{Likeness, SUSPICIOUS, Sign};
