// Days and times to choose below an input of hours; what is chosen is written into it. Its words come with the page.
import {
  ALL_DAYS,
  EMPTY_ROW,
  formatHours,
  HOLIDAY,
  type HoursRow,
  parseHours,
  SCHOOL_HOLIDAY,
} from "@bruecke/shared/hours-notation";

/** The longest and the shortest name of a day of the week, as the page's language has them. */
function dayName(day: number, width: "long" | "short"): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(document.documentElement.lang, { weekday: width }).format(new Date(2024, 0, day, 12));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Offers days and times for the input that a box names. */
export function hoursHelper(box: HTMLElement): void {
  const input = document.getElementById(box.dataset.hours ?? "");
  if (!(input instanceof HTMLInputElement)) return;
  const word = (name: string) => box.dataset[name] ?? "";
  // What says more than rows can is left as it is.
  let rows: readonly HoursRow[] = parseHours(input.value) ?? [];
  const list = element("div", {});
  const write = (changed: readonly HoursRow[]) => {
    rows = changed;
    input.value = formatHours(changed);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const replace = (at: number, row: HoursRow | null) =>
    write(rows.flatMap((known, index) => (index === at ? (row ?? []) : known)));

  const rowFields = (row: HoursRow, at: number) => {
    const current = () => rows[at] ?? row;
    const day = (number: number) => {
      const holidays = number === HOLIDAY ? word("holidays") : number === SCHOOL_HOLIDAY ? word("school") : "";
      const name = holidays || dayName(number, "long");
      const tick = element("input", { type: "checkbox", checked: row.days.includes(number), ariaLabel: name });
      tick.addEventListener("change", () => {
        const { days } = current();
        replace(at, {
          ...current(),
          days: tick.checked ? [...days, number].sort() : days.filter((known) => known !== number),
        });
      });
      return element("label", { className: "tick" }, tick, element("span", {}, holidays || dayName(number, "short")));
    };
    const time = (part: "from" | "to") => {
      const field = element("input", { type: "time", value: row[part], dir: "ltr" });
      field.addEventListener("input", () => replace(at, { ...current(), [part]: field.value }));
      return element("label", {}, word(part), " ", field);
    };
    const times = element("div", { className: "times", hidden: row.isClosed }, time("from"), time("to"));
    const closed = element("input", { type: "checkbox", checked: row.isClosed });
    closed.addEventListener("change", () => {
      times.hidden = closed.checked;
      replace(at, { ...current(), isClosed: closed.checked });
    });
    const remove = element(
      "button",
      { type: "button", className: "button", ariaLabel: `${word("remove")} ${at + 1}` },
      "×",
    );
    remove.addEventListener("click", () => {
      replace(at, null);
      draw();
    });
    return element(
      "fieldset",
      { className: "hours-row" },
      element("legend", { className: "unseen" }, `${word("title")} ${at + 1}`),
      element("div", { className: "days" }, ...ALL_DAYS.map(day)),
      element("label", { className: "tick" }, closed, element("span", {}, word("closed"))),
      times,
      remove,
    );
  };

  const draw = () => list.replaceChildren(...rows.map(rowFields));
  const add = element("button", { type: "button", className: "button" }, word("add"));
  add.addEventListener("click", () => {
    rows = [...rows, EMPTY_ROW];
    draw();
    list.lastElementChild?.querySelector("input")?.focus();
  });
  // The text that is typed counts: rows follow it.
  input.addEventListener("change", () => {
    rows = parseHours(input.value) ?? [];
    draw();
  });
  draw();
  box.append(element("details", {}, element("summary", {}, word("title")), list, add));
  box.hidden = false;
}
