//! Which actor a slug leads to: whoever has it now, else whoever had it before.

use domain::{Actor, Slug};

use super::layered::Layered;

/// Who claims a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Claim {
    no: u32,
    former: bool,
}

#[derive(Clone, Debug)]
enum Claims {
    One(Claim),
    Many(Box<[Claim]>),
}

/// Actors by slug, former slugs included.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slugs(Layered<Slug, Claims>);

fn claims_of(actor: &Actor) -> impl Iterator<Item = (&Slug, bool)> {
    std::iter::once((&actor.slug, false)).chain(actor.former_slugs.iter().map(|slug| (slug, true)))
}

impl Claims {
    fn as_slice(&self) -> &[Claim] {
        match self {
            Self::One(claim) => std::slice::from_ref(claim),
            Self::Many(claims) => claims,
        }
    }

    fn of(claims: &[Claim]) -> Option<Self> {
        match claims {
            [] => None,
            [one] => Some(Self::One(*one)),
            many => Some(Self::Many(many.into())),
        }
    }
}

impl Slugs {
    /// Enters the slugs of an actor.
    pub(crate) fn add(&mut self, no: u32, actor: &Actor) {
        for (slug, former) in claims_of(actor) {
            let mut claims = self.claims(slug.as_str()).to_vec();
            claims.push(Claim { no, former });
            self.set(slug, &claims);
        }
    }

    /// Takes the slugs of an actor out.
    pub(crate) fn remove(&mut self, no: u32, actor: &Actor) {
        for (slug, _) in claims_of(actor) {
            let mut claims = self.claims(slug.as_str()).to_vec();
            claims.retain(|claim| claim.no != no);
            self.set(slug, &claims);
        }
    }

    fn claims(&self, slug: &str) -> &[Claim] {
        self.0.get(slug).map(Claims::as_slice).unwrap_or_default()
    }

    fn set(&mut self, slug: &Slug, claims: &[Claim]) {
        match Claims::of(claims) {
            Some(claims) => self.0.insert(slug.clone(), claims),
            None => self.0.remove(slug.as_str()),
        }
    }

    /// Where a slug leads. Of several who had it before, the one `rank` puts first.
    pub(crate) fn find<K: Ord>(&self, slug: &str, rank: impl Fn(u32) -> K) -> Option<u32> {
        self.claims(slug).iter().min_by_key(|claim| (claim.former, rank(claim.no))).map(|claim| claim.no)
    }
}
