//! Everything that reads what strangers send, as functions of bytes that must never panic or take for ever.
//!
//! [`targets`] holds them. `tests/fuzz/run` lets libFuzzer look for bytes that break one; `tests/corpus.rs` asks
//! each about what is kept in `corpus/`: a few examples, and what once broke.
//!
//! To add one: a function in [`targets`] and its line in [`TARGETS`], a file in `targets/` beside the others with its
//! `[[bin]]` in `Cargo.toml`, and some examples in `corpus/NAME/`.

mod engine;
pub mod targets;

/// Builds the directory that some targets ask, so that the first bytes are not told to take as long.
pub fn build_directory() {
    std::sync::LazyLock::force(&engine::SNAPSHOT);
    targets::graphql(b"{ suggest(text: \"a\") { __typename } interpret(text: \"a\") { words } }");
}

/// A function of bytes.
pub type Target = fn(&[u8]);

/// Every target by the name of its corpus.
pub const TARGETS: &[(&str, Target)] = &[
    ("csv", targets::csv),
    ("cursors", targets::cursors),
    ("filters", targets::filters),
    ("geojson", targets::geojson),
    ("graphql", targets::graphql),
    ("json", targets::json),
    ("ods", targets::ods),
    ("opening_hours", targets::opening_hours),
    ("recurrence", targets::recurrence),
    ("signed_links", targets::signed_links),
    ("xlsx", targets::xlsx),
];
