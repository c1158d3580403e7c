// What is due today, most urgent first, each one click from where it is done.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import { draftAddress, listDrafts } from "./drafts";
import { isUnplaced } from "./entries/filter";
import { fetchRows, knownRows } from "./entries/rows";
import { ConsoleDue, type ConsoleDueAnswer } from "./generated/questions";
import { proposalName } from "./review";
import { View } from "./view";
import { formatDate, t } from "./words";

type Due = NonNullable<ConsoleDueAnswer["viewer"]>;
type DueEntry = NonNullable<Due["dueVerifications"]>["nodes"][number];

/** How many cards there are at most; what is less urgent is named below them. */
const MAX_CARDS = 7;
/** Up to how many entries are looked through for those without a place. */
const MAX_ROWS = 2_000;

interface Item {
  readonly key: string;
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly isMore?: boolean;
  readonly address: string;
  readonly first: readonly { readonly text: string; readonly address: string }[];
}

const verification = ({ verifiedOn }: DueEntry) =>
  verifiedOn ? t("verified-on", { date: formatDate(verifiedOn) }) : t("never-verified");

/** Who was asked by mail whether it is still right, and when. */
function reminding({ lastReminder }: DueEntry): string {
  if (!lastReminder) return "";
  const date = formatDate(lastReminder.at.slice(0, 10));
  if (lastReminder.state === "REFUSED") return t("reminder-refused", { date });
  if (lastReminder.answeredAt)
    return t("reminder-answered", { date: formatDate(lastReminder.answeredAt.slice(0, 10)) });
  return t(lastReminder.contactPerson ? "reminder-person" : "reminder-office", { date });
}

function itemsOf(due: Due, unplaced: readonly { readonly id: string; readonly name: string }[]): Item[] {
  const {
    proposals,
    links,
    dueVerifications,
    dueReviews,
    duplicates,
    brokenWebsites,
    drafts,
    unmetDemand,
    unreachableActors,
  } = due;
  return [
    {
      key: "proposals",
      count: proposals?.totalCount ?? 0,
      address: "/console/review",
      first: (proposals?.nodes ?? []).map((proposal) => ({
        text: `${proposalName(proposal)} · ${formatDate(proposal.createdAt)}`,
        address: `/console/review/${proposal.id}`,
      })),
    },
    {
      key: "consents",
      count: dueReviews?.totalCount ?? 0,
      address: "/console/consents",
      first: (dueReviews?.nodes ?? []).map(({ name, actor, dueSince }) => ({
        text: `${name ?? t("nameless")} · ${actor?.name ?? ""} · ${t("due-since", { date: formatDate(dueSince) })}`,
        address: "/console/consents",
      })),
    },
    {
      key: "links",
      count: links?.totalCount ?? 0,
      address: "/console/links",
      first: (links?.nodes ?? []).map(({ from, to }) => ({
        text: `${from?.name ?? "?"} – ${to?.name ?? "?"}`,
        address: "/console/links",
      })),
    },
    {
      key: "verifications",
      count: dueVerifications?.totalCount ?? 0,
      address: "/console/entries?show=due",
      first: (dueVerifications?.nodes ?? []).map((entry) => ({
        text: [entry.name, verification(entry), reminding(entry)].filter(Boolean).join(" · "),
        address: `/console/entries/${entry.id}`,
      })),
    },
    {
      key: "unreachable",
      count: unreachableActors?.length ?? 0,
      address: `/console/entries/${unreachableActors?.[0]?.entry.id ?? ""}`,
      first: (unreachableActors ?? []).slice(0, 10).map(({ entry, triedAt, failure }) => ({
        text: `${entry.name} · ${t(`unreachable-${failure}`, { date: formatDate(triedAt) })}`,
        address: `/console/entries/${entry.id}`,
      })),
    },
    {
      key: "duplicates",
      count: duplicates?.nodes.length ?? 0,
      isMore: duplicates?.pageInfo.hasNextPage ?? false,
      address: "/console/duplicates",
      first: (duplicates?.nodes ?? [])
        .slice(0, 3)
        .map(({ first, second }) => ({ text: `${first.name} – ${second.name}`, address: "/console/duplicates" })),
    },
    {
      key: "websites",
      count: brokenWebsites?.totalCount ?? 0,
      address: "/console/websites",
      first: (brokenWebsites?.nodes ?? []).map(({ entry, outcome, brokenSince }) => ({
        text: `${entry.name} · ${t(`website-${outcome}`)} · ${t("website-since", { date: formatDate(brokenSince) })}`,
        address: `/console/entries/${entry.id}`,
      })),
    },
    {
      key: "unplaced",
      count: unplaced.length,
      address: "/console/entries?show=unplaced",
      first: unplaced.slice(0, 3).map(({ id, name }) => ({ text: name, address: `/console/entries/${id}` })),
    },
    {
      key: "drafts",
      count: drafts?.totalCount ?? 0,
      address: "/console/entries?show=drafts",
      first: (drafts?.nodes ?? []).map(({ id, name }) => ({ text: name, address: `/console/entries/${id}` })),
    },
    { key: "demand", count: unmetDemand?.totalCount ?? 0, address: "/console/demand", first: [] },
  ];
}

class ConsoleHome extends View {
  #due: Due | null = null;

  protected async load(): Promise<void> {
    this.#due = (await request(ConsoleDue, {})).viewer;
    // Nobody has to wait for what is least urgent.
    void this.#lookForUnplaced().catch(() => {});
  }

  async #lookForUnplaced(): Promise<void> {
    if ((this.#due?.entries?.totalCount ?? 0) > MAX_ROWS) return;
    await fetchRows(() => {});
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    const items = this.#due ? itemsOf(this.#due, knownRows().filter(isUnplaced)) : [];
    const all = items.filter(({ count }) => count > 0);
    const [open, less] = [all.slice(0, MAX_CARDS), all.slice(MAX_CARDS)];
    const done = items.filter(({ count }) => count === 0);
    const typed = listDrafts();
    return html`<h1>${t("title-home")}</h1>
      ${
        typed.length > 0
          ? html`<section class="card warm" aria-labelledby="typed">
            <h2 id="typed">${t("home-typed", { count: typed.length })}</h2>
            <ul>
              ${typed.map(
                ({ entry, name, at }) =>
                  html`<li><a href=${draftAddress(entry)}>${name || t("nameless")}</a> · ${formatDate(at)}</li>`,
              )}
            </ul>
          </section>`
          : nothing
      }
      ${this.#due && open.length === 0 ? html`<p class="card good">${t("home-nothing")}</p>` : nothing}
      <div class="due">${repeat(
        open,
        ({ key }) => key,
        (item) => this.#card(item),
      )}</div>
      ${
        less.length > 0
          ? html`<p>${t("home-less")} ${less.map(({ key, count, address }, at) => html`${at > 0 ? ", " : ""}<a href=${address}>${t(`due-${key}`, { count })}</a>`)}.</p>`
          : nothing
      }
      ${
        done.length > 0 && open.length > 0
          ? html`<p class="soft">${t("home-done")} ${done.map(({ key }) => t(`nav-short-${key}`)).join(", ")}.</p>`
          : nothing
      }
      <p class="acts">
        <a class="button" href="/console/entries/new?type=organisation">${t("new-entry")}</a>
        <a class="button" href="/console/import">${t("title-import")}</a>
      </p>`;
  }

  #card({ key, count, isMore, address, first }: Item) {
    return html`<section class="card" data-due=${key}>
      <h2><a href=${address}>${t(`due-${key}`, { count })}${isMore ? "+" : ""}</a></h2>
      <p class="soft">${t(`due-${key}-why`)}</p>
      <ul>
        ${first.map(({ text, address }) => html`<li><a href=${address}>${text}</a></li>`)}
      </ul>
    </section>`;
  }
}

customElements.define("console-home", ConsoleHome);
