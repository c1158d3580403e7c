//! The environment: a variable that looks like a setting and is none stops the start, as a misspelt
//! key of the file does. Otherwise a slip would quietly serve another database than was meant.

use clap::CommandFactory;
use formats::known::nearest;

use crate::{cli::Cli, settings::SettingsError};

/// What the variables of all settings begin with.
const PREFIX: &str = "BRUECKE_";

/// Refuses variables of the environment that look like settings and are none.
///
/// # Errors
/// [`SettingsError::Environment`] with every one of them.
pub fn check(names: impl Iterator<Item = String>) -> Result<(), SettingsError> {
    complaint(names).map_or(Ok(()), |reason| Err(SettingsError::Environment { reason }))
}

/// What Kubernetes puts into every container beside a service that is called `bruecke`.
fn is_of_a_service(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX).unwrap_or_default();
    rest == "PORT" || rest.starts_with("PORT_") || rest.starts_with("SERVICE_")
}

/// What is wrong with the variables of these names, if anything: those that are no settings, with
/// what was probably meant and what is allowed.
fn complaint(names: impl Iterator<Item = String>) -> Option<String> {
    let known = known_names();
    let mut unknown: Vec<String> =
        names.filter(|name| name.starts_with(PREFIX) && !known.contains(name) && !is_of_a_service(name)).collect();
    if unknown.is_empty() {
        return None;
    }
    unknown.sort_unstable();
    let told: Vec<String> = unknown
        .iter()
        .map(|name| {
            let words = known.iter().filter_map(|name| name.strip_prefix(PREFIX));
            match nearest(name.strip_prefix(PREFIX).unwrap_or_default(), words) {
                Some(meant) => format!("{name} (did you mean {PREFIX}{meant}?)"),
                None => name.clone(),
            }
        })
        .collect();
    Some(format!("{}: allowed are {}", told.join(", "), known.join(", ")))
}

/// The variables of all settings, as the command line has them.
fn known_names() -> Vec<String> {
    let cli = Cli::command();
    let arguments = cli.get_arguments().chain(cli.get_subcommands().flat_map(clap::Command::get_arguments));
    let mut names: Vec<String> =
        arguments.filter_map(|argument| Some(argument.get_env()?.to_str()?.to_owned())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_text(names: &[&str]) -> Option<String> {
        complaint(names.iter().map(ToString::to_string))
    }

    #[test]
    fn a_misspelt_variable_is_told_with_what_was_meant() {
        let refusal = error_text(&["BRUECKE_DATABSE", "PATH"]).expect("a complaint");
        assert!(refusal.contains("BRUECKE_DATABSE (did you mean BRUECKE_DATABASE?)"), "{refusal}");
        assert!(refusal.contains("allowed are BRUECKE_CONFIG, BRUECKE_DATABASE, BRUECKE_LISTEN"), "{refusal}");
        assert!(error_text(&["BRUECKE_COLOUR"]).is_some_and(|refusal| refusal.starts_with("BRUECKE_COLOUR: allowed")));
    }

    #[test]
    fn settings_and_what_is_put_beside_a_service_are_let_be() {
        assert_eq!(
            error_text(&["BRUECKE_LOG", "BRUECKE_METRICS_LISTEN", "BRUECKE_SERVICE_HOST", "BRUECKE_PORT_80_TCP"]),
            None
        );
    }
}
