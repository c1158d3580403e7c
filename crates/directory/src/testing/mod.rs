//! For tests and benchmarks: directories by seed ([`World`]), filters by seed ([`random_filter`]),
//! a naive reading of every filter ([`Naive`]) and a dump of all that a snapshot holds ([`dump()`]).
//!
//! The same seed always gives the same world, in this crate and in the tests over a real store.

mod changes;
mod dump;
mod naive;
mod no_archive;
mod questions;
mod random;
mod world;

pub use dump::dump;
pub use naive::{Counted, Naive};
pub use no_archive::NoArchive;
pub use questions::{random_filter, random_near, random_window};
pub use random::Random;
pub use world::World;

/// Bytes that compare as German readers expect the texts to; what orders by name follow.
pub fn collated(text: &str) -> Vec<u8> {
    crate::snapshot::keys::collation_key(text).into_vec()
}
