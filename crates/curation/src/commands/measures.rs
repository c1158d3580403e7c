//! The diary of measures: what the agency did itself, noted in six inputs for its report of the year.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{Actor, ActorId, District, DistrictId, Violations, rules::Problem, vocabulary::FieldOfAction};
use messages::Message;
use store::Measure;
use uuid::Uuid;

use super::lifecycle::wrong_state;
use crate::{Curation, CurationError, Editor, Refusal, command_span::command, unit_of_work::UnitOfWork};

/// The longest text of what a measure was, in characters.
const KIND_LENGTH: usize = 200;
/// So many partners a measure has at most.
const MOST_PARTNERS: usize = 50;
/// Nothing is noted before this year.
const FIRST_YEAR: i32 = 2000;
/// More people than this are reached by nobody in a city.
const MOST_PEOPLE: u32 = 1_000_000;

/// What a measure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureContent {
    /// When it was.
    pub day: NaiveDate,
    /// What it was, in a few words.
    pub kind: String,
    /// The word of the field of action that it served.
    pub field: String,
    /// Where it was; `None` for all of the city.
    pub district: Option<DistrictId>,
    /// With whom.
    pub partners: Vec<ActorId>,
    /// How many people it reached; `None` where nobody counted.
    pub people: Option<u32>,
}

impl Curation {
    /// Notes a measure.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong with it, [`CurationError::Store`].
    pub async fn create_measure(&self, by: &Editor, content: MeasureContent) -> Result<Measure, CurationError> {
        command("create_measure", async {
            let mut work = self.begin(by, None).await?;
            let field = work.check_measure(&content).await?;
            let now = work.writer.at();
            let measure = as_measure(work.new_id(), 1, (now, now), field, content);
            work.writer.put_measure(&measure).await?;
            Ok(work.finish(measure).await?.value)
        })
        .await
    }

    /// Changes what a measure says, from the version that was read.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is none, it has changed since, or something is wrong with it;
    /// [`CurationError::Store`].
    pub async fn edit_measure(
        &self,
        by: &Editor,
        id: Uuid,
        expected_version: u32,
        content: MeasureContent,
    ) -> Result<Measure, CurationError> {
        command("edit_measure", async {
            let mut work = self.begin(by, None).await?;
            let before = work.existing_measure(id, expected_version).await?;
            let field = work.check_measure(&content).await?;
            let times = (before.created_at, work.writer.at());
            let measure = as_measure(id, before.version + 1, times, field, content);
            work.writer.put_measure(&measure).await?;
            Ok(work.finish(measure).await?.value)
        })
        .await
    }

    /// Takes a measure out of the diary, as it was read; it is given back for who wants to note it again.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is none or it has changed since, [`CurationError::Store`].
    pub async fn delete_measure(&self, by: &Editor, id: Uuid, expected_version: u32) -> Result<Measure, CurationError> {
        command("delete_measure", async {
            let mut work = self.begin(by, None).await?;
            let measure = work.existing_measure(id, expected_version).await?;
            work.writer.remove_measure(id).await?;
            Ok(work.finish(measure).await?.value)
        })
        .await
    }
}

fn as_measure(
    id: Uuid,
    version: u32,
    (created_at, updated_at): (DateTime<Utc>, DateTime<Utc>),
    field: FieldOfAction,
    content: MeasureContent,
) -> Measure {
    let MeasureContent { day, kind, district, mut partners, people, .. } = content;
    partners.sort_unstable();
    partners.dedup();
    let kind = kind.split_whitespace().collect::<Vec<_>>().join(" ");
    Measure { id, version, day, kind, field, district, partners, people, created_at, updated_at }
}

impl UnitOfWork {
    /// A measure as it was read; nothing of it is public, so whoever asks is staff.
    async fn existing_measure(&self, id: Uuid, expected_version: u32) -> Result<Measure, CurationError> {
        let found = self.writer.view().measure(id).await?;
        let measure = found.ok_or_else(|| Refusal::NotFound { field: "id".to_owned() })?;
        if measure.version != expected_version {
            return Err(wrong_state("MEASURE_CHANGED", Message::new("state-measure-changed")));
        }
        Ok(measure)
    }

    /// Refuses what is wrong with a measure; the field of action that it serves.
    async fn check_measure(&self, content: &MeasureContent) -> Result<FieldOfAction, CurationError> {
        let mut wrong = Violations::default();
        if content.kind.trim().is_empty() {
            wrong.add("kind", Problem::Required);
        } else if content.kind.chars().any(|char| char.is_control() && !char.is_whitespace()) {
            wrong.add("kind", Problem::ControlCharacter);
        } else if content.kind.chars().count() > KIND_LENGTH {
            wrong.add("kind", Problem::TooLong { allowed: KIND_LENGTH });
        }
        if content.day > self.curation.today() {
            wrong.add("day", Problem::Format(Message::new("problem-measure-future")));
        }
        if content.day.year() < FIRST_YEAR {
            wrong.add("day", Problem::Format(Message::new("problem-measure-before").with("year", FIRST_YEAR)));
        }
        let field = content.field.parse::<FieldOfAction>();
        if field.is_err() {
            wrong.add("fieldOfAction", Problem::Unknown(content.field.chars().take(100).collect()));
        }
        if content.people.is_some_and(|people| people > MOST_PEOPLE) {
            wrong.add("people", Problem::Format(Message::new("problem-too-much").with("most", MOST_PEOPLE)));
        }
        if content.partners.len() > MOST_PARTNERS {
            wrong.add("partners", Problem::Format(Message::new("problem-too-many").with("most", MOST_PARTNERS)));
        }
        if let Some(district) = content.district
            && self.writer.get::<District>(district).await?.is_none()
        {
            wrong.add("district", Problem::Unknown(district.to_string()));
        }
        for (at, partner) in content.partners.iter().take(MOST_PARTNERS).enumerate() {
            if self.writer.get::<Actor>(*partner).await?.is_none() {
                wrong.add(format!("partners[{at}]"), Problem::Unknown(partner.to_string()));
            }
        }
        wrong.into_result().map_err(Refusal::Invalid)?;
        field.map_err(|_| Refusal::NotFound { field: "fieldOfAction".to_owned() }.into())
    }
}
