//! The fields of the forms of `/my` as people fill them in: label, hint, what is wrong, and what others wrote.

use std::collections::BTreeSet;

use directory::{DistrictNo, ThemeNo};
use domain::{
    Language,
    language::KNOWN,
    rules::{DESCRIPTION_LENGTH, NAME_LENGTH, Problem, SUMMARY_LENGTH, Violation},
    vocabulary::{Accessibility, OfferKind, Precision, RegistrationMethod, TargetGroup, Wheelchair},
};
use maud::{Markup, html};

use super::{
    fields::{FieldInput, FieldSpec, FieldVocabulary},
    form::{EntryForm, root},
    hours_input, place,
    value::format_values,
};
use crate::{
    Visit,
    parts::{
        icons::{Icon, icon},
        localised,
    },
};

/// How often something may take place, with the keys of the words for it.
const REPETITIONS: [(&str, &str); 3] = [
    ("FREQ=WEEKLY", "my-repeats-weekly"),
    ("FREQ=WEEKLY;INTERVAL=2", "my-repeats-fortnightly"),
    ("FREQ=MONTHLY", "my-repeats-monthly"),
];

/// One input of a form: a field, or of a text the one for a language.
struct FormInput<'a> {
    visit: &'a Visit<'a>,
    form: &'a EntryForm,
    spec: &'static FieldSpec,
    /// What it is called in the form that is sent.
    name: String,
    label: String,
    /// The key of a hint.
    hint: Option<&'static str>,
}

/// All inputs of a field.
pub(super) fn inputs(visit: &Visit<'_>, form: &EntryForm, spec: &'static FieldSpec) -> Markup {
    let (label, hint) = (visit.say(spec.label), spec.hint);
    if !matches!(spec.input, FieldInput::Text | FieldInput::LongText) {
        return FormInput { visit, form, spec, name: spec.name.to_owned(), label: label.into_owned(), hint }.row();
    }
    html! {
        @for (at, language) in languages(visit, form, spec).into_iter().enumerate() {
            @let needed = if spec.name == "title" && at == 0 { visit.say("my-needed") } else { "".into() };
            @let label = format!("{label} ({}){needed}", visit.words().language(&language));
            @let hint = if at > 0 && language.as_str() == "de" { Some("my-german-hint") } else { hint };
            (FormInput { visit, form, spec, name: format!("{}.{language}", spec.name), label, hint }.row())
        }
    }
}

/// The languages a text is asked for in: the reader's first, then German, then those there are.
fn languages(visit: &Visit<'_>, form: &EntryForm, spec: &FieldSpec) -> Vec<Language> {
    let present = form.languages(spec.name);
    let mut tags = vec![visit.locale.tag()];
    for tag in ["de"].into_iter().chain(present.iter().map(String::as_str)) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.into_iter().filter_map(|tag| tag.parse().ok()).collect()
}

impl FormInput<'_> {
    fn id(&self) -> String {
        field_id(&self.name)
    }

    fn value(&self) -> &str {
        self.form.text(&self.name)
    }

    fn problem(&self) -> Option<&Violation> {
        self.form.violations.iter().find(|violation| input_of(self.visit, self.form, &violation.field) == self.name)
    }

    /// What describes the input to those who hear it.
    fn described_by(&self) -> Option<String> {
        let (id, is_wrong) = (self.id(), self.problem().is_some());
        let theirs = self.form.others.contains_key(&self.name);
        let parts = [(self.hint.is_some(), "hint"), (is_wrong, "wrong"), (theirs, "theirs")];
        let parts: Vec<String> =
            parts.iter().filter(|(is_there, _)| *is_there).map(|(_, part)| format!("{id}-{part}")).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn row(&self) -> Markup {
        let is_wrong = self.problem().is_some() || self.form.others.contains_key(&self.name);
        match self.spec.input {
            FieldInput::Ticks(vocabulary) => html! {
                div.row.wrong[is_wrong] id=(self.id()) tabindex="-1" { (self.notes()) (self.ticks(vocabulary)) }
            },
            FieldInput::Precision => html! { div.row.wrong[is_wrong] { (self.precisions()) } },
            FieldInput::Flag => html! {
                div.row.wrong[is_wrong] {
                    (self.notes())
                    label.tick {
                        input id=(self.id()) type="checkbox" name=(self.name) value="true"
                            checked[!self.form.values(&self.name).is_empty()];
                        span { (self.label) }
                    }
                }
            },
            _ => html! {
                div.row.wrong[is_wrong] {
                    label for=(self.id()) { (self.label) }
                    (self.notes())
                    (self.control())
                    @if self.spec.input == FieldInput::Hours {
                        (hours_input::helper(self.visit, &self.id()))
                        (hours_input::hours_preview(self.visit, self.value()))
                    }
                    @if self.spec.input == FieldInput::Position { (place::position_map(self.visit, &self.id())) }
                }
            },
        }
    }

    /// The hint, what is wrong, and what others wrote.
    fn notes(&self) -> Markup {
        let id = self.id();
        html! {
            @if let Some(hint) = self.hint { p.hinted id={ (id) "-hint" } { (self.visit.say(hint)) } }
            @if let Some(problem) = self.problem() {
                p.complaint id={ (id) "-wrong" } { (explain(self.visit, self.form, problem)) }
            }
            @if let Some(theirs) = self.form.others.get(&self.name) {
                p.complaint id={ (id) "-theirs" } { (self.visit.say("my-conflict-theirs")) " " (format_values(self.visit, self.spec.input, theirs)) }
            }
        }
    }

    fn control(&self) -> Markup {
        let (id, described) = (self.id(), self.described_by());
        let invalid = self.problem().map(|_| "true");
        let (kind, mode, direction) = match self.spec.input {
            FieldInput::Phone => ("tel", None, "ltr"),
            FieldInput::Email => ("email", None, "ltr"),
            // Browsers check less well than the server tells, so addresses are plain texts to them.
            FieldInput::Web => ("text", Some("url"), "ltr"),
            FieldInput::Age => ("text", Some("numeric"), "ltr"),
            FieldInput::Position => ("text", None, "ltr"),
            FieldInput::Day => ("date", None, "ltr"),
            FieldInput::Moment => ("datetime-local", None, "ltr"),
            _ => ("text", None, "auto"),
        };
        match self.spec.input {
            FieldInput::LongText | FieldInput::Lines => html! {
                textarea id=(id) name=(self.name) rows=(self.rows()) maxlength=(DESCRIPTION_LENGTH) dir="auto"
                    lang=[self.language()] aria-invalid=[invalid] aria-describedby=[described] { "\n" (self.value()) }
            },
            FieldInput::YesNo => self.select(&[
                ("true".to_owned(), self.visit.say("my-yes").into_owned()),
                ("false".to_owned(), self.visit.say("my-no").into_owned()),
            ]),
            FieldInput::Word(vocabulary) => self.select(&choices(self.visit, vocabulary)),
            FieldInput::Repetition => self.select(&self.repetitions()),
            _ => html! {
                input id=(id) name=(self.name) type=(kind) inputmode=[mode] value=(self.value()) dir=(direction)
                    lang=[self.language()] autocomplete="off" maxlength=[(kind == "text").then_some(SUMMARY_LENGTH)]
                    aria-invalid=[invalid] aria-describedby=[described];
            },
        }
    }

    /// The language of a text that is one of several.
    fn language(&self) -> Option<&str> {
        let is_text = matches!(self.spec.input, FieldInput::Text | FieldInput::LongText);
        is_text.then(|| self.name.rsplit('.').next()).flatten()
    }

    fn rows(&self) -> u32 {
        match self.spec.name {
            "description" => 8,
            _ => 3,
        }
    }

    fn select(&self, choices: &[(String, String)]) -> Markup {
        html! {
            select id=(self.id()) name=(self.name) aria-invalid=[self.problem().map(|_| "true")]
                aria-describedby=[self.described_by()] {
                option value="" { (self.visit.say("my-unsaid")) }
                @for (value, label) in choices {
                    option value=(value) selected[value == self.value()] { (label) }
                }
            }
        }
    }

    /// What everybody may see of the place, in so many words.
    fn precisions(&self) -> Markup {
        html! {
            fieldset.choice id=(self.id()) tabindex="-1" aria-describedby=[self.described_by()] {
                legend { (self.label) }
                (self.notes())
                @for precision in Precision::ALL {
                    label.tick {
                        input type="radio" name=(self.name) value=(precision.slug())
                            checked[self.value() == precision.slug()];
                        span { (self.visit.say(precision_key(*precision))) }
                    }
                }
            }
        }
    }

    fn repetitions(&self) -> Vec<(String, String)> {
        let known = REPETITIONS.iter().map(|(rule, key)| ((*rule).to_owned(), self.visit.say(key).into_owned()));
        let mut choices: Vec<(String, String)> = known.collect();
        let now = self.value();
        if !now.is_empty() && !choices.iter().any(|(rule, _)| rule == now) {
            choices.push((now.to_owned(), self.visit.say("my-repeats-other").into_owned()));
        }
        choices
    }

    fn ticks(&self, vocabulary: FieldVocabulary) -> Markup {
        let ticked: BTreeSet<&str> = self.form.values(&self.name).iter().map(String::as_str).collect();
        let choices = choices(self.visit, vocabulary);
        let named = choices.iter().filter(|(value, _)| ticked.contains(value.as_str()));
        let named: Vec<&str> = named.map(|(_, label)| label.as_str()).collect();
        html! {
            details.ticking open[self.problem().is_some() || self.form.others.contains_key(&self.name)] {
                summary {
                    strong { (self.label) } ": "
                    @if named.is_empty() { (self.visit.say("my-nothing")) }
                    (named.join(self.visit.words().comma()))
                }
                fieldset {
                    legend.unseen { (self.label) }
                    @for (value, label) in &choices {
                        label.tick {
                            input type="checkbox" name=(self.name) value=(value) checked[ticked.contains(value.as_str())];
                            span { (label) }
                        }
                    }
                }
            }
            // What is no longer offered stays until somebody else takes it away.
            @for value in ticked.iter().filter(|value| !choices.iter().any(|(known, _)| known == *value)) {
                input type="hidden" name=(self.name) value=(value);
            }
        }
    }
}

/// The key of how often something takes place.
pub(super) fn repetition_key(rule: &str) -> &'static str {
    REPETITIONS.iter().find(|(known, _)| *known == rule).map_or("my-repeats-other", |(_, key)| key)
}

/// The key of what everybody sees of a place.
pub(super) const fn precision_key(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "my-place-exact",
        Precision::Street => "my-place-street",
        Precision::Quarter => "my-place-quarter",
        Precision::Hidden => "my-hidden-place",
    }
}

/// The id of the input of a name.
pub(super) fn field_id(name: &str) -> String {
    format!("field-{}", name.replace('.', "-"))
}

/// The input that a problem of a field stands at; a part or an entry of a list belongs to its field, of a text as a whole
/// the reader's language.
fn input_of(visit: &Visit<'_>, form: &EntryForm, field: &str) -> String {
    let Some(spec) = form.kind.field(root(field)) else { return String::new() };
    match spec.input {
        FieldInput::Text | FieldInput::LongText if field == spec.name => format!("{field}.{}", visit.locale.tag()),
        FieldInput::Text | FieldInput::LongText => field.to_owned(),
        _ => spec.name.to_owned(),
    }
}

/// All problems at the top, each leading to its field.
pub(super) fn problems(visit: &Visit<'_>, form: &EntryForm) -> Markup {
    html! {
        @if !form.violations.is_empty() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("suggest-wrong")) }
                ul {
                    @for violation in form.violations.iter() {
                        @let label = form.kind.field(root(&violation.field)).map(|spec| visit.say(spec.label));
                        li {
                            @if let Some(label) = label {
                                a href={ "#" (field_id(&input_of(visit, form, &violation.field))) } { (label) } ": "
                            }
                            (explain(visit, form, violation))
                        }
                    }
                }
            }
        }
        @if !form.others.is_empty() {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("my-conflict-title")) }
                p { (visit.say("my-conflict-text")) }
                ul {
                    @for name in form.others.keys() {
                        @let label = form.kind.field(root(name)).map(|spec| visit.say(spec.label));
                        li { a href={ "#" (field_id(name)) } { (label.unwrap_or_default()) } }
                    }
                }
            }
        }
    }
}

/// What is wrong, in the reader's language.
fn explain(visit: &Visit<'_>, form: &EntryForm, violation: &Violation) -> String {
    let key = match (&violation.problem, root(&violation.field)) {
        (Problem::TooLong { allowed }, _) => return visit.count("problem-too-long", *allowed as u64).into_owned(),
        (Problem::Required, "fields") => "problem-nothing",
        (Problem::Required, _) => "problem-required",
        (Problem::GermanRequired, _) => "my-problem-german",
        (Problem::EndsBeforeStart, _) => "my-problem-ends-before",
        (Problem::RecurrenceDoesNotFit(mismatch), _) if mismatch.nearest().next().is_some() => {
            let dates: Vec<String> = mismatch.nearest().map(|start| visit.words().moment(start)).collect();
            return visit.with("my-problem-repeats-dates", "dates", &dates.join(visit.words().comma())).into_owned();
        }
        (Problem::NoDateOfEvent { days }, _) => {
            let days: Vec<String> = days.iter().map(|day| visit.words().date(*day)).collect();
            return visit.with("my-problem-excluded", "dates", &days.join(visit.words().comma())).into_owned();
        }
        (Problem::FarAway, place::POSITION) => "my-problem-far",
        (Problem::Unknown(_), place::POSITION) => "my-locate-none",
        (_, "socialLinks") => "problem-website",
        (_, "identifiers.osm") => "my-problem-osm",
        (_, "identifiers.wikidata") => "my-problem-wikidata",
        (_, "expectedVersion") => "problem-version",
        (_, name) => form.kind.field(name).map_or("problem-other", |spec| spec.input.problem_key()),
    };
    visit.say(key).into_owned()
}

/// What there is to choose from: value and label.
fn choices(visit: &Visit<'_>, vocabulary: FieldVocabulary) -> Vec<(String, String)> {
    let (snapshot, words) = (visit.snapshot, visit.words());
    match vocabulary {
        FieldVocabulary::Themes => {
            let mut themes = Vec::new();
            snapshot.theme_roots().iter().for_each(|root| add_theme(visit, *root, "", &mut themes));
            themes
        }
        FieldVocabulary::Districts => {
            let label = |no: DistrictNo| localised::plain_district(visit, no);
            snapshot.districts().map(|no| (snapshot.district(no).record().id.to_string(), label(no))).collect()
        }
        FieldVocabulary::Languages => KNOWN
            .iter()
            .filter_map(|known| Some((known.tag.to_owned(), words.language(&known.tag.parse().ok()?))))
            .collect(),
        FieldVocabulary::TargetGroups => {
            TargetGroup::ALL.iter().map(|group| (group.slug().to_owned(), words.label(*group))).collect()
        }
        FieldVocabulary::OfferKinds => {
            OfferKind::ALL.iter().map(|kind| (kind.slug().to_owned(), words.label(*kind))).collect()
        }
        FieldVocabulary::Accessibility => {
            Accessibility::ALL.iter().map(|aid| (aid.slug().to_owned(), words.label(*aid))).collect()
        }
        FieldVocabulary::RegistrationMethods => {
            RegistrationMethod::ALL.iter().map(|method| (method.slug().to_owned(), words.label(*method))).collect()
        }
        FieldVocabulary::Wheelchair => {
            Wheelchair::ALL.iter().map(|access| (access.slug().to_owned(), words.label(*access))).collect()
        }
    }
}

/// A theme and what stands below it.
fn add_theme(visit: &Visit<'_>, no: ThemeNo, above: &str, themes: &mut Vec<(String, String)>) {
    let entry = visit.snapshot.theme(no);
    let label = format!("{above}{}", localised::plain(visit, entry.label()));
    let below = format!("{label} › ");
    themes.push((entry.record().id.to_string(), label));
    entry.children().iter().for_each(|child| add_theme(visit, *child, &below, themes));
}

/// What a value of a vocabulary is called.
pub(super) fn word(visit: &Visit<'_>, vocabulary: FieldVocabulary, value: &str) -> String {
    let known = choices(visit, vocabulary).into_iter().find(|(known, _)| known == value);
    known.map_or_else(|| value.to_owned(), |(_, label)| label)
}

/// How long a name may be that is typed.
pub(super) const LONGEST_NAME: usize = NAME_LENGTH;
