// Filters that few readers look for, below those that everybody sees. They come once somebody opens them.
import type { html as Html, nothing as Nothing, TemplateResult } from "lit";
import type { BrueckeDirectory } from "./element";
import type { Preset } from "./filters";
import { adoptSheet } from "./sheets";

/** A value of a filter, as the service names it: by the parameter of an address. */
interface Value {
  readonly value: string;
  readonly label: string;
}

interface Tick extends Value {
  readonly name: Preset;
}

interface Select {
  readonly name: Preset;
  readonly label: string;
  readonly values: readonly Value[];
}

interface Answer {
  readonly ticks: readonly Tick[];
  readonly selects: readonly Select[];
  /** An age in years, 0 to `most`. */
  readonly age: { readonly name: Preset; readonly label: string; readonly most: number };
  /** What a choice says that asks for nothing. */
  readonly any: string;
}

/** The filters in one language. */
export interface MoreFilters {
  readonly tag: string;
  readonly view: () => TemplateResult;
  /** What the value of one of them is called. */
  readonly label: (name: string, value: string) => string;
}

/** Lit, which the first script has. */
interface Lit {
  readonly html: typeof Html;
  readonly nothing: typeof Nothing;
}

const STYLE = `
.more-filters {
  display: flex;
  flex-wrap: wrap;
  gap: 0.6em;
  margin-block-start: 0.6em;
}
.tick {
  display: flex;
  flex: 1 1 9em;
  align-items: center;
  gap: 0.5em;
  min-block-size: max(44px, 2.75em);
}
.tick input {
  flex: none;
  inline-size: 1.4em;
  min-block-size: 1.4em;
  accent-color: var(--accent);
}
`;

/** The filters as the service has them in the language of the element; those that its page has set are left out. */
export async function moreFilters(of: BrueckeDirectory, lit: Lit): Promise<MoreFilters> {
  const { tag } = of;
  const response = await fetch(new URL(`widget/words/${tag}-filters.json`, of.base), { credentials: "omit" });
  if (!response.ok) throw new Error(`the filters were answered with ${response.status}`);
  const { ticks, selects, age, any } = (await response.json()) as Answer;
  if (of.shadowRoot) adoptSheet(of.shadowRoot, STYLE);
  const isFree = ({ name }: { readonly name: Preset }) => !of.presets[name];
  const values: readonly Tick[] = [
    ...ticks,
    ...selects.flatMap(({ name, values }) => values.map((value) => ({ name, ...value }))),
  ];
  return {
    tag,
    view: () => lit.html`<div class="more-filters">${ticks.filter(isFree).map((one) => tick(of, one, lit))}</div>
      <div class="more-filters">
        ${selects.filter(isFree).map((one) => select(of, one, any, lit))} ${isFree(age) ? ageField(of, age, lit) : lit.nothing}
      </div>`,
    label: (name, value) =>
      values.find((one) => one.name === name && one.value === value)?.label ?? `${age.label}: ${value}`,
  };
}

function tick(of: BrueckeDirectory, { name, value, label }: Tick, { html }: Lit): TemplateResult {
  const choose = (event: Event) => of.condition(name, (event.target as HTMLInputElement).checked ? value : "");
  return html`<label part="field" class="field tick"><input type="checkbox" .checked=${of.conditions[name] === value} @change=${choose} />${label}</label>`;
}

function select(of: BrueckeDirectory, { name, label, values }: Select, any: string, { html }: Lit): TemplateResult {
  const chosen = of.conditions[name] ?? "";
  return html`<label part="field" class="field">
    <span>${label}</span>
    <select part="select" @change=${(event: Event) => of.condition(name, (event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${chosen === ""}>${any}</option>
      ${values.map((one) => html`<option value=${one.value} ?selected=${one.value === chosen}>${one.label}</option>`)}
    </select>
  </label>`;
}

/** What is no age is told by the field and not asked. */
function ageField(of: BrueckeDirectory, { name, label, most }: Answer["age"], { html }: Lit): TemplateResult {
  const choose = (event: Event) => {
    const field = event.target as HTMLInputElement;
    if (field.reportValidity()) of.condition(name, field.value);
  };
  return html`<label part="field" class="field">
    <span>${label}</span>
    <input part="input" type="number" inputmode="numeric" min="0" max=${most} .value=${of.conditions[name] ?? ""} @change=${choose} />
  </label>`;
}
