//! Reading whole tables in bounded memory: pages by key, decoded in parallel, handed on in order.
//!
//! One task owns a read transaction and asks for page after page (`WHERE id > last ORDER BY id`),
//! which costs the same for the last page as for the first. Decoding, most of the work, is done on
//! the blocking threads while the next page is being read. The task ends when nobody listens.

use std::{collections::VecDeque, pin::Pin, sync::Arc};

use futures_util::stream::{self, Stream};
use sea_orm::{DatabaseTransaction, QueryResult, Value};
use tokio::{
    sync::mpsc,
    task::{JoinHandle, spawn_blocking},
};
use uuid::Uuid;

use crate::{StoreError, rows};

/// Rows on one page.
const PAGE: i64 = 1_000;
/// Pages being decoded at once; with the pages waiting to be taken, the bound on memory.
const AT_ONCE: usize = 4;

/// A stream of things read from the store, each of which may fail.
pub type RowStream<T> = Pin<Box<dyn Stream<Item = Result<T, StoreError>> + Send>>;

type Batch<T> = Result<Vec<T>, StoreError>;

/// Where a reading task puts its pages.
pub(crate) struct BatchSender<T> {
    sender: mpsc::Sender<Batch<T>>,
    decoding: VecDeque<JoinHandle<Batch<T>>>,
}

/// Nobody listens any more.
pub(crate) struct Unheard;

/// Why a reading task stops early.
pub(crate) enum Stop {
    /// Nobody listens any more.
    Unheard,
    /// Reading failed.
    Failed(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<Unheard> for Stop {
    fn from(_: Unheard) -> Self {
        Self::Unheard
    }
}

impl<T: Send + 'static> BatchSender<T> {
    /// Decodes a page on another thread and hands finished ones on, in order.
    pub(crate) async fn push(&mut self, decode: impl FnOnce() -> Batch<T> + Send + 'static) -> Result<(), Unheard> {
        self.decoding.push_back(spawn_blocking(decode));
        if self.decoding.len() > AT_ONCE { self.hand_on().await } else { Ok(()) }
    }

    async fn hand_on(&mut self) -> Result<(), Unheard> {
        let Some(oldest) = self.decoding.pop_front() else { return Ok(()) };
        let page = oldest.await.unwrap_or(Err(StoreError::CutShort));
        self.sender.send(page).await.map_err(|_| Unheard)
    }
}

/// Runs a reading task and returns what it reads as a stream.
pub(crate) fn read<T, F, R>(task: F) -> RowStream<T>
where
    T: Send + 'static,
    F: FnOnce(BatchSender<T>) -> R,
    R: Future<Output = (BatchSender<T>, Result<(), Stop>)> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(1);
    let running = task(BatchSender { sender, decoding: VecDeque::new() });
    tokio::spawn(async move {
        let (mut pages, mut result) = running.await;
        while result.is_ok() && !pages.decoding.is_empty() {
            result = pages.hand_on().await.map_err(Stop::from);
        }
        if let Err(Stop::Failed(error)) = result {
            // If nobody listens, nobody misses the error either.
            let _ = pages.sender.send(Err(error)).await;
        }
    });
    Box::pin(stream::unfold((receiver, Vec::new().into_iter()), next))
}

type BatchState<T> = (mpsc::Receiver<Batch<T>>, std::vec::IntoIter<T>);

async fn next<T>((mut receiver, mut page): BatchState<T>) -> Option<(Result<T, StoreError>, BatchState<T>)> {
    loop {
        if let Some(item) = page.next() {
            return Some((Ok(item), (receiver, page)));
        }
        match receiver.recv().await? {
            Ok(fresh) => page = fresh.into_iter(),
            Err(error) => {
                receiver.close();
                return Some((Err(error), (receiver, Vec::new().into_iter())));
            }
        }
    }
}

/// Reads every row a query finds, page by page, and pushes them to be decoded.
///
/// The query's column `id` is the key, `$1` the key after which a page begins, `$2` how long it is;
/// `values` follow as `$3`, ….
pub(crate) async fn by_key<T, D>(
    transaction: &DatabaseTransaction,
    pages: &mut BatchSender<T>,
    sql: &str,
    values: &[Value],
    decode: D,
) -> Result<(), Stop>
where
    T: Send + 'static,
    D: Fn(&QueryResult) -> Result<Option<T>, StoreError> + Send + Sync + 'static,
{
    let decode = Arc::new(decode);
    let mut last = Uuid::nil();
    loop {
        let page = rows::select_dynamic(transaction, "reading a page", sql, [last.into(), PAGE.into()], values).await?;
        let Some(newest) = page.last() else { return Ok(()) };
        last = rows::get(newest, "id")?;
        let is_full = page.len() as i64 == PAGE;
        let decode = Arc::clone(&decode);
        pages.push(move || page.iter().filter_map(|row| decode(row).transpose()).collect()).await?;
        if !is_full {
            return Ok(());
        }
    }
}
