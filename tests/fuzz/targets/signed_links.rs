//! Fuzzes [`fuzz::targets::signed_links`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::signed_links(data));
