//! Office Open XML (ECMA-376): workbook, shared strings, styles and one sheet.

use std::collections::HashMap;

use super::{
    Cell, Message, Problem, SheetCells, SheetName, TableError, TableSummary, WorkbookArchive, choose_sheet,
    comments::read_comments,
    links::{formula_link, read_link_targets},
    number_format::NumberFormat,
    sheet::Area,
    shown_names,
    xml::{Element, Node, XmlPart},
};

/// Columns that Excel can have.
const EXCEL_COLUMNS: u32 = 16_384;
/// Rows that Excel can have.
const EXCEL_ROWS: u32 = 1_048_576;
/// The most styles that are kept.
const MOST_STYLES: usize = 100_000;

/// The cells of a sheet; of the first that is shown unless one is named.
pub(in super::super) fn read_xlsx(
    bytes: Vec<u8>,
    sheet: Option<&str>,
    summary: &mut TableSummary,
) -> Result<SheetCells, TableError> {
    let mut archive = WorkbookArchive::open(bytes)?;
    let WorkbookParts { folder, relations, sheets, from_1904 } = read_parts(&mut archive)?;
    let chosen = choose_sheet(&sheets, sheet, summary)?;
    let place = |kind: &str, usual: &str| {
        let known = relations.values().find(|relation| relation.kind.ends_with(kind));
        known.map_or_else(|| format!("{folder}/{usual}"), |relation| relation.place.clone())
    };
    let texts = match archive.part(&place("/sharedStrings", "sharedStrings.xml"))? {
        Some(part) => read_shared_strings(&part)?,
        None => Vec::new(),
    };
    let formats = match archive.part(&place("/styles", "styles.xml"))? {
        Some(part) => read_styles(&part)?,
        None => Vec::new(),
    };
    let part = archive.part(&chosen.place)?.ok_or(TableError::MissingPart { part: "sheet" })?;
    let links = read_link_targets(&mut archive, &chosen.place)?;
    let mut cells = SheetCells::new();
    cells.comments = read_comments(&mut archive, &chosen.place)?;
    SheetReader { texts: &texts, formats: &formats, links: &links, from_1904, cells, areas: Vec::new() }
        .read(&part, summary)
}

/// What the sheets of a workbook are called that are shown.
pub(in super::super) fn xlsx_sheet_names(bytes: Vec<u8>) -> Result<Vec<String>, TableError> {
    Ok(shown_names(read_parts(&mut WorkbookArchive::open(bytes)?)?.sheets))
}

/// What the workbook itself says of its parts.
struct WorkbookParts {
    folder: String,
    relations: HashMap<String, Relation>,
    sheets: Vec<SheetName>,
    /// Whether days are counted from 1904.
    from_1904: bool,
}

fn read_parts(archive: &mut WorkbookArchive) -> Result<WorkbookParts, TableError> {
    let workbook_place = workbook_place(archive)?;
    let workbook = archive.part(&workbook_place)?.ok_or(TableError::MissingPart { part: "workbook" })?;
    let folder = workbook_place.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let file = workbook_place.rsplit('/').next().unwrap_or_default();
    let relations = read_relations(archive.part(&format!("{folder}/_rels/{file}.rels"))?.as_deref(), &folder)?;
    let (sheets, from_1904) = read_workbook(&workbook, &relations)?;
    Ok(WorkbookParts { folder, relations, sheets, from_1904 })
}

/// One part that another one names.
struct Relation {
    kind: String,
    place: String,
}

/// Where the workbook itself stands.
fn workbook_place(archive: &mut WorkbookArchive) -> Result<String, TableError> {
    let relations = read_relations(archive.part("_rels/.rels")?.as_deref(), "")?;
    let named = relations.into_values().find(|relation| relation.kind.ends_with("/officeDocument"));
    Ok(named.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.place))
}

fn read_relations(part: Option<&str>, folder: &str) -> Result<HashMap<String, Relation>, TableError> {
    let mut relations = HashMap::new();
    let Some(part) = part else { return Ok(relations) };
    let mut xml = XmlPart::new(part, "relations");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "Relationship" => {
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                let (id, target) = (value("Id"), value("Target"));
                let place = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                relations.insert(id, Relation { kind: value("Type"), place });
            }
            Node::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The sheets, and whether days are counted from 1904.
fn read_workbook(part: &str, relations: &HashMap<String, Relation>) -> Result<(Vec<SheetName>, bool), TableError> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut xml = XmlPart::new(part, "workbook");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "workbookPr" => from_1904 = element.is_set("date1904"),
            Node::Start(element) if element.name == "sheet" => {
                let place =
                    element.attribute("id").and_then(|id| relations.get(&id)).map(|relation| relation.place.clone());
                let place = place.unwrap_or_else(|| format!("xl/worksheets/sheet{}.xml", sheets.len() + 1));
                let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
                sheets.push(SheetName { name: element.attribute("name").unwrap_or_default(), is_hidden, place });
            }
            Node::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

/// The texts that cells share; those of readings in East Asian scripts are none of theirs.
fn read_shared_strings(part: &str) -> Result<Vec<String>, TableError> {
    let mut texts = Vec::new();
    let mut xml = XmlPart::new(part, "texts");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "si" => texts.push(read_rich_text(&mut xml, "si")?),
            Node::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// The text of an element and of the runs in it, up to its end.
pub(super) fn read_rich_text(xml: &mut XmlPart<'_>, end: &str) -> Result<String, TableError> {
    let (mut text, mut in_text, mut in_reading) = (String::new(), false, false);
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "rPh" => in_reading = true,
            Node::End(name) if name == "rPh" => in_reading = false,
            Node::Start(element) if element.name == "t" => in_text = true,
            Node::End(name) if name == "t" => in_text = false,
            Node::End(name) if name == end => return Ok(unescape(&text)),
            Node::Text(piece) if in_text && !in_reading => text.push_str(&piece),
            Node::Eof => return Ok(unescape(&text)),
            _ => {}
        }
    }
}

/// Signs that XML cannot hold are written `_x000D_`; line breaks are those of everywhere.
fn unescape(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign = code.filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let sign = sign.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        unescaped.push_str(&rest[..at]);
        match sign {
            Some(sign) => {
                unescaped.push(sign);
                rest = &rest[at + 7..];
            }
            None => {
                unescaped.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    unescaped.push_str(rest);
    unescaped.replace("\r\n", "\n").replace('\r', "\n")
}

/// How the cells of each style show their numbers.
fn read_styles(part: &str) -> Result<Vec<NumberFormat>, TableError> {
    let mut codes: HashMap<u32, NumberFormat> = HashMap::new();
    let (mut formats, mut in_cells) = (Vec::new(), false);
    let mut xml = XmlPart::new(part, "styles");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "numFmt" && codes.len() < MOST_STYLES => {
                if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attribute("formatCode")) {
                    codes.insert(id, NumberFormat::parse(&code));
                }
            }
            Node::Start(element) if element.name == "cellXfs" => in_cells = true,
            Node::End(name) if name == "cellXfs" => in_cells = false,
            Node::Start(element) if in_cells && element.name == "xf" && formats.len() < MOST_STYLES => {
                let id = element.number("numFmtId").unwrap_or_default();
                formats.push(codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id)));
            }
            Node::Eof => return Ok(formats),
            _ => {}
        }
    }
}

struct SheetReader<'a> {
    texts: &'a [String],
    formats: &'a [NumberFormat],
    /// By relation, the addresses of links.
    links: &'a HashMap<String, String>,
    from_1904: bool,
    cells: SheetCells,
    areas: Vec<Area>,
}

impl SheetReader<'_> {
    fn read(mut self, part: &str, summary: &mut TableSummary) -> Result<SheetCells, TableError> {
        let mut xml = XmlPart::new(part, "sheet");
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut next_row = 0_u32;
        loop {
            match xml.next()? {
                Node::Start(element) if element.name == "row" => {
                    row = element.number("r").and_then(|number| number.checked_sub(1)).unwrap_or(next_row);
                    if row >= EXCEL_ROWS {
                        return Err(TableError::TooManyCells);
                    }
                    next_row = row + 1;
                    column = 0;
                    if element.is_set("hidden") {
                        self.cells.hide(row);
                    }
                }
                Node::Start(element) if element.name == "col" && element.is_set("hidden") => {
                    if let (Some(first @ 1..), Some(last @ 1..)) = (element.number("min"), element.number("max")) {
                        self.cells.hide_columns(first - 1, last - 1);
                    }
                }
                Node::Start(element) if element.name == "c" => {
                    if let Some((named, _)) = element.attribute("r").as_deref().and_then(read_reference) {
                        column = named;
                    }
                    let cell = self.read_cell(&element, &mut xml)?;
                    self.cells.add(row, column, cell)?;
                    column += 1;
                }
                Node::Start(element) if element.name == "mergeCell" => {
                    let area = element.attribute("ref").filter(|area| area.contains(':'));
                    self.areas.extend(area.as_deref().and_then(read_area));
                }
                Node::Start(element) if element.name == "hyperlink" => {
                    let link = element.attribute("id").and_then(|id| self.links.get(&id));
                    let area = element.attribute("ref").as_deref().and_then(read_area);
                    if let (Some(link), Some(area)) = (link, area) {
                        self.cells.add_link(area, link)?;
                    }
                }
                Node::Eof => return self.cells.finish(&self.areas, summary),
                _ => {}
            }
        }
    }

    /// What a cell says, up to its end; of a formula the result.
    fn read_cell(&self, element: &Element<'_>, xml: &mut XmlPart<'_>) -> Result<Cell, TableError> {
        let kind = element.attribute("t").unwrap_or_default();
        let style = element.number("s").and_then(|style| usize::try_from(style).ok());
        let (mut value, mut in_value) = (String::new(), false);
        let (mut formula, mut in_formula) = (String::new(), false);
        loop {
            match xml.next()? {
                Node::Start(inner) if inner.name == "is" => value = read_rich_text(xml, "is")?,
                Node::Start(inner) if inner.name == "f" => in_formula = true,
                Node::End(name) if name == "f" => in_formula = false,
                Node::Text(text) if in_formula => formula.push_str(&text),
                Node::Start(inner) if inner.name == "v" => in_value = true,
                Node::End(name) if name == "v" => in_value = false,
                Node::Text(text) if in_value => value.push_str(&text),
                Node::End(name) if name == "c" => break,
                Node::Eof => break,
                _ => {}
            }
        }
        let format = style.and_then(|style| self.formats.get(style)).unwrap_or(&NumberFormat::Plain);
        let cell = match kind.as_str() {
            "s" => {
                let text = value.trim().parse::<usize>().ok().and_then(|number| self.texts.get(number));
                Cell::of(text.cloned().unwrap_or_default())
            }
            "inlineStr" => Cell::of(value),
            "str" => Cell::of(unescape(&value)),
            "b" => Cell::of(if value.trim() == "1" { "true" } else { "false" }.to_owned()),
            "e" => formula_error(&value),
            "d" => Cell::of(value.trim().trim_end_matches("T00:00:00").to_owned()),
            "" | "n" if value.is_empty() && !formula.is_empty() => formula_without_result(),
            _ if value.is_empty() => Cell::Text(String::new()),
            _ => Cell::of(format.show(&value, self.from_1904)),
        };
        Ok(match formula_link(&formula) {
            Some(link) => cell.with_link(link),
            None => cell,
        })
    }
}

/// A cell whose formula ended in an error.
pub(super) fn formula_error(error: &str) -> Cell {
    let error: String = error.trim().chars().take(20).collect();
    Cell::Wrong(Box::new(Problem::Format(Message::new("table-formula-error").with("error", error))))
}

/// A cell whose formula nobody has worked out.
fn formula_without_result() -> Cell {
    Cell::Wrong(Box::new(Problem::Format(Message::new("table-formula-without-result"))))
}

/// The area of a reference such as `A3:B4`, or `A3` for one cell.
pub(super) fn read_area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let ((column, first_row), (last_column, last_row)) = (read_reference(first)?, read_reference(last)?);
    Some(Area { first_row, last_row, column, last_column })
}

/// Column and row of a reference such as `AB12`, from 0.
fn read_reference(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.replace('$', "");
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column * 26 + u32::from(letter - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    (column <= EXCEL_COLUMNS && (1..=EXCEL_ROWS).contains(&row)).then(|| (column - 1, row - 1))
}
