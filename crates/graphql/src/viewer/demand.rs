//! What people asked for and nobody has.

use curation::reading::{DemandDays, UnmetDemand};
use directory::{Cursor, Snapshot};
use domain::Language;

use super::pages::{CursorText, Window, counted};
use crate::{
    error::ResolverError,
    exec::{Call, object},
    scalars::Tag,
    types::{
        Handle,
        connection::{Paged, connection},
        district::DistrictView,
        theme::ThemeView,
    },
};

/// What was asked for, with the directory that has its theme and district.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnmetDemandView<'s>(&'s Snapshot, &'s UnmetDemand);

object! {
    /// What was asked for and not found, as theme, district and language say it together.
    "UnmetDemand" ['s] UnmetDemandView<'s>, implements [], |this, call|
    /// The theme, as it was named; null where none was.
    theme: Option<ThemeView<'s>> => {
        let no = this.1.key.theme.and_then(|id| this.0.theme_no(id));
        no.map(|no| ThemeView::of(this.0, no))
    },
    /// The district, as it was named; null where none was.
    district: Option<DistrictView<'s>> => {
        let no = this.1.key.district.and_then(|id| this.0.district_no(id));
        no.map(|no| DistrictView::of(this.0, no))
    },
    /// The language that was to be spoken, as a BCP-47 tag; null where none was named.
    language: Option<&'s Language> => this.1.key.language.as_ref(),
    /// What to call the language; the tag where it has no name here.
    languageLabel(
        /// BCP-47 tag of the reader's language; English for `en…`, else German.
        language: Tag
    ): Option<&'s str> => this.1.key.language.as_ref().map(|language| language.label(call.language())),
    /// How many questions had no result, in the months that are asked for.
    count: u64 => this.1.questions,
}

counted! {
    /// The list that a page of unmet demand is of.
    DemandTotal(DemandDays) => unmet_demand_total;
}

/// A page of unmet demand.
pub(crate) type UnmetDemandConnection<'s> = Paged<UnmetDemandView<'s>, DemandTotal>;

connection! {
    /// A page of what was asked for and not found, most often first.
    "UnmetDemandConnection",
    /// What was asked for and not found, with its place.
    "UnmetDemandEdge", UnmetDemandView<'s>, DemandTotal, |this, call|
}

/// A page of unmet demand.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn unmet_demand<'s, 'd: 's>(
    snapshot: &'s Snapshot,
    days: DemandDays,
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<UnmetDemandConnection<'s>, ResolverError> {
    let page = call.exec.read().unmet_demand((days, window.page_request()?))?;
    let edges = page.items.iter().map(|(place, demand)| (Cursor::new(place.text()), UnmetDemandView(snapshot, demand)));
    Ok(Paged {
        edges: edges.collect(),
        has_previous: page.has_previous,
        has_next: page.has_next,
        total: 0,
        extra: DemandTotal(days),
    })
}
