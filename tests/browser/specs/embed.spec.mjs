// The frame for other sites, and the builder of the line to paste.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { strict, test } from "./elsewhere.mjs";
import { watch } from "./pages.mjs";

test("a frame on a strict page shows the list and the map", async ({ page, baseURL, elsewhere }) => {
  const source = `${baseURL}/embed?theme=language&amp;district=wanne&amp;lang=en`;
  await page.goto(elsewhere(`<iframe src="${source}" title="Verzeichnis" width="900" height="640"></iframe>`, strict(baseURL)));
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link", { name: /^Morgenrotfähre/ })).toBeVisible();
  await expect(frame.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
  await expect(frame.getByLabel("Theme")).toHaveValue("language");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test("a frame in a sandbox, as content systems put it, shows the same", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(`<iframe sandbox="allow-scripts" src="${baseURL}/embed?theme=language" title="Verzeichnis" width="900" height="640"></iframe>`));
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[part~=entry]").first()).toBeVisible();
  await expect(frame.locator("bruecke-map canvas, bruecke-map img").first()).toBeVisible({ timeout: 30_000 });
});

test("who looks for protection leaves the page around as well", async ({ page, baseURL, elsewhere }) => {
  await page.route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Wetter</title>" }));
  const source = `${baseURL}/embed?theme=women.protection&amp;view=list`;
  await page.goto(elsewhere(`<iframe src="${source}" title="Verzeichnis" width="390" height="640"></iframe>`));
  const exit = page.frameLocator("iframe").getByRole("link", { name: "Seite schnell verlassen" });
  await expect(exit).toBeInViewport();
  await exit.click();
  await expect(page).toHaveTitle("Wetter");
});

test("a pasted profile becomes a frame of that entry", async ({ page, request, baseURL, elsewhere }) => {
  await page.goto("/organisation/morgenrotfaehre");
  const discovery = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  const { html, width, title } = await (await request.get(`${discovery}&maxwidth=500`)).json();
  expect([width, title]).toEqual([500, "Morgenrotfähre Wanne e. V."]);
  await page.goto(elsewhere(html));
  await expect(page.frameLocator("iframe").getByRole("link", { name: /^Morgenrotfähre/ })).toBeVisible();
});

test("the builder makes a line that works as it stands", async ({ page, context, baseURL, elsewhere }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/embed/builder");
  await page.getByLabel("Thema").selectOption({ label: "Sprache" });
  await page.getByLabel("Stadtteil", { exact: true }).selectOption({ label: "Wanne (Stadtbezirk)" });
  await page.getByRole("checkbox", { name: "Diese Auswahl" }).nth(1).check();
  await page.getByLabel("Ansicht").selectOption({ label: "Nur Liste" });
  const line = page.getByRole("textbox", { name: "Die Zeile für Ihre Seite" });
  await expect(line).toHaveValue(
    `<script type="module" src="${baseURL}/widget.js"></script><bruecke-directory theme="language" district="wanne" view="list" locked="district"></bruecke-directory>`,
  );
  await expect(page).toHaveURL(/theme=language.*view=list/);
  const preview = page.frameLocator("iframe.preview");
  await expect(preview.getByRole("link", { name: /^Morgenrotfähre/ })).toBeVisible();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Kopieren" }).first().click();
  await expect(page.getByText("Kopiert", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line.inputValue());
  expect(complaints).toEqual([]);
  await page.goto(elsewhere(await line.inputValue()));
  await expect(page.locator("[part=locked]")).toContainText("Wanne");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the builder makes the line, and a frame leads to the search", async ({ page }) => {
    await page.goto("/embed/builder");
    await page.getByLabel("Thema").selectOption({ label: "Gesundheit" });
    await page.getByRole("button", { name: "Vorschau erneuern" }).click();
    await expect(page.getByRole("textbox", { name: "Die Zeile für Ihre Seite" })).toHaveValue(/theme="health"/);
    await page.goto("/embed?theme=health&lang=tr");
    await expect(page.getByRole("link")).toHaveAttribute("href", "/tr/?theme=health");
  });
});

test("the keyboard alone makes a line", async ({ page }) => {
  await page.goto("/embed/builder");
  await page.getByLabel("Thema").focus();
  await page.keyboard.type("Sprache");
  await expect(page.getByRole("textbox", { name: "Die Zeile für Ihre Seite" })).toHaveValue(/theme="language"/);
  await page.getByRole("button", { name: "Kopieren" }).first().focus();
  await expect(page.getByRole("button", { name: "Kopieren" }).first()).toBeFocused();
});
