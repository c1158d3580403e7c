// Themes and districts with their ids, slugs and labels, fetched once in each language.

import { request } from "./client";
import { ConsoleTaxonomy } from "./generated/questions";
import { language, t } from "./words";

/** A theme or a district, and how deep below the roots it stands. */
export interface Term {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly depth: number;
  /** Of a theme, the programme's fields of action it serves. */
  readonly fields: readonly string[];
  /** Of a district, what it is a part of the city as. */
  readonly level: DistrictLevel | null;
}

type DistrictLevel = "CITY" | "BOROUGH" | "QUARTER";

interface Node {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly level?: DistrictLevel;
  readonly fieldsOfAction?: readonly string[];
  readonly children?: readonly Node[];
}

/** Both lists in the order of their trees, and each term by its id. */
export interface Taxonomy {
  readonly themes: readonly Term[];
  readonly districts: readonly Term[];
  readonly byId: ReadonlyMap<string, Term>;
  /** The time zone of the directory. */
  readonly zone: string;
}

const fetched = new Map<string, Promise<Taxonomy>>();

function flatten(nodes: readonly Node[], depth = 0): Term[] {
  return nodes.flatMap(({ id, slug, label, level, fieldsOfAction, children }) => [
    { id, slug, label, depth, level: level ?? null, fields: fieldsOfAction ?? [] },
    ...flatten(children ?? [], depth + 1),
  ]);
}

async function fetchTaxonomy(tag: string): Promise<Taxonomy> {
  const answer = await request(ConsoleTaxonomy, { language: tag });
  const [themes, districts] = [flatten(answer.themes), tellApart(flatten(answer.districts))];
  return {
    themes,
    districts,
    byId: new Map([...themes, ...districts].map((term) => [term.id, term])),
    zone: answer.directory.timeZone,
  };
}

/** A borough and a quarter of one name say which they are. */
function tellApart(terms: readonly Term[]): readonly Term[] {
  const count = (label: string) => terms.filter((term) => term.label === label).length;
  return terms.map((term) =>
    term.level && count(term.label) > 1 ? { ...term, label: `${term.label} (${t(`level-${term.level}`)})` } : term,
  );
}

/** The taxonomy in the language in use. */
export function taxonomy(): Promise<Taxonomy> {
  const tag = language();
  const known = fetched.get(tag) ?? fetchTaxonomy(tag);
  fetched.set(tag, known);
  known.catch(() => fetched.delete(tag));
  return known;
}

/** Fetches it anew when it is needed next: somebody has changed it. */
export const forgetTaxonomy = () => fetched.clear();
