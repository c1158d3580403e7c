// The people of an entry: who may see what, consents given, renewed and withdrawn, and people forgotten.
import AxeBuilder from "@axe-core/playwright";
import { ask, draft, expect, test } from "./console.mjs";

const persons = async (page, actor) => {
  const query = `query ($actor: ID!) { viewer { contactPersons(actor: $actor) { id name phone email version consents { field visibility givenOn withdrawnOn } } } }`;
  return (await ask(page, query, { actor })).viewer.contactPersons;
};

const section = (page) => page.locator("console-contacts");
const form = (page) => section(page).getByRole("group", { name: /^Ansprechperson/ });

/** A person whose name and number everybody sees. */
async function person(page, actor, name, more = {}) {
  const consent = { purpose: "Veröffentlichung", textVersion: "1", textLanguage: "de", givenOn: "2025-05-01", givenBy: "WRITTEN", ...more };
  const mutation = `mutation ($input: CreateContactPersonInput!) { createContactPerson(input: $input) { userErrors { message } } }`;
  const open = (value) => ({ value, visibility: "PUBLIC", consent });
  const { createContactPerson } = await ask(page, mutation, { input: { actor, name: open(name), phone: open("02323 700701") } });
  expect(createContactPerson.userErrors).toEqual([]);
}

test("a person is written down with consent; what is wrong and a reload lose nothing", async ({ page }) => {
  const { id } = await draft(page, "Kontaktverein Ringelblume");
  await page.goto(`/console/entries/${id}`);
  await page.locator("#f-phone").fill("02323 123123");
  await section(page).getByRole("button", { name: "Ansprechperson hinzufügen" }).click();
  await expect(form(page).getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Quirina Erfunden");
  await form(page).getByLabel("Name: wer darf das sehen?").selectOption({ label: "sehen alle" });
  await form(page).getByLabel("E-Mail", { exact: true }).fill("keine Adresse");
  await expect(form(page).getByLabel("Zugestimmt am")).toBeVisible();
  await form(page).getByLabel("E-Mail", { exact: true }).press("Enter");
  await expect(form(page).locator("#contact-email-error")).not.toBeEmpty();
  // The device keeps what is typed, and says where it is.
  await page.reload();
  await expect(form(page).getByLabel("Name", { exact: true })).toHaveValue("Quirina Erfunden");
  await expect(form(page).getByLabel("E-Mail", { exact: true })).toHaveValue("keine Adresse");
  await form(page).getByLabel("E-Mail", { exact: true }).fill("quirina@verein.example");
  await form(page).getByRole("button", { name: "Person speichern" }).click();
  await expect(section(page).locator("[data-person]")).toContainText("Quirina Erfunden");
  const [known] = await persons(page, id);
  expect(known).toMatchObject({ name: "Quirina Erfunden", email: "quirina@verein.example" });
  const seen = Object.fromEntries(known.consents.map(({ field, visibility }) => [field, visibility]));
  expect(seen).toMatchObject({ NAME: "PUBLIC", EMAIL: "INTERNAL" });
  // What was typed into the entry itself is still there, and not sent with it.
  await expect(page.locator("#f-phone")).toHaveValue("02323 123123");
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("contacts-")))).toEqual([]);
});

test("a consent is withdrawn and the person is erased, each once it was said what goes", async ({ page }) => {
  const { id } = await draft(page, "Kontaktverein Malve");
  await person(page, id, "Wendelin Erfunden");
  await page.goto(`/console/entries/${id}`);
  const card = section(page).locator("[data-person]");
  await expect(card.locator("[data-value=PHONE]")).toContainText("sehen alle");
  await card.getByRole("button", { name: /^Zustimmung widerrufen/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click();
  await expect(card.locator("[data-value=PHONE]")).toContainText("sehen alle");
  await card.getByRole("button", { name: /^Zustimmung widerrufen/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Telefon: sehen alle");
  await page.getByRole("dialog").getByRole("button", { name: "Jetzt widerrufen" }).press("Enter");
  await expect(card.locator("[data-value=PHONE]")).toContainText("Zustimmung widerrufen am");
  await expect(card.getByRole("button", { name: /^Zustimmung widerrufen/ })).toHaveCount(0);
  expect((await persons(page, id))[0].consents.every(({ withdrawnOn }) => withdrawnOn !== null)).toBe(true);
  await card.getByRole("button", { name: /^Löschen/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Gelöscht wird: Name, Telefon");
  await page.getByRole("dialog").getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(card).toHaveCount(0);
  expect(await persons(page, id)).toEqual([]);
});

test("a consent that is due is renewed in the list, and the person is gone from it", async ({ page }) => {
  const { id } = await draft(page, "Kontaktverein Distel");
  await person(page, id, "Ottokar Erfunden", { reviewDue: "2026-01-01" });
  await page.goto("/console/consents");
  const card = page.locator("[data-person]").filter({ hasText: "Ottokar Erfunden" });
  await card.getByRole("combobox").selectOption({ label: "schriftlich" });
  await card.getByRole("button", { name: /^Hat wieder zugestimmt/ }).click();
  await expect(card).toHaveCount(0);
  const [known] = await persons(page, id);
  expect(known.consents.every(({ givenOn }) => givenOn > "2026-01-01")).toBe(true);
});

test("the section suits everybody, with a long name and at 360 pixels", async ({ page }) => {
  const { id } = await draft(page, "Kontaktverein Akelei");
  await person(page, id, "Bernsteinzimmererinnerungsabendveranstaltungen von und zu Erfunden");
  await page.goto(`/console/entries/${id}`);
  await section(page).getByRole("button", { name: "Ansprechperson hinzufügen" }).click();
  await form(page).getByLabel("Name: wer darf das sehen?").selectOption({ label: "sehen alle" });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("شخص");
  const { violations } = await new AxeBuilder({ page }).include("console-contacts").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("all that is stored of a person is shown to be handed over, found by name, printed and saved", async ({ page }) => {
  const { id } = await draft(page, "Auskunftsverein Akelei");
  await person(page, id, "Ottilie Auskunft");
  await page.goto(`/console/entries/${id}`);
  const opened = page.waitForEvent("popup");
  await section(page).getByRole("link", { name: "Auskunft: Ottilie Auskunft" }).click();
  const one = await opened;
  await expect(one.getByRole("heading", { level: 2, name: "Ottilie Auskunft" })).toBeVisible();
  await expect(one.locator("main")).toContainText("02323 700701 – sehen alle, zugestimmt am 1. Mai 2025 (Veröffentlichung)");
  const { violations } = await new AxeBuilder({ page: one }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await page.goto("/console/consents");
  await page.getByRole("link", { name: /^Eine Person suchen/ }).click();
  const search = page;
  await search.getByLabel("Name oder E-Mail-Adresse der Person").fill("ottilie");
  await search.keyboard.press("Enter");
  await expect(search.locator("main")).toContainText("Auskunftsverein Akelei");
  expect(search.url()).not.toContain("ottilie");
  const saved = search.waitForEvent("download");
  await search.getByRole("button", { name: "Als Datei (JSON)" }).click();
  expect((await saved).suggestedFilename()).toBe("person.json");
  await search.emulateMedia({ media: "print" });
  await expect(search.getByRole("button", { name: "Suchen" })).toBeHidden();
  await expect(search.locator("main")).toContainText("02323 700701");
});
