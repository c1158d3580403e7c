//! The filters. They belong to the form of the search field wherever they stand on the page, and each value tells
//! what choosing it would give.

use chrono::Weekday;
use directory::{DistrictNo, DistrictRelation, Facets, ThemeNo};
use domain::{
    ActorType, Language,
    hours::weekday_word,
    vocabulary::{
        Accessibility, Availability, Daytime, FieldOfAction, InstitutionKind, LinkKind, MAX_AGE, NetworkKind,
        OfferKind, OrganisationKind, TargetGroup, Wheelchair,
    },
};
use maud::{Markup, html};

use crate::{
    Visit,
    filters::{Filters, Group, Listing, RADII, Search, Shortlist, order_word, relation_word},
    parts::{
        browse::count_of,
        icons::{Icon, icon},
        localised,
        searchbox::FORM,
    },
};

/// The most languages that are listed; chosen ones always are.
const LANGUAGES: usize = 40;

/// All filters, behind one button on small screens.
pub(in crate::pages) fn panel(visit: &Visit<'_>, search: &Search, facets: &Facets) -> Markup {
    let filters = &search.filters;
    let chosen = filters.groups().filter(|group| *group != Group::Text).count();
    // What offers and events are found by is not whom they belong to.
    let of_actors = search.listing == Listing::Actors;
    html! {
        details.panel {
            summary {
                (icon(Icon::Filter)) span { (visit.say("filters")) }
                @if chosen > 0 { " " span.number { (visit.words().number(chosen as u64)) } }
            }
            div.groups role="group" aria-label=(visit.say("filters")) {
                (group(visit, filters, Group::Themes, true, &themes(visit, filters, facets)))
                (group(visit, filters, Group::Districts, true, &districts(visit, filters, facets)))
                (group(visit, filters, Group::Languages, false, &languages(visit, filters, facets)))
                @if of_actors {
                    (group(visit, filters, Group::Type, false, &types(visit, filters)))
                    (group(visit, filters, Group::Kinds, false, &kinds(visit, filters, facets)))
                }
                (group(visit, filters, Group::TargetGroups, false, &target_groups(visit, filters, facets)))
                @if of_actors { (group(visit, filters, Group::Fields, false, &fields_of_action(visit, filters))) }
                (features(visit, filters))
                @if search.listing != Listing::Events {
                    (group(visit, filters, Group::OfferKinds, false, &offer_kinds(visit, filters)))
                    (group(visit, filters, Group::Availability, search.listing == Listing::Offers, &availability(visit, filters)))
                }
                (group(visit, filters, Group::Week, false, &week(visit, filters)))
                @if of_actors {
                    (group(visit, filters, Group::Openness, false, &openness(visit, filters)))
                    (cooperation(visit, filters))
                    (group(visit, filters, Group::OpenNow, true, &open_now(visit, filters)))
                }
                (near(visit, filters))
                (hidden_inputs(search))
                div.apply { button type="submit" form=(FORM) { (visit.say("filters-apply")) } }
            }
        }
    }
}

fn group(visit: &Visit<'_>, filters: &Filters, group: Group, open: bool, content: &Markup) -> Markup {
    html! {
        details.group open[open || filters.has(group)] {
            summary { (visit.say(group.key())) }
            fieldset { legend.unseen { (visit.say(group.key())) } (content) }
        }
    }
}

/// A box to tick.
fn tick(visit: &Visit<'_>, (name, value): (&str, &str), chosen: bool, label: &Markup, count: Option<u64>) -> Markup {
    html! {
        label.tick.none[count == Some(0)] {
            input type="checkbox" form=(FORM) name=(name) value=(value) checked[chosen];
            span { (label) }
            @if let Some(count) = count { span.count { (visit.words().number(count)) } }
        }
    }
}

fn themes(visit: &Visit<'_>, filters: &Filters, facets: &Facets) -> Markup {
    let one = |no: ThemeNo| {
        let theme = visit.snapshot.theme(no).data();
        let chosen = filters.themes.iter().any(|slug| visit.snapshot.theme_by_slug(slug) == Some(no));
        let count = count_of(&facets.themes, no);
        tick(visit, ("theme", theme.slug.as_str()), chosen, &localised::theme(visit, no), Some(count))
    };
    let all =
        || tick(visit, ("theme_match", "all"), filters.all_themes, &html! { (visit.say("all-themes-only")) }, None);
    html! {
        (tree(visit.snapshot.theme_roots(), &|no| visit.snapshot.theme(no).children(), &one))
        // Scripts exchange what stands here, or comes to stand here.
        div id="theme-match" data-live { @if filters.themes.len() > 1 { (all()) } }
    }
}

fn districts(visit: &Visit<'_>, filters: &Filters, facets: &Facets) -> Markup {
    let one = |no: DistrictNo| {
        let district = visit.snapshot.district(no).data();
        let chosen = filters.districts.iter().any(|slug| visit.snapshot.district_by_slug(slug) == Some(no));
        let count = count_of(&facets.districts, no);
        tick(visit, ("district", district.slug.as_str()), chosen, &localised::district(visit, no), Some(count))
    };
    let relations = [
        (DistrictRelation::Either, "either", "relation-either"),
        (DistrictRelation::BasedIn, "based", "relation-based"),
        (DistrictRelation::ActiveIn, "active", "relation-active"),
    ];
    let top = crate::parts::browse::top_districts(visit);
    html! {
        (tree(&top, &|no| visit.snapshot.district(no).children(), &one))
        fieldset.relation {
            legend { (visit.say("relation-label")) }
            @for (relation, word, key) in relations {
                label.tick {
                    input type="radio" form=(FORM) name="relation" value=(relation_word(relation).unwrap_or(word))
                        checked[filters.relation == relation];
                    span { (visit.say(key)) }
                }
            }
        }
    }
}

/// A tree of boxes. What stands below shows once the one above or one below is ticked.
fn tree<'a, N: Copy + 'a>(nodes: &[N], children: &dyn Fn(N) -> &'a [N], one: &dyn Fn(N) -> Markup) -> Markup {
    html! {
        ul.tree {
            @for node in nodes {
                li {
                    (one(*node))
                    @if !children(*node).is_empty() { (tree(children(*node), children, one)) }
                }
            }
        }
    }
}

fn languages(visit: &Visit<'_>, filters: &Filters, facets: &Facets) -> Markup {
    let is_chosen = |language: &Language| filters.languages.iter().any(|tag| tag == language.as_str());
    // A tag without a name, such as the one that stands above several, tells readers nothing.
    let has_name = |(language, _): &&(Language, u64)| language.names().is_some() || is_chosen(language);
    let listed: Vec<&(Language, u64)> = facets.languages.iter().filter(has_name).take(LANGUAGES).collect();
    let unlisted = filters.languages.iter().filter_map(|tag| tag.parse::<Language>().ok());
    let unlisted: Vec<_> = unlisted.filter(|tag| !listed.iter().any(|(known, _)| known == tag)).collect();
    html! {
        ul.tree {
            @for (language, count) in listed {
                li { (tick(visit, ("language", language.as_str()), is_chosen(language), &html! { (visit.words().language(language)) }, Some(*count))) }
            }
            @for language in &unlisted {
                @let count = facets.languages.iter().find(|(known, _)| known == language).map_or(0, |(_, count)| *count);
                li { (tick(visit, ("language", language.as_str()), true, &html! { (visit.words().language(language)) }, Some(count))) }
            }
        }
    }
}

fn types(visit: &Visit<'_>, filters: &Filters) -> Markup {
    html! {
        label.tick {
            input type="radio" form=(FORM) name="type" value="any" checked[filters.actor_type.is_none()];
            span { (visit.say("type-any")) }
        }
        @for actor_type in ActorType::ALL {
            label.tick {
                input type="radio" form=(FORM) name="type" value=(actor_type.slug()) checked[filters.actor_type == Some(*actor_type)];
                span { (visit.words().actor_type(*actor_type)) }
            }
        }
    }
}

/// What a word of any of the three vocabularies of kinds is called.
pub(crate) fn kind_label(visit: &Visit<'_>, word: &str) -> String {
    let words = visit.words();
    let organisation = word.parse::<OrganisationKind>().ok().map(|kind| words.label(kind));
    let institution = || word.parse::<InstitutionKind>().ok().map(|kind| words.label(kind));
    let network = || word.parse::<NetworkKind>().ok().map(|kind| words.label(kind));
    organisation.or_else(institution).or_else(network).unwrap_or_else(|| word.to_owned())
}

fn kinds(visit: &Visit<'_>, filters: &Filters, facets: &Facets) -> Markup {
    let unlisted = filters.kinds.iter().filter(|word| !facets.kinds.iter().any(|(known, _)| known == word));
    html! {
        ul.tree {
            @for (word, count) in &facets.kinds {
                @let chosen = filters.kinds.iter().any(|one| one == word);
                li { (tick(visit, ("kind", word), chosen, &html! { (kind_label(visit, word)) }, Some(*count))) }
            }
            @for word in unlisted {
                li { (tick(visit, ("kind", word), true, &html! { (kind_label(visit, word)) }, Some(0))) }
            }
        }
    }
}

fn target_groups(visit: &Visit<'_>, filters: &Filters, facets: &Facets) -> Markup {
    html! {
        ul.tree {
            @for group in TargetGroup::ALL {
                @let chosen = filters.target_groups.iter().any(|word| word == group.slug());
                @let count = count_of(&facets.target_groups, *group);
                @if chosen || count > 0 {
                    li { (tick(visit, ("group", group.slug()), chosen, &html! { (visit.words().label(*group)) }, Some(count))) }
                }
            }
        }
    }
}

fn fields_of_action(visit: &Visit<'_>, filters: &Filters) -> Markup {
    html! {
        ul.tree {
            @for field in FieldOfAction::ALL {
                @let chosen = filters.fields_of_action.iter().any(|word| word == field.slug());
                li { (tick(visit, ("field", field.slug()), chosen, &html! { (visit.words().label(*field)) }, None)) }
            }
        }
    }
}

/// What it costs, how one gets in, and for what age.
fn features(visit: &Visit<'_>, filters: &Filters) -> Markup {
    let groups =
        [Group::Free, Group::Appointment, Group::Confidential, Group::Wheelchair, Group::Accessibility, Group::Age];
    let say = |key| html! { (visit.say(key)) };
    html! {
        details.group open[groups.iter().any(|group| filters.has(*group))] {
            summary { (visit.say("filter-features")) }
            fieldset {
                legend.unseen { (visit.say("filter-features")) }
                ul.tree {
                    li { (tick(visit, ("free", "yes"), filters.free_of_charge, &say("free-of-charge"), None)) }
                    li { (tick(visit, ("appointment", "no"), filters.by_appointment == Some(false), &say("without-appointment"), None)) }
                    @if filters.by_appointment == Some(true) {
                        li { (tick(visit, ("appointment", "yes"), true, &say("by-appointment"), None)) }
                    }
                    li { (tick(visit, ("confidential", "yes"), filters.confidential, &say("confidential"), None)) }
                    @for access in [Wheelchair::Yes, Wheelchair::Limited] {
                        li { (tick(visit, ("wheelchair", access.slug()), filters.wheelchair.contains(&access), &html! { (visit.words().label(access)) }, None)) }
                    }
                    @if filters.wheelchair.contains(&Wheelchair::No) {
                        li { (tick(visit, ("wheelchair", Wheelchair::No.slug()), true, &html! { (visit.words().label(Wheelchair::No)) }, None)) }
                    }
                }
                ul.tree {
                    @for aid in Accessibility::ALL {
                        li { (tick(visit, ("accessibility", aid.slug()), filters.accessibility.contains(aid), &html! { (visit.words().label(*aid)) }, None)) }
                    }
                }
                label.age {
                    span { (visit.say("filter-age")) }
                    input type="number" form=(FORM) name="age" min="0" max=(MAX_AGE) inputmode="numeric" value=[filters.age];
                }
            }
        }
    }
}

/// How open institutions are.
fn openness(visit: &Visit<'_>, filters: &Filters) -> Markup {
    let mut languages = visit.snapshot.counter_languages();
    let asked = filters.counter_languages.iter().filter_map(|tag| tag.parse::<Language>().ok());
    let unlisted: Vec<_> = asked.filter(|tag| !languages.contains(tag)).collect();
    languages.extend(unlisted);
    let is_chosen = |language: &Language| filters.counter_languages.iter().any(|tag| tag == language.as_str());
    html! {
        (tick(visit, ("interpreters", "yes"), filters.interpreters, &html! { (visit.say("interpreters")) }, None))
        @if !languages.is_empty() {
            fieldset.relation {
                legend { (visit.say("counter-languages")) }
                ul.tree {
                    @for language in languages.iter().take(LANGUAGES) {
                        li { (tick(visit, ("counter_language", language.as_str()), is_chosen(language), &html! { (visit.words().language(language)) }, None)) }
                    }
                }
            }
        }
    }
}

/// What offers are, but for what most are.
fn offer_kinds(visit: &Visit<'_>, filters: &Filters) -> Markup {
    html! {
        ul.tree {
            @for kind in OfferKind::ALL.iter().filter(|kind| **kind != OfferKind::Service || filters.offer_kinds.contains(kind)) {
                li { (tick(visit, ("offer_kind", kind.slug()), filters.offer_kinds.contains(kind), &html! { (visit.words().label(*kind)) }, None)) }
            }
        }
    }
}

/// Whether offers take people on today.
fn availability(visit: &Visit<'_>, filters: &Filters) -> Markup {
    html! {
        ul.tree {
            @for word in Availability::ALL {
                li { (tick(visit, ("availability", word.slug()), filters.availability.contains(word), &html! { (visit.words().label(*word)) }, None)) }
            }
        }
    }
}

/// In no network, and how somebody cooperates.
fn cooperation(visit: &Visit<'_>, filters: &Filters) -> Markup {
    let is_asked = [Group::Partner, Group::Umbrella, Group::Network].iter().any(|group| filters.has(*group));
    let say = |key| html! { (visit.say(key)) };
    html! {
        details.group open[is_asked] {
            summary { (visit.say("filter-cooperation")) }
            fieldset {
                legend.unseen { (visit.say("filter-cooperation")) }
                ul.tree {
                    li { (tick(visit, ("network", "no"), filters.in_network == Some(false), &say("network-none"), None)) }
                    @if filters.in_network == Some(true) {
                        li { (tick(visit, ("network", "yes"), true, &say("network-any"), None)) }
                    }
                    @for kind in LinkKind::ALL {
                        li { (tick(visit, ("cooperation", kind.slug()), filters.cooperation_kinds.contains(kind), &html! { (visit.words().cooperation_kind(*kind)) }, None)) }
                    }
                }
            }
        }
    }
}

/// Days of the week and times of day.
fn week(visit: &Visit<'_>, filters: &Filters) -> Markup {
    html! {
        ul.tree.weekdays {
            @for day in WEEK {
                li { (tick(visit, ("day", weekday_word(day)), filters.weekdays.contains(&day), &html! { (visit.words().weekday(day)) }, None)) }
            }
        }
        ul.tree {
            @for time in Daytime::ALL {
                li { (tick(visit, ("time", time.slug()), filters.daytimes.contains(time), &html! { (visit.words().label(*time)) }, None)) }
            }
        }
    }
}

/// The days of a week, Monday first.
pub(crate) const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn open_now(visit: &Visit<'_>, filters: &Filters) -> Markup {
    tick(visit, ("open", "now"), filters.open_now, &html! { (visit.say("open-now-only")) }, None)
}

/// Near a place. Without scripts it is there once an address has a place; with them, a button asks the browser for
/// one.
fn near(visit: &Visit<'_>, filters: &Filters) -> Markup {
    let radius = filters.near.map_or(f64::from(RADII[2]), |near| near.radius_metres);
    let unusual = !RADII.iter().any(|known| f64::from(*known) == radius);
    html! {
        fieldset.near data-near hidden[filters.near.is_none()] data-failed=(visit.say("near-failed")) {
            legend { (visit.say("filter-near")) }
            input type="hidden" form=(FORM) name="lon" value=[filters.near.map(|near| near.longitude)] disabled[filters.near.is_none()];
            input type="hidden" form=(FORM) name="lat" value=[filters.near.map(|near| near.latitude)] disabled[filters.near.is_none()];
            label { (visit.say("radius"))
                select form=(FORM) name="radius" disabled[filters.near.is_none()] {
                    @for metres in RADII {
                        option value=(metres) selected[f64::from(metres) == radius] { (visit.words().distance(f64::from(metres))) }
                    }
                    @if unusual { option value=(radius) selected { (visit.words().distance(radius)) } }
                }
            }
            button.quiet type="button" hidden data-locate { (icon(Icon::Target)) (visit.say("near-me")) }
            p.note role="status" {}
        }
    }
}

/// What the form must keep although no field of it shows: a polygon, partners, what must not be, an
/// order that was chosen. Scripts exchange it.
fn hidden_inputs(search: &Search) -> Markup {
    let of_actors: &[&str] =
        &["type", "kind", "field", "cooperation", "network", "open", "interpreters", "counter_language"];
    let hidden = ["actor", "polygon", "cooperates_with", "member_of"];
    let is_hidden = |name: &str| {
        hidden.contains(&name)
            || name.starts_with("not_")
            || (search.listing == Listing::Events && ["offer_kind", "availability"].contains(&name))
            || (search.listing != Listing::Actors && of_actors.contains(&name))
    };
    let pairs = search.filters.pairs().into_iter().filter(|(name, _)| is_hidden(name));
    let view = search.view_word().map(|word| ("view", word.to_owned()));
    let pairs = pairs.chain(view).chain(search.from.map(|day| ("from", day.to_string())));
    let shortlist = search.shortlist.iter().map(|reference| (Shortlist::CARRIED, reference.to_owned()));
    let order = search.order.map(|order| ("order", order_word(order).to_owned()));
    html! {
        div id="kept" data-live hidden {
            @for (name, value) in pairs.chain(order).chain(shortlist) { input type="hidden" form=(FORM) name=(name) value=(value); }
        }
    }
}
