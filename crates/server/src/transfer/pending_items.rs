//! The entities of a file that wait for the writer, in batches of a size that fits into memory.

use std::ops::ControlFlow;

use domain::{Actor, ContactPerson, CooperationLink, District, Event, Offer, Project, Theme};
use tokio::sync::mpsc;

use super::writing::{ImportBatch, Item};

/// How many entities are written at once.
const BATCH: usize = 500;

/// What was read and is not written yet.
#[derive(Default)]
pub(super) struct PendingItems {
    pub(super) districts: Vec<Item<District>>,
    pub(super) themes: Vec<Item<Theme>>,
    pub(super) actors: Vec<Item<Actor>>,
    pub(super) offers: Vec<Item<Offer>>,
    pub(super) events: Vec<Item<Event>>,
    pub(super) projects: Vec<Item<Project>>,
    pub(super) links: Vec<Item<CooperationLink>>,
    pub(super) persons: Vec<Item<ContactPerson>>,
}

impl PendingItems {
    /// Hands on what fills a batch; districts and themes wait for the end of all files, see `TreeItems`.
    pub(super) fn send_full(&mut self, batches: &mpsc::Sender<ImportBatch>) -> ControlFlow<()> {
        let full = |length: usize| length >= BATCH;
        let mut sent = Ok(());
        if full(self.actors.len()) {
            sent = batches.blocking_send(ImportBatch::Actors(std::mem::take(&mut self.actors)));
        }
        if full(self.offers.len()) {
            sent = sent.and_then(|()| batches.blocking_send(ImportBatch::Offers(std::mem::take(&mut self.offers))));
        }
        if full(self.events.len()) {
            sent = sent.and_then(|()| batches.blocking_send(ImportBatch::Events(std::mem::take(&mut self.events))));
        }
        if full(self.projects.len()) {
            sent = sent.and_then(|()| batches.blocking_send(ImportBatch::Projects(std::mem::take(&mut self.projects))));
        }
        if full(self.links.len()) {
            sent = sent.and_then(|()| batches.blocking_send(ImportBatch::Links(std::mem::take(&mut self.links))));
        }
        if full(self.persons.len()) {
            sent = sent.and_then(|()| batches.blocking_send(ImportBatch::Persons(std::mem::take(&mut self.persons))));
        }
        // The writer has refused something and takes no more: its error is told by itself.
        if sent.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    /// Drops what waits, because nothing will be written.
    pub(super) fn forget(&mut self) -> ControlFlow<()> {
        *self = Self::default();
        ControlFlow::Continue(())
    }

    pub(super) fn finish(self, batches: &mpsc::Sender<ImportBatch>) {
        for batch in [
            ImportBatch::Actors(self.actors),
            ImportBatch::Offers(self.offers),
            ImportBatch::Events(self.events),
            ImportBatch::Projects(self.projects),
            ImportBatch::Links(self.links),
            ImportBatch::Persons(self.persons),
        ] {
            if batches.blocking_send(batch).is_err() {
                return;
            }
        }
    }
}
