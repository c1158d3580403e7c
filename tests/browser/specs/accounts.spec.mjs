// Signing in and looking after one's own account: by keyboard, without script, for everybody.
import { expect, test } from "@playwright/test";
import { signInOnPage, suitsEverybody } from "./account.mjs";
import { watch } from "./pages.mjs";

const { BRUECKE_EDITOR: email, BRUECKE_PASSWORD: password } = process.env;

const signIn = (page, language) => signInOnPage(page, language, email, "/account", "/account");

for (const language of ["de", "ar"]) {
  test(`the pages of accounts (${language}) suit everybody`, async ({ page, baseURL }) => {
    const complaints = watch(page, baseURL);
    for (const path of ["/login", "/password/forgotten"]) {
      await page.goto(`${path}?language=${language}`);
      await suitsEverybody(page);
    }
    await signIn(page, language);
    await page.locator("#tokens summary").click();
    await suitsEverybody(page);
    await page.locator("#second-factor-password").fill(password);
    await page.keyboard.press("Enter");
    await expect(page.locator("svg.qr")).toBeVisible();
    await suitsEverybody(page);
    expect(complaints).toEqual([]);
  });
}

test("one comes from the footer, is told what was wrong, and gets in and out by keyboard", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Anmelden" }).click();
  await page.locator("#login-email").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("nicht das Passwort");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("passen nicht zusammen");
  await expect(page.locator("#login-email")).toHaveValue(email);
  await expect(page.locator("#login-password")).toHaveValue("");
  await page.locator("#login-password").focus();
  await page.keyboard.type(password);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // Staff come to their work, and from their account back to it.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Heute zu tun");
  await page.goto("/account?language=de");
  await expect(page.getByRole("link", { name: "Zur Arbeit der Redaktion" })).toHaveAttribute("href", "/console");
  await page.getByRole("button", { name: "Abmelden", exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("abgemeldet");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("one changes one's name", async ({ page }) => {
    await signIn(page, "de");
    await page.locator("#name-name").fill("Ada Beispiel");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("Gespeichert");
    await expect(page.locator("#name-name")).toHaveValue("Ada Beispiel");
  });
});
