//! Boundaries from GeoJSON.
