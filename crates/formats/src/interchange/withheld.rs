//! What a row of a table keeps from the public: what an earlier list has put into the entry is taken out again.

use domain::{Actor, vocabulary::Precision};

use crate::identity::{is_same_phone, is_same_street};

/// A telephone number, a mailbox and a street that a row of a table says are not to be public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithheldValues {
    /// The number.
    pub phone: Option<String>,
    /// The mailbox.
    pub email: Option<String>,
    /// The street with the number of the house.
    pub street: Option<String>,
}

impl WithheldValues {
    /// Takes out of an entry what an earlier list has put there.
    pub(super) fn take_out_of(&self, actor: &mut Actor) {
        let is_same = |withheld: &Option<String>, known: &str, is_same: fn(&str, &str) -> bool| {
            withheld.as_deref().is_some_and(|withheld| is_same(withheld, known))
        };
        actor.phone.take_if(|phone| is_same(&self.phone, phone.as_str(), is_same_phone));
        actor.email.take_if(|email| is_same(&self.email, email.as_str(), str::eq_ignore_ascii_case));
        let street = actor.address.as_deref().and_then(|address| address.street.as_deref());
        if street.is_some_and(|street| is_same(&self.street, street, is_same_street)) {
            actor.address = None;
            actor.location.iter_mut().for_each(|location| location.precision = Precision::Hidden);
        }
    }
}
