//! Whom an actor might cooperate with, as staff are told.

use directory::Snapshot;
use domain::ActorId;

use crate::{
    error::ResolverError,
    exec::Call,
    types::{at_most, cooperation::SuggestedPartnerView},
};

/// So many are suggested where nothing is said.
const DEFAULT: usize = 5;

/// The suggestions that nobody has ruled out; none for an actor that is not public.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn suggested_partners<'s>(
    snapshot: &'s Snapshot,
    actor: ActorId,
    first: Option<i32>,
    call: &Call<'_, '_>,
) -> Result<Vec<SuggestedPartnerView<'s>>, ResolverError> {
    let first = at_most(first, DEFAULT)?;
    let ruled_out = call.exec.read().ruled_out_partners(actor)?;
    let Some(no) = snapshot.actor_no(actor) else { return Ok(Vec::new()) };
    let found = snapshot.suggested_partners(no, first + ruled_out.len());
    let wanted = found.into_iter().filter(|partner| !ruled_out.contains(&snapshot.actor(partner.actor).record().id));
    Ok(wanted.take(first).map(|partner| SuggestedPartnerView::new(snapshot, partner)).collect())
}
