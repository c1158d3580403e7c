//! Programs that read: files, feeds, map tiles; and the tables that staff take out.

pub mod basemap;
pub mod cached_get;
pub mod exports;
pub mod feeds;
pub mod staff_export;
pub mod tiles;
