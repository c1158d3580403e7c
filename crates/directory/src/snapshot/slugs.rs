//! Which actor a slug leads to: whoever has it now, else whoever had it before.

use domain::Actor;

use super::hash_index::HashIndex;

/// Actors by slug, former slugs included.
#[derive(Clone, Debug, Default)]
pub(crate) struct SlugIndex(HashIndex);

impl SlugIndex {
    /// Enters the slugs of an actor that `before` did not have. What an actor no longer has need not
    /// be taken out: it is held against the actor when it is found.
    pub(crate) fn add(&mut self, no: u32, actor: &Actor, before: Option<&Actor>) {
        let slugs = std::iter::once(&actor.slug).chain(&actor.former_slugs);
        for slug in slugs.filter(|slug| before.is_none_or(|before| is_former(before, slug.as_str()).is_none())) {
            self.0.add(slug.as_str(), no);
        }
    }

    /// Where a slug leads. Of several who had it before, the one `rank` puts first.
    pub(crate) fn find<'a, K: Ord>(&self, slug: &str, actor: impl Fn(u32) -> Option<(&'a Actor, K)>) -> Option<u32> {
        let claims = self.0.candidates(slug).filter_map(|no| {
            let (actor, rank) = actor(no)?;
            Some((is_former(actor, slug)?, rank, no))
        });
        claims.min().map(|(_, _, no)| no)
    }
}

/// Whether a slug is a former one of the actor or its present one; `None` when it is neither.
fn is_former(actor: &Actor, slug: &str) -> Option<bool> {
    if actor.slug.as_str() == slug {
        return Some(false);
    }
    actor.former_slugs.iter().any(|former| former.as_str() == slug).then_some(true)
}
