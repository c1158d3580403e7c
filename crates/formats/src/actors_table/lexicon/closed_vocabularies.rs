//! The vocabularies that are the same in every directory: their slugs and labels, which come from `domain`, and further
//! words of cells for them, which stand here. A new slug is made in `domain`.

use domain::{
    ActorKind, ActorType, labels,
    record::LifeStatus,
    vocabulary::{
        Accessibility, InstitutionKind, LegalForm, NetworkKind, OrganisationKind, Precision, Role, TargetGroup,
        Wheelchair,
    },
};

use super::{CellVocabulary, Lexicon, kind_value, wheelchair::WHEELCHAIR_WORDS};

impl Lexicon<'_> {
    pub(super) fn add_closed_vocabularies(&mut self) {
        let kinds = OrganisationKind::ALL.iter().map(|kind| ActorKind::Organisation(*kind));
        let kinds = kinds.chain(InstitutionKind::ALL.iter().map(|kind| ActorKind::Institution(*kind)));
        for kind in kinds.chain(NetworkKind::ALL.iter().map(|kind| ActorKind::Network(*kind))) {
            let value = kind_value(kind.actor_type(), kind.slug());
            self.add_word(CellVocabulary::Kind, &value, kind.slug());
            labels::of_kind(kind).for_each(|(_, label)| self.add(CellVocabulary::Kind, &value, label));
        }
        for form in LegalForm::ALL {
            self.add_code(CellVocabulary::LegalForm, form.slug());
            labels::of_legal_form(*form).for_each(|(_, label)| self.add(CellVocabulary::LegalForm, form.slug(), label));
        }
        for group in TargetGroup::ALL {
            self.add_code(CellVocabulary::TargetGroup, group.slug());
            labels::of_target_group(*group)
                .for_each(|(_, label)| self.add(CellVocabulary::TargetGroup, group.slug(), label));
        }
        let simple =
            Wheelchair::ALL.iter().map(|it| (CellVocabulary::Wheelchair, it.slug(), it.label_de(), it.label_en()));
        let simple = simple.chain(
            Precision::ALL.iter().map(|it| (CellVocabulary::Precision, it.slug(), it.label_de(), it.label_en())),
        );
        let simple = simple.chain(
            Accessibility::ALL
                .iter()
                .map(|it| (CellVocabulary::Accessibility, it.slug(), it.label_de(), it.label_en())),
        );
        let simple =
            simple.chain(Role::ALL.iter().map(|it| (CellVocabulary::Role, it.slug(), it.label_de(), it.label_en())));
        let states = [
            (LifeStatus::Draft, "Entwurf"),
            (LifeStatus::Published, "Veröffentlicht"),
            (LifeStatus::Archived, "Archiviert"),
        ];
        let simple =
            simple.chain(states.iter().map(|(it, german)| (CellVocabulary::Status, it.slug(), *german, it.slug())));
        let types = [
            (ActorType::Organisation, "Organisation"),
            (ActorType::Institution, "Institution"),
            (ActorType::Network, "Netzwerk"),
        ];
        let simple =
            simple.chain(types.iter().map(|(it, german)| (CellVocabulary::Type, it.slug(), *german, it.slug())));
        for (vocabulary, slug, german, english) in simple.collect::<Vec<_>>() {
            self.add_code(vocabulary, slug);
            self.add(vocabulary, slug, german);
            self.add(vocabulary, slug, english);
        }
        for (slug, word) in [
            ("toilet", "WC"),
            ("toilet", "Behinderten-WC"),
            ("toilet", "Toilette"),
            ("parking", "Parkplatz"),
            ("assistance", "Assistenz"),
            ("hearing-loop", "Induktionsschleife"),
            ("hearing-loop", "Höranlage"),
            ("plain-language", "Leichte Sprache"),
            ("plain-language", "Einfache Sprache"),
        ] {
            self.add_word(CellVocabulary::Accessibility, slug, word);
        }
        // What a mark in a column of yes and no means for the door.
        for (slug, word) in WHEELCHAIR_WORDS {
            self.add_word(CellVocabulary::Wheelchair, slug, word);
        }
    }
}
