//! The entry point: what every command needs, passed in once.

use std::{fmt, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use store::Store;
use uuid::Uuid;

use crate::{
    commands::{site_texts::SiteTextsDisplay, synonyms::SynonymIndex},
    day::day_in,
    settings::CurationSettings,
};

/// Where the time, new ids and chance come from, so that a test can set them.
pub trait Sources: Send + Sync {
    /// The time.
    fn now(&self) -> DateTime<Utc>;
    /// A new id, UUID version 7: later ones are greater.
    fn new_id(&self) -> Uuid;
    /// Fills with bytes that nobody can foresee: those of the operating system, unless a test says
    /// otherwise.
    ///
    /// # Panics
    /// When the operating system has none to give: no secret could be made then, and one that can be
    /// foreseen would be worse than ending.
    fn random(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The clock of the machine and random ids.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Sources for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// The commands. Cheap to clone.
///
/// Each takes a proof of the role it asks for, and answers with what it changed or with everything
/// that stands in the way.
#[derive(Clone)]
pub struct Curation {
    pub(crate) store: Store,
    pub(crate) settings: Arc<CurationSettings>,
    pub(crate) sources: Arc<dyn Sources>,
    pub(crate) site_texts_display: Option<Arc<dyn SiteTextsDisplay>>,
    pub(crate) synonym_index: Option<Arc<dyn SynonymIndex>>,
}

impl fmt::Debug for Curation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Curation").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What a command has done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done<T> {
    /// What it changed, as it stands now.
    pub value: T,
    /// The place in the change log that must be visible before the change is; what wrote nothing there
    /// has the newest place.
    pub sequence: u64,
}

impl Curation {
    /// The commands over a store.
    pub fn new(store: Store, settings: CurationSettings, sources: Arc<dyn Sources>) -> Self {
        Self { store, settings: Arc::new(settings), sources, site_texts_display: None, synonym_index: None }
    }

    /// The same, with where the texts of the site are shown.
    #[must_use]
    pub fn with_site_texts_display(self, display: Arc<dyn SiteTextsDisplay>) -> Self {
        Self { site_texts_display: Some(display), ..self }
    }

    /// The same, with where questions are read with the synonyms.
    #[must_use]
    pub fn with_synonym_index(self, index: Arc<dyn SynonymIndex>) -> Self {
        Self { synonym_index: Some(index), ..self }
    }

    /// What the operator has decided.
    pub fn settings(&self) -> &CurationSettings {
        &self.settings
    }

    /// The day it is in the directory's time zone.
    pub fn today(&self) -> NaiveDate {
        day_in(self.sources.now(), self.settings.zone)
    }
}
