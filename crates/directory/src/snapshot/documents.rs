//! What can be found by text: the documents of actors, offers and events, and which of them read
//! differently after a change.
//!
//! Only published facts are read, so a place is searched no more precisely than it is shown.

use domain::{labels, text::LocalisedText, vocabulary::OfferKind};
use roaring::RoaringBitmap;

use super::{
    Snapshot,
    families::Family,
    indexes::SnapshotView,
    tables::{FactTables, Touched},
    taxonomy::Taxonomy,
    ties::{Tie, TieKind},
};
use crate::{
    ActorNo, DistrictNo, ThemeNo,
    entry::ActorEntry,
    text::{DocumentEdit, DocumentPart, TextDocument, TextIndex},
};

/// The text indexes of a snapshot.
#[derive(Clone, Debug)]
pub(crate) struct TextIndexes {
    pub(crate) actors: TextIndex,
    pub(crate) offers: TextIndex,
    pub(crate) events: TextIndex,
}

impl TextIndexes {
    /// The indexes of a state.
    pub(super) fn new(state: SnapshotView<'_>) -> Self {
        let tables = state.tables;
        Self {
            actors: TextIndex::build(tables.actors.iter().filter_map(|(no, _)| state.actor_document(no))),
            offers: TextIndex::build(tables.offers.iter().filter_map(|(no, _)| state.offer_document(no))),
            events: TextIndex::build(tables.events.iter().filter_map(|(no, _)| state.event_document(no))),
        }
    }

    /// The indexes after a change, with the documents that read differently now.
    pub(super) fn after(&self, before: &Snapshot, after: SnapshotView<'_>, touched: &Touched, reshaped: bool) -> Self {
        let old = before.state();
        let actors = touched.actors_to_index(before, after, reshaped);
        Self {
            actors: self.actors.apply(edits(&actors, |no| old.actor_document(no), |no| after.actor_document(no))),
            offers: self.offers.apply(edits(
                &touched.offers,
                |no| old.offer_document(no),
                |no| after.offer_document(no),
            )),
            events: self.events.apply(edits(
                &touched.events,
                |no| old.event_document(no),
                |no| after.event_document(no),
            )),
        }
    }
}

/// The documents that differ, made one after the other: a change of the trees asks for everybody's.
fn edits<'a>(
    numbers: &RoaringBitmap,
    before: impl Fn(u32) -> Option<TextDocument<'a>>,
    after: impl Fn(u32) -> Option<TextDocument<'a>>,
) -> impl Iterator<Item = DocumentEdit<'a>> {
    let edits = numbers.iter().map(move |no| DocumentEdit { before: before(no), after: after(no) });
    edits.filter(|edit| edit.before != edit.after)
}

impl Touched {
    /// The actors who may read differently: those who changed, those whose offers and events did, and
    /// those whose themes and districts are called otherwise or lie elsewhere in the trees.
    fn actors_to_index(&self, before: &Snapshot, after: SnapshotView<'_>, reshaped: bool) -> RoaringBitmap {
        let tables = [&before.tables, after.tables];
        if reshaped {
            return tables.iter().flat_map(|tables| tables.actors.iter().map(|(no, _)| no)).collect();
        }
        let mut actors = self.actors.clone();
        let offers = self.offers.iter().map(|no| Tie { kind: TieKind::Offer, no });
        let events = self.events.iter().map(|no| Tie { kind: TieKind::Event, no });
        for tie in offers.chain(events) {
            actors.extend(tables.iter().flat_map(|tables: &&FactTables| tables.owners(tie)).map(|owner| owner.0));
        }
        for (family, place) in changed_names(&before.taxonomy, after.taxonomy) {
            actors |= &**before.indexes.actors.get(family, place);
        }
        actors
    }
}

/// The themes and districts of two trees of the same shape that have other names.
fn changed_names<'a>(before: &'a Taxonomy, after: &'a Taxonomy) -> impl Iterator<Item = (Family, usize)> + 'a {
    let themes = before.themes.iter().zip(&after.themes).enumerate();
    let themes = themes.filter(|(_, (old, new))| old.label() != new.label()).map(|(at, _)| (Family::Theme, at));
    let districts = before.districts.iter().zip(&after.districts).enumerate();
    let districts = districts.filter(|(_, (old, new))| old.name() != new.name()).map(|(at, _)| (Family::Either, at));
    themes.chain(districts)
}

impl<'a> SnapshotView<'a> {
    /// What can be found of an actor by text.
    pub(crate) fn actor_document(self, no: u32) -> Option<TextDocument<'a>> {
        let actor = self.tables.actors.get(no)?;
        let data = actor.data();
        let mut document = TextDocument::with_name(no, &data.name).with_phone(data.phone.as_ref());
        for name in &data.alternative_names {
            document = document.with(DocumentPart::AlternativeName, "de", name);
        }
        let words = labels::of_kind(data.kind).chain(data.legal_form.into_iter().flat_map(labels::of_legal_form));
        let document = words.fold(document, |document, (tag, label)| document.with(DocumentPart::Kind, tag, label));
        let document = self.with_themes(document, actor);
        let document = self.with_districts(document, actor);
        let languages =
            data.languages.iter().flat_map(|it| labels::of_language(it).map(|it| (DocumentPart::Language, it)));
        let groups = data
            .target_groups
            .iter()
            .flat_map(|it| labels::of_target_group(*it).map(|it| (DocumentPart::TargetGroup, it)));
        let document =
            languages.chain(groups).fold(document, |document, (part, (tag, label))| document.with(part, tag, label));
        let address = data.address.iter().flat_map(|it| [&it.street, &it.postcode, &it.city]).flatten();
        let document = address.fold(document, |document, line| document.with(DocumentPart::Address, "de", line));
        let document = document
            .with_all(DocumentPart::Summary, &data.summary)
            .with_all(DocumentPart::Description, &data.description);
        Some(self.with_ties(document, ActorNo(no)))
    }

    fn with_themes(self, document: TextDocument<'a>, actor: &ActorEntry) -> TextDocument<'a> {
        let own = actor.themes();
        let mut parents: Vec<ThemeNo> =
            own.iter().flat_map(|theme| self.taxonomy.theme_entry(*theme).lineage.iter().copied()).collect();
        parents.sort_unstable();
        parents.dedup();
        parents.retain(|theme| !own.contains(theme));
        let own = own.iter().map(|theme| (DocumentPart::Theme, *theme));
        let all = own.chain(parents.into_iter().map(|theme| (DocumentPart::ParentTheme, theme)));
        all.fold(document, |document, (part, theme)| document.with_all(part, self.taxonomy.theme_entry(theme).label()))
    }

    fn with_districts(self, document: TextDocument<'a>, actor: &ActorEntry) -> TextDocument<'a> {
        let own = actor.based_in().into_iter().chain(actor.active_in().iter().copied());
        let mut all: Vec<DistrictNo> =
            own.flat_map(|district| self.taxonomy.district_entry(district).lineage.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().fold(document, |document, district| {
            document.with_all(DocumentPart::District, self.taxonomy.district_entry(district).name())
        })
    }

    fn with_ties(self, mut document: TextDocument<'a>, actor: ActorNo) -> TextDocument<'a> {
        let is_found = |tie: &&Tie| self.tables.is_tie_shown(**tie) && !self.tables.is_over(**tie);
        let shown = |kind| self.tables.ties(actor, kind).iter().filter(is_found);
        for offer in shown(TieKind::Offer).filter_map(|tie| self.tables.offers.get(tie.no)) {
            let data = offer.data();
            document = document
                .with_all(DocumentPart::OfferTitle, &data.title)
                .with_all(DocumentPart::OfferDescription, &data.description);
            let kind = telling_kind(data.kind).flat_map(labels::of_offer_kind);
            document = kind.fold(document, |document, (tag, label)| document.with(DocumentPart::OfferKind, tag, label));
        }
        for event in shown(TieKind::Event).filter_map(|tie| self.tables.events.get(tie.no)) {
            let data = event.data();
            document = document
                .with_all(DocumentPart::EventTitle, &data.title)
                .with_all(DocumentPart::EventDescription, &data.description);
        }
        document
    }

    /// What can be found of an offer by text; nothing where it is not shown.
    pub(crate) fn offer_document(self, no: u32) -> Option<TextDocument<'a>> {
        let offer =
            self.tables.offers.get(no).filter(|_| self.tables.is_tie_shown(Tie { kind: TieKind::Offer, no }))?;
        Some(titled_document(no, &offer.data().title, &offer.data().description))
    }

    /// What can be found of an event by text; nothing where it is not shown.
    pub(crate) fn event_document(self, no: u32) -> Option<TextDocument<'a>> {
        let event =
            self.tables.events.get(no).filter(|_| self.tables.is_tie_shown(Tie { kind: TieKind::Event, no }))?;
        Some(titled_document(no, &event.data().title, &event.data().description))
    }
}

/// The kind of an offer, where its name says more than that something is offered.
pub(crate) fn telling_kind(kind: OfferKind) -> impl Iterator<Item = OfferKind> {
    Some(kind).filter(|kind| *kind != OfferKind::Service).into_iter()
}

/// What can be found of a title with its text.
pub(crate) fn titled_document<'a>(
    number: u32,
    title: &'a LocalisedText,
    description: &'a LocalisedText,
) -> TextDocument<'a> {
    let document = TextDocument { number, ..TextDocument::default() };
    document.with_all(DocumentPart::Name, title).with_all(DocumentPart::Description, description)
}
