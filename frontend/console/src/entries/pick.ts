// A small window below a button with several things to tick. Escape closes it, and so does leaving it.
import { html, nothing, type TemplateResult } from "lit";
import { focusSearch, type Option } from "../options";
import { t } from "../words";

/** How far from the edge of the page a window ends at least, pixels. */
const EDGE_PX = 8;

/** Several of several. `set` is told the new choice. */
export function pick(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: readonly string[],
  set: (chosen: readonly string[]) => void,
): TemplateResult {
  const known = options.filter(([value]) => chosen.includes(value));
  const said =
    known.length === 0
      ? t("all")
      : known.length === 1
        ? known[0]?.[1].trim()
        : t("pick-count", { count: known.length });
  return popup(
    name,
    html`<span class="pick-label">${label}</span> <span class=${known.length > 0 ? "pick-value on" : "pick-value"}><span>${said}</span></span>`,
    html`<fieldset>
      <legend class="unseen">${label}</legend>
      <console-options .label=${label} .all=${options} .chosen=${chosen} .set=${set}></console-options>
      ${known.length > 0 ? html`<button type="button" @click=${() => set([])}>${t("pick-none")}</button>` : nothing}
    </fieldset>`,
  );
}

/** A button with a window below it. */
export function popup(name: string, summary: TemplateResult | string, content: TemplateResult): TemplateResult {
  return html`<details class="pick" data-pick=${name} @toggle=${open} @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
    <summary>${summary}</summary>
    <div class="window">${content}</div>
  </details>`;
}

/** Opens a window: it does not reach beyond the edge, and the cursor stands in its search. */
function open(event: Event): void {
  focusSearch(event);
  const window = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(".window");
  if (!window) return;
  window.style.translate = "";
  const beyond = window.getBoundingClientRect().right - document.documentElement.clientWidth + EDGE_PX;
  if (beyond > 0) window.style.translate = `${-beyond}px 0`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !details.open) return;
  event.preventDefault();
  details.open = false;
  details.querySelector("summary")?.focus();
}

function closeOnLeave(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  // A click beside a label takes the focus nowhere: the window stays.
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
}
