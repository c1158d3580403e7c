// Eight tasks as somebody is told them who has never seen the console: from the page for signing in, by what stands on
// the screen alone. Nobody opens an address.
import { test as base } from "@playwright/test";
import { ask, draft, expect } from "./console.mjs";

const test = base.extend({ baseURL: process.env.BRUECKE_CONSOLE_URL });

/** Signs in and comes to what is to be done today. */
async function begin(page, email = process.env.BRUECKE_EDITOR) {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Anmelden" }).click();
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(process.env.BRUECKE_PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Heute zu tun" })).toBeVisible();
}

const open = (page, name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

test("“A colleague begins on Monday: let her in.”", async ({ page }) => {
  await begin(page, process.env.BRUECKE_ADMIN);
  await open(page, "Einstellungen");
  await page.getByRole("button", { name: "Einladen" }).click();
  await page.getByLabel("E-Mail-Adresse").fill("montag@stelle.example");
  await page.getByRole("combobox", { name: "Rolle" }).selectOption({ label: "Redaktion" });
  await page.getByRole("button", { name: "Einladung schicken" }).click();
  await expect(page.getByText("montag@stelle.example").first()).toBeVisible();
  // Without a mail server the link is there to be handed over.
  await expect(page.getByLabel("Link der Einladung")).toHaveValue(/\/invitation\//);
});

test("“Here is the leaflet of an association: put it in.”", async ({ page }) => {
  await begin(page);
  await page.getByRole("main").getByRole("link", { name: "Neuer Eintrag" }).or(page.getByRole("button", { name: "Neuer Eintrag" })).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Lesekreis Erstversuch");
  await page.getByLabel("Art", { exact: true }).selectOption({ label: "Kulturverein" });
  await page.getByLabel("Kurztext (Deutsch)").fill("Wir lesen zusammen.");
  await page.getByLabel("Telefon").fill("02323 100200");
  await page.getByRole("button", { name: /^Als Entwurf speichern/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lesekreis Erstversuch" })).toBeVisible();
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await page.getByRole("link", { name: "Öffentliche Seite" }).waitFor();
});

test("“Somebody proposed something: look whether it is right.”", async ({ page }) => {
  await begin(page);
  const { id, version } = await draft(page, "Vorschlagsverein Erstversuch");
  const mutation = `mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { userErrors { message } } }`;
  const input = { id, expectedVersion: version, actor: { phone: "02323 303030" }, comment: "Neue Nummer" };
  expect((await ask(page, mutation, { input })).proposeChange.userErrors).toEqual([]);
  await page.reload();
  await page.getByRole("main").getByRole("link", { name: /Vorschl(a|ä)g/ }).first().click();
  await expect(page.getByText("02323 303030").first()).toBeVisible();
  await page.getByRole("button", { name: /^Übernehmen/ }).click();
  await expect(page.getByText("Kein Vorschlag wartet.")).toBeVisible();
});

test("“They called: the cooperation is right.”", async ({ page }) => {
  await begin(page);
  await page.getByRole("main").getByRole("link", { name: /Kooperationen warten$/ }).click();
  const card = page.locator(".card").filter({ hasText: "von einer Seite bestätigt" }).first();
  await expect(card).toBeVisible();
  const names = await card.getByRole("link").allInnerTexts();
  await card.getByRole("button", { name: /bestätigen$/ }).click();
  await page.getByLabel(/^Woher wissen Sie/).fill("Anruf von heute");
  await page.getByRole("button", { name: "Bestätigen", exact: true }).click();
  await expect(page.locator(".notice").first()).toContainText(/bestätigt/i);
  await expect(page.locator(".card").filter({ hasText: names[0] }).filter({ hasText: names[1] })).toHaveCount(0);
});

test("“The association says that all is still right: note that.”", async ({ page }) => {
  await begin(page);
  const due = page.locator(".card").filter({ has: page.getByRole("link", { name: /sind zu bestätigen$/ }) });
  await due.getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("button", { name: "Stimmt noch alles: bestätigen" }).click();
  await expect(page.getByText(/^Bestätigt am|^bestätigt am/).first()).toBeVisible();
});

test("“A person no longer wants to stand in the directory.”", async ({ page }) => {
  await begin(page);
  const { id } = await draft(page, "Widerrufsverein Wegwarte");
  const consent = { purpose: "Veröffentlichung", textVersion: "1", textLanguage: "de", givenOn: "2026-01-05", givenBy: "WRITTEN" };
  const input = { actor: id, name: { value: "Walburga Widerruf", visibility: "PUBLIC", consent } };
  await ask(page, `mutation ($input: CreateContactPersonInput!) { createContactPerson(input: $input) { userErrors { message } } }`, { input });
  // She is not due: the list does not have her, and says where she is found.
  await open(page, "Einwilligungen");
  await page.getByRole("link", { name: /^Eine Person suchen/ }).click();
  const found = page;
  await found.getByLabel("Name oder E-Mail-Adresse der Person").fill("Walburga");
  await found.keyboard.press("Enter");
  await found.getByRole("link", { name: /^Zum Eintrag/ }).click();
  await found.getByRole("button", { name: "Zustimmung widerrufen: Walburga Widerruf" }).click();
  await found.getByRole("button", { name: "Jetzt widerrufen" }).click();
  await expect(found.locator(".notice")).toContainText("Andere sehen nichts mehr davon");
});

test("“Here is the list of another office: take it in.”", async ({ page }) => {
  test.slow();
  await begin(page);
  await open(page, "Liste einlesen");
  const rows = [["Vereinsname", "Stadtteil", "Sprachen"], ["Trommelkreis Erstliste", "Eickel", "Türkisch"]];
  const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map((row) => row.join(";")).join("\r\n")) };
  await page.locator("input[type=file]").setInputFiles(file);
  const take = page.locator("[data-part=take]");
  await expect(take).toBeVisible({ timeout: 90_000 });
  await take.getByRole("button", { name: /übernehmen$/ }).click();
  await expect(take).toHaveCount(0);
  await open(page, "Einträge");
  await page.getByRole("searchbox", { name: "Suchen" }).fill("Trommelkreis Erstliste");
  await expect(page.locator("tr[data-entry]")).toHaveCount(1);
});

test("“The ministry wants the figures of the year.”", async ({ page }) => {
  await begin(page);
  await open(page, "Jahresbericht");
  await expect(page.getByRole("row", { name: /^Einträge am Ende/ })).toBeVisible({ timeout: 60_000 });
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Excel" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(page.getByRole("button", { name: "Drucken" })).toBeVisible();
});
