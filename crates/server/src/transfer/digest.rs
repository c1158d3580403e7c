//! What stands for files and how they are read.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::{ImportSource, TransferError};

/// The sources, and what stands for everything they say: the first half of a SHA-256 as hexadecimal
/// digits.
pub(super) async fn hash_sources(sources: Vec<ImportSource>) -> Result<(Vec<ImportSource>, String), TransferError> {
    let hashing = tokio::task::spawn_blocking(move || {
        let mut hash = Sha256::new();
        for source in &sources {
            let mut bytes = source.open()?;
            let mut buffer = vec![0; 64 * 1024];
            let mut size: u64 = 0;
            loop {
                match bytes.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(count) => {
                        size += count as u64;
                        hash.update(buffer.get(..count).unwrap_or_default());
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(source.unreadable(error)),
                }
            }
            drop(bytes);
            // Sizes keep files apart; the options say how a table is read.
            hash.update(size.to_be_bytes());
            hash.update(source.reading_key().as_bytes());
            hash.update(source.extension().as_bytes());
        }
        let digest = hash.finalize();
        let half: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Ok((sources, half))
    });
    hashing.await.map_err(TransferError::Stopped)?
}
