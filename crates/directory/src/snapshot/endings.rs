//! Endings: which offers and events are over, so that nobody is found by them any more, and which offers no longer say
//! whether they take people on.
//!
//! The read model has no clock: whoever holds a snapshot says which day it is ([`Snapshot::on_day`]).
//! Where nobody says it, nothing is over. What is searched of actors, and the days of the week on which
//! they are there, follow the day; pages of offers and events have filters of their own.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{Offer, offer::CurrentAvailability};
use imbl::OrdSet;

use super::{
    Snapshot,
    tables::{FactTables, Touched},
    ties::{Tie, TieKind},
};
use crate::OfferNo;

/// When offers and events end and availabilities expire, and the day it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Endings {
    ends: OrdSet<(NaiveDateTime, Tie)>,
    today: Option<NaiveDate>,
}

impl FactTables {
    /// The local time at which an offer or event is over for good.
    fn end(&self, tie: Tie) -> Option<NaiveDateTime> {
        match tie.kind {
            TieKind::Offer => day_end(self.offers.get(tie.no)?.data().valid_until?),
            TieKind::Event => {
                let event = self.events.get(tie.no)?;
                let data = event.data();
                let last = match event.series() {
                    Some(series) => series.end()?,
                    None => data.first_start(),
                };
                Some(data.end_of(last))
            }
            TieKind::Project | TieKind::Link | TieKind::Contact => None,
        }
    }

    /// Whether an offer or event was over before today.
    pub(crate) fn is_over(&self, tie: Tie) -> bool {
        let Some(today) = self.endings.today else { return false };
        self.end(tie).is_some_and(|end| end <= today.and_time(NaiveTime::MIN))
    }

    /// Whether an offer takes people on, as far as that holds today.
    pub(crate) fn availability(&self, offer: &Offer) -> Option<CurrentAvailability> {
        offer.availability_on(self.endings.today.unwrap_or(NaiveDate::MIN))
    }

    /// The local times at which something is said of an actor no more: that of the end, and that at which an
    /// availability no longer holds.
    fn ends(&self, tie: Tie) -> impl Iterator<Item = NaiveDateTime> + use<> {
        let offer = (tie.kind == TieKind::Offer).then(|| self.offers.get(tie.no)).flatten();
        let until = offer.and_then(|offer| day_end(offer.data().availability_until?));
        self.end(tie).into_iter().chain(until)
    }

    pub(super) fn note_end(&mut self, tie: Tie) {
        for end in self.ends(tie) {
            self.endings.ends.insert((end, tie));
        }
    }

    pub(super) fn drop_end(&mut self, tie: Tie) {
        for end in self.ends(tie) {
            self.endings.ends.remove(&(end, tie));
        }
    }
}

/// The midnight behind a day.
fn day_end(day: NaiveDate) -> Option<NaiveDateTime> {
    Some(day.succ_opt()?.and_time(NaiveTime::MIN))
}

impl Snapshot {
    /// The day it is; none where nobody said it.
    pub fn day(&self) -> Option<NaiveDate> {
        self.tables.endings.today
    }

    /// Whether an offer takes people on, as far as that holds today.
    pub fn availability_of(&self, no: OfferNo) -> Option<CurrentAvailability> {
        self.tables.availability(self.offer(no).data())
    }

    /// The same on a later day: nobody is found any more by offers and events that were over before, nor by an
    /// availability that held until then.
    /// Nothing else of an answer changes, so neither does the version.
    #[must_use]
    pub fn on_day(&self, day: NaiveDate) -> Self {
        let mut next = self.clone();
        if self.tables.endings.today.is_some_and(|today| day <= today) {
            return next;
        }
        let since = self.tables.endings.today.map_or(NaiveDateTime::MIN, |today| today.and_time(NaiveTime::MIN));
        let mut touched = Touched::default();
        for (end, tie) in &self.tables.endings.ends {
            if *end > day.and_time(NaiveTime::MIN) {
                break;
            }
            if *end > since {
                touched.actors.extend(self.tables.owners(*tie).into_iter().map(|owner| owner.0));
            }
        }
        next.tables.endings.today = Some(day);
        let mut indexes = next.indexes.clone();
        indexes.follow(self.state(), next.state(), &touched, true);
        next.indexes = indexes;
        next.texts = self.texts.after(self, next.state(), &touched, false);
        next
    }
}
