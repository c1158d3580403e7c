//! Doing the same for the entity type of a kind that is known only at run time, of the kinds that have
//! drafts; of every kind it is [`store::for_kind`].

/// The kinds that can be proposed: those with drafts; something else for the rest.
macro_rules! for_living {
    ($kind:expr, $entity:ident => $body:expr, else $other:expr) => {
        match $kind {
            domain::EntityKind::Actor => {
                type $entity = domain::Actor;
                $body
            }
            domain::EntityKind::Offer => {
                type $entity = domain::Offer;
                $body
            }
            domain::EntityKind::Event => {
                type $entity = domain::Event;
                $body
            }
            domain::EntityKind::Project => {
                type $entity = domain::Project;
                $body
            }
            _ => $other,
        }
    };
}
pub(crate) use for_living;
