//! What mentions a person elsewhere, before the person is forgotten.

use domain::PersonId;
use store::PersonMention;

use crate::{Curation, CurationError, Editor, Sees};

impl Curation {
    /// What mentions a contact person, and whether erasing the person takes it out; none where there is
    /// no such person. Reads everything that is stored.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn person_mentions(
        &self,
        _by: &Sees<Editor>,
        person: PersonId,
    ) -> Result<Vec<PersonMention>, CurationError> {
        Ok(self.store.person_mentions(person).await?)
    }

    /// Whether erased values may still stand in the files of the database.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn is_erasure_pending(&self, _by: &Sees<Editor>) -> Result<bool, CurationError> {
        Ok(self.store.needs_scrub().await?)
    }
}
