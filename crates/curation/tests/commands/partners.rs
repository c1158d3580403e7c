//! Whom staff do not want suggested as a partner.

use std::collections::BTreeSet;

use curation::{Patch, commands::ProposeLink};
use domain::ActorId;

use crate::{fixtures::*, on_both};

on_both! {
    async fn a_suggestion_is_ruled_out_for_a_year_or_by_a_proposal(world: World) {
        let (a, b, c) = (world.actor("A").await, world.actor("B").await, world.actor("C").await);
        let ruled_out = async |actor| world.curation.ruled_out_partners(&reader(), actor).await.expect("done");
        let fields = Patch::new().with("from", "a").with("to", "c").with("kind", "cooperates_with");
        world.curation.propose_link(&staff(), ProposeLink { fields, note: None }).await.expect("done");
        world.curation.dismiss_partner(&editor(), (b.id, a.id), true).await.expect("done");
        assert_eq!(ruled_out(a.id).await, BTreeSet::from([b.id, c.id]));
        assert_eq!(ruled_out(b.id).await, BTreeSet::from([a.id]), "it is true of both");
        world.curation.dismiss_partner(&editor(), (a.id, b.id), false).await.expect("done");
        assert_eq!(ruled_out(b.id).await, BTreeSet::new());
        world.curation.dismiss_partner(&editor(), (a.id, b.id), true).await.expect("done");
        world.wait(364);
        assert_eq!(ruled_out(b.id).await, BTreeSet::from([a.id]));
        world.wait(3);
        assert_eq!(ruled_out(b.id).await, BTreeSet::<ActorId>::new());
        assert_eq!(codes(world.curation.dismiss_partner(&editor(), (a.id, a.id), true).await), ["partner NOT_FOUND"]);
    }
}
