// What the interface says, in the reader's language. The service keeps the words; they come as they are spoken on
// its pages.

/** The languages that the interface speaks. */
const SPOKEN = ["de", "en", "tr", "ar", "uk", "ro", "pl"];

/** A text, or its forms by number (categories of Unicode's plural rules, or exact numbers). */
type Text = string | Readonly<Record<string, string>>;

/** A text with its language. */
interface TaggedText {
  readonly language: string;
  readonly text: string;
}

/** Who funds the directory. */
export interface Funding {
  readonly line: TaggedText | null;
  readonly funders: readonly Funder[];
}

/** Who gives money, by name or logo. */
export interface Funder {
  readonly name: TaggedText | null;
  readonly website: string | null;
  readonly logo: { readonly path: string; readonly width: number; readonly height: number } | null;
}

interface Answer {
  readonly strings: Readonly<Record<string, Text>>;
  /** What kinds of organisations are called. */
  readonly kinds?: Readonly<Record<string, string>>;
  readonly languages?: Readonly<Record<string, string>>;
  /** Who funds the directory; `null` where nobody is named. */
  readonly funding?: Funding | null;
  /** For which themes somebody can be called at once. */
  readonly helpThemes?: readonly string[];
  /** Whom to call at once. */
  readonly help?: readonly HelpNumber[];
}

/** A number that helps at once. */
export interface HelpNumber {
  readonly label: string;
  readonly phone: string;
  readonly link: string;
  /** Slugs of themes that it is for, with those below them; for everything where none is named. */
  readonly themes: readonly string[];
}

/** The words of one language. */
export class Words {
  readonly direction: "ltr" | "rtl";
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(
    readonly tag: string,
    private readonly answer: Answer,
  ) {
    this.direction = tag === "ar" ? "rtl" : "ltr";
    this.#plural = new Intl.PluralRules(tag);
    this.#number = new Intl.NumberFormat(tag);
  }

  /** A text with values in it; of several forms the one for `count`. */
  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.answer.strings[key] ?? key;
    return this.#form(text, values.count).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? this.#number.format(value) : value;
    });
  }

  #form(text: Text, count: string | number | undefined): string {
    if (typeof text === "string") return text;
    const number = Number(count ?? 0);
    return text[String(number)] ?? text[this.#plural.select(number)] ?? text.other ?? "";
  }

  /** Who funds the directory; `null` where nobody is named. */
  get funding(): Funding | null {
    return this.answer.funding ?? null;
  }

  /** Whom to call at once. */
  get help(): readonly HelpNumber[] {
    return this.answer.help ?? [];
  }

  /** For which themes somebody can be called at once. */
  get helpThemes(): readonly string[] {
    return this.answer.helpThemes ?? [];
  }

  /** The kinds of organisations, each with what it is called, in the order of the alphabet. */
  get kinds(): readonly [kind: string, label: string][] {
    return Object.entries(this.answer.kinds ?? {}).sort(([, one], [, other]) => one.localeCompare(other, this.tag));
  }

  /** What a language is called. */
  language(tag: string): string {
    return this.answer.languages?.[tag] ?? tag;
  }
}

/** The language that an element stands in: the nearest that the interface speaks of those that it and what is around it say,
 * through shadow roots too; none where nothing says one. */
export function languageAround(element: Element | null): string | null {
  if (!element) return null;
  const language = element.getAttribute("lang") ?? "";
  return isSpoken(language)
    ? language
    : languageAround(element.parentElement ?? ((element.getRootNode() as ShadowRoot).host || null));
}

/** Whether the interface speaks the language of a tag. */
export function isSpoken(tag: string): boolean {
  return SPOKEN.includes(primary(tag));
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** The spoken language of a tag such as `uk-UA`; German where there is none. */
export function spoken(tag: string | null | undefined): string {
  return isSpoken(tag ?? "") ? primary(tag ?? "") : "de";
}

/** Fetches the words of a language from the service at `base`; those of a part are another file. */
export async function words(
  base: URL,
  tag: string,
  part: "" | "-map" | "-suggestion" | "-guidance" = "",
): Promise<Words> {
  const response = await fetch(new URL(`widget/words/${tag}${part}.json`, base), { credentials: "omit" });
  if (!response.ok) throw new Error(`the words were answered with ${response.status}`);
  return new Words(tag, (await response.json()) as Answer);
}
