//! Which new rows look like entries there are, or like rows above them.

use std::collections::{HashMap, HashSet};

use curation::import::{RowAlike, RowProblem};
use domain::{
    Actor, LifeStatus, Slug,
    likeness::{BLOCK, Fingerprint, Likeness, SUSPICIOUS, Sign},
    record::EntityRef,
};
use formats::value_hashes::is_same_name;
use futures_util::TryStreamExt;
use messages::Message;
use store::{Store, StoreError};

use super::comparing::Compared;

/// How many are told of each row.
const TOLD: usize = 5;

/// A stored actor that shares a key with a new one.
struct Candidate {
    entity: EntityRef,
    slug: Slug,
    name: String,
    is_archived: bool,
    print: Fingerprint,
}

/// Whether a telephone number is all that two have in common: associations under one roof share one.
fn tells_phone_only(likeness: &Likeness) -> bool {
    let is_of_roof = |sign: &Sign| matches!(sign, Sign::SamePhone | Sign::SamePlace { .. });
    likeness.signs.contains(&Sign::SamePhone) && likeness.signs.iter().all(is_of_roof)
}

fn same_phone(name: &str) -> RowProblem {
    RowProblem {
        field: "phone".to_owned(),
        column: None,
        message: Message::new("import-same-phone").quote("name", name),
        code: "SAME_PHONE",
    }
}

fn archive_hint(name: &str) -> RowProblem {
    RowProblem {
        field: "name".to_owned(),
        column: None,
        message: Message::new("import-archived-alike").quote("name", name),
        code: "ARCHIVED_ALIKE",
    }
}

/// Tells each new actor's row whom it looks like. Only who shares a key is compared, and a key that too
/// many share says nothing.
pub(super) async fn tell(store: &Store, compared: &mut Compared) -> Result<(), StoreError> {
    let rows: Vec<(usize, Fingerprint)> =
        compared.new_actors().into_iter().map(|(at, actor)| (at, Fingerprint::of(actor))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    // By key: rows, then candidates.
    let mut blocks: HashMap<String, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (nth, (_, print)) in rows.iter().enumerate() {
        for key in print.keys() {
            blocks.entry(key).or_default().0.push(nth);
        }
    }
    let mut candidates = Vec::new();
    let mut actors = store.all::<Actor>().await?;
    while let Some(actor) = actors.try_next().await? {
        let print = Fingerprint::of(&actor.data);
        let mut is_kept = false;
        for key in print.keys() {
            if let Some((_, here)) = blocks.get_mut(&key).filter(|(_, here)| here.len() <= BLOCK) {
                here.push(candidates.len());
                is_kept = true;
            }
        }
        if is_kept {
            let entity = EntityRef::of::<Actor>(actor.id);
            let is_archived = actor.data.status == LifeStatus::Archived;
            candidates.push(Candidate { entity, slug: actor.data.slug, name: actor.data.name, is_archived, print });
        }
    }
    let (mut stored, mut above) = (HashSet::new(), HashSet::new());
    for (rows, candidates) in blocks.into_values() {
        if rows.len() + candidates.len() > BLOCK {
            continue;
        }
        for (nth, row) in rows.iter().enumerate() {
            stored.extend(candidates.iter().map(|candidate| (*row, *candidate)));
            above.extend(rows[..nth].iter().map(|other| (*row, *other)));
        }
    }
    for (row, candidate) in stored {
        let ((at, print), candidate) = (&rows[row], &candidates[candidate]);
        let likeness = print.likeness(&candidate.print);
        if tells_phone_only(&likeness) {
            compared.rows[*at].hints.push(same_phone(&candidate.name));
        } else if likeness.score >= SUSPICIOUS || is_same_name(&compared.rows[*at].name, &candidate.name) {
            compared.rows[*at].alike.push(RowAlike {
                entity: Some(candidate.entity),
                slug: Some(candidate.slug.to_string()),
                row: None,
                name: candidate.name.clone(),
                is_archived: candidate.is_archived,
                likeness,
            });
        }
    }
    for (row, other) in above {
        let ((at, print), (other, other_print)) = (&rows[row], &rows[other]);
        let likeness = print.likeness(other_print);
        let other = &compared.rows[*other];
        let (number, name) = (other.number, other.name.clone());
        if tells_phone_only(&likeness) {
            compared.rows[*at].hints.push(same_phone(&name));
        } else if likeness.score >= SUSPICIOUS || is_same_name(&compared.rows[*at].name, &name) {
            compared.rows[*at].alike.push(RowAlike {
                entity: None,
                slug: None,
                row: Some(number),
                name,
                is_archived: false,
                likeness,
            });
        }
    }
    for (at, _) in rows {
        let alike = &mut compared.rows[at].alike;
        alike.sort_by(|one, other| {
            let by_name = || (&one.name, &one.slug, one.row).cmp(&(&other.name, &other.slug, other.row));
            other.likeness.score.total_cmp(&one.likeness.score).then_with(by_name)
        });
        alike.truncate(TOLD);
        let told =
            alike.iter().filter(|alike| alike.is_archived).map(|alike| archive_hint(&alike.name)).collect::<Vec<_>>();
        compared.rows[at].hints.extend(told);
    }
    Ok(())
}
