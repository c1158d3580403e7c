// Cooperation links as staff see them: fetched, named, searched.

import { request } from "../client";
import { fold } from "../entries/rows";
import { ConsoleLinks, type ConsoleLinksAnswer, type ConsoleLinksVariables } from "../generated/questions";
import { loggedNote } from "../import-note";
import { formatDate, t, vocabulary } from "../words";

export type Link = NonNullable<NonNullable<ConsoleLinksAnswer["viewer"]>["links"]>["nodes"][number];
export type Side = Link["awaits"][number];
export type LinkStatuses = NonNullable<ConsoleLinksVariables["status"]>;

/** So many are fetched at most; what is older is found at its entry. */
const MAX_LINKS = 2_000;

/** The links that stand so, newest change first; of one entry where it is named. */
export async function fetchLinks(status: LinkStatuses, actor: string | null = null): Promise<readonly Link[]> {
  const links: Link[] = [];
  let after: string | null = null;
  do {
    const answer: ConsoleLinksAnswer = await request(ConsoleLinks, { status, actor, after });
    const page = answer.viewer?.links;
    links.push(...(page?.nodes ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after && links.length < MAX_LINKS);
  return links;
}

/** What joins the two, as it reads from the first to the second. */
export const kindName = (kind: string) => vocabulary().linkKinds[kind.toLowerCase()] ?? kind;

/** What an end is called. */
export const endName = (link: Link, side: Side) => (side === "FROM" ? link.from : link.to)?.name ?? t("nameless");

/** Who confirmed a side and how that is known: an editor has not the say of the association. */
export function confirmationText(
  link: Link,
  { side, on, by, evidence }: NonNullable<Link["confirmations"]>[number],
): string {
  const values = { name: endName(link, side), date: formatDate(on), evidence: evidence ? loggedNote(evidence) : "" };
  if (!["EDITOR", "ADMIN"].includes(by)) return t("link-confirmed-by", values);
  return t(evidence ? "link-confirmed-for-evidence" : "link-confirmed-for", values);
}

/** What links are narrowed down to; empty for all. */
export interface LinkFilter {
  readonly q: string;
  readonly kind: string;
  readonly theme: string;
}

/** Links that a filter lets through: every word stands in a name, a note or the source; `themes` are that theme and those below it. */
export function filterLinks(
  links: readonly Link[],
  { q, kind }: LinkFilter,
  themes: ReadonlySet<string> | null,
): readonly Link[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return links.filter((link) => {
    if (kind && link.kind !== kind) return false;
    if (themes && !link.themeIds.some((id) => themes.has(id))) return false;
    const text = fold(
      [link.from?.name, link.to?.name, link.source, link.publicNote, link.internalNote].filter(Boolean).join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}
