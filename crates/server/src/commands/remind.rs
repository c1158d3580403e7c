//! `bruecke remind`: asks by mail whether entries are still true, or says who would be asked.

use super::{
    database::{close, open, open_existing},
    error::CommandError,
    terminal::say,
};
use crate::{
    cli::Remind,
    plural::pluralise,
    settings::File,
    tasks::reminders::{self, Reminders},
    wiring,
};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Remind`] with what is missing or went wrong.
pub async fn run(database: &str, flags: &Remind, file: &File) -> Result<(), CommandError> {
    if flags.dry_run {
        let curation = wiring::curation(open_existing(database).await?, file);
        let due = reminders::due(&curation, flags.at_most).await?;
        for reminder in &due {
            // The address of a function is public; a person's stays where it is.
            let to = if reminder.to.person.is_some() { "a contact person" } else { reminder.to.address.as_str() };
            say(format_args!(
                "{}  due since {}  to {to} ({})",
                reminder.due.slug, reminder.due.since, reminder.to.language
            ));
        }
        say(format_args!("{} would be sent.", pluralise(due.len(), "reminder", "reminders")));
        return Ok(());
    }
    let store = open(database, file).await?;
    let reminders = Reminders::new(store.clone(), wiring::curation(store.clone(), file), file)?;
    let sent = reminders.send_due(flags.at_most).await;
    close(&store).await;
    let sent = sent?;
    say(format_args!("{} sent.", pluralise(sent.taken, "reminder", "reminders")));
    for (count, what) in [
        (sent.refused, "refused by the mail server"),
        (sent.later, "not taken yet, to be tried again"),
        (sent.unknown, "perhaps sent: the connection broke, so they count as sent"),
    ] {
        if count > 0 {
            say(format_args!("{} {what}.", pluralise(count, "reminder", "reminders")));
        }
    }
    Ok(())
}
