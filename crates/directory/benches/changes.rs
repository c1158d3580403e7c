//! Stage.
fn main() {}
