//! How much room is left on the disk of a SQLite file, told before there is none.
//!
//! A full disk stops every change, so staff should hear of it while there is still room: in the log, as the
//! metric `bruecke_disk_free_bytes` and by the code `STORAGE_LOW` of `/health/ready`. Until there is room
//! again the public hands in nothing, so that what is left is for staff and members. How much room a
//! PostgreSQL server has cannot be asked over its connection: its operators watch it.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use store::Store;

/// How often somebody looks although nobody asks.
const INTERVAL: Duration = Duration::from_secs(10);
/// What is little where nothing is said, bytes.
const LEAST_FREE: u64 = 256 * 1024 * 1024;
/// The same on a small disk, as a share of it.
const SMALL_DISK_SHARE: u64 = 10;

/// The disk that a database grows on.
#[derive(Debug)]
pub struct DiskSpace {
    /// The folder of the file; `None` where the database is not on this machine.
    folder: Option<PathBuf>,
    least_free_bytes: Option<u64>,
    was_low: AtomicBool,
}

impl DiskSpace {
    /// The disk of a store's file; less than `least_free_bytes` on it is little.
    pub fn of(store: &Store, least_free_bytes: Option<u64>) -> Self {
        let folder = store.file().map(|file| match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        });
        Self { folder, least_free_bytes, was_low: AtomicBool::new(false) }
    }

    /// Whether there is little room left. Asks the operating system, which has the number in memory.
    pub fn is_low(&self) -> bool {
        let Some(folder) = &self.folder else { return false };
        let free = match fs4::statvfs(folder) {
            Ok(disk) => {
                metrics::gauge!("bruecke_disk_free_bytes").set(disk.available_space() as f64);
                (disk.available_space(), disk.total_space())
            }
            Err(error) => {
                tracing::warn!(error = %domain::ErrorChain(&error), "the free space of the database's disk cannot be read");
                return false;
            }
        };
        let is_low = is_little(free, self.least_free_bytes);
        if self.was_low.swap(is_low, Ordering::Relaxed) != is_low {
            let free_bytes = free.0;
            if is_low {
                tracing::error!(
                    free_bytes,
                    "the disk of the database is nearly full: nothing is taken from the public until there is room"
                );
            } else {
                tracing::info!(free_bytes, "there is room on the disk of the database again");
            }
        }
        is_low
    }

    /// Looks again and again, so that it is told although nobody asks.
    pub async fn watch(self: Arc<Self>) {
        if self.folder.is_none() {
            return;
        }
        loop {
            self.is_low();
            tokio::time::sleep(INTERVAL).await;
        }
    }
}

/// Whether so many free bytes of so many are little.
fn is_little((free, total): (u64, u64), least_free_bytes: Option<u64>) -> bool {
    free < least_free_bytes.unwrap_or_else(|| LEAST_FREE.min(total / SMALL_DISK_SHARE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_is_less_than_256_mib_on_a_small_disk_the_last_tenth_or_what_is_said() {
        const MIB: u64 = 1 << 20;
        assert!(is_little((255 * MIB, 100_000 * MIB), None));
        assert!(!is_little((256 * MIB, 100_000 * MIB), None));
        assert!(!is_little((2 * MIB, 16 * MIB), None));
        assert!(is_little((MIB, 16 * MIB), None));
        assert!(is_little((2 * MIB, 16 * MIB), Some(3 * MIB)) && !is_little((0, 16 * MIB), Some(0)));
    }
}
