//! Addresses that are gone back to after signing in: only those within this service.

/// The longest that is gone back to.
const LENGTH: usize = 1_000;

/// Whether an address stays within this service, however a browser reads it.
pub fn is_local_path(address: &str) -> bool {
    address.len() <= LENGTH
        && address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_only_within_this_service() {
        for address in ["/", "/console", "/console?tab=due&x=%20", "/a//b"] {
            assert!(is_local_path(address), "{address}");
        }
        for address in
            ["", "console", "//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "/ä", "/ x"]
        {
            assert!(!is_local_path(address), "{address}");
        }
    }
}
