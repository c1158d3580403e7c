// What must not be, several themes together, partners and networks: by keyboard, without scripts, in German and Arabic.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

test("what a question does not want is a chip that is taken back by keyboard", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/");
  await page.getByRole("combobox", { name: "Was suchen Sie?" }).fill("Deutschkurs nicht in Eickel");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?theme=language.german&not_district=eickel&question=Deutschkurs+nicht+in+Eickel");
  const chip = page.getByRole("link", { name: "Filter entfernen: nicht: Eickel (Stadtbezirk)" });
  await expect(chip).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".results").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  // Another box keeps it, though no field shows it.
  await page.getByRole("checkbox", { name: /^Wanne \(Stadtbezirk\)/ }).check();
  await expect(page).toHaveURL(/district=wanne&not_district=eickel/);
  await chip.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?theme=language.german&district=wanne&question=Deutschkurs+nicht+in+Eickel");
  expect(complaints).toEqual([]);
});

test("two themes together are one box, which comes with the second theme", async ({ page }) => {
  await page.goto("/?theme=education");
  const together = page.getByRole("checkbox", { name: "Nur wer alle gewählten Themen hat" });
  await expect(together).toHaveCount(0);
  await page.getByRole("checkbox", { name: /^Sprache \d/ }).check();
  await expect(page).toHaveURL("/?theme=education&theme=language");
  const any = await page.locator("#results").textContent();
  await together.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL("/?theme=education&theme=language&theme_match=all");
  await expect(together).toBeFocused();
  await expect(page.locator("#results")).not.toHaveText(any);
  await page.getByRole("checkbox", { name: /^Sprache \d/ }).uncheck();
  await expect(page).toHaveURL("/?theme=education");
  await expect(together).toHaveCount(0);
});

test("the back button leads through what was ticked, and out of it", async ({ page }) => {
  await page.goto("/coverage");
  await page.goto("/?theme=education");
  const results = page.locator("#results");
  const first = await results.textContent();
  const language = page.getByRole("checkbox", { name: /^Sprache \d/ });
  await language.check();
  await expect(page).toHaveURL("/?theme=education&theme=language");
  await expect(results).not.toHaveText(first);
  const second = await results.textContent();
  await page.goBack();
  await expect(page).toHaveURL("/?theme=education");
  await expect(results).toHaveText(first);
  await expect(language).not.toBeChecked();
  await page.goForward();
  await expect(results).toHaveText(second);
  await expect(language).toBeChecked();
  // A place on the page is no other answer.
  await page.evaluate(() => (location.hash = "results"));
  await page.goBack();
  await page.goBack();
  await expect(results).toHaveText(first);
  await page.goBack();
  await expect(page).toHaveURL("/coverage");
});

test("a profile leads to its partners and members in the search", async ({ page }) => {
  await page.goto("/network/netzwerk-herner-selbstorganisationen-demo");
  await page.getByRole("link", { name: /Alle Mitglieder/ }).click();
  await expect(page).toHaveURL("/?member_of=netzwerk-herner-selbstorganisationen-demo");
  await expect(page.getByRole("link", { name: /^Filter entfernen: Mitglied von/ })).toBeVisible();
  await page.locator(".panel summary", { hasText: "Zusammenarbeit" }).focus();
  await expect(page.getByRole("checkbox", { name: "In keinem Netzwerk" })).toBeVisible();
  await page.getByRole("checkbox", { name: "In keinem Netzwerk" }).check();
  await expect(page).toHaveURL("/?member_of=netzwerk-herner-selbstorganisationen-demo&network=no");
  await expect(page.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
});

test("a frame shows as many as the page whose address it has", async ({ page, request }) => {
  for (const query of [
    "free=yes&day=monday",
    "not_district=eickel&not_theme=language",
    "theme=education&theme=language&theme_match=all",
    "group=women&wheelchair=yes",
    "cooperation=member_of&network=yes&type=organisation",
    "polygon=7.1+51.5%2C7.2+51.5%2C7.2+51.6",
    "lon=7.15&lat=51.54&radius=2000&appointment=no",
    "district=wanne&relation=based&not_type=institution&age=8",
  ]) {
    const file = await (await request.get(`/export/actors.ndjson?${query}`)).text();
    const count = file.split("\n").filter((line) => line !== "").length;
    await page.goto(`/embed?${query}`);
    await expect(page.locator("[part=count]"), query).toHaveText(count === 0 ? /^(0|Nichts|Keine)/ : new RegExp(`^${count} `));
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const [prefix, button, together, none, not] of [
    ["/", "Ergebnisse anzeigen", "Nur wer alle gewählten Themen hat", "In keinem Netzwerk", "nicht:"],
    ["/ar/", "عرض النتائج", "فقط من لديه كل المواضيع المختارة", "ليست في أي شبكة", "باستثناء:"],
  ]) {
    test(`filters are chosen and kept (${prefix})`, async ({ page }) => {
      await page.goto(`${prefix}?theme=education&theme=language&not_district=eickel`);
      await expect(page.locator(".chips")).toContainText(not);
      await page.getByRole("checkbox", { name: together }).check();
      await page.getByRole("button", { name: button }).click();
      await expect(page).toHaveURL(`${prefix}?theme=education&theme=language&theme_match=all&not_district=eickel`);
      await page.locator(".panel details").filter({ has: page.getByRole("checkbox", { name: none, includeHidden: true }) }).locator("summary").click();
      await page.getByRole("checkbox", { name: none }).check();
      await page.getByRole("button", { name: button }).click();
      await expect(page).toHaveURL(`${prefix}?theme=education&theme=language&theme_match=all&network=no&not_district=eickel`);
    });
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("what a long name is asked for with takes no more than its row", async ({ page }) => {
    for (const path of ["/offers?actor=purpurbohne", "/?partner=purpurbohne&theme=language", "/ar/?partner=purpurbohne"]) {
      await page.goto(path);
      const row = await page.locator(".chips").boundingBox();
      const chips = await page.locator(".chips li").evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().width));
      expect(chips.length).toBeGreaterThan(0);
      for (const width of chips) expect(width).toBeLessThanOrEqual(row.width);
      expect(row.height).toBeLessThan(60);
      // Sheets and lists begin where the header does.
      await page.goto("/organisation/purpurbohne/sheet");
      const left = async (part) => (await page.locator(part).first().boundingBox()).x;
      expect(Math.abs((await left(".handover")) - (await left(".brand")))).toBeLessThan(2);
    }
  });
});
