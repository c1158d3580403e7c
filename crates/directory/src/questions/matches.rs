//! Why a text finds who it finds: for each word of the text the part that counts, and which offer, event,
//! theme … it is.

use domain::{LocalisedText, labels};
use unicode_segmentation::UnicodeSegmentation;

use super::words::read_text;
use crate::{
    ActorNo, DistrictNo, EventNo, MatchReason, MatchSubject, OfferNo, QuestionError, Snapshot, ThemeNo,
    snapshot::{
        documents::telling_kind,
        ties::{Tie, TieKind},
    },
    text::{DocumentPart, TextDocument, TextQuery, naive::word_scores, words::WordReader},
};

/// One of several things with what it is found by.
type MatchCandidate<'a> = (MatchSubject, TextDocument<'a>);

/// The sentences of a running text, in every language it has.
fn sentences(part: DocumentPart, text: &LocalisedText) -> Vec<MatchCandidate<'_>> {
    let passages = text.iter().flat_map(|(language, text)| text.unicode_sentences().map(move |it| (language, it)));
    let mut candidates = Vec::new();
    for (language, sentence) in passages {
        let subject = MatchSubject::Sentence(sentence.trim().to_owned());
        candidates.push((subject, TextDocument::default().with(part, language.as_str(), sentence)));
    }
    candidates
}

impl Snapshot {
    /// Why a text finds each of some actors, most telling reason first; nothing for whom it does not
    /// find. The index says which parts count, so only those are read again:
    /// some tens of microseconds an actor.
    ///
    /// # Errors
    /// [`QuestionError::TextTooLong`].
    pub fn match_reasons(&self, text: &str, actors: &[ActorNo]) -> Result<Vec<Vec<MatchReason>>, QuestionError> {
        let Some(query) = read_text(text, || "text".to_owned())? else { return Ok(vec![Vec::new(); actors.len()]) };
        let explanation = self.texts.actors.explain(&query);
        let mut reader = WordReader::new();
        let reasons = actors.iter().map(|actor| {
            let mut words: Vec<(DocumentPart, usize)> =
                (0..).zip(explanation.parts(actor.0)).filter_map(|(at, part)| Some((part?, at))).collect();
            words.sort_unstable();
            let mut reasons = Vec::new();
            for words in words.chunk_by(|(one, _), (other, _)| one == other) {
                reasons.extend(self.reasons_of_part(*actor, words, &query, &mut reader));
            }
            reasons
        });
        Ok(reasons.collect())
    }

    /// The reasons of the words that stand in one part: as few things as hold them best.
    fn reasons_of_part(
        &self,
        actor: ActorNo,
        words: &[(DocumentPart, usize)],
        query: &TextQuery,
        reader: &mut WordReader,
    ) -> Vec<MatchReason> {
        let Some((part, _)) = words.first().copied() else { return Vec::new() };
        let candidates = self.candidates_of_part(actor, part);
        if candidates.is_empty() {
            return vec![MatchReason { part, subject: None }];
        }
        let scored = candidates.into_iter().map(|(subject, document)| (subject, word_scores(&document, query, reader)));
        let scored: Vec<(MatchSubject, Vec<u16>)> = scored.collect();
        let mut reasons = Vec::new();
        for (_, word) in words {
            let total = |scores: &[u16]| words.iter().map(|(_, word)| u32::from(scores[*word])).sum::<u32>();
            // Of equal ones the first, as they are listed.
            let best = scored.iter().rev().max_by_key(|(_, scores)| (scores[*word], total(scores)));
            let reason = best.map(|(subject, _)| MatchReason { part, subject: Some(subject.clone()) });
            reasons.extend(reason.filter(|reason| !reasons.contains(reason)));
        }
        reasons
    }

    /// What of an actor a part is made of, where that is several things.
    fn candidates_of_part(&self, actor: ActorNo, part: DocumentPart) -> Vec<MatchCandidate<'_>> {
        let entry = self.actor(actor);
        let data = entry.data();
        let document = TextDocument::default;
        match part {
            DocumentPart::AlternativeName => {
                let names = data.alternative_names.iter().enumerate();
                names.map(|(at, name)| (MatchSubject::AlternativeName(at), document().with(part, "de", name))).collect()
            }
            DocumentPart::Theme => entry.themes().iter().map(|no| self.theme_candidate(part, *no)).collect(),
            DocumentPart::ParentTheme => {
                let parents = entry.themes().iter().flat_map(|no| self.theme(*no).lineage());
                parents.filter(|no| !entry.themes().contains(no)).map(|no| self.theme_candidate(part, *no)).collect()
            }
            DocumentPart::District => {
                let own = entry.based_in().into_iter().chain(entry.active_in().iter().copied());
                let all = own.flat_map(|no| self.district(no).lineage());
                let named = |no: &DistrictNo| document().with_all(part, self.district(*no).name());
                all.map(|no| (MatchSubject::District(*no), named(no))).collect()
            }
            DocumentPart::Language => {
                let labelled =
                    |tag| labels::of_language(tag).fold(document(), |it, (tag, label)| it.with(part, tag, label));
                data.languages.iter().map(|tag| (MatchSubject::Language(tag.clone()), labelled(tag))).collect()
            }
            DocumentPart::TargetGroup => {
                let labelled = |group| {
                    labels::of_target_group(group).fold(document(), |it, (tag, label)| it.with(part, tag, label))
                };
                data.target_groups.iter().map(|group| (MatchSubject::TargetGroup(*group), labelled(*group))).collect()
            }
            DocumentPart::OfferKind => {
                let labelled = |no: OfferNo| {
                    let labels = telling_kind(self.offer(no).data().kind).flat_map(labels::of_offer_kind);
                    labels.fold(document(), |it, (tag, label)| it.with(part, tag, label))
                };
                let offers = self.offers_of(actor).filter(|no| !self.is_over(TieKind::Offer, no.0));
                offers.map(|no| (MatchSubject::Offer(no), labelled(no))).collect()
            }
            DocumentPart::OfferTitle | DocumentPart::OfferDescription => {
                let offers = self.offers_of(actor).filter(|no| !self.is_over(TieKind::Offer, no.0));
                offers.map(|no| self.offer_candidate(part, no)).collect()
            }
            DocumentPart::EventTitle | DocumentPart::EventDescription => {
                let events = self.events_of(actor).filter(|no| !self.is_over(TieKind::Event, no.0));
                events.map(|no| self.event_candidate(part, no)).collect()
            }
            DocumentPart::Address => {
                let address = data.address.iter().flat_map(|it| [&it.street, &it.postcode, &it.city]).flatten();
                let address = address.fold(document(), |it, line| it.with(part, "de", line));
                let phone = document().with_phone(data.phone.as_ref());
                vec![(MatchSubject::Address, address), (MatchSubject::Phone, phone)]
            }
            DocumentPart::Summary => sentences(part, &data.summary),
            DocumentPart::Description => sentences(part, &data.description),
            DocumentPart::Name | DocumentPart::Kind => Vec::new(),
        }
    }

    /// The first offer of an actor, today or later, that is on one of some themes or one below: why who asks for a theme
    /// finds it.
    pub fn offer_on(&self, actor: ActorNo, themes: &[ThemeNo]) -> Option<OfferNo> {
        let is_on = |no: &OfferNo| {
            let listed = self.taxonomy.listed_themes(&self.offer(*no).data().themes);
            listed.iter().any(|theme| self.theme(*theme).lineage().iter().any(|above| themes.contains(above)))
        };
        self.offers_of(actor).filter(|no| !self.is_over(TieKind::Offer, no.0)).find(is_on)
    }

    /// Whether an offer or event was over before today.
    pub(super) fn is_over(&self, kind: TieKind, no: u32) -> bool {
        self.tables.is_over(Tie { kind, no })
    }

    fn theme_candidate(&self, part: DocumentPart, no: ThemeNo) -> MatchCandidate<'_> {
        (MatchSubject::Theme(no), TextDocument::default().with_all(part, self.theme(no).label()))
    }

    fn offer_candidate(&self, part: DocumentPart, no: OfferNo) -> MatchCandidate<'_> {
        let data = self.offer(no).data();
        let text = if part == DocumentPart::OfferTitle { &data.title } else { &data.description };
        (MatchSubject::Offer(no), TextDocument::default().with_all(part, text))
    }

    fn event_candidate(&self, part: DocumentPart, no: EventNo) -> MatchCandidate<'_> {
        let data = self.event(no).data();
        let text = if part == DocumentPart::EventTitle { &data.title } else { &data.description };
        (MatchSubject::Event(no), TextDocument::default().with_all(part, text))
    }
}
