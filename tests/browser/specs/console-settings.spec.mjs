// Settings: people and roles, invitations, whether mail is sent; and the diary of measures.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { ask, expect, signIn, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

const asAdmin = (page) => signIn(page, process.env.BRUECKE_ADMIN);

/** Makes an account of an invitation in a browser of its own. */
async function accept(browser, link, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[type=password]").fill("sieben stille Kraniche am Ufer");
  await page.locator("main form button[type=submit]").click();
  await expect(page).toHaveURL(/\/login\?.*done=invitation/);
  await context.close();
}

test("somebody is invited, gets another role, is blocked and let in again", async ({ page, browser }) => {
  await asAdmin(page);
  const mark = Date.now();
  const email = `neu${mark}@verein.example`;
  await page.goto("/console/settings");
  await pressEnter(page.getByRole("button", { name: "Einladen", exact: true }));
  await expect(page.locator("#invite-email")).toBeFocused();
  await page.keyboard.type("keine Adresse");
  await page.getByRole("button", { name: "Einladung schicken" }).click();
  await expect(page.locator("form .bad")).toBeVisible();
  await expect(page.locator("#invite-email")).toHaveValue("keine Adresse");
  await page.locator("#invite-email").fill(email);
  await page.locator("#invite-actors").fill("Morgenrot");
  await page.locator("#invite-actors").press("Enter");
  await expect(page.locator(".chips li")).toHaveCount(1);
  await page.getByRole("button", { name: "Einladung schicken" }).click();
  const link = await page.getByLabel("Link der Einladung").inputValue();
  const card = page.locator(`[data-invitation="${email}"]`);
  await expect(card).toContainText("gilt bis");

  // A second one to the same address ends the first.
  await page.getByRole("button", { name: "Einladen", exact: true }).click();
  await page.locator("#invite-email").fill(email);
  await page.locator("select[name=invite-role]").selectOption("EDITOR");
  await page.getByRole("button", { name: "Einladung schicken" }).click();
  await expect(card).toContainText("Redaktion");
  await expect(card).toHaveCount(1);
  const second = await page.getByLabel("Link der Einladung").inputValue();
  expect(second).not.toBe(link);
  expect((await page.request.get(link)).status()).not.toBe(200);

  await accept(browser, second, `Neu ${mark}`);
  await page.reload();
  const person = page.locator(`[data-account="${email}"]`);
  await person.getByRole("button", { name: /^Rolle ändern/ }).click();
  await page.locator("select[name=role-role]").selectOption("PARTNER");
  await person.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Rolle geändert");
  await expect(person).toContainText("Netzwerkpartner");
  await person.getByRole("button", { name: /^Sperren/ }).click();
  await expect(person).toContainText("gesperrt seit");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(person).not.toContainText("gesperrt seit");
});

for (const language of ["de", "en"]) {
  test(`forms that are open have no obstacle and fit the smallest screen, ${language}`, async ({ page }) => {
    await asAdmin(page);
    await page.addInitScript((tag) => localStorage.setItem("bruecke-console-language", tag), language);
    for (const [view, button] of [["settings", "section[aria-labelledby=invitations] .headline button"], ["diary", ".headline button.strong"]]) {
      await page.goto(`/console/${view}`);
      await pressEnter(page.locator(button));
      const picker = page.locator("console-actor-picker input").first();
      await picker.fill("Verein");
      await expect(page.locator(".found button").first()).toBeVisible();
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${view} ${id} ${nodes[0].html}`), colorScheme).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.locator("form.card button[type=button]").last().click();
    }
  });
}

test("an invitation is withdrawn; of oneself nothing is offered; without a mail server it is said why", async ({ page }) => {
  await asAdmin(page);
  const email = `weg${Date.now()}@verein.example`;
  const invite = `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { message } } }`;
  await ask(page, invite, { input: { email, role: "PARTNER" } });
  await page.goto("/console/settings");
  const card = page.locator(`[data-invitation="${email}"]`);
  // It cannot be taken back, so it is asked first.
  await pressEnter(card.getByRole("button", { name: /^Zurückziehen/ }));
  await page.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click();
  await expect(card).toHaveCount(1);
  await pressEnter(card.getByRole("button", { name: /^Zurückziehen/ }));
  await page.getByRole("dialog").getByRole("button", { name: "Zurückziehen" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.locator(`[data-account="${process.env.BRUECKE_ADMIN}"]`)).toContainText("Das sind Sie");
  await expect(page.locator(`[data-account="${process.env.BRUECKE_ADMIN}"]`).getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Probemail an mich" }).click();
  await expect(page.locator("#mail-answer")).toContainText("[mail]");
  await expect(page.getByText("[verification]")).toBeVisible();
});

test("an editor sees invitations of their own and what the settings file decides, and no people", async ({ page }) => {
  await page.goto("/console/settings");
  await expect(page.getByText("nur Personen mit der Rolle „Verwaltung“")).toBeVisible();
  await expect(page.getByText("[[partners]]")).toBeVisible();
  await expect(page.getByText("[verification]")).toBeVisible();
  await expect(page.getByText("[directory] words")).toBeVisible();
  await expect(page.locator("[data-account]")).toHaveCount(0);
});

test("a measure is noted in six inputs, survives a reload before it is sent, is counted and deleted again", async ({ page }) => {
  const kind = `Elternabend ${Date.now()}`;
  await page.goto("/console/diary");
  await pressEnter(page.getByRole("button", { name: "Maßnahme notieren" }));
  await expect(page.locator("#measure-kind")).toBeFocused();
  await page.keyboard.type(kind);
  await page.locator("#measure-field").selectOption({ index: 1 });
  await page.locator("#measure-district").selectOption({ index: 2 });
  await page.locator("#measure-people").fill("23");
  await page.locator("#measure-partners").fill("Morgenrot");
  await page.locator("#measure-partners").press("Enter");
  await expect(page.locator(".chips li")).toHaveCount(1);
  await page.reload();
  await expect(page.locator("#measure-kind")).toHaveValue(kind);
  await expect(page.locator(".chips li")).toHaveCount(1);
  expect(await page.locator("form.measure :is(input, select)").count()).toBe(6);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator(".notice.bad")).toBeVisible();
  await expect(page.locator("#measure-kind")).toHaveValue(kind);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Speichern" }).click();
  const card = page.locator("[data-measure]").filter({ hasText: kind });
  await expect(card).toContainText("23 Personen erreicht");

  await card.getByRole("button", { name: /^Ändern/ }).click();
  await page.locator("#measure-people").fill("24");
  await page.locator("#measure-day").fill("2999-01-01");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator("form.measure .bad")).toContainText("Zukunft");
  await page.locator("#measure-day").fill(new Date().toLocaleDateString("sv-SE"));
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(card).toContainText("24 Personen erreicht");

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Excel" }).click();
  expect((await readFile(await (await saved).path())).subarray(0, 2).toString()).toBe("PK");

  await page.goto("/console/report");
  const people = page.getByRole("row", { name: /^Erreichte Personen/ }).getByRole("button").first();
  await expect(people).toBeVisible({ timeout: 30_000 });
  expect(Number(await people.textContent())).toBeGreaterThanOrEqual(24);
  await people.press("Enter");
  await expect(page.locator("section[aria-labelledby=opened]")).toContainText(kind);

  await page.goto("/console/diary");
  await card.getByRole("button", { name: /^Löschen/ }).click();
  await expect(card).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(card).toContainText("24 Personen erreicht");
});
