//! Filters as files and maps ask them, which take everything that fits.
//!
//! Programs read the answers, and nobody sees what they left out of their question: so what nobody knows is refused
//! here, where a page lets it fall away.

use url::form_urlencoded;

use super::{Filters, ParameterError, Search, shorten};

/// What a file or map is filtered by.
const PARAMETERS: [&str; 39] = [
    "text",
    "type",
    "theme",
    "theme_match",
    "district",
    "relation",
    "kind",
    "language",
    "group",
    "field",
    "free",
    "appointment",
    "confidential",
    "wheelchair",
    "accessibility",
    "interpreters",
    "counter_language",
    "offer_kind",
    "availability",
    "day",
    "time",
    "age",
    "open",
    "lon",
    "lat",
    "radius",
    "actor",
    "polygon",
    "cooperates_with",
    "cooperation",
    "member_of",
    "network",
    "not_type",
    "not_theme",
    "not_district",
    "not_kind",
    "not_language",
    "not_group",
    "not_field",
];

/// What only pages of results need: whoever takes over the address of one gets everything, by name.
const OF_PAGES: [&str; 7] = ["order", "after", "before", "question", "view", "from", "shortlist"];

/// What `cooperates_with` was called before; it goes on working.
const FORMER: &str = "partner";

impl Filters {
    /// Reads the query part of an address that asks for everything that fits.
    ///
    /// # Errors
    /// [`ParameterError`]: the first thing in it that cannot be asked.
    pub fn from_query(query: &str) -> Result<Self, ParameterError> {
        let is_known = |name: &str| PARAMETERS.contains(&name) || OF_PAGES.contains(&name) || name == FORMER;
        let mut names = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name);
        if let Some(unknown) = names.find(|name| !name.is_empty() && !is_known(name)) {
            return Err(ParameterError::UnknownParameter { given: shorten(&unknown), allowed: &PARAMETERS });
        }
        let (search, mistakes) = Search::from_query(query);
        mistakes.into_iter().next().map_or(Ok(search.filters), Err)
    }

    /// Whether something is filtered by a parameter.
    pub(crate) fn has_parameter(name: &str) -> bool {
        PARAMETERS.contains(&name)
    }

    /// The query part of an address in its normal form; empty for everything.
    pub fn to_query(&self) -> String {
        Search::of(self.clone()).to_query()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_knows_is_refused_with_what_is_allowed() {
        let refused = Filters::from_query("themes=language").expect_err("a misspelt parameter");
        assert_eq!(refused.code(), "UNKNOWN_PARAMETER");
        assert!(
            refused
                .to_string()
                .starts_with("there is no parameter \"themes\"; allowed are text, type, theme, theme_match,")
        );
        let refused = Filters::from_query("type=person").expect_err("no type");
        assert_eq!(
            refused.to_string(),
            "type: \"person\" is not allowed; allowed are organisation, institution, network"
        );
        assert_eq!(Filters::from_query("lon=700&lat=1").expect_err("off the earth").code(), "NOT_A_NUMBER");
    }

    #[test]
    fn the_address_of_a_page_of_results_asks_for_all_of_them() {
        let filters = Filters::from_query("theme=work&order=updated&after=abc&&").expect("filters");
        assert_eq!(filters.to_query(), "theme=work");
    }

    #[test]
    fn every_parameter_is_one_that_the_search_reads() {
        for name in PARAMETERS {
            let (search, mistakes) = Search::from_query(&format!("{name}=1"));
            assert!(search != Search::default() || !mistakes.is_empty() || name == "radius", "{name}");
        }
    }
}
