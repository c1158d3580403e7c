// All actors as rows: fetched page by page, newest change first, so that a later look fetches only what has changed.

import { request } from "../client";
import {
  ConsoleDueIds,
  ConsoleMatches,
  type ConsoleMatchesAnswer,
  type ConsoleMatchesVariables,
  ConsoleRowById,
  ConsoleRows,
  type ConsoleRowsAnswer,
  type ConsoleRowsVariables,
} from "../generated/questions";

type Entry = NonNullable<NonNullable<ConsoleRowsAnswer["viewer"]>["entries"]>["nodes"][number];

/** One actor as the table shows it. */
export interface Row {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string;
  readonly status: Entry["status"];
  readonly version: number;
  readonly updatedAt: string;
  readonly type: string;
  readonly kind: string;
  readonly themes: readonly string[];
  /** Where it is based and where it is active. */
  readonly districts: readonly string[];
  /** Where it is active alone, which is what acts on many change. */
  readonly activeIn: readonly string[];
  readonly languages: readonly string[];
  readonly targetGroups: readonly string[];
  /** What it says yes to. */
  readonly features: ReadonlySet<string>;
  readonly phone: string;
  /** The digits of the telephone number behind the country code or the first zero. */
  readonly digits: string;
  readonly email: string;
  readonly website: string;
  readonly address: string;
  /** In the notation. */
  readonly hours: string;
  /** Whether nobody but editors may know where it is. */
  readonly isSecret: boolean;
  readonly verifiedOn: string;
  readonly isPlaced: boolean;
  /** What a search looks through, without case and accents. */
  readonly text: string;
}

/** A text as it is compared. */
export const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss");

/** The digits of a telephone number as they are dialled here, without the zero in front: of "+49 (0)2323 1" and "02323/1" the same. */
export const nationalDigits = (phone: string) =>
  phone
    .replace(/^\s*(\+|00)\s*49|\(0\)/g, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");

function rowOf(entry: Entry): Row {
  const fields = new Map((entry.content ?? []).map(({ field, value }) => [field, value]));
  const kind = (fields.get("kind") ?? {}) as { type?: string; kind?: string };
  const said = [
    "name",
    "alternativeNames",
    "email",
    "phone",
    "website",
    "address.street",
    "address.postcode",
    "summary.de",
  ];
  const list = (field: string) => (fields.get(field) ?? []) as string[];
  const text = (field: string) => String(fields.get(field) ?? "");
  const says: [string, boolean][] = [
    ["free", fields.get("freeOfCharge") === true],
    ["appointment", fields.get("byAppointment") === true],
    ["confidential", fields.get("confidential") === true],
    ["wheelchair", text("wheelchair") === "yes"],
    ["interpreters", fields.get("openness.interpreters") === true],
    ...list("accessibility").map((aid): [string, boolean] => [aid, true]),
  ];
  return {
    id: entry.id,
    slug: entry.slug,
    name: entry.name,
    status: entry.status,
    version: entry.version,
    updatedAt: entry.updatedAt,
    type: kind.type ?? "",
    kind: kind.kind ?? "",
    themes: list("themes"),
    activeIn: list("activeIn"),
    languages: list("languages"),
    targetGroups: list("targetGroups"),
    features: new Set(says.filter(([, isSaid]) => isSaid).map(([feature]) => feature)),
    phone: text("phone"),
    digits: nationalDigits(text("phone")),
    email: text("email"),
    website: text("website"),
    address: [text("address.street"), [text("address.postcode"), text("address.city")].filter(Boolean).join(" ")]
      .filter(Boolean)
      .join(", "),
    hours: text("openingHours"),
    isSecret: ((fields.get("location") ?? {}) as { precision?: string }).precision === "hidden",
    districts: [fields.get("basedIn") ?? [], fields.get("activeIn") ?? []].flat() as string[],
    verifiedOn: ((fields.get("verification") ?? {}) as { on?: string }).on ?? "",
    isPlaced: fields.has("location"),
    text: fold(said.map((field) => text(field)).join(" ")),
  };
}

const known = new Map<string, Row>();
let isComplete = false;

/** The rows that are known already. */
export const knownRows = (): readonly Row[] => [...known.values()];

/** Fetches what is not known yet or has changed; tells after each page how many there are in all. */
export async function fetchRows(progress: (total: number) => void): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const answer: ConsoleRowsAnswer = await request<ConsoleRowsAnswer, ConsoleRowsVariables>(ConsoleRows, { after });
    const page = answer.viewer?.entries;
    const nodes = page?.nodes ?? [];
    const isNews = nodes.map((entry) => {
      const isKnown = known.get(entry.id)?.version === entry.version;
      if (!isKnown) known.set(entry.id, rowOf(entry));
      return !isKnown;
    });
    const total = page?.totalCount ?? 0;
    progress(total);
    const next: string | null = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (!next || (isComplete && !isNews.includes(true) && known.size === total)) break;
    after = next;
  }
  isComplete = true;
}

/** Fetches one row again. */
export async function refreshRow(id: string): Promise<void> {
  const entry = (await request(ConsoleRowById, { id })).viewer?.entry;
  if (entry) known.set(id, rowOf(entry));
  else known.delete(id);
}

/** The ids of all entries that are to be verified. */
export async function fetchDueIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page:
      | {
          readonly nodes: readonly { readonly id: string }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        }
      | null
      | undefined = (await request(ConsoleDueIds, { after })).viewer?.dueVerifications;
    for (const { id } of page?.nodes ?? []) ids.add(id);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

/** The ids of the published entries that the directory's own search gives: all of them, or the best. */
export async function fetchMatches(filter: ConsoleMatchesVariables["filter"], most = Infinity): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const { actors }: ConsoleMatchesAnswer = await request<ConsoleMatchesAnswer, ConsoleMatchesVariables>(
      ConsoleMatches,
      { filter, after },
    );
    for (const { id } of actors.nodes) ids.add(id);
    after = actors.pageInfo.hasNextPage ? actors.pageInfo.endCursor : null;
  } while (after && ids.size < most);
  return ids;
}
