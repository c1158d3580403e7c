//! A column: one small value per number, in chunks that are shared until one of their values changes.

use std::sync::Arc;

const CHUNK: usize = 1024;

/// Values by number; a number never written has the default value.
#[derive(Clone, Debug)]
pub(crate) struct DenseColumn<T> {
    chunks: Arc<Vec<Arc<[T; CHUNK]>>>,
    default: T,
}

impl<T: Copy + PartialEq> DenseColumn<T> {
    pub(crate) fn new(default: T) -> Self {
        Self { chunks: Arc::default(), default }
    }

    pub(crate) fn get(&self, no: u32) -> T {
        let at = no as usize;
        self.chunks.get(at / CHUNK).map_or(self.default, |chunk| chunk[at % CHUNK])
    }

    /// No number from here on was ever written.
    pub(crate) fn len(&self) -> usize {
        self.chunks.len() * CHUNK
    }

    /// Writes a value, copying its chunk if somebody else still reads it.
    pub(crate) fn set(&mut self, no: u32, value: T) {
        let at = no as usize;
        if at / CHUNK >= self.chunks.len() && value == self.default {
            return;
        }
        let default = self.default;
        let chunks = Arc::make_mut(&mut self.chunks);
        while chunks.len() <= at / CHUNK {
            chunks.push(Arc::new([default; CHUNK]));
        }
        Arc::make_mut(&mut chunks[at / CHUNK])[at % CHUNK] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_keeps_its_values_when_the_other_changes() {
        let mut column = DenseColumn::new(0_u64);
        column.set(5000, 7);
        let before = column.clone();
        column.set(5000, 8);
        assert_eq!((before.get(5000), column.get(5000), column.get(4999), column.get(1 << 20)), (7, 8, 0, 0));
    }
}
