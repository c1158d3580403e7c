//! What is kept of results: the boxes and ways that lead to the page of it.

use maud::{Markup, html};

use super::icons::{Icon, icon};
use crate::{
    Page, Visit,
    filters::{Search, Shortlist},
};

/// The page of a list.
pub(crate) fn address(visit: &Visit<'_>, list: &Shortlist) -> String {
    let (path, query) = (visit.path(&Page::Shortlist), list.to_query());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The id of the form that collects what is ticked among results.
const FORM: &str = "shortlist";

/// The box by which an entry is kept.
pub(crate) fn tick(visit: &Visit<'_>, page: &Page, name: &Markup, list: Option<&Shortlist>) -> Markup {
    let (Some(list), Some(reference)) = (list, Shortlist::reference(page)) else { return html! {} };
    html! {
        label.pick {
            input type="checkbox" form=(FORM) name=(Shortlist::ENTRY) value=(reference) checked[list.contains(&reference)];
            span { (visit.say("shortlist-add")) span.unseen { ": " (name) } }
        }
    }
}

/// The way from results to what was kept of them, and of earlier ones.
pub(crate) fn bar(visit: &Visit<'_>, search: &Search, shown: &[Page]) -> Markup {
    let shown: Vec<String> = shown.iter().filter_map(Shortlist::reference).collect();
    let of_others = search.shortlist.iter().filter(|kept| !shown.iter().any(|shown| shown == kept));
    html! {
        form.shortlistbar id=(FORM) action=(visit.path(&Page::Shortlist)) method="get" {
            @for reference in of_others { input type="hidden" name=(Shortlist::ENTRY) value=(reference); }
            button.button type="submit" { (icon(Icon::Star)) (visit.say("shortlist-show")) }
        }
    }
}

/// The way from a page to a list with it, behind what is kept already.
pub(crate) fn extend(visit: &Visit<'_>, page: &Page, kept: &Shortlist) -> Option<String> {
    let mut list = kept.clone();
    list.add(&Shortlist::reference(page)?);
    Some(address(visit, &list))
}

/// The path of a page of an entry, from where the list goes on.
pub(crate) fn carry(path: String, kept: Option<&Shortlist>) -> String {
    match kept {
        Some(kept) => kept.carry(path),
        None => path,
    }
}
