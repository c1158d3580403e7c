//! The comments that stick to the cells of an XLSX sheet: a part of its own, which the relations of the sheet name.

use super::{
    TableError, WorkbookArchive,
    xlsx::{read_area, read_rich_text},
    xml::{Node, XmlPart},
};

/// The most comments that are kept of a sheet.
const MOST_COMMENTS: usize = 20_000;

/// A comment with the row and the column of its cell, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct CellComment {
    pub(in super::super) row: u32,
    pub(in super::super) column: u32,
    pub(in super::super) text: String,
}

/// The comments of a sheet; of a conversation the words, without what programs that know none are told.
pub(super) fn read_comments(archive: &mut WorkbookArchive, sheet: &str) -> Result<Vec<CellComment>, TableError> {
    let mut comments = Vec::new();
    let Some(place) = comments_place(archive, sheet)? else { return Ok(comments) };
    let Some(part) = archive.part(&place)? else { return Ok(comments) };
    let mut xml = XmlPart::new(&part, "comments");
    let mut area = None;
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "comment" => {
                area = element.attribute("ref").as_deref().and_then(read_area);
            }
            Node::Start(element) if element.name == "text" => {
                let text = without_preamble(&read_rich_text(&mut xml, "text")?);
                if let Some(area) = area.take().filter(|_| comments.len() < MOST_COMMENTS && !text.is_empty()) {
                    comments.push(CellComment { row: area.first_row, column: area.column, text });
                }
            }
            Node::Eof => return Ok(comments),
            _ => {}
        }
    }
}

/// Where the comments of a sheet stand.
fn comments_place(archive: &mut WorkbookArchive, sheet: &str) -> Result<Option<String>, TableError> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let Some(part) = archive.part(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(None) };
    let mut xml = XmlPart::new(&part, "relations");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "Relationship" => {
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                if value("Type").ends_with("/comments") {
                    let target = value("Target");
                    let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
                    return Ok(Some(match (target.strip_prefix('/'), target.strip_prefix("../")) {
                        (Some(absolute), _) => absolute.to_owned(),
                        (None, Some(above)) => format!("{parent}/{above}"),
                        (None, None) => format!("{folder}/{target}"),
                    }));
                }
            }
            Node::Eof => return Ok(None),
            _ => {}
        }
    }
}

/// The words of a comment: those of a conversation follow a sentence for programs that know none.
fn without_preamble(text: &str) -> String {
    let text = text.trim();
    let is_conversation = text.starts_with('[') && text.contains("https://go.microsoft.com");
    let words = if is_conversation { text.split_once(":\n").map_or(text, |(_, words)| words) } else { text };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
