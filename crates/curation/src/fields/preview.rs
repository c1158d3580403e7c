//! An entry with the values of a form that is not saved yet, for the preview. What cannot be read is left as it was and no
//! rule is checked: what comes out is never saved.

use domain::{Record, Violations};

use super::{
    definition::Editable,
    patch::{Patch, flatten},
    read::read,
};
use crate::{fields::fields_of, place_check};

/// An entry with values that are not saved; those that cannot be read are as they were.
pub fn apply_for_preview<E: Editable>(record: Record<E>, patch: &Patch) -> Record<E> {
    let mut ignored = Violations::default();
    let mut values = flatten::<E>(patch, Some(&fields_of(&record.data)), &mut ignored);
    place_check::take_confirmation(&mut values);
    match read(Some(&record.data), &values, &mut ignored) {
        Some(data) => Record { data, ..record },
        None => record,
    }
}
