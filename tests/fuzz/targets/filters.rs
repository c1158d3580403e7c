//! Fuzzes [`fuzz::targets::filters`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::filters(data));
