// Members look after the entry of their association: on a phone, by keyboard, without script, for everybody.
import { expect, test } from "@playwright/test";
import { signInOnPage, suitsEverybody, unfold } from "./account.mjs";
import { pressEnter, watch } from "./pages.mjs";

const email = process.env.BRUECKE_MEMBER;
const entry = "/my/morgenrotfaehre";

test.use({ viewport: { width: 390, height: 844 } });

const signIn = (page, language) => signInOnPage(page, language, email, "/my");

for (const language of ["de", "ar"]) {
  test(`the pages of members (${language}) suit everybody`, async ({ page, baseURL }) => {
    // Seven long pages in two themes.
    test.slow();
    const complaints = watch(page, baseURL);
    await signIn(page, language);
    await suitsEverybody(page);
    for (const path of [entry, `${entry}/offers/new`, `${entry}/events/new`, `${entry}/cooperation`, `${entry}/contacts/new`, `${entry}/people`]) {
      await page.goto(`${path}?language=${language}`);
      await suitsEverybody(page);
    }
    await page.goto(`${entry}?language=${language}`);
    for (const summary of await page.locator("#form > details.part > summary").all()) await summary.press("Enter");
    await page.locator("#field-themes summary").click();
    await suitsEverybody(page);
    await page.locator("#field-phone").fill("ruft an");
    await page.locator("#field-phone").press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await suitsEverybody(page);
    expect(complaints).toEqual([]);
  });
}

test("one proposes by keyboard, is told what is wrong, and takes it back", async ({ page }) => {
  await signIn(page, "de");
  await page.getByRole("link", { name: "Morgenrotfähre" }).focus();
  await page.keyboard.press("Enter");
  await unfold(page, "openingHours");
  await page.locator("#field-openingHours").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("irgendwann");
  await page.keyboard.press("Enter");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("verstehen wir so nicht");
  await alert.getByRole("link", { name: "Öffnungszeiten" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#field-openingHours")).toHaveValue("irgendwann");
  await page.locator("#field-openingHours").fill("Di und Do 17-19 Uhr");
  await page.getByRole("button", { name: "Prüfen, ohne zu speichern" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#form table.hours")).toContainText("17:00–19:00");
  await page.getByRole("button", { name: "An die Redaktion senden" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Die Redaktion sieht es sich an");
  await expect(page.locator("#proposals")).toContainText("Wartet auf die Redaktion");
  await page.getByRole("button", { name: /^Zurückziehen: Morgenrotfähre/ }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("zurückgezogen");
});

test("a tap on the map says where the entry is, and so does Enter", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await signIn(page, "de");
  await page.goto(`${entry}?language=de`);
  await unfold(page, "activeIn");
  const point = page.getByLabel("Punkt auf der Karte", { exact: true });
  const before = await point.inputValue();
  await pressEnter(page.getByRole("button", { name: "Auf der Karte zeigen und setzen" }));
  const map = page.locator("#form .placemap canvas");
  await expect(map).toBeVisible();
  await expect(page.locator("#form .placemap .maplibregl-marker")).toBeVisible();
  await suitsEverybody(page);
  await map.click({ position: { x: 60, y: 60 } });
  await expect(point).not.toHaveValue(before);
  const tapped = await point.inputValue();
  expect(tapped).toMatch(/^\d\d\.\d{3,6}, \d\.\d{3,6}$/);
  await map.focus();
  await page.keyboard.press("Enter");
  await expect(point).not.toHaveValue(tapped);
  await page.getByRole("button", { name: "Karte schließen" }).click();
  await expect(map).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("from their account members find back to their entries", async ({ page }) => {
  await signIn(page, "de");
  await page.getByRole("link", { name: "Mein Konto" }).first().click();
  await page.getByRole("link", { name: "Meine Einträge" }).press("Enter");
  await expect(page.getByRole("link", { name: "Morgenrotfähre" }).first()).toBeVisible();
});

test("one invites somebody else for the entry, and withdraws it", async ({ page }) => {
  await signIn(page, "de");
  await page.goto(`${entry}?language=de`);
  await page.getByRole("link", { name: "Noch jemanden einladen" }).press("Enter");
  await page.getByLabel("Name (freiwillig)").fill("https://gewinn.example");
  await page.getByLabel("E-Mail-Adresse").fill("otto@verein.example");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("kein Name");
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue("otto@verein.example");
  await page.getByLabel("Name (freiwillig)").fill("Otto Quast");
  await page.keyboard.press("Enter");
  await expect(page.locator("code.secret")).toContainText("/invitation/");
  await pressEnter(page.getByRole("button", { name: "Zurückziehen: otto@verein.example" }));
  // What was sent is not offered again as if it had not been.
  await expect(page.getByRole("status")).toContainText("gilt nicht mehr");
});

/** The form of an offer of the entry that says whether it takes people on. */
const availability = (page, title, word = "Plätze frei") =>
  page.locator("form.availability", { has: page.getByRole("button", { name: `${word}: ${title}`, exact: true }) });

test("one tap says that places are free, by keyboard too, and everybody sees it", async ({ page }) => {
  await signIn(page, "de");
  await page.goto(`${entry}?language=de#offers`);
  const title = "Begleitung zum Elternsprechtag";
  const form = availability(page, title);
  await form.getByLabel("Wie viele Plätze?").fill("4");
  await pressEnter(form.getByRole("button", { name: `Plätze frei: ${title}` }));
  await expect(page.getByRole("status")).toContainText("Gespeichert und öffentlich");
  await expect(form).toContainText("4 Plätze frei");
  await suitsEverybody(page);
  await page.goto("/offers?availability=places-free");
  await expect(page.locator(".cards .card", { hasText: title })).toContainText("4 Plätze frei");
  await page.locator(".chips").getByRole("link", { name: /Plätze frei/ }).first().click();
  await expect(page).toHaveURL(/\/offers$/);
  await page.goto(`${entry}?language=ar#offers`);
  await expect(availability(page, title, "أماكن متاحة")).toContainText(/4\u2069? أماكن متاحة/);
  await suitsEverybody(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(sideways).toBe(false);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("one says that the place is secret, and sees before it is sent what that means", async ({ page }) => {
    await signIn(page, "de");
    await page.goto(`${entry}?language=de`);
    await unfold(page, "activeIn");
    const point = page.getByLabel("Punkt auf der Karte", { exact: true });
    await point.fill("");
    await page.getByRole("radio", { name: /geheim/ }).check();
    await page.getByRole("button", { name: "An die Redaktion senden" }).click();
    await expect(page.getByRole("alert")).toContainText("Diese Adresse finden wir nicht");
    await expect(page.getByRole("radio", { name: /geheim/ })).toBeChecked();
    await point.fill("51,5386 7,2257");
    await page.getByRole("button", { name: "Prüfen, ohne zu speichern" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(point).toHaveValue("51,5386 7,2257");
    await expect(page.getByRole("radio", { name: /geheim/ })).toBeChecked();
  });

  test("one adds somebody to speak to: others see only what the person agreed to", async ({ page }) => {
    await signIn(page, "de");
    await page.goto(`${entry}?language=de#contacts`);
    await page.getByRole("link", { name: "Ansprechperson hinzufügen" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Ada Beispiel");
    await page.getByLabel("Name: Wer darf das sehen?").selectOption("public");
    await page.getByLabel("Telefon", { exact: true }).fill("02323 777001");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("alert")).toContainText("Ohne Zustimmung");
    await expect(page.getByLabel("Telefon", { exact: true })).toHaveValue("02323 777001");
    await page.getByLabel("Die Person ist einverstanden.").check();
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("status")).toContainText("nur, was Sie erlaubt haben");
    await expect(page.locator("#contacts")).toContainText("02323 777001 – nur wir und die Redaktion");
    await expect(page.locator("#right .seen")).toContainText("Ada Beispiel");
    await expect(page.locator("#right .seen")).not.toContainText("02323 777001");
    await page.locator("#contacts").getByRole("link", { name: "Ada Beispiel" }).click();
    await page.getByRole("button", { name: "Zustimmung zurücknehmen" }).click();
    await expect(page.getByRole("status")).toContainText("nichts mehr");
    await expect(page.locator("#right .seen")).not.toContainText("Ada Beispiel");
  });

  test("one proposes an offer", async ({ page }) => {
    await signIn(page, "de");
    await page.goto(`${entry}/offers/new?language=de`);
    await page.getByLabel("Beschreibung (Deutsch)").fill("Wir füllen zusammen aus.");
    await page.getByRole("button", { name: "An die Redaktion senden" }).click();
    await expect(page.getByRole("alert")).toContainText("fehlt");
    await expect(page.getByLabel("Beschreibung (Deutsch)")).toHaveValue("Wir füllen zusammen aus.");
    await page.locator("#field-title-de").fill("Formularhilfe");
    await page.getByLabel("Art", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "An die Redaktion senden" }).click();
    await expect(page.locator("#proposals")).toContainText("Formularhilfe");
  });

  test("one says that an offer rests, is told what is wrong with the day, and takes it back", async ({ page }) => {
    await signIn(page, "de");
    await page.goto(`${entry}?language=de#offers`);
    const title = "Ehrenamtliche für die Kinderbetreuung gesucht";
    const form = availability(page, title);
    const day = await form.getByLabel("Gilt bis").inputValue();
    await form.getByLabel("Gilt bis").fill("2020-01-01");
    await form.getByRole("button", { name: `Pausiert: ${title}` }).click();
    await expect(form.getByRole("alert")).toContainText("liegt in der Vergangenheit");
    await expect(form.getByLabel("Gilt bis")).toHaveValue("2020-01-01");
    await form.getByLabel("Gilt bis").fill(day);
    await form.getByRole("button", { name: `Pausiert: ${title}` }).click();
    await expect(page.getByRole("status")).toContainText("Gespeichert und öffentlich");
    await expect(form).toContainText("Pausiert gilt bis");
    await form.getByRole("button", { name: `Nichts mehr angeben: ${title}` }).click();
    await expect(form).toContainText("steht noch nicht da");
  });
});
