//! Why a command did not do what it was asked: refusals are values with a stable code, faults are
//! errors.

use domain::{
    record::EntityRef,
    rules::{Violation, Violations},
    vocabulary::Role,
};
use store::StoreError;
use thiserror::Error;

use crate::{
    accounts::{PasswordFault, PasswordProblem},
    commands::ProposalLimitError,
    fields::{FieldAuthor, FieldConflict},
};

/// One thing a user can put right: which input field, what is wrong, a stable code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// The input field, such as `summary.de` or `themes[2]`; `None` when it is about the whole.
    pub field: Option<String>,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// The stable code.
    pub code: &'static str,
}

/// An expected refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is signed in.
    SignInFirst {
        /// The role that is needed.
        needed: Role,
    },
    /// Somebody with too low a role.
    RoleTooLow {
        /// The role that is needed.
        needed: Role,
        /// The role they have.
        had: Role,
    },
    /// An administrator has yet to set up or give the second factor.
    SecondFactorFirst,
    /// A token that only reads was used to change something.
    ReadOnlyToken,
    /// A password or code that was given to prove something is not the right one.
    WrongSecret {
        /// The input field, `password` or `code`.
        field: &'static str,
    },
    /// A new password is too easy to guess.
    WeakPassword(PasswordProblem),
    /// A member touches what is not theirs.
    NotYours,
    /// There is no such entry (any more).
    NotFound {
        /// The input field that names it.
        field: String,
    },
    /// The entry has changed since the version the edit started from.
    Conflict {
        /// Which entry.
        entity: EntityRef,
        /// The version the edit started from.
        expected: u32,
        /// The version that is stored.
        found: u32,
        /// What was changed since and what this edit would change, field by field.
        fields: Vec<FieldConflict>,
    },
    /// The entry is in a state in which this cannot be done.
    WrongState {
        /// The stable code, such as `ALREADY_PUBLISHED`.
        code: &'static str,
        /// What is the case, in German and English.
        german: String,
        /// The same in English.
        english: String,
    },
    /// One person confirms a cooperation for both sides and does not say on what evidence.
    EvidenceMissing,
    /// No proposal of the public is taken now.
    ProposalLimit(ProposalLimitError),
    /// Another program writes or holds a lock, and waiting for it took too long. Nothing was written.
    DatabaseBusy,
    /// The input breaks rules.
    Invalid(Violations),
}

impl Refusal {
    /// Somebody who was forgotten stays so.
    pub(crate) fn erased() -> Self {
        Self::WrongState {
            code: "ERASED",
            german: "Diese Person wurde gelöscht: bitte eine neue Kontaktperson anlegen.".to_owned(),
            english: "This person was erased: please make a new contact person.".to_owned(),
        }
    }

    /// What the caller is told, in German or English (`en…`).
    pub fn user_errors(&self, reader: &str) -> Vec<UserError> {
        let english = reader.starts_with("en");
        let one = |field: Option<String>, code, de: String, en: String| {
            vec![UserError { field, message: if english { en } else { de }, code }]
        };
        match self {
            Self::SignInFirst { needed } => one(
                None,
                "UNAUTHENTICATED",
                format!("Bitte zuerst anmelden: nötig ist die Rolle {}.", needed.label("de")),
                format!("Please sign in first: the role {} is needed.", needed.label("en")),
            ),
            Self::RoleTooLow { needed, had } => one(
                None,
                "FORBIDDEN",
                format!("Nötig ist die Rolle {}; angemeldet ist {}.", needed.label("de"), had.label("de")),
                format!("The role {} is needed; you are signed in as {}.", needed.label("en"), had.label("en")),
            ),
            Self::SecondFactorFirst => one(
                None,
                "SECOND_FACTOR_FIRST",
                "Bitte zuerst den zweiten Faktor einrichten oder angeben.".to_owned(),
                "Please set up or give the second factor first.".to_owned(),
            ),
            Self::ReadOnlyToken => one(
                None,
                "FORBIDDEN",
                "Dieses Zugriffstoken darf nur lesen.".to_owned(),
                "This token may only read.".to_owned(),
            ),
            Self::WrongSecret { field } => one(
                Some((*field).to_owned()),
                "WRONG_SECRET",
                "Die Angabe stimmt nicht.".to_owned(),
                "This is not the right one.".to_owned(),
            ),
            Self::WeakPassword(problem) => {
                one(Some("password".to_owned()), "WEAK_PASSWORD", problem.german(), problem.english())
            }
            Self::NotYours => one(
                None,
                "FORBIDDEN",
                "Mitglieder ändern nur die Einträge ihres eigenen Vereins.".to_owned(),
                "Members change the entries of their own association only.".to_owned(),
            ),
            Self::NotFound { field } => one(
                Some(field.clone()),
                "NOT_FOUND",
                "Diesen Eintrag gibt es nicht (mehr).".to_owned(),
                "There is no such entry (any more).".to_owned(),
            ),
            Self::Conflict { expected, found, fields, .. } => {
                let by = |preposition, reader| by_authors(fields, preposition, reader);
                one(
                    Some("expectedVersion".to_owned()),
                    "CONFLICT",
                    format!(
                        "Der Eintrag wurde inzwischen geändert{}: Ausgangspunkt war Version {expected}, gespeichert ist {found}.",
                        by("von", "de")
                    ),
                    format!(
                        "The entry has changed meanwhile{}: the edit started from version {expected}, stored is {found}.",
                        by("by", "en")
                    ),
                )
            }
            Self::WrongState { code, german, english } => one(None, code, german.clone(), english.clone()),
            Self::EvidenceMissing => one(
                Some("evidence".to_owned()),
                "EVIDENCE_MISSING",
                "Sie haben auch die andere Seite bestätigt: Bitte nennen Sie den Beleg, etwa ein Schreiben oder \
                 Protokoll, oder lassen Sie die Seite selbst bestätigen."
                    .to_owned(),
                "You have confirmed the other side as well: please name the evidence, such as a letter or minutes, or \
                 let that side confirm it."
                    .to_owned(),
            ),
            Self::DatabaseBusy => one(
                None,
                "DATABASE_BUSY",
                "Nichts wurde geschrieben: Ein anderes Programm schreibt gerade in die Datenbank oder sperrt sie. \
                 Bitte gleich noch einmal versuchen."
                    .to_owned(),
                "Nothing was written: another program is writing to the database or has locked it. Please try again \
                 in a moment."
                    .to_owned(),
            ),
            Self::ProposalLimit(error) => one(None, error.code(), error.german(), error.english()),
            Self::Invalid(violations) => violations
                .iter()
                .map(|Violation { field, problem }| UserError {
                    field: Some(field.clone()),
                    message: problem.message(reader),
                    code: problem.code(),
                })
                .collect(),
        }
    }
}

/// " von Ada (Redaktion), …": those who changed the fields of a conflict, by name where that may be known.
fn by_authors(fields: &[FieldConflict], preposition: &str, reader: &str) -> String {
    let mut authors = Vec::new();
    for FieldAuthor { role, name, .. } in fields.iter().filter_map(|field| field.author.as_ref()) {
        let role = role.label(reader);
        let author = name.as_ref().map_or_else(|| role.to_owned(), |name| format!("{name} ({role})"));
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    if authors.is_empty() { String::new() } else { format!(" {preposition} {}", authors.join(", ")) }
}

/// Why a command did nothing.
#[derive(Debug, Error)]
pub enum CurationError {
    /// Expected: the caller is told why.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A fault: the caller learns only that there was one.
    #[error("the store failed")]
    Store(#[source] StoreError),
    /// A fault: a password could not be hashed or compared.
    #[error("the password could not be worked with")]
    Password(#[source] PasswordFault),
    /// A fault: the key that signs links is not one that this program has made.
    #[error("the stored signing key cannot be used")]
    UnusableKey,
}

impl From<Refusal> for CurationError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The store's refusals are the caller's to put right; its faults are not.
impl From<StoreError> for CurationError {
    fn from(error: StoreError) -> Self {
        use domain::rules::Problem;
        let one = |field: String, problem: Problem| {
            Self::Refused(Refusal::Invalid(std::iter::once(Violation { field, problem }).collect()))
        };
        match error {
            StoreError::VersionConflict { entity, expected, found } => {
                Self::Refused(Refusal::Conflict { entity, expected, found, fields: Vec::new() })
            }
            StoreError::Invalid { violations, .. } => Self::Refused(Refusal::Invalid(violations)),
            StoreError::Taken { field, value, .. } => one(field, Problem::Taken(value)),
            StoreError::Missing { field, value, .. } => one(field, Problem::Unknown(value.to_string())),
            StoreError::Erased { .. } => Self::Refused(Refusal::erased()),
            StoreError::AccountExists => Self::Refused(Refusal::WrongState {
                code: "ACCOUNT_EXISTS",
                german: "Mit dieser E-Mail-Adresse gibt es schon ein Konto.".to_owned(),
                english: "There is an account with this e-mail address already.".to_owned(),
            }),
            StoreError::Busy { .. } => Self::Refused(Refusal::DatabaseBusy),
            StoreError::Clock(fault) => Self::Refused(Refusal::WrongState {
                code: fault.code(),
                german: "Nichts wurde geschrieben: Die Uhr des Servers geht falsch. Bitte sagen Sie es denen, die ihn \
                         betreuen; danach geht es weiter."
                    .to_owned(),
                english: format!(
                    "Nothing was written: the server's clock is wrong. Please tell whoever runs it: {fault}."
                ),
            }),
            fault => Self::Store(fault),
        }
    }
}
