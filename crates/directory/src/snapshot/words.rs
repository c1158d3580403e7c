//! Interned languages and opening hours, and the places of closed vocabularies' words.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, OnceLock},
};

use chrono::{DateTime, Utc};
use domain::{
    ActorKind, Language, OpeningHours,
    hours::{HoursPeriod, HoursState, Schedule},
    vocabulary::{FieldOfAction, InstitutionKind, NetworkKind, OrganisationKind, TargetGroup},
};

use crate::Settings;

/// Languages by number. Numbers are never taken back; there are a few dozen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages {
    numbers: HashMap<Language, u32>,
    tags: Vec<Language>,
}

impl Languages {
    pub(crate) fn intern(languages: &mut Arc<Self>, language: &Language) {
        if !languages.numbers.contains_key(language) {
            let languages = Arc::make_mut(languages);
            let no = u32::try_from(languages.tags.len()).expect("there are not that many language tags in memory");
            languages.numbers.insert(language.clone(), no);
            languages.tags.push(language.clone());
        }
    }

    pub(crate) fn number(&self, language: &Language) -> Option<u32> {
        self.numbers.get(language).copied()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &Language)> {
        (0_u32..).zip(&self.tags)
    }
}

/// One text of opening hours, read when it is first asked about.
#[derive(Debug)]
pub(crate) struct Hours {
    text: OpeningHours,
    schedule: OnceLock<Schedule>,
}

impl Hours {
    pub(crate) fn state(&self, at: DateTime<Utc>, settings: &Settings) -> HoursState {
        self.schedule(settings).state(at)
    }

    pub(crate) fn next_opening(&self, at: DateTime<Utc>, settings: &Settings) -> Option<HoursPeriod> {
        // A week from now, the day that is over already included.
        self.schedule(settings).next_opening(at, 8)
    }

    fn schedule(&self, settings: &Settings) -> &Schedule {
        self.schedule.get_or_init(|| self.text.schedule(&settings.locality()))
    }
}

/// Opening hours by number: every text is read once, however many keep it.
#[derive(Clone, Debug, Default)]
pub(crate) struct HoursTable {
    numbers: imbl::HashMap<Arc<str>, u32>,
    texts: imbl::Vector<Arc<Hours>>,
}

/// The number of those without opening hours.
pub(crate) const NO_HOURS: u32 = u32::MAX;

impl HoursTable {
    pub(crate) fn intern(&mut self, hours: Option<&OpeningHours>) -> u32 {
        let Some(hours) = hours else { return NO_HOURS };
        if let Some(no) = self.numbers.get(hours.as_str()) {
            return *no;
        }
        let no = u32::try_from(self.texts.len()).expect("there are not that many texts in memory");
        self.numbers.insert(hours.as_str().into(), no);
        self.texts.push_back(Arc::new(Hours { text: hours.clone(), schedule: OnceLock::new() }));
        no
    }

    pub(crate) fn get(&self, no: u32) -> Option<&Arc<Hours>> {
        self.texts.get(no as usize)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}

/// Every kind word once; "other" and "umbrella" stand in more than one vocabulary.
pub(crate) static KIND_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let organisations = OrganisationKind::ALL.iter().map(|kind| kind.slug());
    let institutions = InstitutionKind::ALL.iter().map(|kind| kind.slug());
    let networks = NetworkKind::ALL.iter().map(|kind| kind.slug());
    let mut words: Vec<_> = organisations.chain(institutions).chain(networks).collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// The place of a kind's word.
pub(crate) fn kind_place(kind: ActorKind) -> u32 {
    let at = KIND_WORDS.binary_search(&kind.slug()).expect("every kind's word is in the list of all words");
    at as u32
}

/// The place of a target group.
pub(crate) const fn target_group_place(group: TargetGroup) -> u32 {
    group as u32
}

/// The place of a field of action.
pub(crate) const fn field_place(field: FieldOfAction) -> u32 {
    field as u32
}
