// A change as the log tells it: of what, whose, by whom, which fields; never a value, which may be private.
import { html, nothing } from "lit";
import { fieldLabel } from "../fields";
import type { ConsoleAuditAnswer } from "../generated/questions";
import { loggedNote } from "../import-note";
import { formatDate, hasText, t, vocabulary } from "../words";

export type LoggedChange = NonNullable<NonNullable<ConsoleAuditAnswer["viewer"]>["auditTrail"]>["nodes"][number];

export type Merge = NonNullable<LoggedChange["merge"]>;

/** What a field of a contact person is called: a value has its consent and who may see it beside it, one name for all three. */
function personFieldLabel(field: string): string {
  const [name = ""] = field.split(".");
  const key = `contact-${name.toUpperCase()}`;
  return hasText(key) ? t(key) : fieldLabel(name);
}

/** That two entries became one, or were taken apart again, with the way to undo it. */
export function mergeLine(merge: Merge | null, at: string) {
  if (!merge) return nothing;
  const names = {
    loser: merge.loserName ?? t("merges-nameless"),
    survivor: merge.survivorName ?? t("merges-nameless"),
  };
  const isUndoing = merge.undoneAt === at;
  return html`<p data-merge=${merge.id}>
    <strong>${t(isUndoing ? "merge-undone-line" : "merge-line", names)}</strong>
    ${merge.undoneAt ? nothing : html`<a href="/console/duplicates#merges">${t("merge-way")}</a>`}
  </p>`;
}

/** That an entry has become part of another one, with the way to that. */
export function mergedBar({ survivorId, survivorName }: Merge) {
  return html`<p class="bar warm" data-part="merged">
    ${t("merged-into")} <a href=${`/console/entries/${survivorId}`}><bdi>${survivorName ?? t("merges-nameless")}</bdi></a>
    <a href="/console/duplicates#merges">${t("merge-way")}</a>
  </p>`;
}

/** Where the entry that was changed stands; people and cooperations stand in those of their associations. */
function subject({ kind, entryId, entryName, owners: known }: LoggedChange) {
  const owners = known ?? [];
  const sort = t(`audit-kind-${kind.toLowerCase()}`);
  const whose = owners.map(
    ({ id, name }, at) => html`${at > 0 ? " – " : nothing}<a href=${`/console/entries/${id}`}><bdi>${name}</bdi></a>`,
  );
  if (kind === "ACTOR") return html`<a href=${`/console/entries/${entryId}/history`}>${entryName ?? sort}</a>`;
  if (kind === "PERSON" || kind === "LINK") return owners.length > 0 ? html`${sort}: ${whose}` : sort;
  const name =
    ["OFFER", "EVENT", "PROJECT"].includes(kind) && entryName
      ? html`<a href=${`/console/entries/${entryId}`}>${entryName}</a>`
      : (entryName ?? sort);
  return owners.length > 0 ? html`${name} · ${whose}` : name;
}

/** One change, below the heading of the page or below that of a part of it. */
export function changeCard(change: LoggedChange, isInPart = false) {
  const { sequence, at, kind, entryName, by, byName, note, fieldChanges, merge } = change;
  const label = kind === "PERSON" ? personFieldLabel : fieldLabel;
  const fields = [...new Set((fieldChanges ?? []).map(({ field }) => label(field)))];
  return html`<li class="card" data-sequence=${sequence}>
    ${isInPart ? html`<h3>${subject(change)}</h3>` : html`<h2>${subject(change)}</h2>`}
    <ul class="facts">
      <li>${formatDate(at)}</li>
      <li>${byName ?? vocabulary().roles[by.toLowerCase()]}</li>
      ${entryName && !["ACTOR", "PERSON", "LINK"].includes(kind) ? html`<li>${t(`audit-kind-${kind.toLowerCase()}`)}</li>` : nothing}
      ${fields.length > 0 ? html`<li>${fields.join(", ")}</li>` : nothing}
    </ul>
    ${mergeLine(merge, at)} ${note ? html`<p>${loggedNote(note)}</p>` : nothing}
  </li>`;
}
