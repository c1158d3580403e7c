//! All that a snapshot holds, as text, without a number in it: equal snapshots have equal dumps.

use crate::{ActorNo, Snapshot, question::ActorFilter};

/// Every entry with everything that is derived of it, in an order that only the facts decide.
///
/// # Panics
/// Never: an empty filter can always be asked.
pub fn dump(snapshot: &Snapshot) -> Vec<String> {
    let mut lines = vec![format!("{:?}", snapshot.counts())];
    for no in snapshot.themes() {
        let theme = snapshot.theme(no);
        let lineage: Vec<_> = theme.lineage().iter().map(|no| snapshot.theme(*no).data().slug.as_str()).collect();
        lines.push(format!("theme {lineage:?} {:?}", theme.record()));
    }
    for no in snapshot.districts() {
        let district = snapshot.district(no);
        let lineage: Vec<_> = district.lineage().iter().map(|no| snapshot.district(*no).data().slug.as_str()).collect();
        lines.push(format!("district {lineage:?} {}", district.record().version));
    }
    let actors = snapshot.matching_actors_by_name(None, &ActorFilter::default()).expect("an empty filter can be asked");
    lines.extend(actors.into_iter().map(|no| actor(snapshot, no)));
    let mut rest: Vec<String> = Vec::new();
    rest.extend(snapshot.all_events().map(|no| {
        let hosts: Vec<_> = snapshot.hosts_of(no).map(|host| snapshot.actor(host).record().id).collect();
        format!("event {:?} {hosts:?} {:?}", snapshot.event(no).record(), snapshot.place_of_event(no))
    }));
    rest.extend(snapshot.all_projects().map(|no| {
        let actors: Vec<_> = snapshot.participants_of(no).map(|actor| snapshot.actor(actor).record().id).collect();
        format!("project {:?} {actors:?}", snapshot.project(no).record())
    }));
    rest.extend(snapshot.all_links().map(|no| format!("link {:?}", snapshot.link(no).record())));
    rest.sort();
    lines.append(&mut rest);
    lines.extend(snapshot.changes(None, usize::MAX).into_iter().map(|entry| format!("{entry:?}")));
    lines
}

fn actor(snapshot: &Snapshot, no: ActorNo) -> String {
    let entry = snapshot.actor(no);
    let themes: Vec<_> = entry.themes().iter().map(|no| snapshot.theme(*no).data().slug.as_str()).collect();
    let district = |no: &crate::DistrictNo| snapshot.district(*no).data().slug.to_string();
    let (based, active) = (entry.based_in().as_ref().map(district), entry.active_in().iter().map(district));
    let offers: Vec<_> =
        snapshot.offers_of(no).map(|no| (snapshot.offer(no).record(), snapshot.place_of_offer(no))).collect();
    let events: Vec<_> = snapshot.events_of(no).map(|no| snapshot.event(no).record().id).collect();
    let projects: Vec<_> = snapshot.projects_of(no).map(|no| snapshot.project(no).record().id).collect();
    let links: Vec<_> = snapshot.links_of(no).map(|no| snapshot.link(no).record().id).collect();
    let contacts: Vec<_> = snapshot.contacts_of(no).collect();
    let slugs = std::iter::once(&entry.data().slug).chain(&entry.data().former_slugs);
    let slugs: Vec<_> =
        slugs.map(|slug| (slug, snapshot.actor_by_slug(slug.as_str()).map(|no| id(snapshot, no)))).collect();
    format!(
        "actor {:?} {themes:?} {based:?} {:?} {offers:?} {events:?} {projects:?} {links:?} {contacts:?} {slugs:?}",
        entry.record(),
        active.collect::<Vec<_>>()
    )
}

fn id(snapshot: &Snapshot, no: ActorNo) -> domain::ActorId {
    snapshot.actor(no).record().id
}
