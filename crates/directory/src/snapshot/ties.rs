//! Ties: what belongs to whom. An actor's offers, events, projects, links and contact persons, kept
//! in the order they are shown in, whether the public sees them (yet) or not.

use std::{cmp::Ordering, sync::Arc};

use super::{log::LogItem, tables::FactTables};
use crate::ActorNo;

/// What belongs to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TieKind {
    Offer,
    Event,
    Project,
    Link,
    Contact,
}

/// One thing that belongs to an actor, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tie {
    pub(crate) kind: TieKind,
    pub(crate) no: u32,
}

impl FactTables {
    /// What belongs to an actor, in order; some of it may not be shown.
    pub(crate) fn ties(&self, actor: ActorNo, kind: TieKind) -> &[Tie] {
        let all = self.all_ties(actor);
        let start = all.partition_point(|tie| tie.kind < kind);
        let end = all.partition_point(|tie| tie.kind <= kind);
        &all[start..end]
    }

    /// Everything that belongs to an actor.
    pub(crate) fn all_ties(&self, actor: ActorNo) -> &[Tie] {
        self.ties.get(actor.index()).and_then(Option::as_ref).map_or(&[], |ties| &**ties)
    }

    /// To whom something belongs.
    pub(super) fn owners(&self, tie: Tie) -> Vec<ActorNo> {
        let mut owners = match tie.kind {
            TieKind::Offer => self.offers.get(tie.no).map(|it| vec![it.actor]).unwrap_or_default(),
            TieKind::Event => self.events.get(tie.no).map(|it| it.hosts.to_vec()).unwrap_or_default(),
            TieKind::Project => self.projects.get(tie.no).map(|it| it.participants.to_vec()).unwrap_or_default(),
            TieKind::Link => self.links.get(tie.no).map(|it| vec![it.from, it.to]).unwrap_or_default(),
            TieKind::Contact => self.contacts.get(tie.no).map(|it| vec![it.actor]).unwrap_or_default(),
        };
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// Whether the public sees what belongs to somebody.
    pub(crate) fn is_tie_shown(&self, tie: Tie) -> bool {
        match tie.kind {
            TieKind::Offer => self.offers.get(tie.no).is_some_and(|it| self.is_shown(it.actor)),
            TieKind::Event => self.events.get(tie.no).is_some_and(|it| it.hosts.iter().any(|no| self.is_shown(*no))),
            TieKind::Project => {
                self.projects.get(tie.no).is_some_and(|it| it.participants.iter().any(|no| self.is_shown(*no)))
            }
            TieKind::Link => self.links.get(tie.no).is_some_and(|it| self.is_shown(it.from) && self.is_shown(it.to)),
            TieKind::Contact => self.contacts.get(tie.no).is_some_and(|it| self.is_shown(it.actor)),
        }
    }

    pub(super) fn detach(&mut self, tie: Tie) {
        self.drop_end(tie);
        for owner in self.owners(tie) {
            self.change_ties(owner, |ties, _| ties.retain(|other| *other != tie));
        }
    }

    pub(super) fn attach(&mut self, tie: Tie) -> LogItem {
        self.note_end(tie);
        for owner in self.owners(tie) {
            self.change_ties(owner, |ties, tables| {
                let at = tables.map_or(ties.len(), |tables| {
                    ties.partition_point(|other| tables.compare(*other, tie) == Ordering::Less)
                });
                ties.insert(at, tie);
            });
        }
        LogItem::Tied(tie)
    }

    /// Changes what belongs to an actor; there are no tables while everything is taken in for the
    /// first time, as the order comes only then.
    fn change_ties(&mut self, owner: ActorNo, change: impl FnOnce(&mut Vec<Tie>, Option<&Self>)) {
        if let Some(gathered) = &mut self.gathered {
            if gathered.len() <= owner.index() {
                gathered.resize_with(owner.index() + 1, Vec::new);
            }
            change(&mut gathered[owner.index()], None);
            return;
        }
        let mut ties = self.all_ties(owner).to_vec();
        change(&mut ties, Some(self));
        while self.ties.len() <= owner.index() {
            self.ties.push_back(None);
        }
        self.ties.set(owner.index(), frozen(&ties));
    }

    /// Puts all ties in order, after everything was taken in for the first time.
    pub(crate) fn sort_ties(&mut self) {
        self.log.settle();
        let gathered = self.gathered.take().unwrap_or_default();
        for mut ties in gathered {
            ties.sort_unstable_by(|a, b| self.compare(*a, *b));
            self.ties.push_back(frozen(&ties));
        }
    }

    /// Offers and projects by title, events by first start, links and contacts by id.
    fn compare(&self, a: Tie, b: Tie) -> Ordering {
        a.kind.cmp(&b.kind).then_with(|| match a.kind {
            TieKind::Offer => {
                let key = |tie: Tie| self.offers.get(tie.no).map(|it| (&it.title_key, it.fact.id));
                key(a).cmp(&key(b))
            }
            TieKind::Event => {
                let key = |tie: Tie| self.events.get(tie.no).map(|it| (it.fact.data.starts_at, it.fact.id));
                key(a).cmp(&key(b))
            }
            TieKind::Project => {
                let key = |tie: Tie| self.projects.get(tie.no).map(|it| (&it.title_key, it.fact.id));
                key(a).cmp(&key(b))
            }
            TieKind::Link => {
                let key = |tie: Tie| self.links.get(tie.no).map(|it| it.fact.id);
                key(a).cmp(&key(b))
            }
            TieKind::Contact => {
                let key = |tie: Tie| self.contacts.get(tie.no).map(|it| it.contact.id);
                key(a).cmp(&key(b))
            }
        })
    }
}

/// Ties as they are kept: in no more room than they need, and in none where there are none.
fn frozen(ties: &[Tie]) -> Option<Arc<[Tie]>> {
    (!ties.is_empty()).then(|| ties.into())
}
