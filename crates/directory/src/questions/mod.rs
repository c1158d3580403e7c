//! The questions, one room each; all are methods of `Snapshot`.
//!
//! To add a question: its shape in `question.rs` or `answer.rs`, a file here; if it has pages, a
//! [`page::Tag`] and keys, and the paging comes by itself.

mod activities;
mod actors;
mod changes;
mod cooperations;
mod demand;
mod event_dates;
mod events;
mod facets;
mod features;
mod filter;
mod labels;
mod link_conditions;
mod map;
mod matches;
mod nearest;
mod offers;
mod page;
mod partners;
mod plan;
mod suggest;
mod title_rank;
mod words;

pub use demand::MAX_DEMAND_KEYS;
pub use filter::{MAX_DEPTH, MAX_NESTED, MAX_RADIUS, MAX_VALUES};
pub(crate) use link_conditions::is_member;
pub use map::MapPlace;
pub(crate) use page::cursor_text;

use domain::Position;

use crate::{DistrictNo, QuestionError, Snapshot};

impl Snapshot {
    /// The deepest district a point lies in; of neighbours that share the border, one.
    ///
    /// # Errors
    /// [`QuestionError::InvalidPosition`].
    pub fn district_at(&self, longitude: f64, latitude: f64) -> Result<Option<DistrictNo>, QuestionError> {
        let refuse = |reason| QuestionError::off_the_earth(None, reason);
        let position = Position::new(longitude, latitude).map_err(refuse)?;
        Ok(self.gazetteer().district_at(position).and_then(|id| self.district_no(id)))
    }
}
