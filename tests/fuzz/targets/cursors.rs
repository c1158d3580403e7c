//! Fuzzes [`fuzz::targets::cursors`].
#![no_main]

libfuzzer_sys::fuzz_target!(init: fuzz::build_directory(), |data: &[u8]| fuzz::targets::cursors(data));
