//! What of the template of the report is refused.

use std::collections::BTreeSet;

use domain::{REPORT_SECTIONS, ReportTemplate, Violations, rules::Problem};

use super::{check_lines, check_text};

/// The longest title, in characters.
const TITLE_LENGTH: usize = 200;
/// The longest text before or behind the figures, in characters.
const TEXT_LENGTH: usize = 5_000;

/// Everything that is wrong with a template.
pub(super) fn check(report: &ReportTemplate, wrong: &mut Violations) {
    check_text("report.title", &report.title, TITLE_LENGTH, wrong);
    check_lines("report.title", &report.title, wrong);
    check_text("report.introduction", &report.introduction, TEXT_LENGTH, wrong);
    check_text("report.closing", &report.closing, TEXT_LENGTH, wrong);
    let mut seen = BTreeSet::new();
    for (at, section) in report.sections.iter().enumerate() {
        let field = |name: &str| format!("report.sections[{at}].{name}");
        if !REPORT_SECTIONS.contains(&section.name.as_str()) {
            wrong.add(field("name"), Problem::Unknown(section.name.chars().take(64).collect()));
        } else if !seen.insert(&section.name) {
            wrong.add(field("name"), Problem::Duplicate(section.name.clone()));
        }
        check_text(&field("title"), &section.title, TITLE_LENGTH, wrong);
        check_lines(&field("title"), &section.title, wrong);
    }
}
