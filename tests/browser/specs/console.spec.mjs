// The frame of the console, what is due, and the queue of proposals: the main way and what goes wrong on it.
import AxeBuilder from "@axe-core/playwright";
import { ask, draft, expect, signIn, stored, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

/** A proposal of the public about an entry; its id. */
async function propose(page, { id, version }, actor) {
  const mutation = `mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } userErrors { message } } }`;
  const input = { id, expectedVersion: version, actor, comment: "Am Telefon erfahren." };
  const { proposeChange } = await ask(page, mutation, { input });
  expect(proposeChange.userErrors).toEqual([]);
  return proposeChange.proposal.id;
}

test("nobody who is not signed in sees anything, and all are sent to the page for it", async ({ page }) => {
  await page.context().clearCookies();
  await page.goto("/console/entries?q=tee");
  await expect(page).toHaveURL(/\/login\?next=%2Fconsole%2Fentries%3Fq%3Dtee$/);
});

test("the document is kept by nobody, is in no index and asks no other host", async ({ page, baseURL }) => {
  const strangers = [];
  page.on("request", (request) => new URL(request.url()).origin === baseURL.replace(/\/$/, "") || strangers.push(request.url()));
  const response = await page.goto("/console");
  expect(response.headers()["cache-control"]).toBe("no-store");
  expect(response.headers()["x-robots-tag"]).toContain("noindex");
  expect(response.headers()["content-security-policy"]).toContain("script-src 'self'");
  await expect(page.getByRole("heading", { name: "Heute zu tun" })).toBeVisible();
  expect(strangers).toEqual([]);
});

test("the first load fits into 200 kB", async ({ page }) => {
  await page.goto("/console");
  await expect(page.locator("[data-due]").first()).toBeVisible();
  const bytes = await page.evaluate(() => {
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(200_000);
});

test("home says what is due and leads there in one click, and back", async ({ page }) => {
  await page.goto("/console");
  await page.getByRole("link", { name: /zu bestätigen$/ }).first().click();
  await expect(page).toHaveURL(/\/console\/entries\?show=due$/);
  await expect(page.getByRole("heading", { name: "Einträge", exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Heute zu tun" })).toBeVisible();
  await page.goForward();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Zu tun" })).toHaveValue("due");
});

test("language and colours change at once and stay", async ({ page }) => {
  await page.goto("/console");
  await page.locator(".account summary").click();
  await page.locator("[data-setting=language]").selectOption("en");
  await expect(page.getByRole("heading", { name: "To do today" })).toBeVisible();
  await page.locator("[data-setting=theme]").selectOption("dark");
  await page.reload();
  await expect(page.getByRole("heading", { name: "To do today" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("at 360 pixels the navigation is a drawer that the keyboard opens and closes", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/console");
  const menu = page.getByRole("button", { name: "Menü" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await menu.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("navigation").getByRole("link", { name: "Einträge" }).focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(menu).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("what is not there says so", async ({ page }) => {
  for (const [address, text] of [
    ["/console/nowhere", "Hier ist nichts"],
    ["/console/entries/nobody", "Hier ist nichts"],
    ["/console/review/nothing", "Diesen Vorschlag gibt es nicht."],
  ]) {
    await page.goto(address);
    await expect(page.locator("main")).toContainText(text);
  }
});

test("a server that is gone is said to be, and is asked again", async ({ page }) => {
  await page.goto("/console");
  const links = page.getByRole("link", { name: "Kooperationen", exact: true });
  await expect(links).toBeVisible();
  await page.context().setOffline(true);
  await links.click();
  await expect(page.getByRole("alert").filter({ hasText: "gerade nicht erreichbar" })).toBeVisible();
  await page.context().setOffline(false);
  await page.locator(".failure").getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.locator("[data-link]").first()).toBeVisible();
  await expect(page.locator(".bar.bad")).toHaveCount(0);
});

test("a proposal is taken field by field, undone, and the queue keeps its place", async ({ page }) => {
  const entry = await draft(page, "Prüfverein Mohnblume", { phone: "02323 111111" });
  const proposal = await propose(page, entry, { phone: "02323 222222", email: "mohn@example.org" });
  await page.goto(`/console/review/${proposal}`);
  const card = page.locator(`[data-proposal="${proposal}"]`);
  await expect(card).toContainText("02323 111111");
  await expect(card).toContainText("Am Telefon erfahren.");
  // The first field is left by its number, the rest taken by a letter.
  const first = card.getByRole("checkbox").first();
  const left = await first.getAttribute("aria-label");
  await page.keyboard.press("1");
  await expect(first).not.toBeChecked();
  await page.keyboard.press("a");
  await expect(page.getByText("Prüfverein Mohnblume: Vorschlag übernommen.")).toBeVisible();
  const isPhoneLeft = left.startsWith("Telefon");
  expect(await stored(page, entry.id, "phone")).toBe(isPhoneLeft ? "02323 111111" : "02323 222222");
  expect(await stored(page, entry.id, "email")).toBe(isPhoneLeft ? "mohn@example.org" : null);
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Der Eintrag ist wie vorher.")).toBeVisible();
  expect(await stored(page, entry.id, "email")).toBeNull();
  await page.goBack();
  await expect(page.locator(`[data-proposal="${proposal}"]`)).toContainText("teilweise übernommen");
});

test("rejecting needs a reason, and letters that are typed do nothing else", async ({ page }) => {
  const entry = await draft(page, "Prüfverein Rittersporn");
  const proposal = await propose(page, entry, { phone: "02323 333333" });
  await page.goto(`/console/review/${proposal}`);
  await page.getByRole("button", { name: /^Ablehnen/ }).click();
  await expect(page.getByText("Bitte schreiben Sie kurz, warum")).toBeVisible();
  await expect(page.getByLabel("Begründung oder Kommentar")).toBeFocused();
  await page.keyboard.type("an nap");
  await expect(page.locator(`[data-proposal="${proposal}"]`)).toBeVisible();
  // What is typed outlives a reload.
  await page.reload();
  await expect(page.getByLabel("Begründung oder Kommentar")).toHaveValue("an nap");
  await page.getByRole("button", { name: /^Ablehnen/ }).click();
  await expect(page.getByText("Prüfverein Rittersporn: Vorschlag abgelehnt.")).toBeVisible();
  expect(await stored(page, entry.id, "phone")).toBeNull();
});

test("a session that ends in the middle of a decision goes on where it was", async ({ page }) => {
  const entry = await draft(page, "Prüfverein Kornrade");
  const proposal = await propose(page, entry, { phone: "02323 444444" });
  await page.goto(`/console/review/${proposal}`);
  await page.getByLabel("Begründung oder Kommentar").fill("Danke!");
  await page.context().clearCookies();
  await page.getByRole("button", { name: /^Übernehmen/ }).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await expect(dialogue.getByRole("link")).toHaveAttribute("href", /^\/login\?next=/);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(dialogue).toContainText("noch nicht wieder angemeldet");
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(dialogue).toBeHidden();
  await expect(page.getByText("Prüfverein Kornrade: Vorschlag übernommen.")).toBeVisible();
  expect(await stored(page, entry.id, "phone")).toBe("02323 444444");
});

test("a link is confirmed only with evidence", async ({ page }) => {
  await page.goto("/console/links");
  const card = page.locator("[data-link]").first();
  const id = await card.getAttribute("data-link");
  await card.getByRole("button", { name: /bestätigen$/ }).first().click();
  await page.keyboard.press("Enter");
  await expect(card.getByText("Bitte sagen Sie, woher Sie es wissen.")).toBeVisible();
  await page.keyboard.type("Telefonat mit dem Vorstand");
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("Bestätigt.");
  await expect(page.locator(`[data-link="${id}"] form`)).toHaveCount(0);
});

test("a link that was rejected waits again when that is taken back", async ({ page }) => {
  await page.goto("/console/links");
  const id = await page.locator("[data-link]").last().getAttribute("data-link");
  const card = page.locator(`[data-link="${id}"]`);
  await pressEnter(card.getByRole("button", { name: "Ablehnen" }));
  await expect(page.locator(".notice")).toContainText("Kooperation abgelehnt.");
  await expect(card).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  await expect(card).toBeVisible();
});

test("home names what is not on the map, at most seven things, and who was asked", async ({ page }) => {
  await draft(page, "Ortloser Verein Gundermann");
  await page.goto("/console");
  const unplaced = page.locator('[data-due="unplaced"]');
  await expect(unplaced.getByRole("link").first()).toBeVisible();
  expect(await page.locator("[data-due]").count()).toBeLessThanOrEqual(7);
  await unplaced.getByRole("link").first().click();
  await expect(page.getByRole("combobox", { name: "Zu tun" })).toHaveValue("unplaced");
});

for (const [language, scheme] of [["de", "light"], ["de", "dark"], ["en", "light"], ["en", "dark"]]) {
  test(`no view has an obstacle, ${language}, ${scheme}`, async ({ page }) => {
    // Many views, each looked through as a whole.
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.addInitScript((tag) => localStorage.setItem("bruecke-console-language", tag), language);
    const entry = await draft(page, `Prüfverein ${language} ${scheme}`, { location: { longitude: 7.2, latitude: 51.5, precision: "HIDDEN" } });
    await propose(page, entry, { phone: "02323 555555" });
    const other = await draft(page, `Prüfverein zwei ${language} ${scheme}`, { phone: "02323 666666" });
    const views = [
      ...["/coverage", "/report", "/diary", "/audit", "/settings", "/themes", "/districts"],
      ...["", "/review", "/entries", "/entries?day=MONDAY&kind=women", "/links", "/links?show=active&view=picture", "/links?show=suggestions", "/duplicates", "/consents", "/websites", "/demand", "/entries/new"],
      ...[`/entries/${entry.id}`, `/entries/${entry.id}/history`, `/merge/${entry.id}/${other.id}`],
    ];
    for (const view of views) {
      await page.goto(`/console${view}`);
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.locator(".loading")).toHaveCount(0, { timeout: 30_000 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${view} ${id} ${nodes[0].html}`)).toEqual([]);
    }
  });
}
