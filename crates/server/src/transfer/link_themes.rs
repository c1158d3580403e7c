//! Links of files that say nothing of what both sides work on together: nobody finds them by a theme, so it is asked.

use curation::import::RowProblem;
use messages::Message;

use super::{comparing::Compared, writing::ImportBatch};

/// Asks with the row of each link without themes.
pub(super) fn ask_for_themes(compared: &mut Compared) {
    let mut rows = Vec::new();
    for batch in &compared.batches {
        let ImportBatch::Links(items) = batch else { continue };
        let unthemed = items.iter().filter(|item| item.data.themes.is_empty());
        rows.extend(unthemed.filter_map(|item| compared.at(item.file, item.place.row)));
    }
    for at in rows {
        compared.rows[at].hints.push(RowProblem {
            field: "themes".to_owned(),
            column: None,
            message: Message::new("import-no-theme"),
            code: "NO_THEME",
        });
    }
}
