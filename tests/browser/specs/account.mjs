// What the specs of accounts and of members share: signing in on the page for it, and pages that suit everybody.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No violation in either theme, and nothing beyond the smallest screen. */
export async function suitsEverybody(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), colorScheme).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.setViewportSize(size);
}

/** Signs in as somebody with the password of all accounts, and waits for where that leads; `next` is where they wanted to go. */
export async function signInOnPage(page, language, email, landing, next = "") {
  await page.goto(`/login?language=${language}&next=${encodeURIComponent(next && `${next}?language=${language}`)}`);
  await page.locator("#login-email").fill(email);
  await page.locator("#login-password").fill(process.env.BRUECKE_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${landing}?**`);
}

/** Unfolds the part of the form of an entry that a field is in, as who fills it in does. */
export const unfold = (page, field) => page.locator(`#form > details.part:has(#field-${field}) > summary`).press("Enter");
