//! Who works on which theme in which district, and where nobody does.

use directory::{Coverage, DistrictNo, Snapshot, ThemeNo};

use super::{Handle, district::DistrictView, theme::ThemeView};
use crate::exec::object;

/// Themes against districts.
#[derive(Clone, Debug)]
pub(crate) struct CoverageView<'s> {
    snapshot: &'s Snapshot,
    coverage: Coverage,
}

impl<'s> CoverageView<'s> {
    /// The handle.
    pub(crate) fn new(snapshot: &'s Snapshot, coverage: Coverage) -> Self {
        Self { snapshot, coverage }
    }

    fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.coverage.counts.chunks(self.coverage.districts.len().max(1))
    }

    fn cells(&self) -> Vec<CellView<'s>> {
        let rows = self.coverage.themes.iter().zip(self.rows());
        let cells = rows.flat_map(|(theme, row)| {
            let columns = self.coverage.districts.iter().zip(row);
            columns.map(move |(district, count)| CellView(self.snapshot, *theme, *district, *count))
        });
        cells.collect()
    }
}

object! {
    /// How many actors work on each theme in each district, and where nobody does.
    "Coverage" ['s] CoverageView<'s>, implements [], |this, call|
    /// The rows, in the order of the tree.
    themes: Vec<ThemeView<'s>> => {
        this.coverage.themes.iter().map(|no| ThemeView::of(this.snapshot, *no)).collect()
    },
    /// The columns, in the order of the tree.
    districts: Vec<DistrictView<'s>> => {
        this.coverage.districts.iter().map(|no| DistrictView::of(this.snapshot, *no)).collect()
    },
    /// One row per theme with one number per district; parents include their children.
    counts: Vec<Vec<u64>> => this.rows().map(<[u64]>::to_vec).collect(),
    /// Every theme with every district and their number.
    cells: Vec<CellView<'s>> => this.cells(),
    /// Every theme and borough or quarter where there is nobody.
    gaps: Vec<GapView<'s>> => {
        this.coverage.gaps.iter().map(|(theme, district)| GapView(this.snapshot, *theme, *district)).collect()
    },
    /// How many actors were looked at.
    total: u64 => this.coverage.total,
}

/// A cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CellView<'s>(&'s Snapshot, ThemeNo, DistrictNo, u64);

object! {
    /// How many actors work on a theme in a district.
    "CoverageCell" ['s] CellView<'s>, implements [], |this, call|
    /// The theme, its children included.
    theme: ThemeView<'s> => ThemeView::of(this.0, this.1),
    /// The district, its children included.
    district: DistrictView<'s> => DistrictView::of(this.0, this.2),
    /// How many actors.
    count: u64 => this.3,
}

/// A gap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GapView<'s>(&'s Snapshot, ThemeNo, DistrictNo);

object! {
    /// A theme nobody works on in a borough or quarter.
    "CoverageGap" ['s] GapView<'s>, implements [], |this, call|
    /// The theme.
    theme: ThemeView<'s> => ThemeView::of(this.0, this.1),
    /// The district.
    district: DistrictView<'s> => DistrictView::of(this.0, this.2),
}
