// How the widget looks: filters, how many there are, the list, the map beside it. Everything that a page around may
// want to style has a `part`.

import type { Words } from "@bruecke/shared/words";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { BrueckeDirectory } from "./element";
import type { Name } from "./filters";
import type { OneAnswer, StartAnswer } from "./generated/questions";
import { type Choice, chipLabel, flat, named } from "./labels";
import { mapPane } from "./map-pane";
import { TROUBLE } from "./trouble";

export type Entry = NonNullable<OneAnswer["actor"]>;

/** How many themes and languages an entry names before it counts the rest. */
const NAMED = 4;

/** What an entry does not show anyway: where a text is found in it, that is said. */
const UNSEEN = [
  "ALTERNATIVE_NAME",
  "OFFER_TITLE",
  "EVENT_TITLE",
  "OFFER_KIND",
  "OFFER_DESCRIPTION",
  "EVENT_DESCRIPTION",
  "ADDRESS",
  "DESCRIPTION",
];

/** The whole widget. */
export function view(of: BrueckeDirectory, words: Words): TemplateResult {
  const single = Boolean(of.entry);
  return html`<section
    part="base"
    class=${`shows-${single ? "list" : of.shows} pane-${of.pane}`}
    lang=${words.tag}
    dir=${words.direction}
    aria-label=${of.choices?.directory.title ?? words.say("widget-label")}
    aria-busy=${of.state === "loading" ? "true" : "false"}
  >
    ${single ? nothing : filters(of, words)}
    ${single ? nothing : chips(of, words)}
    ${
      single
        ? nothing
        : html`<div class="line">
          <p part="count" class="count" role="status">${count(of, words)}</p>
          ${of.shows === "both" ? panes(of, words) : nothing}
        </div>`
    }
    <div class="panes">
      ${of.shows === "list" || single ? nothing : mapPane(of, words)}
      <div part="results" class="results">${of.total === 0 ? nothing : (of.guidance?.help ?? nothing)}${results(of, words)}</div>
    </div>
    ${footer(of, words)}
  </section>`;
}

/** Before the words are here: what stands in the element on its page, and what to do where they never came. */
export function withoutWords(of: BrueckeDirectory): TemplateResult {
  const told = TROUBLE[of.tag] ?? TROUBLE.en;
  if (of.state === "loading" || !told) return html`<slot></slot>`;
  return html`<div part="base" lang=${of.tag} dir=${of.tag === "ar" ? "rtl" : "ltr"}>
    <div part="message" class="message" role="alert">
      <p>${of.state === "offline" ? told.offline : told.failed}</p>
      <button part="button" class="button" @click=${() => of.retry()}>${told.retry}</button>
    </div>
    <slot></slot>
  </div>`;
}

/** List or map, where there is no room for both beside each other. */
function panes(of: BrueckeDirectory, words: Words): TemplateResult {
  const one = (pane: BrueckeDirectory["pane"], label: string) =>
    html`<button part="button" class="button" aria-pressed=${of.pane === pane} @click=${() => (of.pane = pane)}>${words.say(label)}</button>`;
  return html`<div class="switch" role="group" aria-label=${words.say("widget-panes")}>${one("list", "calendar-list")}${one("map", "map-show")}</div>`;
}

function count(of: BrueckeDirectory, words: Words): string {
  if (of.state === "loading" && of.entries.length === 0) return words.say("widget-loading");
  return of.state === "ready" || of.state === "loading" ? words.say("results", { count: of.total }) : "";
}

function filters(of: BrueckeDirectory, words: Words): TemplateResult | typeof nothing {
  const locked = of.lockedNames;
  const { choices } = of;
  const languages =
    choices?.everything.facets.languages.map(({ language }) => ({ slug: language, label: words.language(language) })) ??
    [];
  languages.sort((one, other) => one.label.localeCompare(other.label, words.tag));
  const selects: [Name, string, string, readonly Choice[]][] = [
    ["theme", "filter-themes", "all-themes", choices?.themes ?? []],
    ["district", "filter-districts", "all-districts", choices ? withoutCity(choices) : []],
    ["language", "filter-languages", "all-languages", languages],
  ];
  const shown = selects.filter(([name]) => !locked.has(name));
  const fixed = selects.filter(([name]) => locked.has(name) && of.filters[name] !== "");
  const text = locked.has("text") ? of.filters.text : "";
  return html`${
    fixed.length === 0 && text === ""
      ? nothing
      : html`<ul part="locked" class="locked">
          ${text === "" ? nothing : html`<li><q><bdi>${text}</bdi></q></li>`}
          ${fixed.map(([name, label, , options]) => html`<li><span class="unseen">${words.say(label)}: </span>${named(options, of.filters[name])}</li>`)}
        </ul>`
  }
    ${
      locked.has("text") && shown.length === 0
        ? nothing
        : html`<form part="filters" class="filters" role="search" aria-label=${words.say("filters")} @submit=${(event: Event) => submit(of, event)}>
          ${locked.has("text") ? nothing : textField(of, words)}
          ${shown.map(([name, label, all, options]) => select(of, name, words.say(label), words.say(all), options))}
          <details part="more-filters" class="wide" @toggle=${() => void of.openFilters(true)}>
            <summary>${words.say("widget-filters")}</summary>
            ${of.moreFilters?.view()}
          </details>
        </form>`
    }`;
}

/** The question is what stands in the field: it is not sent anywhere. */
function submit(of: BrueckeDirectory, event: Event): void {
  event.preventDefault();
  const field = (event.currentTarget as HTMLFormElement).querySelector("input");
  if (field) void of.question(field.value);
}

function textField(of: BrueckeDirectory, words: Words): TemplateResult {
  const typed = (event: Event) => of.filter("text", (event.target as HTMLInputElement).value, true);
  return html`<div class="field wide">
    <label part="field" for="text"><span>${words.say("search-label")}</span></label>
    <div class="place-of-suggestions">
      <input
        part="input"
        id="text"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded="false"
        autocomplete="off"
        enterkeyhint="search"
        maxlength="200"
        .value=${of.filters.text}
        placeholder=${words.say("search-placeholder")}
        @focus=${() => void of.suggest()}
        @input=${typed}
        @change=${(event: Event) => void of.question((event.target as HTMLInputElement).value)}
      />
    </div>
  </div>`;
}

/** What of a question was understood, to be taken back one by one or all at once. */
function chips(of: BrueckeDirectory, words: Words): TemplateResult | typeof nothing {
  if (of.chips.length === 0) return nothing;
  return html`<ul part="chips" class="chips" aria-label=${words.say("chips-label")}>
    ${of.chips.map(
      (chip) => html`<li>
        <button part="button chip" class="button" @click=${() => void of.takeBack(chip)}>
          <span class="unseen">${words.say("chip-remove")} </span><bdi>${chipLabel(words, chip)}</bdi> <span aria-hidden="true">×</span>
        </button>
      </li>`,
    )}
    <li><button part="button" class="button" @click=${() => void of.takeBack(null)}>${words.say("question-exact")}</button></li>
  </ul>`;
}

function select(
  of: BrueckeDirectory,
  name: Name,
  label: string,
  all: string,
  options: readonly Choice[],
): TemplateResult {
  const chosen = of.filters[name];
  const choose = (event: Event) => of.filter(name, (event.target as HTMLSelectElement).value);
  return html`<label part="field" class="field">
    <span>${label}</span>
    <select part="select" @change=${choose}>
      <option value="" ?selected=${chosen === ""}>${all}</option>
      ${
        chosen === "" || flat(options).some(({ slug }) => slug === chosen)
          ? nothing
          : html`<option value=${chosen} selected>${named(options, chosen)}</option>`
      }
      ${flat(options).map(
        ({ slug, label: text, depth }) =>
          html`<option value=${slug} ?selected=${slug === chosen}>${"\u2003".repeat(depth)}${text}</option>`,
      )}
    </select>
  </label>`;
}

/** The only city says nothing; several do. */
function withoutCity({ districts }: StartAnswer): readonly Choice[] {
  const [city, ...others] = districts;
  return city && others.length === 0 && city.children.length > 0 ? city.children : districts;
}

function results(of: BrueckeDirectory, words: Words): unknown {
  const { state, entries, selected } = of;
  const apart = selected && !entries.some(({ slug }) => slug === selected.slug) ? selected : null;
  const visible = of.shows === "map" ? (selected ? [selected] : []) : [...(apart ? [apart] : []), ...entries];
  return html`${
    visible.length === 0
      ? nothing
      : html`<ol part="list" class="list">
          ${repeat(
            visible,
            ({ slug }) => slug,
            (entry) => item(of, words, entry),
          )}
        </ol>`
  }
    ${trouble(of, words)}
    ${state === "ready" && of.total === 0 ? empty(of, words) : nothing}
    ${
      of.hasMore && of.shows !== "map" && (state === "ready" || state === "loading") && entries.length > 0
        ? html`<button part="button more" class="button more" ?disabled=${state === "loading"} @click=${() => of.further()}>
          ${words.say("widget-more")}
        </button>`
        : nothing
    }`;
}

function trouble(of: BrueckeDirectory, words: Words): TemplateResult | typeof nothing {
  const { state } = of;
  if (state === "ready" || state === "loading") return nothing;
  const told = TROUBLE[words.tag];
  return html`<div part="message" class="message" role="alert">
    <p>${state === "offline" ? told?.offline : told?.failed}</p>
    <button part="button" class="button" @click=${() => of.retry()}>${told?.retry}</button>
  </div>`;
}

/** What comes later stands below: nothing moves under a finger. */
function empty(of: BrueckeDirectory, words: Words): TemplateResult {
  const open = (Object.keys(of.filters) as Name[]).filter(
    (name) => of.filters[name] !== "" && !of.lockedNames.has(name),
  );
  const isOpen = open.length > 0 || Object.values(of.conditions).some(Boolean);
  const loosen = () => of.loosen({ ...of.filters, ...Object.fromEntries(open.map((name) => [name, ""])) }, {}, null);
  return html`<div part="message" class="message">
    <p>${words.say(of.entry ? "widget-no-entry" : "empty-nothing-helps")}</p>
    ${isOpen ? html`<button part="button" class="button" @click=${loosen}>${words.say("show-all")}</button>` : nothing}
  </div>${of.guidance?.help ?? nothing}${of.guidance?.advice ?? nothing}`;
}

function item(of: BrueckeDirectory, words: Words, entry: Entry): TemplateResult {
  const { __typename: type, openAt, phone, phoneLink, website } = entry;
  const isSelected = of.selected?.slug === entry.slug;
  const place = entry.basedIn?.label;
  return html`<li part=${isSelected ? "entry selected" : "entry"} class="entry" aria-current=${isSelected ? "true" : nothing}>
    <p part="kind" class="kind">
      <span>${words.say(type.toLowerCase())} · ${entry.kindLabel}</span>
      ${openAt === null ? nothing : html`<span class=${openAt ? "open" : "shut"}>${words.say(openAt ? "open-now" : "closed-now")}</span>`}
    </p>
    <p class="name">
      <a part="name" href=${of.profile(entry).href} target="_blank" rel="noopener" @click=${() => of.chosen(entry)}
        ><bdi>${entry.name.replace("e. V.", "e.\u00a0V.")}</bdi><span class="unseen"> (${words.say("new-tab")})</span></a
      >
    </p>
    ${entry.summary ? html`<p part="summary" class="summary" dir="auto">${entry.summary}</p>` : nothing}
    ${entry.matchReasons.map(({ part, text }) => (UNSEEN.includes(part) ? html`<p part="match" class="match"><bdi>${text}</bdi></p>` : nothing))}
    <p class="facts">
      ${place ? html`<span part="place">${place}</span>` : nothing}
      ${
        entry.languages.length === 0
          ? nothing
          : html`<span part="languages"><span class="unseen">${words.say("languages")}: </span>${few(
              entry.languages.map((tag) => words.language(tag)),
              words,
            )}</span>`
      }
    </p>
    ${
      entry.themes.length === 0
        ? nothing
        : html`<p part="themes" class="themes"><span class="unseen">${words.say("themes")}: </span>${few(
            entry.themes.map(({ label }) => label),
            words,
          )}</p>`
    }
    <p class="links">
          ${
            phone
              ? html`<a part="link" class="button" href=${phoneLink ?? ""}
                ><span class="unseen">${words.say("call")} <bdi>${entry.name}</bdi>: </span><bdi dir="ltr">${phone}</bdi></a
              >`
              : nothing
          }
          ${
            website && /^https?:/.test(website)
              ? html`<a part="link" class="button" href=${website} target="_blank" rel="noopener nofollow"
                >${words.say("website")}<span class="unseen"> <bdi>${entry.name}</bdi> (${words.say("new-tab")})</span></a
              >`
              : nothing
          }
          <button part="suggest" class="plain" @click=${() => void of.suggestChange(entry.slug)}>
            ${words.say("nav-suggest")}<span class="unseen">: <bdi>${entry.name}</bdi></span>
          </button>
    </p>
  </li>`;
}

/** The first of many, and how many more there are. */
function few(all: readonly string[], words: Words): string {
  const more = all.length - NAMED;
  const shown = all.slice(0, NAMED).join(words.tag === "ar" ? "، " : ", ");
  return more > 0 ? `${shown} ${words.say("more", { count: more })}` : shown;
}

/** Fills in who funds the directory, where there is a place for it. */
export async function fillFunders({ shadowRoot, words, base }: BrueckeDirectory): Promise<void> {
  const place = shadowRoot?.querySelector<HTMLElement>(".funders");
  if (!shadowRoot || !place || !words?.funding || place.dataset.tag === words.tag) return;
  place.dataset.tag = words.tag;
  const script = await import("./funding").catch(() => null);
  script?.showFunding(shadowRoot, place, words.funding, base, words.say("new-tab"));
}

function footer(of: BrueckeDirectory, words: Words): TemplateResult | typeof nothing {
  const directory = of.choices?.directory;
  if (!directory) return nothing;
  const home = new URL(words.tag === "de" ? "" : `${words.tag}/`, of.base);
  // What stands in it comes with a script of its own, where somebody is named.
  const funders = words.funding ? html`<div part="funders" class="funders" lang=${words.tag}></div>` : nothing;
  return html`${funders}<p part="footer" class="footer">
    <a href=${home.href} target="_blank" rel="noopener">${directory.title}<span class="unseen"> (${words.say("new-tab")})</span></a>
    ${
      of.entry
        ? nothing
        : html`<button part="suggest" class="plain" @click=${() => void of.suggestChange(null)}>${words.say("widget-missing")}</button>`
    }
    <span>${words.say("data-licence", { licence: directory.licence })}</span>
  </p>`;
}
