//! What an import did, in a sentence; what somebody is to look at below.

use domain::record::EntityKind;
use messages::{Message, MessageArgument};

use crate::transfer::import::{FarActor, Summary};

/// How many actors of a kind are named.
const MOST_NAMED: usize = 20;

/// What an import did, for a reader by the tag of their language.
pub(super) fn report(summary: &Summary, reader: &str) -> String {
    let counts = counts(summary).text(reader);
    if summary.far_away.is_empty() {
        return counts;
    }
    let far = Message::new("summary-far").with("count", summary.far_away.len()).text(reader);
    let further = summary.far_away.len().saturating_sub(MOST_NAMED);
    let further = (further > 0).then(|| Message::new("report-more").with("count", further).text(reader));
    let named = summary.far_away.iter().take(MOST_NAMED).map(|actor| describe_actor(actor, reader));
    let lines: String = named.chain(further).map(|line| format!("\n  {line}")).collect();
    format!("{counts}\n{far}{lines}")
}

fn describe_actor(FarActor { file, line, name }: &FarActor, reader: &str) -> String {
    match line {
        Some(line) => Message::new("summary-far-actor")
            .with("file", file.as_str())
            .with("line", *line)
            .quote("name", name)
            .text(reader),
        None => format!("{file}: {name:?}"),
    }
}

fn counts(summary: &Summary) -> Message {
    let written: Vec<Message> = EntityKind::ALL
        .iter()
        .filter_map(|kind| Some((*kind, summary.written.get(kind).copied().filter(|count| *count > 0)?)))
        .map(|(kind, count)| match kind {
            EntityKind::Actor => Message::new("summary-actors").with("count", count),
            EntityKind::Offer => Message::new("summary-offers").with("count", count),
            EntityKind::Event => Message::new("summary-events").with("count", count),
            EntityKind::Project => Message::new("summary-projects").with("count", count),
            EntityKind::Link => Message::new("summary-links").with("count", count),
            EntityKind::District => Message::new("summary-districts").with("count", count),
            EntityKind::Theme => Message::new("summary-themes").with("count", count),
            EntityKind::Person => Message::new("summary-persons").with("count", count),
        })
        .collect();
    match (written.is_empty(), summary.same) {
        (true, 0) => Message::new("summary-no-entries"),
        (true, same) => Message::new("summary-all-same").with("count", same),
        (false, same) => Message::new("summary-written")
            .with("written", written.into_iter().collect::<MessageArgument>())
            .with("count", same),
    }
}
