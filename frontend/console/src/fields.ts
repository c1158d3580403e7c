// The fields of entries as people read them: what they are called, and what their values say.
import { describeNotation } from "./editor/hours";
import type { Taxonomy } from "./taxonomy";
import { formatDate, hasText, language, t, vocabulary } from "./words";

/** What a field is called; a text in a language says which. */
export function fieldLabel(field: string): string {
  const stem = field.replaceAll(".", "-");
  if (hasText(`field-${stem}`)) return t(`field-${stem}`);
  const [name = "", tag = ""] = field.split(".");
  const label = hasText(`field-${name}`) ? t(`field-${name}`) : name;
  return tag ? `${label} (${languageLabel(tag)})` : label;
}

/** What a language is called. */
export function languageLabel(tag: string): string {
  if (tag === "de-simple") return t("language-simple");
  const known = vocabulary().languages[tag];
  if (known) return known;
  try {
    return new Intl.DisplayNames([language()], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A value as people read it; a dash for none. `names` are those of entries by their ids. */
export function formatValue(
  field: string,
  value: unknown,
  known: Taxonomy | null,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value))
    return value.length === 0 ? "–" : value.map((one) => formatWord(field, one, known, names)).join(", ");
  if (typeof value === "object") return formatObject(value as Record<string, unknown>);
  return formatWord(field, value, known, names);
}

function formatWord(field: string, value: unknown, known: Taxonomy | null, names: ReadonlyMap<string, string>): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const words = vocabulary();
  switch (field) {
    case "themes":
    case "activeIn":
    case "basedIn":
      return known?.byId.get(text)?.label ?? text;
    case "openingHours":
    case "schedule":
      return describeNotation(text).join("; ");
    case "startsAt":
    case "endsAt":
    case "validFrom":
    case "validUntil":
      return formatDate(text);
    case "hosts":
    case "actor":
    case "actors":
      return names.get(text) ?? text;
    case "languages":
    case "openness.languages":
      return languageLabel(text);
    case "targetGroups":
      return words.targetGroups[text] ?? text;
    case "legalForm":
      return words.legalForms[text] ?? text;
    case "accessibility":
      return words.accessibility[text] ?? text;
    case "availability":
      return words.availability[text] ?? text;
    case "availabilityUntil":
    case "openness.on":
    case "openness.trainingOn":
      return formatDate(text);
    case "wheelchair":
      return t(`wheelchair-${text.toLowerCase()}`);
    case "status":
      return t(`status-${text.toUpperCase()}`);
    default:
      return text;
  }
}

function formatObject(value: Record<string, unknown>): string {
  if (typeof value.type === "string" && typeof value.kind === "string") return kindLabel(value.type, value.kind);
  if (typeof value.precision === "string") {
    const place = `${String(value.latitude)}, ${String(value.longitude)}`;
    const precision = t(`precision-${value.precision.toUpperCase()}`);
    // Who proposes a place far away confirms it; whoever takes it over is told.
    return `${place} (${value.farAway === true ? `${precision}; ${t("place-is-far")}` : precision})`;
  }
  if (typeof value.on === "string") return formatDate(value.on);
  return Object.values(value)
    .filter((part) => typeof part === "string")
    .join(", ");
}

/** What a kind of actor is called. */
export function kindLabel(type: string, kind: string): string {
  const kinds = vocabulary().kinds;
  return type === "organisation" || type === "institution" || type === "network" ? (kinds[type][kind] ?? kind) : kind;
}
