//! Whether an offer takes people on: said at once by those who speak for its actor, as they confirm their entry.
//!
//! It is a fact of the association itself that is out of date by the time somebody has reviewed it, so members need no
//! trust for it; and it holds for weeks at most, so a wrong one goes by itself.

use chrono::NaiveDate;
use domain::{Offer, OfferId, Record, Violations, offer::CurrentAvailability, vocabulary::Availability};
use serde_json::{Value, json};

use crate::{
    Curation, CurationError, Done, Member,
    command_span::command,
    fields::{FieldValues, fields_of},
    permission,
    unit_of_work::UnitOfWork,
};

/// What is to be said of an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAvailability {
    /// Which offer.
    pub offer: OfferId,
    /// The version that was read.
    pub expected_version: u32,
    /// Whether it takes people on; `None` takes away what was said.
    pub availability: Option<Availability>,
    /// How many places are free; only where places are free.
    pub free_places: Option<u16>,
    /// The last day on which this holds; four weeks from today where nobody says it.
    pub until: Option<NaiveDate>,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Says whether an offer takes people on, and until when. Members say it of offers of actors they speak for,
    /// without a review. Changes of other fields by others do not stand in the way.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with what is wrong, among it a day that is over or more than six months ahead
    /// (`availabilityUntil`), or when somebody else has said something else meanwhile; [`CurationError::Store`].
    pub async fn set_availability(
        &self,
        by: &Member,
        input: SetAvailability,
    ) -> Result<Done<Record<Offer>>, CurationError> {
        command("set_availability", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let before = work.require_existing::<Offer>(input.offer, "id").await?;
            permission::to_speak(by, &permission::owners(&before))?;
            let named = fields(&input, self.today());
            work.expect_availability(&before, input.expected_version, &named).await?;
            let mut wrong = Violations::default();
            work.check_days::<Offer>(&named, Some(&fields_of(&before.data)), &mut wrong);
            let data = work.judge(before.id, Some(&before.data), &named, wrong).await?;
            let record = work.replace(&before, data).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Refuses an availability that was said without having read the newest one.
    async fn expect_availability(
        &self,
        record: &Record<Offer>,
        expected: u32,
        mine: &FieldValues,
    ) -> Result<(), CurationError> {
        let stated = |offer: &Offer| (offer.availability, offer.free_places, offer.availability_until);
        let base = self.writer.version::<Offer>(record.id, expected).await?;
        if base.is_some_and(|base| stated(&base.data) == stated(&record.data)) {
            return Ok(());
        }
        self.expect(record, expected, mine).await
    }
}

fn fields(input: &SetAvailability, today: NaiveDate) -> FieldValues {
    let until = input.until.unwrap_or_else(|| CurrentAvailability::default_end(today));
    let said = |value: Value| if input.availability.is_some() { value } else { Value::Null };
    FieldValues::from([
        ("availability".to_owned(), json!(input.availability)),
        ("freePlaces".to_owned(), said(json!(input.free_places))),
        ("availabilityUntil".to_owned(), said(json!(until))),
    ])
}
