// The map beside the results of the search.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { inLanguage, pressEnter, watch } from "./pages.mjs";

const canvas = (page) => page.locator(".mapbox canvas");

/** What is found alone is in the middle of the map. */
const tapMiddle = async (page) => {
  const { width, height } = await canvas(page).boundingBox();
  await canvas(page).click({ position: { x: width / 2, y: height / 2 } });
};

test("clicking an entry on the map shows it and marks it in the list", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/?text=morgenrot");
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".map-attribution")).toBeVisible();
  const chosen = page.locator("[data-chosen]").getByRole("link", { name: "Morgenrotfähre Wanne e. V." });
  await expect(async () => {
    await tapMiddle(page);
    await expect(chosen).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(chosen).toHaveAttribute("href", "/organisation/morgenrotfaehre");
  await expect(page.locator(".card[aria-current]")).toContainText("Morgenrotfähre");
  const popup = page.locator(".maplibregl-popup");
  await expect(popup.getByRole("link", { name: "Morgenrotfähre Wanne e. V." })).toHaveAttribute("href", /\/organisation\/morgenrotfaehre$/);
  await expect(popup.getByRole("link", { name: "02323 9999-10" })).toHaveAttribute("href", "tel:+492323999910");
  await popup.getByRole("button", { name: "Schließen" }).click();
  await expect(popup).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("own position is asked for on a tap alone, and is never sent", async ({ context, page }) => {
  const [longitude, latitude] = [7.21375, 51.53921];
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude, latitude });
  const asked = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/?theme=language&district=wanne");
  await expect(page.locator(".map-legend")).toBeVisible({ timeout: 30_000 });
  const seen = async () => (await canvas(page).screenshot()).toString("base64");
  const before = await seen();
  await page.getByRole("button", { name: "Mein Standort" }).click();
  await expect(async () => expect(await seen()).not.toBe(before)).toPass();
  expect(asked.filter((request) => /7\.21|51\.539/.test(request))).toEqual([]);
  // No tile nearer than those of the whole directory was asked for because of it.
  const zooms = asked.flatMap((request) => /\/tiles\/(\d+)\//.exec(request)?.[1] ?? []);
  expect(Math.max(...zooms.map(Number))).toBeLessThan(15);
  await context.setGeolocation({ longitude: 13.4, latitude: 52.5 });
  await page.getByRole("button", { name: "Mein Standort" }).click();
  await expect(page.locator(".map-note")).toHaveText(/außerhalb/);
});

test("the keyboard moves the map and opens what lies in the middle", async ({ page }) => {
  await page.goto("/?text=morgenrot&district=wanne");
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await canvas(page).focus();
  await expect(page.locator(".map-cross")).toBeVisible();
  await expect(canvas(page)).toHaveAttribute("aria-description", /Pfeiltasten/);
  await page.keyboard.press("Enter");
  await pressEnter(page.getByRole("button", { name: "Näher heran" }));
  await pressEnter(page.getByRole("button", { name: "Weiter weg" }));
});

test("the keyboard alone opens an entry on the map, and follows its link", async ({ page, request }) => {
  const query = '{ actor(slug: "morgenrotfaehre") { location { longitude latitude } } }';
  const { data } = await (await request.post("/graphql", { data: { query } })).json();
  const { longitude, latitude } = data.actor.location;
  // Whoever searches around a place has it in the middle of the map.
  await page.goto(`/?text=morgenrot&lon=${longitude}&lat=${latitude}&radius=300`);
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".map-attribution")).toBeVisible({ timeout: 30_000 });
  const chosen = page.locator("[data-chosen]").getByRole("link", { name: "Morgenrotfähre Wanne e. V." });
  await canvas(page).focus();
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(chosen).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.locator(".card[aria-current]")).toContainText("Morgenrotfähre");
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);
  await page.keyboard.press("Enter");
  await chosen.press("Enter");
  await expect(page).toHaveURL(/\/organisation\/morgenrotfaehre$/);
});

for (const [language, title, group] of [
  ["de", "Zeichenerklärung", "Mehrere Einträge"],
  ["en", "Key", "Several entries"],
  ["tr", "İşaretler", "Birden çok kayıt"],
  ["ar", "مفتاح الخريطة", "عدة جهات"],
  ["uk", "Умовні позначення", "Кілька записів"],
  ["ro", "Legendă", "Mai multe înregistrări"],
  ["pl", "Legenda", "Kilka wpisów"],
]) {
  test(`the marks are explained, and the buttons named (${language})`, async ({ page }) => {
    await page.goto(inLanguage(language, "/?theme=language"));
    const legend = page.locator(".map-legend");
    await expect(legend).toBeVisible({ timeout: 30_000 });
    await legend.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(legend.locator("summary")).toHaveText(title);
    await expect(legend.getByRole("listitem")).toHaveCount(8);
    await expect(legend.getByRole("listitem").nth(3)).toContainText(group);
    const names = await page.locator(".map-buttons button").evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
    expect(names.length).toBe(3);
    if (language !== "de") expect(names.join()).not.toContain("heran");
    const { violations } = await new AxeBuilder({ page }).include(".mapbox").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
}

test("whoever likes no movement is spared it, and whoever likes it dark has the map so", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await page.goto("/?theme=language");
  await expect(page.locator(".map-legend")).toBeVisible({ timeout: 30_000 });
  const ink = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ink(".map-legend")).toBe("rgb(26, 35, 38)");
  const seen = async () => (await canvas(page).screenshot()).toString("base64");
  const before = await seen();
  await page.getByRole("button", { name: "Näher heran" }).click();
  await expect(async () => expect(await seen()).not.toBe(before)).toPass();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await ink(".map-legend")).toBe("rgb(255, 255, 255)");
});

test("what has the focus in the list is marked on the map", async ({ page }) => {
  await page.goto("/?text=morgenrot");
  await expect(page.locator(".map-legend")).toBeVisible({ timeout: 30_000 });
  const seen = async () => (await canvas(page).screenshot()).toString("base64");
  const before = await seen();
  await page.locator(".card").first().getByRole("link").first().focus();
  await expect(async () => expect(await seen()).not.toBe(before)).toPass();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("the map is not loaded before somebody opens it", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/?theme=language", { waitUntil: "networkidle" });
    expect(asked.filter((url) => /map|tiles/.test(new URL(url).pathname))).toEqual([]);
    await page.getByRole("link", { name: "Karte", exact: true }).tap();
    await expect(page).toHaveURL("/?theme=language&view=map");
    await expect(page.locator(".card").first()).toBeHidden();
    await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the districts are drawn with their numbers", async ({ page }) => {
    await page.goto("/ar/?theme=language&view=map");
    await page.locator(".mapbox img").scrollIntoViewIfNeeded();
    await expect(page.locator(".mapbox img")).toBeVisible();
    const drawing = await (await page.request.get("/ar/map.svg?theme=language")).text();
    expect(drawing).toContain("<title>خريطة الأحياء");
    expect(drawing.match(/<path/g).length).toBe(13);
  });
});

test("without WebGL the drawing of the districts stays", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto("/?theme=language");
  await expect(page.getByRole("img", { name: "Karte der Stadtteile mit der Zahl der Einträge" })).toBeVisible();
  await expect(canvas(page)).toHaveCount(0);
});

for (const [width, height] of [[340, 420], [480, 480], [900, 500]]) {
  test(`no name stands on a mark, and everything that is found is seen (${width} pixels)`, async ({ page }) => {
    // The element loads the map as a script of its own.
    await page.goto("/embed?theme=language&view=map");
    await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
    const seen = await page.evaluate(async ([width, height]) => {
      const script = performance.getEntriesByType("resource").find(({ name }) => /\/assets\/map-(?!worker)[^/]*\.js$/.test(name));
      const { start } = await import(script.name);
      const place = document.body.appendChild(document.createElement("div"));
      Object.assign(place.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
      const { map } = await start(place, { base: new URL("/", location.href), query: "theme=language", language: "de", say: (key) => key });
      await new Promise((idle) => map.once("idle", idle));
      const marks = map.queryRenderedFeatures({ layers: ["actors", "groups"] }).map(({ geometry, properties }) => ({ ...map.project(geometry.coordinates), reach: properties.count ? 13 : 7 }));
      const namesOn = ({ x, y, reach }) => map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ["names"] });
      return {
        names: new Set(map.queryRenderedFeatures({ layers: ["names"] }).map(({ properties }) => properties.name)).size,
        covered: marks.flatMap((mark) => namesOn(mark).map(({ properties }) => properties.name)),
        outside: marks.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height).length,
        marks: marks.length,
      };
    }, [width, height]);
    expect(seen.marks).toBeGreaterThan(2);
    expect(seen.names).toBeGreaterThan(4);
    expect(seen.covered).toEqual([]);
    expect(seen.outside).toBe(0);
  });
}

/** Where the marks and buttons of the map of a page are, and which names its sides would cut. */
const layout = (page) =>
  page.evaluate(async () => {
    const script = performance.getEntriesByType("resource").find(({ name }) => /\/assets\/map-(?!worker)[^/]*\.js$/.test(name));
    const { start } = await import(script.name);
    const boxes = [];
    for (const [width, height, direction, query] of [
      [358, 520, "ltr", "theme=language"], [358, 520, "rtl", "theme=language"], [540, 600, "ltr", "theme=work"], [540, 600, "rtl", "theme=work"], [900, 500, "ltr", ""],
    ]) {
      const place = document.body.appendChild(document.createElement("div"));
      place.dir = direction;
      Object.assign(place.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
      const { map, remove } = await start(place, { base: new URL("/", location.href), query, language: "de", say: (key) => key, chosen: () => {} });
      await new Promise((idle) => map.once("idle", idle));
      const around = place.getBoundingClientRect();
      const buttons = [...place.querySelectorAll(".map-buttons button, .map-legend")].map((button) => button.getBoundingClientRect());
      const marks = map.queryRenderedFeatures({ layers: ["actors", "groups"] }).map(({ geometry, properties }) => ({ ...map.project(geometry.coordinates), reach: properties.count ? 13 : 9 }));
      const isUnder = ({ x, y, reach }) => buttons.some(({ left, right, top, bottom }) => {
        const [across, down] = [around.left + x, around.top + y];
        return across + reach > left && across - reach < right && down + reach > top && down - reach < bottom;
      });
      const names = map.queryRenderedFeatures({ layers: ["names"] }).map(({ geometry }) => map.project(geometry.coordinates));
      boxes.push({ name: `${width} ${direction} ${query}`, marks: marks.length, under: marks.filter(isUnder).length, cut: names.filter(({ x }) => x < 25 || x > width - 25).length });
      remove();
      place.remove();
    }
    return boxes;
  });

test("no mark lies under a button, and no name is cut, whichever way the page is read", async ({ page }) => {
  await page.goto("/embed?theme=language&view=map");
  await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
  for (const { name, marks, under, cut } of await layout(page)) {
    expect(marks, name).toBeGreaterThan(1);
    expect({ under, cut }, name).toEqual({ under: 0, cut: 0 });
  }
});

test.describe("on a phone, on the map", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  for (const language of ["de", "ar"]) {
    test(`what is told of an entry lies on the map with its button, wherever the entry is (${language})`, async ({ page }) => {
      await page.goto(inLanguage(language, "/?theme=language&view=map"));
      await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
      await expect(page.locator(".map-legend")).toBeVisible();
      const { width, height } = await canvas(page).boundingBox();
      const popup = page.locator(".maplibregl-popup");
      let opened = 0;
      // Over all of the map, so that entries near each of its sides are among them.
      const isFree = (point) =>
        canvas(page).evaluate((map, { x, y }) => document.elementFromPoint(map.getBoundingClientRect().x + x, map.getBoundingClientRect().y + y) === map, point);
      for (let y = 20; y < height - 10; y += 50) {
        for (let x = 12; x < width - 10; x += 42) {
          await canvas(page).scrollIntoViewIfNeeded();
          if (!(await isFree({ x, y }))) continue;
          await canvas(page).tap({ position: { x, y } });
          if ((await popup.count()) === 0) continue;
          opened += 1;
          await expect(async () => {
            const around = await canvas(page).boundingBox();
            for (const part of [popup.locator(".maplibregl-popup-content"), popup.getByRole("button")]) {
              const box = await part.boundingBox();
              expect(box.x).toBeGreaterThanOrEqual(around.x);
              expect(box.y).toBeGreaterThanOrEqual(around.y);
              expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
              expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height);
            }
          }).toPass({ timeout: 5_000 });
          await popup.getByRole("button").tap();
          await expect(popup).toHaveCount(0);
        }
      }
      expect(opened).toBeGreaterThan(1);
    });
  }
});
