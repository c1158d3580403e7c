// Suggestions as readers type: on the pages and in the widget, by keyboard, touch and for screen readers.
import AxeBuilder from "@axe-core/playwright";
import { line, test as elsewhereTest } from "./elsewhere.mjs";
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

// Fields to choose from are comboboxes too, and what they offer options.
const field = (page) => page.locator("input[role=combobox]");
const list = (page) => page.getByRole("listbox");
const options = (page) => list(page).getByRole("option");
const active = (page) => page.locator("[role=option][aria-selected=true]");

/** Answers every question for suggestions by what a function of its text says. */
async function answer(page, reply) {
  await page.route("**/graphql?*", async (route) => {
    const { text, language } = JSON.parse(new URL(route.request().url()).searchParams.get("variables"));
    if (text === undefined) return route.continue();
    return reply(text, language, route);
  });
}

/** An answer with themes of these labels. */
const themes = (...labels) => ({
  json: { data: { suggest: labels.map((label) => ({ __typename: "Theme", slug: "language", label, context: null })) } },
});

test("suggestions stand in groups, of which the keyboard reaches each", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/");
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await field(page).pressSequentially("Deutschk");
  await expect(list(page)).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(field(page)).toHaveAttribute("aria-controls", await list(page).getAttribute("id"));
  await expect(list(page)).toHaveAccessibleName("Vorschläge");
  await expect(page.getByRole("group", { name: "Themen" }).getByRole("option", { name: /^Deutschkurse/ })).toBeVisible();
  await expect(page.getByRole("group", { name: "Fragen" }).getByRole("option", { name: "Deutschkurs in Wanne (Fragen)" })).toBeVisible();
  const count = await options(page).count();
  await expect(page.getByRole("status").filter({ hasText: "Vorschl" })).toHaveText(`${count} Vorschläge`);
  // Nothing is chosen before a reader chooses it.
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant", /./);
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", await options(page).first().getAttribute("id"));
  await expect(active(page)).toHaveCount(1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).nth(count - 2)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant", /./);
  expect(await field(page).evaluate((input) => input.selectionStart)).toBe(0);
  // Escape closes, then clears; Alt and the arrow open again.
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue("Deutschk");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(list(page)).toBeVisible();
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await field(page).focus();
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
  expect(complaints).toEqual([]);
});

for (const [text, sort, name, address] of [
  ["Deutschkurs in W", "Fragen", /^Deutschkurs in Wanne \(/, "/?theme=language.german&district=wanne&question=Deutschkurs+in+Wanne"],
  ["deutschk", "Themen", /^Deutschkurse/, "/?theme=language.german"],
  ["wanne", "Orte", /^Wanne \(Stadtbezirk\)/, "/?district=wanne"],
  ["rumän", "Gesprochene Sprachen", /^Rumänisch/, "/?language=ro"],
  ["Formular", "Angebote", /^Formularhilfe/, /\/offer\/formularhilfe-[0-9a-z]{26}$/],
  ["Fördermittelf", "Termine", /^Fördermittelforum/, /\/event\/foerdermittelforum-[0-9a-z]{26}$/],
  ["quittenlat", "Organisationen", /^Frauencafé Quittenlaterne/, /^[^?]*\/organisation\/quittenlaterne$/],
]) {
  test(`a suggestion of the group ${sort} leads where it says`, async ({ page }) => {
    await page.goto("/");
    await field(page).fill(text);
    await page.getByRole("group", { name: sort }).getByRole("option", { name }).first().click();
    await expect(page).toHaveURL(address);
  });
}

test("Enter searches for what was typed where nothing is chosen", async ({ page }) => {
  await page.goto("/");
  await field(page).fill("quitten");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?text=quitten");
});

test("the open list has no faults that a screen reader meets, light and dark", async ({ page }) => {
  for (const [colorScheme, path] of [["light", "/"], ["dark", "/ar/"]]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await field(page).fill(path === "/" ? "Deutsch" : "العرب");
    await expect(list(page)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    const { violations } = await new AxeBuilder({ page }).include(".searchbox").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), path).toEqual([]);
  }
});

test("an older answer never takes the place of a newer one", async ({ page }) => {
  let release = () => {};
  const late = new Promise((resolve) => {
    release = resolve;
  });
  let first = true;
  await answer(page, async (text, _, route) => {
    if (text === "alt") {
      first = false;
      await late;
    }
    await route.fulfill(themes(`zu ${text}`)).catch(() => {});
  });
  await page.goto("/");
  await field(page).fill("alt");
  await expect.poll(() => first).toBe(false);
  await field(page).fill("neu");
  await expect(options(page)).toHaveText(["zu neu (Themen)"]);
  release();
  await page.waitForTimeout(300);
  await expect(options(page)).toHaveText(["zu neu (Themen)"]);
});

test("while the service fails it is a plain search field", async ({ page }) => {
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  let asked = 0;
  await answer(page, (_text, _language, route) => {
    asked += 1;
    return route.fulfill({ status: 503, body: "" });
  });
  await page.goto("/");
  await field(page).fill("quitten");
  await expect.poll(() => asked).toBe(1);
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?text=quitten");
  expect(errors).toEqual([]);
});

test("the same text is asked for once, and one letter not at all", async ({ page }) => {
  const asked = [];
  await answer(page, (text, _language, route) => {
    asked.push(text);
    return route.fulfill(themes(text));
  });
  await page.goto("/");
  await field(page).fill("d");
  await page.waitForTimeout(400);
  await field(page).fill("de");
  await expect(options(page)).toHaveText(["de (Themen)"]);
  await field(page).fill("deu");
  await expect(options(page)).toHaveText(["deu (Themen)"]);
  await field(page).fill("de");
  await expect(options(page)).toHaveText(["de (Themen)"]);
  expect(asked).toEqual(["de", "deu"]);
});

test("what an input method puts together is neither asked for nor sent", async ({ page }) => {
  const asked = [];
  await answer(page, (text, _language, route) => {
    asked.push(text);
    return route.fulfill(themes(text));
  });
  await page.goto("/");
  await field(page).focus();
  const keys = await page.context().newCDPSession(page);
  await keys.send("Input.imeSetComposition", { text: "かん", selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  // This Enter ends the composition, and no more.
  await field(page).evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })),
  );
  await expect(page).toHaveURL("/");
  await keys.send("Input.insertText", { text: "感じ" });
  await expect(options(page)).toHaveText(["感じ (Themen)"]);
  expect(asked).toEqual(["感じ"]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("every suggestion is as large as a finger, and nothing below moves", async ({ page }) => {
    await page.goto("/ar/");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    const top = () => page.locator("main").evaluate((main) => main.getBoundingClientRect().height);
    const before = await top();
    await field(page).fill("العرب");
    await expect(list(page)).toBeVisible();
    expect(await top()).toBe(before);
    for (const option of await options(page).all()) {
      expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
    const { x, width } = await list(page).boundingBox();
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    await page.getByRole("group", { name: "لغات" }).getByRole("option").first().tap();
    await expect(page).toHaveURL("/ar/?language=ar");
  });
});

const entries = (page) => page.locator("bruecke-directory [part~=entry]");

elsewhereTest("in the widget a suggestion becomes a filter or a question", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(entries(page)).toHaveCount(12);
  await field(page).fill("Deutschk");
  await expect(list(page)).toBeVisible();
  await expect(page.getByRole("group", { name: "Themen" }).getByRole("option")).not.toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", /./);
  const { violations } = await new AxeBuilder({ page }).include("bruecke-directory").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await page.getByRole("group", { name: "Themen" }).getByRole("option").first().click();
  await expect(page.getByLabel("Thema")).toHaveValue("language.german");
  await expect(field(page)).toHaveValue("");
  await field(page).fill("quittenlat");
  const somebody = page.getByRole("group", { name: "Organisationen" }).getByRole("option").first();
  const [profile] = await Promise.all([page.context().waitForEvent("page"), somebody.click()]);
  await expect(profile).toHaveURL(`${baseURL}/organisation/quittenlaterne`);
});

elsewhereTest("in the widget a question is understood, and what was understood can be taken back", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(entries(page)).toHaveCount(12);
  await field(page).fill("Elternarbeit auf Rumänisch in Wanne");
  await page.keyboard.press("Enter");
  const chips = page.locator("bruecke-directory [part~=chip]");
  await expect(chips).toHaveCount(3);
  await expect(entries(page).first().getByRole("link").first()).toHaveAttribute("href", `${baseURL}/organisation/morgenrotfaehre`);
  const few = await entries(page).count();
  await page.getByRole("button", { name: "Filter entfernen: Rumänisch" }).click();
  await expect(chips).toHaveCount(2);
  await expect.poll(() => entries(page).count()).toBeGreaterThan(few);
  await page.getByRole("button", { name: "Nur genau diese Wörter suchen" }).click();
  await expect(chips).toHaveCount(0);
  await expect(field(page)).toHaveValue("Elternarbeit auf Rumänisch in Wanne");
});

elsewhereTest("the widget speaks its reader's language to the suggestions too", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"'), undefined, "ar"));
  await field(page).fill("العرب");
  await expect(page.getByRole("group", { name: "لغات" }).getByRole("option").first()).toBeVisible();
});

elsewhereTest("what the widget understood is called in its reader's language, and focus stays where readers are", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"'), undefined, "ar"));
  await field(page).fill("مجاني بدون موعد السبت");
  await page.keyboard.press("Enter");
  const chips = page.locator("bruecke-directory [part~=chip]");
  await expect(chips).toHaveCount(3);
  await expect(chips).toContainText(["مجاني", "بدون موعد", "السبت"]);
  for (const left of [2, 1]) {
    await chips.first().click();
    await expect(chips).toHaveCount(left);
    await expect(chips.first()).toBeFocused();
  }
  await chips.first().click();
  await expect(chips).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

elsewhereTest("what must not be is told as such and can be taken back", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await field(page).fill("Deutschkurs nicht in Wanne");
  await page.keyboard.press("Enter");
  const chip = page.locator("bruecke-directory [part~=chip]", { hasText: "nicht: Wanne" });
  await expect(chip).toBeVisible();
  const without = await entries(page).count();
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect.poll(() => entries(page).count()).toBeGreaterThan(without);
});

elsewhereTest("where nobody is found the widget says what helps, and whom to call", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await field(page).fill("Gewaltschutz auf Vietnamesisch");
  await page.keyboard.press("Enter");
  await expect(page.locator("bruecke-directory [part=count]")).toHaveText("Nichts gefunden");
  const help = page.locator("bruecke-directory [part=help]");
  await expect(help.getByRole("link", { name: "110" })).toHaveAttribute("href", "tel:110");
  await expect(help.getByRole("link", { name: "116 016" })).toBeVisible();
  const way = page.locator("bruecke-directory").getByRole("button", { name: /^Ohne „Vietnamesisch“/ });
  await expect(way).toBeVisible();
  await way.click();
  await expect(entries(page).first()).toBeVisible();
  await field(page).fill("kwittenlaterne");
  await page.keyboard.press("Enter");
  await page.locator("bruecke-directory").getByRole("button", { name: "quittenlaterne" }).click();
  await expect(entries(page).first().getByRole("link").first()).toHaveAttribute("href", /quittenlaterne$/);
});
