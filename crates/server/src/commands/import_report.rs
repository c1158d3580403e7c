//! The report of an import as people read it at a terminal: a line for each row, below it why.

use std::fmt::Write as _;

use curation::{
    FieldChange,
    import::{ImportColumnUse, ImportQuestion, ImportReport, ImportRow, ImportTable, RowAlike, RowOutcome, RowProblem},
};
use serde_json::Value;

use crate::transfer::stored_entries::NOT_TAKEN;

/// The longest value that is shown whole, in characters.
const SHOWN: usize = 60;

/// How many words of a column are shown with what they were understood as.
const EXAMPLES: usize = 60;

/// The report as a table: what was understood of tables and what is asked, rows that say nothing new as ranges, then
/// totals and what to type next. For a reader of English (`en…`) or German.
pub(super) fn table(report: &ImportReport, reader: &str) -> String {
    let words = ReportWording { english: reader.starts_with("en") };
    let several_files = report.rows.iter().any(|row| row.file != report.rows[0].file);
    let mut text = String::new();
    for table in &report.tables {
        report_table(table, words, &mut text);
    }
    // Writing to a string never fails.
    let [row, outcome, what] = words.of(["row", "outcome", "what"], ["Zeile", "Ergebnis", "was"]);
    let _ = writeln!(text, "{row:>5}  {outcome:<16}  {what}");
    let is_silent = |row: &&ImportRow| row.outcome == RowOutcome::Same && !row.hints.iter().any(is_of_entry);
    for row in report.rows.iter().filter(|row| !is_silent(row)) {
        let line = row.line.filter(|line| *line != u64::from(row.number));
        let line = line.map(|line| format!(" ({} {line})", words.one("line", "dort Zeile"))).unwrap_or_default();
        let file = if several_files { format!(" ({})", row.file) } else { String::new() };
        let _ = writeln!(
            text,
            "{:>5}  {:<16}  {} {:?}{file}{line}",
            row.number,
            words.outcome(row.outcome),
            row.kind.slug(),
            shorten(&row.name)
        );
        for reason in reasons(row, words) {
            let _ = writeln!(text, "{:>9}{reason}", "");
        }
    }
    let same = ranges(report.rows.iter().filter(is_silent), words);
    if !same.is_empty() {
        let _ = writeln!(text, "{same} {}", words.one("say the same already.", "sagen dasselbe schon."));
    }
    let totals: Vec<String> = RowOutcome::ALL
        .iter()
        .map(|outcome| (report.count(*outcome), words.outcome(*outcome)))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let totals = if totals.is_empty() { words.one("there are none", "keine").to_owned() } else { totals.join(", ") };
    let _ = writeln!(text, "\n{}: {totals}.", words.one("Rows", "Einträge"));
    questions(report, words, &mut text);
    match report.written {
        Some(written) => {
            let entries = crate::plural::pluralise(written, "entry", "entries");
            let _ = match words.english {
                true => write!(text, "Taken: {entries} written."),
                false => write!(text, "Übernommen: {written} geschrieben."),
            };
        }
        None if report.refusals.is_empty() => text.push_str(&next(report, words)),
        None => text.push_str(words.one("Nothing was written.", "Nichts wurde geschrieben.")),
    }
    text
}

/// Whether a hint tells what an entry keeps although its row says something else.
fn is_of_entry(hint: &RowProblem) -> bool {
    hint.code == NOT_TAKEN
}

/// How many rows are shown with what there is to know of them.
const MOST_ROWS_WITH_HINTS: usize = 200;

/// What there is to know of tables all of whose rows were taken: remarks, the hints of the rows, and what they changed.
pub(super) fn hints(report: &ImportReport, reader: &str) -> String {
    let words = ReportWording { english: reader.starts_with("en") };
    let mut text = String::new();
    // Writing to a string never fails.
    for table in report.tables.iter().filter(|table| !table.remarks.is_empty()) {
        let _ = writeln!(text, "{}", table.file);
        for remark in &table.remarks {
            let _ = writeln!(text, "  {}", remark.message(words.reader()));
        }
    }
    let told: Vec<&ImportRow> =
        report.rows.iter().filter(|row| !row.hints.is_empty() || !row.changes.is_empty()).collect();
    if !told.is_empty() {
        let _ = writeln!(text, "{}", words.one("Please look at these rows:", "Bitte diese Zeilen ansehen:"));
    }
    for row in told.iter().take(MOST_ROWS_WITH_HINTS) {
        let _ = writeln!(text, "{:>5}  {:?}", row.number, shorten(&row.name));
        for reason in hints_and_changes(row, words) {
            let _ = writeln!(text, "{:>9}{reason}", "");
        }
    }
    if told.len() > MOST_ROWS_WITH_HINTS {
        let more = told.len() - MOST_ROWS_WITH_HINTS;
        let _ = match words.english {
            true => writeln!(text, "  … and {more} more; --format json tells all of them."),
            false => writeln!(text, "  … und {more} weitere; --format json nennt alle."),
        };
    }
    text
}

/// What is said in either language.
#[derive(Clone, Copy)]
struct ReportWording {
    english: bool,
}

impl ReportWording {
    const fn one<'t>(self, english: &'t str, german: &'t str) -> &'t str {
        if self.english { english } else { german }
    }

    const fn of<'t, const N: usize>(self, english: [&'t str; N], german: [&'t str; N]) -> [&'t str; N] {
        if self.english { english } else { german }
    }

    const fn reader(self) -> &'static str {
        if self.english { "en" } else { "de" }
    }

    fn describe(self, problem: &RowProblem) -> String {
        let message = problem.message(self.reader());
        match &problem.column {
            Some(column) => format!("{column:?}, {}: {message}", problem.field),
            None => format!("{}: {message}", problem.field),
        }
    }

    const fn outcome(self, outcome: RowOutcome) -> &'static str {
        match (self.english, outcome) {
            (true, outcome) => outcome.word(),
            (false, RowOutcome::New) => "neu",
            (false, RowOutcome::LikelyDuplicate) => "wohl doppelt",
            (false, RowOutcome::Changed) => "geändert",
            (false, RowOutcome::Same) => "gleich",
            (false, RowOutcome::Wrong) => "falsch",
            (false, RowOutcome::Conflict) => "Konflikt",
            (false, RowOutcome::LeftOut) => "ausgelassen",
        }
    }
}

/// What was understood of a table, column by column.
fn report_table(table: &ImportTable, words: ReportWording, text: &mut String) {
    let _ = writeln!(text, "{}", table.file);
    for remark in &table.remarks {
        let _ = writeln!(text, "  {}", remark.message(words.reader()));
    }
    let flags = [
        (table.sheets.len() > 1, words.one("Another sheet: --sheet NAME", "Ein anderes Blatt: --sheet NAME")),
        (table.encoding.is_some(), words.one("Another encoding: --encoding NAME", "Andere Kodierung: --encoding NAME")),
    ];
    for (_, flag) in flags.iter().filter(|(is_there_choice, _)| *is_there_choice) {
        let _ = writeln!(text, "  {flag}");
    }
    for column in &table.columns {
        let what = match column.usage {
            ImportColumnUse::Ignored => words.one("not read", "wird nicht gelesen").to_owned(),
            ImportColumnUse::Unknown => {
                let hint = words.one("unknown: say --map", "unbekannt: bitte --map");
                format!("{hint} \"{}=…\" / --ignore \"{}\"", column.heading, column.heading)
            }
            ImportColumnUse::Recognised | ImportColumnUse::Mapped => column.fields.clone(),
        };
        let heading = shorten(&column.heading);
        let _ = write!(text, "  {heading:<24} → {what}");
        if !matches!(column.usage, ImportColumnUse::Ignored | ImportColumnUse::Unknown) {
            let _ = write!(text, ": {} {}", column.filled, words.one("filled", "gefüllt"));
            if column.says_nothing > 0 {
                let _ = write!(text, ", {} {}", column.says_nothing, words.one("that say nothing", "ohne Aussage"));
            }
        }
        text.push('\n');
        if !column.examples.is_empty() {
            let shown = column.examples.iter().take(EXAMPLES);
            let mut examples: Vec<String> =
                shown.map(|(given, understood)| format!("{} = {understood}", shorten(given))).collect();
            match (column.examples.len().saturating_sub(EXAMPLES), words.english) {
                (0, _) => {}
                (more, true) => examples.push(format!("… and {more} more")),
                (more, false) => examples.push(format!("… und {more} weitere")),
            }
            let _ = writeln!(text, "  {:<24}   {}", "", examples.join(" · "));
        }
    }
    text.push('\n');
}

/// What is to be decided, each once, with what to type.
fn questions(report: &ImportReport, words: ReportWording, text: &mut String) {
    let questions: Vec<&ImportQuestion> = report.tables.iter().flat_map(|table| &table.questions).collect();
    if questions.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "\n{}",
        words.one("To be decided, each once for the whole table:", "Zu entscheiden, einmal für die ganze Tabelle:")
    );
    let mut headings: Vec<&str> = Vec::new();
    for question in &questions {
        if !headings.contains(&question.heading.as_str()) {
            headings.push(&question.heading);
        }
    }
    for heading in headings {
        let of_column: Vec<&&ImportQuestion> =
            questions.iter().filter(|question| question.heading == heading).collect();
        for question in &of_column {
            let [rows, perhaps] = words.of(["rows", "perhaps"], ["Zeilen", "vielleicht"]);
            let candidates = if question.candidates.is_empty() {
                String::new()
            } else {
                format!("; {perhaps} {}", question.candidates.join(", "))
            };
            let _ = writeln!(
                text,
                "  --decide {:?}   ({:?}, {} {rows}{candidates})",
                format!("{}=…", shorten(&question.value)),
                shorten(&question.heading),
                question.rows
            );
        }
        if of_column.len() > 1 {
            let all = words.one("or all of this column", "oder alle dieser Spalte");
            let [note, suggestion] =
                words.of(["unclear=note", "unclear=suggestion"], ["unklar=notiz", "unklar=vorschlag"]);
            let _ = writeln!(
                text,
                "    {all}: --decide {:?} / {:?}",
                format!("{heading}:{note}"),
                format!("{heading}:{suggestion}")
            );
        }
    }
    let _ = writeln!(
        text,
        "  {}",
        words.one(
            "Or all the rest at once, into the notes of its rows: --decide \"unclear=note\"",
            "Oder alles Übrige auf einmal, in die Notizen der Zeilen: --decide \"unklar=notiz\""
        )
    );
    text.push('\n');
}

/// What to type to take the rows.
fn next(report: &ImportReport, words: ReportWording) -> String {
    let sound = report.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::New | RowOutcome::Changed));
    let rows = numbers(sound);
    if rows.is_empty() {
        return words
            .one(
                "Nothing was written, and there is nothing that could be without another look.",
                "Nichts wurde geschrieben, und ohne einen weiteren Blick ist nichts zu übernehmen.",
            )
            .to_owned();
    }
    let digest = &report.digest;
    match words.english {
        true => format!("Nothing was written. To take rows: bruecke import --rows {rows} --digest {digest} FILE…"),
        false => format!("Nichts wurde geschrieben. Übernehmen: bruecke import --rows {rows} --digest {digest} DATEI…"),
    }
}

fn reasons(row: &ImportRow, words: ReportWording) -> Vec<String> {
    let problems = row.problems.iter().map(|problem| words.describe(problem));
    let alike = row.alike.iter().map(|RowAlike { slug, row, name, likeness, .. }| {
        let signs: Vec<String> = likeness.signs.iter().map(|sign| sign.label(words.reader())).collect();
        let which = match (slug, row, words.english) {
            (Some(slug), _, true) => format!("the entry {slug:?}"),
            (Some(slug), _, false) => format!("dem Eintrag {slug:?}"),
            (None, Some(row), true) => format!("row {row}"),
            (None, Some(row), false) => format!("Zeile {row}"),
            (None, None, _) => words.one("another", "einem anderen").to_owned(),
        };
        format!("{} {which} {:?}: {}", words.one("looks like", "ähnelt"), shorten(name), signs.join(", "))
    });
    problems.chain(hints_and_changes(row, words)).chain(alike).collect()
}

fn hints_and_changes(row: &ImportRow, words: ReportWording) -> impl Iterator<Item = String> {
    let hints = row.hints.iter().map(move |hint| format!("({})", words.describe(hint)));
    let changes = row.changes.iter().map(move |FieldChange { field, before, after }| {
        format!("{field}: {} → {}", value(before, words), value(after, words))
    });
    hints.chain(changes)
}

fn value(value: &Value, words: ReportWording) -> String {
    match value {
        Value::Null => words.one("nothing", "nichts").to_owned(),
        Value::String(text) => format!("{:?}", shorten(text)),
        other => shorten(&other.to_string()),
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}

/// Rows as a sentence begins: `Rows 2, 4-9`.
fn ranges<'a>(rows: impl Iterator<Item = &'a ImportRow>, words: ReportWording) -> String {
    let numbers = numbers(rows);
    let rows = words.one("Rows", "Zeilen");
    if numbers.is_empty() { numbers } else { format!("{rows} {}", numbers.replace(',', ", ")) }
}

/// The numbers of rows as `--rows` takes them.
fn numbers<'a>(rows: impl Iterator<Item = &'a ImportRow>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == row.number => *last = row.number,
            _ => ranges.push((row.number, row.number)),
        }
    }
    let range = |(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}
