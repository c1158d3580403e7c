//! The links of a merge: each goes to the survivor, unless it would join the survivor to itself or
//! stand twice.

use std::cmp::Reverse;

use chrono::NaiveDate;
use domain::{CooperationLink, Record, vocabulary::LinkStatus};
use store::Merge;

use crate::{CurationError, fields::rename::rename_reference, unit_of_work::UnitOfWork};

impl UnitOfWork {
    pub(super) async fn move_links(&mut self, merge: &mut Merge) -> Result<(), CurationError> {
        let theirs = self.writer.of_actor::<CooperationLink>(merge.loser).await?;
        let own = self.writer.of_actor::<CooperationLink>(merge.survivor).await?;
        let (at, today) = (self.writer.at(), self.curation.today());
        let mut next = Vec::new();
        for link in theirs {
            let is_between = [link.data.from, link.data.to].contains(&merge.survivor);
            if is_between {
                // It cannot be rewritten: no link joins an actor to itself. Its other end is archived.
                next.extend(close(&link, today).map(|data| link.next(at, data)));
                continue;
            }
            let Some(data) = rename_reference(&link.data, merge.loser.uuid(), merge.survivor.uuid()) else { continue };
            let rival = own.iter().find(|own| {
                own.data.status.is_open()
                    && data.status.is_open()
                    && own.data.kind == data.kind
                    && own.data.pair() == data.pair()
            });
            match rival {
                Some(rival) if precedence(rival) > precedence(&link) => {
                    next.extend(close(&link, today).map(|data| link.next(at, data)));
                }
                Some(rival) => {
                    next.extend(close(rival, today).map(|data| rival.next(at, data)));
                    next.push(link.next(at, data));
                }
                None => next.push(link.next(at, data)),
            }
        }
        self.rewrite(next, merge).await
    }
}

/// Of two links that would be one, that which has come further stays, else the older one.
fn precedence(link: &Record<CooperationLink>) -> (u8, Reverse<domain::LinkId>) {
    let rank = match link.data.status {
        LinkStatus::Active => 3,
        LinkStatus::Dormant => 2,
        LinkStatus::ConfirmedByOneSide => 1,
        LinkStatus::Proposed | LinkStatus::Ended | LinkStatus::Rejected => 0,
    };
    (rank, Reverse(link.id))
}

/// The link ended, or rejected where not both had confirmed it; `None` when it is closed already.
fn close(link: &Record<CooperationLink>, today: NaiveDate) -> Option<CooperationLink> {
    let mut data = link.data.clone();
    match data.status {
        LinkStatus::Active | LinkStatus::Dormant => {
            data.status = LinkStatus::Ended;
            let first = data.since.unwrap_or(today);
            data.until = data.until.or(Some(today.max(first)));
        }
        LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide => data.status = LinkStatus::Rejected,
        LinkStatus::Ended | LinkStatus::Rejected => return None,
    }
    Some(data)
}
