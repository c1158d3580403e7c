//! What the operator says of the pages, beside what the directory says of itself.

use domain::LocalisedText;

/// The texts of the operator, in Markdown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// Who is responsible; empty where nothing is configured.
    pub imprint: LocalisedText,
    /// What becomes of data, beside what the program itself does; empty where nothing is configured.
    pub privacy: LocalisedText,
    /// The origins of the sites that may show the directory in a frame; every site where none is named.
    pub partners: Vec<String>,
}
