//! What a reminder says, in German and English.

use curation::commands::{Letter, ReminderAnswer};
use domain::LocalisedText;
use lettre::{
    Address, Message,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use secrecy::{ExposeSecret, SecretString};

use uuid::Uuid;

use super::error::MailError;
use crate::paths;

/// The directory as letters name it.
#[derive(Clone, Debug)]
pub struct MailSite {
    /// Where browsers reach it, without a slash at the end.
    pub origin: String,
    /// Its title.
    pub title: LocalisedText,
}

impl MailSite {
    pub(super) fn title(&self, reader: &str) -> &str {
        self.title.get(reader).or_else(|| self.title.get("de")).unwrap_or_default()
    }
}

/// The mail of a letter: plain text, which every program shows and no scanner has to take apart.
pub(super) fn message(letter: &Letter, site: &MailSite, from: &Mailbox) -> Result<Message, MailError> {
    let english = letter.language.primary() == "en";
    let name = &letter.name;
    let subject = if english {
        format!("Is the entry “{name}” still right?")
    } else {
        format!("Stimmt der Eintrag „{name}“ noch?")
    };
    let body = if english { in_english(letter, site) } else { in_german(letter, site) };
    plain_message(letter.id, letter.to.as_str(), subject, body, site, from)
}

/// A mail of plain text to one address. `id` names it.
pub(super) fn plain_message(
    id: Uuid,
    to: &str,
    subject: String,
    body: String,
    site: &MailSite,
    from: &Mailbox,
) -> Result<Message, MailError> {
    let to: Address = domain::EmailAddress::with_ascii_host(to).parse().map_err(MailError::Address)?;
    // One name for good: who gets the same mail twice from a mail server sees it once.
    let host = site.origin.split("://").nth(1).unwrap_or("localhost").split(':').next().unwrap_or("localhost");
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(subject)
        .message_id(Some(format!("<{id}@{host}>")))
        // RFC 3834: no absence notes in answer to a machine.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(MailError::Unwritable)
}

fn in_german(letter: &Letter, site: &MailSite) -> String {
    let (title, [page, still_right, change, archive]) = (site.title("de"), addresses(letter));
    let confirmed = match letter.verified_on {
        Some(day) => format!("wurde zuletzt am {} bestätigt", day.format("%d.%m.%Y")),
        None => "wurde noch nicht bestätigt".to_owned(),
    };
    let facts = facts(letter, ["Website", "E-Mail", "Telefon"]);
    format!(
        "Guten Tag,\n\n\
         der Eintrag „{name}“ im Verzeichnis „{title}“ {confirmed}. Bitte sehen Sie kurz nach, ob alles noch stimmt:\n\n\
         {origin}{page}\n{facts}\n\
         Alles stimmt noch:\n{origin}{still_right}\n\n\
         Etwas ist anders, wir schlagen eine Änderung vor:\n{origin}{change}\n\n\
         Der Eintrag soll nicht mehr erscheinen:\n{origin}{archive}\n\n\
         Dafür ist kein Konto nötig. Die Links gelten bis zum {until}; wer sie hat, kann sie benutzen: bitte \
         nicht weitergeben.\n\n\
         {title}\n{origin}\n",
        name = letter.name,
        until = letter.until.format("%d.%m.%Y"),
        origin = site.origin,
    )
}

fn in_english(letter: &Letter, site: &MailSite) -> String {
    let (title, [page, still_right, change, archive]) = (site.title("en"), addresses(letter));
    let confirmed = match letter.verified_on {
        Some(day) => format!("was last confirmed on {}", day.format("%-d %B %Y")),
        None => "has not been confirmed yet".to_owned(),
    };
    let facts = facts(letter, ["Website", "E-mail", "Telephone"]);
    format!(
        "Hello,\n\n\
         the entry “{name}” in the directory “{title}” {confirmed}. Please have a short look whether everything is \
         still right:\n\n\
         {origin}{page}\n{facts}\n\
         Everything is still right:\n{origin}{still_right}\n\n\
         Something is different, we suggest a change:\n{origin}{change}\n\n\
         The entry should no longer appear:\n{origin}{archive}\n\n\
         No account is needed. The links work until {until}; whoever has them can use them, so please do not pass \
         them on.\n\n\
         {title}\n{origin}\n",
        name = letter.name,
        until = letter.until.format("%-d %B %Y"),
        origin = site.origin,
    )
}

/// The public ways to reach the actor, which are what goes stale first.
fn facts(letter: &Letter, labels: [&str; 3]) -> String {
    let values = [
        letter.website.as_ref().map(domain::WebAddress::as_str),
        letter.email.as_ref().map(domain::EmailAddress::as_str),
        letter.phone.as_ref().map(domain::PhoneNumber::as_str),
    ];
    let lines = labels.iter().zip(values).filter_map(|(label, value)| Some(format!("{label}: {}\n", value?)));
    lines.collect()
}

/// Where the entry is, and the three answers.
fn addresses(letter: &Letter) -> [String; 4] {
    let slug = letter.slug.as_str();
    let link = |purpose: ReminderAnswer, token: &SecretString| paths::reminder(purpose.word(), token.expose_secret());
    [
        paths::actor(letter.kind, slug),
        link(ReminderAnswer::StillRight, &letter.still_right),
        paths::suggest_change(slug),
        link(ReminderAnswer::Archive, &letter.archive),
    ]
}
