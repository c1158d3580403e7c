//! Who works with whom: links, links seen from one end, chains of links, and links that might be.

use directory::{Cooperation, CooperationQuestion, LinkEntry, LinkNo, Reason, Snapshot, SuggestedPartner, Window};
use domain::{CooperationLink, record::EntityKind};

use super::{
    Handle,
    actor::{ActorView, AnyActor},
    connection::{Paged, connection},
    district::{DistrictView, listed_districts},
    interfaces::NodeInterface,
    theme::{ThemeView, listed_themes},
};
use crate::{
    enums::{Direction, LinkBasis, LinkKind, LinkStatus},
    error::ResolverError,
    exec::object,
    global_id::GlobalId,
    scalars::{Day, Tag, Time},
};

/// A cooperation link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkView<'s> {
    snapshot: &'s Snapshot,
    entry: &'s LinkEntry,
}

impl<'s> Handle<'s> for LinkView<'s> {
    type No = LinkNo;

    fn of(snapshot: &'s Snapshot, no: LinkNo) -> Self {
        Self { snapshot, entry: snapshot.link(no) }
    }
}

impl<'s> LinkView<'s> {
    fn data(self) -> &'s CooperationLink {
        self.entry.data()
    }

    fn themes(self) -> Vec<ThemeView<'s>> {
        listed_themes(self.snapshot, &self.data().themes)
    }

    fn districts(self) -> Vec<DistrictView<'s>> {
        listed_districts(self.snapshot, &self.data().districts)
    }
}

object! {
    /// A cooperation link from one actor to another, confirmed by both.
    "CooperationLink" ['s] LinkView<'s>, implements [NodeInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Link, this.entry.record().id),
    /// Where a directed link starts; one of the two for a kind that reads the same from both ends.
    from: AnyActor<'s> => AnyActor::of(this.snapshot, this.entry.from()),
    /// Where a directed link ends; the other of the two for a kind that reads the same from both ends.
    to: AnyActor<'s> => AnyActor::of(this.snapshot, this.entry.to()),
    /// What joins them.
    kind: LinkKind => this.data().kind.into(),
    /// What joins them, for readers.
    kindLabel(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'static str => this.data().kind.label(call.language()),
    /// Where it stands in its life.
    status: LinkStatus => this.data().status.into(),
    /// What they work on together.
    themes: Vec<ThemeView<'s>> => this.themes(),
    /// Where they work together.
    districts: Vec<DistrictView<'s>> => this.districts(),
    /// The first day.
    since: Option<Day> => this.data().since.map(Day),
    /// The last day.
    until: Option<Day> => this.data().until.map(Day),
    /// What it rests on.
    basis: Option<LinkBasis> => this.data().basis.map(LinkBasis::from),
    /// Where it is known from.
    source: Option<&'s str> => this.data().source.as_deref(),
    /// A note for everybody.
    note: Option<&'s str> => this.data().public_note.as_deref(),
    /// The day the side it starts from confirmed it.
    confirmedByFromOn: Option<Day> => this.data().confirmations.from.map(Day),
    /// The day the side it ends at confirmed it.
    confirmedByToOn: Option<Day> => this.data().confirmations.to.map(Day),
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}

/// A link seen from one of its ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CooperationView<'s> {
    link: LinkView<'s>,
    cooperation: Cooperation,
}

impl<'s> CooperationView<'s> {
    fn of(snapshot: &'s Snapshot, cooperation: Cooperation) -> Self {
        Self { link: LinkView::of(snapshot, cooperation.link), cooperation }
    }

    /// The days this side and the partner confirmed.
    fn confirmation_days(self) -> (Option<Day>, Option<Day>) {
        let days = self.link.data().confirmations;
        let (from, to) = (days.from.map(Day), days.to.map(Day));
        if self.link.entry.to() == self.cooperation.partner { (from, to) } else { (to, from) }
    }
}

object! {
    /// A cooperation link as one of its two ends sees it.
    "Cooperation" ['s] CooperationView<'s>, implements [], |this, call|
    /// The other end.
    partner: AnyActor<'s> => AnyActor::of(this.link.snapshot, this.cooperation.partner),
    /// Which way it points.
    direction: Direction => this.cooperation.direction.into(),
    /// What joins the two.
    kind: LinkKind => this.link.data().kind.into(),
    /// What joins the two, for readers.
    kindLabel(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'static str => this.link.data().kind.label(call.language()),
    /// Where it stands in its life.
    status: LinkStatus => this.link.data().status.into(),
    /// What the two work on together.
    themes: Vec<ThemeView<'s>> => this.link.themes(),
    /// Where the two work together.
    districts: Vec<DistrictView<'s>> => this.link.districts(),
    /// The first day.
    since: Option<Day> => this.link.data().since.map(Day),
    /// The last day.
    until: Option<Day> => this.link.data().until.map(Day),
    /// What it rests on.
    basis: Option<LinkBasis> => this.link.data().basis.map(LinkBasis::from),
    /// Where it is known from.
    source: Option<&'s str> => this.link.data().source.as_deref(),
    /// A note for everybody.
    note: Option<&'s str> => this.link.data().public_note.as_deref(),
    /// The day this side confirmed it.
    confirmedOn: Option<Day> => this.confirmation_days().0,
    /// The day the partner confirmed it.
    confirmedByPartnerOn: Option<Day> => this.confirmation_days().1,
    /// The link itself.
    link: LinkView<'s> => this.link,
}

/// A page of cooperations.
pub(crate) type CooperationConnection<'s> = Paged<CooperationView<'s>>;

connection! {
    /// A page of cooperations.
    "CooperationConnection",
    /// A cooperation with its place.
    "CooperationEdge", CooperationView<'s>, (), |this, call|
}

/// What cooperations are asked with.
pub(crate) struct CooperationArguments {
    pub(crate) kinds: Option<Vec<LinkKind>>,
    pub(crate) status: Option<Vec<LinkStatus>>,
    pub(crate) window: Window,
}

/// A page of an actor's cooperations.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn cooperations(
    actor: ActorView<'_>,
    arguments: CooperationArguments,
) -> Result<CooperationConnection<'_>, ResolverError> {
    let question = CooperationQuestion {
        kinds: arguments.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
        statuses: arguments.status.unwrap_or_default().into_iter().map(Into::into).collect(),
        window: arguments.window,
    };
    let page = actor.snapshot.cooperations(actor.no, &question)?;
    Ok(Paged::with(page, (), |cooperation| CooperationView::of(actor.snapshot, cooperation)))
}

/// The shortest chain of active links between two actors.
#[derive(Clone, Debug)]
pub(crate) struct PathView<'s>(pub(crate) Vec<StepView<'s>>);

object! {
    /// The shortest chain of active cooperations from one actor to another.
    "CooperationPath" ['s] PathView<'s>, implements [], |this, call|
    /// How many links the chain has; 0 from an actor to itself.
    length: usize => this.0.len().saturating_sub(1),
    /// The chain, both ends included.
    steps: Vec<StepView<'s>> => this.0.clone(),
    /// The actors of the chain, both ends included.
    actors: Vec<AnyActor<'s>> => this.0.iter().map(|step| step.actor).collect(),
    /// The links of the chain.
    #[cost(200)]
    links: Vec<LinkView<'s>> => this.0.iter().filter_map(|step| step.link).collect(),
}

/// One step of a chain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepView<'s> {
    pub(crate) actor: AnyActor<'s>,
    pub(crate) link: Option<LinkView<'s>>,
}

object! {
    /// One step of a chain of cooperations.
    "CooperationStep" ['s] StepView<'s>, implements [], |this, call|
    /// The actor the step leads to.
    actor: AnyActor<'s> => this.actor,
    /// The link that leads there; null for the first actor.
    link: Option<LinkView<'s>> => this.link,
}

/// Somebody an actor might cooperate with.
#[derive(Clone, Debug)]
pub(crate) struct SuggestedPartnerView<'s> {
    snapshot: &'s Snapshot,
    partner: SuggestedPartner,
}

impl<'s> SuggestedPartnerView<'s> {
    /// The handle.
    pub(crate) fn new(snapshot: &'s Snapshot, partner: SuggestedPartner) -> Self {
        Self { snapshot, partner }
    }
}

object! {
    /// Somebody an actor does not cooperate with yet, and why it might.
    "SuggestedPartner" ['s] SuggestedPartnerView<'s>, implements [], |this, call|
    /// The possible partner.
    actor: AnyActor<'s> => AnyActor::of(this.snapshot, this.partner.actor),
    /// The sum of the reasons' weights; comparable within one list only.
    score: f64 => this.partner.score,
    /// The reasons as sentences, heaviest first.
    reasons(
        /// BCP-47 tag of the reader's language; English for `en…`, else German.
        language: Tag
    ): Vec<String> => {
        this.partner.reasons.iter().map(|reason| sentence(this.snapshot, reason, call.language())).collect()
    },
    /// The reasons as data, heaviest first.
    reasonDetails: Vec<ReasonView<'_>> => {
        this.partner.reasons.iter().map(|reason| ReasonView { snapshot: this.snapshot, reason }).collect()
    },
}

fn sentence(snapshot: &Snapshot, reason: &Reason, language: &str) -> String {
    let english = language.starts_with("en");
    // The words of the vocabulary are in the language of the sentence.
    let spoken = if english { "en" } else { "de" };
    let say = |de: &str, en: &str, what: &str| format!("{}: {what}", if english { en } else { de });
    match reason {
        Reason::SharedTheme(no) => {
            say("Gemeinsames Thema", "Shared theme", ThemeView::of(snapshot, *no).label(language))
        }
        Reason::SharedPartner(no) => say("Gemeinsamer Partner", "Shared partner", &snapshot.actor(*no).data().name),
        Reason::SharedDistrict(no) => {
            say("Gemeinsamer Stadtteil", "Shared district", DistrictView::of(snapshot, *no).name(language))
        }
        Reason::SharedLanguage(shared) => say("Gemeinsame Sprache", "Shared language", shared.label(spoken)),
        Reason::SharedTargetGroup(group) => say("Gemeinsame Zielgruppe", "Shared target group", group.label(spoken)),
    }
}

/// A reason.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReasonView<'r> {
    snapshot: &'r Snapshot,
    reason: &'r Reason,
}

object! {
    /// Why two actors might cooperate. One of its fields is not null.
    "PartnerReason" ['r] ReasonView<'r>, implements [], |this, call|
    /// Both work on this theme.
    theme: Option<ThemeView<'r>> => match this.reason {
        Reason::SharedTheme(no) => Some(ThemeView::of(this.snapshot, *no)),
        _ => None,
    },
    /// Both cooperate with this actor.
    partner: Option<AnyActor<'r>> => match this.reason {
        Reason::SharedPartner(no) => Some(AnyActor::of(this.snapshot, *no)),
        _ => None,
    },
    /// Both are in this district, by seat or work.
    district: Option<DistrictView<'r>> => match this.reason {
        Reason::SharedDistrict(no) => Some(DistrictView::of(this.snapshot, *no)),
        _ => None,
    },
    /// Both work in this language, a BCP-47 tag.
    language: Option<&'r domain::Language> => match this.reason {
        Reason::SharedLanguage(language) => Some(language),
        _ => None,
    },
    /// Both work for this target group, a word of the vocabulary.
    targetGroup: Option<&'static str> => match this.reason {
        Reason::SharedTargetGroup(group) => Some(group.slug()),
        _ => None,
    },
}
