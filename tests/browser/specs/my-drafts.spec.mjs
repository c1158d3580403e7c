// What members type is never lost: a reload, a link away, the back button, a session that ends, a server that is gone.
import { expect, test } from "@playwright/test";
import { signInOnPage, suitsEverybody, unfold } from "./account.mjs";

const email = process.env.BRUECKE_MEMBER;
const entry = "/my/morgenrotfaehre";
const form = `${entry}/events/new?language=de`;

test.use({ viewport: { width: 390, height: 844 } });

/** The field of an event that is typed into here. */
const text = (page) => page.locator("#field-description-de");

const keys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("bruecke-form:")));

/** Types into the form once its script watches it. */
async function type(page, words) {
  await expect
    .poll(async () => {
      await text(page).fill("");
      await text(page).fill(words);
      return (await keys(page)).length;
    })
    .toBe(1);
}

test.beforeEach(async ({ page }) => signInOnPage(page, "de", email, "/my"));

test("a reload, a link away and the back button bring back what was typed, and it can be discarded", async ({ page }) => {
  await page.goto(form);
  await type(page, "Wir lesen zusammen.");
  await page.reload();
  await expect(text(page)).toHaveValue("Wir lesen zusammen.");
  await expect(page.locator(".restored")).toContainText("Gespeichert ist es noch nicht");
  await suitsEverybody(page);
  await page.getByRole("link", { name: "Meine Einträge" }).first().click();
  await page.goBack();
  await expect(text(page)).toHaveValue("Wir lesen zusammen.");
  await page.locator(".restored").getByRole("button", { name: "Verwerfen" }).click();
  await expect(text(page)).toHaveValue("");
  expect(await keys(page)).toEqual([]);
});

test("who leaves with something typed is warned, and who has typed nothing is not", async ({ page }) => {
  const dialogues = [];
  page.on("dialog", (dialogue) => {
    dialogues.push(dialogue.type());
    void dialogue.accept();
  });
  await page.goto(form);
  await page.goto(`${entry}?language=de`);
  expect(dialogues).toEqual([]);
  await page.goto(form);
  await type(page, "Noch nicht fertig");
  await page.goto(`${entry}?language=de`);
  expect(dialogues).toEqual(["beforeunload"]);
});

test("a session that ends in the middle comes back to the form with what was typed, and sending it takes the draft away", async ({ page }) => {
  await page.goto(form);
  await type(page, "Wir kochen zusammen.");
  await page.locator("#field-title-de").fill("Kochabend");
  await page.locator("#field-startsAt").fill("2031-05-01T18:00");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "An die Redaktion senden" }).click();
  await expect(page).toHaveURL(/\/login\?/);
  await page.locator("#login-email").fill(email);
  await page.locator("#login-password").fill(process.env.BRUECKE_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/events\/new/);
  await expect(page.locator("#field-title-de")).toHaveValue("Kochabend");
  await expect(text(page)).toHaveValue("Wir kochen zusammen.");
  await page.getByRole("button", { name: "An die Redaktion senden" }).click();
  await expect(page.getByRole("status").first()).toContainText("Die Redaktion sieht es sich an");
  await expect.poll(() => keys(page)).toEqual([]);
});

test("what is wrong is told with what was typed, and a reload of the form has it still", async ({ page }) => {
  await page.goto(form);
  await type(page, "Ohne Titel");
  await page.getByRole("button", { name: "An die Redaktion senden" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(text(page)).toHaveValue("Ohne Titel");
  await page.goto(form);
  await expect(text(page)).toHaveValue("Ohne Titel");
});

test("a server that is gone loses nothing", async ({ page }) => {
  await page.goto(form);
  await type(page, "Im Funkloch");
  await page.context().setOffline(true);
  const failure = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await page.getByRole("button", { name: "An die Redaktion senden" }).click();
  await failure;
  await page.context().setOffline(false);
  await page.goto(form);
  await expect(text(page)).toHaveValue("Im Funkloch");
});

test("who signs out leaves nothing on the device, and passwords are never kept", async ({ page }) => {
  await page.goto(form);
  await type(page, "Geheim");
  await page.goto("/account?language=de");
  await page.locator("input[type=password]").first().fill("drei kleine Boote");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("Boote");
  await page.getByRole("button", { name: "Abmelden", exact: true }).click();
  await expect(page).toHaveURL(/\/login/);
  expect(await keys(page)).toEqual([]);
});

for (const [language, day, school] of [["de", "Dienstag", "Schulferien"], ["tr", "Salı", "Okul tatilleri"], ["ar", "الثلاثاء", "العطل المدرسية"]]) {
  test(`hours are chosen by days and times (${language})`, async ({ page }) => {
    await page.goto(`${entry}?language=${language}`);
    await unfold(page, "openingHours");
    const helper = page.locator("#change .hours-helper");
    await helper.locator("summary").click();
    const rows = helper.locator(".hours-row");
    while ((await rows.count()) > 0) await rows.first().getByRole("button").click();
    await helper.locator("details > button").click();
    await rows.getByRole("checkbox", { name: day, exact: true }).check();
    await rows.locator("input[type=time]").first().fill("10:00");
    await rows.locator("input[type=time]").last().fill("13:00");
    await expect(page.locator("#field-openingHours")).toHaveValue("Tu 10:00-13:00");
    await helper.locator("details > button").click();
    await rows.last().getByRole("checkbox", { name: school, exact: true }).check();
    await rows.last().getByRole("checkbox").last().check();
    await expect(page.locator("#field-openingHours")).toHaveValue("Tu 10:00-13:00; SH off");
    await suitsEverybody(page);
  });
}

test("hours are understood in the language of the page", async ({ page }) => {
  await page.goto(`${entry}?language=tr`);
  await unfold(page, "openingHours");
  await page.locator("#field-openingHours").fill("Salı ve perşembe 10:00-13:00");
  await page.locator("#change button[name=check]").click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("#change table.hours")).toContainText("10:00–13:00");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("ending a cooperation is asked before it is done", async ({ page }) => {
    await page.goto(`${entry}?language=de`);
    const end = page.locator("#cooperation .question").filter({ hasText: "Beenden" }).first();
    await expect(end.getByRole("button")).toBeHidden();
    await end.locator("summary").click();
    await expect(end).toContainText("lässt sich hier nicht zurücknehmen");
    await end.getByRole("button", { name: /^Ja, wirklich/ }).click();
    await expect(page.getByRole("status").first()).toContainText("beendet");
  });
});

test("what is sent before the device knows whose it is leaves no draft behind", async ({ page }) => {
  await page.goto(`${entry}/people?language=de`);
  const mail = page.getByLabel("E-Mail-Adresse");
  await mail.fill("nicht fertig");
  await expect.poll(async () => (await keys(page)).length).toBe(1);
  // What is typed and sent at once, while the page still asks who is signed in.
  let isAsked = false;
  await page.route("**/auth/session", async (route) => {
    isAsked = true;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  page.on("dialog", (dialogue) => void dialogue.accept());
  await page.reload({ waitUntil: "domcontentloaded" });
  await mail.fill("ida@verein.example");
  await page.keyboard.press("Enter");
  await expect(page.locator("code.secret")).toContainText("/invitation/");
  expect(isAsked).toBe(true);
  await expect.poll(() => keys(page)).toEqual([]);
  await expect(page.locator(".restored")).toHaveCount(0);
  await page.unroute("**/auth/session");
  await page.getByRole("button", { name: "Zurückziehen: ida@verein.example" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("gilt nicht mehr");
});
