//! Doing the same for the entity type of a kind that is known only at run time.

/// Every kind.
macro_rules! for_kind {
    ($kind:expr, $entity:ident => $body:expr) => {
        match $kind {
            domain::EntityKind::District => {
                type $entity = domain::District;
                $body
            }
            domain::EntityKind::Theme => {
                type $entity = domain::Theme;
                $body
            }
            domain::EntityKind::Person => {
                type $entity = domain::ContactPerson;
                $body
            }
            domain::EntityKind::Link => {
                type $entity = domain::CooperationLink;
                $body
            }
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
        }
    };
}
pub(crate) use for_kind;

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
