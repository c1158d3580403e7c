//! Lists of entries by where they stand in their life, newest change first: drafts, archived ones,
//! links that wait for a side.

use domain::{ActorId, Record, record::EntityKind};
use sea_orm::QueryResult;

use crate::{
    Store, StoreError,
    listing::{List, PageRequest},
    rows,
    stored::Stored,
};

const DOING: &str = "listing entries";

impl Store {
    /// The part of a list of entries of one kind that stand so, newest change first, each with its
    /// place: in the direction in which the part is asked for, one more than its size where there is
    /// more. With `owners`, only what belongs to one of them.
    ///
    /// Places are places in the change log, so lists of several kinds can be put together.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn in_state<E: Stored>(
        &self,
        status: &str,
        owners: Option<&[ActorId]>,
        page_request: &PageRequest<u64>,
    ) -> Result<Vec<(u64, Record<E>)>, StoreError> {
        let read = |row: &QueryResult| Ok((rows::sequence(row, "sequence")?, rows::record::<E>(row)?));
        list::<E>(status, owners).newest_first().rows(&self.reader(), page_request, read).await
    }

    /// How many entries of a kind stand so.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_in_state<E: Stored>(&self, status: &str, owners: Option<&[ActorId]>) -> Result<u64, StoreError> {
        list::<E>(status, owners).count(&self.reader()).await
    }
}

fn list<E: Stored>(status: &str, owners: Option<&[ActorId]>) -> List {
    let mut list = List::new(DOING, rows::COLUMNS, format!("{} t", E::TABLE), "t.sequence");
    list.only_where("t.status", Some(status));
    if let Some(owners) = owners {
        let owners = list.all_of(owners.iter().map(|owner| owner.uuid().into()));
        list.add_condition(match (E::KIND, E::MEMBERS) {
            (EntityKind::Offer | EntityKind::Person, _) => format!("t.actor_id IN ({owners})"),
            (EntityKind::Link, _) => format!("(t.from_actor IN ({owners}) OR t.to_actor IN ({owners}))"),
            (_, Some((table, whole))) => {
                format!("t.id IN (SELECT {whole} FROM {table} WHERE actor_id IN ({owners}))")
            }
            _ => format!("t.id IN ({owners})"),
        });
    }
    list
}
