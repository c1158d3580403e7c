//! The life of a cooperation link.

use curation::{
    Patch,
    commands::{ConfirmLink, Edit, LinkStatusChange, ProposeLink, Side},
};
use domain::{CooperationLink, LinkId, vocabulary::LinkStatus};

use crate::{fixtures::*, on_both};

fn confirm(link: LinkId, expected_version: u32, side: Side) -> ConfirmLink {
    ConfirmLink::new(link, expected_version, side)
}

on_both! {
    async fn a_link_is_confirmed_by_both_sides_rests_and_ends(world: World) {
        let (a, b) = (world.actor("A").await, world.actor("B").await);
        let fields = Patch::new().with("from", "a").with("to", "b").with("kind", "cooperates_with");
        let link = world.curation.propose_link(&member_of(a.id), ProposeLink { fields, note: None }).await.unwrap().value;
        assert_eq!(link.data.status, LinkStatus::Proposed);
        assert_eq!(codes(world.curation.confirm_link(&member_of(a.id), confirm(link.id, 1, Side::To)).await), ["- FORBIDDEN"]);
        let half = world.curation.confirm_link(&member_of(a.id), confirm(link.id, 1, Side::From)).await.unwrap().value;
        assert_eq!(half.data.status, LinkStatus::ConfirmedByOneSide);
        assert_eq!(codes(world.curation.confirm_link(&member_of(a.id), confirm(link.id, 2, Side::From)).await), ["- ALREADY_CONFIRMED"]);
        assert_eq!(codes(world.curation.confirm_link(&staff(), confirm(link.id, 1, Side::To)).await), ["expectedVersion CONFLICT"]);
        assert!(!world.seen().await.contains("CooperatesWith"));
        world.wait(1);
        let whole = world.curation.confirm_link(&member_of(b.id), confirm(link.id, 2, Side::To)).await.unwrap().value;
        assert_eq!(whole.data.status, LinkStatus::Active);
        assert!(whole.data.confirmations.to > whole.data.confirmations.from);
        assert!(world.seen().await.contains("CooperatesWith"));
        assert_eq!(codes(world.curation.reject_link(&staff(), LinkStatusChange::new(link.id, 3)).await), ["- LINK_STATUS"]);
        world.curation.make_link_dormant(&member_of(b.id), LinkStatusChange::new(link.id, 3)).await.unwrap();
        assert_eq!(codes(world.curation.make_link_dormant(&staff(), LinkStatusChange::new(link.id, 4)).await), ["- LINK_STATUS"]);
        let ended = world.curation.end_link(&member_of(a.id), LinkStatusChange::new(link.id, 4)).await.unwrap().value;
        assert_eq!((ended.data.status, ended.data.until), (LinkStatus::Ended, Some(world.curation.today())));
        assert_eq!(codes(world.curation.end_link(&staff(), LinkStatusChange::new(link.id, 5)).await), ["- LINK_STATUS"]);
        assert_eq!(codes(world.curation.confirm_link(&staff(), confirm(link.id, 5, Side::To)).await), ["- LINK_STATUS"]);
    }

    async fn what_cannot_be_a_link_is_refused(world: World) {
        let (a, b, c) = (world.actor("A").await, world.actor("B").await, world.actor("C").await);
        let link = world.link(a.id, b.id, "cooperates_with").await;
        let propose = |by: curation::Member, from: &'static str, to: &'static str| {
            let fields = Patch::new().with("from", from).with("to", to).with("kind", "cooperates_with").with("internalNote", "x");
            let curation = world.curation.clone();
            async move { curation.propose_link(&by, ProposeLink { fields, note: None }).await }
        };
        assert_eq!(codes(propose(staff(), "a", "a").await), ["to SELF_LINK"]);
        assert_eq!(codes(propose(staff(), "b", "a").await), ["to TAKEN"], "a symmetric pair has no order");
        assert_eq!(codes(propose(member_of(c.id), "a", "c").await), ["- FORBIDDEN"], "no notes for staff");
        assert_eq!(codes(propose(member_of(a.id), "b", "c").await), ["- FORBIDDEN"]);
        let edit = Edit { id: link.id, expected_version: 1, fields: Patch::new().with("to", "c"), note: None };
        assert_eq!(codes(world.curation.edit::<CooperationLink>(&staff(), edit).await), ["to UNREADABLE"]);
        let edit = Edit { id: link.id, expected_version: 1, fields: Patch::new().with("publicNote", "Neu"), note: None };
        assert_eq!(codes(world.curation.edit::<CooperationLink>(&trusted_member_of(a.id), edit.clone()).await), ["- FORBIDDEN"]);
        world.curation.edit::<CooperationLink>(&staff(), edit).await.unwrap();
        let rejected = world.curation.reject_link(&member_of(b.id), LinkStatusChange::new(link.id, 2)).await.unwrap().value;
        assert_eq!(rejected.data.status, LinkStatus::Rejected);
        world.link(b.id, a.id, "cooperates_with").await;
    }
}
