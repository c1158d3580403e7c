// What the directory held at the end of a year: read from its past, or from today where the year is not over.

import { request } from "../client";
import {
  ConsoleYearLinks,
  type ConsoleYearLinksAnswer,
  ConsoleYearNow,
  type ConsoleYearNowAnswer,
  ConsoleYearThen,
} from "../generated/questions";

export type YearActor = NonNullable<ConsoleYearNowAnswer["actors"]>["nodes"][number];
export type YearEvent = NonNullable<ConsoleYearNowAnswer["events"]>["nodes"][number];
export type YearOffer = NonNullable<ConsoleYearNowAnswer["offers"]>["nodes"][number];
export type YearLink = NonNullable<NonNullable<ConsoleYearLinksAnswer["viewer"]>["links"]>["nodes"][number];

/** A year at its end. */
export interface YearState {
  readonly year: number;
  /** The last day that counts. */
  readonly end: string;
  readonly actors: readonly YearActor[];
  readonly events: readonly YearEvent[];
  readonly offers: readonly YearOffer[];
}

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How a list goes on: behind which cursor, until nothing is left. */
class ConnectionReader<Node> {
  readonly all: Node[] = [];
  after: string | null = null;
  isWanted = true;

  take(page: Page<Node> | null | undefined): void {
    if (!page) return;
    this.all.push(...page.nodes);
    this.isWanted = page.pageInfo.hasNextPage;
    this.after = page.pageInfo.endCursor;
  }
}

/** Reads a year, all three lists page by page together. */
export async function fetchYear(year: number): Promise<YearState> {
  const now = new Date();
  const isOver = year < now.getFullYear();
  const last = new Date(year, 11, 31, 23, 59, 59);
  const [actors, events, offers] = [
    new ConnectionReader<YearActor>(),
    new ConnectionReader<YearEvent>(),
    new ConnectionReader<YearOffer>(),
  ];
  while (actors.isWanted || events.isWanted || offers.isWanted) {
    const variables = {
      ...{ actors: actors.after, wantsActors: actors.isWanted, events: events.after, wantsEvents: events.isWanted },
      ...{ offers: offers.after, wantsOffers: offers.isWanted },
      ...{ from: new Date(year, 0, 1).toISOString(), until: (isOver ? last : now).toISOString() },
    };
    const answer = isOver
      ? (await request(ConsoleYearThen, { time: last.toISOString(), ...variables })).directoryAt
      : await request(ConsoleYearNow, variables);
    actors.take(answer.actors);
    events.take(answer.events);
    offers.take(answer.offers);
  }
  const end = isOver ? `${year}-12-31` : now.toLocaleDateString("sv-SE");
  return {
    year,
    end,
    actors: actors.all,
    events: events.all.filter(({ cancelled }) => !cancelled),
    offers: offers.all,
  };
}

/** Every link that both sides have confirmed at some time. */
export async function fetchLinks(): Promise<readonly YearLink[]> {
  const links = new ConnectionReader<YearLink>();
  while (links.isWanted) {
    const page: Page<YearLink> | null | undefined = (await request(ConsoleYearLinks, { after: links.after })).viewer
      ?.links;
    if (!page) break;
    links.take(page);
  }
  return links.all;
}
