//! An actor, offer or event, whichever of them a page is about.

use directory::{ActorNo, EventNo, OfferNo, Snapshot};
use domain::page_slug::id_of_page_slug;

use crate::{
    Page, Visit,
    parts::{localised, quick_exit},
    visit::{event_page, offer_page, profile_page},
};

/// What a sheet, or an entry of a shortlist, is about.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) enum Subject {
    Actor(ActorNo),
    Offer(OfferNo),
    Event(EventNo),
}

impl Subject {
    /// What a page is about.
    pub(super) fn of_page(snapshot: &Snapshot, page: &Page) -> Option<Self> {
        match page {
            Page::Profile(_, slug) => snapshot.actor_by_slug(slug).map(Self::Actor),
            Page::Offer(slug) => snapshot.offer_no(id_of_page_slug(slug)?.into()).map(Self::Offer),
            Page::Event(slug) => snapshot.event_no(id_of_page_slug(slug)?.into()).map(Self::Event),
            _ => None,
        }
    }

    /// What a shortlist refers to.
    pub(in crate::pages) fn of_reference(snapshot: &Snapshot, reference: &str) -> Option<Self> {
        match reference.split_once('/') {
            None => snapshot.actor_by_slug(reference).map(Self::Actor),
            Some(("offer", slug)) => Self::of_page(snapshot, &Page::Offer(slug.to_owned())),
            Some(("event", slug)) => Self::of_page(snapshot, &Page::Event(slug.to_owned())),
            Some(_) => None,
        }
    }

    /// Its page.
    pub(super) fn page(self, snapshot: &Snapshot) -> Page {
        match self {
            Self::Actor(no) => profile_page(snapshot, no),
            Self::Offer(no) => offer_page(snapshot, no),
            Self::Event(no) => event_page(snapshot, no),
        }
    }

    /// What it is called.
    pub(super) fn title(self, visit: &Visit<'_>) -> String {
        match self {
            Self::Actor(no) => visit.snapshot.actor(no).data().name.clone(),
            Self::Offer(no) => localised::plain(visit, &visit.snapshot.offer(no).data().title),
            Self::Event(no) => localised::plain(visit, &visit.snapshot.event(no).data().title),
        }
    }

    /// Whether whoever reads of it may have to leave at once.
    pub(in crate::pages) fn is_protected(self, visit: &Visit<'_>) -> bool {
        match self {
            Self::Actor(no) => quick_exit::protects_actor(visit, no),
            Self::Offer(no) => quick_exit::protects_offer(visit, no),
            Self::Event(no) => quick_exit::protects_event(visit, no),
        }
    }
}
