//! What mentions a person, or a value that was purged, elsewhere than in the own entry: other entries and their earlier
//! versions, proposals, notes in the change log, accounts and their tokens, invitations, mails that wait, measures, the
//! texts of the site.
//!
//! Merges and reminders hold no values, so nobody is mentioned in them.

mod bodies;
mod proposals;

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    AccountId, PersonId, SiteTexts,
    mention::{PersonTraces, Trace},
    record::{EntityKind, EntityRef},
};
use sea_orm::ConnectionTrait;
use serde_json::Value;
use uuid::Uuid;

pub(crate) use self::bodies::RewrittenRevision;
use crate::{
    PageRequest, Proposal, ProposalFilter, SiteTextsVersion, Store, StoreError, SynonymVersion, Writer, rows,
    site_texts, synonyms,
};

/// How many rows are looked at in one go.
const PAGE: u32 = 500;
/// So many mentions are told at most, the certain ones first.
const MENTIONS_LISTED: usize = 1_000;

/// Something that mentions a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMention {
    /// What mentions the person.
    pub subject: MentionSubject,
    /// In which field, such as `description.de`, `note` or `comment`.
    pub field: String,
    /// By what.
    pub trace: Trace,
    /// Whether it stands there today, not only in an earlier version.
    pub is_current: bool,
    /// Whether erasing the person takes it out; else it is left to whoever erases.
    pub is_blanked: bool,
}

/// What mentions a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionSubject {
    /// An entry, an earlier version of it, or a note on a change of it.
    Entry(EntityRef),
    /// A proposal.
    Proposal(Uuid),
    /// An account, which may be the person's own.
    Account(AccountId),
    /// An invitation that nobody has used yet.
    Invitation(Uuid),
    /// A measure of the agency's diary.
    Measure(Uuid),
    /// A version of the texts of the site.
    SiteTexts(u32),
    /// A version of the synonyms of an entry, which the field names: `kinds.women`.
    Synonyms(u32),
}

/// Everything that mentions a person, with what takes it out.
#[derive(Debug, Default)]
pub(crate) struct MentionScan {
    found: BTreeMap<(MentionSubject, String, Trace), (bool, bool)>,
    pub(crate) revisions: Vec<RewrittenRevision>,
    pub(crate) proposals: Vec<Proposal>,
    /// Notes by place in the log.
    pub(crate) notes: Vec<(u64, String)>,
    /// Invitations of the person, who is asked no more.
    pub(crate) invitations: Vec<Uuid>,
    /// Mails that wait for the person, who is written to no more.
    pub(crate) mails: Vec<Uuid>,
    /// What measures are called without the person.
    pub(crate) measures: Vec<(Uuid, String)>,
    /// What earlier versions of the texts of the site say without the person.
    pub(crate) site_texts: Vec<(u32, SiteTexts)>,
    /// Earlier versions of synonyms without the person.
    pub(crate) synonyms: Vec<SynonymVersion>,
}

impl MentionScan {
    /// Takes note of every mention in a text.
    fn note(&mut self, subject: MentionSubject, field: &str, (is_current, may_blank): (bool, bool), traces: &[Trace]) {
        for trace in traces {
            let is_blanked = may_blank && trace.is_certain();
            self.found
                .entry((subject, field.to_owned(), *trace))
                .and_modify(|(current, blanked)| {
                    (*current, *blanked) = (*current || is_current, *blanked && is_blanked);
                })
                .or_insert((is_current, is_blanked));
        }
    }

    /// The mentions, those left to whoever erases first, of these the certain ones.
    pub(crate) fn mentions(&self) -> Vec<PersonMention> {
        let mut mentions: Vec<PersonMention> = self
            .found
            .iter()
            .map(|((subject, field, trace), (is_current, is_blanked))| PersonMention {
                subject: *subject,
                field: field.clone(),
                trace: *trace,
                is_current: *is_current,
                is_blanked: *is_blanked,
            })
            .collect();
        mentions.sort_by_key(|mention| (mention.is_blanked, !mention.trace.is_certain(), !mention.is_current));
        mentions.truncate(MENTIONS_LISTED);
        mentions
    }
}

impl Store {
    /// What mentions a person, and whether erasing the person takes it out: at most 1,000 mentions,
    /// those first that are left to whoever erases. Reads everything that is stored.
    ///
    /// # Errors
    /// [`StoreError::Database`], [`StoreError::Unreadable`] or [`StoreError::UnreadableRow`].
    pub async fn person_mentions(&self, person: PersonId) -> Result<Vec<PersonMention>, StoreError> {
        let transaction = self.read_transaction().await?;
        let traces = traces_of(&*transaction, person).await?;
        Ok(scan(&*transaction, person.uuid(), traces).await?.mentions())
    }

    /// Every proposal in which a contact person is certainly meant.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn proposals_that_mention(&self, person: PersonId) -> Result<Vec<Proposal>, StoreError> {
        let traces = traces_of(&self.reader(), person).await?;
        let mut found = Vec::new();
        if !traces.is_empty() {
            each_proposal(&self.reader(), |proposal| {
                if proposals::blank(proposal.clone(), &traces) != proposal {
                    found.push(proposal);
                }
            })
            .await?;
        }
        Ok(found)
    }
}

impl Writer {
    /// What mentions something in everything but one entry; none of it is taken out. Reads everything that is stored.
    ///
    /// # Errors
    /// As [`Store::person_mentions`].
    pub async fn mentions_elsewhere(
        &self,
        except: EntityRef,
        traces: PersonTraces,
    ) -> Result<Vec<PersonMention>, StoreError> {
        let mut mentions = scan(&self.transaction, except.id, traces).await?.mentions();
        mentions.iter_mut().for_each(|mention| mention.is_blanked = false);
        Ok(mentions)
    }
}

/// What a person is and was called and reached by.
pub(crate) async fn traces_of(connection: &impl ConnectionTrait, person: PersonId) -> Result<PersonTraces, StoreError> {
    let sql = "SELECT body FROM revision WHERE entity = $1 AND entity_id = $2";
    let values = [EntityKind::Person.slug().into(), person.uuid().into()];
    let mut traces = PersonTraces::default();
    for row in rows::all(connection, "reading the history", sql, values).await? {
        let body: Value = rows::json(&row, "body", "person")?;
        // A role, such as chair, is nobody's alone and would be taken out of other people's words.
        let value = |field: &str| body.get(field).and_then(|field| field.get("value")).and_then(Value::as_str);
        value("name").into_iter().for_each(|name| traces.add_name(name));
        value("phone").into_iter().for_each(|phone| traces.add_phone(phone));
        value("email").into_iter().for_each(|email| traces.add_email(email));
    }
    Ok(traces)
}

/// Looks for traces in everything but one entry.
pub(crate) async fn scan(
    connection: &impl ConnectionTrait,
    except: Uuid,
    traces: PersonTraces,
) -> Result<MentionScan, StoreError> {
    let mut scan = MentionScan::default();
    if traces.is_empty() {
        return Ok(scan);
    }
    let traces = Arc::new(traces);
    for kind in EntityKind::ALL {
        bodies::scan(connection, *kind, except, &traces, &mut scan).await?;
    }
    each_proposal(connection, |proposal| proposals::scan(&proposal, &traces, &mut scan)).await?;
    scan_notes(connection, &traces, &mut scan).await?;
    scan_accounts(connection, &traces, &mut scan).await?;
    scan_invitations(connection, &traces, &mut scan).await?;
    scan_mails(connection, &traces, &mut scan).await?;
    scan_measures(connection, &traces, &mut scan).await?;
    scan_site_texts(connection, &traces, &mut scan).await?;
    scan_synonyms(connection, &traces, &mut scan).await?;
    Ok(scan)
}

async fn each_proposal(connection: &impl ConnectionTrait, mut look: impl FnMut(Proposal)) -> Result<(), StoreError> {
    let mut page_request = PageRequest::first(PAGE);
    loop {
        let page = crate::proposals::page(connection, ProposalFilter::default(), &page_request).await?;
        let Some((last, _)) = page.items.last() else { return Ok(()) };
        page_request.after = Some(*last);
        page.items.into_iter().for_each(|(_, proposal)| look(proposal));
    }
}

/// Notes on changes are staff's own words, so what is certain goes.
async fn scan_notes(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let sql = "SELECT sequence, entity, entity_id, note FROM change WHERE note IS NOT NULL AND sequence > $1 \
               ORDER BY sequence LIMIT $2";
    let mut last = 0;
    loop {
        let values = [rows::number(last).into(), i64::from(PAGE).into()];
        let page = rows::all(connection, "looking for notes", sql, values).await?;
        let Some(newest) = page.last() else { return Ok(()) };
        last = rows::sequence(newest, "sequence")?;
        for row in &page {
            let (sequence, note): (u64, String) = (rows::sequence(row, "sequence")?, rows::get(row, "note")?);
            let entity = rows::entity(row)?;
            scan.note(MentionSubject::Entry(entity), "note", (true, true), &traces_in(traces, &note));
            scan.notes.extend(traces.blank(&note).map(|blanked| (sequence, blanked)));
        }
    }
}

/// An account is its holder's, and what happened to it stays written: whoever erases decides.
async fn scan_accounts(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let queries = [
        ("email", "SELECT id AS account, email AS text FROM account"),
        ("name", "SELECT id AS account, name AS text FROM account WHERE name IS NOT NULL"),
        ("token", "SELECT account_id AS account, name AS text FROM api_token"),
        (
            "events",
            "SELECT account_id AS account, detail AS text FROM account_event \
             WHERE detail IS NOT NULL AND account_id IS NOT NULL",
        ),
    ];
    for (field, sql) in queries {
        for row in rows::all(connection, "looking at accounts", sql, []).await? {
            let (account, text): (Uuid, String) = (rows::get(&row, "account")?, rows::get(&row, "text")?);
            let certain: Vec<Trace> = traces_in(traces, &text).into_iter().filter(|trace| trace.is_certain()).collect();
            scan.note(MentionSubject::Account(account.into()), field, (true, false), &certain);
        }
    }
    Ok(())
}

/// An invitation that waits is for one person: where it is certainly this one, it goes as a whole.
async fn scan_invitations(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    for row in rows::all(connection, "looking at invitations", "SELECT id, email, name FROM invitation", []).await? {
        let (id, name): (Uuid, Option<String>) = (rows::get(&row, "id")?, rows::get(&row, "name")?);
        let texts = [("email", rows::get::<String>(&row, "email")?), ("name", name.unwrap_or_default())];
        let mut is_theirs = false;
        for (field, text) in &texts {
            let certain: Vec<Trace> = traces_in(traces, text).into_iter().filter(|trace| trace.is_certain()).collect();
            is_theirs |= !certain.is_empty();
            scan.note(MentionSubject::Invitation(id), field, (true, true), &certain);
        }
        scan.invitations.extend(is_theirs.then_some(id));
    }
    Ok(())
}

/// A mail that waits goes where the person who made a proposal wanted it; without the address it is dropped. Nobody is
/// told: what mentions the person is the proposal.
async fn scan_mails(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let sql = "SELECT id, address FROM outbox WHERE address IS NOT NULL";
    for row in rows::all(connection, "looking at the outbox", sql, []).await? {
        if traces_in(traces, &rows::get::<String>(&row, "address")?).contains(&Trace::Email) {
            scan.mails.push(rows::get(&row, "id")?);
        }
    }
    Ok(())
}

/// Measures are staff's own words and have no past, so what is certain goes.
async fn scan_measures(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    for row in rows::all(connection, "looking at measures", "SELECT id, kind FROM measure", []).await? {
        let (id, kind): (Uuid, String) = (rows::get(&row, "id")?, rows::get(&row, "kind")?);
        scan.note(MentionSubject::Measure(id), "kind", (true, true), &traces_in(traces, &kind));
        scan.measures.extend(traces.blank(&kind).map(|blanked| (id, blanked)));
    }
    Ok(())
}

/// What the site says today has to name who is responsible, so whoever erases decides; what it said before goes.
async fn scan_site_texts(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let sql = "SELECT version, at, account_id, body FROM site_texts ORDER BY version DESC";
    for (at, row) in rows::all(connection, "looking at the texts of the site", sql, []).await?.iter().enumerate() {
        let SiteTextsVersion { version, texts, .. } = site_texts::read(row)?;
        let is_current = at == 0;
        let blanked = texts.map_texts(|field, text| {
            let found: Vec<Trace> = traces_in(traces, text).into_iter().filter(|trace| trace.is_certain()).collect();
            scan.note(MentionSubject::SiteTexts(version), field, (is_current, !is_current), &found);
            traces.blank(text).unwrap_or_else(|| text.to_owned())
        });
        if !is_current && blanked != texts {
            scan.site_texts.push((version, blanked));
        }
    }
    Ok(())
}

/// What synonyms there are today is left to whoever erases, who sees what the word is for; phrases of earlier versions go.
async fn scan_synonyms(
    connection: &impl ConnectionTrait,
    traces: &PersonTraces,
    scan: &mut MentionScan,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {} FROM synonym ORDER BY word_table, word_key, version DESC", synonyms::COLUMNS);
    let mut newer: Option<SynonymVersion> = None;
    for row in rows::all(connection, "looking at synonyms", sql, []).await? {
        let synonym = synonyms::read(&row)?;
        let is_current = newer.is_none_or(|newer| (newer.table, &newer.key) != (synonym.table, &synonym.key));
        let is_theirs = |phrase: &String| traces_in(traces, phrase).into_iter().any(Trace::is_certain);
        let found: Vec<Trace> = synonym.words.iter().flat_map(|phrase| traces_in(traces, phrase)).collect();
        let found: Vec<Trace> = found.into_iter().filter(|trace| trace.is_certain()).collect();
        let field = format!("{}.{}", synonym.table, synonym.key);
        scan.note(MentionSubject::Synonyms(synonym.version), &field, (is_current, !is_current), &found);
        if !is_current && !found.is_empty() {
            let words = synonym.words.iter().filter(|phrase| !is_theirs(phrase)).cloned().collect();
            scan.synonyms.push(SynonymVersion { words, ..synonym.clone() });
        }
        newer = Some(synonym);
    }
    Ok(())
}

fn traces_in(traces: &PersonTraces, text: &str) -> Vec<Trace> {
    traces.find(text).into_iter().map(|mention| mention.trace).collect()
}
