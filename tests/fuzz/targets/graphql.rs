//! Fuzzes [`fuzz::targets::graphql`].
#![no_main]

libfuzzer_sys::fuzz_target!(init: fuzz::build_directory(), |data: &[u8]| fuzz::targets::graphql(data));
