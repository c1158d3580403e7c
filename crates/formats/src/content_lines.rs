//! Content lines of calendars and address cards: escaped, folded and ended as RFC 5545 (sections 3.1 and 3.3.11) and
//! RFC 2426 (sections 2.6 and 4) have it.

/// How many bytes a line has at most, its end not counted.
const LONGEST: usize = 75;

/// Lines on their way out.
#[derive(Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A line whose value needs no escaping.
    pub(crate) fn raw(&mut self, line: &str) {
        let mut room = LONGEST;
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line with a text; one that says nothing is none.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.raw(&format!("{name}:{}", escape(text)));
    }

    /// A line with a value of several components, such as an address.
    pub(crate) fn components(&mut self, name: &str, components: &[&str]) {
        let components: Vec<String> = components.iter().map(|component| escape(component)).collect();
        self.raw(&format!("{name}:{}", components.join(";")));
    }

    /// Everything.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

fn escape(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\\', "\\\\");
    text.replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_escaped_and_cannot_begin_a_line_of_its_own() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a;b,c\\d\r\nBEGIN:VALARM");
        assert_eq!(lines.finish(), "SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM\r\n");
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"äx".repeat(80));
        let text = lines.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "äx".repeat(80)));
    }
}
