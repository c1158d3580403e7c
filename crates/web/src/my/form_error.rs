//! Why forms do nothing although what stands in them is right.

use http::StatusCode;

use crate::suggestion::SuggestionLimit;

/// Why a form did nothing although what stands in it is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberFormError {
    /// It was done already, or what it is about has changed: the page shows how it is now.
    Stale,
    /// One person has confirmed a cooperation for both sides without saying on what evidence.
    EvidenceMissing,
    /// No proposals are taken now.
    Limit(SuggestionLimit),
}

impl MemberFormError {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Stale => "my-stale",
            Self::EvidenceMissing => "my-evidence-missing",
            Self::Limit(SuggestionLimit::Client { .. } | SuggestionLimit::Entry) => "suggest-limit-entry",
            Self::Limit(SuggestionLimit::Queue) => "suggest-limit-queue",
            Self::Limit(SuggestionLimit::Storage) => "suggest-limit-storage",
            Self::Limit(SuggestionLimit::Busy) => "suggest-limit-busy",
        }
    }

    /// The status of a page that says so.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Stale => StatusCode::CONFLICT,
            Self::EvidenceMissing => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Limit(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}
