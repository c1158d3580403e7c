// Whom to call at once, and what to ask instead where nobody is found: the question as it may have been meant, and what
// each condition less would give. It comes once it is needed.

import { ask } from "@bruecke/shared/ask";
import type { HelpNumber, Words, words } from "@bruecke/shared/words";
import type { html as Html, nothing as Nothing, TemplateResult } from "lit";
import type { BrueckeDirectory } from "./element";
import type { Filters, Name, Preset, Presets } from "./filters";
import { Correct, Count } from "./generated/questions";
import type { actorFilter, isOf } from "./interpretation";
import type { chipLabel, labelOfFilter } from "./labels";
import { interpret, withoutChip } from "./question";

/** What is shown. */
export interface Guidance {
  readonly help: TemplateResult | symbol;
  readonly advice: TemplateResult | symbol;
}

/** Lit, which the first script has. */
interface Lit {
  readonly html: typeof Html;
  readonly nothing: typeof Nothing;
}

/** What else the first script has, which would be a script of its own if both asked for it. */
interface Tools extends Lit {
  readonly words: typeof words;
  /** What the element says otherwise. */
  readonly general: Words;
  readonly actorFilter: typeof actorFilter;
  readonly isOf: typeof isOf;
  readonly chipLabel: typeof chipLabel;
  readonly labelOfFilter: typeof labelOfFilter;
}

/** A condition less. */
interface Loosening {
  readonly label: string;
  readonly filters: Filters;
  readonly conditions: Presets;
  readonly interpretation: BrueckeDirectory["understood"];
}

/** At most so many conditions are tried. */
const MOST = 6;

/** What helps those who ask this. Locked filters stay. */
export async function guide(of: BrueckeDirectory, tools: Tools, signal: AbortSignal): Promise<Guidance> {
  const own = await tools.words(of.base, of.tag, "-guidance");
  const isNobodyFound = of.state === "ready" && of.total === 0;
  const isFor = ({ themes }: HelpNumber) =>
    themes.length === 0 ? isNobodyFound : themes.some((theme) => of.askedThemes.includes(theme));
  const help = helpSection(own.help.filter(isFor), own, tools);
  if (!isNobodyFound) return { help, advice: tools.nothing };
  const question = of.filters.text.trim();
  const count = async ({ filters, conditions, interpretation }: Omit<Loosening, "label">) => {
    const filter = tools.actorFilter(filters, { ...of.presets, ...conditions }, interpretation);
    return (await ask(of.base, Count, { filter }, signal)).actors.totalCount;
  };
  const correct = async (): Promise<string | null> => {
    const { correction } = (await ask(of.base, Correct, { text: question, language: of.tag }, signal)).interpret;
    if (correction == null) return null;
    const interpretation = await interpret(of.base, correction, of.tag, signal);
    const meant = { filters: { ...of.filters, text: correction }, conditions: of.conditions, interpretation };
    return (await count(meant)) > 0 ? correction : null;
  };
  const correction = question === "" || of.lockedNames.has("text") ? null : correct();
  const counted = loosenings(of, tools).map(async (way) => ({ ...way, count: await count(way) }));
  const [meant, ways] = await Promise.all([correction, Promise.all(counted)]);
  const helpful = ways.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return { help, advice: adviceSection(of, meant, helpful, own, tools) };
}

/** What can be left out. */
function loosenings(of: BrueckeDirectory, { general, isOf, chipLabel, labelOfFilter }: Tools): readonly Loosening[] {
  const { filters, conditions, understood } = of;
  const read = isOf(understood, filters) ? understood : null;
  const chips = read?.chips ?? [];
  const asked = { filters, conditions, interpretation: understood };
  const ways: Loosening[] = chips.map((chip) => ({
    ...asked,
    label: chipLabel(general, chip),
    interpretation: read && withoutChip(read, chip),
  }));
  for (const [name, value] of Object.entries(conditions) as [Preset, string][]) {
    if (value !== "")
      ways.push({
        ...asked,
        label: of.moreFilters?.label(name, value) ?? value,
        conditions: { ...conditions, [name]: "" },
      });
  }
  if (read?.words && chips.length > 0)
    ways.push({ ...asked, label: read.words, interpretation: { ...read, words: "" } });
  for (const name of Object.keys(filters) as Name[]) {
    if (filters[name].trim() === "" || of.lockedNames.has(name) || (name === "text" && chips.length > 0)) continue;
    ways.push({
      ...asked,
      label: labelOfFilter(of.choices, general, name, filters[name]),
      filters: { ...filters, [name]: "" },
    });
  }
  return ways.slice(0, MOST);
}

function helpSection(numbers: readonly HelpNumber[], own: Words, { html, nothing }: Lit): TemplateResult | symbol {
  if (numbers.length === 0) return nothing;
  return html`<div part="help" class="message" role="region" aria-label=${own.say("help-numbers")}>
    <p>${own.say("help-numbers")}</p>
    <ul class="list">
      ${numbers.map(({ label, phone, link }) => html`<li><a part="link" class="button" href=${link}><bdi dir="ltr">${phone}</bdi></a> ${label}</li>`)}
    </ul>
  </div>`;
}

function adviceSection(
  of: BrueckeDirectory,
  correction: string | null,
  ways: readonly (Loosening & { readonly count: number })[],
  own: Words,
  { html, nothing }: Lit,
): TemplateResult | symbol {
  if (!correction && ways.length === 0) return nothing;
  const meant = correction
    ? html`<p>${own.say("mistake-meant")} <button part="button" class="button" @click=${() => of.search(correction)}><bdi>${correction}</bdi></button>?</p>`
    : nothing;
  const button = (way: Loosening & { readonly count: number }) => html`<li>
    <button part="button" class="button" @click=${() => of.loosen(way.filters, way.conditions, way.interpretation)}>
      ${own.say("loosen", { filter: way.label })} <span>${own.say("entries", { count: way.count })}</span>
    </button>
  </li>`;
  const list = html`<p>${own.say("empty-loosen")}</p>
    <ul class="chips">
      ${ways.map(button)}
    </ul>`;
  return html`<div part="message" class="message">${meant} ${ways.length === 0 ? nothing : list}</div>`;
}
