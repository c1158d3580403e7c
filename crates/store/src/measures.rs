//! The diary of measures: what the agency did itself, for its report of the year. For staff only, and no entity: nothing
//! of it is public, and its past is nobody's to read.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{ActorId, DistrictId, vocabulary::FieldOfAction};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows};

/// So many are listed, newest first.
const LISTED: u32 = 1_000;
/// The columns of a measure, as they are written and, by their names, read.
const COLUMNS: &str = "id, version, day, kind, field, district_id, people, created_at, updated_at";

/// Something the agency did on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id.
    pub id: Uuid,
    /// How often it was written.
    pub version: u32,
    /// When it was, in the years 1900 to 2199.
    pub day: NaiveDate,
    /// What it was, in a few words.
    pub kind: String,
    /// Which field of action it served.
    pub field: FieldOfAction,
    /// Where it was; `None` for all of the city.
    pub district: Option<DistrictId>,
    /// With whom.
    pub partners: Vec<ActorId>,
    /// How many people it reached; `None` where nobody counted.
    pub people: Option<u32>,
    /// When it was written first.
    pub created_at: DateTime<Utc>,
    /// When it was written last.
    pub updated_at: DateTime<Utc>,
}

impl Store {
    /// The measures from a day to a day, both included, newest first; at most a thousand.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn measures(&self, since: NaiveDate, until: NaiveDate) -> Result<Vec<Measure>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM measure WHERE day >= $1 AND day <= $2 ORDER BY day DESC, id DESC LIMIT {LISTED}"
        );
        let found =
            rows::all(&self.reader(), "reading measures", sql, [since.to_string().into(), until.to_string().into()])
                .await?;
        let mut measures = found.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let ids = measures.iter().map(|measure| measure.id.into());
        let before = "SELECT measure_id, actor_id FROM measure_partner WHERE measure_id";
        for row in rows::all_in(&self.reader(), "reading measures", before, ids).await? {
            let (id, actor): (Uuid, Uuid) = (rows::get(&row, "measure_id")?, rows::get(&row, "actor_id")?);
            if let Some(measure) = measures.iter_mut().find(|measure| measure.id == id) {
                measure.partners.push(actor.into());
            }
        }
        measures.iter_mut().for_each(|measure| measure.partners.sort_unstable());
        Ok(measures)
    }

    /// A measure by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn measure(&self, id: Uuid) -> Result<Option<Measure>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM measure WHERE id = $1");
        let found = rows::all(&self.reader(), "reading a measure", sql, [id.into()]).await?;
        let Some(row) = found.first() else { return Ok(None) };
        let sql = "SELECT actor_id FROM measure_partner WHERE measure_id = $1 ORDER BY actor_id";
        let partners = rows::all(&self.reader(), "reading a measure", sql, [id.into()]).await?;
        let partners = partners.iter().map(|row| Ok(rows::get::<Uuid>(row, "actor_id")?.into()));
        Ok(Some(Measure { partners: partners.collect::<Result<_, StoreError>>()?, ..read(row)? }))
    }
}

impl Writer {
    /// Writes a measure down, or what it says now.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn put_measure(&mut self, measure: &Measure) -> Result<(), StoreError> {
        let sql = format!(
            "INSERT INTO measure ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET \
             version = excluded.version, day = excluded.day, kind = excluded.kind, field = excluded.field, \
             district_id = excluded.district_id, people = excluded.people, updated_at = excluded.updated_at"
        );
        let values: [Value; 9] = [
            measure.id.into(),
            i32::try_from(measure.version).unwrap_or(i32::MAX).into(),
            measure.day.to_string().into(),
            measure.kind.as_str().into(),
            measure.field.slug().into(),
            measure.district.map(DistrictId::uuid).into(),
            measure.people.map(|people| i32::try_from(people).unwrap_or(i32::MAX)).into(),
            measure.created_at.into(),
            measure.updated_at.into(),
        ];
        rows::run(&self.transaction, "writing a measure", sql, values).await?;
        self.forget_partners(measure.id).await?;
        for partner in &measure.partners {
            let sql = "INSERT INTO measure_partner (measure_id, actor_id) VALUES ($1, $2)";
            let values = [measure.id.into(), partner.uuid().into()];
            rows::run(&self.transaction, "writing a measure", sql, values).await?;
        }
        Ok(())
    }

    /// Takes a measure out of the diary.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn remove_measure(&mut self, id: Uuid) -> Result<(), StoreError> {
        self.forget_partners(id).await?;
        rows::run(&self.transaction, "removing a measure", "DELETE FROM measure WHERE id = $1", [id.into()]).await
    }

    async fn forget_partners(&mut self, id: Uuid) -> Result<(), StoreError> {
        let sql = "DELETE FROM measure_partner WHERE measure_id = $1";
        rows::run(&self.transaction, "writing a measure", sql, [id.into()]).await
    }
}

/// A measure from its columns, without its partners.
fn read(row: &QueryResult) -> Result<Measure, StoreError> {
    let (day, field): (String, String) = (rows::get(row, "day")?, rows::get(row, "field")?);
    Ok(Measure {
        id: rows::get(row, "id")?,
        version: rows::version(row, "version")?,
        day: day.parse().map_err(|_| StoreError::Word { word: day, wanted: "a day" })?,
        kind: rows::get(row, "kind")?,
        field: field.parse().map_err(|_| StoreError::Word { word: field, wanted: "a field of action" })?,
        district: rows::get::<Option<Uuid>>(row, "district_id")?.map(DistrictId::from),
        partners: Vec::new(),
        people: rows::get::<Option<i32>>(row, "people")?.map(i32::unsigned_abs),
        created_at: rows::get(row, "created_at")?,
        updated_at: rows::get(row, "updated_at")?,
    })
}
