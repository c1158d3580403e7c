//! What the words of the vocabulary are called in the languages beside German and English, which stand
//! in [`vocabulary`](crate::vocabulary) and [`language`](crate::language): `labels/TAG.ftl`, a line
//! `GROUP-WORD = label` for each, in [Fluent](https://projectfluent.org). What people ask for beside the vocabulary, such
//! as a day of the week, stands there in every language.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    ActorKind, Language,
    vocabulary::{LegalForm, OfferKind, TargetGroup},
};

/// The labels of a language, by its tag.
pub const FILES: [(&str, &str); 7] = [
    ("de", include_str!("../labels/de.ftl")),
    ("en", include_str!("../labels/en.ftl")),
    ("tr", include_str!("../labels/tr.ftl")),
    ("ar", include_str!("../labels/ar.ftl")),
    ("uk", include_str!("../labels/uk.ftl")),
    ("ro", include_str!("../labels/ro.ftl")),
    ("pl", include_str!("../labels/pl.ftl")),
];

/// A label with the tag of its language.
pub type Label = (&'static str, &'static str);

static TRANSLATIONS: LazyLock<HashMap<&'static str, Vec<Label>>> = LazyLock::new(|| {
    let mut translations = HashMap::<_, Vec<Label>>::new();
    for (tag, file) in FILES {
        for (key, label) in file.lines().filter_map(|line| line.split_once(" = ")) {
            translations.entry(key).or_default().push((tag, label));
        }
    }
    translations
});

/// The labels of a key that stand in the files.
fn translations(key: &str) -> &'static [Label] {
    TRANSLATIONS.get(key).map_or(&[], Vec::as_slice)
}

/// The part of a BCP-47 tag that says which language it is.
pub fn primary_tag(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// The label of a key in the language of a primary tag; none where the file of that language has none.
pub(crate) fn label_in(key: &str, primary: &str) -> Option<&'static str> {
    translations(key).iter().find(|(tag, _)| *tag == primary).map(|(_, label)| *label)
}

/// What people ask for beside the vocabulary, such as `weekday-6` or `open-now`, in the reader's language, else in German;
/// none where the files have no such key.
pub fn of_feature(key: &str, reader: &str) -> Option<&'static str> {
    label_in(key, primary_tag(reader)).or_else(|| label_in(key, "de"))
}

/// What a kind of actor is called in every language.
pub fn of_kind(kind: ActorKind) -> impl Iterator<Item = Label> {
    let (group, german, english) = match kind {
        ActorKind::Organisation(kind) => ("organisation-kind", kind.label_de(), kind.label_en()),
        ActorKind::Institution(kind) => ("institution-kind", kind.label_de(), kind.label_en()),
        ActorKind::Network(kind) => ("network-kind", kind.label_de(), kind.label_en()),
    };
    every_label(group, kind.slug(), german, english)
}

/// What a legal form is called in every language.
pub fn of_legal_form(form: LegalForm) -> impl Iterator<Item = Label> {
    every_label("legal-form", form.slug(), form.label_de(), form.label_en())
}

/// What a target group is called in every language.
pub fn of_target_group(group: TargetGroup) -> impl Iterator<Item = Label> {
    every_label("target-group", group.slug(), group.label_de(), group.label_en())
}

/// What a kind of offer is called in every language.
pub fn of_offer_kind(kind: OfferKind) -> impl Iterator<Item = Label> {
    every_label("offer-kind", kind.slug(), kind.label_de(), kind.label_en())
}

/// What a language is called in every language; nothing where the vocabulary does not know it.
pub fn of_language(language: &Language) -> impl Iterator<Item = Label> {
    language.names().into_iter().flat_map(|names| every_label("language", names.tag, names.de, names.en))
}

fn every_label(group: &str, word: &str, german: &'static str, english: &'static str) -> impl Iterator<Item = Label> {
    let others = translations(&format!("{group}-{word}"));
    [("de", german), ("en", english)].into_iter().chain(others.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{InstitutionKind, NetworkKind, OrganisationKind};

    #[test]
    fn every_word_that_is_searched_for_has_a_label_in_every_language() {
        let organisations = OrganisationKind::ALL.iter().copied().map(ActorKind::Organisation);
        let institutions = InstitutionKind::ALL.iter().copied().map(ActorKind::Institution);
        let networks = NetworkKind::ALL.iter().copied().map(ActorKind::Network);
        let kinds = organisations.chain(institutions).chain(networks).map(|kind| of_kind(kind).count());
        let forms = LegalForm::ALL.iter().map(|form| of_legal_form(*form).count());
        let groups = TargetGroup::ALL.iter().map(|group| of_target_group(*group).count());
        let offers = OfferKind::ALL.iter().map(|kind| of_offer_kind(*kind).count());
        let tags = crate::language::KNOWN.iter().map(|names| names.tag.parse::<Language>().expect("a tag"));
        let languages = tags.map(|language| of_language(&language).count());
        for count in kinds.chain(forms).chain(groups).chain(offers).chain(languages) {
            assert_eq!(count, FILES.len());
        }
    }
}
