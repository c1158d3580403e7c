//! The real time and real chance, for what is handed both.

use std::{sync::Arc, time::Duration};

use chrono::Utc;
use curation::accounts::{AccountRules, Accounts, Passwords, Surroundings};
use rand::{TryRngCore, rngs::OsRng};
use store::Store;

use crate::settings::File;

/// Fills with bytes of the operating system that nobody can foresee.
///
/// # Panics
/// When the operating system has none to give: nothing secret could be made then, and going on with
/// less would be worse than ending.
pub fn random(bytes: &mut [u8]) {
    OsRng.try_fill_bytes(bytes).expect("the operating system gives random bytes");
}

/// The commands of accounts with the settings of a file, the real time and real chance.
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
    let surroundings = Surroundings { clock: Arc::new(Utc::now), random };
    Accounts::new(store, Passwords::new(at_once, random), rules, surroundings)
}
