//! Why a command did not do what it was asked: refusals are values with a stable code, faults are
//! errors.

use domain::{
    record::EntityRef,
    rules::{Violation, Violations},
    vocabulary::Role,
};
use messages::{Message, MessageArgument};
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
    /// What is wrong.
    pub message: Message,
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
        /// What is the case.
        message: Message,
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
    pub(crate) const fn person_erased() -> Self {
        Self::WrongState { code: "ERASED", message: Message::new("refusal-erased") }
    }

    /// What the caller is told.
    pub fn user_errors(&self) -> Vec<UserError> {
        let one =
            |field: Option<&str>, code, message| vec![UserError { field: field.map(ToOwned::to_owned), message, code }];
        match self {
            Self::SignInFirst { needed } => {
                one(None, "UNAUTHENTICATED", Message::new("refusal-sign-in-first").with("needed", *needed))
            }
            Self::RoleTooLow { needed, had } => {
                one(None, "FORBIDDEN", Message::new("refusal-role-too-low").with("needed", *needed).with("had", *had))
            }
            Self::SecondFactorFirst => one(None, "SECOND_FACTOR_FIRST", Message::new("refusal-second-factor-first")),
            Self::ReadOnlyToken => one(None, "FORBIDDEN", Message::new("refusal-read-only-token")),
            Self::WrongSecret { field } => one(Some(field), "WRONG_SECRET", Message::new("refusal-wrong-secret")),
            Self::WeakPassword(problem) => one(Some("password"), "WEAK_PASSWORD", problem.message()),
            Self::NotYours => one(None, "FORBIDDEN", Message::new("refusal-not-yours")),
            Self::NotFound { field } => one(Some(field), "NOT_FOUND", Message::new("refusal-not-found")),
            Self::Conflict { expected, found, fields, .. } => {
                let authors = author_names(fields);
                let message = if authors.is_empty() {
                    Message::new("refusal-conflict").with("expected", *expected).with("found", *found)
                } else {
                    Message::new("refusal-conflict-by")
                        .with("authors", authors.into_iter().collect::<MessageArgument>())
                        .with("expected", *expected)
                        .with("found", *found)
                };
                one(Some("expectedVersion"), "CONFLICT", message)
            }
            Self::WrongState { code, message } => one(None, code, message.clone()),
            Self::EvidenceMissing => {
                one(Some("evidence"), "EVIDENCE_MISSING", Message::new("refusal-evidence-missing"))
            }
            Self::DatabaseBusy => one(None, "DATABASE_BUSY", Message::new("refusal-database-busy")),
            Self::ProposalLimit(error) => one(None, error.code(), error.message()),
            Self::Invalid(violations) => violations
                .iter()
                .map(|Violation { field, problem }| UserError {
                    field: Some(field.clone()),
                    message: problem.message(),
                    code: problem.code(),
                })
                .collect(),
        }
    }
}

/// Those who changed the fields of a conflict, each once, by name where that may be known.
fn author_names(fields: &[FieldConflict]) -> Vec<MessageArgument> {
    let mut authors = Vec::new();
    for FieldAuthor { role, name, .. } in fields.iter().filter_map(|field| field.author.as_ref()) {
        let author = match name {
            Some(name) => Message::new("refusal-author").with("name", name.as_str()).with("role", *role).into(),
            None => (*role).into(),
        };
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
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
            StoreError::Erased { .. } => Self::Refused(Refusal::person_erased()),
            StoreError::AccountExists => Self::Refused(Refusal::WrongState {
                code: "ACCOUNT_EXISTS",
                message: Message::new("refusal-account-exists"),
            }),
            StoreError::Busy { .. } => Self::Refused(Refusal::DatabaseBusy),
            StoreError::Clock(fault) => {
                Self::Refused(Refusal::WrongState { code: fault.code(), message: Message::new("refusal-clock") })
            }
            fault => Self::Store(fault),
        }
    }
}
