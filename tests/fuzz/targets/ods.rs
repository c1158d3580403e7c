//! Fuzzes [`fuzz::targets::ods`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::ods(data));
