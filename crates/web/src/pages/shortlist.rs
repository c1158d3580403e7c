//! What somebody chose to keep, as the address of the page holds it: to print, to share, to go on with.

use http::StatusCode;
use maud::{Markup, html};

use super::{events, offers, subject::Subject};
use crate::{
    Answer, Page, Visit,
    filters::{Search, Shortlist},
    parts::{
        actions::{print_button, share_link},
        cards,
        icons::{Icon, icon},
        layout::{Head, document},
    },
};

/// Answers a request for the list. What is no longer public is left out.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let list = Shortlist::from_query(query);
    let subjects: Vec<(&str, Subject)> = list
        .iter()
        .filter_map(|reference| Some((reference, Subject::of_reference(visit.snapshot, reference)?)))
        .collect();
    let head = Head {
        title: visit.say("shortlist").into_owned(),
        page: Some(&Page::Shortlist),
        query: list.to_query(),
        unlisted: true,
        quick_exit: subjects.iter().any(|(_, subject)| subject.is_protected(visit)),
        ..Head::default()
    };
    Answer::page(StatusCode::OK, document(visit, &head, &content(visit, &list, &subjects)))
}

/// The page of a list.
pub(super) fn address(visit: &Visit<'_>, list: &Shortlist) -> String {
    let (path, query) = (visit.path(&Page::Shortlist), list.to_query());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

fn content(visit: &Visit<'_>, list: &Shortlist, subjects: &[(&str, Subject)]) -> Markup {
    let title = visit.say("shortlist");
    let missing = list.len() - subjects.len();
    let further = Search { shortlist: list.clone(), ..Search::default() };
    html! {
        div.hero.slim {
            div.wide {
                h1 { (title) }
                @if !subjects.is_empty() { p.lead { (visit.count("entries", subjects.len() as u64)) } }
                p.small.noprint { (visit.say("shortlist-note")) }
                div.actions {
                    ul {
                        @if !subjects.is_empty() {
                            li { (share_link(visit, &title, &address(visit, list))) }
                            li { (print_button(visit)) }
                        }
                        li { a.action href=(super::search::results::address(visit, &further)) rel="nofollow" {
                            (icon(Icon::Search)) (visit.say("shortlist-more"))
                        } }
                    }
                }
            }
        }
        div.wide.narrow {
            @if subjects.is_empty() { div.notice { p { (visit.say("shortlist-empty")) } } }
            @if missing > 0 { p.note { (visit.count("shortlist-missing", missing as u64)) } }
            ol.cards {
                @for (reference, subject) in subjects {
                    li {
                        @match subject {
                            Subject::Actor(no) => { (cards::card(visit, *no, &[], cards::Setting { is_top: true, ..cards::Setting::default() })) }
                            Subject::Offer(no) => { (offers::card(visit, *no, None)) }
                            Subject::Event(no) => { (events::card(visit, *no, visit.snapshot.next_date(*no, visit.now), None)) }
                        }
                        p.remove { a href=(address(visit, &list.without(reference))) rel="nofollow" {
                            (icon(Icon::Close)) (visit.say("shortlist-remove")) span.unseen { ": " (subject.title(visit)) }
                        } }
                    }
                }
            }
        }
    }
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
pub(super) fn bar(visit: &Visit<'_>, search: &Search, shown: &[Page]) -> Markup {
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
