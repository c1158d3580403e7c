//! The index: built at once, then changed edit by edit, each edit leaving a new handle.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use tantivy::index::SegmentId;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyError};

use super::document::TextDocument;
use super::memory::Memory;
use super::query::TextQuery;
use super::search::{Hits, Segment, plans};
use super::terms::Fields;
use super::words::WordReader;

/// What the writer may hold in memory while the whole collection passes through it: it decides how
/// many segments there are to merge at the end.
const BUILD_BUDGET: usize = 50_000_000;
/// The same for edits; the least tantivy accepts.
const EDIT_BUDGET: usize = 15_000_000;

/// How many documents make a segment so large that it is not merged any further.
const LARGE: u32 = 250_000;

/// A fault of the index; the cause is tantivy's.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The empty index could not be set up.
    #[error("the text index could not be created")]
    Create(#[source] TantivyError),
    /// Documents could not be written.
    #[error("documents could not be written to the text index")]
    Write(#[source] TantivyError),
    /// The newest state could not be opened.
    #[error("the text index could not be opened for reading")]
    Open(#[source] TantivyError),
    /// A question could not be answered.
    #[error("the text index could not be searched")]
    Search(#[source] TantivyError),
    /// An edit on a handle that is not the newest: the history of an index does not fork.
    #[error("the text index has been changed through a newer handle")]
    Superseded,
    /// An earlier edit broke off in the middle.
    #[error("an earlier edit of the text index broke off")]
    BrokenOff,
}

/// A handle on one state of the index. Cheap to clone; never sees a later state.
#[derive(Clone)]
pub struct TextIndex {
    shared: Arc<Shared>,
    segments: Arc<[Segment]>,
    edits: u64,
}

/// What all handles of one index share.
struct Shared {
    fields: Fields,
    reader: IndexReader,
    writer: Mutex<Writer>,
}

struct Writer {
    tantivy: IndexWriter,
    /// How many edits there have been: only the handle of the last may be edited.
    edits: u64,
}

impl TextIndex {
    /// Builds the index in memory. Of documents with the same number all are kept, so there should
    /// be none.
    ///
    /// # Errors
    /// When tantivy fails.
    pub fn build<'a>(documents: impl IntoIterator<Item = TextDocument<'a>>) -> Result<Self, IndexError> {
        let (schema, fields) = Fields::schema();
        let index = Index::create(Memory::default(), schema, IndexSettings::default()).map_err(IndexError::Create)?;
        fill(&index, fields, documents).map_err(IndexError::Write)?;
        let tantivy = index.writer_with_options(options(EDIT_BUDGET)).map_err(IndexError::Create)?;
        tantivy.set_merge_policy(Box::new(merge_policy()));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(IndexError::Open)?;
        let shared = Arc::new(Shared { fields, reader, writer: Mutex::new(Writer { tantivy, edits: 0 }) });
        let segments = shared.segments(&[]).map_err(IndexError::Open)?;
        Ok(Self { shared, segments, edits: 0 })
    }

    /// A handle that sees the edits: `removals` gone, `upserts` added or replaced by their number,
    /// the last of equal numbers staying. This handle keeps answering as before.
    ///
    /// # Errors
    /// [`IndexError::Superseded`] unless this is the newest handle. When tantivy fails, nothing is
    /// changed and the edit can be tried again.
    pub fn apply<'a>(
        &self,
        upserts: impl IntoIterator<Item = TextDocument<'a>>,
        removals: &[u32],
    ) -> Result<Self, IndexError> {
        let mut writer = self.shared.writer()?;
        if writer.edits != self.edits {
            return Err(IndexError::Superseded);
        }
        if let Err(error) = edit(&writer.tantivy, self.shared.fields, upserts, removals)
            .and_then(|()| writer.tantivy.commit().map(drop))
        {
            // The writer stays usable; should even that fail, the first error says why.
            if writer.tantivy.rollback().is_ok() {
                writer.tantivy.set_merge_policy(Box::new(merge_policy()));
            }
            return Err(IndexError::Write(error));
        }
        self.shared.reader.reload().map_err(IndexError::Open)?;
        let segments = self.shared.segments(&self.segments).map_err(IndexError::Open)?;
        writer.edits += 1;
        Ok(Self { shared: Arc::clone(&self.shared), segments, edits: writer.edits })
    }

    /// Every document that has all words of the question; all documents, scored 0, where it has none.
    ///
    /// # Errors
    /// When tantivy fails, which on an index in memory is a fault of the program.
    pub fn search(&self, query: &TextQuery) -> Result<Hits, IndexError> {
        let plans = plans(query);
        let mut found = Vec::new();
        for segment in self.segments.iter() {
            segment.search(self.shared.fields, &plans, &mut found).map_err(IndexError::Search)?;
        }
        Ok(Hits::new(found))
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.reader.num_docs() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl std::fmt::Debug for TextIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextIndex")
            .field("documents", &self.len())
            .field("segments", &self.segments.len())
            .field("edits", &self.edits)
            .finish()
    }
}

impl Shared {
    fn writer(&self) -> Result<MutexGuard<'_, Writer>, IndexError> {
        self.writer.lock().map_err(|_| IndexError::BrokenOff)
    }

    /// The segments of the newest state; what `known` ones have read already is kept.
    fn segments(&self, known: &[Segment]) -> Result<Arc<[Segment]>, TantivyError> {
        let known: HashMap<SegmentId, &Segment> =
            known.iter().map(|segment| (segment.reader.segment_id(), segment)).collect();
        let searcher = self.reader.searcher();
        let segments = searcher.segment_readers().iter().map(|reader| match known.get(&reader.segment_id()) {
            // The reader is taken anew, because only it knows what was deleted since.
            Some(segment) => Ok(Segment { reader: reader.clone(), numbers: Arc::clone(&segment.numbers) }),
            None => Segment::open(reader),
        });
        segments.collect()
    }
}

/// Writes the documents and merges what the writer left, as few segments as memory allows: a
/// question walks through the dictionaries of each, and while a segment is merged it is there twice.
fn fill<'a>(
    index: &Index,
    fields: Fields,
    documents: impl IntoIterator<Item = TextDocument<'a>>,
) -> Result<(), TantivyError> {
    let mut writer = index.writer_with_options(options(BUILD_BUDGET))?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    let mut reader = WordReader::new();
    for document in documents {
        writer.add_document(fields.document(&document, &mut reader))?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_metas()?;
    for group in groups(segments.iter().map(|segment| (segment.id(), segment.num_docs()))) {
        if group.len() > 1 {
            writer.merge(&group).wait()?;
        }
    }
    writer.wait_merging_threads()
}

/// Segments, given with how many documents they hold, in groups that make one of at most [`LARGE`]
/// each.
fn groups<S>(segments: impl IntoIterator<Item = (S, u32)>) -> Vec<Vec<S>> {
    let mut groups = Vec::new();
    let mut group = Vec::new();
    let mut documents = 0;
    for (segment, held) in segments {
        if documents + held > LARGE {
            groups.push(std::mem::take(&mut group));
            documents = 0;
        }
        group.push(segment);
        documents += held;
    }
    groups.push(group);
    groups
}

fn edit<'a>(
    writer: &IndexWriter,
    fields: Fields,
    upserts: impl IntoIterator<Item = TextDocument<'a>>,
    removals: &[u32],
) -> Result<(), TantivyError> {
    for number in removals {
        writer.delete_term(fields.number_term(*number));
    }
    let mut reader = WordReader::new();
    for document in upserts {
        writer.delete_term(fields.number_term(document.number));
        writer.add_document(fields.document(&document, &mut reader))?;
    }
    Ok(())
}

fn options(budget: usize) -> IndexWriterOptions {
    IndexWriterOptions::builder().num_worker_threads(1).num_merge_threads(1).memory_budget_per_thread(budget).build()
}

/// Merges run beside the edits, on a thread of their own. Every edit leaves a segment of its own;
/// those within a factor of eight of each other are merged once there are five, so that there are a
/// few per order of magnitude, and one is written anew when a third of it is deleted. Large ones are
/// left alone until enough of them is deleted.
fn merge_policy() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(5);
    policy.set_min_layer_size(64);
    policy.set_level_log_size(3.0);
    policy.set_max_docs_before_merge(LARGE as usize * 4 / 5);
    policy.set_del_docs_ratio_before_merge(0.34);
    policy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_merged_in_groups_that_stay_within_the_largest_size() {
        assert_eq!(groups([('a', LARGE - 2), ('b', 2), ('c', 1), ('d', 5)]), [vec!['a', 'b'], vec!['c', 'd']]);
        assert_eq!(groups([('a', 1), ('b', LARGE)]), [['a'], ['b']]);
        assert_eq!(groups::<char>([]), [Vec::<char>::new()]);
    }
}
