// The figures of a year by field of action. Each knows what it counts, so that it can be opened.

import type { NotedMeasure } from "../diary";
import { formatDate, t } from "../words";
import type { YearActor, YearEvent, YearLink, YearState } from "./year";

/** Something that was counted: what it is called and where it stands. */
export interface CountedItem {
  readonly text: string;
  readonly address: string | null;
}

/** A figure; a share is shown as one. */
export interface Figure {
  readonly counted: readonly CountedItem[];
  /** What it is a share of; null where it is a number of its own. */
  readonly of: number | null;
  /** What the counted add up to, where it is that which is shown. */
  readonly sum?: number;
}

export const MEASURES = [
  "entries",
  "new",
  "gone",
  "verified",
  "links-new",
  "links-ended",
  "events",
  "offers",
  "activities",
  "people",
] as const;
export type Measure = (typeof MEASURES)[number];

export const isMeasure = (name: string): name is Measure => (MEASURES as readonly string[]).includes(name);

/** Figures by measure, for one column of the report. */
export type Column = Readonly<Record<Measure, Figure>>;

/** Within how many days before the end of the year an entry was verified to count, days. */
const VERIFIED_DAYS = 365;

interface Themed {
  readonly themes: readonly { readonly id: string; readonly fieldsOfAction: readonly string[] }[];
}

/** Whether something belongs into a column: to a field of action, or all together. */
const serves = (themed: Themed, field: string | null) =>
  field === null || themed.themes.some(({ fieldsOfAction }) => fieldsOfAction.includes(field));

const actorText = ({ id, name }: { readonly id: string; readonly name: string }): CountedItem => ({
  text: name,
  address: `/console/entries/${id}`,
});

/** An event as something that was counted. */
export const eventText = ({ title, pageSlug }: YearEvent): CountedItem => ({
  text: title,
  address: `/event/${pageSlug}`,
});

/** A measure of the diary as something that was counted. */
const measureText = ({ day, kind, people }: NotedMeasure): CountedItem => ({
  text: [formatDate(day), kind, people === null ? "" : t("diary-reached", { count: people })]
    .filter(Boolean)
    .join(" · "),
  address: `/console/diary?year=${day.slice(0, 4)}`,
});

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T12:00`);
  date.setDate(date.getDate() - days);
  return date.toLocaleDateString("sv-SE");
}

/** The day on which a link became public; empty for one that never did. */
const confirmedOn = ({ confirmedByFromOn, confirmedByToOn }: YearLink) =>
  confirmedByFromOn && confirmedByToOn
    ? confirmedByFromOn > confirmedByToOn
      ? confirmedByFromOn
      : confirmedByToOn
    : "";

/** The figures of a year; `before` is the state at the end of the year before. */
export function columnOf(
  state: YearState,
  before: YearState,
  links: readonly YearLink[],
  measures: readonly NotedMeasure[],
  field: string | null,
): Column {
  const actors = state.actors.filter((actor) => serves(actor, field));
  const former = before.actors.filter((actor) => serves(actor, field));
  const [ids, formerIds] = [new Set(state.actors.map(({ id }) => id)), new Set(before.actors.map(({ id }) => id))];
  const since = daysBefore(state.end, VERIFIED_DAYS);
  const themed = new Map<string, YearActor>([...before.actors, ...state.actors].map((actor) => [actor.id, actor]));
  const isOf = ({ from, to }: YearLink) =>
    [from, to].some((side) => side && themed.has(side.id) && serves(themed.get(side.id) as YearActor, field));
  const isIn = (day: string | null) => !!day?.startsWith(`${state.year}-`) && day <= state.end;
  const linkText = ({ from, to }: YearLink): CountedItem => ({
    text: `${from?.name ?? "?"} – ${to?.name ?? "?"}`,
    address: from ? `/console/entries/${from.id}` : null,
  });
  const number = (counted: readonly CountedItem[]): Figure => ({ counted, of: null });
  const known = links.filter(isOf);
  const done = measures.filter(({ fieldOfAction }) => field === null || fieldOfAction === field);
  const reached = done.filter(({ people }) => people !== null);
  return {
    entries: number(actors.map(actorText)),
    new: number(actors.filter(({ id }) => !formerIds.has(id)).map(actorText)),
    gone: number(former.filter(({ id }) => !ids.has(id)).map(actorText)),
    verified: {
      counted: actors.filter(({ verifiedOn }) => verifiedOn && verifiedOn > since).map(actorText),
      of: actors.length,
    },
    "links-new": number(known.filter((link) => isIn(confirmedOn(link))).map(linkText)),
    "links-ended": number(known.filter(({ status, until }) => status === "ENDED" && isIn(until)).map(linkText)),
    events: number(state.events.filter((event) => serves(event, field)).map(eventText)),
    offers: number(
      state.offers
        .filter((offer) => serves(offer, field))
        .map(({ title, pageSlug }) => ({ text: title, address: `/offer/${pageSlug}` })),
    ),
    activities: number(done.map(measureText)),
    people: { ...number(reached.map(measureText)), sum: reached.reduce((sum, { people }) => sum + (people ?? 0), 0) },
  };
}

/** A figure as a number: a share in per cent. */
export const figureValue = ({ counted, of, sum }: Figure) =>
  sum ?? (of === null ? counted.length : of === 0 ? 0 : Math.round((100 * counted.length) / of));

/** A figure as people read it. */
export const figureText = (figure: Figure) =>
  figure.of === null
    ? t("report-number", { number: figureValue(figure) })
    : t("report-share", { number: figureValue(figure) });
