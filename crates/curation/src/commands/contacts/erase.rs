//! Forgetting a person.

use domain::PersonId;

use crate::{Curation, CurationError, Done, Editor, Refusal};

impl Curation {
    /// Takes a contact person's values out of everything that is stored: every version, proposals,
    /// notes. That there was somebody, and when it changed, stays.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such person, [`CurationError::Store`].
    pub async fn erase_person(&self, by: &Editor, person: PersonId) -> Result<Done<PersonId>, CurationError> {
        let mut work = self.begin(by, None).await?;
        if work.writer.erase_person(person).await?.is_none() {
            return Err(Refusal::NotFound { field: "person".to_owned() }.into());
        }
        work.finish(person).await
    }
}
