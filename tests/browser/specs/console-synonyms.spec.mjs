// Words for questions: written, understood at once, and nothing typed lost. All tests write the same words, so they run
// one after the other.
import AxeBuilder from "@axe-core/playwright";
import { ask, expect, signIn, test } from "./console.mjs";

const row = (page, key) => page.locator(`[data-key="${key}"]`);
const area = (page, key) => row(page, key).getByRole("textbox");
const save = (page, key) => row(page, key).getByRole("button", { name: /^Speichern/ });

/** Changes the words of an entry behind the back of whoever edits them. */
async function write(page, key, words, table = "KINDS") {
  const query = `query ($table: SynonymTable!, $key: String!) { viewer { synonyms(table: $table, key: $key) { entries { key version } } } }`;
  const { viewer } = await ask(page, query, { table, key });
  const expectedVersion = viewer.synonyms.entries.find((entry) => entry.key === key).version;
  const mutation = `mutation ($input: EditSynonymsInput!) { editSynonyms(input: $input) { userErrors { field message } } }`;
  expect((await ask(page, mutation, { input: { table, key, expectedVersion, words } })).editSynonyms.userErrors).toEqual([]);
}

test.describe.configure({ mode: "serial" });

test.beforeEach(async ({ page }) => {
  for (const key of ["women", "sport"]) await write(page, key, []);
});

test("a word is written, tried and found by the search at once, and taken back", async ({ page }) => {
  await page.goto("/console/settings");
  await page.getByRole("link", { name: "Wörter für Fragen" }).click();
  const trial = page.locator("console-synonym-trial");
  await trial.getByLabel("Frage, wie Menschen sie eingeben").fill("Plauschrunden");
  await page.keyboard.press("Enter");
  await expect(trial.getByRole("status")).toContainText("Gesucht wird nach den Wörtern: Plauschrunden");

  await page.getByLabel("In der Liste suchen").fill("frauen");
  await expect(row(page, "sport")).toHaveCount(0);
  await expect(row(page, "women")).toContainText("Bekannt sind schon:");
  await row(page, "women").getByText(/bekannten Ausdrücke$/).click();
  await expect(row(page, "women").getByRole("term").filter({ hasText: "Türkisch" })).toBeVisible();
  await area(page, "women").focus();
  await page.keyboard.type("Plauschrunde");
  await page.keyboard.press("Enter");
  await page.keyboard.type("(Salon)");
  await page.keyboard.press("Tab");
  await expect(save(page, "women")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("Frauenorganisation: gespeichert");
  await expect(trial.getByRole("status")).toContainText("Plauschrunden → Frauenorganisation");
  expect(await (await page.request.get("/?text=Plauschrunden")).text()).toContain("kind=women");
  await page.getByLabel("nur mit eigenen Wörtern").check();
  await page.getByLabel("In der Liste suchen").fill("");
  await expect(page.locator("[data-key]")).toHaveCount(1);
  await expect(row(page, "women")).toContainText("Zuletzt geändert");

  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(trial.getByRole("status")).toContainText("Gesucht wird nach den Wörtern: Plauschrunden");
  expect(await (await page.request.get("/?text=Plauschrunden")).text()).not.toContain("kind=women");
});

test("what is wrong is told at its field and stays typed, over a reload, without a server and after the session", async ({ page }) => {
  await page.goto("/console/synonyms");
  await area(page, "women").fill("Plauschrunde\nabc*\n[Chor]");
  await save(page, "women").click();
  await expect(row(page, "women").locator(".error p")).toHaveCount(2);
  await expect(row(page, "women").locator(".error")).toContainText("„abc*“ hat ein * an falscher Stelle");
  await expect(area(page, "women")).toBeFocused();
  await page.reload();
  await expect(page.locator(".bar.warm")).toContainText("stehen wieder hier");
  await expect(area(page, "women")).toHaveValue("Plauschrunde\nabc*\n[Chor]");
  await page.getByLabel("Wofür").selectOption("TYPES");
  await expect(row(page, "network")).toBeVisible();
  await page.getByLabel("Wofür").selectOption("KINDS");
  await area(page, "women").fill("Plauschrunde");
  await page.context().setOffline(true);
  await save(page, "women").click();
  await expect(page.locator(".notice.bad")).toContainText("Es ging nichts verloren");
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Themen", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hier bleiben" }).click();
  await page.context().clearCookies();
  await save(page, "women").click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(page.locator(".notice")).toContainText("gespeichert");
  await expect(area(page, "women")).toHaveValue("Plauschrunde");
});

test("two editors at once: whoever is later sees both and chooses", async ({ page }) => {
  await page.goto("/console/synonyms");
  await area(page, "women").fill("Plauschrunde");
  await write(page, "women", ["Salon"]);
  await save(page, "women").click();
  const conflict = row(page, "women").getByRole("alert");
  await expect(conflict).toContainText("Salon");
  await expect(area(page, "women")).toHaveValue("Plauschrunde");
  await conflict.getByRole("button", { name: "Meine speichern" }).click();
  await expect(page.locator(".notice")).toContainText("gespeichert");
  await area(page, "women").fill("Etwas anderes");
  await write(page, "women", ["Kaffeekranz"]);
  await page.reload();
  await expect(conflict).toContainText("Kaffeekranz");
  await conflict.getByRole("button", { name: "Nehmen, was dort steht" }).click();
  await expect(area(page, "women")).toHaveValue("Kaffeekranz");
});

test("a table is added as a whole, or its line is told", async ({ page }) => {
  await page.goto("/console/synonyms");
  await page.getByText("Viele auf einmal").click();
  const table = page.getByLabel("Oder hier einfügen");
  await table.fill("slug,de\nfrauen,Plauschrunde\n");
  await page.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(page.locator("#csv-error")).toContainText('kinds.csv, Zeile 2: "frauen" gehört nicht');
  await expect(table).toBeFocused();
  const csv = Buffer.from("slug,de,tr\nwomen,Plauschrunde;(Salon),sohbet\nsport,Kickrunde,\n");
  await page.getByLabel("Datei wählen").setInputFiles({ name: "kinds.csv", mimeType: "text/csv", buffer: csv });
  await expect(table).toHaveValue(csv.toString());
  await page.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(page.locator(".notice")).toContainText("4 Ausdrücke sind dazugekommen");
  await expect(area(page, "women")).toHaveValue("Plauschrunde\n(Salon)\nsohbet");
  await expect(area(page, "sport")).toHaveValue("Kickrunde");
});

for (const language of ["de", "en"]) {
  test(`the page has no obstacle and fits the smallest screen, ${language}`, async ({ page }) => {
    await write(page, "women", ["Donaudampfschifffahrtsgesellschaftskapitänsfrauenverwaltungsgemeinschaftsangelegenheiten"]);
    await page.addInitScript((tag) => localStorage.setItem("bruecke-console-language", tag), language);
    await page.goto("/console/synonyms");
    for (const table of ["KINDS", "LANGUAGES", "TARGET_GROUPS", "FIELDS_OF_ACTION", "TYPES", "FEATURES"]) {
      await page.locator("select[name=table]").selectOption(table);
      await expect(page.locator("[data-key]").first()).toBeVisible();
      await expect(page.getByText("synonyms-")).toHaveCount(0);
    }
    await page.locator("select[name=table]").selectOption("KINDS");
    await area(page, "women").fill("Plauschrunde");
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
