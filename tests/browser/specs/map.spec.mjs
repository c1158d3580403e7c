// The map beside the results of the search.
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

/** Where a place lies on the map of everything, pixels from its corner. As the map fits it: 20 pixels around. */
function onMap({ longitude, latitude }, [west, south, east, north], { width, height }) {
  const x = (degrees) => (degrees + 180) / 360;
  const y = (degrees) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  const scale = Math.min((width - 40) / (x(east) - x(west)), (height - 40) / (y(south) - y(north)));
  return {
    x: width / 2 + (x(longitude) - (x(west) + x(east)) / 2) * scale,
    y: height / 2 + (y(latitude) - (y(south) + y(north)) / 2) * scale,
  };
}

const canvas = (page) => page.locator(".mapbox canvas");

test("clicking an entry on the map shows it and marks it in the list", async ({ page, request, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/?text=morgenrot");
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".map-attribution")).toBeVisible();
  const query = '{ actor(slug: "morgenrotfaehre") { location { longitude latitude } } }';
  const { data } = await (await request.post("/graphql", { data: { query } })).json();
  const { bounds } = await (await request.get("/tiles.json")).json();
  const box = await canvas(page).boundingBox();
  const chosen = page.locator("[data-chosen]").getByRole("link", { name: "Morgenrotfähre Wanne e. V." });
  await expect(async () => {
    await canvas(page).click({ position: onMap(data.actor.location, bounds, box) });
    await expect(chosen).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(chosen).toHaveAttribute("href", "/organisation/morgenrotfaehre");
  await expect(page.locator(".card[aria-current]")).toContainText("Morgenrotfähre");
  expect(complaints).toEqual([]);
});

test("the keyboard moves the map and opens what lies in the middle", async ({ page }) => {
  await page.goto("/?text=morgenrot&district=wanne");
  await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  await canvas(page).focus();
  await expect(page.locator(".map-cross")).toBeVisible();
  await expect(canvas(page)).toHaveAttribute("aria-description", /Pfeiltasten/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Näher heran" }).press("Enter");
  await page.getByRole("button", { name: "Weiter weg" }).press("Enter");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("the map is not loaded before somebody opens it", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/?theme=language", { waitUntil: "networkidle" });
    expect(asked.filter((url) => /map|tiles/.test(new URL(url).pathname))).toEqual([]);
    await page.locator(".mapbox > summary").tap();
    await expect(canvas(page)).toBeVisible({ timeout: 30_000 });
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the districts are drawn with their numbers", async ({ page }) => {
    await page.goto("/ar/?theme=language");
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
