// What stands above the form: what entry it is and what can be done with it, what became of drafts, what is wrong.
import { html, nothing } from "lit";
import { type Merge, mergedBar } from "../audit/change";
import { fieldLabel } from "../fields";
import { formatDate, language, t } from "../words";
import type { EntryContent, EntryForm, EntryType } from "./form";
import { controlId } from "./inputs";
import type { EntryNote } from "./notes";
import { ACTOR_TYPES, isActivity, type LifeAct, lifeOf } from "./operations";

/** The head of a new entry. Actors have tabs for their sorts; the rest says whose it will be. */
export function newHead(form: EntryForm, names: ReadonlyMap<string, string>) {
  if (isActivity(form.type)) return html`<h1>${t(`new-${form.type}`)}</h1> ${ownerLinks(form, names)}`;
  return html`<h1>${t("title-new")}</h1>
    <div class="tabs">
      ${ACTOR_TYPES.map((type) => html`<a class="button" href=${`/console/entries/new?type=${type}`} aria-current=${type === form.type ? "true" : nothing}>${t(`type-${type}`)}</a>`)}
    </div>`;
}

function ownerLinks(form: EntryForm, names: ReadonlyMap<string, string>) {
  const owners = form.owners;
  if (owners.length === 0)
    return html`<p class="bar bad" role="alert">${t("owner-missing")} <a href="/console/entries">${t("title-entries")}</a></p>`;
  return html`<p class="facts"><span>${t("belongs-to")} ${owners.map((id, index) => html`${index > 0 ? ", " : nothing}<a href=${`/console/entries/${id}`}>${names.get(id) ?? t("nameless")}</a>`)}</span></p>`;
}

export interface Head {
  readonly form: EntryForm;
  readonly stored: EntryContent;
  readonly names: ReadonlyMap<string, string>;
  readonly proposals: number;
  /** What staff noted with its changes, newest first. */
  readonly notes: readonly EntryNote[];
  /** How it became part of another entry, if it is. */
  readonly merge: Merge | null;
  readonly isBusy: boolean;
  /** Whether whoever is published first is told so by mail. */
  readonly isWelcomed: boolean;
  readonly live: (act: LifeAct) => void;
}

/** The head of an entry that is stored. */
export function entryHead({ form, stored, names, proposals, notes, merge, isBusy, isWelcomed, live }: Head) {
  const verified = form.value("verification") as { on?: string } | null;
  const act = (name: LifeAct, tone: string) =>
    lifeOf(form.type, name)
      ? html`<button type="button" class=${tone} ?disabled=${isBusy} @click=${() => live(name)}>${t(`life-${name}`)}</button>`
      : nothing;
  return html`<h1>${stored.name}</h1>
    ${isActivity(form.type) ? ownerLinks(form, names) : nothing}
    <p class="facts">
      <span class=${`status ${stored.status}`}>${t(`status-${stored.status}`)}</span>
      ${isActivity(form.type) ? html`<span>${t(`kind-${stored.kind}`)}</span>` : html`<span>${verified?.on ? t("verified-on", { date: formatDate(verified.on) }) : t("never-verified")}</span>`}
      <span>${t("changed-on", { date: formatDate(stored.updatedAt) })}</span>
      ${stored.status === "PUBLISHED" && stored.slug ? html`<a href=${publicPath(form.type, stored.slug)} target="_blank" rel="noopener">${t("public-page")}</a>` : nothing}
      ${previewLink(form, `/preview/${encodeURIComponent(stored.id)}?language=${language()}`)}
      <a href=${`/console/entries/${stored.id}/history`}>${t("title-history")}</a>
      ${proposals > 0 ? html`<a href="/console/review">${t("entry-proposals", { count: proposals })}</a>` : nothing}
    </p>
    ${merge ? mergedBar(merge) : nothing}
    ${
      stored.status === "DRAFT" && notes.length > 0
        ? html`<div class="bar warm" data-part="notes">
          <strong>${t("read-before-publishing")}</strong>
          <ul>
            ${notes.map(({ text }) => html`<li class="lines">${text}</li>`)}
          </ul>
        </div>`
        : nothing
    }
    <div class="acts">
      ${stored.status === "DRAFT" ? act("publish", "strong") : nothing} ${stored.status === "PUBLISHED" ? act("verify", "strong") : nothing}
      ${merge ? nothing : stored.status === "ARCHIVED" ? act("restore", "strong") : act("archive", "apart")}
    </div>
    ${stored.status === "DRAFT" ? welcomeNote(form, isWelcomed) : nothing}`;
}

/** That publishing writes to the entry, where it has an address and such mails are sent. */
export function welcomeNote(form: EntryForm, isWelcomed: boolean) {
  const email = form.value("email");
  return isWelcomed && email && !isActivity(form.type)
    ? html`<p class="help" data-part="welcome">${t("publish-mail", { email: String(email) })}</p>`
    : nothing;
}

/** The way to the page that the entry would have, with what is typed and not saved: that is sent along and kept nowhere. */
function previewLink(form: EntryForm, address: string) {
  if (form.changedFields.length === 0)
    return html`<a href=${address} target="_blank" rel="noopener">${t("preview")}</a>`;
  const submit = (event: Event) => {
    event.preventDefault();
    const sent = document.createElement("form");
    Object.assign(sent, { method: "post", action: address, target: "_blank", rel: "noopener" });
    const changes = Object.assign(document.createElement("input"), {
      type: "hidden",
      name: "changes",
      value: JSON.stringify(form.changes),
    });
    sent.append(changes);
    document.body.append(sent);
    sent.submit();
    sent.remove();
  };
  // The same word as before: a longer one would move the form below the hand that types.
  return html`<a href=${address} title=${t("preview-unsaved")} @click=${submit}>${t("preview")}</a>`;
}

const publicPath = (type: EntryType, slug: string) => `/${type}/${slug}`;

export interface Messages {
  readonly form: EntryForm;
  readonly errors: ReadonlyMap<string, string>;
  readonly general: string;
  /** Whether another tab has changed the same draft. */
  readonly isElsewhere: boolean;
  readonly discard: () => void;
  readonly focus: (event: Event, field: string) => void;
}

/** What became of drafts, and everything that is wrong. */
export function messages({ form, errors, general, isElsewhere, discard, focus }: Messages) {
  const others = [...errors].filter(([, message]) => message);
  return html`
    ${
      form.draftFrom
        ? html`<div class="bar warm" role="status">
          ${t("draft-restored", { date: formatDate(form.draftFrom) })}
          <button type="button" @click=${discard}>${t("draft-discard")}</button>
        </div>`
        : nothing
    }
    ${isElsewhere ? html`<div class="bar warm" role="status">${t("draft-elsewhere")}</div>` : nothing}
    ${form.isKept ? nothing : html`<div class="bar bad" role="alert">${t("draft-not-kept")}</div>`}
    ${
      general || others.length > 0
        ? html`<div class="bar bad" role="alert" id="errors" tabindex="-1">
          ${general || t("errors-title", { count: others.length })}
          <ul>
            ${others.map(
              ([field, message]) =>
                html`<li><a href=${`#${controlId(field)}`} @click=${(event: Event) => focus(event, field)}>${fieldLabel(field)}</a>: ${message}</li>`,
            )}
          </ul>
        </div>`
        : nothing
    }
  `;
}
