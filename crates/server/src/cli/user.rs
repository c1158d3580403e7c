//! `bruecke user`: accounts from the command line.

use clap::{Args, Subcommand, ValueEnum};
use domain::{EmailAddress, Language, vocabulary::Role};

/// `bruecke user`
#[derive(Debug, Args)]
pub struct User {
    /// What to do
    #[command(subcommand)]
    pub command: UserCommand,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account; the password comes from standard input, or is asked for on a terminal
    #[command(
        after_help = "Examples:\n  bruecke user add --database sqlite://herne.db --role editor ada@example.org < password.txt\n  bruecke user add --database sqlite://herne.db --role member --actor anadolu-kulturverein --trusted eve@example.org"
    )]
    Add(AddUser),
    /// Invite somebody to make an account: mails the link, or prints it where there is no mail server
    #[command(
        after_help = "Example:\n  bruecke user invite --database sqlite://herne.db --role member --actor anadolu-kulturverein --language tr eve@example.org"
    )]
    Invite(InviteUserFlags),
    /// List the accounts
    #[command(after_help = "Example:\n  bruecke user list --database sqlite://herne.db")]
    List,
    /// Give an account another role; ends its sessions
    #[command(
        after_help = "Example:\n  bruecke user role --database sqlite://herne.db --role member --actor anadolu-kulturverein eve@example.org"
    )]
    Role(UserRole),
    /// Keep an account from signing in; ends its sessions, and its tokens stop working
    #[command(after_help = "Example:\n  bruecke user disable --database sqlite://herne.db eve@example.org")]
    Disable(AccountFlag),
    /// Let an account sign in again
    #[command(after_help = "Example:\n  bruecke user enable --database sqlite://herne.db eve@example.org")]
    Enable(AccountFlag),
    /// Give an account another password (from standard input), or take away a lost second factor
    #[command(
        after_help = "Examples:\n  bruecke user reset --database sqlite://herne.db eve@example.org < password.txt\n  bruecke user reset --database sqlite://herne.db --second-factor eve@example.org\n  bruecke user reset --database sqlite://herne.db --openid eve@example.org"
    )]
    Reset(ResetUser),
    /// Make a token for a program that asks in the name of an account; it is shown this once
    #[command(
        after_help = "Examples:\n  bruecke user token --database sqlite://herne.db --scope read --days 90 ada@example.org\n  bruecke user token --database sqlite://herne.db --revoke ada@example.org\n\nA program sends it as: Authorization: Bearer brk_…"
    )]
    Token(UserToken),
}

/// Which account.
#[derive(Debug, Args)]
pub struct AccountFlag {
    /// The e-mail address of the account
    #[arg(value_name = "EMAIL")]
    pub email: EmailAddress,
}

/// What an account may do.
#[derive(Debug, Args)]
pub struct RoleFlags {
    /// What the account may do: partner, member, editor or admin
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub role: Role,
    /// An actor (slug) a member speaks for; may be given several times
    #[arg(long = "actor", value_name = "SLUG")]
    pub actors: Vec<String>,
    /// Let a member publish changes of their own actors without a review
    #[arg(long)]
    pub trusted: bool,
}

/// `bruecke user add`
#[derive(Debug, Args)]
pub struct AddUser {
    /// Which account
    #[command(flatten)]
    pub named: AccountFlag,
    /// What it may do
    #[command(flatten)]
    pub role: RoleFlags,
    /// What staff call the holder
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
}

/// `bruecke user invite`
#[derive(Debug, Args)]
pub struct InviteUserFlags {
    /// Who is invited
    #[command(flatten)]
    pub named: AccountFlag,
    /// What the account may do
    #[command(flatten)]
    pub role: RoleFlags,
    /// What the invited are called
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The language of the mail
    #[arg(long, value_name = "TAG", default_value = "de")]
    pub language: Language,
}

/// `bruecke user role`
#[derive(Debug, Args)]
pub struct UserRole {
    /// Which account
    #[command(flatten)]
    pub named: AccountFlag,
    /// What it may do
    #[command(flatten)]
    pub role: RoleFlags,
}

/// `bruecke user reset`
#[derive(Debug, Args)]
pub struct ResetUser {
    /// Which account
    #[command(flatten)]
    pub named: AccountFlag,
    /// Take the second factor away instead; the password stays
    #[arg(long)]
    pub second_factor: bool,
    /// Forget through which other service the account signs in; the password stays
    #[arg(long, conflicts_with = "second_factor")]
    pub openid: bool,
}

/// `bruecke user token`
#[derive(Debug, Args)]
pub struct UserToken {
    /// Which account
    #[command(flatten)]
    pub named: AccountFlag,
    /// Whether programs with it may change anything
    #[arg(long, value_enum, default_value = "read")]
    pub scope: TokenScope,
    /// For how many days it works, at most 366
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=366))]
    pub days: u32,
    /// What it is for
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    /// Withdraw every token of the account instead
    #[arg(long, conflicts_with_all = ["scope", "days", "name"])]
    pub revoke: bool,
}

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TokenScope {
    /// See what the account sees
    Read,
    /// Do what the account may do
    Write,
}

/// The public has no account, so it is no role to give.
fn role(text: &str) -> Result<Role, String> {
    let allowed = Role::ALL.iter().copied().filter(|role| *role != Role::Public);
    allowed
        .clone()
        .find(|role| role.slug() == text)
        .ok_or_else(|| format!("allowed are {}", allowed.map(Role::slug).collect::<Vec<_>>().join(", ")))
}
