//! The note that an import leaves with what it changes: of which files it was, and what else there is to read.

const BEGINNING: &str = "import of ";

/// The note of an import of these files.
pub(super) fn import_note(files: &[String]) -> String {
    format!("{BEGINNING}{}", files.join(", "))
}

/// What a note says beside the files it names: behind a colon what was noted of all rows, in lines below that of one.
pub(crate) fn text_of_note(note: &str) -> &str {
    let Some(rest) = note.strip_prefix(BEGINNING) else { return note };
    let ends = [": ", "\n"].into_iter().filter_map(|end| Some((rest.find(end)?, end.len())));
    ends.min().map_or("", |(at, length)| &rest[at + length..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_called_is_no_part_of_what_is_noted() {
        let note = import_note(&["bitte prüfen?.csv".to_owned(), "b.json".to_owned()]);
        assert_eq!(note, "import of bitte prüfen?.csv, b.json");
        assert_eq!(text_of_note(&note), "");
        assert_eq!(text_of_note(&format!("{note}: Bemerkungen: alt")), "Bemerkungen: alt");
        assert_eq!(text_of_note(&format!("{note}\nBemerkungen: alt")), "Bemerkungen: alt");
        assert_eq!(text_of_note("Telefonat: erreicht"), "Telefonat: erreicht");
    }
}
