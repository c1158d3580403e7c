//! Where pages of accounts are.

use crate::Visit;

/// The address of a page of accounts in the language of a visit.
pub fn address(visit: &Visit<'_>, path: &str) -> String {
    format!("{path}?language={}", visit.locale.tag())
}
