//! Actors from a table.
