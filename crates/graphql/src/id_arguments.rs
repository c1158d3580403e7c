//! Ids as clients give them, in arguments.

use async_graphql::ID;
use domain::{
    ActorId,
    record::{EntityKind, EntityRef},
};

use crate::{
    error::{ResolverError, shorten},
    global_id::GlobalId,
};

/// Reads an id given as an argument.
///
/// # Errors
/// [`ResolverError::MalformedId`].
pub(crate) fn read(id: &ID, field: &str) -> Result<EntityRef, ResolverError> {
    GlobalId::decode(id).ok_or_else(|| ResolverError::MalformedId { field: field.to_owned(), given: shorten(id) })
}

/// Reads the id of an actor given as an argument.
///
/// # Errors
/// [`ResolverError::MalformedId`] and [`ResolverError::NotAnActorId`].
pub(crate) fn read_actor(id: &ID, field: &str) -> Result<ActorId, ResolverError> {
    let entity = read(id, field)?;
    if entity.kind == EntityKind::Actor {
        Ok(ActorId::from_uuid(entity.id))
    } else {
        Err(ResolverError::NotAnActorId { field: field.to_owned(), given: shorten(id) })
    }
}
