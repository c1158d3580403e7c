//! The read model: every public question is answered here, from one immutable [`Snapshot`].
//!
//! No I/O, no lock, no await. The server feeds facts in ([`Snapshot::build`], [`Snapshot::apply`])
//! and publishes the newest snapshot through [`Live`].

pub mod answer;
pub mod archive;
pub mod entry;
pub mod error;
pub mod interpretation;
pub mod live;
pub mod question;
mod questions;
pub mod settings;
pub mod snapshot;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;

pub use answer::{
    Cooperation, Counts, Coverage, Direction, EventDate, EventStatus, Facets, LogEntry, MatchReason, MatchSubject,
    Reason, SuggestedPartner, Suggestion,
};
pub use archive::{Archive, ArchiveError, BoxFuture, PastVersion};
pub use entry::{
    ActorEntry, ActorNo, DistrictEntry, DistrictNo, EventEntry, EventNo, LinkEntry, LinkNo, OfferEntry, OfferNo,
    ProjectEntry, ProjectNo, ThemeEntry, ThemeNo,
};
pub use error::{IndexError, QuestionError};
pub use interpretation::{
    EventPeriod, Interpretation, InterpretationChip, MAX_QUESTION_WORDS, NamedPlace, OwnWordTable, OwnWords,
    OwnWordsError, Synonyms, ValueField, ValueMeaning, question_prefix,
};
pub use live::Live;
pub use question::{
    ActivityFilter, ActorFilter, ActorOrder, ActorQuestion, CooperationQuestion, Cursor, DistrictRelation, EventFilter,
    EventQuestion, Near, OfferFilter, OfferQuestion, Page, Window, Within,
};
pub use questions::{MAX_DEMAND_KEYS, MAX_DEPTH, MAX_NESTED, MAX_RADIUS, MAX_VALUES, MapPlace};
pub use settings::Settings;
pub use snapshot::Snapshot;
