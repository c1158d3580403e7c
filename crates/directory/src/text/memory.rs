//! The memory the index lives in: tantivy's own, with a lock that waits no longer than needed.
//!
//! Opening the newest state and clearing away merged segments exclude each other by a lock file,
//! which tantivy looks for again only every 100 ms. An edit that met a merge took that long; here
//! it is woken as soon as the other is done.

use std::io;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use tantivy::Directory;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    DirectoryLock, FileHandle, Lock, META_LOCK, RamDirectory, WatchCallback, WatchHandle, WritePtr,
};

/// A directory of files in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    files: RamDirectory,
    meta: Arc<Gate>,
}

/// Lets one through at a time.
#[derive(Debug, Default)]
struct Gate {
    is_taken: Mutex<bool>,
    freed: Condvar,
}

/// Frees the gate when dropped.
struct Pass(Arc<Gate>);

impl Gate {
    fn pass(self: &Arc<Self>) -> Pass {
        // No one panics while holding the flag, so a poisoned one is as good as any.
        let mut is_taken = self.is_taken.lock().unwrap_or_else(PoisonError::into_inner);
        while *is_taken {
            is_taken = self.freed.wait(is_taken).unwrap_or_else(PoisonError::into_inner);
        }
        *is_taken = true;
        Pass(Arc::clone(self))
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        *self.0.is_taken.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.freed.notify_one();
    }
}

impl Directory for Memory {
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        if lock.filepath == META_LOCK.filepath {
            Ok(DirectoryLock::from(Box::new(self.meta.pass())))
        } else {
            self.files.acquire_lock(lock)
        }
    }

    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.files.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.files.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.files.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.files.sync_directory()
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_the_lock_is_let_in_once_it_is_free() {
        let memory = Memory::default();
        let held = memory.acquire_lock(&META_LOCK).expect("lock");
        let other = memory.clone();
        let waiting = std::thread::spawn(move || other.acquire_lock(&META_LOCK).is_ok());
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert!(!waiting.is_finished());
        drop(held);
        assert!(waiting.join().expect("no panic"));
        assert!(memory.acquire_lock(&META_LOCK).is_ok());
    }
}
