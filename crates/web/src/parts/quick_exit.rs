//! Leaving at once: who looks for protection may have to hide that they do.

use directory::{ActorNo, EventNo, OfferNo, ProjectNo, ThemeNo};
use maud::{Markup, html};

use super::icons::{Icon, icon};
use crate::Visit;

/// Whether one of the themes, or one above it, is about protection.
pub(crate) fn is_about_protection(visit: &Visit<'_>, themes: &[ThemeNo]) -> bool {
    let protected: Vec<ThemeNo> =
        visit.site.quick_exit.themes.iter().filter_map(|slug| visit.snapshot.theme_by_slug(slug)).collect();
    let is_protected = |no: &ThemeNo| visit.snapshot.theme(*no).lineage().iter().any(|no| protected.contains(no));
    themes.iter().any(is_protected)
}

/// The same of an actor.
pub(crate) fn protects_actor(visit: &Visit<'_>, no: ActorNo) -> bool {
    is_about_protection(visit, visit.snapshot.actor(no).themes())
}

/// The same of an offer, or of whoever gives it.
pub(crate) fn protects_offer(visit: &Visit<'_>, no: OfferNo) -> bool {
    let offer = visit.snapshot.offer(no);
    is_about_protection(visit, &visit.snapshot.listed_themes(&offer.data().themes))
        || protects_actor(visit, offer.actor())
}

/// The same of an event, or of one of its hosts.
pub(crate) fn protects_event(visit: &Visit<'_>, no: EventNo) -> bool {
    is_about_protection(visit, &visit.snapshot.listed_themes(&visit.snapshot.event(no).data().themes))
        || visit.snapshot.hosts_of(no).any(|host| protects_actor(visit, host))
}

/// The same of a project, or of somebody who takes part.
pub(crate) fn protects_project(visit: &Visit<'_>, no: ProjectNo) -> bool {
    is_about_protection(visit, &visit.snapshot.listed_themes(&visit.snapshot.project(no).data().themes))
        || visit.snapshot.participants_of(no).any(|actor| protects_actor(visit, actor))
}

/// The way out, also out of a frame. Scripts put the other page in the place of this one, so that the button that leads
/// back does not lead here.
pub(crate) fn link(visit: &Visit<'_>) -> Markup {
    html! {
        a.exit href=(visit.site.quick_exit.address) target="_top" rel="noreferrer nofollow external" data-exit {
            (icon(Icon::Leave)) (visit.say("quick-exit"))
        }
    }
}
