// Offers and events: found, read and put into one's own calendar.
import { expect, test } from "@playwright/test";
import { inLanguage, pages, watch } from "./pages.mjs";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test.describe("on a phone", () => {
  test.use(phone);

  test("two taps put the next event into a calendar", async ({ page, baseURL }) => {
    const complaints = watch(page, baseURL);
    await page.goto("/");
    await page.getByRole("link", { name: "Termine", exact: true }).tap();
    await expect(page).toHaveURL("/events");
    const add = page.getByRole("link", { name: /^In meinen Kalender/ }).first();
    await expect(add).toBeInViewport();
    const [download] = await Promise.all([page.waitForEvent("download"), add.tap()]);
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    expect(complaints).toEqual([]);
  });

  test("two taps share an offer", async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      navigator.share = async (data) => {
        window.shared = data;
      };
    });
    await page.goto("/");
    await page.getByRole("link", { name: "Angebote", exact: true }).tap();
    const share = page.getByRole("link", { name: /^Teilen ?: ./ }).first();
    await share.tap();
    const shared = await page.evaluate(() => window.shared);
    expect(shared.url).toMatch(new RegExp(`^${baseURL}/offer/`));
    expect(await share.textContent()).toContain(shared.title);
  });

  for (const language of ["de", "ar", "uk", "pl"]) {
    test(`the steps through months stand in one row (${language})`, async ({ page }) => {
      await page.goto(inLanguage(language, "/events?view=month&from=2027-03-01"));
      const steps = await page.locator(".steps .button").all();
      const rows = await Promise.all(steps.map(async (step) => (await step.boundingBox()).y));
      expect(rows.length).toBe(3);
      expect(new Set(rows).size).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    });
  }

  test("the three lists are one tap apart and keep the filters", async ({ page }) => {
    await page.goto("/?theme=language&district=wanne");
    await page.getByRole("link", { name: "Angebote", exact: true }).tap();
    await expect(page).toHaveURL("/offers?theme=language&district=wanne");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/Angebote?/);
    await page.getByRole("link", { name: "Termine", exact: true }).tap();
    await expect(page).toHaveURL("/events?theme=language&district=wanne");
  });
});

test("a suggestion leads to the page of an offer, which leads on", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Was suchen Sie?" });
  await field.pressSequentially("Elterncafé auf Rum");
  await page.getByRole("option", { name: /Elterncafé auf Rumänisch.*Morgenrotfähre/ }).first().click();
  await expect(page).toHaveURL(pages.offer);
  // Marks that nobody sees keep the time together.
  await expect(page.getByText(/^Mi \u206609:30–\u206011:30\u2069\sUhr$/).first()).toBeVisible();
  await page.getByRole("link", { name: /Morgenrotfähre/ }).first().click();
  await expect(page).toHaveURL("/organisation/morgenrotfaehre");
});

test("filters of offers apply at once, in place", async ({ page }) => {
  await page.goto("/offers");
  await page.getByRole("checkbox", { name: /^Gesundheit/ }).check();
  await expect(page).toHaveURL("/offers?theme=health");
  await expect(page.locator(".chips")).toContainText("Gesundheit");
  await expect(page.getByRole("checkbox", { name: /^Gesundheit/ })).toBeFocused();
});

test("who ticks a theme asks for all of it, no longer for a part", async ({ page }) => {
  await page.goto("/offers?theme=language.german");
  await page.getByRole("checkbox", { name: /^Sprache/ }).check();
  await expect(page).toHaveURL("/offers?theme=language");
  await expect(page.getByRole("checkbox", { name: /^Deutsch/ }).first()).not.toBeChecked();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a month is walked through, and a filter stays", async ({ page }) => {
    await page.goto("/events?district=wanne&view=month");
    await page.getByRole("link", { name: "Nächster Monat" }).click();
    await expect(page).toHaveURL(/\/events\?district=wanne&view=month&from=\d{4}-\d\d-01$/);
    await page.getByRole("searchbox").fill("Fest");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page).toHaveURL(/\/events\?theme=sport-encounter\.festivals.*view=month.*question=Fest/);
  });
});

test("in a month no title is cut, and long words are divided between syllables", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto("/events?view=month");
  const links = page.locator(".days.month .day a");
  expect(await links.count()).toBeGreaterThan(3);
  const titles = await links.evaluateAll((all) =>
    all.map((link) => ({
      isCut: link.scrollWidth > link.clientWidth + 1 || getComputedStyle(link).textOverflow === "ellipsis",
      undivided: link.textContent.split(/[^\p{L}\u00ad]+/u).filter((word) => word.length >= 14 && !word.includes("\u00ad")),
    })),
  );
  for (const title of titles) expect(title).toEqual({ isCut: false, undivided: [] });
  // With the filters folded a cell is wide enough for long words.
  const { width } = await page.locator(".days.month .day").first().boundingBox();
  expect(width).toBeGreaterThan(130);
});

test("names and addresses of several lines begin where an Arabic page begins", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [pages.project, pages.offer, pages.event, pages.organisation, pages.cooperation, pages.sheet]) {
    await page.goto(`/ar${path}`);
    const astray = await page.locator("main a bdi").evaluateAll((names) =>
      names.filter((name) => getComputedStyle(name).display === "block" && getComputedStyle(name).textAlign !== "right").map((name) => name.textContent),
    );
    expect(astray, path).toEqual([]);
  }
  for (const [view, width] of [["week", 390], ["month", 1366]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/ar/events?view=${view}`);
    for (const link of await page.locator(".day a").all()) await expect(link).toHaveCSS("text-align", "right");
  }
});
