//! The texts of the site and who wrote them, for staff.

use domain::SiteTexts;
use store::SiteTextsVersion;

use super::names::AccountNames;
use crate::{Curation, CurationError, Editor, Sees};

/// The texts of the site with their past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSiteTexts {
    /// What is written, newest first, at most fifty versions; none where all is as the settings file says.
    pub versions: Vec<SiteTextsVersion>,
    /// What the settings file says.
    pub defaults: SiteTexts,
    names: AccountNames,
}

impl KnownSiteTexts {
    /// What staff call whoever wrote a version.
    pub fn name(&self, version: &SiteTextsVersion) -> Option<&str> {
        self.names.of(version.by)
    }
}

impl Curation {
    /// The texts of the site with their past.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn site_texts(&self, by: &Sees<Editor>) -> Result<KnownSiteTexts, CurationError> {
        let versions = self.store.site_texts_versions().await?;
        let names = self.names(by, versions.iter().map(|version| version.by)).await?;
        Ok(KnownSiteTexts { versions, defaults: self.settings.site_texts.clone(), names })
    }
}
