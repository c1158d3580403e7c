//! The links of the cells of an XLSX sheet: their addresses stand in the relations of the sheet, a part of its own.

use std::collections::HashMap;

use super::{
    TableError, WorkbookArchive,
    xml::{Node, XmlPart},
};

/// The most links that are kept of a sheet.
const MOST_LINKS: usize = 500_000;

/// By relation, the addresses that a sheet leads to outside of the workbook.
pub(super) fn read_link_targets(
    archive: &mut WorkbookArchive,
    sheet: &str,
) -> Result<HashMap<String, String>, TableError> {
    let mut targets = HashMap::new();
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let Some(part) = archive.part(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(targets) };
    let mut xml = XmlPart::new(&part, "relations");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "Relationship" && targets.len() < MOST_LINKS => {
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                if value("TargetMode") == "External" && value("Type").ends_with("/hyperlink") {
                    targets.insert(value("Id"), value("Target"));
                }
            }
            Node::Eof => return Ok(targets),
            _ => {}
        }
    }
}

/// The address of a formula `HYPERLINK("https://…","Homepage")`.
pub(super) fn formula_link(formula: &str) -> Option<String> {
    let formula = formula.trim().trim_start_matches("of:").trim_start_matches('=');
    let rest = formula.strip_prefix("HYPERLINK(\"").or_else(|| formula.strip_prefix("hyperlink(\""))?;
    rest.split_once('"').map(|(link, _)| link.to_owned()).filter(|link| !link.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_of_a_link_leads_to_its_first_argument() {
        assert_eq!(formula_link("HYPERLINK(\"https://a.example\",\"Homepage\")").as_deref(), Some("https://a.example"));
        assert_eq!(
            formula_link("of:=HYPERLINK(\"mailto:a@b.example\";\"Mail\")").as_deref(),
            Some("mailto:a@b.example")
        );
        assert_eq!(formula_link("SUM(A1:A2)"), None);
    }
}
