//! What curation keeps beside the entries: proposals, merges, pairs; and what it looks up.

use std::collections::BTreeMap;

use domain::{
    Actor, CooperationLink, Offer, SynonymTable, Theme,
    rules::Problem,
    vocabulary::{LinkKind, LinkStatus, Role, Visibility},
};
use serde_json::json;
use store::{Merge, Moved, PageRequest, Proposal, ProposalFilter, ProposalStatus, SynonymVersion};

use crate::{fixtures::*, on_both};

fn proposal(comment: &str) -> Proposal {
    Proposal {
        id: id(),
        kind: domain::EntityKind::Actor,
        entity: Some(id()),
        base_version: 3,
        base: BTreeMap::new(),
        archive: false,
        fields: BTreeMap::from([("name".to_owned(), json!("Neu")), ("phone".to_owned(), json!(null))]),
        comment: Some(comment.to_owned()),
        contact: None,
        by: Role::Public,
        account: None,
        created_at: minute(0),
        status: ProposalStatus::Open,
        remarks: Vec::new(),
        review: None,
    }
}

on_both! {
    async fn proposals_are_listed_page_by_page_as_they_stand(database: Database) {
        let store = database.store().await;
        let mut all: Vec<Proposal> = (0..5).map(|at| proposal(&format!("Nummer {at}"))).collect();
        let mut writer = begin(&store, 0).await;
        for proposal in &all {
            writer.save_proposal(proposal).await.unwrap();
        }
        all[1].status = ProposalStatus::Rejected;
        writer.save_proposal(&all[1]).await.unwrap();
        assert_eq!(writer.commit().await.unwrap(), 0, "proposals have no place in the change log");
        assert_eq!(store.proposal(all[1].id).await.unwrap().as_ref(), Some(&all[1]));
        let open = ProposalFilter { status: Some(ProposalStatus::Open), ..ProposalFilter::default() };
        let page = async |filter, page_request: PageRequest<uuid::Uuid>| {
            let page = store.proposals(filter, &page_request).await.unwrap();
            let numbers = page.items.iter().map(|(_, found)| all.iter().position(|one| one == found).unwrap());
            (page.has_previous, numbers.collect::<Vec<_>>(), page.has_next)
        };
        assert_eq!(page(open, PageRequest::first(2)).await, (false, vec![0, 2], true));
        assert_eq!(page(open, PageRequest::first(9).after(Some(all[2].id))).await, (true, vec![3, 4], false));
        let last = PageRequest { from_the_end: true, ..PageRequest::first(2) };
        assert_eq!(page(open, last.clone()).await, (true, vec![3, 4], false));
        assert_eq!(page(open, PageRequest { before: Some(all[3].id), ..last }).await, (false, vec![0, 2], true));
        assert_eq!(store.count_proposals(open).await.unwrap(), 4);
        let about = ProposalFilter { entity: all[1].entity, ..ProposalFilter::default() };
        assert_eq!(page(about, PageRequest::first(9)).await, (false, vec![1], false));
        assert_eq!(store.proposal(id()).await.unwrap(), None);
    }

    async fn erasing_a_person_takes_them_out_of_proposals_and_notes(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        let ada = person(verein.id, "Ada 100%_ig", Visibility::Public);
        let author = store::Author::new(Role::Editor).with_note("Anruf: Ada 100%_ig; Ada 100 bleibt");
        let mut writer = store.begin(author, minute(0)).await.unwrap();
        writer.put(&verein).await.unwrap();
        writer.put(&ada).await.unwrap();
        let told = proposal("Ada 100%_ig sagt das.");
        writer.save_proposal(&told).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(store.proposals_that_mention(ada.id).await.unwrap(), std::slice::from_ref(&told));
        let mut writer = begin(&store, 1).await;
        writer.erase_person(ada.id).await.unwrap().expect("erased");
        writer.commit().await.unwrap();
        let dump = store::testing::Database::dump(&store).await;
        assert!(!dump.contains("Ada 100%_ig") && dump.contains("Ada 100 bleibt"));
        assert_eq!(store.proposal(told.id).await.unwrap().unwrap().comment.as_deref(), Some("… sagt das."));
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn a_slug_goes_to_another_only_where_it_is_said(database: Database) {
        let store = database.store().await;
        let (mut one, mut other) = (actor("eins"), actor("zwei"));
        let mut writer = begin(&store, 0).await;
        writer.put_many(vec![one.clone(), other.clone()]).await.unwrap();
        one = one.next(minute(1), one.data.clone());
        one.data.slug = "weg".parse().unwrap();
        writer.put_with_slugs(&one).await.unwrap();
        other = other.next(minute(1), other.data.clone());
        other.data.former_slugs = [("eins".parse().unwrap())].into_iter().collect();
        writer.put_with_slugs(&other).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(store.find_by_slug::<Actor>("eins").await.unwrap().unwrap().id, other.id);
        assert_eq!(store.find_by_slug::<Actor>("weg").await.unwrap().unwrap().id, one.id);
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn a_writer_finds_what_names_what_and_every_problem_at_once(database: Database) {
        let store = database.store().await;
        let (sprache, mut a, b) = (theme("sprache"), actor("a"), actor("b"));
        a.data.themes = [sprache.id].into_iter().collect();
        let link = link(a.id, b.id, LinkKind::CooperatesWith, LinkStatus::Active);
        let offer = offer(a.id);
        let mut writer = begin(&store, 0).await;
        writer.put(&sprache).await.unwrap();
        writer.put_many(vec![a.clone(), b.clone()]).await.unwrap();
        writer.put(&link).await.unwrap();
        writer.put(&offer).await.unwrap();
        assert_eq!(writer.referrers::<Actor>(sprache.id.uuid()).await.unwrap(), [a.clone()]);
        assert_eq!(writer.referrers::<Theme>(sprache.id.uuid()).await.unwrap(), []);
        assert_eq!(writer.of_actor::<Offer>(a.id).await.unwrap(), [offer]);
        assert_eq!(writer.of_actor::<CooperationLink>(b.id).await.unwrap(), std::slice::from_ref(&link));
        let mut wrong = a.data.clone();
        wrong.slug = "b".parse().unwrap();
        wrong.name = " ".into();
        wrong.themes = [id(), sprache.id, id()].into_iter().collect();
        let problems = writer.problems(a.id, &wrong).await.unwrap();
        let fields: Vec<_> = problems.iter().map(|violation| violation.field.as_str()).collect();
        assert_eq!(fields, ["name", "themes[0]", "themes[2]", "slug"]);
        let mut reversed = link.data.clone();
        (reversed.from, reversed.to) = (link.data.to, link.data.from);
        let problems = writer.problems(id(), &reversed).await.unwrap();
        assert_eq!(problems.0[0].problem, Problem::Taken(link.id.to_string()));
        writer.commit().await.unwrap();
        assert_eq!(store.version::<Actor>(a.id, 1).await.unwrap(), Some(a.clone()));
        assert_eq!(store.version::<Actor>(a.id, 2).await.unwrap(), None);
    }

    async fn merges_and_pairs_read_back(database: Database) {
        let store = database.store().await;
        let (a, b) = (actor("a"), actor("b"));
        let mut merge = Merge {
            id: id(),
            survivor: a.id,
            loser: b.id,
            at: minute(0),
            by: Role::Editor,
            account: None,
            undone_at: None,
            moved: vec![Moved { kind: "actor".to_owned(), id: b.id.uuid(), before: 1, after: 2 }],
            proposals: Vec::new(),
            members: Vec::new(),
        };
        let mut writer = begin(&store, 0).await;
        writer.put_many(vec![a.clone(), b.clone()]).await.unwrap();
        writer.save_merge(&merge).await.unwrap();
        merge.undone_at = Some(minute(1));
        writer.save_merge(&merge).await.unwrap();
        writer.keep_apart(b.id, a.id).await.unwrap();
        writer.keep_apart(a.id, b.id).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(store.merge(merge.id).await.unwrap(), Some(merge.clone()));
        assert_eq!(store.merges_of(&[b.id]).await.unwrap(), [merge]);
        assert_eq!(store.distinct_pairs().await.unwrap().into_iter().collect::<Vec<_>>(), [(a.id, b.id)]);
    }
}

on_both! {
    async fn synonyms_keep_every_version_and_the_newest_of_each_entry_counts(database: Database) {
        let store = database.store().await;
        assert_eq!(store.synonyms().await.unwrap(), (0, Vec::new()));
        let first = synonyms(1, &["Salon"]);
        let other = SynonymVersion { table: SynonymTable::Features, key: "toilet".to_owned(), ..synonyms(1, &["Klo"]) };
        let second = synonyms(2, &[]);
        let mut writer = begin(&store, 0).await;
        for synonym in [&first, &other, &second] {
            writer.put_synonym(synonym).await.unwrap();
        }
        assert_eq!(writer.commit().await.unwrap(), 0, "synonyms have no place in the change log");
        assert_eq!(store.newest_synonym_number().await.unwrap(), 3);
        assert_eq!(store.synonyms().await.unwrap(), (3, vec![other, second.clone()]));
        assert_eq!(store.synonym_versions(SynonymTable::Kinds, "women").await.unwrap(), [second, first.clone()]);
        let mut writer = begin(&store, 1).await;
        assert!(writer.put_synonym(&first).await.is_err(), "there is such a version already");
        drop(writer);
        assert_eq!(store.newest_synonym_number().await.unwrap(), 3);
    }
}
