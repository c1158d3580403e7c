//! Fuzzes [`fuzz::targets::cursors`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::cursors(data));
