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
