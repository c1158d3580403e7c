// The state of the editor without anything seen: what the service has, what was changed here, and what is sent.

import { type Draft, discardDraft, newDraftKey, readDraft, writeDraft } from "../drafts";
import type {
  ConsoleEntryAnswer,
  EditActorInput,
  EditEventInput,
  EditOfferInput,
  EditProjectInput,
} from "../generated/questions";
import { instantOf } from "./local-time";

export type ActorType = "organisation" | "institution" | "network";
/** What belongs to actors and has a form of its own. */
export type ActivityType = "offer" | "event" | "project";
export type EntryType = ActorType | ActivityType;
export type EntryContent = NonNullable<NonNullable<ConsoleEntryAnswer["viewer"]>["entry"]>;

/** A place on the map. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
  readonly precision: string;
  /** Whether it is meant to lie far from every district. */
  readonly farAway?: boolean;
}

/** A field that two people have changed. */
export interface Conflict {
  readonly field: string;
  readonly theirs: unknown;
  readonly mine: unknown;
  /** Who changed it, and when; null where that is not known. */
  readonly byName: string | null;
  readonly at: string | null;
}

/** Whether two values say the same. */
export const isEqual = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** An empty text or list says nothing. */
const normal = (value: unknown) => (value === "" || (Array.isArray(value) && value.length === 0) ? null : value);

/** One entry being edited. Everything that changes is kept on the device at once. */
export class EntryForm {
  readonly key: string;
  version = 0;
  #base: Record<string, unknown> = {};
  #changes: Record<string, unknown> = {};
  /** When the draft that is shown was kept; empty when nothing was. */
  draftFrom = "";
  /** Whether the device could keep the last change. */
  isKept = true;
  /** What stands in fields whose text is not what they say, as long as it means that. */
  readonly #texts = new Map<string, string>();
  /** What stands in fields and means nothing yet. */
  #unread: Record<string, string> = {};
  /** Whose the new offer, event or project is. */
  #owner: string | null;

  constructor(
    readonly id: string | null,
    readonly type: EntryType,
    draft: string,
    owner: string | null = null,
  ) {
    this.key = id ?? newDraftKey(type, draft);
    this.#owner = owner ?? (id ? null : (readDraft(this.key)?.owner ?? null));
  }

  /** The actors that an offer, an event or a project belongs to. */
  get owners(): readonly string[] {
    const value = this.value(ownerField(this.type));
    return Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [];
  }

  /** What a new entry says without anybody having said it. */
  get #defaults(): Record<string, unknown> {
    if (this.id || !this.#owner) return {};
    if (this.type === "offer") return { actor: this.#owner, kind: "service" };
    return { [ownerField(this.type)]: [this.#owner] };
  }

  /** Takes over what the service has, and the draft of this device, if there is one. */
  open(entry: EntryContent | null): void {
    const draft = readDraft(this.key);
    this.#base = entry
      ? Object.fromEntries((entry.content ?? []).map(({ field, value }) => [field, value]))
      : this.#defaults;
    this.version = entry?.version ?? 0;
    this.#changes = {};
    this.#unread = {};
    this.#texts.clear();
    this.draftFrom = "";
    if (!draft) return;
    // From an older version the service itself says what changed meanwhile.
    this.version = draft.version;
    this.#base = { ...this.#base, ...draft.base };
    this.#changes = { ...draft.changes };
    this.#unread = { ...draft.unread };
    this.draftFrom = draft.at;
  }

  value(field: string): unknown {
    return field in this.#changes ? this.#changes[field] : (this.#base[field] ?? null);
  }

  isChanged(field: string): boolean {
    return field in this.#changes || field in this.#unread;
  }

  /** The text that was typed into a field; null where what the field says tells it all. */
  typed(field: string): string | null {
    return this.#texts.get(field) ?? this.#unread[field] ?? null;
  }

  /** Keeps what is typed into a field, letter by letter; `isRead` tells whether it means something. */
  keepText(field: string, text: string, isRead: boolean): void {
    this.#texts.set(field, text);
    if (isRead) delete this.#unread[field];
    else this.#unread[field] = text;
    this.#keep();
  }

  /** The fields in which something stands that means nothing. */
  get unreadFields(): readonly string[] {
    return Object.keys(this.#unread);
  }

  get changedFields(): readonly string[] {
    return Object.keys(this.#changes);
  }

  get fields(): readonly string[] {
    return [...new Set([...Object.keys(this.#base), ...Object.keys(this.#changes)])];
  }

  set(field: string, value: unknown): void {
    const wanted = normal(value);
    if (isEqual(wanted, normal(this.#base[field] ?? null))) delete this.#changes[field];
    else this.#changes[field] = wanted;
    this.#keep();
  }

  #keep(): void {
    const changed = this.changedFields;
    if (changed.length === 0 && this.unreadFields.length === 0) {
      discardDraft(this.key);
      return;
    }
    const draft: Draft = {
      entry: this.key,
      name: this.#name(),
      ...(this.#owner ? { owner: this.#owner } : {}),
      version: this.version,
      base: Object.fromEntries(changed.map((field) => [field, this.#base[field] ?? null])),
      changes: this.#changes,
      unread: this.#unread,
      at: new Date().toISOString(),
    };
    this.isKept = writeDraft(draft);
  }

  #name(): string {
    const titles = this.fields.filter((field) => field.startsWith("title.")).map((field) => this.value(field));
    return String(this.value("name") ?? this.value("title.de") ?? titles.find(Boolean) ?? "");
  }

  /** Throws away what was changed here. */
  discard(): void {
    this.#changes = {};
    this.#unread = {};
    this.#texts.clear();
    discardDraft(this.key);
  }

  /** What is being sent. */
  get changes(): Readonly<Record<string, unknown>> {
    return { ...this.#changes };
  }

  /** The service has taken what was sent; what was typed since stays a change. */
  settle(sent: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(sent)) {
      if (isEqual(this.#changes[field], value)) delete this.#changes[field];
      else this.#base[field] = value;
    }
    this.#keep();
  }

  /** Goes on from a newer version: what others have said is what the changes begin from; a null choice is theirs. */
  rebase(entry: EntryContent, takeTheirs: readonly string[]): void {
    const mine = this.#changes;
    this.#base = Object.fromEntries((entry.content ?? []).map(({ field, value }) => [field, value]));
    this.version = entry.version;
    this.#changes = {};
    for (const [field, value] of Object.entries(mine)) {
      if (!takeTheirs.includes(field) && !isEqual(value, normal(this.#base[field] ?? null)))
        this.#changes[field] = value;
    }
    this.#keep();
  }

  /** What is sent: changed fields only, and of a new entry whose it is. Times are those of the directory's `zone`. */
  input(zone: string): EntryChanges {
    return changesInput({ ...this.#defaults, ...this.#changes }, zone);
  }
}

/** The field that names whose an entry is. */
const ownerField = (type: EntryType) => (type === "offer" ? "actor" : type === "event" ? "hosts" : "actors");

/** What is sent of an entry, whatever sort it is. */
type EntryChanges = Omit<
  EditActorInput & EditOfferInput & EditEventInput & EditProjectInput,
  "id" | "expectedVersion" | "kind"
> & { readonly kind?: never };

/** What is sent of an entry. */
export type ActorChanges = Omit<EditActorInput, "id" | "expectedVersion">;

/** Values by their fields as inputs have them. */
export function changesInput(changes: Readonly<Record<string, unknown>>, zone = "UTC"): EntryChanges {
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    const [stem = "", part] = field.split(".");
    if (TEXTS.includes(stem)) {
      input[stem] = [...((input[stem] as unknown[] | undefined) ?? []), { language: part, text: value }];
    } else if (part) input[stem] = { ...((input[stem] as object | undefined) ?? {}), [part]: value };
    else
      input[field] =
        TIMES.includes(field) && value !== null ? instantOf(String(value), zone) : inputValue(field, value);
  }
  return input;
}

const word = (value: unknown) => String(value).toUpperCase().replaceAll("-", "_");

/** A value as inputs have it: words of an enumeration in capitals, a kind without its type. */
function inputValue(field: string, value: unknown): unknown {
  if (value === null) return LISTS.includes(field) ? [] : FLAGS.includes(field) ? false : null;
  if (field === "kind") return typeof value === "string" ? word(value) : (value as { kind: string }).kind;
  if (field === "legalForm" || field === "wheelchair" || field === "availability") return word(value);
  if (field === "accessibility" || field === "registrationMethods") return (value as readonly string[]).map(word);
  if (field === "location") return { ...(value as Place), precision: (value as Place).precision.toUpperCase() };
  return value;
}

/** Fields that hold several values. */
export const LISTS: readonly string[] = [
  "alternativeNames",
  "themes",
  "languages",
  "targetGroups",
  "activeIn",
  "socialLinks",
  "accessibility",
  "registrationMethods",
  "excludedDates",
  "hosts",
  "actors",
  "districts",
];

/** Fields that hold a text in each language. */
export const TEXTS: readonly string[] = [
  "title",
  "summary",
  "description",
  "exclusions",
  "documents",
  "cost",
  "registration",
];

const FLAGS = ["byAppointment", "freeOfCharge", "confidential", "allDay", "cancelled"];
/** Fields that hold a time on the clock of the directory. */
const TIMES = ["startsAt", "endsAt"];
