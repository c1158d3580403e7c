//! The diary of measures, for staff.

use chrono::NaiveDate;
use domain::{Actor, ActorId, District, DistrictId};
use store::Measure;

use crate::{Curation, CurationError, Editor, Sees};

/// A measure with what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct NotedMeasure {
    /// The measure.
    pub measure: Measure,
    /// Where it was, and what that is called in German.
    pub district: Option<(DistrictId, String)>,
    /// With whom, and what they are called.
    pub partners: Vec<(ActorId, String)>,
}

impl Curation {
    /// The measures from a day to a day, both included, newest first; at most a thousand.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn measures(
        &self,
        _by: &Sees<Editor>,
        (since, until): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Result<Vec<NotedMeasure>, CurationError> {
        let (since, until) = (since.unwrap_or(NaiveDate::MIN), until.unwrap_or(NaiveDate::MAX));
        let bounds = [NaiveDate::from_ymd_opt(1900, 1, 1), NaiveDate::from_ymd_opt(2199, 12, 31)];
        let [Some(first), Some(last)] = bounds else { return Ok(Vec::new()) };
        let measures = self.store.measures(since.max(first), until.min(last)).await?;
        self.name_measures(measures).await
    }

    /// Names what measures name.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn name_measures(&self, measures: Vec<Measure>) -> Result<Vec<NotedMeasure>, CurationError> {
        let mut actors: Vec<ActorId> = measures.iter().flat_map(|measure| measure.partners.iter().copied()).collect();
        actors.sort_unstable();
        actors.dedup();
        let actors = self.store.get_many::<Actor>(&actors).await?;
        let mut districts: Vec<DistrictId> = measures.iter().filter_map(|measure| measure.district).collect();
        districts.sort_unstable();
        districts.dedup();
        let districts = self.store.get_many::<District>(&districts).await?;
        let named = |measure: Measure| {
            let district = districts.iter().find(|district| Some(district.id) == measure.district);
            let name = |id: &ActorId| actors.iter().find(|actor| actor.id == *id).map(|actor| actor.data.name.clone());
            let partners = measure.partners.iter().filter_map(|id| Some((*id, name(id)?))).collect();
            let district = district.map(|district| {
                (district.id, district.data.name.resolve("de").map(|(_, name)| name.to_owned()).unwrap_or_default())
            });
            NotedMeasure { district, partners, measure }
        };
        Ok(measures.into_iter().map(named).collect())
    }
}
