//! What the directory says of itself, and whom to speak to.

use directory::{Counts, Snapshot};
use domain::publication::PublicContact;

use super::text::{Translation, text_in, translations};
use crate::{
    exec::object,
    scalars::{Tag, Time},
};

/// The directory as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DirectoryInfo<'s>(pub(crate) &'s Snapshot);

object! {
    /// What the directory says of itself.
    "DirectoryInfo" ['s] DirectoryInfo<'s>, implements [], |this, call|
    /// The title, in the reader's language, else German, else English, else any.
    title(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): &'s str => text_in(&this.0.settings().title, call.language()).unwrap_or_default(),
    /// The title in every language there is.
    titleTexts: Vec<Translation<'s>> => translations(&this.0.settings().title),
    /// One or two sentences.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.0.settings().description, call.language()),
    /// Grows with every change: two answers of one version are of one state of the directory.
    version: u64 => this.0.version(),
    /// When the newest change was written; null for a directory without any.
    updatedAt: Option<Time> => this.0.updated_at().map(Time),
    /// The licence of the data, as an SPDX identifier.
    licence: &'s str => &this.0.settings().licence,
    /// The time zone of opening hours and dates, as an IANA name.
    timeZone: &'static str => this.0.settings().zone.name(),
    /// How many entries there are.
    counts: CountsView => CountsView(this.0.counts()),
}

/// How many entries there are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CountsView(Counts);

object! {
    /// How many published entries there are of each type.
    "Counts" [] CountsView, implements [], |this, call|
    /// Organisations, institutions and networks together.
    actors: u64 => this.0.organisations + this.0.institutions + this.0.networks,
    /// Organisations.
    organisations: u64 => this.0.organisations,
    /// Institutions.
    institutions: u64 => this.0.institutions,
    /// Networks.
    networks: u64 => this.0.networks,
    /// Offers.
    offers: u64 => this.0.offers,
    /// Events.
    events: u64 => this.0.events,
    /// Projects.
    projects: u64 => this.0.projects,
    /// Cooperation links that both sides have confirmed.
    cooperations: u64 => this.0.links,
    /// Themes.
    themes: u64 => this.0.themes,
    /// Districts.
    districts: u64 => this.0.districts,
}

/// A person to speak to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContactView<'s>(pub(crate) &'s PublicContact);

object! {
    /// A person to speak to at an actor, as far as the person has agreed to be shown to everybody.
    "ContactPerson" ['s] ContactView<'s>, implements [], |this, call|
    /// Name.
    name: Option<&'s str> => this.0.name.as_deref(),
    /// Role at the actor, such as chair.
    role: Option<&'s str> => this.0.role.as_deref(),
    /// Telephone number.
    phone: Option<&'s str> => this.0.phone.as_deref(),
    /// E-mail address.
    email: Option<&'s str> => this.0.email.as_deref(),
}
