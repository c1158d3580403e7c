//! What can be wrong with an offer.

use messages::Message;

use super::{DESCRIPTION_LENGTH, Problem, SUMMARY_LENGTH, Violations};
use crate::{
    Offer,
    offer::MAX_FREE_PLACES,
    vocabulary::{Availability, MAX_AGE},
};

pub(crate) fn offer(offer: &Offer) -> Violations {
    let mut wrong = Violations::default();
    wrong.title("title", &offer.title);
    wrong.text("description", &offer.description, DESCRIPTION_LENGTH);
    wrong.text("cost", &offer.cost, SUMMARY_LENGTH);
    wrong.text("exclusions", &offer.exclusions, SUMMARY_LENGTH);
    wrong.text("documents", &offer.documents, SUMMARY_LENGTH);
    wrong.text("registration", &offer.registration, SUMMARY_LENGTH);
    wrong.list("registrationMethods", &offer.registration_methods);
    wrong.ages(offer);
    wrong.list("themes", &offer.themes);
    wrong.list("languages", &offer.languages);
    wrong.list("targetGroups", &offer.target_groups);
    wrong.period("validUntil", offer.valid_from, offer.valid_until);
    wrong.availability(offer);
    wrong.web_address("registrationUrl", offer.status, offer.registration_url.as_ref());
    wrong
}

impl Violations {
    fn ages(&mut self, offer: &Offer) {
        for (field, age) in [("minimumAge", offer.minimum_age), ("maximumAge", offer.maximum_age)] {
            if age.is_some_and(|age| age > MAX_AGE) {
                self.add(field, Problem::Format(Message::new("problem-age").with("most", MAX_AGE)));
            }
        }
        if offer.ages().is_some_and(|(least, most)| most < least) {
            self.add("maximumAge", Problem::Format(Message::new("problem-age-below-least")));
        }
    }

    fn availability(&mut self, offer: &Offer) {
        if offer.availability.is_some() && offer.availability_until.is_none() {
            self.add("availabilityUntil", Problem::Required);
        }
        if offer.availability.is_none() && (offer.availability_until.is_some() || offer.free_places.is_some()) {
            self.add("availability", Problem::Required);
        }
        let Some(places) = offer.free_places else { return };
        if !(1..=MAX_FREE_PLACES).contains(&places) {
            self.add("freePlaces", Problem::Format(Message::new("problem-free-places").with("most", MAX_FREE_PLACES)));
        } else if offer.availability.is_some_and(|availability| availability != Availability::PlacesFree) {
            self.add("freePlaces", Problem::Format(Message::new("problem-no-free-places")));
        }
    }
}
