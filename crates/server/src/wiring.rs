//! The commands over a store, as this program runs them: with its settings, the machine's clock and the
//! operating system's chance.

use std::{sync::Arc, time::Duration};

use curation::{
    Curation, CurationSettings, Machine,
    accounts::{AccountRules, Accounts, Passwords},
};
use store::Store;

use crate::{
    mail::{AccountPost, MailError, MailSite, PostOffice},
    settings::{self, File},
};

/// The commands of accounts.
pub fn accounts(store: Store, file: &File) -> Accounts {
    // Each takes a core for as long as it takes; more at once would only take memory.
    let at_once = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let settings = &file.accounts;
    let rules = AccountRules {
        session_idle: Duration::from_secs(settings.session_idle_seconds),
        session: Duration::from_secs(settings.session_seconds),
        admins_need_second_factor: settings.admins_need_second_factor,
        issuer: file.directory.german_title().unwrap_or("Brücke").to_owned(),
    };
    Accounts::new(store, Passwords::new(at_once), rules, Arc::new(Machine))
}

/// The same, with mail where the settings say how it is sent and where its links should lead.
///
/// # Errors
/// [`MailError`] when the settings of mail cannot be used.
pub fn accounts_with_mail(store: Store, file: &File) -> Result<Accounts, MailError> {
    let accounts = accounts(store, file);
    let origin = file.http.origin.as_ref().and_then(|origin| origin.to_str().ok());
    let (Some(mail), Some(origin)) = (&file.mail, origin) else { return Ok(accounts) };
    let site = MailSite { origin: origin.to_owned(), title: file.directory.title_or_default() };
    let zone = file.directory.time_zone.unwrap_or(CurationSettings::default().zone);
    Ok(accounts.with_mailer(Arc::new(AccountPost::new(PostOffice::new(mail)?, site, zone))))
}

/// The commands of entries.
pub fn curation(store: Store, file: &File) -> Curation {
    let settings = CurationSettings {
        zone: file.directory.time_zone.unwrap_or(CurationSettings::default().zone),
        verification: file.verification.policy(),
        reminders: file.reminders.policy(),
        mails: file.notifications.policy(),
        proposals: file.proposals.limits(),
        website_checks: file.websites.check,
        embedding_sites: settings::embedding_sites(&file.partners),
        word_tables: settings::word_tables(&file.directory.words),
        site_texts: file.pages.texts(),
    };
    Curation::new(store, settings, Arc::new(Machine))
}
