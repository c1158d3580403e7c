// Which side's value stays in which field when two entries become one.
import { isEqual, LISTS } from "../editor/form";

/** What a field says afterwards. */
export type Choice = "one" | "other" | "both";

/** What an entry says, by field. */
export type Content = ReadonlyMap<string, unknown>;

/** What stays with each entry whatever is chosen: its life, its addresses. */
const OWN = ["status", "slug", "formerSlugs", "verification"];

/** Fields that say nothing mean null. */
const said = (content: Content, field: string) => {
  const value = content.get(field) ?? null;
  return value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
};

/** What says which association it is comes first, then how it is reached, then what it does; the rest as it comes. */
const ORDER = [
  "name",
  "alternativeNames",
  "kind",
  "legalForm",
  "address",
  "location",
  "basedIn",
  "phone",
  "email",
  "website",
  "openingHours",
  "summary",
  "description",
  "themes",
  "activeIn",
  "languages",
  "targetGroups",
];

function placeOf(field: string): number {
  const at = ORDER.indexOf(field.split(".")[0] ?? "");
  return at < 0 ? ORDER.length : at;
}

/** The fields in which the two differ. */
export function differences(one: Content, other: Content): string[] {
  const fields = new Set([...one.keys(), ...other.keys()]);
  const differing = [...fields].filter(
    (field) => !OWN.includes(field) && !isEqual(said(one, field), said(other, field)),
  );
  return differing.sort((first, second) => placeOf(first) - placeOf(second));
}

/** What can be chosen for a field: lists may keep the values of both. */
export const choicesOf = (field: string): readonly Choice[] =>
  LISTS.includes(field) ? ["one", "other", "both"] : ["one", "other"];

/** What is chosen until somebody says otherwise: both lists, else what the entry that stays says, else what there is. */
export function usualChoice(field: string, one: Content, other: Content, survivor: "one" | "other"): Choice {
  if (LISTS.includes(field)) return "both";
  const rest = survivor === "one" ? "other" : "one";
  return said(survivor === "one" ? one : other, field) === null ? rest : survivor;
}

/** What a field says by a choice. */
export function chosenValue(field: string, choice: Choice, one: Content, other: Content): unknown {
  if (choice !== "both") return said(choice === "one" ? one : other, field);
  return [...new Set([...((said(one, field) ?? []) as string[]), ...((said(other, field) ?? []) as string[])])];
}
