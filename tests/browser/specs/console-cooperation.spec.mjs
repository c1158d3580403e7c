// Cooperation in the console: entered, confirmed on evidence, searched, drawn, suggested, let rest, ended; nothing is lost.
import { ask, draft, expect, signIn, test } from "./console.mjs";

/** A published entry of a name that no other test has. */
async function published(page, name, fields = {}) {
  const { id, version } = await draft(page, name, fields);
  const mutation = `mutation ($input: PublishActorInput!) { publishActor(input: $input) { entry { version } userErrors { message } } }`;
  const { publishActor } = await ask(page, mutation, { input: { id, expectedVersion: version } });
  expect(publishActor.userErrors).toEqual([]);
  return id;
}

const links = async (page, actor) =>
  (await ask(page, `query ($actor: ID!) { viewer { links(actor: $actor, status: [PROPOSED, CONFIRMED_BY_ONE_SIDE, ACTIVE, DORMANT, ENDED]) { nodes { kind status awaits since themeIds } } } }`, { actor })).viewer.links.nodes;

/** Chooses an end by typing its name. */
async function choose(page, label, name) {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(name);
  await page.locator(".found").getByRole("button", { name, exact: true }).first().click();
}

test("a cooperation is entered by search, with both sides' word or a mail, and nothing typed is lost", async ({ page }) => {
  const one = await published(page, "Netzverein Akelei");
  await published(page, "Netzverein Bärlauch");
  await page.goto("/console/links");
  await page.getByRole("button", { name: "Kooperation eintragen" }).click();
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  await expect(page.locator(".link-form .error:not(:empty)")).toHaveCount(3);
  await choose(page, "Wer", "Netzverein Akelei");
  await page.locator("#link-kind").selectOption("MEMBER_OF");
  await choose(page, "Mit wem", "Netzverein Bärlauch");
  await page.getByLabel("Seit (wenn bekannt)").fill("2024-05-01");
  await page.locator("#link-themes summary").click();
  await page.getByRole("searchbox", { name: "In „Themen“ suchen" }).fill("deutsch");
  await page.keyboard.press("Enter");
  await expect(page.locator("#link-themes summary")).not.toContainText("Auswählen");
  await page.getByLabel("Netzverein Akelei stimmt zu. Woher wissen Sie das?").fill("Telefonat");
  await page.reload();
  await expect(page.getByLabel("Netzverein Akelei stimmt zu. Woher wissen Sie das?")).toHaveValue("Telefonat");
  // The session ends in the middle: it goes on where it was.
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(page.locator(".notice")).toContainText("Kooperation eingetragen.");
  await expect(page.locator(".link-form")).toHaveCount(0);
  const [link] = await links(page, one);
  expect(link).toMatchObject({ kind: "MEMBER_OF", status: "CONFIRMED_BY_ONE_SIDE", awaits: ["TO"], since: "2024-05-01" });
  expect(link.themeIds).toHaveLength(1);
});

test("evidence for both sides makes it active; from there it rests, comes back and ends", async ({ page }) => {
  const one = await published(page, "Netzverein Ehrenpreis");
  await published(page, "Netzverein Federgras");
  await page.goto(`/console/entries/${one}`);
  await page.getByRole("button", { name: "Kooperation eintragen" }).click();
  await choose(page, "Mit wem", "Netzverein Federgras");
  await page.locator("#link-kind").selectOption("COOPERATES_WITH");
  for (const name of ["Ehrenpreis", "Federgras"]) await page.getByLabel(`Netzverein ${name} stimmt zu. Woher wissen Sie das?`).fill("Vertrag vom 3. Mai");
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  const card = page.locator("[data-link]", { hasText: "Netzverein Federgras" });
  await expect(card).toContainText("besteht");
  await card.getByRole("button", { name: /^Ruhen lassen/ }).click();
  await expect(card).toContainText("ruht");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(card).toContainText("besteht");
  await card.getByRole("button", { name: /^Beenden/ }).click();
  await expect(card).toHaveCount(0);
  expect((await links(page, one)).map(({ status }) => status)).toEqual(["ENDED"]);
});

test("who confirmed and how that is known stands at the cooperation, which is changed where it stands", async ({ page }) => {
  const one = await published(page, "Netzverein Goldlack");
  await published(page, "Netzverein Hornklee");
  await page.goto("/console/links?show=dormant");
  await page.getByRole("button", { name: "Kooperation eintragen" }).click();
  await expect(page.getByLabel(/stimmt zu/)).toHaveCount(0);
  await choose(page, "Wer", "Netzverein Goldlack");
  await expect(page.getByLabel("Wer", { exact: true })).toBeHidden();
  await page.locator("#link-kind").selectOption("COOPERATES_WITH");
  await choose(page, "Mit wem", "Netzverein Hornklee");
  for (const name of ["Goldlack", "Hornklee"]) await page.getByLabel(`Netzverein ${name} stimmt zu. Woher wissen Sie das?`).fill("Flyer vom März 2026");
  // A date that is typed halfway is none to browsers: it is not lost without a word.
  const since = page.getByLabel("Seit (wenn bekannt)");
  await since.pressSequentially("0103");
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Seit (wenn bekannt): Das Datum ist nicht vollständig.");
  await expect(since).toBeFocused();
  await since.fill("2026-03-01");
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  await expect(page.getByRole("button", { name: "Bestehende" })).toHaveAttribute("aria-pressed", "true");
  const card = page.locator("[data-link]", { hasText: "Netzverein Hornklee" });
  await expect(card).toContainText("Für Netzverein Hornklee von der Redaktion bestätigt");
  await expect(card).toContainText("Quelle: Flyer vom März 2026");
  await card.getByRole("button", { name: /^Ändern/ }).click();
  await card.getByLabel("Anmerkung für alle (wenn nötig)").fill("Gemeinsames Fest");
  await card.getByLabel("Seit (wenn bekannt)").fill("2025-09-01");
  await page.reload();
  await expect(card.getByLabel("Anmerkung für alle (wenn nötig)")).toHaveValue("Gemeinsames Fest");
  await card.getByRole("button", { name: "Speichern" }).click();
  await expect(card).toContainText("Gemeinsames Fest");
  expect((await links(page, one))[0]).toMatchObject({ status: "ACTIVE", since: "2025-09-01" });
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(card).not.toContainText("Gemeinsames Fest");
  await page.goto(`/console/entries/${one}/history`);
  const told = page.locator("[data-sequence]", { hasText: "Netzverein Hornklee" });
  await expect(told.filter({ hasText: "Flyer vom März 2026" })).toHaveCount(2);
});

test("among many a search finds it, the address keeps it, and the picture leads to the entries", async ({ page }) => {
  await page.goto("/console/links?show=active");
  const cards = page.locator("[data-link]");
  await expect(cards.nth(5)).toBeVisible();
  const all = await cards.count();
  const name = (await cards.first().getByRole("link").first().textContent()).trim();
  await page.getByRole("searchbox", { name: "Suchen" }).fill(name.toUpperCase());
  await expect.poll(() => cards.count()).toBeLessThan(all);
  await page.getByRole("button", { name: "Als Netz zeigen" }).click();
  const node = page.locator(".network a").first();
  await expect(node).toBeVisible();
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "Suchen" })).toHaveValue(name.toUpperCase());
  await expect(page.getByRole("button", { name: "Als Netz zeigen" })).toHaveAttribute("aria-pressed", "true");
  await node.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/console\/entries\//);
});

test("a suggestion is dismissed, comes back when that is undone, and is entered", async ({ page }) => {
  await page.goto("/console/links?show=suggestions");
  await choose(page, "Mögliche Partner von", "Morgenrotfähre Wanne e. V.");
  const suggestions = page.locator("[data-partner]");
  await expect(suggestions.first()).toBeVisible();
  const id = await suggestions.first().getAttribute("data-partner");
  const card = page.locator(`[data-partner="${id}"]`);
  await card.getByRole("button", { name: /^Passt nicht/ }).click();
  await expect(page.locator(".notice")).toContainText("ein Jahr lang nicht mehr vorgeschlagen");
  await expect(card).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(card).toBeVisible();
  const partner = (await card.getByRole("link").textContent()).trim();
  await card.getByRole("button", { name: /^Eintragen/ }).click();
  await page.locator("#link-kind").selectOption("COOPERATES_WITH");
  await page.getByRole("button", { name: "Kooperation speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Kooperation eingetragen.");
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Warten auf Bestätigung" }).click();
  await expect(page.locator("[data-link]").first()).toContainText(partner);
});
