//! Filters as the parameters of an address, in the order of its normal form.

use domain::hours::weekday_word;

use super::{Filters, relation_word};

impl Filters {
    /// The parameters in their order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut one = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        one("text", self.text.clone());
        one("type", self.actor_type.map(|actor_type| actor_type.slug().to_owned()));
        let mut many = |name, values: &[String]| pairs.extend(values.iter().map(|value| (name, value.clone())));
        many("theme", &self.themes);
        if self.all_themes && self.themes.len() > 1 {
            pairs.push(("theme_match", "all".to_owned()));
        }
        let mut many = |name, values: &[String]| pairs.extend(values.iter().map(|value| (name, value.clone())));
        many("district", &self.districts);
        pairs.extend(relation_word(self.relation).map(|word| ("relation", word.to_owned())));
        let mut many = |name, values: &[String]| pairs.extend(values.iter().map(|value| (name, value.clone())));
        many("kind", &self.kinds);
        many("language", &self.languages);
        many("group", &self.target_groups);
        many("field", &self.fields_of_action);
        pairs.extend(self.feature_pairs());
        if self.open_now {
            pairs.push(("open", "now".to_owned()));
        }
        if let Some(near) = self.near {
            pairs.push(("lon", near.longitude.to_string()));
            pairs.push(("lat", near.latitude.to_string()));
            pairs.push(("radius", near.radius_metres.to_string()));
        }
        pairs.extend(self.actor.clone().map(|slug| ("actor", slug)));
        if let Some(corners) = &self.polygon {
            let corners: Vec<_> =
                corners.iter().map(|[longitude, latitude]| format!("{longitude} {latitude}")).collect();
            pairs.push(("polygon", corners.join(",")));
        }
        pairs.extend(self.link_pairs());
        pairs.extend(self.excluded.pairs());
        pairs
    }

    /// The parameters of whom somebody is joined to, in their order.
    fn link_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.cooperates_with.clone().map(|slug| ("cooperates_with", slug)));
        pairs.extend(self.cooperation_kinds.iter().map(|kind| ("cooperation", kind.slug().to_owned())));
        pairs.extend(self.member_of.clone().map(|slug| ("member_of", slug)));
        pairs.extend(self.in_network.map(|is_so| ("network", yes_or_no(is_so).to_owned())));
        pairs
    }

    /// The parameters of how somebody can be reached, in their order.
    fn feature_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut add = |name, value: &str| pairs.push((name, value.to_owned()));
        if self.free_of_charge {
            add("free", "yes");
        }
        if let Some(by_appointment) = self.by_appointment {
            add("appointment", yes_or_no(by_appointment));
        }
        if self.confidential {
            add("confidential", "yes");
        }
        self.wheelchair.iter().for_each(|access| add("wheelchair", access.slug()));
        self.accessibility.iter().for_each(|aid| add("accessibility", aid.slug()));
        if self.interpreters {
            add("interpreters", "yes");
        }
        self.counter_languages.iter().for_each(|tag| add("counter_language", tag));
        self.offer_kinds.iter().for_each(|kind| add("offer_kind", kind.slug()));
        self.availability.iter().for_each(|word| add("availability", word.slug()));
        self.weekdays.iter().for_each(|day| add("day", weekday_word(*day)));
        self.daytimes.iter().for_each(|time| add("time", time.slug()));
        if let Some(age) = self.age {
            add("age", &age.to_string());
        }
        pairs
    }
}

const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
