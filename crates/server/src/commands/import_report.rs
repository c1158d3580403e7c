//! The report of an import as people read it at a terminal: a line for each row, below it why.

use std::fmt::Write as _;

use curation::{
    FieldChange,
    import::{ImportColumnUse, ImportQuestion, ImportReport, ImportRow, ImportTable, RowAlike, RowOutcome, RowProblem},
};
use messages::{Message, MessageArgument};
use serde_json::Value;

use crate::transfer::stored_entries::NOT_TAKEN;

/// The longest value that is shown whole, in characters.
const SHOWN: usize = 60;

/// How many words of a column are shown with what they were understood as.
const EXAMPLES: usize = 60;

/// The report as a table: what was understood of tables and what is asked, rows that say nothing new as ranges, then
/// totals and what to type next. For a reader by the tag of their language.
pub(super) fn table(report: &ImportReport, reader: &str) -> String {
    let several_files = report.rows.iter().any(|row| row.file != report.rows[0].file);
    let mut text = String::new();
    for table in &report.tables {
        report_table(table, reader, &mut text);
    }
    let [row, outcome, what] =
        [Message::new("report-row"), Message::new("report-outcome"), Message::new("report-what")]
            .map(|it| it.text(reader));
    // Writing to a string never fails.
    let _ = writeln!(text, "{row:>5}  {outcome:<16}  {what}");
    let is_silent = |row: &&ImportRow| row.outcome == RowOutcome::Same && !row.hints.iter().any(is_of_entry);
    for row in report.rows.iter().filter(|row| !is_silent(row)) {
        let line = row.line.filter(|line| *line != u64::from(row.number));
        let line = line.map(|line| format!(" ({})", Message::new("report-line").with("line", line).text(reader)));
        let line = line.unwrap_or_default();
        let file = if several_files { format!(" ({})", row.file) } else { String::new() };
        let _ = writeln!(
            text,
            "{:>5}  {:<16}  {} {:?}{file}{line}",
            row.number,
            outcome_word(row.outcome).text(reader),
            row.kind.slug(),
            shorten(&row.name)
        );
        for reason in reasons(row, reader) {
            let _ = writeln!(text, "{:>9}{reason}", "");
        }
    }
    let same = numbers(report.rows.iter().filter(is_silent));
    if !same.is_empty() {
        let _ = writeln!(text, "{}", Message::new("report-same").with("rows", same.replace(',', ", ")).text(reader));
    }
    let _ = writeln!(text, "\n{}", totals(report).text(reader));
    questions(report, reader, &mut text);
    let end = match report.written {
        Some(written) => Message::new("report-taken").with("count", written),
        None if report.refusals.is_empty() => next(report),
        None => Message::new("report-nothing-written"),
    };
    text.push_str(&end.text(reader));
    text
}

/// Whether a hint tells what an entry keeps although its row says something else.
fn is_of_entry(hint: &RowProblem) -> bool {
    hint.code == NOT_TAKEN
}

fn totals(report: &ImportReport) -> Message {
    let counts = RowOutcome::ALL.iter().map(|outcome| (report.count(*outcome), outcome_word(*outcome)));
    let totals: Vec<Message> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| Message::new("report-total").with("count", count).with("outcome", word))
        .collect();
    match totals.is_empty() {
        true => Message::new("report-no-totals"),
        false => Message::new("report-totals").with("totals", totals.into_iter().collect::<MessageArgument>()),
    }
}

fn outcome_word(outcome: RowOutcome) -> Message {
    Message::new("report-outcome-word").with("outcome", outcome.word().replace(' ', "-"))
}

/// How many rows are shown with what there is to know of them.
const MOST_ROWS_WITH_HINTS: usize = 200;

/// What there is to know of tables all of whose rows were taken: remarks, the hints of the rows, and what they changed.
pub(super) fn hints(report: &ImportReport, reader: &str) -> String {
    let mut text = String::new();
    // Writing to a string never fails.
    for table in report.tables.iter().filter(|table| !table.remarks.is_empty()) {
        remarks(table, reader, &mut text);
    }
    let told: Vec<&ImportRow> =
        report.rows.iter().filter(|row| !row.hints.is_empty() || !row.changes.is_empty()).collect();
    if !told.is_empty() {
        let _ = writeln!(text, "{}", Message::new("report-look").text(reader));
    }
    for row in told.iter().take(MOST_ROWS_WITH_HINTS) {
        let _ = writeln!(text, "{:>5}  {:?}", row.number, shorten(&row.name));
        for reason in hints_and_changes(row, reader) {
            let _ = writeln!(text, "{:>9}{reason}", "");
        }
    }
    if told.len() > MOST_ROWS_WITH_HINTS {
        let more = told.len() - MOST_ROWS_WITH_HINTS;
        let _ = writeln!(text, "  {}", Message::new("report-more-rows").with("count", more).text(reader));
    }
    text
}

fn describe(problem: &RowProblem, reader: &str) -> String {
    let message = problem.message.text(reader);
    match &problem.column {
        Some(column) => format!("{column:?}, {}: {message}", problem.field),
        None => format!("{}: {message}", problem.field),
    }
}

fn remarks(table: &ImportTable, reader: &str, text: &mut String) {
    let _ = writeln!(text, "{}", table.file);
    for remark in &table.remarks {
        let _ = writeln!(text, "  {}", remark.text(reader));
    }
}

/// What was understood of a table, column by column.
fn report_table(table: &ImportTable, reader: &str, text: &mut String) {
    remarks(table, reader, text);
    let flags = [
        (table.sheets.len() > 1, Message::new("report-other-sheet")),
        (table.encoding.is_some(), Message::new("report-other-encoding")),
    ];
    for (_, flag) in flags.iter().filter(|(is_there_choice, _)| *is_there_choice) {
        let _ = writeln!(text, "  {}", flag.text(reader));
    }
    for column in &table.columns {
        let what = match column.usage {
            ImportColumnUse::Ignored => Message::new("report-not-read").text(reader),
            ImportColumnUse::Unknown => {
                Message::new("report-unknown").with("heading", column.heading.as_str()).text(reader)
            }
            ImportColumnUse::Recognised | ImportColumnUse::Mapped => column.fields.clone(),
        };
        let heading = shorten(&column.heading);
        let _ = write!(text, "  {heading:<24} → {what}");
        if !matches!(column.usage, ImportColumnUse::Ignored | ImportColumnUse::Unknown) {
            let _ = write!(text, ": {}", Message::new("report-filled").with("count", column.filled).text(reader));
            if column.says_nothing > 0 {
                let empty = Message::new("report-empty-words").with("count", column.says_nothing);
                let _ = write!(text, ", {}", empty.text(reader));
            }
        }
        text.push('\n');
        if !column.examples.is_empty() {
            let shown = column.examples.iter().take(EXAMPLES);
            let mut examples: Vec<String> =
                shown.map(|(given, understood)| format!("{} = {understood}", shorten(given))).collect();
            let more = column.examples.len().saturating_sub(EXAMPLES);
            if more > 0 {
                examples.push(Message::new("report-more").with("count", more).text(reader));
            }
            let _ = writeln!(text, "  {:<24}   {}", "", examples.join(" · "));
        }
    }
    text.push('\n');
}

/// What is to be decided, each once, with what to type.
fn questions(report: &ImportReport, reader: &str, text: &mut String) {
    let questions: Vec<&ImportQuestion> = report.tables.iter().flat_map(|table| &table.questions).collect();
    if questions.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}", Message::new("report-questions").text(reader));
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
            let asked = Message::new("report-question")
                .quote("heading", &shorten(&question.heading))
                .with("count", question.rows);
            let asked = match question.candidates.is_empty() {
                true => asked,
                false => Message::new("report-question-perhaps")
                    .with("question", asked)
                    .with("candidates", question.candidates.iter().map(String::as_str).collect::<MessageArgument>()),
            };
            let decision = format!("{}=…", shorten(&question.value));
            let _ = writeln!(text, "  --decide {decision:?}   ({})", asked.text(reader));
        }
        if of_column.len() > 1 {
            let _ =
                writeln!(text, "    {}", Message::new("report-decide-column").with("heading", heading).text(reader));
        }
    }
    let _ = writeln!(text, "  {}\n", Message::new("report-decide-rest").text(reader));
}

/// What to type to take the rows.
fn next(report: &ImportReport) -> Message {
    let sound = report.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::New | RowOutcome::Changed));
    let rows = numbers(sound);
    if rows.is_empty() {
        return Message::new("report-nothing-to-take");
    }
    Message::new("report-next").with("command", format!("bruecke import --rows {rows} --digest {}", report.digest))
}

fn reasons(row: &ImportRow, reader: &str) -> Vec<String> {
    let problems = row.problems.iter().map(|problem| describe(problem, reader));
    let alike = row.alike.iter().filter_map(|RowAlike { slug, row, name, likeness, .. }| {
        let signs: MessageArgument = likeness.signs.iter().map(|sign| sign.message()).collect();
        let name = shorten(name);
        let message = match (slug, row) {
            (Some(slug), _) => {
                Message::new("report-like-entry").quote("slug", slug).quote("name", &name).with("signs", signs)
            }
            (None, Some(row)) => {
                Message::new("report-like-row").with("row", *row).quote("name", &name).with("signs", signs)
            }
            (None, None) => return None,
        };
        Some(message.text(reader))
    });
    problems.chain(hints_and_changes(row, reader)).chain(alike).collect()
}

fn hints_and_changes<'a>(row: &'a ImportRow, reader: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let hints = row.hints.iter().map(move |hint| format!("({})", describe(hint, reader)));
    let changes = row.changes.iter().map(move |FieldChange { field, before, after }| {
        format!("{field}: {} → {}", value(before, reader), value(after, reader))
    });
    hints.chain(changes)
}

fn value(value: &Value, reader: &str) -> String {
    match value {
        Value::Null => Message::new("report-nothing").text(reader),
        Value::String(text) => format!("{:?}", shorten(text)),
        other => shorten(&other.to_string()),
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
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
