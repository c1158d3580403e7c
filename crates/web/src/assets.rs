//! The files that npm bundled when this was built. Their names hold a hash of their content, so browsers may keep
//! them for good.

/// Where the files are served.
pub const FOLDER: &str = "/assets/";

/// One file of the bundle.
#[derive(Debug)]
pub struct Asset {
    name: &'static str,
    hashed: &'static str,
    /// `Content-Type`.
    pub media_type: &'static str,
    /// The bytes.
    pub content: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file by the name of its source, such as `page.css`.
///
/// # Panics
/// When the bundle has no such file, which the first test of any page would notice.
pub fn address(name: &str) -> String {
    let asset = ASSETS.iter().find(|asset| asset.name == name).expect("the bundle has every file that pages name");
    format!("{FOLDER}{}", asset.hashed)
}

/// The file at an address below [`FOLDER`].
pub fn at(hashed: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.hashed == hashed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_at_its_address() {
        assert!(ASSETS.len() >= 3);
        for asset in ASSETS {
            let address = address(asset.name);
            assert_eq!(at(&address[FOLDER.len()..]).map(|found| found.name), Some(asset.name));
        }
        assert!(at("page.css").is_none(), "without its hash a file could not be kept for good");
    }
}
