//! Who works with whom: one actor's cooperations, and the shortest chain between two actors.

use std::collections::HashMap;

use domain::vocabulary::LinkStatus;

use super::page::{CursorOrder, Span, page};
use crate::{
    ActorNo, Cooperation, CooperationQuestion, Direction, LinkNo, Page, QuestionError, Snapshot,
    snapshot::{indexes::name_key, keys::Key},
};

impl Snapshot {
    /// A page of an actor's cooperations, by the partners' names.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn cooperations(
        &self,
        actor: ActorNo,
        question: &CooperationQuestion,
    ) -> Result<Page<Cooperation>, QuestionError> {
        let span = Span::new(CursorOrder::Partner, &question.window)?;
        let statuses: &[LinkStatus] =
            if question.statuses.is_empty() { &[LinkStatus::Active] } else { &question.statuses };
        let is_asked = |no: &LinkNo| {
            let link = self.link(*no).data();
            statuses.contains(&link.status) && (question.kinds.is_empty() || question.kinds.contains(&link.kind))
        };
        let found: Vec<Cooperation> =
            self.links_of(actor).filter(is_asked).map(|link| self.cooperation_of(actor, link)).collect();
        let total = found.len() as u64;
        let key =
            |it: Cooperation| Key { id: self.link(it.link).record().id.uuid(), ..name_key(self.actor(it.partner)) };
        let slice = span.slice(found, key);
        Ok(page(CursorOrder::Partner, total, &slice, key, |it| it))
    }

    /// A link as seen from one of its ends.
    pub fn cooperation_of(&self, actor: ActorNo, link: LinkNo) -> Cooperation {
        let entry = self.link(link);
        let direction = if entry.data().kind.is_symmetric() {
            Direction::Mutual
        } else if entry.from() == actor {
            Direction::Outgoing
        } else {
            Direction::Incoming
        };
        Cooperation { link, partner: entry.partner_of(actor), direction }
    }

    /// An actor's active links with the other ends, by the other ends' ids, then the links'.
    pub(super) fn active_partners(&self, actor: ActorNo) -> Vec<(ActorNo, LinkNo)> {
        let active = self.links_of(actor).filter(|no| self.link(*no).data().status == LinkStatus::Active);
        let mut partners: Vec<_> = active.map(|no| (self.link(no).partner_of(actor), no)).collect();
        partners.sort_by_key(|(partner, link)| (self.actor(*partner).record().id, self.link(*link).record().id));
        partners
    }

    /// The shortest chain of active links from one actor to another, whichever way they point: each
    /// actor with the link that led to it. Of equally short ones, the one whose actors' ids are
    /// smallest from the front. `None` when nothing joins the two.
    pub fn cooperation_path(&self, from: ActorNo, to: ActorNo) -> Option<Vec<(Option<LinkNo>, ActorNo)>> {
        let steps = self.steps_towards(from, to)?;
        let mut path = vec![(None, from)];
        let mut at = from;
        while at != to {
            let nearer = steps[&at] - 1;
            let next = self.active_partners(at).into_iter().find(|(partner, _)| steps.get(partner) == Some(&nearer))?;
            path.push((Some(next.1), next.0));
            at = next.0;
        }
        Some(path)
    }

    /// How many links everybody is away from `to`, as far out as `from` stands.
    fn steps_towards(&self, from: ActorNo, to: ActorNo) -> Option<HashMap<ActorNo, u32>> {
        let mut steps = HashMap::from([(to, 0)]);
        let mut edge = vec![to];
        for step in 1.. {
            if steps.contains_key(&from) {
                return Some(steps);
            }
            if edge.is_empty() {
                return None;
            }
            let mut next = Vec::new();
            for actor in edge {
                for link in self.links_of(actor) {
                    let entry = self.link(link);
                    let partner = entry.partner_of(actor);
                    if entry.data().status == LinkStatus::Active && !steps.contains_key(&partner) {
                        steps.insert(partner, step);
                        next.push(partner);
                    }
                }
            }
            edge = next;
        }
        None
    }
}
