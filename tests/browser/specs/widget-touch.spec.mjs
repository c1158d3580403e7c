// <bruecke-directory> under a finger: what is pressed, what is wrong with a suggestion, what is not there.
import { expect } from "@playwright/test";
import { line, test } from "./elsewhere.mjs";

const wanne = 'theme="language" district="wanne"';
const entries = (page) => page.locator("bruecke-directory [part~=entry]");

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("what is pressed can be read while the finger is still on it, and afterwards", async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(line(baseURL, wanne), undefined, "ar"));
    for (const at of [1, 0]) {
      // Browsers on phones go on hovering what was tapped.
      const pressed = page.locator("bruecke-directory .switch button").nth(at);
      await pressed.tap();
      await expect(pressed).toHaveAttribute("aria-pressed", "true");
      await pressed.hover();
      await expect(pressed).toHaveCSS("background-color", "rgb(11, 79, 92)");
      await expect(pressed).toHaveCSS("color", "rgb(255, 255, 255)");
    }
  });

  test("what is wrong with a suggestion is in sight and has the focus", async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(line(baseURL, 'view="list" text="quittenlaterne"')));
    await entries(page).first().getByRole("button", { name: /^Änderung vorschlagen/ }).tap();
    const form = page.getByRole("dialog", { name: "Änderung vorschlagen" });
    const send = form.getByRole("button", { name: "Vorschlag senden" });
    await send.tap();
    await expect(form.getByRole("alert")).toBeFocused();
    await expect(form.getByRole("alert")).toBeInViewport();
    await form.getByLabel("E-Mail").fill("keine Adresse");
    await send.tap();
    await expect(form.getByLabel("E-Mail")).toBeFocused();
    await expect(form.getByLabel("E-Mail")).toBeInViewport();
  });

  test("what is wrong with a new entry is said at its fields", async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(line(baseURL, 'view="list" text="quittenlaterne"')));
    await page.locator("[part=footer] [part=suggest]").tap();
    const form = page.getByRole("dialog");
    await form.getByLabel("Name").fill("Verein ohne Art");
    await form.getByRole("button", { name: "Vorschlag senden" }).tap();
    await expect(form.locator("select[aria-invalid]")).toBeFocused();
    await expect(form.locator("select[aria-invalid]")).toBeInViewport();
  });
});

test("an entry that is not there is said to be missing, without advice that does not fit", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'entry="gibtsnicht"')));
  const message = page.locator("bruecke-directory [part=message]");
  await expect(message).toHaveText("Diesen Eintrag gibt es hier nicht oder nicht mehr.");
});
