// For everybody: without violations of WCAG 2.2 AA, with the keyboard alone, on the smallest screen.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { inLanguage, pages, watch } from "./pages.mjs";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const language of ["de", "ar"]) {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} (${language}) has no violation, light or dark, and fits 320 pixels`, async ({ page, baseURL }) => {
      const complaints = watch(page, baseURL);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.goto(inLanguage(language, path));
        const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
        const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
        expect(told, colorScheme).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(beyond).toBe(0);
      expect(complaints).toEqual([]);
    });
  }
}

test.describe("whose browser prefers another language", () => {
  test.use({ locale: "ar" });

  test("reads the hint at the top, light or dark", async ({ page }) => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/theme/language");
      await expect(page.locator(".hint")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), colorScheme).toEqual([]);
    }
  });
});

test("the keyboard alone leads past the header, through the search and to a result", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt springen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#text")).toBeFocused();
  await page.keyboard.type("quitten");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?text=quitten");
  await page.getByRole("link", { name: "Frauencafé Quittenlaterne e. V." }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Quittenlaterne");
});

test("filters and the choice of language open and close with the keyboard", async ({ page }) => {
  await page.goto("/");
  const languages = page.locator("summary", { hasText: "Deutsch" });
  await languages.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Polski" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Polski" })).toBeHidden();
  const health = page.getByRole("checkbox", { name: /^Gesundheit/ });
  await health.focus();
  await page.keyboard.press("Space");
  await expect(health).toBeChecked();
});

test("what has focus can be seen", async ({ page }) => {
  await page.goto("/organisation/morgenrotfaehre");
  await page.keyboard.press("Tab");
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    expect(outline).toBe("solid");
  }
});
