//! Fuzzes [`fuzz::targets::xlsx`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::xlsx(data));
