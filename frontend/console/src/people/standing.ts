// What an account may do, as it is chosen: a role, and of members the entries they speak for.
import { html, nothing, type TemplateResult } from "lit";
import { currentRole } from "../session";
import { t, vocabulary } from "../words";
import { type ActorName, actorPicker } from "./actor-picker";

export type AccountRole = "PARTNER" | "MEMBER" | "EDITOR" | "ADMIN";

const ROLES: readonly AccountRole[] = ["PARTNER", "MEMBER", "EDITOR", "ADMIN"];

/** What an account may do. */
export interface Standing {
  readonly role: AccountRole;
  readonly actors: readonly ActorName[];
  readonly isTrusted: boolean;
}

/** What a role is called. */
export const roleLabel = (role: string) => vocabulary().roles[role.toLowerCase()] ?? role;

/** The fields in which it is chosen; `name` sets them apart from others on the page. */
export function standingFields(name: string, standing: Standing, set: (standing: Standing) => void): TemplateResult {
  const { role, actors, isTrusted } = standing;
  const roles = ROLES.filter((one) => one !== "ADMIN" || currentRole() === "admin");
  return html`<label class="field">
      ${t("people-role")}
      <select name=${`${name}-role`} @change=${(event: Event) => set({ ...standing, role: (event.target as HTMLSelectElement).value as AccountRole })}>
        ${roles.map((one) => html`<option value=${one} ?selected=${one === role}>${roleLabel(one)}</option>`)}
      </select>
    </label>
    <p class="help">${t(`people-role-${role}`)}</p>
    ${
      role === "MEMBER"
        ? html`${actorPicker(`${name}-actors`, t("people-actors"), actors, (chosen) => set({ ...standing, actors: chosen }))}
          <label class="check">
            <input type="checkbox" name=${`${name}-trusted`} .checked=${isTrusted} @change=${(event: Event) => set({ ...standing, isTrusted: (event.target as HTMLInputElement).checked })} />
            ${t("people-trusted")}
          </label>`
        : nothing
    }`;
}

/** The same as inputs of mutations have it. */
export const standingInput = ({ role, actors, isTrusted }: Standing) =>
  role === "MEMBER" ? { role, actors: actors.map(({ slug }) => slug), trusted: isTrusted } : { role };
