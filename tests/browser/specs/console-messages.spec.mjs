// What people write without saying what a field should say: read beside the entry, done by hand, answered in words.
import { ask, draft, expect, test } from "./console.mjs";

/** An entry that everybody sees, with a message about it. */
async function told(page, name, comment) {
  const { id, version } = await draft(page, name);
  const publish = "mutation ($input: PublishActorInput!) { publishActor(input: $input) { entry { version } userErrors { message } } }";
  expect((await ask(page, publish, { input: { id, expectedVersion: version } })).publishActor.userErrors).toEqual([]);
  const propose = "mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } userErrors { message } } }";
  const { proposeChange } = await ask(page, propose, { input: { id, expectedVersion: version + 1, comment, contact: "eva@nachbar.example" } });
  expect(proposeChange.userErrors).toEqual([]);
  return { id, proposal: proposeChange.proposal.id };
}

const decision = async (page, id) =>
  (await ask(page, "query ($id: ID!) { viewer { proposal(id: $id) { status review { reason } } } }", { id })).viewer.proposal;

test("a message leads to its entry, stays in sight while that is changed, and is answered there", async ({ page }) => {
  const { id, proposal } = await told(page, "Nachrichtenverein Ahorn", "Bitte die Telefonnummer 02323 171717 eintragen.");
  await page.goto(`/console/review/${proposal}`);
  const card = page.locator("[data-proposal]");
  await expect(card).toContainText("Es gibt nichts zu übernehmen");
  await expect(card.getByRole("table")).toHaveCount(0);
  await expect(card.getByRole("button", { name: /Übernehmen/ })).toHaveCount(0);
  await card.getByRole("link", { name: "Eintrag öffnen" }).click();
  const wish = page.locator(`[data-message="${proposal}"]`);
  await expect(wish).toContainText("Bitte die Telefonnummer 02323 171717 eintragen.");
  await page.getByLabel("Telefon").first().fill("02323 171717");
  await wish.getByRole("textbox").fill("Steht jetzt da.");
  await page.reload();
  await expect(wish.getByRole("textbox")).toHaveValue("Steht jetzt da.");
  await expect(wish).toBeInViewport();
  await page.getByLabel("Telefon").first().scrollIntoViewIfNeeded();
  await expect(wish).toBeInViewport();
  await page.getByRole("button", { name: /^Speichern/ }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert");
  await wish.getByRole("button", { name: "Erledigt" }).click();
  await expect(page.locator(".notice")).toContainText("Nachricht erledigt.");
  await expect(wish).toHaveCount(0);
  expect(await decision(page, proposal)).toEqual({ status: "APPROVED", review: { reason: "Steht jetzt da." } });
  await page.goto(`/console/review/${proposal}`);
  await expect(card).toContainText("erledigt");
  await expect(card).not.toContainText("übernommen");
});

test("a message is declined with a reason, and not without", async ({ page }) => {
  const { id, proposal } = await told(page, "Nachrichtenverein Birke", "Bitte alles löschen.");
  await page.goto(`/console/entries/${id}`);
  const wish = page.locator(`[data-message="${proposal}"]`);
  await wish.getByRole("button", { name: "Ablehnen" }).click();
  await expect(wish.getByRole("alert")).toContainText("Bitte schreiben Sie kurz, warum");
  await wish.getByRole("textbox").fill("Der Verein besteht weiter.");
  await wish.getByRole("button", { name: "Ablehnen" }).click();
  await expect(wish).toHaveCount(0);
  expect((await decision(page, proposal)).status).toBe("REJECTED");
});
