//! Contact persons: from an input to a command of curation. No value of a person comes into an answer.

use curation::{
    CurationError, Done, Patch,
    commands::{Consents, ContactField, CreateContact, EditContact, GivenConsent, RecordConsent, WithdrawConsent},
};
use domain::{ContactPerson, EntityKind, Record, rules::Problem, vocabulary::Visibility};
use messages::Message;

use super::{
    commands::{Desk, Ended, resolve_id},
    inputs::{
        patch_values::IntoPatchValue,
        persons::{
            ConsentInput, ContactValueInput, CreateContactPersonInput, EditContactPersonInput, ErasePersonInput,
            RecordConsentInput, WithdrawConsentInput,
        },
    },
    payloads::{Performed, Thing},
    records::PersonRecord,
    steps::invalid,
};

fn person(done: &Done<Record<ContactPerson>>) -> Performed {
    Performed::from_commit(Thing::Person(PersonRecord::of(&done.value)), done.sequence)
}

fn read_consent(consent: ConsentInput, place: &str) -> Result<GivenConsent, CurationError> {
    let text_language = consent.text_language.parse().map_err(|_| {
        let message = Message::new("value-allowed").with("allowed", Message::new("form-consent-language"));
        invalid(&format!("{place}.textLanguage"), Problem::Format(message))
    })?;
    Ok(GivenConsent {
        purpose: consent.purpose,
        text_version: consent.text_version,
        text_language,
        given_on: consent.given_on.0,
        given_by: consent.given_by.into(),
        review_due: consent.review_due.map(|day| day.0),
    })
}

/// The values that an input names, and the consents beside them.
fn values(
    mut fields: Patch,
    values: [(ContactField, Option<ContactValueInput>); 4],
) -> Result<(Patch, Consents), CurationError> {
    let mut consents = Consents::new();
    for (field, value) in values {
        let Some(ContactValueInput { value, visibility, consent }) = value else { continue };
        let name = field.slug();
        if !value.is_undefined() {
            fields = fields.with(format!("{name}.value"), value.take());
        }
        if let Some(visibility) = visibility {
            fields = fields.with(format!("{name}.visibility"), Visibility::from(visibility));
        }
        if let Some(consent) = consent {
            consents.insert(field, read_consent(consent, &format!("{name}.consent"))?);
        }
    }
    Ok((fields, consents))
}

/// Makes a contact person.
pub(crate) async fn create(desk: Desk<'_>, input: CreateContactPersonInput) -> Ended {
    let by = desk.member()?;
    let fields = Patch::new().with("actor", input.actor.into_patch_value(desk.snapshot));
    let (fields, consents) = values(fields, input.values.by_field())?;
    Ok(person(&desk.curation.create_contact(&by, CreateContact { fields, consents }).await?))
}

/// Changes what is known of a contact person.
pub(crate) async fn edit(desk: Desk<'_>, input: EditContactPersonInput) -> Ended {
    let by = desk.member()?;
    let (fields, consents) = values(Patch::new(), input.values.by_field())?;
    let id = resolve_id(&input.id, EntityKind::Person, "id")?.into();
    let edit = EditContact { person: id, expected_version: input.expected_version, fields, consents };
    Ok(person(&desk.curation.edit_contact(&by, edit).await?))
}

/// Records a consent to one value being seen.
pub(crate) async fn record_consent(desk: Desk<'_>, input: RecordConsentInput) -> Ended {
    let by = desk.member()?;
    let recorded = RecordConsent {
        person: resolve_id(&input.id, EntityKind::Person, "id")?.into(),
        expected_version: input.expected_version,
        field: input.field.into(),
        visibility: input.visibility.into(),
        consent: read_consent(input.consent, "consent")?,
    };
    Ok(person(&desk.curation.record_consent(&by, recorded).await?))
}

/// Ends consents.
pub(crate) async fn withdraw_consent(desk: Desk<'_>, input: WithdrawConsentInput) -> Ended {
    let by = desk.member()?;
    let fields = input.fields.map(|fields| fields.into_iter().map(Into::into).collect());
    let withdrawn = WithdrawConsent { person: resolve_id(&input.id, EntityKind::Person, "id")?.into(), fields };
    Ok(person(&desk.curation.withdraw_consent(&by, withdrawn).await?))
}

/// Forgets a contact person.
pub(crate) async fn erase(desk: Desk<'_>, input: ErasePersonInput) -> Ended {
    let by = desk.editor()?;
    let id = resolve_id(&input.id, EntityKind::Person, "id")?;
    let done = desk.curation.erase_person(&by, id.into()).await?;
    Ok(Performed::from_commit(Thing::Erasure(PersonRecord::from_erased(id), done.value.mentions), done.sequence))
}
