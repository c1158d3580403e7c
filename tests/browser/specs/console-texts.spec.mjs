// The texts of the pages: written, shown at once, and nothing typed lost. All tests write the same texts, so they run
// one after the other.
import AxeBuilder from "@axe-core/playwright";
import { ask, expect, signIn, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

const ADMIN = process.env.BRUECKE_ADMIN;
const LOGO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAIAAAC6iKlyAAAAEHRFWHRBdXRob3IAUXVlbmRvbGluvStQWAAAAG9JREFUeNrt2bENACAIAEF6h3MB9l9DNyBWhoQjtN9cCXHKWTuL1b63AQs0aNCgQYOGBRo0aNBtoXH8aUGDBg0aNGjQsECDBg26LzQOtw7QoEGDBg0LNGjQoEH7GeJw6wANGjRo0LBAgwYNGvTo9gJyC7AfJXVCVwAAAABJRU5ErkJggg==",
  "base64",
);

const save = (page) => page.getByRole("button", { name: "Speichern", exact: true });
const area = (page, name, language = "Deutsch") => page.getByLabel(`${name} (${language})`, { exact: true });
const said = async (page, path) => (await page.request.get(path)).text();

/** Changes the texts behind the back of whoever edits them. */
async function write(page, fields) {
  const { viewer } = await ask(page, "{ viewer { siteTexts { version } } }");
  const input = { expectedVersion: viewer.siteTexts.version, ...fields };
  const mutation = `mutation ($input: EditSiteTextsInput!) { editSiteTexts(input: $input) { userErrors { field message } } }`;
  expect((await ask(page, mutation, { input })).editSiteTexts.userErrors).toEqual([]);
}

const german = (text) => [{ language: "de", text }];

test.describe.configure({ mode: "serial" });

test.beforeEach(async ({ page }) => {
  await signIn(page, ADMIN);
  await write(page, { imprint: german("Anfang"), privacy: [], funding: [], funders: [] });
});

test("imprint and funders with a logo are written, shown at once and taken back", async ({ page }) => {
  await page.goto("/console/settings");
  await page.getByRole("link", { name: "Texte bearbeiten" }).click();
  await area(page, "Impressum").fill("# Angaben\n\nBeispielverband <b>fett</b>");
  await area(page, "Förderung in einer Zeile").fill("Gefördert vom Land Beispiel");
  await pressEnter(page.getByRole("button", { name: "Förderer hinzufügen" }));
  await expect(area(page, "Name")).toBeFocused();
  await page.keyboard.type("Land Beispiel");
  await page.getByLabel("Website").fill("land.example.org");
  await page.getByLabel("Logo", { exact: true }).setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: LOGO });
  await expect(page.getByText("Neu gewählt: logo.png")).toBeVisible();
  await page.getByLabel("Sprache der Texte").selectOption("tr");
  await area(page, "Impressum", "Türkisch").fill("Örnek Dernek");
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Die Seiten zeigen es jetzt");
  await expect(page.locator("img.logo")).toHaveJSProperty("naturalWidth", 120);

  expect(await said(page, "/imprint")).toContain("<h2>Angaben</h2>");
  expect(await said(page, "/imprint")).not.toContain("<b>fett");
  expect(await said(page, "/tr/imprint")).toContain("Örnek Dernek");
  const reader = await page.context().newPage();
  for (const width of [390, 1366]) {
    await reader.setViewportSize({ width, height: 800 });
    await reader.goto("/ar/imprint");
    const logo = reader.getByRole("contentinfo").getByRole("img", { name: "Land Beispiel" });
    await logo.scrollIntoViewIfNeeded();
    await expect(logo).toHaveJSProperty("naturalWidth", 120);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
  await reader.goto("/embed?lang=de");
  await expect(reader.getByText("Gefördert vom Land Beispiel")).toBeVisible();
  await expect(reader.getByRole("img", { name: "Land Beispiel" })).toHaveJSProperty("naturalWidth", 120);
  await reader.close();

  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(area(page, "Impressum", "Türkisch")).toHaveValue("");
  expect(await said(page, "/imprint")).toContain("Anfang");
  expect(await said(page, "/imprint")).not.toContain("Land Beispiel");
});

test("what is wrong is told at its field and stays typed, also over a reload and without a server", async ({ page }) => {
  await page.goto("/console/texts");
  await page.getByLabel("Sprache der Texte").selectOption("en");
  await area(page, "Datenschutz", "Englisch").fill("Only English");
  await page.getByLabel("Sprache der Texte").selectOption("de");
  await page.getByRole("button", { name: "Förderer hinzufügen" }).click();
  await page.getByLabel("Logo", { exact: true }).setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.locator("#t-funders-0-logo-error")).toContainText("PNG und JPEG");
  await page.getByLabel("Logo", { exact: true }).setInputFiles({ name: "falsch.png", mimeType: "image/png", buffer: Buffer.from("kein Bild") });
  await save(page).click();
  await expect(page.locator("#errors")).toBeFocused();
  await expect(page.locator("#errors li")).toHaveCount(3);
  await expect(page.locator("#t-funders-0-name-error")).not.toBeEmpty();
  await expect(page.locator("#t-funders-0-logo-error")).toContainText("kein Bild");
  await page.locator("#errors").getByRole("link", { name: "Datenschutz (Deutsch)" }).click();
  await expect(area(page, "Datenschutz")).toBeFocused();
  await page.keyboard.type("Auf Deutsch");
  await page.locator("[data-funder]").getByRole("button", { name: /entfernen$/ }).click();
  await page.reload();
  await expect(area(page, "Datenschutz")).toHaveValue("Auf Deutsch");
  await page.context().setOffline(true);
  await save(page).click();
  await expect(page.locator(".notice.bad")).toContainText("Es ging nichts verloren");
  await expect(area(page, "Datenschutz")).toHaveValue("Auf Deutsch");
  await page.context().setOffline(false);
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await said(page, "/en/privacy")).toContain("Only English");
});

test("a session that ends in the middle goes on where it was; leaving asks first", async ({ page }) => {
  await page.goto("/console/texts");
  await area(page, "Impressum").fill("Nach der Anmeldung");
  await page.getByRole("link", { name: "Themen", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hier bleiben" }).click();
  await expect(area(page, "Impressum")).toHaveValue("Nach der Anmeldung");
  await page.context().clearCookies();
  await save(page).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page, ADMIN);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await said(page, "/imprint")).toContain("Nach der Anmeldung");
});

test("two administrators at once: different texts are both kept, the same one is chosen", async ({ page }) => {
  await page.goto("/console/texts");
  await area(page, "Impressum").fill("Mein Impressum");
  await write(page, { privacy: german("Ihr Datenschutz") });
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  await expect(area(page, "Datenschutz")).toHaveValue("Ihr Datenschutz");
  expect(await said(page, "/imprint")).toContain("Mein Impressum");

  await area(page, "Impressum").fill("Meins");
  await area(page, "Förderung in einer Zeile").fill("Meine Zeile");
  await write(page, { imprint: german("Ihres") });
  await save(page).click();
  const conflict = page.locator("form.conflicts");
  await expect(conflict).toContainText("Ihres");
  await page.reload();
  await expect(conflict).toContainText("Meins");
  await expect(conflict.getByRole("group")).toHaveCount(1);
  await conflict.getByLabel("Steht dort").check();
  await conflict.getByRole("button", { name: "So speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  await expect(area(page, "Impressum")).toHaveValue("Ihres");
  expect(await said(page, "/")).toContain("Meine Zeile");
  const past = page.locator("[data-version]");
  await expect(past.first()).toContainText("Förderung in einer Zeile");
  await past.nth(2).getByRole("button").click();
  await expect(area(page, "Impressum")).toHaveValue("Mein Impressum");
});

for (const language of ["de", "en"]) {
  test(`the form has no obstacle and fits the smallest screen, ${language}`, async ({ page }) => {
    await write(page, { funders: [{ name: german("Ein Land mit einem Namen, der so lang ist wie die Wörter seiner Verwaltungsgemeinschaftsangelegenheiten"), logoBase64: LOGO.toString("base64") }] });
    await page.addInitScript((tag) => localStorage.setItem("bruecke-console-language", tag), language);
    await page.goto("/console/texts");
    await expect(page.locator("img.logo")).toBeVisible();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test("an editor is told who may change the texts", async ({ page }) => {
  await signIn(page);
  await page.goto("/console/texts");
  await expect(page.getByText("nur Personen mit der Rolle „Verwaltung“")).toBeVisible();
  await expect(page.locator("textarea")).toHaveCount(0);
});
