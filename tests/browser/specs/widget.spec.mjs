// <bruecke-directory> on the pages of others.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { line, strict, test, total } from "./elsewhere.mjs";

const wanne = 'theme="language" district="wanne"';
const entries = (page) => page.locator("bruecke-directory [part~=entry]");
const status = (page) => page.locator("bruecke-directory [part=count]");

/** Whom a page asks beside itself and the service, and what it complains of. */
function strangers(page, service) {
  const told = [];
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    const own = page.url() === "about:blank" ? origin : new URL(page.url()).origin;
    if (!["null", service, own].includes(origin) && !request.url().startsWith("data:")) told.push(request.url());
  });
  page.on("pageerror", (error) => told.push(error.message));
  return told;
}

for (const isStrict of [false, true]) {
  test(`one line shows who works on language in Wanne, and asks nobody else${isStrict ? ", under a strict policy" : ""}`, async ({
    page, context, request, baseURL, elsewhere,
  }) => {
    const told = strangers(page, baseURL);
    await page.goto(elsewhere(line(baseURL, wanne), isStrict ? strict(baseURL) : undefined));
    const expected = await total(request, baseURL, { themes: ["language"], districts: ["wanne"] });
    await expect(status(page)).toHaveText(`${expected} Einträge`);
    await expect(entries(page)).toHaveCount(expected);
    await expect(page.getByRole("link", { name: /^Morgenrotfähre Wanne e\. V\./ })).toHaveAttribute("href", `${baseURL}/organisation/morgenrotfaehre`);
    // A strict policy leaves the drawing of the districts; without one there is the map.
    const place = page.locator(isStrict ? "bruecke-map img" : "bruecke-map canvas");
    await expect(place).toBeVisible({ timeout: 30_000 });
    expect(told).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}

test("a policy that also allows workers of the page itself has the map", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, wanne), `${strict(baseURL)}; worker-src blob:`));
  await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("bruecke-map button", { hasText: "+" })).toBeVisible();
});

test("what comes first without the map is at most 30 kB", async ({ page, context, baseURL, elsewhere }) => {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const from = new Map();
  let bytes = 0;
  session.on("Network.requestWillBeSent", ({ requestId, request }) => from.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (from.get(requestId)?.startsWith(baseURL)) bytes += encodedDataLength;
  });
  await page.goto(elsewhere(line(baseURL, `${wanne} view="list"`)), { waitUntil: "networkidle" });
  await expect(entries(page).first()).toBeVisible();
  // Scripts, words and the first answer together.
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(30_000);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test("the list comes first, and the map is loaded once somebody opens it in its place", async ({ page, baseURL, elsewhere }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(elsewhere(line(baseURL, wanne)), { waitUntil: "networkidle" });
    await expect(entries(page).first()).toBeInViewport();
    expect(asked.filter((url) => /\/map-|tiles|map\.svg/.test(new URL(url).pathname))).toEqual([]);
    await page.getByRole("button", { name: "Karte", exact: true }).tap();
    await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
    await expect(entries(page).first()).toBeHidden();
    await page.getByRole("button", { name: "Liste", exact: true }).tap();
    await expect(entries(page).first()).toBeVisible();
  });
});

for (const [attributes, most] of [["", 900], ['height="500"', 500], ['view="list"', 900], ['view="list" height="500"', 500], ['entry="morgenrotfaehre"', 400]]) {
  test(`the page around is no longer than what is shown (${attributes || "as it comes"})`, async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(`${line(baseURL, attributes)}<p id="after">Danach</p>`));
    await expect(entries(page).first()).toBeVisible();
    await expect(page.locator("bruecke-map canvas").or(page.locator("[part=results]")).first()).toBeVisible({ timeout: 30_000 });
    const { height } = await page.locator("bruecke-directory").boundingBox();
    expect(height).toBeLessThanOrEqual(most);
    const [whole, bottom] = await page.evaluate(() => [document.body.scrollHeight, document.getElementById("after").getBoundingClientRect().bottom]);
    expect(whole - bottom).toBeLessThan(40);
  });
}

test("numbers are dialled as on the pages of the directory", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'entry="morgenrotfaehre"')));
  await expect(entries(page).getByRole("link", { name: /02323 9999-10/ })).toHaveAttribute("href", "tel:+492323999910");
});

test("anybody suggests a change inside the widget, and reads what is wrong in their language", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list" text="quittenlaterne"')));
  await entries(page).first().getByRole("button", { name: /^Änderung vorschlagen/ }).click();
  const form = page.getByRole("dialog", { name: "Änderung vorschlagen" });
  await expect(form.getByLabel("Name")).toHaveValue(/Quittenlaterne/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await form.getByLabel("Telefon").fill("keine Nummer");
  await form.getByRole("button", { name: "Vorschlag senden" }).click();
  await expect(form.getByLabel("Telefon")).toBeFocused();
  await expect(form.getByText("ist keine Telefonnummer")).toBeVisible();
  await form.getByLabel("Telefon").fill("02323 9999-98");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await form.getByRole("button", { name: "Vorschlag senden" }).click();
  expect((await sent).headers()["cookie"]).toBeUndefined();
  await expect(page.getByRole("heading", { name: "Danke für Ihren Vorschlag" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("readers filter what is not locked, and the page around learns of it", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(`<div id="around">${line(baseURL, 'theme="language" view="list" locked="theme"')}</div>`));
  await page.evaluate(() => {
    window.told = [];
    for (const name of ["bruecke-ready", "bruecke-filter", "bruecke-select"]) {
      document.getElementById("around").addEventListener(name, ({ detail }) => window.told.push([name, detail]));
    }
  });
  await expect(page.getByLabel("Thema")).toHaveCount(0);
  await expect(page.locator("[part=locked]")).toContainText("Sprache");
  const before = await status(page).textContent();
  await page.getByLabel("Stadtteil").selectOption({ label: "Wanne (Stadtbezirk)" });
  await expect(status(page)).not.toHaveText(before);
  await page.getByLabel("Was suchen Sie?").fill("morgenrot");
  await expect(entries(page)).toHaveCount(1);
  await page.getByLabel("Was suchen Sie?").fill("gibtesnicht");
  await page.getByRole("button", { name: "Alle Einträge zeigen" }).click();
  await expect(status(page)).toHaveText(before);
  const told = await page.evaluate(() => window.told);
  expect(told.some(([name, detail]) => name === "bruecke-filter" && detail.district === "wanne" && detail.theme === "language")).toBe(true);
});

test("further filters come once they are opened, and those that the page has set are not among them", async ({
  page, request, baseURL, elsewhere,
}) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(elsewhere(line(baseURL, 'view="list" wheelchair="yes"')));
  const found = async (filter) => {
    const count = await total(request, baseURL, filter);
    return count === 1 ? "1 Eintrag" : `${count} Einträge`;
  };
  await expect(status(page)).toHaveText(await found({ wheelchair: ["YES"] }));
  expect(asked.filter((path) => /-filters/.test(path))).toEqual([]);
  await page.getByText("Weitere Filter").click();
  const free = page.getByRole("checkbox", { name: "kostenlos" });
  await free.check();
  await expect(status(page)).toHaveText(await found({ wheelchair: ["YES"], freeOfCharge: true }));
  await expect(page.getByRole("checkbox", { name: /Rollstuhl/ })).toHaveCount(0);
  await page.getByLabel("Zielgruppe").selectOption({ label: "Frauen" });
  await page.getByLabel("Wochentag").selectOption({ label: "Dienstag" });
  const all = { wheelchair: ["YES"], freeOfCharge: true, targetGroups: ["women"], weekdays: ["TUESDAY"] };
  expect(await total(request, baseURL, all)).toBeGreaterThan(0);
  await expect(status(page)).toHaveText(await found(all));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);

  // What is no age is told by the field; what nobody meets can be left out by itself.
  const age = page.getByRole("spinbutton", { name: "Alter" });
  await age.fill("130");
  await age.blur();
  expect(await age.evaluate((field) => field.validity.rangeOverflow)).toBe(true);
  await expect(status(page)).toHaveText(await found(all));
  await age.fill("3");
  await age.blur();
  await expect(status(page)).toHaveText("Nichts gefunden");
  await page.getByRole("button", { name: /^Ohne .*Alter: 3/ }).click();
  await expect(status(page)).toHaveText(await found(all));
  await expect(age).toHaveValue("");
  await expect(free).toBeChecked();

  // In another language they are asked for anew, and go on counting.
  const count = await status(page).textContent();
  await page.locator("bruecke-directory").evaluate((element) => element.setAttribute("lang", "en"));
  await expect(page.getByRole("checkbox", { name: "free of charge" })).toBeChecked();
  expect((await status(page).textContent()).match(/\d+/)?.[0]).toBe(count.match(/\d+/)?.[0]);
});

test("with everything locked there is nothing to choose", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, `${wanne} view="list" locked`)));
  await expect(entries(page).first()).toBeVisible();
  await expect(page.locator("bruecke-directory form")).toHaveCount(0);
  await page.locator("bruecke-directory").evaluate((element) => element.setAttribute("district", "eickel"));
  await expect(page.locator("[part=locked]")).toContainText("Eickel");
});

test("the next page comes behind the first, and the focus with it", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(entries(page)).toHaveCount(12);
  await page.getByRole("button", { name: "Weitere anzeigen" }).click();
  await expect(entries(page)).toHaveCount(24);
  await expect(entries(page).nth(12).getByRole("link").first()).toBeFocused();
});

test("Arabic stands from right to left", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, `${wanne} view="list"`), undefined, "ar"));
  await expect(page.getByLabel("الموضوع")).toBeVisible();
  await expect(page.locator("bruecke-directory section")).toHaveAttribute("dir", "rtl");
  await expect(entries(page).first().getByRole("link").first()).toHaveAttribute("href", new RegExp(`^${baseURL}/ar/`));
  await expect(page.locator("bdi[dir=ltr]").first()).toHaveText(/^0/);
});

test("the keyboard alone searches and reaches a profile", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(entries(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("quitten");
  await expect(entries(page)).toHaveCount(1);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: /Quittenlaterne/ }).first();
  await expect(link).toBeFocused();
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
  await expect(opened.getByRole("heading", { level: 1 })).toContainText("Quittenlaterne");
  expect(await opened.evaluate(() => window.opener)).toBeNull();
});

for (const lang of ["de", "ar"]) {
  test(`nothing is wrong for anybody, and 320 pixels are enough (${lang})`, async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(line(baseURL, wanne), undefined, lang));
    await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test("a slow line is told, and so is a service that does not answer", async ({ page, baseURL, elsewhere }) => {
  let answer = "slow";
  await page.route(`${baseURL}/graphql*`, async (route) => {
    if (answer === "none") return route.abort();
    if (answer === "slow") await new Promise((later) => setTimeout(later, 1_500));
    return route.continue();
  });
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(page.locator("bruecke-directory section")).toHaveCount(0);
  await expect(entries(page)).toHaveCount(12);
  await page.getByLabel("Stadtteil").selectOption({ label: "Wanne (Stadtbezirk)" });
  await expect(page.locator("bruecke-directory section")).toHaveAttribute("aria-busy", "true");
  await expect(page.locator("bruecke-directory section")).toHaveAttribute("aria-busy", "false");
  answer = "none";
  await page.getByLabel("Stadtteil").selectOption({ label: "Eickel (Stadtbezirk)" });
  await expect(page.getByRole("alert")).toContainText("antwortet gerade nicht");
  answer = "soon";
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(entries(page).first()).toBeVisible();
});

test("who is offline is told so, and needs to do nothing once the line is back", async ({ page, context, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list"')));
  await expect(entries(page)).toHaveCount(12);
  await context.setOffline(true);
  await page.getByLabel("Was suchen Sie?").fill("morgenrot");
  await expect(page.getByRole("alert")).toContainText("nicht mit dem Internet verbunden");
  await context.setOffline(false);
  await expect(entries(page)).toHaveCount(1);
});

test("where the service cannot be reached at all, what stands in the element stays", async ({ page, baseURL, elsewhere }) => {
  await page.route(`${baseURL}/{graphql,widget/words}**`, (route) => route.abort());
  const body = line(baseURL).replace("></bruecke", '><a href="https://netzwerk.example.org/">Zum Verzeichnis</a></bruecke');
  await page.goto(elsewhere(body));
  await expect(page.getByRole("alert")).toContainText("antwortet gerade nicht");
  await expect(page.getByRole("link", { name: "Zum Verzeichnis" })).toBeVisible();
});

test("who is open now is asked once, however often the element is drawn", async ({ page, baseURL, elsewhere }) => {
  let asked = 0;
  page.on("request", (request) => (asked += request.url() === `${baseURL}/graphql` ? 1 : 0));
  await page.goto(elsewhere(line(baseURL, 'open="now" view="list"')));
  await expect(status(page)).toHaveText(/\S/);
  await page.waitForTimeout(3_000);
  // The page of entries and what filters need; once more where a minute ends meanwhile.
  expect(asked).toBeLessThan(10);
});

test("in layouts that are as wide as what is in them there is room for it", async ({ page, baseURL, elsewhere }) => {
  const layouts = {
    row: (element) => `<div style="display:flex"><nav>Menü</nav>${element}</div>`,
    column: (element) => `<div style="display:flex;flex-direction:column;align-items:center">${element}</div>`,
    grid: (element) => `<div style="display:grid;justify-items:center">${element}</div>`,
    inline: (element) => `<div style="display:inline-block">${element}</div>`,
    float: (element) => `<div style="float:left">${element}</div>`,
    cell: (element) => `<table><tr><td>${element}</td></tr></table>`,
  };
  for (const [name, layout] of Object.entries(layouts)) {
    await page.goto(elsewhere(layout(line(baseURL, `${wanne} view="list"`))));
    await expect(entries(page).first(), name).toBeVisible();
    const { width } = await page.locator("bruecke-directory").boundingBox();
    expect(width, name).toBeGreaterThanOrEqual(300);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, name).toBeLessThanOrEqual(0);
  }
});

test("a wrong attribute is left out, and the console tells what was meant", async ({ page, request, baseURL, elsewhere }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const attributes = 'theme="langage" not_kind="cultur" district="wanne" lon="7.2" lat="99" view="list"';
  await page.goto(elsewhere(line(baseURL, attributes)));
  const expected = await total(request, baseURL, { districts: ["wanne"] });
  await expect(status(page)).toHaveText(`${expected} Einträge`);
  await expect(page.getByRole("alert")).toHaveCount(0);
  for (const word of ["langage", "cultur", "lat:"]) await expect.poll(() => warnings.join("\n")).toContain(word);
});

test("each wrong filter is told in plain words with what is allowed, and what is right of it counts", async ({ page, request, baseURL, elsewhere }) => {
  // What is written, and what the console says of it.
  const wrong = {
    free: ["ja", "allowed are yes"],
    age: ["x", "numbers from 0 to 120"],
    day: ["Montag", "monday, tuesday"],
    wheelchair: ["maybe", "yes, limited, no"],
    theme: ["qqqqq", "language.german"],
    language: ["klingonisch", "such as de, tr"],
    counter_language: ["klingon", "allowed are ar,"],
    kind: ["cultur", "culture"],
    group: ["frauen", "women"],
    open: ["maybe", "allowed are now"],
    network: ["vielleicht", "yes, no"],
    time: ["nachts", "evening"],
    lon: ["7.2", "lon and lat stand together"],
    polygon: ["7 51", "polygon"],
    relation: ["near", "based, active"],
    theme_match: ["some", "all, any"],
    not_district: ["nirgendwo", "wanne"],
    member_of: ["gibt-es-nicht", "slugs of entries"],
    radius: ["weit", "numbers from 1"],
    tiles: ["https://nirgendwo.example/{z}/{x}/{y}", "there is no such attribute; allowed are accent,"],
  };
  const everything = await total(request, baseURL, {});
  const inWanne = await total(request, baseURL, { districts: ["wanne"] });
  const load = async (attributes) => {
    const warnings = [];
    const pictures = [];
    const warned = (message) => message.type() === "warning" && warnings.push(message.text());
    const answered = (response) => /map\.svg|tiles/.test(response.url()) && pictures.push(response.status());
    page.on("console", warned).on("response", answered);
    await page.goto(elsewhere(line(baseURL, attributes)));
    await expect(status(page)).toHaveText(/^(\d+ Einträge|Nichts gefunden)$/);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    page.off("console", warned).off("response", answered);
    expect(pictures.filter((code) => code >= 400), attributes).toEqual([]);
    const shown = await page.locator("bruecke-directory").evaluate(({ shadowRoot }) => shadowRoot.textContent);
    expect(shown).not.toMatch(/allowed|filter\.|Variable|Expected/);
    return warnings.filter((warning) => warning.startsWith("<bruecke-directory>"));
  };
  for (const [name, [value, allowed]] of Object.entries(wrong)) {
    const warnings = await load(`${name}="${value}"`);
    expect(warnings, name).toHaveLength(1);
    expect(warnings[0], name).toContain(allowed);
    expect(warnings[0], name).not.toMatch(/filter\.|\$|Variable|Enum|GraphQL/);
    await expect(status(page), name).toHaveText(`${everything} Einträge`);
  }
  const all = Object.entries(wrong).map(([name, [value]]) => `${name}="${value}"`);
  const warnings = await load(`${all.join(" ")} district="wanne,wannne" view="both"`);
  expect(warnings).toHaveLength(all.length + 1);
  for (const [value] of Object.values(wrong).filter(([value]) => !/^7|^https/.test(value))) expect(warnings.join("\n")).toContain(`"${value}"`);
  expect(warnings.join("\n")).toContain("did you mean");
  await expect(status(page)).toHaveText(`${inWanne} Einträge`);
  expect(await load('free="yes" open="now" age="8" day="monday" radius="500" class="a" data-of="x" tabindex="0" _ngcontent="" x-data="1"')).toEqual([]);
});

test("what is set wrong later is left out as well, and the map never asks for it", async ({ page, request, baseURL, elsewhere }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && message.text().startsWith("<bruecke") && warnings.push(message.text()));
  await page.goto(elsewhere(line(baseURL, 'theme="language"')));
  const expected = await total(request, baseURL, { themes: ["language"] });
  await expect(status(page)).toHaveText(`${expected} Einträge`);
  await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
  const refused = [];
  page.on("response", (response) => response.status() >= 400 && !response.url().includes("/graphql") && refused.push(response.url()));
  const asked = page.waitForResponse(/widget\/attributes/);
  await page.locator("bruecke-directory").evaluate((element) => {
    element.setAttribute("free", "ja");
    element.setAttribute("theme", "language,langage");
  });
  await asked;
  await expect(page.locator("bruecke-directory section")).toHaveAttribute("aria-busy", "false");
  await expect(status(page)).toHaveText(`${expected} Einträge`);
  await page.waitForLoadState("networkidle");
  expect(refused).toEqual([]);
  expect(warnings).toHaveLength(2);
});

test("where neither the map nor its drawing comes, a sentence says so", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, wanne), strict(baseURL).replace(/img-src[^;]*/, "img-src 'none'")));
  await expect(entries(page).first()).toBeVisible();
  await expect(page.locator("bruecke-map")).toContainText("Die Karte lässt sich hier nicht zeigen.");
  await expect(page.locator("bruecke-map img")).toHaveCount(0);
});

test("whatever else is wrong is left out as well, and visitors read nothing of it", async ({ page, baseURL, elsewhere }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.goto(elsewhere(line(baseURL, 'view="globe" lang="sw" height="hoch" accent="red;x" locked="kind"')));
  await expect(status(page)).toHaveText(/^\d+ Einträge$/);
  for (const word of ["globe", "sw", "hoch", "red;x", "kind"]) await expect.poll(() => warnings.join("\n")).toContain(word);
  await page.goto(`${baseURL}/embed?view=globe&day=someday&theme=language`);
  await expect(status(page)).toHaveText(/^\d+ Einträge$/);
  await expect(page.locator("body")).not.toContainText("allowed");
  for (const word of ["view", "someday"]) await expect.poll(() => warnings.join("\n")).toContain(word);
});

test.describe("on pages as they are", () => {
  const inShadow = (lang) => `<div id="host"></div><script>
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = '<section ${lang}><bruecke-directory view="list"></bruecke-directory></section>';
  </script>`;
  const script = (baseURL) => `<script type="module" src="${baseURL}/widget.js"></script>`;

  test("in a shadow root it speaks the language around", async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(script(baseURL) + inShadow(""), undefined, "tr"));
    await expect(page.locator("bruecke-directory").getByRole("searchbox").or(page.locator("bruecke-directory input"))).toBeVisible();
    await expect(status(page)).toContainText("kayıt");
    await page.goto(elsewhere(script(baseURL) + inShadow('lang="pl"'), undefined, "tr"));
    await expect(status(page)).toContainText("wpis");
  });

  test("moved while it loads and afterwards, it shows its entries", async ({ page, baseURL, elsewhere }) => {
    await page.goto(elsewhere(`${script(baseURL)}<div id="one"></div><div id="other"></div>`));
    await page.evaluate(async () => {
      await customElements.whenDefined("bruecke-directory");
      const element = document.createElement("bruecke-directory");
      element.setAttribute("view", "list");
      document.getElementById("one").append(element);
      await new Promise((moved) => setTimeout(moved));
      document.getElementById("other").append(element);
    });
    await expect(entries(page).first()).toBeVisible();
    await page.evaluate(() => document.getElementById("one").append(document.querySelector("bruecke-directory")));
    await page.locator("bruecke-directory select").first().selectOption({ index: 1 });
    await expect(status(page)).toBeVisible();
    await expect(entries(page).first()).toBeVisible();
  });

  test("a plain script loads it, also twice and late", async ({ page, baseURL, elsewhere }) => {
    const plain = `<script src="${baseURL}/widget.js"></script>`;
    const told = strangers(page, baseURL);
    await page.goto(elsewhere(`${plain}${plain}<bruecke-directory view="list"></bruecke-directory>`));
    await expect(entries(page).first()).toBeVisible();
    await page.goto(elsewhere('<bruecke-directory view="list"></bruecke-directory>'));
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement("script"), { src })), `${baseURL}/widget.js`);
    await expect(entries(page).first()).toBeVisible();
    expect(told).toEqual([]);
  });

  test("letters are as large as those around, whatever the root of the page has", async ({ page, baseURL, elsewhere }) => {
    const small = "<style>html { font-size: 62.5% }</style>";
    const fontSizes = async () => {
      await expect(entries(page).first()).toBeVisible();
      return page.locator("bruecke-directory").evaluate((element) => {
        const speaks = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
        const parts = [...element.shadowRoot.querySelectorAll("*")].filter((part) => speaks(part) && part.tagName !== "STYLE");
        return parts.map((part) => parseFloat(getComputedStyle(part).fontSize));
      });
    };
    await page.goto(elsewhere(small + line(baseURL, 'view="list"')));
    expect(Math.min(...(await fontSizes())), "the page says no size of its text").toBeGreaterThanOrEqual(12);
    await page.goto(elsewhere(`${small}<style>body { font-size: 1.6rem }</style>${line(baseURL, 'view="list"')}`));
    const sizes = await fontSizes();
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(16);
    const [name, button] = await Promise.all([entries(page).first().locator("[part~=name]"), page.locator("bruecke-directory .button").first()].map((it) => it.boundingBox()));
    expect(name.height).toBeGreaterThan(15);
    expect(button.height).toBeGreaterThanOrEqual(44);
  });
});

test("what a page says of all its elements, and of the text around, does not reach into the widget", async ({ page, baseURL, elsewhere }) => {
  // What goes down to children by itself, and what a rule for all elements changes.
  const looks = async () => {
    await expect(entries(page).first()).toBeVisible();
    return page.locator("bruecke-directory").evaluate((element) => {
      const names = [
        "box-sizing", "margin", "padding", "color", "font-family", "font-size", "font-style", "font-weight", "font-variant", "line-height", "letter-spacing",
        "word-spacing", "text-transform", "text-align", "text-indent", "text-shadow", "text-decoration-line", "white-space", "word-break", "hyphens",
        "writing-mode", "cursor", "-webkit-text-fill-color",
      ];
      const parts = [element, ...element.shadowRoot.querySelectorAll("*")].filter((part) => part.tagName !== "STYLE");
      const told = (part) => names.filter((name) => part !== element || !/margin|padding|box/.test(name)).map((name) => `${name}: ${getComputedStyle(part).getPropertyValue(name)}`);
      return parts.map((part) => `${part.tagName} ${told(part).join("; ")}`);
    });
  };
  const locked = 'view="list" theme="language" district="wanne"';
  await page.goto(elsewhere(line(baseURL, locked)));
  const usual = await looks();
  const hostile = `* { box-sizing: content-box; margin: 10px !important; padding: 3px; text-transform: uppercase !important; letter-spacing: .3em !important;
    color: red !important; font: italic 700 7px/3 serif; text-align: right; text-indent: 2em; white-space: pre; text-decoration: underline; cursor: wait }
    body { word-spacing: 1em; text-shadow: 1px 1px red; word-break: break-all; list-style: square; font-variant: small-caps; -webkit-text-fill-color: red }`;
  await page.goto(elsewhere(`<style>${hostile}</style>${line(baseURL, locked)}`));
  expect(await looks()).toEqual(usual);
});

test("a language that nobody speaks here falls back to that of the page, and the console tells", async ({ page, baseURL, elsewhere }) => {
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.goto(elsewhere(line(baseURL, 'view="list" lang="sw"'), undefined, "tr"));
  await expect(status(page)).toContainText("kayıt");
  expect(warnings.join("\n")).toContain("sw");
  await page.goto(elsewhere(`<div lang="sw">${line(baseURL, 'view="list" language="klingonisch"')}</div>`, undefined, "tr"));
  await expect(status(page)).toContainText("kayıt");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(warnings.join("\n")).toContain("klingonisch");
});

test("an entry says in which part of it a text was found that it does not show", async ({ page, baseURL, elsewhere }) => {
  await page.goto(elsewhere(line(baseURL, 'view="list" text="Entwurfgasse"')));
  await expect(entries(page).first().locator("[part=match]")).toHaveText(/^Entwurfgasse \d+, \d{5} Herne$/);
  const field = page.getByLabel("Was suchen Sie?");
  await field.fill("Formularhilfe");
  await field.press("Enter");
  const helpers = entries(page).filter({ hasText: "Brotzeit & Behörde" });
  await expect(helpers.locator("[part=match]")).toHaveText("Formularhilfe");
  await field.fill("morgenrot");
  await field.press("Enter");
  await expect(entries(page).getByRole("link", { name: /^Morgenrotfähre/ })).toBeVisible();
  await expect(page.locator("[part=match]")).toHaveCount(0);
});

test("the map of a question asks for what the list shows", async ({ page, baseURL, elsewhere }) => {
  const asked = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (/^\/(tiles|map)/.test(pathname)) asked.push(searchParams);
  });
  await page.goto(elsewhere(line(baseURL, "")));
  await expect(page.locator("bruecke-map canvas")).toBeVisible({ timeout: 30_000 });
  const field = page.getByLabel("Was suchen Sie?");
  await field.fill("Deutschkurs in Wanne auf Türkisch");
  await field.press("Enter");
  const last = () => Object.fromEntries(asked.filter((it) => it.has("theme")).at(-1) ?? []);
  await expect.poll(last).toMatchObject({ theme: "language.german", district: "wanne", language: "tr" });
  expect(asked.flatMap((it) => [...it.keys()]).filter((name) => name.startsWith("not_"))).toEqual([]);
});

test("without WebGL the districts are drawn with their numbers", async ({ page, baseURL, elsewhere }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(elsewhere(line(baseURL, wanne)));
  const picture = page.getByRole("img", { name: "Karte der Stadtteile mit der Zahl der Einträge" });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100);
  await expect(entries(page).first()).toBeVisible();
});
