// Hours in the editor: written as people write them, kept in the notation of OpenStreetMap.
import { draft, expect, stored, test } from "./console.mjs";

const text = (page) => page.getByRole("textbox", { name: "Öffnungszeiten" });
const save = (page) => page.getByRole("button", { name: /^Speichern Strg/ });

for (const [typed, words, notation] of [
  ["Mi und Fr 15–18 Uhr", ["Mittwoch und Freitag: 15:00–18:00"], "We,Fr 15:00-18:00"],
  ["Mi und Fr 15–18 Uhr, in den Schulferien zu", ["Mittwoch und Freitag: 15:00–18:00", "Schulferien: geschlossen"], "We,Fr 15:00-18:00; SH off"],
  ["Mo-Fr 9-17", ["Montag bis Freitag: 09:00–17:00"], "Mo-Fr 09:00-17:00"],
  ["jeden 1. und 3. Samstag im Monat 15-17 Uhr", ["am ersten und dritten Samstag im Monat: 15:00–17:00"], "Sa[1,3] 15:00-17:00"],
  ["nach Vereinbarung", ["nach Vereinbarung"], '"nach Vereinbarung"'],
  ["Mo 10-12 Uhr, sonst nach tel. Absprache", ["Montag: 10:00–12:00", "sonst: nach Vereinbarung"], 'Mo 10:00-12:00 || "nach Vereinbarung"'],
  ["24/7", ["rund um die Uhr"], "24/7"],
  ["freitags ab 16 Uhr", ["Freitag: ab 16:00 Uhr"], "Fr 16:00+"],
  ["Salı ve perşembe 10:00-16:00", ["Dienstag und Donnerstag: 10:00–16:00"], "Tu,Th 10:00-16:00"],
]) {
  test(`hours are understood as people write them: ${typed}`, async ({ page }) => {
    const { id } = await draft(page, `Stundenverein ${typed}`);
    await page.goto(`/console/entries/${id}`);
    await text(page).fill(typed);
    const rows = page.locator(".hours");
    for (const line of words) await expect(rows.locator(".spoken")).toContainText(line);
    await expect(rows.locator(".hours-row")).toHaveCount(/[[+"]|24/.test(notation) ? 0 : words.length);
    // What was typed stays in sight until it is saved.
    await expect(text(page)).toHaveValue(typed);
    await save(page).click();
    await expect(page.locator(".notice")).toContainText("Gespeichert.");
    expect(await stored(page, id, "openingHours")).toBe(notation);
    await expect(text(page)).toHaveValue(notation);
  });
}

test("who saves before anything was read back sends what was meant", async ({ page }) => {
  const { id } = await draft(page, "Eilverein Stundenglas");
  await page.goto(`/console/entries/${id}`);
  await text(page).focus();
  await page.keyboard.type("dienstags 17-19 Uhr");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "openingHours")).toBe("Tu 17:00-19:00");
});

test("what nobody understands is said to be so, stays over a reload, and gives way to rows when that is wanted", async ({ page }) => {
  const { id } = await draft(page, "Rätselverein Stundenglas");
  await page.goto(`/console/entries/${id}`);
  await text(page).fill("immer mal");
  const rows = page.locator(".hours");
  await expect(rows).toContainText("Das ist nicht zu verstehen.");
  await page.reload();
  await expect(text(page)).toHaveValue("immer mal");
  await expect(rows).toContainText("Das ist nicht zu verstehen.");
  await rows.getByRole("button", { name: "Stattdessen Tage und Uhrzeiten wählen" }).click();
  await rows.getByRole("checkbox", { name: "Mittwoch" }).check();
  await rows.getByLabel("von").fill("10:00");
  await rows.getByLabel("bis").fill("12:00");
  await rows.getByRole("button", { name: "Zeile hinzufügen" }).click();
  const second = rows.locator(".hours-row").nth(1);
  await second.getByRole("checkbox", { name: "Schulferien" }).check();
  await second.getByRole("checkbox", { name: "geschlossen" }).check();
  await expect(text(page)).toHaveValue("We 10:00-12:00; SH off");
  await expect(rows).not.toContainText("noch nicht fertig");
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "openingHours")).toBe("We 10:00-12:00; SH off");
});
