//! What clients may ask with: the input objects, and their way into the directory's questions.

use async_graphql::{ID, InputObject};
use directory::{Cursor, Near, QuestionError, Window, Within};
use domain::Position;

use crate::{
    enums::{
        Accessibility, ActorType, Availability, Daytime, DistrictRelation, LinkKind, OfferKind, Weekday, Wheelchair,
    },
    error::ResolverError,
    id_arguments::read_actor,
    scalars::{Day, Time},
};

/// Which actors. Fields are ANDed; values inside one list are ORed.
#[derive(Clone, Debug, InputObject)]
pub(crate) struct ActorFilter {
    /// All words must match, each anywhere in what is shown of an actor; accents and typos are forgiven.
    text: Option<String>,
    /// Theme slugs; a parent includes its children.
    themes: Option<Vec<String>>,
    /// District slugs; a borough includes its quarters, a city everything.
    districts: Option<Vec<String>>,
    /// How an actor must relate to one of the districts.
    #[graphql(default_with = "Some(DistrictRelation::Either)")]
    district_relation: Option<DistrictRelation>,
    /// Kind words of organisations, institutions or networks, such as `women`, `job-centre` or `round-table`.
    kinds: Option<Vec<String>>,
    /// BCP-47 tags, such as `tr`, `kmr` or `de-simple`.
    languages: Option<Vec<String>>,
    /// Target group words, such as `parents` or `newcomers`.
    target_groups: Option<Vec<String>>,
    /// The programme's fields of action: `opening`, `social-space`, `engagement`, `anti-discrimination`.
    fields_of_action: Option<Vec<String>>,
    /// Organisations, institutions or networks.
    types: Option<Vec<ActorType>>,
    /// Free of charge by their own word; false for everybody else.
    free_of_charge: Option<bool>,
    /// By appointment by their own word; false for everybody else.
    by_appointment: Option<bool>,
    /// Confidential by their own word; false for everybody else.
    confidential: Option<bool>,
    /// How a wheelchair user gets in.
    wheelchair: Option<Vec<Wheelchair>>,
    /// With one of these aids for people with a disability.
    accessibility: Option<Vec<Accessibility>>,
    /// Institutions with interpreters by their own word; false for everybody else.
    interpreters: Option<bool>,
    /// Institutions that speak one of these languages at the counter: BCP-47 tags.
    counter_languages: Option<Vec<String>>,
    /// With an offer of one of these kinds that is not over.
    offer_kinds: Option<Vec<OfferKind>>,
    /// With an offer that takes people on today in one of these ways.
    availability: Option<Vec<Availability>>,
    /// There on one of these days of a usual week: by their own opening hours, or by the schedule of an offer of theirs
    /// that has one of `themes`; any offer where no theme is asked for.
    weekdays: Option<Vec<Weekday>>,
    /// There at one of these times of day, on one of `weekdays` where those are given too.
    daytimes: Option<Vec<Daytime>>,
    /// For people of that age in years, 0 to 120: by the target groups of that age, `everyone` included.
    age: Option<i32>,
    /// Within a distance of a point.
    near: Option<NearInput>,
    /// Within a box.
    within: Option<BoundingBoxInput>,
    /// Within a polygon of 3 to 200 corners that does not cross itself or the antimeridian; the last corner may repeat the
    /// first. Its edges are straight lines between degrees, as in GeoJSON.
    within_polygon: Option<Vec<PositionInput>>,
    /// Open at that time by its opening hours, which are local to the directory.
    open_at: Option<Time>,
    /// Verified on that day or later.
    verified_since: Option<Day>,
    /// The actor of that slug (a former one too) and nobody else.
    slug: Option<String>,
    /// Joined to that actor by an active link, in either direction, of one of `cooperationKinds` where there are any.
    cooperates_with: Option<ID>,
    /// The same by the actor's slug.
    cooperates_with_slug: Option<String>,
    /// Joined to those actors by an active link of one of these kinds; to anybody where none is named.
    cooperation_kinds: Option<Vec<LinkKind>>,
    /// Member of that actor by an active link.
    member_of: Option<ID>,
    /// The same by the actor's slug.
    member_of_slug: Option<String>,
    /// Member of a network, or represented in one, by an active link; false for everybody else.
    in_network: Option<bool>,
    /// All of these too.
    and: Option<Vec<ActorFilter>>,
    /// At least one of these too.
    or: Option<Vec<ActorFilter>>,
    /// Not this.
    not: Option<Box<ActorFilter>>,
}

/// A circle on the earth.
#[derive(Clone, Copy, Debug, InputObject)]
pub(crate) struct NearInput {
    /// Degrees east of Greenwich, WGS84.
    longitude: f64,
    /// Degrees north of the equator, WGS84.
    latitude: f64,
    /// Radius in metres, more than 0.
    radius_metres: f64,
}

/// A box between two meridians and two parallels; `west` greater than `east` crosses the antimeridian.
#[derive(Clone, Copy, Debug, InputObject)]
pub(crate) struct BoundingBoxInput {
    /// Western edge in degrees, WGS84.
    west: f64,
    /// Southern edge in degrees, WGS84.
    south: f64,
    /// Eastern edge in degrees, WGS84.
    east: f64,
    /// Northern edge in degrees, WGS84.
    north: f64,
}

/// A point on the earth.
#[derive(Clone, Copy, Debug, InputObject)]
pub(crate) struct PositionInput {
    /// Degrees east of Greenwich, WGS84.
    longitude: f64,
    /// Degrees north of the equator, WGS84.
    latitude: f64,
}

/// Which offers. Fields are ANDed; values inside one list are ORed.
#[derive(Clone, Debug, Default, InputObject)]
pub(crate) struct OfferFilter {
    /// All words must match title or description; typos are forgiven in words that none has.
    text: Option<String>,
    /// Theme slugs; a parent includes its children.
    themes: Option<Vec<String>>,
    /// District slugs: where the actor is based or active.
    districts: Option<Vec<String>>,
    /// BCP-47 tags.
    languages: Option<Vec<String>>,
    /// Target group words.
    target_groups: Option<Vec<String>>,
    /// Offer kind words: `service`, `volunteering`, `volunteer-training`, `room`.
    kinds: Option<Vec<String>>,
    /// For people of that age in years, 0 to 120: by the ages that an offer says, else by its target groups.
    age: Option<i32>,
    /// Whether they take people on today; what nobody has said, or what no longer holds, is none of them.
    availability: Option<Vec<Availability>>,
    /// The id of the actor whose offers are asked for.
    actor: Option<ID>,
    /// Standing on that day.
    valid_on: Option<Day>,
    /// With all of `themes` rather than one of them.
    all_themes: Option<bool>,
    /// On one of these days of the week, by its schedule.
    weekdays: Option<Vec<Weekday>>,
    /// At one of these times of day, on one of `weekdays` where those are given too.
    daytimes: Option<Vec<Daytime>>,
    /// Given by somebody whom this filter leaves: free of charge, accessible, in a polygon, in a field of action.
    actors: Option<Box<ActorFilter>>,
    /// Not with one of these.
    not: Option<ActivityExclusionInput>,
}

/// Which events. Fields are ANDed; values inside one list are ORed.
#[derive(Clone, Debug, Default, InputObject)]
pub(crate) struct EventFilter {
    /// All words must match title or description; typos are forgiven in words that none has.
    text: Option<String>,
    /// Theme slugs; a parent includes its children.
    themes: Option<Vec<String>>,
    /// District slugs: where a host is based or active.
    districts: Option<Vec<String>>,
    /// BCP-47 tags.
    languages: Option<Vec<String>>,
    /// Target group words.
    target_groups: Option<Vec<String>>,
    /// The id of the actor that invites.
    host: Option<ID>,
    /// With a date that goes on at that time or begins later. What tells no end goes on until its day is over.
    from: Option<Time>,
    /// With a date that begins at that time or earlier.
    until: Option<Time>,
    /// For people of that age in years, 0 to 120: by its target groups.
    age: Option<i32>,
    /// With all of `themes` rather than one of them.
    all_themes: Option<bool>,
    /// On one of these days of the week.
    weekdays: Option<Vec<Weekday>>,
    /// At one of these times of day, on one of `weekdays` where those are given too.
    daytimes: Option<Vec<Daytime>>,
    /// Hosted by somebody whom this filter leaves: free of charge, accessible, in a polygon, in a field of action.
    actors: Option<Box<ActorFilter>>,
    /// Not with one of these.
    not: Option<ActivityExclusionInput>,
}

/// What offers and events must not have.
#[derive(Clone, Debug, Default, InputObject)]
pub(crate) struct ActivityExclusionInput {
    /// Theme slugs; a parent includes its children.
    themes: Option<Vec<String>>,
    /// BCP-47 tags.
    languages: Option<Vec<String>>,
    /// Target group words.
    target_groups: Option<Vec<String>>,
}

impl PositionInput {
    /// Longitude and latitude as given.
    pub(crate) const fn degrees(self) -> (f64, f64) {
        (self.longitude, self.latitude)
    }

    /// The position.
    ///
    /// # Errors
    /// [`QuestionError::InvalidPosition`].
    pub(crate) fn position(self, field: &str) -> Result<Position, ResolverError> {
        let refuse = |reason| QuestionError::off_the_earth(Some(field), reason);
        Ok(Position::new(self.longitude, self.latitude).map_err(refuse)?)
    }
}

fn list(values: Option<Vec<String>>) -> Vec<String> {
    values.unwrap_or_default()
}

fn words<W, D: From<W>>(values: Option<Vec<W>>) -> Vec<D> {
    values.unwrap_or_default().into_iter().map(D::from).collect()
}

fn actor(id: Option<&ID>, path: &str, name: &str) -> Result<Option<domain::ActorId>, ResolverError> {
    id.map(|id| read_actor(id, &format!("{path}.{name}"))).transpose()
}

impl ActorFilter {
    /// The directory's filter; without one, every actor.
    ///
    /// # Errors
    /// As [`Self::question`].
    pub(crate) fn to_filter(filter: Option<Self>) -> Result<directory::ActorFilter, ResolverError> {
        filter.map_or_else(|| Ok(directory::ActorFilter::default()), |filter| filter.question("filter"))
    }

    /// The directory's filter.
    ///
    /// # Errors
    /// [`ResolverError`] for an id that is none; everything else the directory checks itself.
    fn question(self, path: &str) -> Result<directory::ActorFilter, ResolverError> {
        let all = |filters: Option<Vec<Self>>, name: &str| {
            let filters = filters.unwrap_or_default().into_iter().enumerate();
            filters.map(|(at, filter)| filter.question(&format!("{path}.{name}[{at}]"))).collect::<Result<Vec<_>, _>>()
        };
        Ok(directory::ActorFilter {
            cooperates_with: actor(self.cooperates_with.as_ref(), path, "cooperatesWith")?,
            member_of: actor(self.member_of.as_ref(), path, "memberOf")?,
            cooperates_with_slug: self.cooperates_with_slug,
            cooperation_kinds: words(self.cooperation_kinds),
            slug: self.slug,
            member_of_slug: self.member_of_slug,
            in_network: self.in_network,
            and: all(self.and, "and")?,
            or: all(self.or, "or")?,
            not: self.not.map(|filter| filter.question(&format!("{path}.not"))).transpose()?.map(Box::new),
            text: self.text,
            themes: list(self.themes),
            districts: list(self.districts),
            district_relation: self.district_relation.unwrap_or(DistrictRelation::Either).into(),
            kinds: list(self.kinds),
            languages: list(self.languages),
            target_groups: list(self.target_groups),
            fields_of_action: list(self.fields_of_action),
            types: words(self.types),
            free_of_charge: self.free_of_charge,
            by_appointment: self.by_appointment,
            confidential: self.confidential,
            wheelchair: words(self.wheelchair),
            accessibility: words(self.accessibility),
            interpreters: self.interpreters,
            counter_languages: list(self.counter_languages),
            offer_kinds: words(self.offer_kinds),
            availability: words(self.availability),
            weekdays: words(self.weekdays),
            daytimes: words(self.daytimes),
            age: self.age,
            near: self.near.map(|NearInput { longitude, latitude, radius_metres }| Near {
                longitude,
                latitude,
                radius_metres,
            }),
            within: self.within.map(|BoundingBoxInput { west, south, east, north }| Within {
                west,
                south,
                east,
                north,
            }),
            within_polygon: self
                .within_polygon
                .map(|corners| corners.iter().map(|corner| [corner.longitude, corner.latitude]).collect()),
            open_at: self.open_at.map(|time| time.0),
            verified_since: self.verified_since.map(|day| day.0),
        })
    }
}

/// What is asked of offers and events alike.
fn conditions(
    age: Option<i32>,
    all_themes: Option<bool>,
    weekdays: Option<Vec<Weekday>>,
    daytimes: Option<Vec<Daytime>>,
    actors: Option<ActorFilter>,
    not: Option<ActivityExclusionInput>,
) -> Result<directory::ActivityFilter, ResolverError> {
    let ActivityExclusionInput { themes, languages, target_groups } = not.unwrap_or_default();
    Ok(directory::ActivityFilter {
        actor_type: None,
        actors: actors.map(|actors| actors.question("filter.actors")).transpose()?.unwrap_or_default(),
        all_themes: all_themes.unwrap_or_default(),
        weekdays: words(weekdays),
        daytimes: words(daytimes),
        age,
        not_themes: list(themes),
        not_languages: list(languages),
        not_target_groups: list(target_groups),
    })
}

impl OfferFilter {
    /// The directory's filter.
    ///
    /// # Errors
    /// [`ResolverError`] for an id that is none.
    pub(crate) fn question(self) -> Result<directory::OfferFilter, ResolverError> {
        Ok(directory::OfferFilter {
            actor: actor(self.actor.as_ref(), "filter", "actor")?,
            text: self.text,
            themes: list(self.themes),
            districts: list(self.districts),
            languages: list(self.languages),
            target_groups: list(self.target_groups),
            kinds: list(self.kinds),
            valid_on: self.valid_on.map(|day| day.0),
            availability: words(self.availability),
            conditions: conditions(
                self.age,
                self.all_themes,
                self.weekdays,
                self.daytimes,
                self.actors.map(|actors| *actors),
                self.not,
            )?,
            ..directory::OfferFilter::default()
        })
    }
}

impl EventFilter {
    /// The directory's filter.
    ///
    /// # Errors
    /// [`ResolverError`] for an id that is none.
    pub(crate) fn question(self) -> Result<directory::EventFilter, ResolverError> {
        Ok(directory::EventFilter {
            host: actor(self.host.as_ref(), "filter", "host")?,
            text: self.text,
            themes: list(self.themes),
            districts: list(self.districts),
            languages: list(self.languages),
            target_groups: list(self.target_groups),
            from: self.from.map(|time| time.0),
            until: self.until.map(|time| time.0),
            conditions: conditions(
                self.age,
                self.all_themes,
                self.weekdays,
                self.daytimes,
                self.actors.map(|actors| *actors),
                self.not,
            )?,
        })
    }
}

/// The directory's window of a connection's four arguments.
pub(crate) fn window(first: Option<i32>, after: Option<String>, last: Option<i32>, before: Option<String>) -> Window {
    Window { first, after: after.map(Cursor::new), last, before: before.map(Cursor::new) }
}
