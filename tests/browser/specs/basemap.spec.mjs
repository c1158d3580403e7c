// What lies below the districts on maps. The services of these tests have a neighbour's style, and a file of tiles.
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

const neighbour = `http://karte.localhost:${process.env.NEIGHBOURS_PORT}`;
const page_of = (name, body) => `http://${name}.localhost:${process.env.NEIGHBOURS_PORT}/?body=${encodeURIComponent(body)}`;

/** The share of what is shown of an element that is red as the neighbour's tiles are, or blue as water is drawn. */
async function share(page, element, colour) {
  const picture = (await element.screenshot()).toString("base64");
  return page.evaluate(
    async ({ picture, colour }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))]));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
        const isIt = colour === "red" ? red > 200 && green < 130 && blue < 130 : blue > red + 15 && blue > 200 && red > 150;
        if (isIt) found += 1;
      }
      return found / (width * height);
    },
    { picture, colour },
  );
}

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
  expect(await share(page, canvas, "red")).toBeLessThan(0.05);
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
    await expect(async () => expect(await share(page, canvas, "red")).toBeGreaterThan(0.3)).toPass();
    expect(complaints.filter((complaint) => !complaint.startsWith(`asks ${neighbour}/map/`))).toEqual([]);
  });

  test("without the neighbour the map is there without it", async ({ page, context }) => {
    await context.route(`${neighbour}/**`, (route) => route.abort());
    await page.goto("/?theme=language");
    await expect(page.locator(".map-attribution")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("© Nachbarkarte")).toHaveCount(0);
    expect(await share(page, page.locator(".mapbox canvas"), "red")).toBeLessThan(0.05);
  });

  test("a frame and an element on other sites have it too", async ({ page, baseURL }) => {
    await page.goto(page_of("stadt", `<iframe src="${baseURL}/embed?view=map" title="Karte" width="900" height="640"></iframe>`));
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("© Nachbarkarte")).toBeVisible({ timeout: 30_000 });
    await expect(async () => expect(await share(page, frame.locator("canvas"), "red")).toBeGreaterThan(0.3)).toPass();
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
    await expect(async () => expect(await share(page, canvas, "water")).toBeGreaterThan(0.1)).toPass();
    expect(told.length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
