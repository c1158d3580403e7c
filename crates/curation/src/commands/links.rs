//! The life of a cooperation link: proposed, confirmed by each side, active, dormant, ended; or
//! rejected.
//!
//! ```text
//! proposed ─→ confirmed_by_one_side ─→ active ─→ dormant ─→ ended
//!     └──────────────┴─→ rejected         └───────────────────┘
//! ```

mod confirm;
mod propose;
pub(crate) mod side;
mod status_changes;

pub use confirm::ConfirmLink;
pub use propose::ProposeLink;
pub use side::Side;
pub use status_changes::LinkStatusChange;
