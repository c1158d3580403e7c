//! `bruecke user`: makes accounts and looks after them. Whoever holds the command line of the server
//! acts as an administrator.

use std::io::{BufRead, IsTerminal, Read};

use curation::{
    Admin, CurationError, Refusal, Requester,
    accounts::{AccountStanding, Accounts, InviteUser, NewAccount, TokenRequest, invitation_path},
};
use secrecy::{ExposeSecret, SecretString};
use store::accounts::Account;

use super::{
    database::{close, open, open_existing},
    error::{CommandError, UserCommandError},
    terminal::say,
};
use crate::{
    cli::{AddUser, InviteUserFlags, ResetUser, RoleFlags, TokenScope, UserCommand, UserToken},
    plural::pluralise,
    settings::File,
    wiring,
};

/// How much of standard input is read for a password, bytes.
const PASSWORD_BYTES: u64 = 4096;

impl From<CurationError> for UserCommandError {
    fn from(error: CurationError) -> Self {
        match error {
            CurationError::Refused(Refusal::NotFound { .. }) => {
                Self::Refused("there is no account with this e-mail address: see `bruecke user list`".to_owned())
            }
            CurationError::Refused(refusal) => {
                let told: Vec<String> = refusal
                    .user_errors()
                    .into_iter()
                    .map(|error| match error.field {
                        Some(field) if field != "password" => format!("{field} {}", error.message),
                        _ => error.message.text("en"),
                    })
                    .collect();
                Self::Refused(told.join("; "))
            }
            fault => Self::Fault(fault),
        }
    }
}

/// Runs the command.
///
/// # Errors
/// [`CommandError::User`] with what is wrong, for the person at the terminal.
pub async fn run(database: &str, command: UserCommand, file: &File) -> Result<(), CommandError> {
    let store = match &command {
        UserCommand::Add(_) | UserCommand::Invite(_) => open(database, file).await?,
        _ => open_existing(database).await?,
    };
    let accounts = wiring::accounts_with_mail(store.clone(), file).map_err(UserCommandError::Mail)?;
    let origin = file.http.origin.as_ref().and_then(|origin| origin.to_str().ok()).unwrap_or_default();
    let admin =
        Requester::operator().admin().map_err(|refusal| UserCommandError::from(CurationError::from(refusal)))?;
    let done = work(&accounts, &admin, origin, command).await;
    close(&store).await;
    Ok(done?)
}

async fn work(accounts: &Accounts, admin: &Admin, origin: &str, command: UserCommand) -> Result<(), UserCommandError> {
    match command {
        UserCommand::Add(flags) => add(accounts, admin, flags).await,
        UserCommand::Invite(flags) => invite(accounts, admin, origin, flags).await,
        UserCommand::List => list(accounts, admin).await,
        UserCommand::Role(flags) => {
            let account = accounts.find(admin, flags.named.email.as_str()).await?;
            let standing = to_standing(flags.role);
            accounts.change_role(admin, account.id, &standing).await?;
            say(format_args!("{} is {} now; its sessions have ended.", account.email, standing.role));
            Ok(())
        }
        UserCommand::Disable(named) => {
            let account = accounts.find(admin, named.email.as_str()).await?;
            accounts.disable(admin, account.id).await?;
            say(format_args!("{} can no longer sign in.", account.email));
            Ok(())
        }
        UserCommand::Enable(named) => {
            let account = accounts.find(admin, named.email.as_str()).await?;
            accounts.enable(admin, account.id).await?;
            say(format_args!("{} can sign in again.", account.email));
            Ok(())
        }
        UserCommand::Reset(flags) => reset(accounts, admin, &flags).await,
        UserCommand::Token(flags) => token(accounts, admin, &flags).await,
    }
}

async fn add(accounts: &Accounts, admin: &Admin, flags: AddUser) -> Result<(), UserCommandError> {
    let new = NewAccount {
        password: read_password()?,
        name: flags.name,
        standing: to_standing(flags.role),
        email: flags.named.email,
    };
    let line = format!("{} can sign in as {}.", new.email, new.standing.role);
    accounts.add_account(admin, new).await?;
    say(line);
    Ok(())
}

async fn invite(
    accounts: &Accounts,
    admin: &Admin,
    origin: &str,
    flags: InviteUserFlags,
) -> Result<(), UserCommandError> {
    let invite = InviteUser {
        email: flags.named.email,
        name: flags.name,
        standing: to_standing(flags.role),
        language: flags.language,
    };
    let by = admin.member().map_err(|refusal| UserCommandError::from(CurationError::from(refusal)))?;
    let invited = accounts.invite_user(&by, invite).await?;
    let until = invited.invitation.expires_at.format("%Y-%m-%d %H:%M UTC");
    match invited.secret {
        // The link alone goes to standard output, for a file or a pipe.
        Some(secret) => {
            say(format_args!("{origin}{}", invitation_path(secret.expose_secret())));
            tell(&format!("No mail was sent. Hand the link over: it works once, until {until}."));
        }
        None => say(format_args!("{} has mail with a link that works once, until {until}.", invited.invitation.email)),
    }
    Ok(())
}

async fn list(accounts: &Accounts, admin: &Admin) -> Result<(), UserCommandError> {
    let found = accounts.list(admin).await?;
    let width = found.iter().map(|account| account.email.as_str().len()).max().unwrap_or_default();
    for account in &found {
        let more = about(accounts, account).await?;
        say(format_args!("{:width$}  {:8}{more}", account.email.as_str(), account.role.slug()).to_string().trim_end());
    }
    if found.is_empty() {
        say("There are no accounts: `bruecke user add` makes one.");
    }
    Ok(())
}

/// What an account has beside its role.
async fn about(accounts: &Accounts, account: &Account) -> Result<String, UserCommandError> {
    let mut parts = Vec::new();
    if !account.actors.is_empty() {
        parts.push(format!("for {}", accounts.slugs(&account.actors).await?.join(", ")));
    }
    if account.trusted {
        parts.push("trusted".to_owned());
    }
    if account.second_factor.as_ref().is_some_and(|factor| factor.since.is_some()) {
        parts.push("second factor".to_owned());
    }
    if account.disabled_at.is_some() {
        parts.push("disabled".to_owned());
    }
    Ok(if parts.is_empty() { String::new() } else { format!("  {}", parts.join("; ")) })
}

async fn reset(accounts: &Accounts, admin: &Admin, flags: &ResetUser) -> Result<(), UserCommandError> {
    let account = accounts.find(admin, flags.named.email.as_str()).await?;
    if flags.second_factor {
        accounts.reset_second_factor(admin, account.id).await?;
        say(format_args!("{} has no second factor now; its sessions have ended.", account.email));
        return Ok(());
    }
    if flags.openid {
        let count = accounts.unlink_subjects(admin, account.id).await?;
        let count = pluralise(usize::try_from(count).unwrap_or_default(), "link", "links");
        say(format_args!("{count} of {} to another service taken away; its sessions have ended.", account.email));
        return Ok(());
    }
    accounts.reset_password(admin, account.id, &read_password()?).await?;
    say(format_args!("{} has another password; its sessions have ended.", account.email));
    Ok(())
}

async fn token(accounts: &Accounts, admin: &Admin, flags: &UserToken) -> Result<(), UserCommandError> {
    let account = accounts.find(admin, flags.named.email.as_str()).await?;
    if flags.revoke {
        let count = accounts.revoke_tokens(admin, account.id).await?;
        say(format_args!("{} withdrawn.", pluralise(usize::try_from(count).unwrap_or_default(), "token", "tokens")));
        return Ok(());
    }
    let request = TokenRequest {
        account: account.id,
        name: flags.name.clone(),
        may_write: flags.scope == TokenScope::Write,
        days: flags.days,
    };
    let (token, expires_at) = accounts.issue_token(admin, &request).await?;
    // The token alone goes to standard output, for a file or a pipe.
    say(token.expose_secret());
    tell(&format!("It is shown this once and works until {}.", expires_at.format("%Y-%m-%d %H:%M UTC")));
    Ok(())
}

fn to_standing(flags: RoleFlags) -> AccountStanding {
    AccountStanding { role: flags.role, actors: flags.actors, trusted: flags.trusted }
}

/// A password: asked for twice and unseen on a terminal, else the first line of standard input.
fn read_password() -> Result<SecretString, UserCommandError> {
    if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password("Password: ").map_err(UserCommandError::Input)?;
        let second = rpassword::prompt_password("The same again: ").map_err(UserCommandError::Input)?;
        return if first == second { Ok(first.into()) } else { Err(UserCommandError::Differ) };
    }
    let mut line = String::new();
    let mut input = std::io::stdin().lock().take(PASSWORD_BYTES);
    input.read_line(&mut line).map_err(UserCommandError::Input)?;
    let password = line.trim_end_matches(['\n', '\r']);
    if password.is_empty() { Err(UserCommandError::NoPassword) } else { Ok(password.to_owned().into()) }
}

/// Tells the person at the terminal something that is not the command's output.
#[allow(clippy::print_stderr, reason = "standard output carries the token alone")]
fn tell(line: &str) {
    eprintln!("{line}");
}
