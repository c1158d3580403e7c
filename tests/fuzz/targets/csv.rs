//! Fuzzes [`fuzz::targets::csv`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::csv(data));
