//! A typed id per entity, so that an offer's id can never be taken for an actor's.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID (version 7 for everything the server makes).
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The bare UUID.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

typed_ids! {
    /// Names an [`Actor`](crate::Actor): organisation, institution or network.
    ActorId;
    /// Names an [`Offer`](crate::Offer).
    OfferId;
    /// Names an [`Event`](crate::Event).
    EventId;
    /// Names a [`Project`](crate::Project).
    ProjectId;
    /// Names a [`CooperationLink`](crate::CooperationLink).
    LinkId;
    /// Names a [`District`](crate::District).
    DistrictId;
    /// Names a [`Theme`](crate::Theme).
    ThemeId;
    /// Names a [`ContactPerson`](crate::ContactPerson).
    PersonId;
    /// Names an account: somebody who signs in.
    AccountId;
}
