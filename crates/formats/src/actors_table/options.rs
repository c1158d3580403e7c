//! What a table is saved as, and how it is read.

use domain::record::LifeStatus;

use super::{ColumnMapping, Decisions, TextEncoding};

/// What a table is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Text with separators.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
}

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableOptions {
    /// The sheet of a workbook; the first that is shown unless one is named.
    pub sheet: Option<String>,
    /// The encoding of a text; the one it most plausibly has unless one is named.
    pub encoding: Option<TextEncoding>,
    /// Which column holds what, where its heading does not say it.
    pub mapping: ColumnMapping,
    /// What people have decided.
    pub decisions: Decisions,
    /// Where entries stand in their life that are new, unless the table says it.
    pub status: LifeStatus,
    /// Whether a table without a column of names is understood as far as it goes, so that somebody can say which one that
    /// is; every row of it is wrong.
    pub may_lack_names: bool,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            sheet: None,
            encoding: None,
            mapping: ColumnMapping::default(),
            decisions: Decisions::default(),
            status: LifeStatus::Draft,
            may_lack_names: false,
        }
    }
}
