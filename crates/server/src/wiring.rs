//! The commands over a store, as this program runs them: with its settings, the machine's clock and the
//! operating system's chance.

use std::{sync::Arc, time::Duration};

use curation::{
    Curation, Machine, Settings,
    accounts::{AccountRules, Accounts, Passwords},
};
use store::Store;

use crate::settings::File;

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

/// The commands of entries.
pub fn curation(store: Store, file: &File) -> Curation {
    let settings = Settings {
        zone: file.directory.time_zone.unwrap_or(Settings::default().zone),
        verification: file.verification.policy(),
        reminders: file.reminders.policy(),
        proposals: file.proposals.limits(),
    };
    Curation::new(store, settings, Arc::new(Machine))
}
