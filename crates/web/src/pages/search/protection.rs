//! Whether a search is about protection from violence: its page then has the button that leaves it at once.

use crate::{
    Visit,
    filters::{Filters, Search},
    pages::subject::Subject,
    parts::quick_exit,
};

/// How many of those that words find are looked at.
const PROTECTION_SAMPLE: usize = 200;

/// Whether a search is about protection: by a theme, by one whom it asks for or has kept, or because its words, which stand in the
/// title, find somebody who protects.
pub(in crate::pages) fn is_about_protection(visit: &Visit<'_>, search: &Search) -> bool {
    let themes = search.filters.themes.iter().filter_map(|slug| visit.snapshot.theme_by_slug(slug));
    if quick_exit::is_about_protection(visit, &themes.collect::<Vec<_>>()) {
        return true;
    }
    let Filters { actor, cooperates_with, member_of, .. } = &search.filters;
    let mut named = [actor, cooperates_with, member_of].into_iter().flatten();
    let mut entries = search.shortlist.iter().filter_map(|entry| Subject::of_reference(visit.snapshot, entry));
    if named.any(|slug| visit.snapshot.actor_by_slug(slug).is_some_and(|no| quick_exit::protects_actor(visit, no)))
        || entries.any(|entry| entry.is_protected(visit))
    {
        return true;
    }
    let filter = search.filters.actor_filter(visit.now);
    let found = visit.snapshot.matching_actors(search.filters.actor_type, &filter);
    !search.typed_text().is_empty()
        && found.is_ok_and(|mut found| {
            found.by_ref().take(PROTECTION_SAMPLE).any(|no| quick_exit::protects_actor(visit, no))
        })
}
