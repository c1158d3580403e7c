//! Entries as they would be with what somebody has typed and not saved.

use domain::{Record, Violations};

use super::{Editable, Patch, flatten, read};
use crate::{fields::fields_of, place_check};

/// An entry with values that are not saved; those that cannot be read are as they were.
pub fn apply_unsaved<E: Editable>(record: Record<E>, patch: &Patch) -> Record<E> {
    let mut wrong = Violations::default();
    let mut named = flatten::<E>(patch, Some(&fields_of(&record.data)), &mut wrong);
    place_check::take_confirmation(&mut named);
    match read(Some(&record.data), &named, &mut wrong) {
        Some(data) => Record { data, ..record },
        None => record,
    }
}
