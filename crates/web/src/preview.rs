//! The page that an entry would have, shown to editors before the public sees it.

use domain::{ActorId, EntityKind, EventId, OfferId, ProjectId, record::EntityRef};
use http::StatusCode;

use crate::{Answer, Locale, Page, Visit, visit};

/// The page of an entry as [`Visit::snapshot`] has it; `None` for what has no page of its own.
pub fn answer(visit: &Visit<'_>, entity: EntityRef) -> Option<Answer> {
    let page = page_of(visit, entity)?;
    let answer = crate::answer(visit, &page.path(visit.locale), "");
    (answer.status == StatusCode::OK).then_some(answer)
}

fn page_of(visit: &Visit<'_>, entity: EntityRef) -> Option<Page> {
    let snapshot = visit.snapshot;
    match entity.kind {
        EntityKind::Actor => {
            snapshot.actor_no(ActorId::from_uuid(entity.id)).map(|no| visit::profile_page(snapshot, no))
        }
        EntityKind::Offer => snapshot.offer_no(OfferId::from_uuid(entity.id)).map(|no| visit::offer_page(snapshot, no)),
        EntityKind::Event => snapshot.event_no(EventId::from_uuid(entity.id)).map(|no| visit::event_page(snapshot, no)),
        EntityKind::Project => {
            let no = snapshot.project_no(ProjectId::from_uuid(entity.id))?;
            Page::from_path(Locale::of_path(&visit.project(no)).1)
        }
        _ => None,
    }
}
