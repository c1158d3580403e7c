//! Forgetting a person.

use domain::PersonId;
use store::Erasure;

use crate::{Curation, CurationError, Done, Editor, Refusal, command_span::command};

impl Curation {
    /// Takes a contact person's values out of everything that is stored: every version, and what
    /// proposals, notes and other entries certainly say of them. That there was somebody, and when it
    /// changed, stays. Tells what mentioned them and what of it is left to whoever erases.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such person, [`CurationError::Store`].
    pub async fn erase_person(&self, by: &Editor, person: PersonId) -> Result<Done<Erasure>, CurationError> {
        command("erase_person", async {
            let mut work = self.begin(by, None).await?;
            let Some(erasure) = work.writer.erase_person(person).await? else {
                return Err(Refusal::NotFound { field: "person".to_owned() }.into());
            };
            work.finish(erasure).await
        })
        .await
    }
}
