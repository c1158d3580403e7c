// Who may show the frame, as browsers hold to it. The service of these tests names two partners, whose pages are made
// up here.
import { expect, test } from "@playwright/test";

const service = process.env.BRUECKE_PARTNERS_URL;
test.use({ baseURL: service });

/** Opens a page of another site with a frame on it, and gives the frame. */
async function shownBy(page, site, query) {
  const body = `<!doctype html><html lang="de"><title>Seite</title><iframe src="${service}/embed?${query}" title="Verzeichnis" width="900" height="640"></iframe>`;
  await page.route(`${site}/`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await page.goto(`${site}/`);
  return page.frameLocator("iframe");
}

const STADT = "http://stadt.example";
const VEREIN = "http://verein.example";
const ENTRY = "[part~=entry]";

for (const [site, query] of [
  [STADT, "partner=stadt-herne&theme=language"],
  [VEREIN, "partner=verein&theme=language"],
  [VEREIN, "theme=language"],
]) {
  test(`${site} shows ?${query}`, async ({ page }) => {
    const frame = await shownBy(page, site, query);
    await expect(frame.locator(ENTRY).first()).toBeVisible();
  });
}

for (const [site, query] of [
  [VEREIN, "partner=stadt-herne&theme=language"],
  ["http://fremd.example", "partner=stadt-herne&theme=language"],
  ["http://fremd.example", "theme=language"],
]) {
  test(`the browser refuses ?${query} on ${site}`, async ({ page }) => {
    const told = [];
    page.on("console", (message) => told.push(message.text()));
    const frame = await shownBy(page, site, query);
    await expect(() => expect(told.join("\n")).toContain("frame-ancestors")).toPass();
    await expect(frame.locator("bruecke-directory")).toHaveCount(0);
  });
}

test("the element is for every site, whoever is named", async ({ page }) => {
  const body = `<!doctype html><html lang="de"><title>Seite</title><script type="module" src="${service}/widget.js"></script><bruecke-directory view="list"></bruecke-directory>`;
  await page.route("http://fremd.example/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await page.goto("http://fremd.example/");
  await expect(page.locator(ENTRY).first()).toBeVisible();
});

test("a partner that nobody knows is told in the frame's own words", async ({ page }) => {
  const frame = await shownBy(page, STADT, "partner=amt&lang=tr");
  await expect(frame.getByRole("alert")).toContainText("allowed are stadt-herne, verein");
  await expect(frame.locator("html")).toHaveAttribute("lang", "tr");
});

test("the builder writes the partner into the frame, and shows what it will be", async ({ page }) => {
  await page.goto("/embed/builder?theme=language");
  await page.getByLabel("Website von").selectOption({ label: "Verein" });
  await expect(page.getByRole("textbox", { name: "Wenn Ihre Seite keine Skripte erlaubt" })).toHaveValue(/\/embed\?theme=language&amp;partner=verein"/);
  await expect(page.getByRole("textbox", { name: "Die Zeile für Ihre Seite" })).toHaveValue(/theme="language"><\/bruecke-directory>$/);
  await expect(page.frameLocator("iframe.preview").locator(ENTRY).first()).toBeVisible();
});
