//! What a person may know: everything that is stored of them (GDPR, article 15).

use domain::{Actor, ContactPerson, PersonId, Record, text::fold};
use futures_util::TryStreamExt;
use serde_json::{Value, json};
use store::{Proposal, Reminder, Revision, accounts::Account};

use crate::{
    Curation, CurationError, Editor, Sees,
    command_span::command,
    fields::{FieldValues, fields_of},
};

/// How many people are found by a text at most.
const MOST_PERSONS: usize = 20;

/// Of whom to tell.
#[derive(Clone, PartialEq, Eq)]
pub enum PersonQuery {
    /// A contact person.
    Id(PersonId),
    /// Whoever has this e-mail address, or a name with this in it.
    Text(String),
}

/// Everything that is stored of a contact person.
pub struct PersonFile {
    /// As they are known now.
    pub record: Record<ContactPerson>,
    /// Whose contact.
    pub actor: Option<Record<Actor>>,
    /// Every state with who wrote it in what role, oldest first.
    pub revisions: Vec<Revision<ContactPerson>>,
    /// The proposals that mention them.
    pub mentions: Vec<Proposal>,
    /// The mails that asked them whether the entry is still right.
    pub mails: Vec<Reminder>,
}

/// Everything that is stored of those who are asked about.
#[derive(Default)]
pub struct PersonPackage {
    /// As contact persons.
    pub persons: Vec<PersonFile>,
    /// As people who sign in.
    pub accounts: Vec<Account>,
}

impl Curation {
    /// Everything that is stored of a person: as contact person, and as somebody with an account of the same address.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn person_package(
        &self,
        _by: &Sees<Editor>,
        query: &PersonQuery,
    ) -> Result<PersonPackage, CurationError> {
        command("person_package", async {
            let records = match query {
                PersonQuery::Id(id) => self.store.get::<ContactPerson>(*id).await?.into_iter().collect(),
                PersonQuery::Text(text) => self.persons_named(&fold(text.trim())).await?,
            };
            let mut package = PersonPackage::default();
            let mut addresses: Vec<String> = records.iter().filter_map(address).collect();
            for record in records {
                package.persons.push(self.person_file(record).await?);
            }
            if let PersonQuery::Text(text) = query {
                addresses.push(text.trim().to_lowercase());
            }
            addresses.sort();
            addresses.dedup();
            for address in addresses {
                package.accounts.extend(self.store.account_by_email(&address).await?);
            }
            Ok(package)
        })
        .await
    }

    async fn persons_named(&self, text: &str) -> Result<Vec<Record<ContactPerson>>, CurationError> {
        let mut found = Vec::new();
        if text.is_empty() {
            return Ok(found);
        }
        let mut persons = self.store.all::<ContactPerson>().await?;
        while let Some(person) = persons.try_next().await? {
            let is_named = person.data.name.as_ref().is_some_and(|name| fold(&name.value).contains(text));
            if is_named || address(&person).is_some_and(|address| fold(&address) == text) {
                found.push(person);
            }
            if found.len() == MOST_PERSONS {
                break;
            }
        }
        Ok(found)
    }

    async fn person_file(&self, record: Record<ContactPerson>) -> Result<PersonFile, CurationError> {
        let (id, actor) = (record.id, record.data.actor);
        let mails = self.store.reminders_of(actor).await?.into_iter().filter(|mail| mail.person == Some(id)).collect();
        Ok(PersonFile {
            actor: self.store.get::<Actor>(actor).await?,
            revisions: self.store.revisions::<ContactPerson>(id).await?,
            mentions: self.store.proposals_that_mention(id).await?,
            mails,
            record,
        })
    }
}

fn address(person: &Record<ContactPerson>) -> Option<String> {
    person.data.email.as_ref().map(|email| email.value.as_str().to_lowercase())
}

impl PersonPackage {
    /// The package for machines.
    pub fn to_json(&self) -> Value {
        let accounts = self.accounts.iter().map(|account| {
            json!({
                "email": account.email,
                "name": account.name,
                "role": account.role,
                "speaksFor": account.actors,
                "createdAt": account.created_at,
                "blockedAt": account.disabled_at,
                "language": account.language,
                "hasSecondFactor": account.second_factor.is_some(),
            })
        });
        let persons: Vec<Value> = self.persons.iter().map(PersonFile::to_json).collect();
        json!({ "contactPersons": persons, "accounts": accounts.collect::<Vec<_>>() })
    }
}

impl PersonFile {
    fn to_json(&self) -> Value {
        let versions = self.revisions.iter().map(|revision| {
            json!({
                "version": revision.record.version,
                "writtenAt": revision.at,
                "writtenBy": revision.by,
                "note": revision.note,
                "values": unflatten(&fields_of(&revision.record.data)),
            })
        });
        let mentions = self.mentions.iter().map(|proposal| {
            json!({
                "proposal": proposal.id,
                "madeAt": proposal.created_at,
                "status": proposal.status,
                "fields": proposal.fields,
                "comment": proposal.comment,
                "contact": proposal.contact,
            })
        });
        let actor = self.actor.as_ref();
        json!({
            "person": self.record.id,
            "contactOf": actor.map(|actor| json!({ "slug": actor.data.slug, "name": actor.data.name })),
            "firstStoredAt": self.record.created_at,
            "lastChangedAt": self.record.updated_at,
            "values": unflatten(&fields_of(&self.record.data)),
            "versions": versions.collect::<Vec<_>>(),
            "mentionedInProposals": mentions.collect::<Vec<_>>(),
            "mailsSentAt": self.mails.iter().map(|mail| mail.created_at).collect::<Vec<_>>(),
        })
    }
}

/// Fields as objects again: `name.value` becomes `{"name": {"value": …}}`.
fn unflatten(fields: &FieldValues) -> Value {
    let mut whole = json!({});
    for (name, value) in fields {
        match name.split_once('.') {
            Some((root, part)) => whole[root][part] = value.clone(),
            None => whole[name.as_str()] = value.clone(),
        }
    }
    whole
}
