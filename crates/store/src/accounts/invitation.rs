//! Invitations: who may make an account of what kind. Known by the hash of their secret, gone once they are used.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, ActorId, EmailAddress, vocabulary::Role};
use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use super::{account::key, event::EventKind, write::AccountWriter};
use crate::{Store, StoreError, rows};

/// So many open invitations are listed, newest first.
const LISTED: u32 = 500;
const COLUMNS: &str = "id, email, name, role, trusted, language, by_account, created_at, expires_at";

/// An invitation that nobody has used yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Names it.
    pub id: Uuid,
    /// Who is invited.
    pub email: EmailAddress,
    /// What the inviter calls them.
    pub name: Option<String>,
    /// What the account may do.
    pub role: Role,
    /// Whether it publishes changes of its own actors without a review.
    pub trusted: bool,
    /// The actors it speaks for.
    pub actors: Vec<ActorId>,
    /// The language of the mail, as a tag.
    pub language: String,
    /// Who invited; `None` for the command line.
    pub by: Option<AccountId>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Shows which one only: an address is a person's.
impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Invitation({}, {}, …)", self.id, self.role)
    }
}

/// An invitation to keep.
#[derive(Clone, Debug)]
pub struct NewInvitation<'a> {
    /// The hash of its secret.
    pub hash: &'a str,
    /// What it says.
    pub invitation: &'a Invitation,
}

impl Store {
    /// The invitation with this hash, if it has not ended.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn invitation(&self, hash: &str, now: DateTime<Utc>) -> Result<Option<Invitation>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM invitation WHERE hash = $1 AND expires_at > $2");
        let found = rows::all(&self.sessions(), "reading an invitation", sql, [hash.into(), now.into()]).await?;
        match found.first() {
            Some(row) => Ok(Some(self.invitation_of(row).await?)),
            None => Ok(None),
        }
    }

    /// The invitations that have not ended, newest first, at most five hundred: of one inviter, or of all.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn invitations(&self, by: Option<AccountId>, now: DateTime<Utc>) -> Result<Vec<Invitation>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM invitation WHERE expires_at > $1 AND ($2 OR by_account = $3) \
             ORDER BY created_at DESC, id LIMIT {LISTED}"
        );
        let values: [Value; 3] = [now.into(), by.is_none().into(), by.map_or(Uuid::nil(), AccountId::uuid).into()];
        let found = rows::all(&self.reader(), "reading invitations", sql, values).await?;
        let mut invitations = Vec::with_capacity(found.len());
        for row in &found {
            invitations.push(self.invitation_of(row).await?);
        }
        Ok(invitations)
    }

    async fn invitation_of(&self, row: &QueryResult) -> Result<Invitation, StoreError> {
        invitation_of(&self.reader(), row).await
    }
}

/// An invitation from its columns, with its actors.
async fn invitation_of(connection: &impl ConnectionTrait, row: &QueryResult) -> Result<Invitation, StoreError> {
    let id: Uuid = rows::get(row, "id")?;
    let email: String = rows::get(row, "email")?;
    let sql = "SELECT actor_id FROM invitation_actor WHERE invitation_id = $1 ORDER BY actor_id";
    let actors = rows::all(connection, "reading an invitation", sql, [id.into()]).await?;
    Ok(Invitation {
        id,
        email: email.parse().map_err(|_| StoreError::Word { word: String::new(), wanted: "an e-mail address" })?,
        name: rows::get(row, "name")?,
        role: rows::role(row, "role")?,
        trusted: rows::get(row, "trusted")?,
        language: rows::get(row, "language")?,
        by: rows::get::<Option<Uuid>>(row, "by_account")?.map(AccountId::from_uuid),
        created_at: rows::get(row, "created_at")?,
        expires_at: rows::get(row, "expires_at")?,
        actors: actors
            .iter()
            .map(|row| Ok(rows::get::<Uuid>(row, "actor_id")?.into()))
            .collect::<Result<_, StoreError>>()?,
    })
}

impl AccountWriter {
    /// How many invitations that wait have gone to an address since a moment.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_invitations_to(&self, email: &str, since: DateTime<Utc>) -> Result<u64, StoreError> {
        let sql = "SELECT COUNT(*) AS count FROM invitation WHERE lower(email) = $1 AND created_at > $2";
        self.count("counting invitations", sql, [key(email).into(), since.into()]).await
    }

    /// How often an account has done something since a moment.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_events_by(
        &self,
        account: AccountId,
        kind: EventKind,
        since: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let sql = "SELECT COUNT(*) AS count FROM account_event WHERE account_id = $1 AND kind = $2 AND at > $3";
        self.count("counting events", sql, [account.uuid().into(), kind.word().into(), since.into()]).await
    }

    /// The invitations of an address that have not ended.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn open_invitations_to(&self, email: &str, now: DateTime<Utc>) -> Result<Vec<Invitation>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM invitation WHERE lower(email) = $1 AND expires_at > $2");
        let values = [key(email).into(), now.into()];
        let found = rows::all(&self.transaction, "reading invitations", sql, values).await?;
        let mut invitations = Vec::with_capacity(found.len());
        for row in &found {
            invitations.push(invitation_of(&self.transaction, row).await?);
        }
        Ok(invitations)
    }

    /// Ends an invitation now. That it was there is known as long as invitations of its address are counted.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_invitation(&mut self, id: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE invitation SET expires_at = $2 WHERE id = $1";
        self.run("ending an invitation", sql, [id.into(), now.into()]).await?;
        Ok(())
    }

    /// Keeps an invitation.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn add_invitation(&mut self, new: &NewInvitation<'_>) -> Result<(), StoreError> {
        let one = new.invitation;
        let sql = "INSERT INTO invitation (id, hash, email, name, role, trusted, language, by_account, created_at, \
                   expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let values: [Value; 10] = [
            one.id.into(),
            new.hash.into(),
            one.email.as_str().into(),
            one.name.clone().into(),
            one.role.slug().into(),
            one.trusted.into(),
            one.language.as_str().into(),
            one.by.map(AccountId::uuid).into(),
            one.created_at.into(),
            one.expires_at.into(),
        ];
        self.run("writing an invitation", sql, values).await?;
        for actor in &one.actors {
            let sql = "INSERT INTO invitation_actor (invitation_id, actor_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            self.run("writing an invitation", sql, [one.id.into(), actor.uuid().into()]).await?;
        }
        Ok(())
    }

    /// Forgets invitations and links for a password that have ended; says how many.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_ended_links(&mut self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        // Those of the last day are still counted.
        let day_ago = now - TimeDelta::days(1);
        let named = "DELETE FROM invitation_actor WHERE invitation_id IN \
                     (SELECT id FROM invitation WHERE expires_at <= $1 AND created_at <= $2)";
        self.run("forgetting invitations", named, [now.into(), day_ago.into()]).await?;
        let ended = "DELETE FROM invitation WHERE expires_at <= $1 AND created_at <= $2";
        let invitations = self.run("forgetting invitations", ended, [now.into(), day_ago.into()]).await?;
        let ended = "DELETE FROM password_link WHERE expires_at <= $1";
        Ok(invitations + self.run("forgetting links", ended, [now.into()]).await?)
    }

    /// Takes an invitation away, used or withdrawn; `false` when somebody else has.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn remove_invitation(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let sql = "DELETE FROM invitation_actor WHERE invitation_id = $1";
        self.run("removing an invitation", sql, [id.into()]).await?;
        Ok(self.run("removing an invitation", "DELETE FROM invitation WHERE id = $1", [id.into()]).await? > 0)
    }
}
