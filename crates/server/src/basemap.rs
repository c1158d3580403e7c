//! What lies below the districts on maps: somebody's style, which browsers fetch themselves, or a file of tiles that
//! is read here, tile by tile. So maps need no script more, and no other site learns who looks at them.

use std::{
    io,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, Compression, HashMapCache, PmtError, PmtResult, TileCoord,
    TileType,
};
use serde_json::{Value, json};
use thiserror::Error;
use tokio::{
    fs,
    io::{AsyncReadExt, AsyncSeekExt, SeekFrom},
};
use url::Url;

use crate::settings::Map;

/// Why there is no map below the districts.
#[derive(Debug, Error)]
pub enum BasemapError {
    /// The file cannot be opened, or its directory of tiles cannot be read.
    #[error("the file of tiles {path} cannot be used")]
    Open {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: PmtError,
    },
    /// A tile cannot be read.
    #[error(
        "a tile cannot be read; after another file has taken the place of the old one, the service is started again"
    )]
    Tile(#[source] PmtError),
}

/// What lies below the districts.
pub struct Basemap {
    /// Where it comes from.
    pub source: BasemapSource,
    attribution: String,
    attribution_url: Option<Url>,
}

/// Where it comes from.
pub enum BasemapSource {
    /// A style of MapLibre on the web.
    Style(Url),
    /// A file of tiles.
    Tiles(Box<Tiles>),
}

/// An open file of tiles.
pub struct Tiles {
    reader: AsyncPmTilesReader<TileFile>,
    layers: Vec<String>,
}

/// A tile as the file has it.
pub struct Tile {
    /// Its bytes.
    pub bytes: Bytes,
    /// `Content-Type`.
    pub media_type: &'static str,
    /// Whether the bytes are compressed with gzip.
    pub is_zipped: bool,
}

impl Basemap {
    /// Opens what the settings name, if they name anything. They were looked through when they were read.
    ///
    /// # Errors
    /// [`BasemapError::Open`] when the file cannot be used.
    pub async fn open(map: &Map) -> Result<Option<Self>, BasemapError> {
        let source = match (&map.style, &map.pmtiles) {
            (Some(style), _) => BasemapSource::Style(style.clone()),
            (None, Some(path)) => {
                let tiles = Tiles::open(TileFile(path.clone())).await;
                BasemapSource::Tiles(Box::new(
                    tiles.map_err(|source| BasemapError::Open { path: path.clone(), source })?,
                ))
            }
            (None, None) => return Ok(None),
        };
        let attribution = map.attribution.clone().unwrap_or_default();
        Ok(Some(Self { source, attribution, attribution_url: map.attribution_url.clone() }))
    }

    /// What maps are told of it. `origin` is where browsers reach this service.
    pub fn to_json(&self, origin: &str) -> Value {
        let mut told = match &self.source {
            BasemapSource::Style(style) => json!({ "style": style }),
            BasemapSource::Tiles(tiles) => tiles.to_json(origin),
        };
        told["attribution"] = json!(self.attribution);
        if let Some(url) = &self.attribution_url {
            told["attributionUrl"] = json!(url);
        }
        told
    }
}

impl Tiles {
    async fn open(file: TileFile) -> PmtResult<Self> {
        let reader = AsyncPmTilesReader::try_from_source(file).await?;
        let metadata: Value = match reader.get_metadata().await {
            Ok(text) => serde_json::from_str(&text).unwrap_or_default(),
            // Without it pictures are drawn all the same.
            Err(PmtError::InvalidMetadata) => Value::Null,
            Err(error) => return Err(error),
        };
        let layers = metadata["vector_layers"].as_array().into_iter().flatten();
        let layers = layers.filter_map(|layer| layer["id"].as_str().map(str::to_owned)).collect();
        Ok(Self { reader, layers })
    }

    fn to_json(&self, origin: &str) -> Value {
        let header = self.reader.get_header();
        json!({
            "type": if header.tile_type == TileType::Mvt { "vector" } else { "raster" },
            "tiles": [format!("{origin}/basemap/{{z}}/{{x}}/{{y}}")],
            "minzoom": header.min_zoom,
            "maxzoom": header.max_zoom,
            "bounds": [header.min_longitude, header.min_latitude, header.max_longitude, header.max_latitude],
            "layers": self.layers,
        })
    }

    /// A tile, if the file has it. `is_zipped` allows bytes that are compressed with gzip.
    ///
    /// # Errors
    /// [`BasemapError::Tile`] when the file cannot be read, or is another one by now.
    pub async fn tile(&self, at: TileCoord, is_zipped: bool) -> Result<Option<Tile>, BasemapError> {
        let header = self.reader.get_header();
        let is_zipped = is_zipped && header.tile_compression == Compression::Gzip;
        let read = match is_zipped {
            true => self.reader.get_tile(at).await,
            false => self.reader.get_tile_decompressed(at).await,
        };
        let media_type = header.tile_type.content_type();
        Ok(read.map_err(BasemapError::Tile)?.map(|bytes| Tile { bytes, media_type, is_zipped }))
    }
}

/// Opens a file to read many of its tiles one after the other.
///
/// # Errors
/// [`BasemapError::Open`] when the file cannot be used.
pub(crate) async fn open_tiles(path: &Path) -> Result<AsyncPmTilesReader<TileFile, HashMapCache>, BasemapError> {
    let reader = AsyncPmTilesReader::try_from_cached_source(TileFile(path.to_owned()), HashMapCache::default()).await;
    reader.map_err(|source| BasemapError::Open { path: path.to_owned(), source })
}

/// The file, opened for each read: mapped into memory, its being written over would end the process.
pub(crate) struct TileFile(PathBuf);

impl TileFile {
    /// Up to `length` bytes from `offset` on, with what tells this file from one that takes its place.
    async fn bytes(&self, offset: u64, length: usize) -> io::Result<BackendResponse> {
        let mut file = fs::File::open(&self.0).await?;
        let metadata = file.metadata().await?;
        file.seek(SeekFrom::Start(offset)).await?;
        let mut bytes = Vec::new();
        file.take(length as u64).read_to_end(&mut bytes).await?;
        let version = format!("{} {:?}", metadata.len(), metadata.modified()?);
        Ok(BackendResponse::new_with_version(bytes.into(), version))
    }
}

impl AsyncBackend for TileFile {
    async fn read_exact(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        let response = self.bytes(offset, length).await?;
        match response.bytes.len() {
            all if all == length => Ok(response),
            fewer => Err(PmtError::UnexpectedNumberOfBytesReturned(length, fewer)),
        }
    }

    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        Ok(self.bytes(offset, length).await?)
    }
}
