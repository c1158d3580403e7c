//! Which rows are taken, as people write it: `1-5,9`.

use std::{collections::BTreeSet, str::FromStr};

use thiserror::Error;

/// Numbers of rows, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowNumbers(BTreeSet<u32>);

/// The largest number a row can have; more rows than that have no number anybody types.
const LARGEST: u32 = 10_000_000;

/// The text names no rows.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{part:?} names no rows: allowed are numbers from 1 to {LARGEST} and ranges of them, such as 1-5,9")]
pub struct NotRows {
    part: String,
}

impl RowNumbers {
    /// Whether a row is among them.
    pub fn contains(&self, row: u32) -> bool {
        self.0.contains(&row)
    }

    /// The numbers in their order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

impl FromIterator<u32> for RowNumbers {
    fn from_iter<T: IntoIterator<Item = u32>>(rows: T) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl FromStr for RowNumbers {
    type Err = NotRows;

    fn from_str(text: &str) -> Result<Self, NotRows> {
        let mut rows = BTreeSet::new();
        for part in text.split(',').map(str::trim) {
            let refuse = || NotRows { part: part.chars().take(60).collect() };
            let number = |text: &str| {
                let number = text.trim().parse::<u32>().ok();
                number.filter(|number| (1..=LARGEST).contains(number)).ok_or_else(refuse)
            };
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return Err(refuse());
            }
            rows.extend(first..=last);
        }
        Ok(Self(rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_are_rows_and_anything_else_is_told() {
        let rows: RowNumbers = "1-3, 9,2".parse().expect("rows");
        assert_eq!(rows.iter().collect::<Vec<_>>(), [1, 2, 3, 9]);
        for wrong in ["", "0", "3-1", "a", "1-", "1,,2", "99999999999", "1-4294967295"] {
            assert!(wrong.parse::<RowNumbers>().is_err(), "{wrong}");
        }
        assert!("1-x".parse::<RowNumbers>().expect_err("no rows").to_string().starts_with("\"1-x\" names no rows"));
    }
}
