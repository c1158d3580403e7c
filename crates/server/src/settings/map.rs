//! What lies below the districts on maps: nothing, somebody's style, or a file of tiles.

use std::{
    io::Read,
    path::{Path, PathBuf},
};

use axum::http::HeaderValue;
use bytes::Bytes;
use pmtiles::{Compression, Header, PmtError, TileType};
use serde::{Deserialize, Deserializer, de::Error};
use url::Url;

use super::{
    accounts,
    address::{self, is_protected},
};

/// The bytes of the header of a file of tiles (PMTiles 3, section 3).
const HEADER_BYTES: u64 = 127;

/// What lies below the districts; nothing where nothing is said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Map {
    /// A style of MapLibre on the web.
    #[serde(deserialize_with = "style")]
    pub style: Option<Url>,
    /// A file of tiles that this service hands out itself.
    pub pmtiles: Option<PathBuf>,
    /// Where else the style has its tiles and pictures.
    #[serde(deserialize_with = "accounts::origins")]
    pub origins: Vec<HeaderValue>,
    /// Whose map it is, as readers see it.
    pub attribution: Option<String>,
    /// Where readers learn more of that.
    #[serde(deserialize_with = "address::web_address")]
    pub attribution_url: Option<Url>,
}

impl Map {
    /// Whom maps ask beside this service: the origin of the style, and the others that are named.
    pub fn strangers(&self) -> Vec<String> {
        let Some(style) = &self.style else { return Vec::new() };
        let mut origins = vec![style.origin().ascii_serialization()];
        origins.extend(self.origins.iter().filter_map(|origin| origin.to_str().ok()).map(str::to_owned));
        origins.sort_unstable();
        origins.dedup();
        origins
    }

    /// What is wrong with these settings, taken together and with the file they name: the keys, and what is said of each.
    pub(super) fn complaints(&self) -> Vec<(&'static str, String)> {
        let mut wrong = Vec::new();
        let given = match (&self.style, &self.pmtiles) {
            (Some(_), Some(_)) => {
                wrong.push(("map.pmtiles", "stands beside map.style: allowed is one of them".to_owned()));
                return wrong;
            }
            (Some(_), None) => "map.style",
            (None, Some(_)) => "map.pmtiles",
            (None, None) => {
                let alone = [
                    ("map.attribution", self.attribution.is_some()),
                    ("map.attribution_url", self.attribution_url.is_some()),
                    ("map.origins", !self.origins.is_empty()),
                ];
                let told = "is of no use alone: a map needs style or pmtiles as well";
                wrong
                    .extend(alone.into_iter().filter(|(_, is_given)| *is_given).map(|(key, _)| (key, told.to_owned())));
                return wrong;
            }
        };
        if self.attribution.as_ref().is_none_or(|text| text.trim().is_empty()) {
            let told =
                "has no attribution: readers must see whose map it is, such as attribution = \"© OpenStreetMap\"";
            wrong.push((given, told.to_owned()));
        }
        if self.pmtiles.is_some() && !self.origins.is_empty() {
            let told = "is for a style alone: the tiles of a file come from this service";
            wrong.push(("map.origins", told.to_owned()));
        }
        let open = |origin: &&HeaderValue| {
            origin.to_str().ok().and_then(|origin| Url::parse(origin).ok()).is_none_or(|origin| !is_protected(&origin))
        };
        if let Some(open) = self.origins.iter().find(open) {
            wrong.push((
                "map.origins",
                format!("has {open:?}, where anybody on the way could read along: allowed is https://"),
            ));
        }
        wrong.extend(self.pmtiles.as_deref().and_then(file_complaint).map(|told| ("map.pmtiles", told)));
        wrong
    }
}

/// Reads the address of a style: encrypted, but on the machine itself.
fn style<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Url>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let url = Url::parse(&text).ok().filter(is_protected);
    // Its origin stands in policies, where other letters would say something else.
    let url = url.filter(|url| accounts::one_origin(&url.origin().ascii_serialization()).is_ok());
    url.map(Some).ok_or_else(|| {
        D::Error::custom(format!(
            "{text:?} is not the address of a style: allowed is https://, such as \"https://tiles.example.org/style.json\""
        ))
    })
}

/// What is wrong with a file of tiles, as far as its header tells.
fn file_complaint(path: &Path) -> Option<String> {
    let shown = path.display();
    let mut header = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(HEADER_BYTES).read_to_end(&mut header));
    if let Err(error) = read {
        return Some(format!("cannot be read: {shown}: {error}"));
    }
    let allowed = "allowed is a file of PMTiles, version 3";
    let header = match Header::try_from_bytes(Bytes::from(header)) {
        Ok(header) if header.spec_version() == 3 => header,
        Ok(header) => return Some(format!("is of version {}: {shown}: {allowed}", header.spec_version())),
        Err(PmtError::UnsupportedPmTilesVersion) => return Some(format!("is of an older version: {shown}: {allowed}")),
        Err(_) => return Some(format!("is no file of tiles: {shown}: {allowed}")),
    };
    if !matches!(header.tile_compression, Compression::Gzip | Compression::None) {
        return Some(format!(
            "has tiles compressed by {:?}: {shown}: allowed are gzip and none",
            header.tile_compression
        ));
    }
    let is_drawn = !matches!(header.tile_type, TileType::Unknown | TileType::Mlt);
    (!is_drawn)
        .then(|| format!("has tiles of a kind that no map draws: {shown}: allowed are mvt, png, jpeg, webp and avif"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::File;

    fn read(text: &str) -> Result<Map, String> {
        toml::from_str::<File>(&format!("[map]\n{text}\n")).map(|file| file.map).map_err(|error| error.to_string())
    }

    fn error_text(text: &str) -> String {
        let complaints = read(text).expect("settings that can be read").complaints();
        complaints.into_iter().map(|(key, told)| format!("{key} {told}")).collect::<Vec<_>>().join("; ")
    }

    const STYLE: &str = "style = \"https://tiles.example.org/style.json?key=a\"\n";

    #[test]
    fn a_style_is_asked_over_encrypted_connections() {
        for style in ["https://tiles.example.org/style.json", "http://127.0.0.1:4000/style.json", "http://localhost/s"]
        {
            assert!(read(&format!("style = \"{style}\"")).is_ok(), "{style}");
        }
        for style in
            ["http://tiles.example.org/style.json", "style.json", "file:///style.json", "https://a;b.example/s"]
        {
            let refusal = read(&format!("style = \"{style}\"")).expect_err(style);
            assert!(
                refusal.contains("line 2") && refusal.contains("https://tiles.example.org/style.json"),
                "{refusal}"
            );
        }
        let with = |origin: &str| error_text(&format!("{STYLE}attribution = \"©\"\norigins = [\"{origin}\"]"));
        assert!(with("http://fonts.example.org").contains("map.origins has \"http://fonts.example.org\""));
        assert_eq!(with("https://fonts.example.org"), "");
    }

    #[test]
    fn maps_ask_the_style_and_who_is_named() {
        let map = read(&format!("{STYLE}origins = [\"https://a.example\", \"https://tiles.example.org\"]"));
        assert_eq!(map.expect("settings").strangers(), ["https://a.example", "https://tiles.example.org"]);
        assert!(Map::default().strangers().is_empty());
    }

    #[test]
    fn what_makes_no_sense_together_is_told() {
        assert_eq!(error_text(""), "");
        assert!(error_text(&format!("{STYLE}pmtiles = \"a.pmtiles\"")).contains("map.pmtiles stands beside map.style"));
        assert!(error_text(STYLE).starts_with("map.style has no attribution"));
        assert!(error_text(&format!("{STYLE}attribution = \" \"")).starts_with("map.style has no attribution"));
        assert!(error_text("attribution = \"©\"").starts_with("map.attribution is of no use alone"));
        assert!(
            error_text("pmtiles = \"nowhere.pmtiles\"\nattribution = \"©\"")
                .contains("map.pmtiles cannot be read: nowhere.pmtiles")
        );
        assert!(read("attribution_url = \"javascript:alert(1)\"").is_err_and(|told| told.contains("line 2")));
    }

    #[test]
    fn a_file_that_holds_no_tiles_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.pmtiles");
        for (content, says) in [
            (&b"PNG"[..], "is no file of tiles"),
            (b"PMTiles\x03", "is no file of tiles"),
            (b"PM\x02\x00", "is of an older version"),
        ] {
            std::fs::write(&path, content).expect("written");
            let told = file_complaint(&path).expect("a complaint");
            assert!(told.contains(says) && told.contains("a.pmtiles") && told.contains("version 3"), "{told}");
        }
    }
}
