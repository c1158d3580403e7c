//! Districts and themes: where they stand, what becomes of retired ones.

use curation::{
    Patch,
    commands::{Edit, RestoreVersion, RetireDistrict, RetireTheme, VersionedRef},
};
use domain::{District, Theme, record::EntityRef};
use serde_json::json;

use crate::{fixtures::*, on_both};

on_both! {
    async fn a_theme_without_a_position_comes_last(world: World) {
        let positions = [world.theme("Zuerst", None).await, world.theme("Dann", None).await].map(|theme| theme.data.position);
        let label = |label: &str| Patch::new().with("label", json!({ "de": label })).with("fieldsOfAction", ["engagement"]);
        let far = world.curation.create_branch::<Theme>(&editor(), create(label("Hinten").with("position", 40))).await.unwrap().value;
        let last = world.theme("Zuletzt", Some("zuerst")).await;
        assert_eq!((positions, far.data.position, last.data.position), ([0, 1], 40, 41));
    }

    async fn themes_have_two_levels(world: World) {
        let root = world.theme("Sprache", None).await;
        let leaf = world.theme("Deutsch", Some("sprache")).await;
        assert_eq!(leaf.data.slug.as_str(), "sprache.deutsch");
        let below = create(Patch::new().with("label", json!({ "de": "Kurs" })).with("fieldsOfAction", json!(["opening"])).with("parent", leaf.id));
        assert_eq!(codes(world.curation.create_branch::<Theme>(&editor(), below).await), ["parent UNREADABLE"]);
        let other = world.theme("Bildung", None).await;
        let under = |id, parent: &str| Edit { id, expected_version: 1, fields: Patch::new().with("parent", parent), note: None };
        assert_eq!(codes(world.curation.edit::<Theme>(&staff(), under(root.id, "bildung")).await), ["parent UNREADABLE"]);
        let moved = world.curation.edit::<Theme>(&staff(), under(leaf.id, "bildung")).await.unwrap().value;
        assert_eq!(moved.data.parent, Some(other.id));
        let member = trusted_member_of(world.actor("Verein").await.id);
        assert_eq!(codes(world.curation.edit::<Theme>(&member, under(leaf.id, "sprache")).await), ["- FORBIDDEN"]);
    }

    async fn a_district_lies_in_one_of_a_higher_level(world: World) {
        let make = |name: &'static str, level: &'static str, parent: Option<&'static str>| {
            let fields = Patch::new().with("name", json!({ "de": name })).with("level", level).with("parent", parent);
            let curation = world.curation.clone();
            async move { curation.create_branch::<District>(&editor(), create(fields)).await }
        };
        make("Herne", "city", None).await.unwrap();
        let wanne = make("Wanne", "borough", Some("herne")).await.unwrap().value;
        make("Röhlinghausen", "quarter", Some("wanne")).await.unwrap();
        assert_eq!(codes(make("Eickel", "borough", Some("wanne")).await), ["parent UNREADABLE"]);
        assert_eq!(codes(make("Irgendwo", "planet", Some("nirgends")).await), ["parent UNKNOWN", "level UNREADABLE"]);
        let lower = Edit { id: wanne.id, expected_version: 1, fields: Patch::new().with("level", "quarter"), note: None };
        assert_eq!(codes(world.curation.edit::<District>(&staff(), lower).await), ["level UNREADABLE"]);
        let renamed = Edit { id: wanne.id, expected_version: 1, fields: Patch::new().with("slug", "wanne-eickel"), note: None };
        let renamed = world.curation.edit::<District>(&staff(), renamed).await.unwrap().value;
        assert_eq!(world.store.find_by_slug::<District>("wanne").await.unwrap().unwrap().id, renamed.id);
    }

    async fn what_named_a_retired_district_names_its_replacement(world: World) {
        let make = |name: &'static str, level: &'static str, parent: Option<&'static str>| {
            let fields = Patch::new().with("name", json!({ "de": name })).with("level", level).with("parent", parent);
            let curation = world.curation.clone();
            async move { curation.create_branch::<District>(&editor(), create(fields)).await.expect("a district").value }
        };
        make("Herne", "city", None).await;
        let (wanne, eickel) = (make("Wanne", "borough", Some("herne")).await, make("Eickel", "borough", Some("herne")).await);
        let quarter = make("Nord", "quarter", Some("wanne")).await;
        let fields = Patch::new().with("basedIn", "wanne").with("activeIn", json!(["wanne", "eickel", "nord"]));
        let actor = world.actor_with("Verein", fields).await;
        let retire = |district, replacement| RetireDistrict { district, expected_version: 1, replacement, note: None };
        let below = refusal(world.curation.retire_district(&admin(), retire(wanne.id, quarter.id)).await);
        assert_eq!(below.user_errors()[0].field.as_deref(), Some("replacement"));
        let retired = world.curation.retire_district(&admin(), retire(wanne.id, eickel.id)).await.unwrap().value;
        assert_eq!(retired.data.replaced_by, Some(eickel.id));
        let actor = world.get_actor(actor.id).await;
        assert_eq!((actor.data.based_in, actor.data.active_in.to_vec()), (Some(eickel.id), vec![eickel.id, quarter.id]));
        assert_eq!(world.store.get::<District>(quarter.id).await.unwrap().unwrap().data.parent, Some(eickel.id));
        assert_eq!(world.store.find_by_slug::<District>("wanne").await.unwrap().unwrap().id, eickel.id);
        assert!(!world.seen().await.contains("Wanne"), "a retired district is no longer public");
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn what_named_a_retired_theme_names_its_replacement(world: World) {
        let (old, new) = (world.theme("Alt", None).await, world.theme("Neu", None).await);
        let child = world.theme("Kind", Some("alt")).await;
        let both = world.actor_with("Beide", Patch::new().with("themes", json!(["alt", "neu"]))).await;
        let one = world.actor_with("Eines", Patch::new().with("themes", json!(["alt"]))).await;
        let retire = RetireTheme { theme: old.id, expected_version: 1, replacement: new.id, note: None };
        let retired = world.curation.retire_theme(&admin(), retire.clone()).await.unwrap().value;
        assert_eq!(retired.data.replaced_by, Some(new.id));
        assert_eq!(world.get_actor(both.id).await.data.themes.to_vec(), [new.id]);
        assert_eq!(world.get_actor(one.id).await.data.themes.to_vec(), [new.id]);
        assert_eq!(world.store.get::<Theme>(child.id).await.unwrap().unwrap().data.parent, Some(new.id));
        assert_eq!(codes(world.curation.retire_theme(&admin(), RetireTheme { expected_version: 2, ..retire }).await), ["- ALREADY_RETIRED"]);
        let late = world.actor_with("Spät", Patch::new().with("themes", json!(["alt"]))).await;
        assert_eq!(late.data.themes.to_vec(), [new.id], "who still says the old one means the new one");
        let back = RetireTheme { theme: new.id, expected_version: 1, replacement: old.id, note: None };
        assert_eq!(codes(world.curation.retire_theme(&admin(), back).await), ["replacement UNKNOWN"]);
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn a_retired_theme_comes_back_with_what_named_it(world: World) {
        let (old, new) = (world.theme("Alt", None).await, world.theme("Neu", None).await);
        let child = world.theme("Kind", Some("alt")).await;
        let both = world.actor_with("Beide", Patch::new().with("themes", json!(["alt", "neu"]))).await;
        let one = world.actor_with("Eines", Patch::new().with("themes", json!(["alt"]))).await;
        let changed = world.actor_with("Anders", Patch::new().with("themes", json!(["alt"]))).await;
        let seen = |version| VersionedRef { id: old.id, expected_version: version, note: None };
        assert_eq!(codes(world.curation.reinstate_theme(&admin(), seen(1)).await), ["- NOT_RETIRED"]);
        let retire = RetireTheme { theme: old.id, expected_version: 1, replacement: new.id, note: None };
        world.curation.retire_theme(&admin(), retire).await.unwrap();
        let themes = Patch::new().with("themes", json!([new.id, child.id]));
        let edit = Edit { id: changed.id, expected_version: 2, fields: themes, note: None };
        world.curation.edit::<domain::Actor>(&staff(), edit).await.unwrap();
        let restore = RestoreVersion { entity: EntityRef::of::<Theme>(old.id), version: 1, fields: None, expected_version: 2, replace_retired: false, note: None };
        assert_eq!(codes(world.curation.restore_version(&editor(), restore).await), ["- NOTHING_TO_RESTORE"]);
        let theme = world.curation.reinstate_theme(&admin(), seen(2)).await.unwrap().value;
        assert_eq!((theme.version, theme.data.replaced_by), (3, None));
        assert_eq!(world.get_actor(both.id).await.data.themes.to_vec(), both.data.themes.to_vec());
        assert_eq!(world.get_actor(one.id).await.data.themes.to_vec(), [old.id]);
        assert_eq!(world.get_actor(changed.id).await.data.themes.to_vec(), [new.id, child.id], "others changed that since");
        assert_eq!(world.store.get::<Theme>(child.id).await.unwrap().unwrap().data.parent, Some(old.id));
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn a_retired_district_comes_back_and_an_old_version_tells_that_it_is_gone(world: World) {
        let make = |name: &'static str, level: &'static str, parent: Option<&'static str>| {
            let fields = Patch::new().with("name", json!({ "de": name })).with("level", level).with("parent", parent);
            let curation = world.curation.clone();
            async move { curation.create_branch::<District>(&editor(), create(fields)).await.expect("a district").value }
        };
        make("Herne", "city", None).await;
        let (wanne, eickel) = (make("Wanne", "borough", Some("herne")).await, make("Eickel", "borough", Some("herne")).await);
        let actor = world.actor_with("Verein", Patch::new().with("basedIn", "wanne")).await;
        let retire = RetireDistrict { district: wanne.id, expected_version: 1, replacement: eickel.id, note: None };
        world.curation.retire_district(&admin(), retire).await.unwrap();
        let moved = Edit { id: actor.id, expected_version: 2, fields: Patch::new().with("basedIn", "herne"), note: None };
        world.curation.edit::<domain::Actor>(&staff(), moved).await.unwrap();
        let restore = RestoreVersion { entity: EntityRef::of::<domain::Actor>(actor.id), version: 1, fields: None, expected_version: 3, replace_retired: false, note: None };
        assert_eq!(codes(world.curation.restore_version(&editor(), restore.clone()).await), ["basedIn RETIRED"]);
        world.curation.restore_version(&editor(), RestoreVersion { replace_retired: true, ..restore.clone() }).await.unwrap();
        assert_eq!(world.get_actor(actor.id).await.data.based_in, Some(eickel.id));
        let named = Edit { id: actor.id, expected_version: 4, fields: Patch::new().with("basedIn", wanne.id), note: None };
        world.curation.edit::<domain::Actor>(&staff(), named).await.unwrap();
        assert_eq!(world.get_actor(actor.id).await.data.based_in, Some(eickel.id), "by its id as by its slug");
        let seen = VersionedRef { id: wanne.id, expected_version: 2, note: None };
        let back = world.curation.reinstate_district(&admin(), seen).await.unwrap().value;
        assert_eq!((back.data.slug.as_str(), back.data.replaced_by), ("wanne", None));
        assert_eq!(world.store.find_by_slug::<District>("wanne").await.unwrap().unwrap().id, wanne.id);
        assert!(world.seen().await.contains("Wanne"), "public again");
        assert_eq!(world.get_actor(actor.id).await.data.based_in, Some(wanne.id), "it says what the retirement wrote");
        assert_eq!(world.store.check().await.unwrap(), []);
    }
}
