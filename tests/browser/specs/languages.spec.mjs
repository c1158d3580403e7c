// Seven languages, one of them from right to left.
import { expect, test } from "@playwright/test";

test("the language can be changed and the question stays", async ({ page }) => {
  await page.goto("/?theme=language&district=wanne");
  await page.locator("summary", { hasText: "Deutsch" }).click();
  await page.getByRole("link", { name: "Türkçe" }).click();
  await expect(page).toHaveURL("/tr/?theme=language&district=wanne");
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("11 kayıt");
});

test("Arabic stands from right to left, numbers of telephones do not", async ({ page }) => {
  await page.goto("/ar/organisation/morgenrotfaehre");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  const number = page.getByRole("link", { name: /اتصال/ }).locator("bdi");
  await expect(number).toHaveAttribute("dir", "ltr");
  await expect(number).toHaveText("02323 9999-10");
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  expect(heading.x + heading.width).toBeGreaterThan(page.viewportSize().width / 2);
  const german = page.locator(".entry .summary");
  await expect(german).toHaveAttribute("lang", "de");
  await expect(page.getByText("بالألمانية فقط").first()).toBeVisible();
});

test.describe("whose browser prefers another language", () => {
  test.use({ locale: "uk-UA" });

  test("is shown a link and sent nowhere", async ({ page }) => {
    await page.goto("/theme/language");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.getByRole("link", { name: "Читати цю сторінку українською" }).click();
    await expect(page).toHaveURL("/uk/theme/language");
    await expect(page.getByRole("link", { name: "Читати цю сторінку українською" })).toHaveCount(0);
  });
});

test("every page names itself in every language for search engines", async ({ page, baseURL }) => {
  await page.goto("/pl/coverage");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${baseURL}/pl/coverage`);
  const alternates = page.locator("link[rel=alternate][hreflang]");
  expect(await alternates.evaluateAll((links) => links.map((link) => link.hreflang))).toEqual(
    ["de", "en", "tr", "ar", "uk", "ro", "pl", "x-default"],
  );
});
