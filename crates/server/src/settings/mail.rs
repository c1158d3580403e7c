//! Settings of mail and of reminders, and how long an entry counts as verified.

use std::{
    collections::HashMap,
    fmt::Display,
    hash::Hash,
    num::{NonZeroU32, NonZeroU64, NonZeroUsize},
    path::PathBuf,
};

use chrono::TimeDelta;
use curation::{
    VerificationPolicy,
    commands::{MailPolicy, ReminderPolicy},
};
use domain::{
    ActorKind,
    vocabulary::{InstitutionKind, NetworkKind, OrganisationKind},
};
use lettre::message::Mailbox;
use serde::{Deserialize, Deserializer, de::Error};

use super::nonzero::nonzero;

/// How mail is sent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// The mail server's host.
    pub host: String,
    /// Its port; unless said, the usual one of the encryption.
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub encryption: Encryption,
    /// Who signs in there; nobody unless said.
    pub user: Option<String>,
    /// The file that holds the password: settings are shown, copied and sent around, so it is not in
    /// them.
    pub password_file: Option<PathBuf>,
    /// Whom mail comes from, such as `Netzwerk Herne <netzwerk@example.org>`.
    #[serde(deserialize_with = "mailbox")]
    pub from: Mailbox,
    /// How long a mail server may take for one step, seconds.
    #[serde(default = "half_a_minute")]
    pub timeout_seconds: NonZeroU64,
}

/// How the connection to a mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// Encrypted before anything is said, by STARTTLS (RFC 3207); never without.
    #[default]
    Starttls,
    /// Encrypted from the first byte on (RFC 8314).
    Tls,
    /// Not at all: for a mail server on the same machine or in the same closed network.
    None,
}

impl Encryption {
    /// The usual port.
    pub const fn port(self) -> u16 {
        match self {
            Self::Starttls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

const fn half_a_minute() -> NonZeroU64 {
    nonzero!(30)
}

fn mailbox<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Mailbox, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| {
        D::Error::custom(format!(
            "{text:?} is not a sender: allowed are an address such as \"netzwerk@example.org\" or \"Netzwerk Herne <netzwerk@example.org>\""
        ))
    })
}

fn hour_of_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let hour = u32::deserialize(deserializer)?;
    if hour > 23 {
        return Err(D::Error::custom(format!("{hour} is no hour of the day: allowed is 0 to 23")));
    }
    Ok(hour)
}

/// When reminders are sent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReminderSettings {
    /// Whether the running service sends them by itself; `bruecke remind` does in any case.
    pub send: bool,
    /// How many the running service sends in an hour at most.
    pub per_hour: NonZeroUsize,
    /// An entry that nobody has ever confirmed is asked about so many days after it was made at the earliest.
    pub first_after_days: u32,
    /// An entry is asked about again after so many days at the earliest.
    pub again_after_days: NonZeroU32,
    /// At most so many mails ask about an entry until it is confirmed.
    pub at_most: NonZeroU32,
    /// The links of a mail work for so many days.
    pub links_last_days: NonZeroU32,
    /// The purposes of a consent to which a contact person may be written.
    pub consent_purposes: Vec<String>,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        let policy = ReminderPolicy::default();
        Self {
            send: false,
            per_hour: nonzero!(60),
            first_after_days: policy.first_after_days,
            again_after_days: policy.again_after_days,
            at_most: policy.at_most,
            links_last_days: policy.links_last_days,
            consent_purposes: policy.consent_purposes,
        }
    }
}

impl ReminderSettings {
    /// What curation holds to.
    pub fn policy(&self) -> ReminderPolicy {
        ReminderPolicy {
            first_after_days: self.first_after_days,
            again_after_days: self.again_after_days,
            at_most: self.at_most,
            links_last_days: self.links_last_days,
            consent_purposes: self.consent_purposes.clone(),
        }
    }
}

/// Which mails are sent because something happened.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Notifications {
    /// Whether the sides of a proposed cooperation are asked whether it is true.
    pub link_confirmations: bool,
    /// Whether who made a proposal is told that it was received and what became of it.
    pub proposals: bool,
    /// Whether an actor is told that it is listed once it is published first.
    pub welcome: bool,
    /// Whether staff are told once a day what is due.
    pub digest: bool,
    /// The hour of the day from which they are.
    #[serde(deserialize_with = "hour_of_day")]
    pub digest_hour: u32,
    /// Whether they are on Saturdays and Sundays too.
    pub digest_on_weekends: bool,
    /// So many seconds after its reason a mail is sent at the earliest.
    pub delay_seconds: u32,
    /// The links of a mail work for so many days.
    pub links_last_days: NonZeroU32,
    /// So many mails of a kind go to one recipient in a day at most.
    pub daily_per_recipient: NonZeroU32,
}

impl Default for Notifications {
    fn default() -> Self {
        let policy = MailPolicy::default();
        Self {
            link_confirmations: policy.link_confirmations,
            proposals: policy.proposals,
            welcome: policy.welcome,
            digest: policy.digest,
            digest_hour: policy.digest_hour,
            digest_on_weekends: policy.digest_on_weekends,
            delay_seconds: u32::try_from(policy.delay.num_seconds()).unwrap_or_default(),
            links_last_days: policy.links_last_days,
            daily_per_recipient: policy.daily_per_recipient,
        }
    }
}

impl Notifications {
    /// What curation holds to.
    pub fn policy(&self) -> MailPolicy {
        MailPolicy {
            link_confirmations: self.link_confirmations,
            proposals: self.proposals,
            welcome: self.welcome,
            digest: self.digest,
            digest_hour: self.digest_hour,
            digest_on_weekends: self.digest_on_weekends,
            delay: TimeDelta::seconds(self.delay_seconds.into()),
            links_last_days: self.links_last_days,
            daily_per_recipient: self.daily_per_recipient,
        }
    }

    /// The first setting by which mail is sent, if any is.
    pub const fn first_sending_setting(&self) -> Option<&'static str> {
        if self.link_confirmations {
            Some("notifications.link_confirmations")
        } else if self.proposals {
            Some("notifications.proposals")
        } else if self.welcome {
            Some("notifications.welcome")
        } else if self.digest {
            Some("notifications.digest")
        } else {
            None
        }
    }
}

/// How long an entry counts as verified.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VerificationSettings {
    /// In months, for every kind that is not named below.
    pub months: NonZeroU32,
    /// By kind of organisation.
    #[serde(deserialize_with = "by_kind")]
    pub organisation: HashMap<OrganisationKind, NonZeroU32>,
    /// By kind of institution.
    #[serde(deserialize_with = "by_kind")]
    pub institution: HashMap<InstitutionKind, NonZeroU32>,
    /// By kind of network.
    #[serde(deserialize_with = "by_kind")]
    pub network: HashMap<NetworkKind, NonZeroU32>,
}

impl Default for VerificationSettings {
    fn default() -> Self {
        let months = VerificationPolicy::default().months;
        Self { months, organisation: HashMap::new(), institution: HashMap::new(), network: HashMap::new() }
    }
}

impl VerificationSettings {
    /// What curation holds to.
    pub fn policy(&self) -> VerificationPolicy {
        fn kinds<K: Copy>(
            months: &HashMap<K, NonZeroU32>,
            kind: impl Fn(K) -> ActorKind,
        ) -> impl Iterator<Item = (ActorKind, NonZeroU32)> {
            months.iter().map(move |(word, months)| (kind(*word), *months))
        }
        let by_kind = kinds(&self.organisation, ActorKind::Organisation)
            .chain(kinds(&self.institution, ActorKind::Institution))
            .chain(kinds(&self.network, ActorKind::Network))
            .collect();
        VerificationPolicy { months: self.months, by_kind }
    }
}

/// Reads months by the word of a kind.
fn by_kind<'de, D, K>(deserializer: D) -> Result<HashMap<K, NonZeroU32>, D::Error>
where
    D: Deserializer<'de>,
    K: std::str::FromStr<Err: Display> + Eq + Hash,
{
    let given: HashMap<String, NonZeroU32> = HashMap::deserialize(deserializer)?;
    given.into_iter().map(|(word, months)| Ok((word.parse().map_err(D::Error::custom)?, months))).collect()
}

#[cfg(test)]
mod tests {
    use crate::settings::File;

    use super::*;

    fn refusal(text: &str) -> String {
        toml::from_str::<File>(text).expect_err("wrong settings").to_string()
    }

    #[test]
    fn a_wrong_mail_setting_is_told_with_its_line_and_what_is_allowed() {
        let sender = refusal("[mail]\nhost = \"mail.example.org\"\nfrom = \"Netzwerk\"\n");
        assert!(sender.contains("line 3") && sender.contains("netzwerk@example.org"), "{sender}");
        let encryption = refusal("[mail]\nencryption = \"ssl\"\n");
        assert!(encryption.contains("line 2") && encryption.contains("`starttls`"), "{encryption}");
        let hour = refusal("[notifications]\ndigest_hour = 24\n");
        assert!(hour.contains("line 2") && hour.contains("0 to 23"), "{hour}");
        let missing = refusal("[mail]\nfrom = \"a@example.org\"\n");
        assert!(missing.contains("host"), "{missing}");
        let kind = refusal("[verification.institution]\nschol = 24\n");
        assert!(kind.contains("schol") && kind.contains("school"), "{kind}");
        let never = refusal("[verification.organisation]\nwomen = 0\n");
        assert!(never.contains("line 2") && never.contains("women = 0") && never.contains("nonzero"), "{never}");
    }

    #[test]
    fn months_are_given_for_all_and_by_kind() {
        let file: File =
            toml::from_str("[verification]\nmonths = 6\ninstitution = { school = 24 }\n").expect("settings");
        let policy = file.verification.policy();
        assert_eq!(policy.months.get(), 6);
        assert_eq!(policy.by_kind.get(&ActorKind::Institution(InstitutionKind::School)), Some(&nonzero!(24)));
    }
}
