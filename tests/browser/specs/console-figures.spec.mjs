// Coverage, the report of the year, and the tables of themes and districts.
import { readFile } from "node:fs/promises";
import { ask, expect, signIn, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

test("a gap says who could fill it, and a number opens its entries", async ({ page }) => {
  await page.goto("/console/coverage");
  await pressEnter(page.getByRole("button", { name: "Ortsteile" }));
  const gap = page.getByRole("button", { name: /^0: .*Wer könnte das tun\?$/ }).first();
  await gap.press("Enter");
  await expect(page.locator("#gap")).toBeFocused();
  await expect(page.locator("#gap")).toContainText("Wer könnte das tun?");
  await expect(page.locator("section[aria-labelledby=gap] li a").first()).toBeVisible();
  const some = page.locator("td a.number").first();
  const count = await some.textContent();
  await some.press("Enter");
  await expect(page).toHaveURL(/status=PUBLISHED&theme=[\w.-]+&district=[\w-]+/);
  await expect(page.locator("tr[data-entry]")).toHaveCount(Number(count));
});

test("the report counts what is there, opens each number and is saved as a workbook", async ({ page }) => {
  await page.goto("/console/report");
  const { actors } = await ask(page, "{ actors { totalCount } }");
  const entries = page.getByRole("row", { name: /^Einträge am Ende/ }).getByRole("button").first();
  // The past is built when it is asked for.
  await expect(entries).toBeVisible({ timeout: 30_000 });
  // Other tests publish meanwhile.
  expect(Math.abs(Number(await entries.textContent()) - actors.totalCount)).toBeLessThan(20);
  await entries.press("Enter");
  await expect(page.locator("#opened")).toBeFocused();
  await expect(page.locator("section[aria-labelledby=opened] a").first()).toHaveAttribute("href", /^\/console\/entries\//);
  const saved = page.waitForEvent("download");
  await pressEnter(page.getByRole("button", { name: "Als Excel" }));
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^jahresbericht-.*\.xlsx$/);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
  await page.getByRole("combobox", { name: "Jahr" }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/\?year=\d{4}$/);
  await expect(page.getByRole("row", { name: /^Einträge am Ende/ })).toBeVisible({ timeout: 30_000 });
});

test("on paper stand the figures and nothing else", async ({ page }) => {
  await page.goto("/console/report");
  await expect(page.getByRole("row", { name: /^Angebote am Ende/ })).toBeVisible({ timeout: 30_000 });
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".side")).toBeHidden();
  await expect(page.getByRole("button", { name: "Drucken" })).toBeHidden();
  await expect(page.getByRole("row", { name: /^Angebote am Ende/ })).toBeVisible();
});

test("a server that is gone is said to be, and the report comes when it is asked for again", async ({ page }) => {
  await page.goto("/console/coverage");
  await expect(page.locator("td a.number").first()).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Als Excel" }).click();
  await expect(page.locator(".notice.bad")).toContainText("gerade nicht erreichbar");
  await page.getByRole("link", { name: "Jahresbericht" }).click();
  await expect(page.locator(".failure")).toBeVisible();
  await page.context().setOffline(false);
  await page.locator(".failure").getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("row", { name: /^Einträge am Ende/ })).toBeVisible({ timeout: 30_000 });
});

test("a theme is made, renamed by keyboard and that is taken back", async ({ page }) => {
  const name = `Prüfthema ${Date.now()}`;
  await page.goto("/console/themes");
  await pressEnter(page.getByRole("button", { name: "Neues Hauptthema" }));
  await expect(page.getByLabel("Name (Deutsch)")).toBeFocused();
  await page.keyboard.type(name);
  // Without a field of action it is none.
  await page.keyboard.press("Enter");
  await expect(page.locator(".branch-form .bad")).toBeVisible();
  await expect(page.getByLabel("Name (Deutsch)")).toHaveValue(name);
  await page.getByRole("checkbox", { name: "Interkulturelle Öffnung" }).press("Space");
  await pressEnter(page.getByRole("button", { name: "Speichern" }));
  await expect(page.locator(".notice")).toContainText(`${name} ist da.`);
  await pressEnter(page.getByRole("button", { name: `${name} ändern` }));
  await page.getByLabel("Name (Deutsch)").fill(`${name} neu`);
  await page.getByLabel("Andere Wörter dafür").fill("Eins; Zwei");
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  const row = page.locator("[data-branch]").filter({ hasText: `${name} neu` });
  await expect(row).toContainText("Eins, Zwei");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText(name, { exact: true })).toBeVisible();
});

test("what is typed into a district is not left without a question", async ({ page }) => {
  await page.goto("/console/districts");
  await page.locator("[data-branch]").nth(1).getByRole("button", { name: /ändern$/ }).click();
  await page.getByLabel("Name (Englisch)").fill("Something else");
  await page.getByRole("link", { name: "Themen", exact: true }).click();
  const dialogue = page.getByRole("dialog", { name: "Nicht gespeicherte Änderungen" });
  await dialogue.getByRole("button", { name: "Hier bleiben" }).click();
  await expect(page.getByLabel("Name (Englisch)")).toHaveValue("Something else");
  // Only administrators let another stand in its place.
  await expect(page.getByRole("button", { name: "Ersetzen …" })).toHaveCount(0);
});

test("an administrator changes the report's template, for screen, paper and workbook, and back", async ({ page }) => {
  await page.goto("/console/report");
  const row = (name) => page.getByRole("row", { name });
  await expect(row(/^Einträge am Ende/)).toBeVisible({ timeout: 60_000 });
  // Editors read the report as it is.
  await expect(page.getByText("Vorlage des Berichts ändern")).toHaveCount(0);
  await signIn(page, process.env.BRUECKE_ADMIN);
  await page.goto("/console/report");
  await expect(row(/^Einträge am Ende/)).toBeVisible({ timeout: 60_000 });
  await pressEnter(page.getByText("Vorlage des Berichts ändern"));
  const form = page.locator("console-report-template");
  await form.getByLabel("Überschrift (Deutsch)").fill("Sachbericht");
  await form.getByLabel("Text vor den Zahlen (Deutsch)").fill("Erste Zeile\nZweite Zeile");
  await form.locator("[data-section=gone]").getByRole("checkbox").uncheck();
  await form.locator("[data-section=entries]").getByLabel(/\(Deutsch\)$/).fill("Vereine im Verzeichnis");
  await form.getByRole("button", { name: /^Angebote am Ende.* nach oben$/ }).press("Enter");
  // What is typed outlives a reload, and nobody else sees it before it is saved.
  await page.reload();
  await expect(form.getByLabel("Überschrift (Deutsch)")).toHaveValue("Sachbericht", { timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 1, name: "Jahresbericht" })).toBeVisible();
  await form.getByLabel("Überschrift (Englisch)").fill("Report");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sachbericht" })).toBeVisible();
  await expect(page.locator(".report-text")).toHaveText("Erste Zeile\nZweite Zeile");
  await expect(row(/^Vereine im Verzeichnis/)).toBeVisible();
  const names = await page.locator("table.figures tbody th").allInnerTexts();
  expect(names.findIndex((name) => name.startsWith("Angebote"))).toBeLessThan(names.findIndex((name) => name.startsWith("Termine") || name.startsWith("Veranstaltungen")));
  const sent = page.waitForRequest((request) => request.url().endsWith("report.xlsx"));
  await page.getByRole("button", { name: "Als Excel" }).click();
  const { title, introduction, rows } = (await sent).postDataJSON();
  expect(title).toMatch(/^Sachbericht \d{4}$/);
  expect(introduction).toEqual(["Erste Zeile\nZweite Zeile"]);
  expect(rows.some(([, name]) => name === "Vereine im Verzeichnis")).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".report-text")).toBeVisible();
  await expect(form).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  // The table of events stands where the template has it, on the screen and in the workbook.
  await pressEnter(page.getByText("Vorlage des Berichts ändern"));
  const byTheme = form.locator("[data-section=events-by-theme]");
  while ((await form.locator("[data-section]").evaluateAll((rows) => rows.findIndex((one) => one.dataset.section === "events-by-theme"))) > 1) {
    await byTheme.getByRole("button", { name: /nach oben$/ }).press("Enter");
  }
  await form.getByRole("button", { name: "Speichern" }).click();
  const tables = page.locator("console-report table.plain");
  await expect(tables).toHaveCount(3);
  await expect(tables.nth(1)).toHaveAttribute("data-part", "events-by-theme");
  const again = page.waitForRequest((request) => request.url().endsWith("report.xlsx"));
  await page.getByRole("button", { name: "Als Excel" }).click();
  const captions = (await again).postDataJSON().rows.map(([, name]) => name);
  const caption = await tables.nth(1).locator("caption").innerText();
  expect(captions.indexOf(caption)).toBeGreaterThan(captions.indexOf("Vereine im Verzeichnis"));
  expect(captions.lastIndexOf(caption)).toBeLessThan(captions.indexOf(names[1].split("\n")[0]));
  await pressEnter(page.getByText("Vorlage des Berichts ändern"));
  await form.getByRole("button", { name: "Alles wie vorgegeben" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Jahresbericht" })).toBeVisible();
  await expect(page.locator("table.figures tbody tr")).toHaveCount(names.length + 1);
});
