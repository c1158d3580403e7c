//! What a row of a table keeps from the public: what an earlier list has put into the entry is taken out again.

use domain::{Actor, vocabulary::Precision};

use crate::value_hashes::{is_same_phone, is_same_street};

/// Telephone numbers, mailboxes and a street that a row of a table says are not to be public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithheldValues {
    /// The numbers.
    pub phones: Vec<String>,
    /// The mailboxes.
    pub emails: Vec<String>,
    /// The street with the number of the house.
    pub street: Option<String>,
}

impl WithheldValues {
    /// Takes out of an entry what an earlier list has put there.
    pub(super) fn take_out_of(&self, actor: &mut Actor) {
        actor.phone.take_if(|phone| self.phones.iter().any(|withheld| is_same_phone(withheld, phone.as_str())));
        actor.email.take_if(|email| self.emails.iter().any(|withheld| withheld.eq_ignore_ascii_case(email.as_str())));
        let street = actor.address.as_deref().and_then(|address| address.street.as_deref());
        let is_same = |street: &str| self.street.as_deref().is_some_and(|withheld| is_same_street(withheld, street));
        if street.is_some_and(is_same) {
            actor.address = None;
            actor.location.iter_mut().for_each(|location| location.precision = Precision::Hidden);
        }
    }
}
