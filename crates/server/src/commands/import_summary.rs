//! What an import did, in a sentence; what somebody is to look at below.

use domain::record::EntityKind;

use crate::{plural::pluralise, transfer::import::Summary};

/// How many actors of a kind are named.
const MOST_NAMED: usize = 20;

/// What an import did, for a reader of German or English.
pub(super) fn report(summary: &Summary, reader: &str) -> String {
    let is_german = reader == "de";
    let counts = if is_german { german_counts(summary) } else { english_counts(summary) };
    if summary.far_away.is_empty() {
        return counts;
    }
    let named = summary.far_away.iter().take(MOST_NAMED).map(|actor| format!("\n  {actor}")).collect::<String>();
    let further = summary.far_away.len().saturating_sub(MOST_NAMED);
    if is_german {
        let further = if further > 0 { format!("\n  … und {further} weitere") } else { String::new() };
        return format!(
            "{counts}\n{} weit außerhalb aller Ortsteile: bitte prüfen. Ein falscher Ort wird in der Datei berichtigt, die \
             dann noch einmal importiert wird, oder im Eintrag.{named}{further}",
            pluralise(summary.far_away.len(), "Akteur liegt", "Akteure liegen")
        );
    }
    let further = if further > 0 { format!("\n  … and {further} more") } else { String::new() };
    format!(
        "{counts}\n{} far outside all districts: please check. A place that is wrong is put right in the file, which is \
         imported again, or in the entry.{named}{further}",
        pluralise(summary.far_away.len(), "actor lies", "actors lie")
    )
}

/// How many entries of each kind were written, with the words for one and for several.
fn count_entries(summary: &Summary, words: impl Fn(EntityKind) -> (&'static str, &'static str)) -> String {
    let parts: Vec<String> = EntityKind::ALL
        .iter()
        .filter_map(|kind| Some((summary.written.get(kind).copied().filter(|count| *count > 0)?, words(*kind))))
        .map(|(count, (one, many))| pluralise(count, one, many))
        .collect();
    parts.join(", ")
}

fn english_counts(summary: &Summary) -> String {
    let written = count_entries(summary, |kind| match kind {
        EntityKind::Actor => ("actor", "actors"),
        EntityKind::Offer => ("offer", "offers"),
        EntityKind::Event => ("event", "events"),
        EntityKind::Project => ("project", "projects"),
        EntityKind::Link => ("link", "links"),
        EntityKind::District => ("district", "districts"),
        EntityKind::Theme => ("theme", "themes"),
        EntityKind::Person => ("contact person", "contact persons"),
    });
    match (written.is_empty(), summary.same) {
        (true, 0) => "Nothing written: there are no entries in it.".to_owned(),
        (true, 1) => "Nothing written: the one entry says the same already.".to_owned(),
        (true, same) => format!("Nothing written: all {same} entries say the same already."),
        (false, same) => format!("{written} written; {} said the same already.", pluralise(same, "entry", "entries")),
    }
}

fn german_counts(summary: &Summary) -> String {
    let written = count_entries(summary, |kind| match kind {
        EntityKind::Actor => ("Akteur", "Akteure"),
        EntityKind::Offer => ("Angebot", "Angebote"),
        EntityKind::Event => ("Veranstaltung", "Veranstaltungen"),
        EntityKind::Project => ("Projekt", "Projekte"),
        EntityKind::Link => ("Verbindung", "Verbindungen"),
        EntityKind::District => ("Ortsteil", "Ortsteile"),
        EntityKind::Theme => ("Thema", "Themen"),
        EntityKind::Person => ("Kontaktperson", "Kontaktpersonen"),
    });
    match (written.is_empty(), summary.same) {
        (true, 0) => "Nichts geschrieben: es stehen keine Einträge darin.".to_owned(),
        (true, 1) => "Nichts geschrieben: der eine Eintrag sagt schon dasselbe.".to_owned(),
        (true, same) => format!("Nichts geschrieben: alle {same} Einträge sagen schon dasselbe."),
        (false, same) => {
            format!("Geschrieben: {written}; {} schon dasselbe.", pluralise(same, "Eintrag sagte", "Einträge sagten"))
        }
    }
}
