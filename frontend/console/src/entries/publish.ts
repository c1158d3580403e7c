// What is said before entries are published: those first of which a note forbids or asks something. They stay drafts
// unless they are ticked.
import { html, nothing, type TemplateResult } from "lit";
import { request } from "../client";
import { openDialogue } from "../dialogue";
import { type EntryNote, readNotes } from "../editor/notes";
import { ConsoleNotifications } from "../generated/questions";
import { t } from "../words";
import type { Row } from "./rows";

/** Of so many entries the notes are read at once. */
const READ_TOGETHER = 10;
/** So much of a note is shown. */
const SHOWN_CHARACTERS = 200;

interface Candidate {
  readonly row: Row;
  readonly notes: readonly EntryNote[];
}

async function readCandidates(rows: readonly Row[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (let at = 0; at < rows.length; at += READ_TOGETHER) {
    const some = rows.slice(at, at + READ_TOGETHER);
    candidates.push(...(await Promise.all(some.map(async (row) => ({ row, notes: await readNotes(row.id) })))));
  }
  return candidates;
}

/** Whether those who become public are written to. */
async function sendsWelcome(): Promise<boolean> {
  return ((await request(ConsoleNotifications, {})).viewer?.settings?.notifications ?? []).includes("welcome");
}

/** Asks which of some drafts are published; null for none. `left` is said of the others that were chosen. */
export async function chooseForPublication(rows: readonly Row[], left: string): Promise<readonly Row[] | null> {
  const [candidates, isWritten] = await Promise.all([readCandidates(rows), sendsWelcome()]);
  const asks = ({ notes }: Candidate) => notes.some((note) => note.asks);
  const groups = [
    { key: "asking", list: candidates.filter(asks) },
    { key: "noted", list: candidates.filter((one) => one.notes.length > 0 && !asks(one)) },
    { key: "plain", list: candidates.filter(({ notes }) => notes.length === 0) },
  ].filter(({ list }) => list.length > 0);
  const chosen = new Set(candidates.filter((one) => !asks(one)).map(({ row }) => row.id));
  return openDialogue<readonly Row[] | null>(null, (answer, update) => {
    const taken = rows.filter(({ id }) => chosen.has(id));
    const mails = isWritten ? taken.filter(({ email }) => email).length : 0;
    const toggle = (id: string, isOn: boolean) => {
      if (isOn) chosen.add(id);
      else chosen.delete(id);
      update();
    };
    return html`<h2 id="dialogue-title">${t("bulk-publish-title", { count: taken.length })}</h2>
      <p role="status">${t("bulk-publish-mails", { count: mails })} ${left}</p>
      ${groups.map(({ key, list }) => group(key, list, chosen, toggle))}
      <div class="acts">
        <button type="button" class="strong" ?disabled=${taken.length === 0} @click=${() => answer(taken)}>${t("bulk-publish")}</button>
        <button type="button" @click=${() => answer(null)}>${t("cancel")}</button>
      </div>`;
  });
}

function group(
  key: string,
  list: readonly Candidate[],
  chosen: ReadonlySet<string>,
  toggle: (id: string, isOn: boolean) => void,
): TemplateResult {
  return html`<fieldset class="candidates" data-part=${key}>
    <legend>${t(`publish-${key}`, { count: list.length })}</legend>
    ${key === "asking" ? html`<p class="help">${t("publish-asking-help")}</p>` : nothing}
    <ul>
      ${list.map(
        ({ row, notes }) =>
          html`<li>
            <label class="check">
              <input type="checkbox" .checked=${chosen.has(row.id)} @change=${(event: Event) => toggle(row.id, (event.target as HTMLInputElement).checked)} />
              ${row.name}
            </label>
            ${notes.map(({ text }) => html`<p class="soft lines">${text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text}</p>`)}
          </li>`,
      )}
    </ul>
  </fieldset>`;
}
