//! Fuzzes [`fuzz::targets::json`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::json(data));
