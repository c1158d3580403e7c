//! Erased values leave the files, as soon as nobody reads what was there before.

use domain::{
    Actor, PersonField, SynonymTable,
    vocabulary::{FieldOfAction, Visibility},
};
use futures_util::TryStreamExt;
use store::{
    ErasedValue, MailPurpose, MailState, Measure, MentionSubject, OutboxMail, Scrub, accounts::NewToken,
    testing::Database as Tables,
};

use crate::{accounts::account, fixtures::*, on_both};

/// The columns that are looked through for a person who is erased.
const LOOKED_THROUGH: &[&str] = &[
    "account.email",
    "account.name",
    "account_event.detail",
    "actor.body",
    "api_token.name",
    "change.note",
    "contact_person.body",
    "cooperation_link.body",
    "district.body",
    "event.body",
    "invitation.email",
    "invitation.name",
    "measure.kind",
    "offer.body",
    "outbox.address",
    "project.body",
    "proposal.body",
    "revision.body",
    "site_texts.body",
    "synonym.body",
    "theme.body",
];
/// The columns that hold nothing about a person beyond what another column says, each with its reason.
const NOT_LOOKED_THROUGH: &[(&str, &str)] = &[
    ("account.email_key", "the same as account.email"),
    ("account.password", "a hash"),
    ("actor.slug", "part of the body"),
    ("actor_key.key", "made of the entry's own name and address"),
    ("actor_merge.body", "ids and names of fields"),
    ("actor_slug.slug", "slugs of today and before, told by the history of the entry"),
    ("address_point.city", "a list of houses"),
    ("address_point.number", "a list of houses"),
    ("address_point.postcode", "a list of houses"),
    ("address_point.street", "a list of houses"),
    ("cooperation_link.open_pair", "ids"),
    ("district.slug", "part of the body"),
    ("district_slug.slug", "part of the body"),
    ("openid_subject.issuer", "the address of a provider"),
    ("openid_subject.subject", "a pseudonym that the provider gives an account"),
    ("seaql_migrations.version", "names of migrations"),
    ("session.device", "the name of a browser"),
    ("site_logo.content", "pictures of institutions"),
    ("theme.slug", "part of the body"),
    ("theme_slug.slug", "part of the body"),
    ("website_check.leads_to", "where a public address leads"),
    ("website_check.url", "a field of the entry, forgotten with it"),
];

on_both! {
    async fn every_column_of_text_is_looked_through_or_has_a_reason(database: Database) {
        let store = database.store().await;
        let mut known: Vec<_> = LOOKED_THROUGH.to_vec();
        known.extend(NOT_LOOKED_THROUGH.iter().map(|(column, _)| *column));
        known.sort_unstable();
        let mut found = Tables::text_columns(&store).await;
        found.sort_unstable();
        assert_eq!(found, known, "a new column of text: look through it in mentions.rs, or say here why not");
    }

    async fn a_token_that_names_a_person_is_told_and_a_mail_that_waits_for_them_is_dropped(database: Database) {
        let store = database.store().await;
        let house = actor("haus");
        put(&store, &house).await.unwrap();
        let mut ada = person(house.id, "Ada Quast", Visibility::Internal);
        ada.data.email =
            ada.data.name.clone().map(|name| PersonField { value: "ada@verein.example".parse().unwrap(), visibility: name.visibility, consent: name.consent });
        put(&store, &ada).await.unwrap();
        let holder = account("post@haus.example");
        let account = holder.id;
        let mut accounts = store.begin_accounts().await.unwrap();
        accounts.add(&holder).await.unwrap();
        let (created_at, expires_at) = (minute(0), minute(10_000));
        let name = "Rechner von Ada Quast";
        accounts.add_token(&NewToken { hash: "a-token", account, name, may_write: false, created_at, expires_at }).await.unwrap();
        accounts.commit().await.unwrap();
        let waiting = |address: &str| OutboxMail {
            address: Some(address.parse().unwrap()),
            ..OutboxMail::new(id(), MailPurpose::ProposalReceipt, id(), id(), minute(0))
        };
        let (theirs, other) = (waiting("ADA@verein.example"), waiting("post@verein.example"));
        let mut writer = begin(&store, 1).await;
        writer.queue_mail(&theirs).await.unwrap();
        writer.queue_mail(&other).await.unwrap();
        let measure = Measure {
            id: id(),
            version: 1,
            day: day(),
            kind: "Vortrag von Ada Quast".to_owned(),
            field: FieldOfAction::Engagement,
            district: None,
            partners: vec![house.id],
            people: Some(12),
            created_at: minute(0),
            updated_at: minute(0),
        };
        writer.put_measure(&measure).await.unwrap();
        writer.put_site_texts(&site_texts(1, "Früher: Ada Quast")).await.unwrap();
        writer.put_site_texts(&site_texts(2, "Heute: Ada Quast")).await.unwrap();
        writer.put_synonym(&synonyms(1, &["Treff bei Ada Quast", "Müttertreff"])).await.unwrap();
        writer.put_synonym(&synonyms(2, &["Salon Ada Quast"])).await.unwrap();
        let erasure = writer.erase_person(ada.id).await.unwrap().unwrap();
        writer.commit().await.unwrap();
        let told: Vec<_> = erasure.mentions.iter().map(|mention| (mention.subject, mention.field.as_str(), mention.is_blanked)).collect();
        let expected =
            [
                (MentionSubject::Account(account), "token", false),
                (MentionSubject::SiteTexts(2), "imprint.de", false),
                (MentionSubject::Synonyms(2), "kinds.women", false),
                (MentionSubject::Measure(measure.id), "kind", true),
                (MentionSubject::SiteTexts(1), "imprint.de", true),
                (MentionSubject::Synonyms(1), "kinds.women", true),
            ];
        assert_eq!(told, expected);
        let versions = store.site_texts_versions().await.unwrap();
        let said: Vec<_> = versions.iter().map(|version| version.texts.imprint.get("de").unwrap()).collect();
        assert_eq!(said, ["Heute: Ada Quast", "Früher: …"]);
        let versions = store.synonym_versions(SynonymTable::Kinds, "women").await.unwrap();
        let said: Vec<_> = versions.into_iter().map(|version| version.words).collect();
        assert_eq!(said, [["Salon Ada Quast"], ["Müttertreff"]]);
        assert_eq!(store.measure(measure.id).await.unwrap().unwrap().kind, "Vortrag von …");
        let left = store.outbox_mail(theirs.id).await.unwrap().unwrap();
        assert_eq!((left.state, left.address), (MailState::Dropped, None));
        assert_eq!(store.outbox_mail(other.id).await.unwrap().unwrap().address, other.address);
    }

    async fn erased_values_leave_the_files_once_nobody_reads_them_any_more(database: Database) {
        let store = database.store().await;
        assert!(!store.needs_scrub().await.unwrap(), "a new database has nothing to hide");
        for number in 0..600 {
            put(&store, &actor(&format!("verein-{number}"))).await.unwrap();
        }
        let house = actor("haus");
        put(&store, &house).await.unwrap();
        let ada = person(house.id, "Ada Quast", Visibility::Public);
        put(&store, &ada).await.unwrap();
        let names = || vec![ErasedValue::read("QUAST, Ada").unwrap(), ErasedValue::read("Verein haus").unwrap()];
        let found = store.search_raw(names()).await.unwrap();
        assert!(found.remnants.iter().any(|remnant| remnant.value == 0), "{found:?}");
        // A reader that has seen the first page keeps its state of the database open.
        let mut reading = store.all::<Actor>().await.unwrap();
        reading.try_next().await.unwrap();
        let mut writer = begin(&store, 1).await;
        writer.erase_person(ada.id).await.unwrap();
        writer.commit().await.unwrap();
        assert!(store.needs_scrub().await.unwrap());
        while reading.try_next().await.unwrap().is_some() {}
        drop(reading);
        while store.scrub().await.unwrap() == Scrub::Waiting {}
        assert!(!store.needs_scrub().await.unwrap());
        assert_eq!(store.scrub().await.unwrap(), Scrub::Clean, "there is nothing more to do");
        let found = store.search_raw(names()).await.unwrap();
        assert!(!found.remnants.is_empty() && found.remnants.iter().all(|remnant| remnant.value == 1), "{found:?}");
        assert_eq!(store.check().await.unwrap(), []);
        put(&store, &actor("danach")).await.unwrap();
    }
}
