// The table of entries: search, filters, order, selection, acts on many.
import { readFile } from "node:fs/promises";
import { ask, change, draft, expect, stored, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

const rows = (page) => page.locator("tr[data-entry]");

test("search and filters narrow the table and stand in the address", async ({ page }) => {
  await draft(page, "Tabellenverein Gänseblümchen");
  await page.goto("/console/entries");
  await page.getByRole("searchbox", { name: "Suchen" }).fill("ganseblum");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("combobox", { name: "Stand" }).selectOption("PUBLISHED");
  await expect(page.getByText("Kein Eintrag passt.")).toBeVisible();
  await page.getByRole("combobox", { name: "Stand" }).selectOption("DRAFT");
  await rows(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Tabellenverein Gänseblümchen" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Suchen" })).toHaveValue("ganseblum");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Filter löschen" }).click();
  await expect(page).toHaveURL(/\/console\/entries$/);
});

test("entries around a place and those that work with another are found as in the public search", async ({ page }) => {
  const of = async (filter) => (await ask(page, `query ($filter: ActorFilter!) { actors(filter: $filter) { totalCount } }`, { filter })).actors.totalCount;
  await page.goto("/console/entries");
  await page.getByRole("button", { name: "Weitere Filter" }).click();
  const near = page.getByLabel("In der Nähe von (Breite, Länge)");
  await near.fill("Wanne");
  await near.press("Tab");
  await expect(near).toHaveAttribute("aria-invalid", "true");
  await near.fill("51.538, 7.156");
  await near.press("Tab");
  const place = { latitude: 51.538, longitude: 7.156 };
  const close = await of({ near: { ...place, radiusMetres: 2000 } });
  expect(close).toBeGreaterThan(0);
  await expect(page.getByText(`${close} Einträge`).first()).toBeVisible();
  await page.getByLabel("Umkreis").selectOption({ label: "1 km" });
  const closer = await of({ near: { ...place, radiusMetres: 1000 } });
  expect(closer).not.toBe(close);
  await expect(page.getByText(`${closer} Einträge`).first()).toBeVisible();
  await page.getByRole("button", { name: "Filter löschen" }).click();
  const partner = page.getByLabel("Arbeitet zusammen mit");
  await partner.fill("Siebenfaden");
  await partner.press("Enter");
  const { actors } = await ask(page, `{ actors(filter: { text: "Siebenfaden" }, first: 1) { nodes { id name } } }`);
  const both = await of({ cooperatesWith: actors.nodes[0].id });
  expect(both).toBeGreaterThan(1);
  await expect(rows(page)).toHaveCount(both);
  // It stands in the address, and says who is meant.
  await page.reload();
  await expect(rows(page)).toHaveCount(both);
  await expect(page.locator("console-actor-picker")).toContainText(actors.nodes[0].name);
});

test("a heading puts the rows in order, and back", async ({ page }) => {
  await page.goto("/console/entries");
  const name = page.getByRole("columnheader", { name: "Name" });
  await pressEnter(name.getByRole("button"));
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  const first = await rows(page).first().getByRole("link").textContent();
  await pressEnter(name.getByRole("button"));
  await expect(name).toHaveAttribute("aria-sort", "descending");
  await expect(rows(page).first().getByRole("link")).not.toHaveText(first);
  await page.reload();
  await expect(name).toHaveAttribute("aria-sort", "descending");
});

test("only rows in sight are in the document", async ({ page }) => {
  await page.goto("/console/entries?sort=name-up");
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator(".loading")).toHaveCount(0);
  const { viewer } = await ask(page, "{ viewer { entries(kinds: [ACTOR], status: [DRAFT, PUBLISHED, ARCHIVED]) { totalCount } } }");
  expect(viewer.entries.totalCount).toBeGreaterThan(60);
  expect(await rows(page).count()).toBeLessThan(50);
  await page.locator(".rows").evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const last = page.locator(`tr[aria-rowindex="${await page.locator(".rows table").getAttribute("aria-rowcount")}"]`);
  await expect(last).toBeVisible();
});

test("many are chosen with shift, told what will change, archived, and brought back", async ({ page }) => {
  const ids = [];
  const mark = `sammel${Date.now()}`;
  for (const name of ["eins", "zwei", "drei"]) ids.push((await draft(page, `Sammelverein ${name} ${mark}`)).id);
  await page.goto(`/console/entries?q=${mark}&sort=name-up`);
  await expect(rows(page)).toHaveCount(3);
  await rows(page).nth(0).getByRole("checkbox").click();
  await rows(page).nth(2).getByRole("checkbox").click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 ausgewählt")).toBeVisible();
  // Drafts cannot be verified; that is said and nothing is done.
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await expect(page.getByText("Nur öffentliche Einträge kann man bestätigen.")).toBeVisible();
  await page.getByRole("button", { name: "Archivieren" }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue).toContainText("3 Einträge archivieren?");
  await expect(dialogue).toContainText("Sammelverein drei");
  await dialogue.getByRole("button", { name: "Abbrechen" }).click();
  expect(await stored(page, ids[0], "status")).toBe("draft");
  await page.getByRole("button", { name: "Archivieren" }).click();
  await dialogue.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText("3 archiviert.")).toBeVisible();
  for (const id of ids) expect(await stored(page, id, "status")).toBe("archived");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  for (const id of ids) expect(await stored(page, id, "status")).toBe("draft");
});

test("several values widen a filter, several filters narrow it, and what only the search knows counts too", async ({ page }) => {
  const mark = `filter${Date.now()}`;
  const { id } = await draft(page, `Filterverein ${mark}`, { kind: "women", languages: ["tr"], freeOfCharge: true, openingHours: "Mo 09:00-11:00", publish: true });
  await draft(page, `Filterverein ohne alles ${mark}`, { kind: "sport" });
  await page.goto(`/console/entries?q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
  await pressEnter(page.getByRole("button", { name: "Weitere Filter" }));
  const kinds = page.locator("[data-pick=kind]");
  await kinds.locator("summary").press("Enter");
  await expect(kinds.getByRole("searchbox")).toBeFocused();
  await kinds.getByRole("checkbox", { name: "Frauenorganisation" }).press("Space");
  await expect(rows(page)).toHaveCount(1);
  await kinds.getByRole("checkbox", { name: "Sportverein" }).press("Space");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(kinds.locator("summary")).toBeFocused();
  await expect(kinds.getByRole("checkbox").first()).toBeHidden();
  const features = page.locator("[data-pick=feature]");
  await features.locator("summary").press("Enter");
  await features.getByRole("checkbox", { name: "kostenlos" }).press("Space");
  await expect(rows(page)).toHaveCount(1);
  const days = page.locator("[data-pick=day]");
  await days.locator("summary").press("Enter");
  await days.getByRole("checkbox", { name: "Montag" }).press("Space");
  await expect(page).toHaveURL(/kind=women&kind=sport.*day=MONDAY/);
  await expect(page.locator(`[data-entry="${id}"]`)).toBeVisible();
  await days.getByRole("checkbox", { name: "Montag" }).press("Space");
  await days.getByRole("checkbox", { name: "Dienstag" }).press("Space");
  await expect(rows(page)).toHaveCount(0);
  await page.reload();
  await expect(days.locator("summary")).toContainText("Dienstag");
});

test("words with a slip are found as the public's search finds them", async ({ page }) => {
  await page.goto("/console/entries");
  await page.getByRole("searchbox", { name: "Suchen" }).fill("Frauencafe Quitenlaterne");
  await expect(rows(page).filter({ hasText: "Quittenlaterne" })).toHaveCount(1);
});

test("a filter is kept under a name, found again and thrown away", async ({ page }) => {
  await page.goto("/console/entries?status=DRAFT");
  const views = page.locator("[data-pick=views]");
  await views.locator("summary").press("Enter");
  await views.getByRole("textbox").fill("Alle Entwürfe");
  await page.keyboard.press("Enter");
  await expect(views.getByRole("link", { name: "Alle Entwürfe" })).toBeVisible();
  await page.goto("/console/entries");
  await views.locator("summary").press("Enter");
  await views.getByRole("link", { name: "Alle Entwürfe" }).press("Enter");
  await expect(page).toHaveURL(/\?status=DRAFT$/);
  await expect(page.getByRole("combobox", { name: "Stand" })).toHaveValue("DRAFT");
  if (!(await views.getByRole("link").isVisible())) await views.locator("summary").press("Enter");
  await pressEnter(views.getByRole("button", { name: "Ansicht Alle Entwürfe löschen" }));
  await expect(views.getByText("Noch keine.")).toBeVisible();
});

test("columns are chosen and stay", async ({ page }) => {
  await page.goto("/console/entries");
  const columns = page.locator("[data-pick=columns]");
  await columns.locator("summary").press("Enter");
  await columns.getByRole("checkbox", { name: "E-Mail" }).press("Space");
  await columns.getByRole("checkbox", { name: "Geändert" }).press("Space");
  await expect(page.getByRole("columnheader", { name: "E-Mail" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "E-Mail" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Geändert" })).toHaveCount(0);
});

test("many get a theme after it was said what will change, and lose it again by one button", async ({ page }) => {
  const mark = `thema${Date.now()}`;
  const { themes } = await ask(page, "{ themes { id slug label } }");
  const [theme] = themes;
  const has = await draft(page, `Themenverein hat ${mark}`, { themes: [theme.slug] });
  const lacks = await draft(page, `Themenverein fehlt ${mark}`);
  await page.goto(`/console/entries?q=${mark}&sort=name-up`);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Alle angezeigten auswählen" }).click();
  await page.getByRole("button", { name: "Themen, Orte, Sprachen …" }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue.getByRole("button", { name: "Ändern" })).toBeDisabled();
  await dialogue.getByRole("combobox", { name: "Thema", exact: true }).selectOption(theme.id);
  await expect(dialogue).toContainText("Ein Eintrag ändert sich: (Einer hat es schon.)");
  await expect(dialogue.getByRole("listitem")).toHaveText([`Themenverein fehlt ${mark}`]);
  await dialogue.getByRole("button", { name: "Ändern" }).click();
  await expect(page.getByText("Einer geändert.")).toBeVisible();
  expect(await stored(page, lacks.id, "themes")).toEqual([theme.id]);
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  expect(await stored(page, lacks.id, "themes")).toBeNull();
  expect(await stored(page, has.id, "themes")).toEqual([theme.id]);
});

test("many are published and that is taken back; one that was changed meanwhile is said", async ({ page }) => {
  const mark = `oeffentlich${Date.now()}`;
  const one = await draft(page, `Rückverein eins ${mark}`);
  const two = await draft(page, `Rückverein zwei ${mark}`);
  await page.goto(`/console/entries?q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Alle angezeigten auswählen" }).click();
  await page.getByRole("button", { name: "Veröffentlichen", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByText("2 veröffentlicht.")).toBeVisible();
  expect(await stored(page, one.id, "status")).toBe("published");
  await change(page, { id: two.id, version: 2 }, { phone: "02323 777777" });
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.locator(".notice")).toContainText("Einer ließ sich nicht zurückholen");
  expect(await stored(page, one.id, "status")).toBe("draft");
  expect(await stored(page, two.id, "status")).toBe("published");
});

test("entries whose note forbids or asks something are listed apart and stay drafts", async ({ page }) => {
  const mark = `liste${Date.now()}`;
  const list = [
    "Verein;Bemerkungen",
    `Klarverein ${mark};`,
    `Wechselverein ${mark};Vorsitz wechselt im Mai`,
    `Sperrverein ${mark};nicht veröffentlichen!`,
    `Altverein ${mark};alt, bitte prüfen`,
  ].join("\n");
  const mutation = `mutation ($input: ImportDirectoryInput!) {
    importDirectory(input: $input) { report { digest rows { outcome } } userErrors { field message } }
  }`;
  const file = { fileName: `${mark}.csv`, text: list, ignore: [] };
  const { importDirectory: looked } = await ask(page, mutation, { input: file });
  expect(looked.userErrors).toEqual([]);
  const taken = { ...file, dryRun: false, digest: looked.report.digest, rows: [2, 3, 4, 5] };
  expect((await ask(page, mutation, { input: taken })).importDirectory.userErrors).toEqual([]);

  await page.goto(`/console/entries?q=${mark}&sort=name-up`);
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("checkbox", { name: "Alle angezeigten auswählen" }).click();
  await page.getByRole("button", { name: "Veröffentlichen", exact: true }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue.getByRole("heading")).toHaveText("2 Einträge veröffentlichen?");
  const asking = dialogue.getByRole("group", { name: "Erst klären: 2" });
  await expect(asking.getByRole("checkbox", { name: `Sperrverein ${mark}` })).not.toBeChecked();
  await expect(asking.getByRole("checkbox", { name: `Altverein ${mark}` })).not.toBeChecked();
  await expect(asking).toContainText(`Bemerkungen: nicht veröffentlichen! (aus ${mark}.csv)`);
  await expect(dialogue.getByRole("group", { name: "Mit einer Notiz: einer" })).toContainText("Vorsitz wechselt im Mai");
  await expect(dialogue.getByRole("group", { name: "Ohne Notiz: einer" })).toContainText(`Klarverein ${mark}`);
  await expect(dialogue).not.toContainText("import of");
  // What was looked into comes along.
  await asking.getByRole("checkbox", { name: `Altverein ${mark}` }).press("Space");
  await expect(dialogue.getByRole("heading")).toHaveText("3 Einträge veröffentlichen?");
  await dialogue.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByText("3 veröffentlicht.")).toBeVisible();
  await expect(rows(page).filter({ hasText: "Sperrverein" })).toContainText("Entwurf");
  await expect(rows(page).filter({ hasText: "Altverein" })).toContainText("öffentlich");
});

test("a dialogue opens at its top, however much it says", async ({ page }) => {
  const mark = `lang${Date.now()}`;
  for (let number = 0; number < 40; number++) await draft(page, `Langverein ${number} ${mark}`);
  await page.goto(`/console/entries?q=${mark}`);
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Alle angezeigten auswählen" }).click();
  await page.getByRole("button", { name: "Veröffentlichen", exact: true }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue.getByRole("heading", { name: "40 Einträge veröffentlichen?" })).toBeInViewport();
  await expect(dialogue.getByRole("button", { name: "Veröffentlichen" })).toBeInViewport();
  expect(await dialogue.evaluate((element) => [element.scrollTop, element.scrollHeight > element.clientHeight])).toEqual([0, true]);
  await dialogue.getByRole("button", { name: "Abbrechen" }).click();
});

test("a long list of values is searched, and the cursor stands there at once", async ({ page }) => {
  await page.goto("/console/entries");
  await pressEnter(page.getByRole("button", { name: "Weitere Filter" }));
  const languages = page.locator("[data-pick=language]");
  await languages.locator("summary").press("Enter");
  await expect(languages.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("tamil");
  await expect(languages.getByRole("checkbox")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/language=ta/);
});

/** The rows of the table that a button saves, and what the file is called. */
async function savedTable(page, button) {
  const saved = page.waitForEvent("download");
  await pressEnter(button);
  const file = await saved;
  const text = await readFile(await file.path(), "utf8");
  return { name: file.suggestedFilename(), lines: text.replace("\ufeff", "").trim().split("\r\n") };
}

test("a sheet has the chosen columns in words, no secret address, and no draft that was not asked for", async ({ page }) => {
  const mark = `tabelle${Date.now()}`;
  const address = { street: "Geheimer Weg 7", postcode: "44625", city: "Herne" };
  const location = { latitude: 51.54, longitude: 7.22, precision: "HIDDEN" };
  await draft(page, `Schutzhaus ${mark}`, { kind: "women", languages: ["uk"], openingHours: "We,Fr 15:00-18:00; SH off", address, location, publish: true });
  await draft(page, `Exportverein ${mark}`, { phone: "02323 888888" });
  await page.goto(`/console/entries?q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
  const columns = page.locator("[data-pick=columns]");
  await columns.locator("summary").press("Enter");
  for (const name of ["Ort", "Stand", "Bestätigt", "Geändert"]) await columns.getByRole("checkbox", { name }).press("Space");
  for (const name of ["Sprachen", "Anschrift", "Öffnungszeiten"]) await columns.getByRole("checkbox", { name }).press("Space");
  const asCsv = page.getByRole("button", { name: "Als CSV" });
  const { name, lines } = await savedTable(page, asCsv);
  expect(name).toMatch(/^eintraege-\d{4}-\d\d-\d\d\.csv$/);
  expect(lines[0]).toBe("Name;Art;Sprachen;Anschrift;Öffnungszeiten");
  expect(lines[1]).toContain(`Schutzhaus ${mark};Frauenorganisation;Ukrainisch;geheim;`);
  expect(lines[1]).toContain("Mittwoch und Freitag: 15:00–18:00");
  expect(lines[1]).toContain("Schulferien: geschlossen");
  expect(lines).toHaveLength(2);
  await expect(page.locator(".notice")).toContainText("Einer fehlt darin: Er ist nicht öffentlich.");
  await expect(page.locator(".notice")).toContainText("Eine Anschrift ist geheim");
  // Whoever asks for drafts gets them, and sees in the sheet that they are.
  await page.getByRole("combobox", { name: "Stand" }).selectOption("DRAFT");
  await expect(rows(page)).toHaveCount(1);
  const drafts = await savedTable(page, asCsv);
  expect(drafts.lines[0]).toBe("Name;Stand;Art;Sprachen;Anschrift;Öffnungszeiten");
  expect(drafts.lines.slice(1)).toEqual([expect.stringContaining(`Exportverein ${mark};Entwurf;`)]);
  const workbook = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Excel" }).click();
  expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).toBe("PK");
});

test("every field is saved to be read back, once it was said what of it is secret", async ({ page }) => {
  const mark = `sicherung${Date.now()}`;
  const location = { latitude: 51.54, longitude: 7.22, precision: "HIDDEN" };
  await draft(page, `Schutzwohnung ${mark}`, { address: { street: "Geheimer Weg 9" }, location });
  await page.goto(`/console/entries?q=${mark}`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Zum Wiedereinlesen" }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue).toContainText(`Eine geheime Anschrift: Schutzwohnung ${mark}`);
  await expect(dialogue).toContainText("Nicht weitergeben");
  const { name, lines } = await savedTable(page, dialogue.getByRole("button", { name: "Als CSV" }));
  expect(name).toMatch(/^eintraege-alle-felder-/);
  expect(lines[0]).toMatch(/^entry;/);
  expect(lines[1]).toContain("Geheimer Weg 9");
});

test("a server that is gone is said to be, until another view is opened", async ({ page }) => {
  await page.goto("/console/entries");
  await expect(rows(page).first()).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Als CSV" }).click();
  await expect(page.locator(".notice.bad")).toContainText("gerade nicht erreichbar");
  await page.context().setOffline(false);
  await page.getByRole("navigation", { name: "Menü" }).getByRole("link", { name: "Doppelte" }).click();
  await expect(page.locator(".notice")).toHaveCount(0);
});
