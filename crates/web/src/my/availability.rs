//! Whether an offer takes people on: one tap on `/my`, public at once, over by itself.

use chrono::NaiveDate;
use domain::{
    OfferId,
    offer::{CurrentAvailability, MAX_FREE_PLACES},
    rules::{Problem, Violation, Violations},
    vocabulary::Availability,
};
use maud::{Markup, html};

use crate::{Visit, account::address::address, parts::activities};

/// What was sent of an offer and could not be taken, with what is wrong with it.
#[derive(Clone, Debug)]
pub struct AvailabilityForm {
    /// The id of the offer, as addresses have it.
    pub offer: String,
    /// The last day, as it was typed.
    pub until: String,
    /// The number of free places, as it was typed.
    pub places: String,
    /// What is wrong.
    pub violations: Violations,
}

impl AvailabilityForm {
    /// What is wrong with a field.
    fn problem(&self, field: &str) -> Option<&Violation> {
        self.violations.iter().find(|violation| violation.field == field)
    }
}

/// The form of an offer, with what is known today; nothing where the offer is not public. `sent` is what could not be
/// taken, of whichever offer.
pub(super) fn form(visit: &Visit<'_>, slug: &str, id: &str, title: &str, sent: Option<&AvailabilityForm>) -> Markup {
    let no = id.parse::<OfferId>().ok().and_then(|id| visit.snapshot.offer_no(id));
    let Some(no) = no else { return html! {} };
    let entry = visit.snapshot.offer(no);
    let today = visit.today();
    let current = entry.data().availability_on(today);
    let sent = sent.filter(|sent| sent.offer == id);
    // Renewed at every tap: what is true today holds for weeks from today, unless somebody says otherwise.
    let until = CurrentAvailability::default_end(today).to_string();
    let until = sent.map_or(until.as_str(), |sent| sent.until.as_str());
    let places = current.and_then(|current| current.free_places).map(|places| places.to_string()).unwrap_or_default();
    let places = sent.map_or(places.as_str(), |sent| sent.places.as_str());
    html! {
        form.suggest.availability id={ "availability-" (id) }
            action=(address(visit, &format!("/my/{slug}/offers/{id}/availability"))) method="post" novalidate {
            input type="hidden" name="version" value=(entry.record().version);
            p.state {
                @match activities::availability(visit, no) {
                    Some(told) => (told),
                    None => (visit.say("my-availability-none")),
                }
            }
            div.pair {
                (field(visit, id, sent, &AvailabilityField {
                    name: "until", field: "availabilityUntil", label: "my-availability-until", value: until,
                    days: Some((today, CurrentAvailability::latest_end(today))),
                }))
                (field(visit, id, sent, &AvailabilityField {
                    name: "places", field: "freePlaces", label: "my-availability-places", value: places, days: None,
                }))
            }
            @if let Some(problem) = sent.and_then(|sent| sent.problem("availability")) {
                p.complaint role="alert" { (explain(visit, problem)) }
            }
            div.actions {
                @for word in Availability::ALL {
                    @let label = visit.words().label(*word);
                    button.button.strong[*word == Availability::PlacesFree] type="submit" name="availability"
                        value=(word.slug()) aria-label={ (label) ": " (title) } { (label) }
                }
                @if current.is_some() {
                    button.button type="submit" name="availability" value=""
                        aria-label={ (visit.say("my-availability-clear")) ": " (title) } {
                        (visit.say("my-availability-clear"))
                    }
                }
            }
        }
    }
}

/// A field of the form.
struct AvailabilityField<'a> {
    /// Its name in the form.
    name: &'static str,
    /// Its name in the interface.
    field: &'static str,
    /// The key of its label.
    label: &'static str,
    value: &'a str,
    /// The first and the last day that it takes; a number where there are none.
    days: Option<(NaiveDate, NaiveDate)>,
}

fn field(visit: &Visit<'_>, id: &str, sent: Option<&AvailabilityForm>, field: &AvailabilityField<'_>) -> Markup {
    let problem = sent.and_then(|sent| sent.problem(field.field));
    let (input, described) = (format!("{}-{id}", field.name), format!("{}-{id}-wrong", field.name));
    let mode = field.days.is_none().then_some("numeric");
    html! {
        div.row.wrong[problem.is_some()] {
            label for=(input) { (visit.say(field.label)) }
            @if let Some(problem) = problem {
                p.complaint id=(described) role="alert" { (explain(visit, problem)) }
            }
            input id=(input) name=(field.name) type=(if field.days.is_some() { "date" } else { "text" })
                inputmode=[mode] min=[field.days.map(|(first, _)| first)] max=[field.days.map(|(_, last)| last)]
                value=(field.value) dir="ltr" autocomplete="off" aria-invalid=[problem.map(|_| "true")]
                aria-describedby=[problem.map(|_| &described)];
        }
    }
}

/// What is wrong, in the reader's language.
fn explain(visit: &Visit<'_>, violation: &Violation) -> String {
    let words = visit.words();
    match (&violation.problem, violation.field.as_str()) {
        (Problem::DayOutOfRange { first, last, is_before }, _) => {
            let key = if *is_before { "my-problem-day-past" } else { "my-problem-day-far" };
            words.with(key, [("first", words.date(*first).into()), ("last", words.date(*last).into())]).into_owned()
        }
        (_, "availabilityUntil") => visit.say("my-problem-date").into_owned(),
        (_, "freePlaces") => visit.count("my-problem-places", MAX_FREE_PLACES.into()).into_owned(),
        _ => visit.say("problem-other").into_owned(),
    }
}
