// What lies below the districts on maps. The services of these tests have a neighbour's style, and a file of tiles.
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

const neighbour = `http://karte.localhost:${process.env.NEIGHBOURS_PORT}`;
const page_of = (name, body) => `http://${name}.localhost:${process.env.NEIGHBOURS_PORT}/?body=${encodeURIComponent(body)}`;

/** The share of what is shown of an element that has such a colour. */
async function share(page, element, kind) {
  const bytes = [...(await element.screenshot())];
  const pixels = await page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    return [...context.getImageData(0, 0, picture.width, picture.height).data];
  }, bytes);
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) found += kind(pixels[at], pixels[at + 1], pixels[at + 2]) ? 1 : 0;
  return found / (pixels.length / 4);
}

const isRed = (red, green, blue) => red > 200 && green < 130 && blue < 130;
const isWater = (red, green, blue) => blue > red + 15 && blue > 200 && red > 150;

/** Whom a page asks, by the beginning of the address. */
function asked(page, start) {
  const told = [];
  page.on("request", (request) => request.url().startsWith(start) && told.push(request.url()));
  return told;
}

test("by default nothing lies below, and nobody else is asked", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  const tiles = asked(page, `${baseURL}/basemap`);
  await page.goto("/?theme=language");
  const canvas = page.locator(".mapbox canvas");
  await expect(canvas).toBeVisible({ timeout: 30_000 });
  expect(await share(page, canvas, isRed)).toBeLessThan(0.05);
  expect([complaints, tiles]).toEqual([[], []]);
});

test.describe("with the style of a neighbour", () => {
  test.use({ baseURL: process.env.BRUECKE_STYLE_URL });

  test("the map asks for it and its tiles, draws them, and says whose they are", async ({ page, baseURL }) => {
    const complaints = watch(page, baseURL);
    const told = asked(page, neighbour);
    await page.goto("/?theme=language");
    const canvas = page.locator(".mapbox canvas");
    await expect(page.locator(".map-attribution").getByRole("link", { name: "© Nachbarkarte" })).toHaveAttribute("href", `${neighbour}/`, { timeout: 30_000 });
    expect(told[0]).toBe(`${neighbour}/map/style.json`);
    expect(told.some((url) => /\/map\/tiles\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true);
    await expect(async () => expect(await share(page, canvas, isRed)).toBeGreaterThan(0.3)).toPass();
    expect(complaints.filter((complaint) => !complaint.startsWith(`asks ${neighbour}/map/`))).toEqual([]);
  });

  test("without the neighbour the map is there without it", async ({ page, context }) => {
    await context.route(`${neighbour}/**`, (route) => route.abort());
    await page.goto("/?theme=language");
    await expect(page.locator(".map-attribution")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("© Nachbarkarte")).toHaveCount(0);
    expect(await share(page, page.locator(".mapbox canvas"), isRed)).toBeLessThan(0.05);
  });

  test("a frame and an element on other sites have it too", async ({ page, baseURL }) => {
    await page.goto(page_of("stadt", `<iframe src="${baseURL}/embed?view=map" title="Karte" width="900" height="640"></iframe>`));
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("© Nachbarkarte")).toBeVisible({ timeout: 30_000 });
    await expect(async () => expect(await share(page, frame.locator("canvas"), isRed)).toBeGreaterThan(0.3)).toPass();
    await page.goto(page_of("stadt", `<script type="module" src="${baseURL}/widget.js"></script><bruecke-directory view="map"></bruecke-directory>`));
    await expect(page.getByText("© Nachbarkarte")).toBeVisible({ timeout: 30_000 });
  });
});

test.describe("with a file of tiles", () => {
  test.use({ baseURL: process.env.BRUECKE_TILES_URL });

  test("the map draws them, and nobody else is asked", async ({ page, baseURL }) => {
    const complaints = watch(page, baseURL);
    const told = asked(page, `${baseURL}/basemap/`);
    await page.goto("/?theme=language");
    const canvas = page.locator(".mapbox canvas");
    await expect(page.locator(".map-attribution")).toContainText("© Eigene Karte", { timeout: 30_000 });
    await expect(async () => expect(await share(page, canvas, isWater)).toBeGreaterThan(0.1)).toPass();
    expect(told.length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
