//! Projects.

use directory::{ProjectEntry, ProjectNo, Snapshot};
use domain::{page_slug::page_slug, record::EntityKind};

use super::{
    Handle,
    actor::AnyActor,
    district::{DistrictView, listed_districts},
    interfaces::NodeInterface,
    text::{Translation, text_in, translations},
    theme::{ThemeView, listed_themes},
};
use crate::{
    exec::object,
    global_id::GlobalId,
    scalars::{Day, Tag, Time},
};

/// A project.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProjectView<'s> {
    snapshot: &'s Snapshot,
    no: ProjectNo,
    entry: &'s ProjectEntry,
}

impl<'s> Handle<'s> for ProjectView<'s> {
    type No = ProjectNo;

    fn of(snapshot: &'s Snapshot, no: ProjectNo) -> Self {
        Self { snapshot, no, entry: snapshot.project(no) }
    }
}

object! {
    /// Something several actors do together for a time, with funding.
    "Project" ['s] ProjectView<'s>, implements [NodeInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Project, this.entry.record().id),
    /// What its page is called in addresses: `/project/{pageSlug}`. What stands behind the last hyphen never changes, and
    /// leads there alone; the words before it follow the title.
    pageSlug: String => page_slug(&this.entry.data().title, this.entry.record().id.uuid()),
    /// Who takes part; the first leads.
    actors: Vec<AnyActor<'s>> => {
        this.snapshot.participants_of(this.no).map(|no| AnyActor::of(this.snapshot, no)).collect()
    },
    /// The title, in the reader's language, else German, else English, else any.
    title(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): &'s str => text_in(&this.entry.data().title, call.language()).unwrap_or_default(),
    /// The title in every language there is.
    titleTexts: Vec<Translation<'s>> => translations(&this.entry.data().title),
    /// The longer text, in the reader's language, else German, else English, else any.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().description, call.language()),
    /// The description in every language there is.
    descriptionTexts: Vec<Translation<'s>> => translations(&this.entry.data().description),
    /// What it is about.
    themes: Vec<ThemeView<'s>> => listed_themes(this.snapshot, &this.entry.data().themes),
    /// Where it works.
    districts: Vec<DistrictView<'s>> => listed_districts(this.snapshot, &this.entry.data().districts),
    /// The first day.
    since: Option<Day> => this.entry.data().since.map(Day),
    /// The last day.
    until: Option<Day> => this.entry.data().until.map(Day),
    /// Who pays for it.
    funding: Option<&'s str> => this.entry.data().funding.as_deref(),
    /// Where to read more.
    website: Option<&'s str> => this.entry.data().website.as_ref().map(domain::WebAddress::as_str),
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}
