//! Workbooks as spreadsheets write them, and as nobody should.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

fn saved(fill: impl FnOnce(&mut Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.add_worksheet().set_name("Zweites").expect("a name").write(0, 0, "anders").expect("a cell");
    workbook.save_to_buffer().expect("a workbook")
}

/// Line and cells, what cannot be read in brackets.
fn read_rows(bytes: Vec<u8>, sheet: Option<&str>) -> Vec<String> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Wrong(wrong) => format!("[{}]", wrong.message("en")),
    };
    let rows = rows(bytes, sheet).expect("rows").into_iter();
    rows.map(|row| format!("{}: {}", row.line, row.cells.iter().map(text).collect::<Vec<_>>().join("; "))).collect()
}

#[test]
fn numbers_days_formulas_and_truths_become_text_as_people_see_them() {
    let bytes = saved(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_row(1, 0, ["Name", "PLZ", "Tag"])?;
        sheet.write(3, 0, "Zeile 1\r\nZeile 2")?.write(3, 1, 44_649)?;
        sheet.write_with_format(3, 2, ExcelDateTime::from_ymd(2026, 5, 1)?, &day)?;
        sheet.write(3, 3, 7.1553)?.write(3, 4, true)?;
        sheet.write(3, 5, Formula::new("=A1&\"x\"").set_result("Ergebnis"))?;
        sheet.write(3, 6, Formula::new("=1/0").set_result("#DIV/0!"))?;
        sheet.write_blank(5, 0, &Format::new().set_bold())?;
        Ok(())
    });
    let expected = [
        "2: Name; PLZ; Tag",
        "4: Zeile 1\nZeile 2; 44649; 2026-05-01; 7.1553; true; Ergebnis; [holds the error #DIV/0! of a formula: allowed is a value or nothing]",
    ];
    assert_eq!(read_rows(bytes.clone(), None), expected);
    assert_eq!(read_rows(bytes.clone(), Some("Zweites")), ["1: anders"]);
    let told = rows(bytes, Some("Drittes")).expect_err("no such sheet").to_string();
    assert_eq!(told, "there is no sheet \"Drittes\": there are \"Sheet1\", \"Zweites\"");
}

#[test]
fn a_cell_merged_over_rows_is_told_in_every_row_but_its_first() {
    let bytes = saved(|sheet| {
        sheet.write(0, 0, "Name")?.write(0, 1, "Ort")?;
        sheet.merge_range(1, 1, 2, 1, "Herne", &Format::new())?;
        sheet.write(1, 0, "A")?.write(2, 0, "B")?;
        Ok(())
    });
    let told = "is merged over the rows 2 to 3: allowed is one cell for each row";
    assert_eq!(
        read_rows(bytes, None),
        ["1: Name; Ort".to_owned(), "2: A; Herne".to_owned(), format!("3: B; [{told}]")]
    );
}

#[test]
fn what_is_no_workbook_or_would_fill_the_memory_is_refused() {
    let told = |bytes: Vec<u8>| rows(bytes, None).expect_err("refused").to_string();
    assert!(told(b"Typ;Art;Name".to_vec()).contains("no XLSX workbook"));
    assert!(told(b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec()).contains("password"));
    let mut whole = saved(|sheet| sheet.write(0, 0, "Name").map(drop));
    whole.truncate(whole.len() / 2);
    assert!(told(whole).contains("no XLSX workbook"));
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for part in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
        bomb.start_file(part, options).expect("a part");
        for _ in 0..140 {
            bomb.write_all(&vec![b' '; 1024 * 1024]).expect("room");
        }
    }
    let bomb = bomb.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1024 * 1024 && told(bomb).contains("256 MiB"));
}

#[test]
fn a_text_that_many_cells_share_does_not_fill_the_memory() {
    let long = "ä".repeat(16_000);
    let bytes = saved(|sheet| (0..3_000).try_for_each(|row| sheet.write(row, 0, &long).map(drop)));
    assert!(bytes.len() < 1024 * 1024);
    assert!(matches!(rows(bytes, None), Err(TableError::TooLarge)));
}

#[test]
fn rows_of_one_cell_far_to_the_right_do_not_fill_the_memory() {
    let bytes = saved(|sheet| (0..5_000).try_for_each(|row| sheet.write(row, 999, "x").map(drop)));
    assert!(matches!(rows(bytes, None), Err(TableError::TooManyCells)));
}

#[test]
fn a_cell_far_to_the_right_does_not_fill_the_memory() {
    let bytes = saved(|sheet| sheet.write(1_048_575, 16_383, "x").map(drop));
    assert!(matches!(rows(bytes, None), Err(TableError::TooManyCells)));
    let far_below = saved(|sheet| sheet.write(1_048_575, 0, "x").map(drop));
    assert_eq!(read_rows(far_below, None), ["1048576: x"]);
}
