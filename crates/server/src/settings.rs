//! Settings: flags, then environment (`BRUECKE_…`), then a TOML file, then defaults.
//!
//! Flags and environment are one layer each inside clap; this file reads the TOML layer and puts
//! the three together. A wrong setting stops the start with the line and what is allowed.

mod accounts;
mod address;
mod backup;
mod consistency;
mod demand;
mod german_text;
mod help;
mod http;
mod log;
mod mail;
mod map;
mod nonzero;
mod openid;
mod partners;
mod proposals;
mod quick_exit;
mod secret;
mod webhooks;
mod websites;
mod words;

pub use accounts::{AccountSettings, ClientHeader, RequestsPerMinute};
pub use address::read_address;
pub use backup::BackupSettings;
pub use demand::Demand;
pub use help::{HelpEntry, numbers as help_numbers};
pub use http::Http;
pub use log::{Log, LogFormat, TracesSettings};
pub use mail::{Encryption, Mail, Notifications, ReminderSettings, VerificationSettings};
pub use map::Map;
pub use openid::OpenIdSettings;
pub use partners::PartnerSettings;
pub(crate) use partners::embedding_sites;
pub use proposals::{Proposals, Storage};
pub use quick_exit::QuickExitSettings;
pub use secret::{SecretError, read_secret};
pub use webhooks::Webhook;
pub use websites::WebsiteSettings;
pub(crate) use words::word_tables;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;
use directory::{OwnWords, Settings as DirectorySettings};
use domain::{
    LocalisedText, Position, SiteTexts,
    hours::{FederalState, Holidays, SchoolHoliday},
};
use graphql::Limits;
use serde::{Deserialize, Deserializer};
use thiserror::Error;

use self::german_text::german_text;

/// The file that is read when none is named.
pub const DEFAULT_FILE: &str = "bruecke.toml";
/// The database that holds the demo directory when none is named.
pub const DEMO_DATABASE: &str = "sqlite://bruecke-demo.db";

/// Why the settings cannot be used.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("cannot read the settings file {path}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file says something wrong; the cause names line, column and what is allowed.
    #[error("the settings file {path} is wrong")]
    Parse {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        #[source]
        source: toml::de::Error,
    },
    /// The file says something that can be read and makes no sense.
    #[error("the settings file {path} is wrong: {reason}")]
    Senseless {
        /// Which file.
        path: PathBuf,
        /// The line and what is allowed.
        reason: String,
    },
    /// Variables of the environment look like settings and are none.
    #[error("unknown in the environment: {reason}")]
    Environment {
        /// Which, what was probably meant, and what is allowed.
        reason: String,
    },
}

/// The settings file. Every key may be left out; an unknown one is refused.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// `sqlite://FILE` or `postgres://…`.
    pub database: Option<String>,
    /// Address and port of the public service.
    #[serde(default, deserialize_with = "address::address")]
    pub listen: Option<SocketAddr>,
    /// Address and port of the metrics.
    #[serde(default, deserialize_with = "address::address")]
    pub metrics_listen: Option<SocketAddr>,
    /// What the directory says of itself.
    #[serde(default)]
    pub directory: DirectoryFile,
    /// What the operator says on the pages.
    #[serde(default)]
    pub pages: PageSettings,
    /// On which themes pages can be left at once.
    #[serde(default)]
    pub quick_exit: QuickExitSettings,
    /// Numbers that help where somebody needs more than a directory; those of all of Germany
    /// are added; an empty list is none at all.
    #[serde(default)]
    pub help: Option<Vec<HelpEntry>>,
    /// The sites that may show the directory in a frame; every site where none is named.
    #[serde(default)]
    pub partners: Vec<PartnerSettings>,
    /// What lies below the districts on maps; nothing where nothing is said.
    #[serde(default)]
    pub map: Map,
    /// Limits on GraphQL documents.
    #[serde(default)]
    pub limits: Limits,
    /// Limits on HTTP requests, and the answer cache.
    #[serde(default)]
    pub http: Http,
    /// How accounts are handled.
    #[serde(default)]
    pub accounts: AccountSettings,
    /// What the public may hand in.
    #[serde(default)]
    pub proposals: Proposals,
    /// The disk of the database.
    #[serde(default)]
    pub storage: Storage,
    /// How people sign in through another service; not at all where nothing is said.
    pub openid: Option<OpenIdSettings>,
    /// How mail is sent; not at all where nothing is said.
    pub mail: Option<Mail>,
    /// When reminders are sent.
    #[serde(default)]
    pub reminders: ReminderSettings,
    /// Which mails are sent because something happened.
    #[serde(default)]
    pub notifications: Notifications,
    /// Who is told of every public change.
    #[serde(default)]
    pub webhooks: Vec<Webhook>,
    /// How the websites of actors are looked at.
    #[serde(default)]
    pub websites: WebsiteSettings,
    /// How long an entry counts as verified.
    #[serde(default)]
    pub verification: VerificationSettings,
    /// How it is counted what people ask for and nobody has.
    #[serde(default)]
    pub demand: Demand,
    /// Which backups the service makes by itself; none where nothing is said.
    pub backup: Option<BackupSettings>,
    /// Log lines.
    #[serde(default)]
    pub log: Log,
    /// Where traces go; nowhere where nothing is said.
    #[serde(default)]
    pub traces: TracesSettings,
}

/// What the directory says of itself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectoryFile {
    /// Title by language.
    #[serde(default, deserialize_with = "german_text")]
    pub title: Option<LocalisedText>,
    /// Description by language.
    #[serde(default, deserialize_with = "german_text")]
    pub description: Option<LocalisedText>,
    /// SPDX name of the licence of the data.
    pub licence: Option<String>,
    /// IANA name of the time zone of opening hours and events.
    #[serde(default, deserialize_with = "time_zone")]
    pub time_zone: Option<Tz>,
    /// The state whose public holidays opening hours speak of.
    #[serde(default)]
    pub holidays: FederalState,
    /// The school holidays that opening hours speak of; those known of the state where none are named.
    pub school_holidays: Option<Vec<SchoolHoliday>>,
    /// Where the sun rises and sets for opening hours.
    pub position: Option<Position>,
    /// A folder of tables of words, which questions are read by beside those every directory has.
    #[serde(default, deserialize_with = "words::read_folder")]
    pub words: OwnWords,
}

/// What the operator says on the pages, in Markdown.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageSettings {
    /// Who is responsible, by language.
    #[serde(default, deserialize_with = "german_text")]
    pub imprint: Option<LocalisedText>,
    /// What becomes of data, by language.
    #[serde(default, deserialize_with = "german_text")]
    pub privacy: Option<LocalisedText>,
    /// Who funds the directory, in a line by language.
    #[serde(default, deserialize_with = "german_text")]
    pub funding: Option<LocalisedText>,
}

impl PageSettings {
    /// What the pages say where administrators have written nothing else.
    pub fn texts(&self) -> SiteTexts {
        let text = |text: &Option<LocalisedText>| text.clone().unwrap_or_default();
        SiteTexts {
            imprint: text(&self.imprint),
            privacy: text(&self.privacy),
            funding: text(&self.funding),
            ..SiteTexts::default()
        }
    }

    /// What the pages are told, with the sites that may show the directory in a frame, the numbers that help and whom
    /// maps ask.
    pub fn site(
        &self,
        partners: &[PartnerSettings],
        help: &[HelpEntry],
        quick_exit: &QuickExitSettings,
        map: &Map,
    ) -> web::Site {
        let SiteTexts { imprint, privacy, funding, funders, .. } = self.texts();
        web::Site {
            help: help::of_site(help),
            quick_exit: quick_exit.of_site(),
            imprint,
            privacy,
            funding,
            funders,
            version: 0,
            partners: partners::of_site(partners),
            map_strangers: map.strangers(),
        }
    }
}

fn time_zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Tz>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let unknown = || {
        serde::de::Error::custom(format!(
            "{name:?} is not a time zone: allowed are IANA names such as \"Europe/Berlin\""
        ))
    };
    name.parse().map(Some).map_err(|_| unknown())
}

impl File {
    /// The folder for backups, where one is named.
    pub fn backup_folder(&self) -> Option<&Path> {
        self.backup.as_ref().map(|backup| backup.folder.as_path())
    }

    /// Reads the named file; else the default one where it exists; else nothing is set.
    ///
    /// # Errors
    /// [`SettingsError`] when a named file is missing or any file is wrong.
    pub fn read(named: Option<&Path>) -> Result<Self, SettingsError> {
        let path = named.unwrap_or(Path::new(DEFAULT_FILE));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(SettingsError::Read { path: path.to_owned(), source }),
        };
        let file = toml::from_str(&text).map_err(|source| SettingsError::Parse { path: path.to_owned(), source })?;
        match consistency::complaint(&file, &text) {
            Some(reason) => Err(SettingsError::Senseless { path: path.to_owned(), reason }),
            None => Ok(file),
        }
    }
}

impl DirectoryFile {
    /// The German title, where one was given.
    pub fn german_title(&self) -> Option<&str> {
        self.title.as_ref()?.get("de")
    }

    /// The title, or the one that stands where none was given.
    pub fn title_or_default(&self) -> LocalisedText {
        self.title.clone().unwrap_or_else(|| DirectorySettings::default().title)
    }

    /// The read model's settings, with defaults where nothing is said.
    pub fn into_settings(self, demo: bool) -> DirectorySettings {
        let defaults = DirectorySettings::default();
        DirectorySettings {
            title: self.title.unwrap_or_else(|| if demo { crate::demo::title() } else { defaults.title }),
            description: self.description.unwrap_or(defaults.description),
            licence: self.licence.unwrap_or(defaults.licence),
            zone: self.time_zone.unwrap_or(defaults.zone),
            holidays: Holidays::new(self.holidays, self.school_holidays.as_deref()),
            position: self.position.unwrap_or(defaults.position),
            words: self.words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        toml::from_str::<File>(text).expect_err("wrong settings").to_string()
    }

    #[test]
    fn a_wrong_setting_is_told_with_its_line_and_what_is_allowed() {
        let unknown = refusal("database = \"sqlite://a.db\"\nlisten_on = \"x\"\n");
        assert!(
            unknown.contains("line 2") && unknown.contains("listen_on") && unknown.contains("metrics_listen"),
            "{unknown}"
        );
        let format = refusal("[log]\nformat = \"loud\"\n");
        assert!(format.contains("line 2") && format.contains("`auto`"), "{format}");
        let zone = refusal("[directory]\ntime_zone = \"Herne\"\n");
        assert!(zone.contains("line 2"), "{zone}");
        let holidays = refusal("[directory]\nholidays = \"NRW\"\n");
        assert!(holidays.contains("line 2") && holidays.contains("`NW`"), "{holidays}");
        let school = refusal("[directory]\nschool_holidays = [\"Herbst\"]\n");
        assert!(school.contains("line 2") && school.contains("FIRST-DAY/LAST-DAY"), "{school}");
        let title = refusal("[directory]\n\ntitle = { en = \"Network\" }\n");
        assert!(title.contains("line 3") && title.contains("German") && title.contains("de = "), "{title}");
        let description = refusal("[directory]\ndescription = { de = \" \" }\n");
        assert!(description.contains("line 2") && description.contains("German"), "{description}");
        let listen = refusal("\nlisten = \"127.0.0.1\"\n");
        assert!(listen.contains("line 2") && listen.contains("127.0.0.1:8080"), "{listen}");
    }

    #[test]
    fn a_limit_of_nothing_is_refused_and_what_is_turned_off_by_zero_is_not() {
        for (table, key) in [
            ("http", "timeout_seconds"),
            ("http", "max_connections"),
            ("limits", "depth"),
            ("limits", "complexity"),
            ("accounts", "failures_per_client"),
            ("proposals", "open"),
            ("reminders", "at_most"),
            ("notifications", "daily_per_recipient"),
            ("verification", "months"),
            ("demand", "keep_months"),
            ("websites", "at_once"),
        ] {
            let error = refusal(&format!("[{table}]\n{key} = 0\n"));
            assert!(error.contains("line 2") && error.contains("expected a nonzero"), "{error}");
        }
        for (table, key) in [
            ("http", "answer_cache_bytes"),
            ("http", "shutdown_seconds"),
            ("limits", "document_cache_bytes"),
            ("reminders", "first_after_days"),
            ("notifications", "digest_hour"),
            ("notifications", "delay_seconds"),
            ("storage", "least_free_bytes"),
            ("websites", "pause_seconds"),
        ] {
            let read = toml::from_str::<File>(&format!("[{table}]\n{key} = 0\n"));
            assert!(read.is_ok(), "{table}.{key}: {read:?}");
        }
    }

    #[test]
    fn what_is_left_out_has_a_default() {
        let file: File = toml::from_str("").expect("settings");
        assert_eq!(file.http.body_bytes.get(), 256 * 1024);
        assert!(file.database.is_none());
    }
}
