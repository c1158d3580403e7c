// What people take along from the pages: a shortlist, a shared address, and the way out of a page on protection.
import { expect, test } from "@playwright/test";

test("what is ticked among results is carried along and shown", async ({ page }) => {
  await page.goto("/?theme=language");
  const name = await page.locator(".card h2").first().textContent();
  await page.getByRole("checkbox", { name }).check();
  await expect(page).toHaveURL(/shortlist=/);
  await page.getByRole("button", { name: "Merkliste zeigen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Merkliste");
  await expect(page.locator(".card h2")).toHaveText([name]);
  await page.getByRole("link", { name: "Weitere suchen" }).click();
  await expect(page.getByRole("checkbox", { name })).toBeChecked();
});

test("what is kept on a page of its own joins what was ticked before", async ({ page }) => {
  await page.goto("/?theme=language");
  const names = await page.locator(".card h2").allTextContents();
  await page.getByRole("checkbox", { name: names[0] }).check();
  await expect(page).toHaveURL(/shortlist=/);
  await page.locator(".card h2").getByRole("link", { name: names[1] }).click();
  await page.getByRole("link", { name: "Merken" }).click();
  await expect(page.locator(".card h2")).toHaveText([names[0], names[1]]);
  await page.getByRole("link", { name: "Weitere suchen" }).click();
  await page.goto(page.url().replace("/?", "/offers?"));
  await page.locator(".card h2").getByRole("link").first().click();
  await page.getByRole("link", { name: "Merken" }).click();
  await expect(page.locator(".card h2")).toHaveCount(3);
});

test("an address is shared with what the device has", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = async ({ url }) => {
      document.title = url;
    };
  });
  await page.goto("/organisation/morgenrotfaehre");
  await page.getByRole("link", { name: "Teilen" }).click();
  await expect(page).toHaveTitle(/\/organisation\/morgenrotfaehre$/);
});

test("who leaves a page on protection does not come back to it", async ({ page }) => {
  await page.route("https://www.wikipedia.org/", (route) => route.fulfill({ body: "elsewhere" }));
  await page.goto("/theme/language");
  await page.goto("/theme/women.protection");
  await page.getByRole("link", { name: "Seite schnell verlassen" }).click();
  await expect(page).toHaveURL("https://www.wikipedia.org/");
  await page.goBack();
  await expect(page).toHaveURL(/\/theme\/language$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a page is shared by mail, kept by its form and left by a link", async ({ page }) => {
    await page.goto("/theme/women.protection");
    await expect(page.getByRole("link", { name: "Seite schnell verlassen" })).toHaveAttribute("href", "https://www.wikipedia.org/");
    await page.goto("/organisation/morgenrotfaehre");
    await expect(page.getByRole("link", { name: "Teilen" })).toHaveAttribute("href", /^mailto:\?subject=.*morgenrotfaehre$/);
    await page.goto("/?theme=language");
    await page.locator(".pick input").first().check();
    await page.getByRole("button", { name: "Merkliste zeigen" }).click();
    await expect(page.locator(".card")).toHaveCount(1);
  });
});

test("where the device shares nothing, the address is copied, and that is said", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => delete Navigator.prototype.share);
  await page.goto("/organisation/morgenrotfaehre");
  await page.getByRole("link", { name: "Teilen", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Link kopiert" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/organisation/morgenrotfaehre`);
});
