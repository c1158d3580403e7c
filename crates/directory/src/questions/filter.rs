//! Filters: checking what was asked and bringing it to a [`FilterPlan`].

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{
    BoundingBox, Position, SimplePolygon,
    geography::{NotABox, NotAPosition},
    polygon::MAX_CORNERS,
};
use roaring::RoaringBitmap;

use super::{
    features::week_places,
    plan::FilterPlan,
    words::{read_field_of_action, read_kind, read_language, read_target_group, read_text},
};
use crate::{
    ActorFilter, DistrictRelation, Near, QuestionError, Snapshot, Within,
    snapshot::{
        families::{Families, Family},
        keys::latest_day_first,
        places::Circle,
    },
    text::Hits,
};

/// How deep filters may stand inside each other.
pub const MAX_DEPTH: usize = 8;
/// How many filters may stand inside one.
pub const MAX_NESTED: usize = 50;
/// How many values all lists of a filter and those inside it may have together.
pub const MAX_VALUES: usize = 200;
/// The largest radius in metres: half way round the earth.
pub const MAX_RADIUS: f64 = 20_100_000.0;

/// A checked filter.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) plan: FilterPlan,
    /// What the text of the outermost filter found, with scores.
    pub(super) hits: Option<Hits>,
    /// The outermost filter's circle.
    pub(super) circle: Option<Circle>,
}

/// A list of the outermost filter that is left aside, to count what choosing in it would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// With the days of the week, which depend on the themes: an offer counts that has one of them.
    Themes,
    Districts,
    Kinds,
    Languages,
    TargetGroups,
}

/// The families of an actor's districts by a relation.
pub(super) const fn district_family(relation: DistrictRelation) -> Family {
    match relation {
        DistrictRelation::BasedIn => Family::Based,
        DistrictRelation::ActiveIn => Family::Active,
        DistrictRelation::Either => Family::Either,
    }
}

/// The numbers that are in one of a family's bitmaps.
pub(super) fn union(families: &Families, family: Family, indexes: &[usize]) -> Arc<RoaringBitmap> {
    match indexes {
        [one] => Arc::clone(families.get(family, *one)),
        many => {
            let mut union = RoaringBitmap::new();
            many.iter().for_each(|index| union |= &**families.get(family, *index));
            Arc::new(union)
        }
    }
}

/// Reads every value of a list, telling each its place.
pub(super) fn read_all<T, V: AsRef<str>>(
    list: &[V],
    path: &str,
    name: &str,
    read: impl Fn(&str, &dyn Fn() -> String) -> Result<T, QuestionError>,
) -> Result<Vec<T>, QuestionError> {
    list.iter().enumerate().map(|(at, value)| read(value.as_ref(), &|| format!("{path}.{name}[{at}]"))).collect()
}

struct Checker<'a> {
    snapshot: &'a Snapshot,
    values: usize,
    corners: usize,
    nested: usize,
}

impl Snapshot {
    /// Checks a filter, of whose outermost lists one may be left aside.
    pub(super) fn check(&self, filter: &ActorFilter, aside: Option<Aside>) -> Result<Checked, QuestionError> {
        self.check_at("filter", filter, aside)
    }

    /// The same of a filter that stands at `path`.
    pub(super) fn check_at(
        &self,
        path: &str,
        filter: &ActorFilter,
        aside: Option<Aside>,
    ) -> Result<Checked, QuestionError> {
        let mut checker = Checker { snapshot: self, values: 0, corners: 0, nested: 0 };
        checker.measure(filter, path, 0)?;
        let (mut hits, mut circle) = (None, None);
        let plan =
            checker.plan(filter, path, aside, &mut |found| hits = Some(found), &mut |near| circle = Some(near))?;
        Ok(Checked { plan, hits, circle })
    }
}

impl Checker<'_> {
    /// Refuses what is too deep or too wide, before any work is done for it.
    fn measure(&mut self, filter: &ActorFilter, path: &str, depth: usize) -> Result<(), QuestionError> {
        let too_large =
            |what, given, allowed| QuestionError::FilterTooLarge { field: path.to_owned(), what, given, allowed };
        if depth > MAX_DEPTH {
            return Err(too_large("levels of filters inside each other", depth, MAX_DEPTH));
        }
        let lists = [
            &filter.themes,
            &filter.districts,
            &filter.kinds,
            &filter.languages,
            &filter.target_groups,
            &filter.fields_of_action,
            &filter.counter_languages,
        ];
        self.values += lists.iter().map(|list| list.len()).sum::<usize>();
        self.values += filter.types.len() + filter.wheelchair.len() + filter.weekdays.len() + filter.daytimes.len();
        self.values += filter.cooperation_kinds.len() + filter.accessibility.len() + filter.offer_kinds.len();
        self.values += filter.availability.len();
        if self.values > MAX_VALUES {
            return Err(too_large("values in lists", self.values, MAX_VALUES));
        }
        self.corners += filter.within_polygon.as_ref().map_or(0, Vec::len);
        // The first corner may be there once more.
        if self.corners > MAX_CORNERS + 1 {
            return Err(too_large("corners of polygons", self.corners, MAX_CORNERS));
        }
        self.nested += filter.and.len() + filter.or.len() + usize::from(filter.not.is_some());
        if self.nested > MAX_NESTED {
            return Err(too_large("filters inside it", self.nested, MAX_NESTED));
        }
        for (inner, path) in inner(filter, path) {
            self.measure(inner, &path, depth + 1)?;
        }
        Ok(())
    }

    fn plan(
        &self,
        filter: &ActorFilter,
        path: &str,
        aside: Option<Aside>,
        on_hits: &mut dyn FnMut(Hits),
        on_circle: &mut dyn FnMut(Circle),
    ) -> Result<FilterPlan, QuestionError> {
        let mut parts = Vec::new();
        self.lists(filter, path, aside, &mut parts)?;
        if let Some(text) = &filter.text
            && let Some(query) = read_text(text, || format!("{path}.text"))?
        {
            let hits = self.snapshot.texts.actors.search(&query);
            parts.push(FilterPlan::Set(Arc::new(hits.numbers().clone())));
            on_hits(hits);
        }
        if let Some(near) = &filter.near {
            let circle = read_near(near, path)?;
            parts.push(FilterPlan::Near(circle));
            on_circle(circle);
        }
        if let Some(within) = &filter.within {
            parts.push(FilterPlan::Within(read_within(within, path)?));
        }
        if let Some(corners) = &filter.within_polygon {
            parts.push(FilterPlan::WithinPolygon(Arc::new(read_polygon(corners, path)?)));
        }
        parts.extend(filter.open_at.map(FilterPlan::OpenAt));
        parts.extend(filter.verified_since.map(|day| self.verified_since(day)));
        self.snapshot.link_plans(filter, path, &mut parts)?;
        self.check_nested(filter, path, &mut parts)?;
        Ok(match parts.len() {
            1 => parts.remove(0),
            _ => FilterPlan::All(parts),
        })
    }

    fn check_nested(&self, filter: &ActorFilter, path: &str, parts: &mut Vec<FilterPlan>) -> Result<(), QuestionError> {
        let plan = |inner, path: String| self.plan(inner, &path, None, &mut |_| (), &mut |_| ());
        for (at, inner) in filter.and.iter().enumerate() {
            parts.push(plan(inner, format!("{path}.and[{at}]"))?);
        }
        if !filter.or.is_empty() {
            let any = filter.or.iter().enumerate().map(|(at, inner)| plan(inner, format!("{path}.or[{at}]")));
            parts.push(FilterPlan::Any(any.collect::<Result<_, _>>()?));
        }
        if let Some(inner) = &filter.not {
            parts.push(FilterPlan::Not(Box::new(plan(inner, format!("{path}.not"))?)));
        }
        Ok(())
    }

    /// The conditions of the lists. One that is left aside is checked all the same.
    fn lists(
        &self,
        filter: &ActorFilter,
        path: &str,
        aside: Option<Aside>,
        parts: &mut Vec<FilterPlan>,
    ) -> Result<(), QuestionError> {
        let snapshot = self.snapshot;
        let mut add = |family, list: &[usize], own: Option<Aside>| {
            if !list.is_empty() && (own.is_none() || own != aside) {
                parts.push(FilterPlan::Set(union(&snapshot.indexes.actors, family, list)));
            }
        };
        let themes = read_all(&filter.themes, path, "themes", |slug, at| snapshot.read_theme(slug, at))?;
        add(Family::Theme, &themes.iter().map(|theme| theme.index()).collect::<Vec<_>>(), Some(Aside::Themes));
        let districts =
            read_all(&filter.districts, path, "districts", |slug, at| Ok(snapshot.read_district(slug, at)?.index()))?;
        add(district_family(filter.district_relation), &districts, Some(Aside::Districts));
        let kinds = read_all(&filter.kinds, path, "kinds", |word, at| Ok(read_kind(word, at)? as usize))?;
        add(Family::Kind, &kinds, Some(Aside::Kinds));
        let languages =
            read_all(&filter.languages, path, "languages", |tag, at| snapshot.read_language_place(tag, at))?;
        add(Family::Language, &languages, Some(Aside::Languages));
        let groups =
            read_all(
                &filter.target_groups,
                path,
                "targetGroups",
                |word, at| Ok(read_target_group(word, at)? as usize),
            )?;
        add(Family::TargetGroup, &groups, Some(Aside::TargetGroups));
        let fields = read_all(&filter.fields_of_action, path, "fieldsOfAction", |word, at| {
            Ok(read_field_of_action(word, at)? as usize)
        })?;
        add(Family::Field, &fields, None);
        let places = week_places(&filter.weekdays, &filter.daytimes);
        if !places.is_empty() && aside != Some(Aside::Themes) {
            parts.push(FilterPlan::Set(snapshot.open_at_places(&places, &themes)));
        }
        snapshot.feature_plans(filter, path, parts)
    }

    fn verified_since(&self, day: NaiveDate) -> FilterPlan {
        let order = &self.snapshot.indexes.by_verification;
        let last = latest_day_first(Some(day));
        let spot = order.seek(|no| {
            let actor = self.snapshot.tables.actors.get(no);
            let verified = actor.and_then(|actor| actor.data().verification);
            latest_day_first(verified.map(|verification| verification.on)) <= last
        });
        FilterPlan::VerifiedBefore(order.label_at(spot))
    }
}

impl Snapshot {
    /// The place of a language's bitmap; one that nobody has is the place behind the last.
    pub(super) fn read_language_place(&self, tag: &str, at: &dyn Fn() -> String) -> Result<usize, QuestionError> {
        let language = read_language(tag, at)?;
        Ok(self.tables.languages.number(&language).map_or(usize::MAX, |no| no as usize))
    }
}

impl Snapshot {
    /// Refuses lists that have too many values together.
    pub(super) fn measure_lists(&self, lists: &[&[String]]) -> Result<(), QuestionError> {
        let given = lists.iter().map(|list| list.len()).sum();
        if given <= MAX_VALUES {
            return Ok(());
        }
        let what = "values in lists";
        Err(QuestionError::FilterTooLarge { field: "filter".to_owned(), what, given, allowed: MAX_VALUES })
    }
}

fn inner<'a>(filter: &'a ActorFilter, path: &str) -> Vec<(&'a ActorFilter, String)> {
    let and = filter.and.iter().enumerate().map(|(at, inner)| (inner, format!("{path}.and[{at}]")));
    let or = filter.or.iter().enumerate().map(|(at, inner)| (inner, format!("{path}.or[{at}]")));
    let not = filter.not.iter().map(|inner| (&**inner, format!("{path}.not")));
    and.chain(or).chain(not).collect()
}

fn read_near(near: &Near, path: &str) -> Result<Circle, QuestionError> {
    let refuse = |reason| QuestionError::off_the_earth(Some(&format!("{path}.near")), reason);
    let centre = Position::new(near.longitude, near.latitude).map_err(refuse)?;
    if near.radius_metres > 0.0 && near.radius_metres <= MAX_RADIUS {
        Ok(Circle::new(near, centre))
    } else {
        let field = format!("{path}.near.radiusMetres");
        Err(QuestionError::InvalidRadius { field, given: near.radius_metres, allowed: MAX_RADIUS })
    }
}

fn read_polygon(corners: &[[f64; 2]], path: &str) -> Result<SimplePolygon, QuestionError> {
    let refuse = |reason| QuestionError::InvalidPolygon { field: format!("{path}.withinPolygon"), reason };
    SimplePolygon::new(corners).map_err(refuse)
}

fn read_within(within: &Within, path: &str) -> Result<BoundingBox, QuestionError> {
    BoundingBox::new(within.west, within.south, within.east, within.north)
        .map_err(|reason| QuestionError::InvalidBox { field: format!("{path}.within{}", edge(within, reason)), reason })
}

/// The edge that is to blame, as a step of the path; none where it takes two.
fn edge(within: &Within, reason: NotABox) -> &'static str {
    let is_given = |edge: f64, given: f64| edge.to_bits() == given.to_bits();
    match reason {
        NotABox::Corner(NotAPosition::Longitude(given)) if is_given(within.west, given) => ".west",
        NotABox::Corner(NotAPosition::Longitude(_)) => ".east",
        NotABox::Corner(NotAPosition::Latitude(given)) if is_given(within.south, given) => ".south",
        NotABox::Corner(NotAPosition::Latitude(_)) => ".north",
        NotABox::UpsideDown { .. } => "",
    }
}
