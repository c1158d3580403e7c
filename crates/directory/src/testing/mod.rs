//! For tests and benchmarks: directories by seed, and a naive reading of every filter.
