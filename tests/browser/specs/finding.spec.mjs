// Finding somebody: by text, by filter, near one's own place, on a phone in three steps.
import { expect, test } from "@playwright/test";
import { watch } from "./pages.mjs";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test("a text finds an entry, whose profile has the number to call", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/");
  await page.getByLabel("Was suchen Sie?").fill("morgenrot");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?text=morgenrot");
  await page.getByRole("link", { name: "Morgenrotfähre Wanne e. V." }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Morgenrotfähre Wanne e. V.");
  await expect(page.getByRole("link", { name: /Anrufen/ })).toHaveAttribute("href", "tel:+492323999910");
  expect(complaints).toEqual([]);
});

for (const [path, text, reason] of [
  ["/", "Entwurfgasse", /^Anschrift: Entwurfgasse \d+, \d{5} Herne$/],
  ["/ar/", "44649", /^العنوان: (.+, )?44649 Herne$/],
  ["/", "Saz", /^Angebot: Saz-Unterricht .+, Do /],
]) {
  test(`each result of „${text}“ says why it was found (${path})`, async ({ page }) => {
    await page.goto(`${path}?text=${encodeURIComponent(text)}`);
    const cards = page.locator("article.card");
    expect(await cards.count()).toBeGreaterThan(0);
    for (const card of await cards.all()) await expect(card.locator(".match").first()).toHaveText(reason);
  });
}

test.describe("on a phone", () => {
  test.use(phone);

  /** Counts what somebody does until the number to call is there. */
  function steps() {
    let taken = 0;
    return async (step) => {
      taken += 1;
      expect(taken, "the right number is three steps away at most").toBeLessThanOrEqual(3);
      await step;
    };
  }

  test("three steps lead from nothing to the right number by choosing", async ({ page }) => {
    const step = steps();
    await page.goto("/");
    await step(page.getByRole("link", { name: /^Sprache/ }).tap());
    await step(page.getByRole("list").getByRole("link", { name: /^Wanne \(Stadtbezirk\)/ }).first().tap());
    const call = page.getByRole("link", { name: /Anrufen Brotzeit & Behörde/ });
    await expect(call).toHaveAttribute("href", /^tel:\+?\d+$/);
    await expect(call).toBeInViewport();
  });

  for (const path of ["/?theme=women.protection", "/ar/?theme=women.protection"]) {
    test(`what leads away at once covers nothing that is pressed (${path})`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator(".exit")).toBeVisible();
      await page.locator("details.panel > summary").tap();
      const apply = page.locator(".apply button").first();
      await expect(apply).toBeInViewport();
      const covered = await apply.evaluate((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const across = [0.05, 0.25, 0.5, 0.75, 0.95].map((part) => left + part * (right - left));
        return across.filter((x) => document.elementFromPoint(x, (top + bottom) / 2)?.closest("button") !== button).length;
      });
      expect(covered).toBe(0);
    });
  }

  for (const [language, text, label] of [["de", "morgenrot", "Anrufen"], ["ar", "morgenrot", "اتصال"], ["de", "morgenrod", "Anrufen"]]) {
    test(`three steps lead from nothing to the right number by typing „${text}“ (${language})`, async ({ page }) => {
      const step = steps();
      await page.goto(language === "de" ? "/" : `/${language}/`);
      await step(page.locator("#text").fill(text));
      await step(page.keyboard.press("Enter"));
      const call = page.getByRole("link", { name: new RegExp(`${label} Morgenrotfähre`) });
      await expect(call).toHaveAttribute("href", "tel:+492323999910");
      await expect(call).toBeInViewport();
    });
  }

  for (const [path, question] of [
    ["/", "Elternarbeit auf Rumänisch in Wanne"],
    ["/", "wer macht in wanne elternarbeit, rumänisch"],
    ["/ro/", "Elternarbeit auf Rumänisch in Wanne"],
  ]) {
    test(`„${question}“ leads to the right number at once (${path})`, async ({ page }) => {
      const step = steps();
      await page.goto(path);
      await step(page.locator("#text").fill(question));
      await step(page.keyboard.press("Enter"));
      const call = page.locator(".card a.call").first();
      await expect(call).toHaveAttribute("href", "tel:+492323999910");
      await expect(call).toBeInViewport({ ratio: 0.9 });
    });
  }

  test("filters stand behind one button", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("checkbox", { name: /^Gesundheit/ })).toBeHidden();
    await page.locator("summary", { hasText: /^Filter/ }).tap();
    await page.getByRole("checkbox", { name: /^Gesundheit/ }).tap();
    await expect(page).toHaveURL("/?theme=health");
  });
});

test("ticking filters narrows the results, and each can be taken back", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("checkbox", { name: /^Sprache/ }).click();
  await expect(page).toHaveURL("/?theme=language");
  await page.getByRole("checkbox", { name: /^Wanne \(Stadtbezirk\)/ }).check();
  // At once, and without losing the place: the box has the focus as before.
  await expect(page).toHaveURL("/?theme=language&district=wanne");
  await expect(page.getByRole("checkbox", { name: /^Wanne \(Stadtbezirk\)/ })).toBeFocused();
  await expect(page.getByRole("link", { name: "Filter entfernen: Wanne" })).toBeVisible();
  // A box below stands for both.
  await page.getByRole("checkbox", { name: /^Deutschkurse/ }).check();
  await expect(page).toHaveURL("/?theme=language.german&district=wanne");
  await expect(page.getByRole("checkbox", { name: /^Sprache \d/ })).not.toBeChecked();
  await page.getByRole("checkbox", { name: /^Deutschkurse/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Sprache \d/ }).check();
  await expect(page).toHaveURL("/?theme=language&district=wanne");
  await page.getByRole("button", { name: "Ergebnisse anzeigen" }).click();
  const both = await page.getByRole("heading", { name: /Eintr/ }).first().textContent();
  await page.getByRole("link", { name: "Filter entfernen: Wanne" }).click();
  await expect(page).toHaveURL("/?theme=language");
  expect(await page.getByRole("heading", { name: /Eintr/ }).first().textContent()).not.toBe(both);
  await page.goBack();
  await expect(page).toHaveURL("/?theme=language&district=wanne");
  await expect(page.getByRole("checkbox", { name: /^Sprache/ })).toBeChecked();
});

test("a question in words becomes filters, which can be taken back one by one or all at once", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await page.goto("/");
  await page.locator("#text").fill("Deutschkurs in Wanne");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?theme=language.german&district=wanne&question=Deutschkurs+in+Wanne");
  await expect(page.locator("#text")).toHaveValue("Deutschkurs in Wanne");
  const count = () => page.locator("#results").textContent();
  const understood = await count();
  // What was typed is not read again when a box is ticked, and what was taken back stays away.
  await page.getByRole("link", { name: "Filter entfernen: Wanne" }).click();
  await expect(page).toHaveURL("/?theme=language.german&question=Deutschkurs+in+Wanne");
  await page.locator(".panel summary", { hasText: "Kosten, Zugang und Alter" }).click();
  await page.getByRole("checkbox", { name: "Kostenlos" }).check();
  await expect(page).toHaveURL("/?theme=language.german&free=yes&question=Deutschkurs+in+Wanne");
  // Another question takes what was understood of the first one with it, and leaves what was chosen by hand.
  await page.locator("#text").fill("russisch");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?language=ru&free=yes&question=russisch");
  // The words themselves are one step away, and so is the way back.
  await page.goto("/?text=Deutschkurs+in+Wanne");
  await page.getByRole("link", { name: "Nur genau diese Wörter suchen" }).click();
  await expect(page).toHaveURL("/?text=%22Deutschkurs+in+Wanne%22");
  await page.getByRole("link", { name: "Die Frage verstehen" }).click();
  expect(await count()).toBe(understood);
  // Words as they are written: no word that is almost the same ("Schulen").
  await page.goto(`/?text=${encodeURIComponent('"Schulden"')}`);
  await expect(page.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a result says which offer was found", async ({ page }) => {
  await page.goto("/?text=Formularhilfe");
  await expect(page.locator(".card").filter({ hasText: /Angebot: .*Formular/ }).first()).toBeVisible();
});

test("where nobody is found, somebody to call and a way to tell are there", async ({ page }) => {
  await page.goto("/?text=familiennachzug");
  await expect(page.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Hier hilft jemand sofort:" }).getByRole("link").first()).toHaveAttribute("href", /^tel:/);
  await page.getByRole("link", { name: /Fehlt hier etwas/ }).click();
  await expect(page.getByLabel("Was sollen wir wissen?")).toHaveValue("Nicht gefunden: familiennachzug");
});

test("pages of results lead on and back again", async ({ page }) => {
  await page.goto("/?theme=language");
  const first = await page.locator(".card :is(h2, h3)").allTextContents();
  await page.getByRole("link", { name: "Weitere Ergebnisse" }).click();
  const second = await page.locator(".card :is(h2, h3)").allTextContents();
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await page.getByRole("link", { name: "Zurück", exact: true }).click();
  expect(await page.locator(".card :is(h2, h3)").allTextContents()).toEqual(first);
});

test("where nothing fits, each way out tells what it gives", async ({ page }) => {
  await page.goto("/?theme=ageing.dementia&district=sodingen&language=ro");
  await expect(page.getByRole("heading", { name: "Nichts gefunden" })).toBeVisible();
  const way = page.getByRole("link", { name: /Ohne „Thema“/ });
  const promised = Number(/(\d+) Eintr/.exec(await way.textContent())[1]);
  await way.click();
  await expect(page.getByRole("heading", { name: new RegExp(`^${promised} Eintr`) })).toBeVisible();
});

test("a misspelt filter is told with what was meant", async ({ page }) => {
  const response = await page.goto("/?theme=langage");
  expect(response.status()).toBe(400);
  await page.getByRole("alert").getByRole("link", { name: "Sprache" }).click();
  await expect(page).toHaveURL("/?theme=language");
});

test("somebody may search around where they are", async ({ context, page }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: 7.15618, latitude: 51.53806 });
  await page.goto("/");
  await page.getByRole("button", { name: "In meiner Nähe suchen" }).first().click();
  await expect(page).toHaveURL("/?lon=7.156&lat=51.538&radius=2000");
  await page.getByRole("link", { name: "Entfernung" }).click();
  await expect(page.locator(".card").first()).toContainText(/\d+ k?m/);
});

test("on a phone, who is open now near the station is two taps away", async ({ context, page }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: 7.15618, latitude: 51.53806 });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("link", { name: "Jetzt geöffnet" }).click();
  await expect(page).toHaveURL("/?open=now");
  await page.getByRole("button", { name: "In meiner Nähe suchen" }).first().click();
  await expect(page).toHaveURL("/?open=now&lon=7.156&lat=51.538&radius=2000");
});

test("who may not be located is told what to do instead", async ({ context, page }) => {
  await context.clearPermissions();
  await page.goto("/");
  await page.getByRole("button", { name: "In meiner Nähe suchen" }).first().click();
  await expect(page.getByText("Wählen Sie stattdessen einen Stadtteil")).toBeVisible();
});
