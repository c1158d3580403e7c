//! The two sides of a link.

use chrono::NaiveDate;
use domain::{ActorId, CooperationLink, Record, vocabulary::LinkStatus};
use messages::Message;

use crate::{CurationError, Member, commands::lifecycle::wrong_state, permission};

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
pub(super) fn check_represents_side(member: &Member, link: &Record<CooperationLink>) -> Result<(), CurationError> {
    permission::to_speak(member, &[link.data.from, link.data.to])
}

/// The refusal of a step that a link's status does not allow.
pub(super) fn wrong_status(status: LinkStatus) -> CurationError {
    wrong_state("LINK_STATUS", Message::new("state-link-status").with("status", status))
}
