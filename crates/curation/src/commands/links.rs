//! The life of a cooperation link: proposed, confirmed by each side, active, dormant, ended; or
//! rejected.
//!
//! ```text
//! proposed ─→ confirmed_by_one_side ─→ active ─→ dormant ─→ ended
//!     └──────────────┴─→ rejected         └───────────────────┘
//! ```

mod confirm;
mod propose;
mod status_changes;

use chrono::NaiveDate;
use domain::{ActorId, CooperationLink, Record, vocabulary::LinkStatus};
use messages::Message;

pub use confirm::ConfirmLink;
pub use propose::ProposeLink;
pub use status_changes::LinkStatusChange;

use super::lifecycle::wrong_state;
use crate::{CurationError, Member, permission};

/// One side of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The side a directed link starts from.
    From,
    /// The side a directed link ends at.
    To,
}

impl Side {
    /// The actor on this side.
    pub const fn of(self, link: &CooperationLink) -> ActorId {
        match self {
            Self::From => link.from,
            Self::To => link.to,
        }
    }

    /// The day on which this side confirmed a link.
    pub const fn confirmation(self, link: &CooperationLink) -> Option<NaiveDate> {
        match self {
            Self::From => link.confirmations.from,
            Self::To => link.confirmations.to,
        }
    }

    /// The side across.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::From => Self::To,
            Self::To => Self::From,
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
        }
    }
}

/// Refuses a member who speaks for neither side.
fn check_represents_side(member: &Member, link: &Record<CooperationLink>) -> Result<(), CurationError> {
    permission::to_speak(member, &[link.data.from, link.data.to])
}

/// The refusal of a step that a link's status does not allow.
fn wrong_status(status: LinkStatus) -> CurationError {
    wrong_state(
        "LINK_STATUS",
        Message::new("state-link-status")
            .with("status", Message::new("state-link-status-name").with("status", status.slug())),
    )
}
