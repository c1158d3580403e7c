// Other entries beside the one that is edited: those that look like it, and what belongs to it.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ConsoleEntryAnswer, ConsoleSimilarAnswer } from "../../generated/questions";
import { language, t } from "../words";
import "./availability";

export type Related = NonNullable<NonNullable<ConsoleEntryAnswer["viewer"]>["entries"]>["nodes"];
export type Similar = NonNullable<NonNullable<ConsoleSimilarAnswer["viewer"]>["similarActors"]>;

/** Entries that look like one that is written anew. */
export function similarList(similar: Similar) {
  if (similar.length === 0) return nothing;
  return html`<div class="bar warm" role="status">
    ${t("similar-title")}
    <ul>
      ${similar.map(
        ({ entry, reasons }) =>
          html`<li><a href=${`/console/entries/${entry.id}`} target="_blank">${entry.name}</a> (${t(`status-${entry.status}`)}): ${reasons.map(({ label }) => label).join(", ")}</li>`,
      )}
    </ul>
  </div>`;
}

/** Offers, events and projects of an entry; `saved` is called when something was said of one. */
export function relatedList(related: Related, saved: () => Promise<void>) {
  if (related.length === 0) return html`<p class="soft">${t("offers-none")}</p>`;
  // By name, so that a line keeps its place when something is said of it.
  const lines = [...related].sort((one, other) => one.name.localeCompare(other.name, language()));
  return html`<ul>
    ${repeat(lines, ({ id }) => id, (one) => {
      const { name, kind, status, slug } = one;
      const isPublic = status === "PUBLISHED" && slug;
      return html`<li>
        ${isPublic ? html`<a href=${`/${kind.toLowerCase()}/${slug}`} target="_blank" rel="noopener">${name}</a>` : name}
        · ${t(`kind-${kind}`)} · ${t(`status-${status}`)}
        ${kind === "OFFER" ? html`<console-availability .offer=${one} .saved=${saved}></console-availability>` : nothing}
      </li>`;
    })}
  </ul>`;
}
