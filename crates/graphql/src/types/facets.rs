//! What choosing a further value would give.

use directory::{DistrictNo, Facets, Snapshot, ThemeNo};
use domain::{
    Language,
    vocabulary::{InstitutionKind, NetworkKind, OrganisationKind},
};

use super::{Handle, district::DistrictView, theme::ThemeView};
use crate::{exec::object, scalars::Tag};

/// The facets of an answer.
#[derive(Clone, Debug)]
pub(crate) struct FacetsView<'s> {
    snapshot: &'s Snapshot,
    facets: Facets,
}

impl<'s> FacetsView<'s> {
    /// The facets of one snapshot.
    pub(crate) fn new(snapshot: &'s Snapshot, facets: Facets) -> Self {
        Self { snapshot, facets }
    }
}

object! {
    /// What choosing a further value would give: each list counts under all other filters. What would give nothing is left out.
    "Facets" ['s] FacetsView<'s>, implements [], |this, call|
    /// Themes in the order of their tree; a parent counts its children's actors too.
    #[cost(200)]
    themes: Vec<ThemeCount<'s>> => {
        this.facets.themes.iter().map(|(theme, count)| ThemeCount(this.snapshot, *theme, *count)).collect()
    },
    /// Districts in the order of their tree; a parent counts its children's actors too.
    #[cost(200)]
    districts: Vec<DistrictCount<'s>> => {
        this.facets.districts.iter().map(|(district, count)| DistrictCount(this.snapshot, *district, *count)).collect()
    },
    /// Languages, most first.
    #[cost(200)]
    languages: Vec<LanguageCount<'_>> => {
        this.facets.languages.iter().map(|(language, count)| LanguageCount(language, *count)).collect()
    },
    /// Kinds, most first.
    #[cost(200)]
    kinds: Vec<KindCount> => this.facets.kinds.iter().map(|(kind, count)| KindCount(kind, *count)).collect(),
}

/// A theme with its count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ThemeCount<'s>(&'s Snapshot, ThemeNo, u64);

object! {
    /// How many actors choosing a theme would give.
    "ThemeCount" ['s] ThemeCount<'s>, implements [], |this, call|
    /// The theme.
    theme: ThemeView<'s> => ThemeView::of(this.0, this.1),
    /// How many actors.
    count: u64 => this.2,
}

/// A district with its count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DistrictCount<'s>(&'s Snapshot, DistrictNo, u64);

object! {
    /// How many actors choosing a district would give.
    "DistrictCount" ['s] DistrictCount<'s>, implements [], |this, call|
    /// The district.
    district: DistrictView<'s> => DistrictView::of(this.0, this.1),
    /// How many actors.
    count: u64 => this.2,
}

/// A language with its count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguageCount<'f>(&'f Language, u64);

object! {
    /// How many actors choosing a language would give.
    "LanguageCount" ['f] LanguageCount<'f>, implements [], |this, call|
    /// The language as a BCP-47 tag.
    language: &'f Language => this.0,
    /// What to call the language; the tag where it has no name here.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'f str => this.0.label(call.language()),
    /// How many actors.
    count: u64 => this.1,
}

/// A kind with its count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KindCount(&'static str, u64);

object! {
    /// How many actors choosing a kind would give.
    "KindCount" [] KindCount, implements [], |this, call|
    /// The kind as a word.
    kind: &'static str => this.0,
    /// What to call the kind.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'static str => kind_label(this.0, call.language()),
    /// How many actors.
    count: u64 => this.1,
}

/// The label of a kind word of any of the three vocabularies; words they share mean the same.
fn kind_label(word: &'static str, language: &str) -> &'static str {
    let organisation = word.parse().map(|kind: OrganisationKind| kind.label(language));
    let institution = || word.parse().map(|kind: InstitutionKind| kind.label(language));
    let network = || word.parse().map(|kind: NetworkKind| kind.label(language));
    organisation.or_else(|_| institution()).or_else(|_| network()).unwrap_or(word)
}
