//! What somebody chose to keep, as the address of the page holds it: to print, to share, to go on with.

use http::StatusCode;
use maud::{Markup, html};

use super::subject::Subject;
use crate::{
    Answer, Page, Visit,
    filters::{Search, Shortlist},
    parts::{
        actions::{print_button, share_link},
        activity_cards::{event_card, offer_card},
        cards,
        icons::{Icon, icon},
        layout::{Head, document},
        shortlist::address,
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
                            Subject::Offer(no) => { (offer_card(visit, *no, None)) }
                            Subject::Event(no) => { (event_card(visit, *no, visit.snapshot.next_date(*no, visit.now), None)) }
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
