//! Which actor a slug leads to: whoever has it now, else whoever had it before.

use domain::{Actor, Slug};
use imbl::HashMap;

/// Who claims a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Claim {
    no: u32,
    former: bool,
}

#[derive(Clone, Debug)]
enum Claims {
    One(Claim),
    Many(Vec<Claim>),
}

/// Actors by slug, former slugs included.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slugs(HashMap<Slug, Claims>);

fn claims_of(actor: &Actor) -> impl Iterator<Item = (&Slug, bool)> {
    std::iter::once((&actor.slug, false)).chain(actor.former_slugs.iter().map(|slug| (slug, true)))
}

impl Slugs {
    /// Enters the slugs of an actor.
    pub(crate) fn add(&mut self, no: u32, actor: &Actor) {
        for (slug, former) in claims_of(actor) {
            let claim = Claim { no, former };
            match self.0.get_mut(slug) {
                None => {
                    self.0.insert(slug.clone(), Claims::One(claim));
                }
                Some(Claims::Many(claims)) => claims.push(claim),
                Some(one) => {
                    if let Claims::One(first) = one {
                        *one = Claims::Many(vec![*first, claim]);
                    }
                }
            }
        }
    }

    /// Takes the slugs of an actor out.
    pub(crate) fn remove(&mut self, no: u32, actor: &Actor) {
        for (slug, _) in claims_of(actor) {
            let empty = match self.0.get_mut(slug) {
                None => continue,
                Some(Claims::One(claim)) => claim.no == no,
                Some(Claims::Many(claims)) => {
                    claims.retain(|claim| claim.no != no);
                    claims.is_empty()
                }
            };
            if empty {
                self.0.remove(slug);
            }
        }
    }

    /// Where a slug leads. Of several who had it before, the one `rank` puts first.
    pub(crate) fn find<K: Ord>(&self, slug: &str, rank: impl Fn(u32) -> K) -> Option<u32> {
        match self.0.get(slug)? {
            Claims::One(claim) => Some(claim.no),
            Claims::Many(claims) => {
                claims.iter().min_by_key(|claim| (claim.former, rank(claim.no))).map(|claim| claim.no)
            }
        }
    }
}
