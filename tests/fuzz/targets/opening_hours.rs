//! Fuzzes [`fuzz::targets::opening_hours`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::targets::opening_hours(data));
