//! Retiring a district in favour of another, which is also how two districts are merged.

use domain::{Actor, CooperationLink, District, DistrictId, Project, Record, Slug, rules::Problem};
use messages::Message;

use super::{lifecycle::wrong_state, retire::refuse};
use crate::{Admin, Curation, CurationError, Done, command_span::command, fields::FieldValues};

/// A district that another stands in for from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetireDistrict {
    /// Which district.
    pub district: DistrictId,
    /// The version that was read.
    pub expected_version: u32,
    /// What stands in its place.
    pub replacement: DistrictId,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Retires a district: it is no longer public, its slugs lead to the replacement, and everything
    /// that names it names the replacement instead, districts below it included. Its boundary goes,
    /// as no place lies in it any more; the replacement's stays as it is.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is retired already, has changed meanwhile, or when its
    /// districts cannot lie in the replacement; [`CurationError::Store`].
    pub async fn retire_district(
        &self,
        by: &Admin,
        input: RetireDistrict,
    ) -> Result<Done<Record<District>>, CurationError> {
        command("retire_district", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let district = work.require_existing::<District>(input.district, "district").await?;
            let heir = work.require_existing::<District>(input.replacement, "replacement").await?;
            work.expect(&district, input.expected_version, &FieldValues::new()).await?;
            if district.data.replaced_by.is_some() {
                return Err(wrong_state("ALREADY_RETIRED", Message::new("state-district-retired")));
            }
            if heir.id == district.id || heir.data.replaced_by.is_some() {
                return refuse("replacement", Problem::Unknown(input.replacement.to_string()));
            }
            let naming = work.writer.referrers::<District>(district.id.uuid()).await?;
            let below = naming.iter().filter(|below| below.data.parent == Some(district.id));
            if below.clone().any(|below| below.id == heir.id || below.data.level <= heir.data.level) {
                return refuse("replacement", Problem::Format(Message::new("problem-replacement-district-level")));
            }
            let (old, new) = (district.id.uuid(), heir.id.uuid());
            work.rename_in::<Actor>(old, new).await?;
            work.rename_in::<Project>(old, new).await?;
            work.rename_in::<CooperationLink>(old, new).await?;
            work.rename_in::<District>(old, new).await?;
            let at = work.writer.at();
            let gone = format!("retired-{}", old.simple());
            let Ok(slug) = gone.parse::<Slug>() else { return refuse("district", Problem::Unknown(gone)) };
            let retired = District {
                slug,
                former_slugs: Default::default(),
                boundary: None,
                replaced_by: Some(heir.id),
                ..district.data.clone()
            };
            let slugs = district.data.former_slugs.iter().chain([&district.data.slug]);
            let former_slugs = heir.data.former_slugs.iter().chain(slugs).cloned().collect();
            // The retired one first: a slug must be free before another can have it.
            work.writer.put_with_slugs(&district.next(at, retired)).await?;
            work.writer.put_with_slugs(&heir.next(at, District { former_slugs, ..heir.data.clone() })).await?;
            let retired = work.require_existing::<District>(district.id, "district").await?;
            work.finish(retired).await
        })
        .await
    }
}
