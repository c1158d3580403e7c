// The texts of the site as fields of a form: `imprint.de`, `privacy.tr`, `funding.ar`, and `funders` as one list.
import type { Fields } from "../drafts";

/** The languages that pages are read in, German first. */
export const LANGUAGES = ["de", "en", "tr", "ar", "uk", "ro", "pl"] as const;
/** The texts of the site. */
export const TEXTS = ["imprint", "privacy", "funding"] as const;
export type TextName = (typeof TEXTS)[number];

/** The largest logo that the service takes, bytes. */
export const LOGO_BYTES = 200 * 1024;

/** Somebody who funds the directory, as the form has it. */
export interface Funder {
  /** Who it is, by language. */
  readonly names: Readonly<Record<string, string>>;
  readonly website: string;
  /** The logo that the service has. */
  readonly hash: string | null;
  readonly path: string | null;
  /** One that it is yet to get. */
  readonly upload: { readonly name: string; readonly base64: string } | null;
}

export const NOBODY: Funder = { names: {}, website: "", hash: null, path: null, upload: null };

type Texts = readonly { readonly language: string; readonly text: string }[];

/** The texts as the service tells them. */
export interface Content {
  readonly imprint: Texts;
  readonly privacy: Texts;
  readonly funding: Texts;
  readonly funders: readonly {
    readonly name: Texts;
    readonly website: string | null;
    readonly logoHash: string | null;
    readonly logoPath: string | null;
  }[];
}

/** The fields of a form. */
export function fieldsOf(content: Content): Fields {
  const texts = TEXTS.flatMap((name) =>
    content[name].map(({ language, text }) => [`${name}.${language}`, text] as const),
  );
  const funders = content.funders.map(({ name, website, logoHash, logoPath }) => ({
    names: Object.fromEntries(name.map(({ language, text }) => [language, text])),
    website: website ?? "",
    hash: logoHash,
    path: logoPath,
    upload: null,
  }));
  return { ...Object.fromEntries(texts), funders };
}

/** The value of a text field; what there is none of is empty. */
export const textOf = (fields: Fields, field: string): string =>
  typeof fields[field] === "string" ? (fields[field] as string) : "";

/** The list of funders. */
export const fundersOf = (fields: Fields): readonly Funder[] => (fields.funders ?? []) as readonly Funder[];

/** Whether two values of a field are the same; a text that is missing is an empty one. */
export const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

/** What is sent of the fields that have changed: a text with all its languages, the funders as a whole. */
export function inputOf(fields: Fields, changed: readonly string[]): Readonly<Record<string, unknown>> {
  const texts = TEXTS.filter((name) => changed.some((field) => field.startsWith(`${name}.`)));
  const languages = (name: string) =>
    Object.keys(fields).flatMap((field) => (field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : []));
  const named = texts.map(
    (name) =>
      [
        name,
        languages(name).map((language) => ({ language, text: textOf(fields, `${name}.${language}`).trim() || null })),
      ] as const,
  );
  const funders = fundersOf(fields).map(({ names, website, hash, upload }) => ({
    name: Object.entries(names).map(([language, text]) => ({ language, text: text.trim() || null })),
    website: website.trim() || null,
    logoHash: upload ? null : hash,
    logoBase64: upload?.base64 ?? null,
  }));
  return { ...Object.fromEntries(named), ...(changed.includes("funders") ? { funders } : {}) };
}

/** What two people's changes come to. */
export interface Rebased {
  /** What of mine still differs. */
  readonly changes: Fields;
  /** Fields that both have changed, and not to the same. */
  readonly contested: readonly string[];
}

/** My changes, begun from `base`, over what the service says now. */
export function rebase(base: Fields, changes: Fields, now: Fields): Rebased {
  const left = Object.entries(changes).filter(([field, mine]) => !isSame(mine, now[field]));
  const contested = left.filter(([field]) => !isSame(base[field], now[field])).map(([field]) => field);
  return { changes: Object.fromEntries(left), contested };
}

/** A file as it is sent. */
export async function readUpload(file: File): Promise<NonNullable<Funder["upload"]>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}
