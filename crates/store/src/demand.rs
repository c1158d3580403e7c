//! How often something was asked for that nobody has. Sums by month, theme, district and language, to which every node
//! adds; no part of any entry's history.
//!
//! In a month that is over every row has [`LEAST_SHOWN`] or more: what is less goes on to the next month
//! ([`Store::close_demand_months`]), so that nobody can tell any more from when it is, and counts there. At the end of a
//! year it is deleted.

use domain::{CalendarMonth, DemandKey, DemandPeriod, DistrictId, ThemeId, demand::LEAST_SHOWN};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    listing::{KeysetCursor, List, Page, PageRequest},
    rows,
    transaction::WriteTransaction,
};

/// How often something was asked for in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetDemand {
    /// What.
    pub key: DemandKey,
    /// How often.
    pub questions: u64,
}

/// Where something stands in the list: by how often it was asked for, most first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DemandPlace {
    /// How often.
    pub questions: u64,
    /// What.
    pub key: DemandKey,
}

impl KeysetCursor for DemandPlace {
    fn values(&self) -> Vec<Value> {
        let [theme, district, language] = key_values(&self.key);
        vec![rows::number(self.questions).into(), theme, district, language]
    }
}

impl Store {
    /// Adds what was asked for to the sums of a month.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Database`]; then nothing has been added.
    pub async fn add_unmet_demand(&self, month: CalendarMonth, demand: &[UnmetDemand]) -> Result<(), StoreError> {
        let transaction = self.write_transaction().await?;
        for UnmetDemand { key, questions } in demand {
            let sql = "INSERT INTO unmet_demand (month, theme_id, district_id, language, questions) \
                       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (month, theme_id, district_id, language) \
                       DO UPDATE SET questions = unmet_demand.questions + excluded.questions";
            let [theme, district, language] = key_values(key);
            let values = [month.number().into(), theme, district, language, rows::number(*questions).into()];
            rows::run(&transaction, ADDING, sql, values).await?;
        }
        transaction.commit(None).await
    }

    /// Closes the months up to one: what is too little to be shown goes on to the next month, at the end of a year away.
    /// Months before the oldest that is kept are forgotten. Twice does no more than once.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Database`]; then nothing has changed.
    pub async fn close_demand_months(&self, last: CalendarMonth, oldest: CalendarMonth) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM unmet_demand WHERE month < $1 OR (month <= $2 AND questions < $3) LIMIT 1";
        let values = [oldest.number().into(), last.number().into(), least_shown()];
        if rows::all(&self.reader(), CLOSING, sql, values).await?.is_empty() {
            return Ok(());
        }
        let transaction = self.write_transaction().await?;
        let sql = "DELETE FROM unmet_demand WHERE month < $1";
        rows::run(&transaction, CLOSING, sql, [oldest.number().into()]).await?;
        while let Some(month) = first_unclosed(&transaction, last).await? {
            close(&transaction, month).await?;
        }
        transaction.commit(None).await
    }

    /// What was asked for in the months of a period, most often first. Months that are not closed must not be among them.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn unmet_demand(
        &self,
        period: DemandPeriod,
        page_request: &PageRequest<DemandPlace>,
    ) -> Result<Page<DemandPlace, UnmetDemand>, StoreError> {
        demand_list(period).page(&self.reader(), page_request, read_row).await
    }

    /// How many entries the list has.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_unmet_demand(&self, period: DemandPeriod) -> Result<u64, StoreError> {
        demand_list(period).count(&self.reader()).await
    }
}

const ADDING: &str = "adding to what was asked for";
const CLOSING: &str = "closing a month of what was asked for";

fn least_shown() -> Value {
    rows::number(LEAST_SHOWN).into()
}

/// The first month up to one that holds a sum which is too little.
async fn first_unclosed(
    transaction: &WriteTransaction,
    last: CalendarMonth,
) -> Result<Option<CalendarMonth>, StoreError> {
    let sql = "SELECT month FROM unmet_demand WHERE month <= $1 AND questions < $2 ORDER BY month LIMIT 1";
    let found = rows::all(transaction, CLOSING, sql, [last.number().into(), least_shown()]).await?;
    found.first().map(|row| rows::get(row, "month").map(CalendarMonth::from_number)).transpose()
}

async fn close(transaction: &WriteTransaction, month: CalendarMonth) -> Result<(), StoreError> {
    if !month.is_december() {
        let sql = "INSERT INTO unmet_demand (month, theme_id, district_id, language, questions) \
                   SELECT month + 1, theme_id, district_id, language, questions FROM unmet_demand \
                   WHERE month = $1 AND questions < $2 ON CONFLICT (month, theme_id, district_id, language) \
                   DO UPDATE SET questions = unmet_demand.questions + excluded.questions";
        rows::run(transaction, CLOSING, sql, [month.number().into(), least_shown()]).await?;
    }
    let sql = "DELETE FROM unmet_demand WHERE month = $1 AND questions < $2";
    rows::run(transaction, CLOSING, sql, [month.number().into(), least_shown()]).await
}

fn demand_list(period: DemandPeriod) -> List {
    let columns = "d.questions, d.theme_id, d.district_id, d.language";
    let mut list = List::new("listing what was asked for", columns, "", columns).newest_first();
    let (first, last) = (list.value(period.first.number()), list.value(period.last.number()));
    let least = list.value(rows::number(LEAST_SHOWN));
    list.from = format!(
        "(SELECT CAST(SUM(questions) AS BIGINT) AS questions, theme_id, district_id, language FROM unmet_demand \
         WHERE month BETWEEN {first} AND {last} AND questions >= {least} GROUP BY theme_id, district_id, language) d"
    );
    list
}

fn read_row(row: &QueryResult) -> Result<(DemandPlace, UnmetDemand), StoreError> {
    let questions = rows::sequence(row, "questions")?;
    let named = |id: Uuid| (!id.is_nil()).then_some(id);
    let language: String = rows::get(row, "language")?;
    let tag = (!language.is_empty()).then(|| language.parse()).transpose();
    let key = DemandKey {
        theme: named(rows::get(row, "theme_id")?).map(Into::into),
        district: named(rows::get(row, "district_id")?).map(Into::into),
        language: tag.map_err(|_| StoreError::Word { word: language, wanted: "a language" })?,
    };
    Ok((DemandPlace { questions, key: key.clone() }, UnmetDemand { key, questions }))
}

/// The values of the columns of a key.
fn key_values(key: &DemandKey) -> [Value; 3] {
    let DemandKey { theme, district, language } = key;
    let language = language.as_ref().map_or("", |language| language.as_str());
    [
        theme.map_or(Uuid::nil(), ThemeId::uuid).into(),
        district.map_or(Uuid::nil(), DistrictId::uuid).into(),
        language.into(),
    ]
}
