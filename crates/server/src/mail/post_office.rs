//! Where mail is handed over: the mail server of the settings, and what became of a letter.

use std::{error::Error as _, time::Duration};

use curation::commands::{Delivery, Letter, OutboxLetter};
use domain::ErrorChain;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{
        self,
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};
use secrecy::ExposeSecret;

use super::{
    error::MailError,
    letter::{self, MailSite},
    outbox_letter,
};
use crate::{
    settings::{Encryption, Mail, read_secret},
    telemetry::count_mail,
};

/// Where mail is handed over.
#[derive(Clone, Debug)]
pub struct PostOffice {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    host: String,
    from: Mailbox,
}

impl PostOffice {
    /// The mail server of the settings; nothing is sent to it yet.
    ///
    /// # Errors
    /// [`MailError::Secret`] or [`MailError::Protection`].
    pub fn new(settings: &Mail) -> Result<Self, MailError> {
        let host = settings.host.clone();
        let protected =
            || TlsParameters::new(host.clone()).map_err(|source| MailError::Protection { host: host.clone(), source });
        let tls = match settings.encryption {
            Encryption::Starttls => Tls::Required(protected()?),
            Encryption::Tls => Tls::Wrapper(protected()?),
            Encryption::None => Tls::None,
        };
        // "Dangerous" is what the builder without encryption is called; it is set right here.
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&host)
            .port(settings.port.unwrap_or(settings.encryption.port()))
            .tls(tls)
            .timeout(Some(Duration::from_secs(settings.timeout_seconds.get())));
        if let (Some(user), Some(file)) = (&settings.user, &settings.password_file) {
            let password = read_secret("mail.password_file", file)?;
            builder = builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        Ok(Self { transport: builder.build(), host, from: settings.from.clone() })
    }

    /// Whether the mail server is there and lets us in. Asked before anything is written down as sent.
    ///
    /// # Errors
    /// [`MailError::NoServer`].
    pub async fn check(&self) -> Result<(), MailError> {
        let refuse = |source| MailError::NoServer { host: self.host.clone(), source };
        self.transport.test_connection().await.map(drop).map_err(refuse)
    }

    /// Sends a letter and says what became of it.
    ///
    /// # Errors
    /// [`MailError::Unwritable`] or [`MailError::Address`]; it was not sent then.
    pub async fn send(&self, letter: &Letter, site: &MailSite) -> Result<Delivery, MailError> {
        Ok(self.hand_over(letter::message(letter, site, &self.from)?).await)
    }

    /// The same of a letter of the outbox.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn send_outbox(&self, letter: &OutboxLetter, site: &MailSite) -> Result<Delivery, MailError> {
        Ok(self.hand_over(outbox_letter::message(letter, site, &self.from)?).await)
    }

    /// Hands a message over, and says what became of it in the words of the mail server.
    pub(crate) async fn try_message(&self, message: Message) -> (Delivery, String) {
        match self.transport.send(message).await {
            Ok(response) => {
                let lines: Vec<&str> = response.message().collect();
                (Delivery::Taken, format!("{} {}", response.code(), lines.join(" ")))
            }
            Err(error) => (delivery(&error), ErrorChain(&error).to_string()),
        }
    }

    /// From whom.
    pub(crate) const fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Hands a message over and says what became of it.
    pub(crate) async fn hand_over(&self, message: Message) -> Delivery {
        match self.transport.send(message).await {
            Ok(_) => {
                count_mail("taken", 1);
                Delivery::Taken
            }
            Err(error) => {
                let delivery = delivery(&error);
                count_mail(outcome(delivery), 1);
                // The server's words may repeat the address, so only its code is told.
                let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                let timed_out = error.is_timeout();
                tracing::warn!(mail.code = code, mail.timed_out = timed_out, ?delivery, "a mail was not taken");
                delivery
            }
        }
    }
}

/// What metrics call it.
const fn outcome(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Taken => "taken",
        Delivery::Refused => "refused",
        Delivery::NotTaken => "not-taken",
        Delivery::Unknown => "unknown",
    }
}

/// What became of a mail that ended in an error.
fn delivery(error: &smtp::Error) -> Delivery {
    if error.is_permanent() || (error.is_client() && error.source().is_some()) {
        Delivery::Refused
    } else if error.is_transient() {
        Delivery::NotTaken
    } else {
        Delivery::Unknown
    }
}
