//! Numbers of the settings file that must not be 0: a limit of nothing refuses every request, which
//! nobody means who writes it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

/// Numbers that may be 0: it turns a cache or a warning off, cuts running requests off at once, or leaves no pause.
const MAY_BE_ZERO: &[&str] = &[
    "http.answer_cache_bytes",
    "http.shutdown_seconds",
    "limits.document_cache_bytes",
    "notifications.delay_seconds",
    "notifications.digest_hour",
    "reminders.first_after_days",
    "storage.least_free_bytes",
    "websites.pause_seconds",
];

/// The tables with limits; everything else of the file is another's to read.
#[derive(Deserialize)]
struct Tables {
    #[serde(default)]
    accounts: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    backup: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    demand: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    http: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    limits: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    mail: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    notifications: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    proposals: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    reminders: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    storage: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    verification: BTreeMap<String, Spanned<Value>>,
    #[serde(default)]
    websites: BTreeMap<String, Spanned<Value>>,
}

/// What is wrong with the numbers of a settings file that was read already, if anything.
pub(super) fn complaint(text: &str) -> Option<String> {
    let tables: Tables = toml::from_str(text).ok()?;
    let named = [
        ("accounts", tables.accounts),
        ("backup", tables.backup),
        ("demand", tables.demand),
        ("http", tables.http),
        ("limits", tables.limits),
        ("mail", tables.mail),
        ("notifications", tables.notifications),
        ("proposals", tables.proposals),
        ("reminders", tables.reminders),
        ("storage", tables.storage),
        ("verification", tables.verification),
        ("websites", tables.websites),
    ];
    let wrong: Vec<String> = named
        .into_iter()
        .flat_map(|(table, values)| values.into_iter().map(move |(key, value)| (format!("{table}.{key}"), value)))
        .filter(|(key, value)| value.get_ref() == &Value::Integer(0) && !MAY_BE_ZERO.contains(&key.as_str()))
        .map(|(key, value)| {
            let line = text[..value.span().start].matches('\n').count() + 1;
            format!("line {line}: {key} is 0: allowed is 1 or more")
        })
        .collect();
    (!wrong.is_empty()).then(|| wrong.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_nothing_is_told_with_its_line_and_what_is_allowed() {
        let refusal = complaint("[http]\ntimeout_seconds = 0\n\n[limits]\ndepth = 0\nintrospection = false\n");
        assert_eq!(
            refusal.as_deref(),
            Some(
                "line 2: http.timeout_seconds is 0: allowed is 1 or more; line 5: limits.depth is 0: allowed is 1 or more"
            )
        );
    }

    #[test]
    fn what_is_turned_off_by_zero_may_be_zero() {
        assert_eq!(complaint("[http]\nanswer_cache_bytes = 0\nshutdown_seconds = 0\nbody_bytes = 1\n"), None);
        assert_eq!(complaint("[limits]\ndocument_cache_bytes = 0\n"), None);
        assert_eq!(complaint(""), None);
    }
}
