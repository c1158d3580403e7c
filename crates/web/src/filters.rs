//! What the search asks, as it stands in addresses: `/?theme=language&district=wanne&open=now`.
//!
//! The order of parameters means nothing, so there is one canonical form, and pages lead other forms of it there. Pages
//! pass over parameters that nobody knows (a campaign's tracking parameters). A new filter needs a field here, a reader in
//! `reading` and a pair in `pairs`.

mod activities;
mod everything;
mod exclusions;
mod group;
mod listing;
mod merge;
mod pairs;
mod parameter_error;
mod reading;
mod shortlist;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use directory::{ActorFilter, ActorOrder, ActorQuestion, Cursor, DistrictRelation, Near, Window};
use domain::{
    ActorType,
    vocabulary::{Accessibility, Availability, Daytime, LinkKind, OfferKind, Wheelchair},
};
use url::form_urlencoded;

pub use exclusions::Exclusions;
pub use group::Group;
pub use listing::{Calendar, Listing};
pub use parameter_error::ParameterError;
use reading::QueryReader;
pub use shortlist::Shortlist;

/// How many entries a page of results has.
pub const PAGE: i32 = 20;
/// The radii that are offered, metres.
pub const RADII: [u32; 5] = [500, 1_000, 2_000, 5_000, 10_000];
/// The radius where none is said, metres.
const DEFAULT_RADIUS: f64 = 2_000.0;

/// Which entries; see [`ActorFilter`]. Lists are sorted and hold nothing twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// `text`
    pub text: Option<String>,
    /// `type`: organisation, institution or network.
    pub actor_type: Option<ActorType>,
    /// `theme`, slugs.
    pub themes: Vec<String>,
    /// `theme_match=all`: all of the themes, else any. Says nothing of less than two.
    pub all_themes: bool,
    /// `district`, slugs.
    pub districts: Vec<String>,
    /// `relation`: `based` or `active`, else either.
    pub relation: DistrictRelation,
    /// `kind`, words.
    pub kinds: Vec<String>,
    /// `language`, tags.
    pub languages: Vec<String>,
    /// `group`, words of target groups.
    pub target_groups: Vec<String>,
    /// `field`, words of fields of action.
    pub fields_of_action: Vec<String>,
    /// `free=yes`
    pub free_of_charge: bool,
    /// `appointment`: `yes` or `no`, else either.
    pub by_appointment: Option<bool>,
    /// `confidential=yes`
    pub confidential: bool,
    /// `wheelchair`, words of wheelchair access.
    pub wheelchair: Vec<Wheelchair>,
    /// `accessibility`, words of aids for people with a disability.
    pub accessibility: Vec<Accessibility>,
    /// `interpreters=yes`: institutions with interpreters.
    pub interpreters: bool,
    /// `counter_language`, tags of what institutions speak at the counter.
    pub counter_languages: Vec<String>,
    /// `offer_kind`, words of kinds of offers.
    pub offer_kinds: Vec<OfferKind>,
    /// `availability`, words of whether offers take people on today.
    pub availability: Vec<Availability>,
    /// `day`, words of weekdays.
    pub weekdays: Vec<Weekday>,
    /// `time`, words of times of day.
    pub daytimes: Vec<Daytime>,
    /// `age` in years.
    pub age: Option<u8>,
    /// `open=now`
    pub open_now: bool,
    /// `lon`, `lat` in degrees and `radius` in metres.
    pub near: Option<Near>,
    /// `actor`, the slug of the only one whose entry, offers or events are meant.
    pub actor: Option<String>,
    /// `polygon`, corners as `longitude latitude` with commas between them.
    pub polygon: Option<Vec<[f64; 2]>>,
    /// `cooperates_with`, the slug of somebody they cooperate with.
    pub cooperates_with: Option<String>,
    /// `cooperation`, words of how they cooperate: with that one, else with anybody.
    pub cooperation_kinds: Vec<LinkKind>,
    /// `member_of`, the slug of somebody they are members of.
    pub member_of: Option<String>,
    /// `network`: `yes` in a network, `no` in none, else either.
    pub in_network: Option<bool>,
    /// `not_theme`, `not_district` and so on: what must not be.
    pub excluded: Exclusions,
}

/// A whole question to the search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// Of what; by the path of the page.
    pub listing: Listing,
    /// Which entries.
    pub filters: Filters,
    /// `view`, how events are shown.
    pub calendar: Calendar,
    /// `view=map`: the map in the place of the list, where there is no room for both.
    pub is_map: bool,
    /// `shortlist`, what was kept of earlier results.
    pub shortlist: Shortlist,
    /// `from`, the day on which events begin to be shown; today where nothing is said.
    pub from: Option<NaiveDate>,
    /// `order`; the usual one where nothing is said.
    pub order: Option<ActorOrder>,
    /// `after`, a cursor.
    pub after: Option<String>,
    /// `before`, a cursor.
    pub before: Option<String>,
    /// `question`, what somebody typed, once it has been read: the filters are what was understood of it, the text is
    /// what was left. A text without it is yet to be read.
    pub question: Option<String>,
    /// `rest`, what was left of the question that a form was filled with. Only forms send it.
    pub rest: Option<String>,
}

impl Search {
    /// Reads the query part of an address, with what could not be read.
    pub fn from_query(query: &str) -> (Self, Vec<ParameterError>) {
        let mut reading = QueryReader::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            reading.take(&name, value.trim());
        }
        reading.finish()
    }

    /// The first page of everything that fits.
    pub fn of(filters: Filters) -> Self {
        Self { filters, ..Self::default() }
    }

    /// The first page of what fits in the same list.
    pub fn with_only(&self, filters: Filters) -> Self {
        let Self { listing, calendar, is_map, from, .. } = *self;
        Self { listing, calendar, is_map, from, shortlist: self.shortlist.clone(), ..Self::of(filters) }
    }

    /// The first page of the same question with other filters.
    pub fn with_filters(&self, filters: Filters) -> Self {
        let question = self.question.clone().filter(|_| !filters.is_empty());
        Self { question, ..self.with_only(filters) }
    }

    /// The same as a question about what another list has.
    pub fn in_listing(&self, listing: Listing) -> Self {
        let filters = self.filters.clone();
        let shortlist = self.shortlist.clone();
        Self { listing, shortlist, question: self.question.clone(), ..Self::of(filters) }
    }

    /// Whether everything of a list is asked for, in the usual way.
    pub fn is_start(&self) -> bool {
        *self == Self { listing: self.listing, ..Self::default() }
    }

    /// The query part of an address in its normal form; empty for everything.
    pub fn to_query(&self) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.filters.pairs() {
            pairs.append_pair(name, &value);
        }
        if let Some(order) = self.order {
            pairs.append_pair("order", order_word(order));
        }
        if let Some(word) = self.view_word() {
            pairs.append_pair("view", word);
        }
        if let Some(day) = self.from {
            pairs.append_pair("from", &day.to_string());
        }
        for (name, cursor) in [("after", &self.after), ("before", &self.before)] {
            if let Some(cursor) = cursor {
                pairs.append_pair(name, cursor);
            }
        }
        for reference in self.shortlist.iter() {
            pairs.append_pair(Shortlist::CARRIED, reference);
        }
        if let Some(question) = &self.question {
            pairs.append_pair("question", question);
        }
        pairs.finish()
    }

    /// The value of `view`; none for the usual one.
    pub fn view_word(&self) -> Option<&'static str> {
        if self.is_map { Some("map") } else { self.calendar.word() }
    }

    /// What the field of the search shows: the question as it was typed, else the text.
    pub fn typed_text(&self) -> &str {
        self.question.as_deref().or(self.filters.text.as_deref()).unwrap_or_default()
    }

    /// The question to the directory.
    pub fn actor_question(&self, now: DateTime<Utc>) -> ActorQuestion {
        ActorQuestion {
            actor_type: self.filters.actor_type,
            filter: self.filters.actor_filter(now),
            order: self.order,
            rank_text: self.question.clone(),
            window: self.window(),
        }
    }

    /// Which part of the results is shown.
    pub fn window(&self) -> Window {
        let cursor = |text: &Option<String>| text.as_deref().map(Cursor::new);
        let backwards = self.before.is_some() && self.after.is_none();
        Window {
            first: (!backwards).then_some(PAGE),
            last: backwards.then_some(PAGE),
            after: cursor(&self.after),
            before: cursor(&self.before),
        }
    }
}

impl Filters {
    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The filter of the directory. `now` is when somebody must be open.
    pub fn actor_filter(&self, now: DateTime<Utc>) -> ActorFilter {
        let mut filter = ActorFilter {
            text: self.text.clone(),
            slug: self.actor.clone(),
            themes: self.themes.clone(),
            districts: self.districts.clone(),
            district_relation: self.relation,
            kinds: self.kinds.clone(),
            languages: self.languages.clone(),
            target_groups: self.target_groups.clone(),
            fields_of_action: self.fields_of_action.clone(),
            free_of_charge: self.free_of_charge.then_some(true),
            by_appointment: self.by_appointment,
            confidential: self.confidential.then_some(true),
            wheelchair: self.wheelchair.clone(),
            accessibility: self.accessibility.clone(),
            interpreters: self.interpreters.then_some(true),
            counter_languages: self.counter_languages.clone(),
            offer_kinds: self.offer_kinds.clone(),
            availability: self.availability.clone(),
            weekdays: self.weekdays.clone(),
            daytimes: self.daytimes.clone(),
            age: self.age.map(i32::from),
            near: self.near,
            within_polygon: self.polygon.clone(),
            open_at: self.open_now.then_some(now),
            cooperates_with_slug: self.cooperates_with.clone(),
            cooperation_kinds: self.cooperation_kinds.clone(),
            member_of_slug: self.member_of.clone(),
            in_network: self.in_network,
            and: self.excluded.conditions(self.relation),
            ..ActorFilter::default()
        };
        if self.all_themes {
            filter.require_all_themes();
        }
        filter
    }
}

/// The word of an order in addresses.
pub const fn order_word(order: ActorOrder) -> &'static str {
    match order {
        ActorOrder::Relevance => "relevance",
        ActorOrder::Name => "name",
        ActorOrder::Distance => "distance",
        ActorOrder::Updated => "updated",
        ActorOrder::Verified => "verified",
    }
}

/// The word of a relation in addresses; none for either.
pub const fn relation_word(relation: DistrictRelation) -> Option<&'static str> {
    match relation {
        DistrictRelation::BasedIn => Some("based"),
        DistrictRelation::ActiveIn => Some("active"),
        DistrictRelation::Either => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(query: &str) -> String {
        let (search, mistakes) = Search::from_query(query);
        assert_eq!(mistakes, [], "{query}");
        search.to_query()
    }

    #[test]
    fn the_same_question_has_one_form() {
        for query in [
            "theme=work&theme=language&district=wanne",
            "district=wanne&theme=language,work&utm_source=x&text=&lon=&lat=&radius=500&type=any&relation=based%20"
                .trim_end_matches("%20"),
        ] {
            let form = normal(query);
            assert!(form.starts_with("theme=language&theme=work&district=wanne"), "{form}");
            assert_eq!(normal(&form), form);
        }
    }

    #[test]
    fn the_usual_order_need_not_be_said() {
        assert_eq!(normal("text=chor&order=relevance"), "text=chor");
        assert_eq!(normal("order=name"), "");
        assert_eq!(normal("text=chor&order=name"), "text=chor&order=name");
        assert_eq!(normal("order=distance"), "");
        assert_eq!(normal("order=verified&relation=based"), "order=verified");
    }

    #[test]
    fn a_place_is_read_with_a_comma_too_and_has_a_radius() {
        let (search, mistakes) = Search::from_query("lon=7,15&lat=51.54");
        assert_eq!(mistakes, []);
        let near = search.filters.near.expect("a place");
        assert_eq!((near.longitude, near.latitude, near.radius_metres), (7.15, 51.54, 2_000.0));
        assert_eq!(search.to_query(), "lon=7.15&lat=51.54&radius=2000");
    }

    #[test]
    fn features_have_one_form_too() {
        let form = "free=yes&appointment=no&confidential=yes&wheelchair=yes&wheelchair=limited&accessibility=toilet\
                    &accessibility=hearing-loop&interpreters=yes&counter_language=ar&counter_language=tr\
                    &offer_kind=volunteering&offer_kind=volunteer-training&availability=places-free\
                    &availability=waiting-list&day=monday&day=sunday&time=evening&age=8";
        assert_eq!(normal(form), form);
        assert_eq!(
            normal("age=8&time=evening&day=sunday,monday,sunday&free=yes"),
            "free=yes&day=monday&day=sunday&time=evening&age=8"
        );
    }

    #[test]
    fn all_themes_are_asked_for_where_there_are_several() {
        let form = "theme=language&theme=work&theme_match=all";
        assert_eq!(normal("theme_match=all&theme=work,language"), form);
        assert_eq!(normal("theme_match=any&theme=work,language"), "theme=language&theme=work");
        assert_eq!(normal("theme_match=all&theme=work"), "theme=work");
        let (search, _) = Search::from_query(form);
        assert!(search.filters.actor_filter(DateTime::UNIX_EPOCH).requires_all_themes());
    }

    #[test]
    fn what_must_not_be_has_one_form_and_gives_way_to_what_is_asked_for() {
        let form = "theme=language&not_type=network&not_theme=work&not_district=eickel&not_district=sodingen";
        assert_eq!(normal(form), form);
        let other = "not_district=sodingen,eickel&not_theme=work,language&theme=language&not_type=network,network";
        assert_eq!(normal(other), form);
        assert_eq!(normal("relation=based&not_district=eickel"), "relation=based&not_district=eickel");
    }

    #[test]
    fn a_polygon_has_one_form() {
        let form = "polygon=7.1+51.5%2C7.2+51.5%2C7.2+51.6";
        assert_eq!(normal(form), form);
        assert_eq!(normal("polygon=7.10+51.50,7.2++51.5,+7.2+51.6,7.1+51.5"), form);
        for wrong in ["7.1+51.5,7.2+51.5", "7.1+51.5,7.2+51.5,x", "0+0,1+1,1+0,0+1", "7.1+51.5+3,7.2+51.5,7.2+51.6"] {
            let (search, mistakes) = Search::from_query(&format!("polygon={wrong}"));
            assert_eq!(search.filters.polygon, None);
            assert!(mistakes.len() == 1 && mistakes[0].parameter() == Some("polygon"), "{mistakes:?}");
        }
        let many = (0..5_000).map(|at| format!("{at} 1")).collect::<Vec<_>>().join(",");
        let (_, mistakes) = Search::from_query(&format!("polygon={many}"));
        assert!(mistakes[0].to_string().len() < 300, "{mistakes:?}");
    }

    #[test]
    fn a_partner_is_read_by_its_former_name_too() {
        assert_eq!(normal("partner=rundtisch"), "cooperates_with=rundtisch");
        let form = "cooperates_with=a&cooperation=member_of&cooperation=funds&member_of=b&network=no";
        assert_eq!(normal("network=no&member_of=b&cooperation=funds,member_of&cooperates_with=a"), form);
    }

    #[test]
    fn how_events_are_shown_has_one_form() {
        let form = "theme=work&actor=verein&view=month&from=2026-12-01";
        assert_eq!(normal("from=2026-12-01&view=month&actor=verein&theme=work"), form);
        assert_eq!(normal("view=list"), "");
        assert_eq!(normal("view=map&theme=work"), "theme=work&view=map");
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (query, name) in [
            ("view=year", "view"),
            ("from=tomorrow", "from"),
            ("from=2500-01-01", "from"),
            ("lon=700&lat=1", "lon"),
            ("lat=x&lon=1", "lat"),
            ("type=person", "type"),
            ("open=yes", "open"),
            ("free=no", "free"),
            ("day=Montag", "day"),
            ("time=noon", "time"),
            ("wheelchair=1", "wheelchair"),
            ("accessibility=lift", "accessibility"),
            ("interpreters=no", "interpreters"),
            ("offer_kind=gift", "offer_kind"),
            ("availability=yes", "availability"),
            ("age=121", "age"),
            ("appointment=1", "appointment"),
            ("network=1", "network"),
            ("theme_match=both", "theme_match"),
            ("cooperation=friends", "cooperation"),
            ("not_type=person", "not_type"),
        ] {
            let (_, mistakes) = Search::from_query(query);
            assert_eq!(mistakes.len(), 1, "{query}");
            assert_eq!(mistakes[0].parameter(), Some(name), "{query}");
        }
        assert_eq!(Search::from_query("lon=7").1, [ParameterError::HalfAPlace]);
    }
}
