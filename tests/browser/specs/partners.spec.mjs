// Who may show the frame, as browsers hold to it. The service of these tests names two partners.
import { expect, test } from "@playwright/test";

const service = process.env.BRUECKE_PARTNERS_URL;
const site = (name) => `http://${name}.localhost:${process.env.NEIGHBOURS_PORT}`;
test.use({ baseURL: service });

/** Opens a page of another site with this on it. */
const open = (page, name, body) => page.goto(`${site(name)}/?body=${encodeURIComponent(body)}`);

/** Opens a page of another site with a frame on it, and gives the frame. */
async function shownBy(page, name, query) {
  await open(page, name, `<iframe src="${service}/embed?${query}" title="Verzeichnis" width="900" height="640"></iframe>`);
  return page.frameLocator("iframe");
}

const ENTRY = "[part~=entry]";

for (const [name, query] of [
  ["stadt", "partner=stadt-herne&theme=language"],
  ["verein", "partner=verein&theme=language"],
  ["verein", "theme=language"],
]) {
  test(`${name} shows ?${query}`, async ({ page }) => {
    const frame = await shownBy(page, name, query);
    await expect(frame.locator(ENTRY).first()).toBeVisible();
  });
}

for (const [name, query] of [
  ["verein", "partner=stadt-herne&theme=language"],
  ["fremd", "partner=stadt-herne&theme=language"],
  ["fremd", "theme=language"],
]) {
  test(`the browser refuses ?${query} on a page of ${name}`, async ({ page }) => {
    const told = [];
    page.on("console", (message) => told.push(message.text()));
    const frame = await shownBy(page, name, query);
    await expect(() => expect(told.join("\n")).toContain("frame-ancestors")).toPass();
    await expect(frame.locator("bruecke-directory")).toHaveCount(0);
  });
}

test("the element is for every site, whoever is named", async ({ page }) => {
  await open(page, "fremd", `<script type="module" src="${service}/widget.js"></script><bruecke-directory view="list"></bruecke-directory>`);
  await expect(page.locator(ENTRY).first()).toBeVisible();
});

test("a partner that nobody knows is told in the frame's own words", async ({ page }) => {
  const frame = await shownBy(page, "stadt", "partner=amt&lang=tr");
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
