// Without scripts, without anybody else, and in little.
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("searching and filtering work, and tidy addresses come of it", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("café");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page).toHaveURL("/?text=caf%C3%A9");
    await page.getByRole("checkbox", { name: /^Sprache/ }).check();
    await page.getByRole("button", { name: "Ergebnisse anzeigen" }).click();
    await expect(page).toHaveURL("/?text=caf%C3%A9&theme=language");
    await expect(page.getByRole("button", { name: "In meiner Nähe suchen" })).toBeHidden();
  });

  test("a change is suggested, and what is wrong is told without losing a word", async ({ page }) => {
    await page.goto("/organisation/morgenrotfaehre");
    await page.getByRole("link", { name: /Änderung vorschlagen/ }).nth(1).click();
    await page.getByLabel("Telefon").fill("keine Nummer");
    await page.getByLabel("Was sollen wir wissen?").fill("Neue Nummer ab Montag");
    await page.getByRole("button", { name: "Vorschlag senden" }).click();
    await expect(page.getByRole("alert")).toContainText("Telefon: ist keine Telefonnummer");
    await expect(page.getByLabel("Was sollen wir wissen?")).toHaveValue("Neue Nummer ab Montag");
    await expect(page.getByLabel("Telefon")).toHaveValue("keine Nummer");
    await page.getByLabel("Telefon").fill("02323 9999-77");
    await page.getByRole("button", { name: "Vorschlag senden" }).click();
    await expect(page.getByRole("status")).toContainText("Danke für Ihren Vorschlag");
  });

  test("a new organisation is suggested in Arabic", async ({ page }) => {
    await page.goto("/ar/suggest-change");
    await page.getByRole("button", { name: "إرسال الاقتراح" }).click();
    await expect(page.getByRole("alert")).toContainText("الاسم");
    await page.getByLabel("الاسم").fill("Erfundener Chor Wanne");
    await page.getByLabel("نوع المنظمة").selectOption("culture");
    await page.getByRole("button", { name: "إرسال الاقتراح" }).click();
    await expect(page).toHaveURL("/ar/suggest-change?sent=1");
  });
});

test("nothing is stored, nobody else is asked, and the first page is small", async ({ page, context, baseURL }) => {
  const complaints = watch(page, baseURL);
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto("/", { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(100_000);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(complaints).toEqual([]);
});

test("a profile on paper has the number and no navigation", async ({ page }) => {
  await page.goto("/organisation/morgenrotfaehre");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("02323 9999-10")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Hauptnavigation" })).toBeHidden();
  // Paper is read later than now.
  await expect(page.locator(".badge.open, .badge.shut").first()).toBeHidden();
  for (const now of await page.locator(".now").all()) await expect(now).toBeHidden();
});
