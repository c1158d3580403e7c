//! `/embed/builder`: choose what another site shall show, see it, and copy the line. The form sends itself to this
//! page, so that it works without scripts; with them it is fetched again whenever something changes.

use directory::{Facets, Snapshot};
use domain::{
    Language,
    vocabulary::{TargetGroup, Wheelchair},
};
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Locale, Page, Partner, Visit,
    embedding::{ACCENT, Embedding, WidgetView},
    pages::search::kind_label,
    parts::{
        browse::top_districts,
        layout::{Head, document},
        localised,
    },
};

/// One choice of a list, by how deep it lies in its tree.
struct TreeChoice {
    value: String,
    label: String,
    depth: usize,
}

/// Answers a request for the builder.
pub(crate) fn answer(visit: &Visit<'_>, query: &str) -> Answer {
    let embedding = Embedding::from_query(query, &visit.site.partners);
    let (embedding, wrong) = match embedding.and_then(|embedding| embedding.with_question_read(visit)) {
        Ok(embedding) => (embedding, None),
        Err(wrong) => (Embedding::default(), Some(wrong.to_string())),
    };
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let lead = match visit.site.map_hosts() {
        nobody if nobody.is_empty() => visit.say("builder-lead"),
        hosts => visit.with("builder-lead-map", "hosts", &hosts),
    }
    .into_owned();
    let head = Head {
        title: visit.say("builder-title").into_owned(),
        description: lead.clone(),
        page: Some(&Page::EmbedBuilder),
        unlisted: !query.is_empty(),
        ..Head::default()
    };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say("builder-title")) } p.lead { (lead) } } }
        div.wide.columns.builder {
            (form(visit, &embedding))
            div id="made" data-made {
                @if let Some(wrong) = wrong {
                    div.notice.wrong role="alert" { p { (visit.say("builder-wrong")) " " bdi lang="en" { (wrong) } } }
                } @else {
                    (code_section(visit, &embedding))
                }
            }
        }
    };
    Answer::page(status, document(visit, &head, &content))
}

/// The lines to copy, and what they show.
fn code_section(visit: &Visit<'_>, embedding: &Embedding) -> Markup {
    let title = localised::plain(visit, &visit.snapshot.settings().title);
    let frame = embedding.frame_path();
    // A frame has no page around whose language it could speak; here it speaks that of the builder.
    let preview = Embedding { lang: embedding.lang.or(Some(visit.locale)), ..embedding.clone() }.frame_path();
    html! {
        section aria-labelledby="line-title" {
            h2 id="line-title" { (visit.say("builder-line")) }
            p id="line-hint" { (visit.say("builder-line-hint")) }
            (line(visit, "line", &embedding.element_line(visit.origin), 4))
        }
        section aria-labelledby="preview-title" {
            h2 id="preview-title" { (visit.say("builder-preview")) }
            iframe.preview src=(preview) title=(visit.say("builder-preview")) {}
        }
        section aria-labelledby="frame-title" {
            h2 id="frame-title" { (visit.say("builder-frame")) }
            p id="frame-hint" { (visit.say("builder-frame-hint")) " " bdi.address { (visit.origin) (frame) } }
            (line(visit, "frame", &embedding.frame_line(visit.origin, &title), 4))
        }
    }
}

fn line(visit: &Visit<'_>, name: &str, text: &str, rows: u8) -> Markup {
    html! {
        div.line {
            textarea id={ (name) "-text" } readonly rows=(rows) dir="ltr" spellcheck="false"
                aria-labelledby={ (name) "-title" } aria-describedby={ (name) "-hint" } { (text) }
            button.button type="button" hidden data-copy={ (name) "-text" } data-copied=(visit.say("builder-copied")) {
                (visit.say("builder-copy"))
            }
            span role="status" {}
        }
    }
}

fn form(visit: &Visit<'_>, embedding: &Embedding) -> Markup {
    let facets = visit.snapshot.facets(None, &directory::ActorFilter::default()).unwrap_or_default();
    let lang = embedding.lang.map(Locale::tag).unwrap_or_default();
    let views = WidgetView::ALL.map(|view| TreeChoice {
        value: view.word().to_owned(),
        label: visit.say(view_key(view)).into_owned(),
        depth: 0,
    });
    let locales = Locale::ALL.map(|locale| TreeChoice {
        value: locale.tag().to_owned(),
        label: locale.own_name().to_owned(),
        depth: 0,
    });
    html! {
        form.builder method="get" action=(visit.path(&Page::EmbedBuilder)) data-builder {
            fieldset {
                legend { (visit.say("builder-what")) }
                (lockable(visit, embedding, "theme", &select(visit, ("theme", "filter-themes"), &embedding.filters.themes.join(","), Some("all-themes"), &themes(visit))))
                (lockable(visit, embedding, "district", &select(visit, ("district", "filter-districts"), &embedding.filters.districts.join(","), Some("all-districts"), &districts(visit))))
                (lockable(visit, embedding, "language", &select(visit, ("language", "filter-languages"), &embedding.filters.languages.join(","), Some("all-languages"), &languages(visit, &facets))))
                (tick(embedding, "text", &visit.say("builder-locked-text")))
                (select(visit, ("group", "filter-groups"), &embedding.filters.target_groups.join(","), Some("type-any"), &target_groups(visit)))
                (select(visit, ("kind", "filter-kinds"), &embedding.filters.kinds.join(","), Some("type-any"), &kinds(visit, &facets)))
                (choice("free", "yes", embedding.filters.free_of_charge, &visit.say("free-of-charge")))
                (choice("wheelchair", "yes", embedding.filters.wheelchair.contains(&Wheelchair::Yes), &visit.words().label(Wheelchair::Yes)))
                (hidden_inputs(embedding))
            }
            fieldset {
                legend { (visit.say("builder-how")) }
                (select(visit, ("view", "builder-view"), embedding.view.word(), None, &views))
                (select(visit, ("lang", "builder-lang"), lang, Some("builder-lang-page"), &locales))
                div.field {
                    label for="height" { (visit.say("builder-height")) }
                    input id="height" name="height" type="number" min="200" max="3000" step="10" aria-describedby="height-hint"
                        value=[embedding.height];
                    p.note id="height-hint" { (visit.say("builder-height-hint")) }
                }
                div.field {
                    label for="accent" { (visit.say("builder-accent")) }
                    input id="accent" name="accent" type="color"
                        value=(if embedding.accent.is_empty() { ACCENT } else { &embedding.accent });
                }
            }
            @if !visit.site.partners.is_empty() {
                fieldset {
                    legend { (visit.say("builder-where")) }
                    (select(visit, ("partner", "builder-partner"), &embedding.partner, Some("builder-partner-any"), &partners(visit)))
                    p.note id="partner-hint" { (visit.say("builder-partner-hint")) }
                }
            }
            button.button type="submit" { (visit.say("builder-update")) }
        }
    }
}

/// What the address asks for besides: the filters of a page of results, which no field of the form shows.
fn hidden_inputs(embedding: &Embedding) -> Markup {
    let pairs = embedding.filters.pairs().into_iter();
    let has_field = |name: &str, value: &str| match name {
        "theme" | "district" | "language" | "group" | "kind" | "free" => true,
        "wheelchair" => value == Wheelchair::Yes.slug(),
        _ => false,
    };
    let pairs = pairs.filter(|(name, value)| !has_field(name, value));
    html! {
        @for (name, value) in pairs { input type="hidden" name=(name) value=(value); }
        @if let Some(question) = &embedding.question { input type="hidden" name="question" value=(question); }
    }
}

const fn view_key(view: WidgetView) -> &'static str {
    match view {
        WidgetView::Both => "builder-view-both",
        WidgetView::List => "builder-view-list",
        WidgetView::Map => "builder-view-map",
    }
}

/// A choice with the box that locks it.
fn lockable(visit: &Visit<'_>, embedding: &Embedding, name: &'static str, choice: &Markup) -> Markup {
    html! { (choice) (tick(embedding, name, &visit.say("builder-locked"))) }
}

fn tick(embedding: &Embedding, name: &'static str, label: &str) -> Markup {
    choice("locked", name, embedding.locked.contains(&name), label)
}

/// A box to tick.
fn choice(name: &str, value: &str, is_chosen: bool, label: &str) -> Markup {
    html! {
        label.tick {
            input type="checkbox" name=(name) value=(value) checked[is_chosen];
            span { (label) }
        }
    }
}

/// A list to choose from. `all` is the key of the empty choice.
fn select(
    visit: &Visit<'_>,
    (name, label): (&str, &str),
    chosen: &str,
    all: Option<&str>,
    choices: &[TreeChoice],
) -> Markup {
    html! {
        div.field {
            label for=(name) { (visit.say(label)) }
            select id=(name) name=(name) {
                @if let Some(all) = all { option value="" { (visit.say(all)) } }
                // Several values, or one that nobody knows, come from an address and stay.
                @if !chosen.is_empty() && !choices.iter().any(|choice| choice.value == chosen) {
                    option value=(chosen) selected { (chosen) }
                }
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] {
                        ("\u{2003}".repeat(choice.depth)) (choice.label)
                    }
                }
            }
        }
    }
}

fn themes(visit: &Visit<'_>) -> Vec<TreeChoice> {
    let snapshot = visit.snapshot;
    let say = |no| (snapshot.theme(no).data().slug.to_string(), localised::plain(visit, snapshot.theme(no).label()));
    tree(snapshot.theme_roots(), 0, &|no| Snapshot::theme(snapshot, no).children(), &say)
}

fn districts(visit: &Visit<'_>) -> Vec<TreeChoice> {
    let snapshot = visit.snapshot;
    let say = |no| (snapshot.district(no).data().slug.to_string(), localised::plain_district(visit, no));
    tree(&top_districts(visit), 0, &|no| Snapshot::district(snapshot, no).children(), &say)
}

fn tree<'a, N: Copy + 'a>(
    nodes: &[N],
    depth: usize,
    children: &dyn Fn(N) -> &'a [N],
    say: &dyn Fn(N) -> (String, String),
) -> Vec<TreeChoice> {
    let mut choices = Vec::new();
    for node in nodes {
        let (value, label) = say(*node);
        choices.push(TreeChoice { value, label, depth });
        choices.extend(tree(children(*node), depth + 1, children, say));
    }
    choices
}

fn partners(visit: &Visit<'_>) -> Vec<TreeChoice> {
    let choice =
        |partner: &Partner| TreeChoice { value: partner.slug.to_string(), label: partner.name.clone(), depth: 0 };
    visit.site.partners.iter().map(choice).collect()
}

fn target_groups(visit: &Visit<'_>) -> Vec<TreeChoice> {
    let choice = |group: &TargetGroup| TreeChoice {
        value: group.slug().to_owned(),
        label: visit.words().label(*group),
        depth: 0,
    };
    TargetGroup::ALL.iter().map(choice).collect()
}

/// The kinds that somebody is of.
fn kinds(visit: &Visit<'_>, facets: &Facets) -> Vec<TreeChoice> {
    let choice =
        |(word, _): &(&str, u64)| TreeChoice { value: (*word).to_owned(), label: kind_label(visit, word), depth: 0 };
    let mut choices: Vec<TreeChoice> = facets.kinds.iter().map(choice).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

/// The languages that somebody works in.
fn languages(visit: &Visit<'_>, facets: &Facets) -> Vec<TreeChoice> {
    let choice = |(language, _): &(Language, u64)| TreeChoice {
        value: language.to_string(),
        label: visit.words().language(language),
        depth: 0,
    };
    let mut choices: Vec<TreeChoice> = facets.languages.iter().map(choice).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}
