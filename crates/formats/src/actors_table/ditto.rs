//! Cells that say that they hold the same as the one above: "dito", "wie oben", a ditto mark.

use messages::Message;

use super::{Cell, RawRow, phrases::CELL_WORDS, understanding::first_of};

/// Puts the cell above in the place of each of them, and says so.
pub(super) fn repeat_cells_above(rows: &mut [RawRow]) -> Option<Message> {
    let mut lines: Vec<u64> = Vec::new();
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        let (Some(above), Some(row)) = (above.last(), below.first_mut()) else { continue };
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if !cell.text().is_some_and(|text| CELL_WORDS.is_ditto(text)) {
                continue;
            }
            *cell = above.cells.get(column).cloned().unwrap_or_else(|| Cell::Text(String::new()));
            if lines.last() != Some(&row.line) {
                lines.push(row.line);
            }
        }
    }
    if lines.is_empty() {
        return None;
    }
    Some(Message::new("table-ditto").with("lines", first_of(&lines)))
}

#[cfg(test)]
mod tests {
    use super::{
        super::raw::{rows, texts},
        *,
    };

    #[test]
    fn a_ditto_is_what_stands_above_it_however_far() {
        let mut all = rows(&[
            &["Verein Eins", "02323 1", "Musterstr. 1", ""],
            &["Verein Zwei", "dito", "wie oben", "〃"],
            &["Verein Drei", "\"", "Dto.", "x"],
        ]);
        let told = repeat_cells_above(&mut all).expect("a remark");
        assert_eq!(texts(&all[1]), ["Verein Zwei", "02323 1", "Musterstr. 1", ""]);
        assert_eq!(texts(&all[2]), ["Verein Drei", "02323 1", "Musterstr. 1", "x"]);
        assert!(told.text("en").ends_with(&format!("line {}, {}.", all[1].line, all[2].line)), "{told:?}");
        assert_eq!(repeat_cells_above(&mut rows(&[&["dito"], &["Diktat"]])), None);
    }
}
