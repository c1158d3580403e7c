//! Fuzzes [`fuzz::targets::xlsx`].
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: fuzz::targets::forgive_panics_of("calamine"),
    |data: &[u8]| fuzz::targets::xlsx(data)
);
