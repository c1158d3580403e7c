//! Loads the demo directory or a generated one.

use std::sync::Arc;

use chrono::Utc;
use store::Store;

use super::{
    ImportSource, TransferError,
    import::{Options, Summary, import},
};
use crate::demo;

/// The written demo directory.
pub fn source() -> ImportSource {
    ImportSource::Bytes("demo directory", demo::json().into())
}

/// Loads the written demo directory into a store.
///
/// # Errors
/// [`TransferError`]; nothing has been written then.
pub async fn load(store: &Store) -> Result<Summary, TransferError> {
    let options = Options { now: Utc::now(), progress: Arc::new(()), welcome: None };
    import(store, vec![source()], options).await
}
