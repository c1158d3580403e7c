// When an event takes place: first date, repetition, days without it, and the words that come of it.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fieldLabel } from "../fields";
import { formatDate, t } from "../words";
import { type Context, controlId, describedBy, flag, framed, line, unreadMessage } from "./inputs";
import { addDays, dateOf, weekdayOf } from "./local-time";
import {
  datesOf,
  daysOf,
  describeRepetition,
  FREQUENCIES,
  type Frequency,
  formatRule,
  listed,
  ONCE,
  parseRule,
  type Repetition,
  weekdayName,
} from "./recurrence";

const NTH = [1, 2, 3, 4, -1] as const;
const INTERVALS = [1, 2, 3, 4, 6, 8];
/** How many dates are named. */
const NAMED_DATES = 5;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** The last moment of a day where only days count. */
const END_OF_DAY = "23:59:00";

/** Day and time of a field, as far as they are typed. */
function momentOf({ form }: Context, field: string): { readonly day: string; readonly time: string } {
  const text = form.unreadFields.includes(field) ? (form.typed(field) ?? "") : String(form.value(field) ?? "");
  const [day = "", time = ""] = text.split("T");
  // Where only days count, the midnight after the last one ends it.
  const isMidnightAfter = field === "endsAt" && form.value("allDay") === true && time === "00:00:00";
  return { day: isMidnightAfter && day ? addDays(day, -1) : day, time: time.slice(0, 5) };
}

/** Takes a day and a time; what is one of both only waits for the other. */
function setMoment(context: Context, field: string, day: string, time: string): void {
  const isAllDay = context.form.value("allDay") === true;
  const before = momentOf(context, "startsAt").day;
  const shown = field === "endsAt" && !day && time ? before : day;
  const clock = isAllDay ? (field === "endsAt" ? END_OF_DAY : "00:00:00") : time ? `${time}:00` : "";
  const isRead = shown ? clock !== "" : isAllDay || !time;
  context.form.keepText(field, `${shown}T${clock}`, isRead);
  context.complain(field, "");
  if (isRead) context.set(field, shown ? `${shown}T${clock}` : null);
  const end = momentOf(context, "endsAt");
  // The end goes along with the first day.
  if (field === "startsAt" && isRead && before && shown && before !== shown && end.day) {
    const days = Math.round((dateOf(shown).getTime() - dateOf(before).getTime()) / 86_400_000);
    setMoment(context, "endsAt", addDays(end.day, days), end.time);
  }
}

function moment(context: Context, field: string): TemplateResult {
  const { day, time } = momentOf(context, field);
  const leave = () => context.complain(field, context.form.unreadFields.includes(field) ? unreadMessage(field) : "");
  const [id, value] = [controlId(field), (event: Event) => (event.target as HTMLInputElement).value];
  return framed(
    context,
    field,
    html`<span class="moment">
      <input id=${id} type="date" .value=${day} aria-describedby=${describedBy(field)} aria-invalid=${context.errors.has(field)}
        @input=${(event: Event) => setMoment(context, field, value(event), time)} />
      ${
        context.form.value("allDay") === true
          ? nothing
          : html`<input id=${`${id}-time`} type="time" .value=${time} aria-label=${t("moment-time", { field: fieldLabel(field) })} aria-describedby=${describedBy(field)}
            @input=${(event: Event) => setMoment(context, field, day, value(event))} @change=${leave} />`
      }
    </span>`,
  );
}

/** Whether only days count: times that were typed stay, and count again when they do. */
function toggleAllDay(context: Context): Context {
  return {
    ...context,
    set: (field, value) => {
      const moments = ["startsAt", "endsAt"].map((name) => [name, momentOf(context, name)] as const);
      context.set(field, value);
      for (const [name, { day, time }] of moments) {
        const isWaiting = context.form.unreadFields.includes(name);
        if (day && (isWaiting || name === "endsAt"))
          setMoment(context, name, day, value !== true && time === END_OF_DAY.slice(0, 5) ? "" : time);
      }
    },
  };
}

/** When it takes place. */
export function times(context: Context): TemplateResult {
  const start = momentOf(context, "startsAt").day;
  const rule = String(context.form.value("recurrence") ?? "");
  const repetition = parseRule(rule);
  return html`${flag(toggleAllDay(context), "allDay")} ${moment(context, "startsAt")} ${moment(context, "endsAt")}
    ${repetitionFields(context, repetition, start)} ${repetition.frequency === "once" ? nothing : excludedDates(context, repetition, start)}
    ${spoken(context, repetition, start)} ${flag(context, "cancelled")}`;
}

function repetitionFields(context: Context, repetition: Repetition, start: string): TemplateResult {
  const { frequency, interval, days, nth, until, count } = repetition;
  const write = (change: Partial<Repetition>) =>
    context.set("recurrence", formatRule({ ...repetition, ...change }, start));
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const choose = (event: Event) => write({ ...ONCE, until, count, frequency: value(event) as Frequency });
  const toggle = (day: number, isOn: boolean) => {
    const chosen = daysOf(repetition, start);
    write({ days: isOn ? [...chosen, day].sort() : chosen.filter((known) => known !== day) });
  };
  const ends = until ? "until" : count > 0 ? "count" : "never";
  const fallback = start ? addDays(start, 91) : "";
  const chooseEnd = (event: Event) => {
    const wanted = value(event);
    write({ until: wanted === "until" ? fallback : "", count: wanted === "count" ? 10 : 0 });
  };
  const shown = FREQUENCIES.filter((known) => known !== "other" || frequency === "other");
  const isSimple = frequency !== "once" && frequency !== "other";
  const chosenDays = daysOf(repetition, start);
  return html`<div class="repetition" role="group" aria-label=${t("repeat-title")}>
    <label>${t("repeat-title")}
      <select id="repeat-frequency" ?disabled=${!start && !rule(context)} @change=${choose}>
        ${shown.map((known) => html`<option value=${known} .selected=${known === frequency}>${t(`repeat-${known}`)}</option>`)}
      </select>
    </label>
    ${!start ? html`<p class="help">${t("repeat-start-first")}</p>` : nothing}
    ${
      isSimple
        ? html`<label>${t("repeat-interval")}
          <select id="repeat-interval" @change=${(event: Event) => write({ interval: Number(value(event)) })}>
            ${[...new Set([...INTERVALS, interval])].map((known) => html`<option value=${known} .selected=${known === interval}>${t(`repeat-every-${frequency}`, { count: known })}</option>`)}
          </select></label>`
        : nothing
    }
    ${
      frequency === "weekly"
        ? html`<fieldset class="days"><legend>${t("repeat-days")}</legend>
          ${WEEKDAYS.map((day) => html`<label class="check"><input type="checkbox" aria-label=${weekdayName(day)} .checked=${chosenDays.includes(day)} ?disabled=${chosenDays.length === 1 && chosenDays.includes(day)} @change=${(event: Event) => toggle(day, (event.target as HTMLInputElement).checked)} /> ${weekdayName(day, "short")}</label>`)}
        </fieldset>`
        : nothing
    }
    ${
      frequency === "monthly"
        ? html`<label>${t("repeat-which")}
            <select id="repeat-which" @change=${(event: Event) => write({ nth: Number(value(event)) })}>
              ${NTH.map((known) => html`<option value=${known} .selected=${known === nth}>${t(`repeat-nth-${known}`)}</option>`)}
            </select></label>
          <label>${t("repeat-weekday")}
            <select id="repeat-weekday" @change=${(event: Event) => write({ days: [Number(value(event))] })}>
              ${WEEKDAYS.map((day) => html`<option value=${day} .selected=${day === (days[0] ?? 0)}>${weekdayName(day)}</option>`)}
            </select></label>`
        : nothing
    }
    ${
      isSimple
        ? html`<label>${t("repeat-ends")}
            <select id="repeat-ends" @change=${chooseEnd}>
              ${["never", "until", "count"].map((known) => html`<option value=${known} .selected=${known === ends}>${t(`repeat-ends-${known}`)}</option>`)}
            </select></label>
          ${ends === "until" ? html`<label>${t("repeat-until")} <input id="repeat-until" type="date" min=${start} .value=${until} @change=${(event: Event) => value(event) && write({ until: value(event), count: 0 })} /></label>` : nothing}
          ${ends === "count" ? html`<label>${t("repeat-count")} <input id="repeat-count" class="number" type="number" min="1" max="400" .value=${String(count)} @change=${(event: Event) => Number(value(event)) >= 1 && write({ count: Math.floor(Number(value(event))), until: "" })} /></label>` : nothing}`
        : nothing
    }
    <details ?open=${frequency === "other" || context.errors.has("recurrence")}><summary>${t("repeat-rule")}</summary>${line(context, "recurrence")}</details>
  </div>`;
}

const rule = ({ form }: Context) => String(form.value("recurrence") ?? "");

/** Days without it: one by one, or all between two days, as holidays are. */
function excludedDates(context: Context, repetition: Repetition, start: string): TemplateResult {
  const excluded = (context.form.value("excludedDates") ?? []) as readonly string[];
  // What is typed and not added yet stays on the device like everything else, and is asked about before anything is saved.
  const [from = "", to = ""] = (context.form.typed("excludedDates") ?? "").split("/");
  const type = (first: string, last: string) => {
    context.form.keepText("excludedDates", first || last ? `${first}/${last}` : "", !first && !last);
    context.complain("excludedDates", "");
  };
  const value = (event: Event) => (event.target as HTMLInputElement).value;
  const add = (event: Event) => {
    const box = (event.target as HTMLElement).closest("[data-exclude]");
    if (!from) return context.complain("excludedDates", t("exclude-missing"));
    const last = to || from;
    if (last < from) return context.complain("excludedDates", t("exclude-order"));
    const isKnown = repetition.frequency !== "other";
    const days = isKnown ? datesOf(repetition, start).filter((day) => day >= from && day <= last) : [from];
    if (days.length === 0) return context.complain("excludedDates", t("exclude-none"));
    type("", "");
    context.set("excludedDates", [...new Set([...excluded, ...days])].sort());
    box?.querySelector<HTMLInputElement>("input")?.focus();
  };
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add(event);
  };
  return framed(
    context,
    "excludedDates",
    html`<div data-exclude @keydown=${submitOnEnter}>
      ${
        excluded.length > 0
          ? html`<ul class="chips">
            ${repeat(
              excluded,
              (day) => day,
              (day) =>
                html`<li>${formatDate(day)} <button type="button" aria-label=${t("picker-remove", { name: formatDate(day) })} @click=${() =>
                  context.set(
                    "excludedDates",
                    excluded.filter((known) => known !== day),
                  )}>×</button></li>`,
            )}
          </ul>`
          : nothing
      }
      <div class="moment">
        <input id=${controlId("excludedDates")} name="exclude-from" type="date" .value=${from} aria-describedby=${describedBy("excludedDates")} aria-invalid=${context.errors.has("excludedDates")} @input=${(event: Event) => type(value(event), to)} />
        <label>${t("exclude-to")} <input name="exclude-to" type="date" .value=${to} @input=${(event: Event) => type(from, value(event))} /></label>
        <button type="button" @click=${add}>${t("exclude-add")}</button>
      </div>
    </div>`,
  );
}

/** What all of it says, in words; with a button where the first date is none of its own rule. */
function spoken(context: Context, repetition: Repetition, start: string): TemplateResult | typeof nothing {
  if (!start) return nothing;
  const [first, last] = [momentOf(context, "startsAt"), momentOf(context, "endsAt")];
  const isAllDay = context.form.value("allDay") === true;
  const clock = isAllDay
    ? t("field-allDay")
    : last.time && last.day === first.day
      ? t("moment-span", { from: first.time, to: last.time })
      : first.time
        ? t("moment-from", { from: first.time })
        : "";
  const excluded = (context.form.value("excludedDates") ?? []) as readonly string[];
  const dates = datesOf(repetition, start);
  const held = dates.filter((day) => !excluded.includes(day));
  const named = (day: string) => `${weekdayName(weekdayOf(day), "short")} ${formatDate(day)}`;
  const isOnce = repetition.frequency === "once";
  const parts = [
    isOnce
      ? t("repeat-words-once", { day: `${weekdayName(weekdayOf(start))}, ${formatDate(start)}` })
      : describeRepetition(repetition, start),
    clock,
    last.day && last.day !== first.day
      ? t("moment-until", { day: named(last.day), time: isAllDay ? "" : last.time })
      : "",
    !isOnce && start ? t("repeat-words-from", { day: formatDate(start) }) : "",
    repetition.until
      ? t("repeat-words-until", { day: formatDate(repetition.until) })
      : repetition.count > 0
        ? t("repeat-words-count", { count: repetition.count })
        : "",
    !isOnce && excluded.length > 0 ? t("repeat-words-except", { days: listed(excluded.map(formatDate)) }) : "",
  ];
  const isOff = !isOnce && repetition.frequency !== "other" && dates[0] !== undefined && dates[0] !== start;
  return html`<div class="spoken" role="status">
    <strong>${t("reads-so")}</strong>
    ${repetition.frequency === "other" ? t("repeat-other-words") : parts.filter(Boolean).join(", ")}
    ${!isOnce && held.length > 0 ? html`<br />${t("repeat-next", { days: held.slice(0, NAMED_DATES).map(named).join(" · ") })}` : nothing}
    ${!isOnce && repetition.frequency !== "other" && held.length === 0 ? html`<p class="warn">${t("repeat-no-dates")}</p>` : nothing}
    ${
      isOff
        ? html`<p class="warn">${t("repeat-off", { day: named(start) })}
          <button type="button" @click=${() => dates[0] && setMoment(context, "startsAt", dates[0], first.time)}>${t("repeat-off-repair", { day: named(dates[0] ?? "") })}</button></p>`
        : nothing
    }
  </div>`;
}
