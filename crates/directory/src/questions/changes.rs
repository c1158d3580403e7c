//! What changed: the log, of every entity only its last change.

use domain::{ActorId, record::EntityRef};

use crate::{
    LogEntry, Snapshot,
    entry::Stamp,
    snapshot::{
        log::LogItem,
        ties::{Tie, TieKind},
    },
};

impl Snapshot {
    /// The changes behind a place in the log, at most `first` of them, in the order they happened;
    /// of every entity only the last one. Who keeps the last sequence it was given can go on from
    /// there.
    ///
    /// What belongs to actors of whom none is public is left out: the actors' own change tells.
    pub fn changes(&self, after: Option<u64>, first: usize) -> Vec<LogEntry> {
        self.tables.log.after(after).filter_map(|item| self.log_entry(item)).take(first).collect()
    }

    /// How many changes there are in all: as many as [`Self::changes`] gives from the beginning.
    ///
    /// The log is not read for it. It has one place per entity, so what is left out can be counted by
    /// kind: what there is, less what is shown, of which the indexes know the number. Only contact
    /// persons, of whom there is no index, are looked at one by one.
    pub fn count_changes(&self) -> u64 {
        let (tables, indexes) = (&self.tables, &self.indexes);
        let hidden = [
            tables.offers.iter().count() as u64 - indexes.offers.all().len(),
            tables.events.iter().count() as u64 - indexes.events.all().len(),
            tables.projects.iter().count() as u64 - indexes.projects.all().len(),
            tables.links.iter().count() as u64 - indexes.links.all().len(),
            tables.contacts.iter().filter(|(_, contact)| !tables.is_shown(contact.actor)).count() as u64,
        ];
        tables.log.len() as u64 - hidden.iter().sum::<u64>()
    }

    fn log_entry(&self, item: &LogItem) -> Option<LogEntry> {
        let (entity, stamp) = match item {
            LogItem::Told(no) => return self.tables.log.entry_at(*no).copied(),
            LogItem::Actor(no) => {
                let actor = self.tables.actors.get(*no)?;
                (EntityRef::of::<domain::Actor>(actor.record().id), actor.stamp)
            }
            LogItem::Tied(tie) if self.tables.is_tie_shown(*tie) => self.tied_entity(*tie)?,
            LogItem::Tied(_) => return None,
        };
        Some(LogEntry { sequence: stamp.sequence, at: stamp.at(), entity, removed: false })
    }

    fn tied_entity(&self, tie: Tie) -> Option<(EntityRef, Stamp)> {
        let tables = &self.tables;
        Some(match tie.kind {
            TieKind::Offer => {
                let offer = tables.offers.get(tie.no)?;
                (EntityRef::of::<domain::Offer>(offer.fact.id), offer.stamp)
            }
            TieKind::Event => {
                let event = tables.events.get(tie.no)?;
                (EntityRef::of::<domain::Event>(event.fact.id), event.stamp)
            }
            TieKind::Project => {
                let project = tables.projects.get(tie.no)?;
                (EntityRef::of::<domain::Project>(project.fact.id), project.stamp)
            }
            TieKind::Link => {
                let link = tables.links.get(tie.no)?;
                (EntityRef::of::<domain::CooperationLink>(link.fact.id), link.stamp)
            }
            TieKind::Contact => {
                let contact = tables.contacts.get(tie.no)?;
                (EntityRef::of::<domain::ContactPerson>(contact.contact.id), contact.stamp)
            }
        })
    }

    /// The place in the log of a public actor's last change.
    pub fn actor_sequence(&self, id: ActorId) -> Option<u64> {
        self.tables.actors.find(id).map(|(_, actor)| actor.stamp.sequence)
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use crate::{Settings, Snapshot, testing::World};

    #[test]
    fn the_count_of_changes_is_the_length_of_the_feed() {
        for seed in 0..20 {
            let mut world = World::new(seed, 30);
            let mut snapshot = Snapshot::build(Settings::default(), world.facts()).expect("a snapshot");
            for _ in 0..20 {
                assert_eq!(snapshot.count_changes(), snapshot.changes(None, usize::MAX).len() as u64, "seed {seed}");
                snapshot = snapshot.apply(&world.change()).expect("a snapshot");
            }
        }
    }
}
