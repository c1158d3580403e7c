// Other entries beside the one that is edited: those that look like it, and what belongs to it.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "../client";
import { ConsoleRelated, type ConsoleRelatedAnswer, type ConsoleSimilarAnswer } from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { undoOf } from "../undo";
import { attempt } from "../view";
import { language, t } from "../words";
import { ACTIVITY_TYPES, lifeOf } from "./operations";
import "./availability";

export type Related = NonNullable<NonNullable<ConsoleRelatedAnswer["viewer"]>["entries"]>["nodes"];
export type Similar = NonNullable<NonNullable<ConsoleSimilarAnswer["viewer"]>["similarActors"]>;

/** Reads what belongs to an actor. */
export const readRelated = async (id: string): Promise<Related> =>
  (await request(ConsoleRelated, { id })).viewer?.entries?.nodes ?? [];

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

/** Offers, events and projects of an entry, with ways to add, edit and archive them; `saved` is called when something was changed. */
export function relatedList(owner: string, related: Related, saved: () => Promise<void>) {
  // By name, so that a line keeps its place when something is said of it.
  const lines = [...related].sort((one, other) => one.name.localeCompare(other.name, language()));
  const present = lines.filter(({ status }) => status !== "ARCHIVED");
  const archived = lines.filter(({ status }) => status === "ARCHIVED");
  return html`<div class="acts">
      ${ACTIVITY_TYPES.map((type) => html`<a class="button" href=${`/console/entries/new?type=${type}&of=${encodeURIComponent(owner)}`}>${t(`add-${type}`)}</a>`)}
    </div>
    ${
      present.length === 0
        ? html`<p class="soft">${t("offers-none")}</p>`
        : html`<ul class="related">${repeat(
            present,
            ({ id }) => id,
            (one) => relatedLine(one, saved),
          )}</ul>`
    }
    ${
      archived.length > 0
        ? html`<details><summary>${t("offers-archived", { count: archived.length })}</summary>
          <ul class="related">${repeat(
            archived,
            ({ id }) => id,
            (one) => relatedLine(one, saved),
          )}</ul></details>`
        : nothing
    }`;
}

function relatedLine(one: Related[number], saved: () => Promise<void>) {
  const { id, name, kind, status, slug } = one;
  const isArchived = status === "ARCHIVED";
  return html`<li>
    <a href=${`/console/entries/${id}`}>${name}</a> · ${t(`kind-${kind}`)} · ${t(`status-${status}`)}
    ${status === "PUBLISHED" && slug ? html`· <a href=${`/${kind.toLowerCase()}/${slug}`} target="_blank" rel="noopener" aria-label=${`${t("public-page")}: ${name}`}>${t("public-page")}</a>` : nothing}
    <button type="button" aria-label=${`${t(isArchived ? "life-restore" : "life-archive")}: ${name}`} @click=${() => live(one, isArchived ? "restore" : "archive", saved)}>${t(isArchived ? "life-restore" : "life-archive")}</button>
    ${kind === "OFFER" && !isArchived ? html`<console-availability .offer=${one} .saved=${saved}></console-availability>` : nothing}
  </li>`;
}

async function live(one: Related[number], act: "archive" | "restore", saved: () => Promise<void>): Promise<void> {
  const type = ACTIVITY_TYPES.find((known) => known === one.kind.toLowerCase());
  const operation = type && lifeOf(type, act);
  if (!operation) return;
  await attempt(async () => {
    const { entry, userErrors } = await mutate(operation, { id: one.id, expectedVersion: one.version });
    const undo = entry && undoOf({ id: one.id, before: one.version, after: entry.version, isStep: true }, saved);
    notify(undo ? { text: t(`life-${act}-done`), undo } : { tone: "bad", text: describeErrors(userErrors) });
    await saved();
  });
}
