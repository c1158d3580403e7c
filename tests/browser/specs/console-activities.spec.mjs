// Offers, events and projects in the console; hours by rows, repetition in words, the place on the map.
import AxeBuilder from "@axe-core/playwright";
import { ask, draft, expect, signIn, stored, test } from "./console.mjs";

const save = (page) => page.getByRole("button", { name: /^Speichern Strg/ });
const saveDraft = (page) => page.getByRole("button", { name: /^Als Entwurf speichern/ });
const german = (text) => [{ language: "de", text }];

/** An offer of an actor; its id and version. */
async function offer(page, actor, fields = {}) {
  const mutation = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { entry { id version } userErrors { field message } } }`;
  const { createOffer } = await ask(page, mutation, { input: { actor, kind: "SERVICE", title: german("Nähkurs"), ...fields } });
  expect(createOffer.userErrors).toEqual([]);
  return createOffer.entry;
}

/** An event of an actor; its id and version. */
async function event(page, host, fields = {}) {
  const mutation = `mutation ($input: CreateEventInput!) { createEvent(input: $input) { entry { id version } userErrors { field message } } }`;
  const { createEvent } = await ask(page, mutation, { input: { hosts: [host], title: german("Sommerfest"), startsAt: "2027-06-01T10:00:00Z", ...fields } });
  expect(createEvent.userErrors).toEqual([]);
  return createEvent.entry;
}

test("an offer is added to an entry, published, edited, archived and brought back", async ({ page }) => {
  const actor = await draft(page, "Angebotsverein Malve");
  await page.goto(`/console/entries/${actor.id}`);
  await page.getByRole("link", { name: "Angebot hinzufügen" }).click();
  await expect(page.getByRole("heading", { name: "Neues Angebot" })).toBeVisible();
  await expect(page.locator(".facts").getByRole("link", { name: "Angebotsverein Malve" })).toBeVisible();
  await page.getByLabel("Titel (Deutsch)").fill("Hausaufgabenhilfe");
  await page.getByLabel("Titel (Englisch)").fill("Homework help");
  await page.getByRole("button", { name: "Zeile hinzufügen" }).click();
  await page.getByRole("checkbox", { name: "Dienstag" }).check();
  await page.getByLabel("von", { exact: true }).fill("10:00");
  await page.getByLabel("bis", { exact: true }).fill("12:00");
  await page.getByLabel("Bemerkung").fill("im Hof");
  await expect(page.getByRole("textbox", { name: "Zeiten" })).toHaveValue('Tu 10:00-12:00 "im Hof"');
  await expect(page.locator(".spoken")).toContainText("Dienstag: 10:00–12:00 (im Hof)");
  await page.getByLabel("Mindestalter").fill("6");
  const methods = page.getByRole("group", { name: "Wege der Anmeldung" });
  await methods.locator("summary").click();
  await methods.getByRole("checkbox").first().check();
  await page.getByLabel("Freie Plätze", { exact: true }).selectOption("places-free");
  await page.getByLabel("Freie Plätze: Anzahl").fill("7");
  await page.getByLabel("Straße und Hausnummer").fill("Bahnhofstr. 5");
  await saveDraft(page).click();
  await expect(page.getByText("Als Entwurf gespeichert.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Hausaufgabenhilfe" })).toBeVisible();
  const id = page.url().split("/").pop();
  expect(await stored(page, id, "schedule")).toBe('Tu 10:00-12:00 "im Hof"');
  expect(await stored(page, id, "title.en")).toBe("Homework help");
  expect(await stored(page, id, "minimumAge")).toBe(6);
  expect(await stored(page, id, "registrationMethods")).toHaveLength(1);
  expect(await stored(page, id, "freePlaces")).toBe(7);
  expect(await stored(page, id, "place.street")).toBe("Bahnhofstr. 5");
  // Only what is changed is sent.
  await page.getByLabel("Mindestalter").fill("8");
  const sent = page.waitForRequest((request) => request.postData()?.includes("editOffer") ?? false);
  await save(page).click();
  expect(Object.keys((await sent).postDataJSON().variables.input).sort()).toEqual(["expectedVersion", "id", "minimumAge"]);
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  await page.locator(".facts").getByRole("link", { name: "Angebotsverein Malve" }).click();
  await page.getByRole("button", { name: "Archivieren: Hausaufgabenhilfe" }).click();
  await page.getByText("Ein archivierter Eintrag").click();
  await page.getByRole("button", { name: /Hausaufgabenhilfe$/ }).click();
  await expect(page.getByRole("button", { name: "Archivieren: Hausaufgabenhilfe" })).toBeVisible();
});

test("an event repeats as people say it, not in the holidays, and its words tell so", async ({ page }) => {
  const actor = await draft(page, "Terminverein Rittersporn");
  await page.goto(`/console/entries/${actor.id}`);
  await page.getByRole("link", { name: "Termin hinzufügen" }).click();
  await page.getByLabel("Titel (Deutsch)").fill("Sprachcafé");
  await page.locator("#f-startsAt").fill("2027-01-05");
  await page.getByLabel("Beginn: Uhrzeit").fill("10:00");
  await page.getByLabel("Ende: Uhrzeit").fill("12:00");
  await expect(page.locator("#f-endsAt")).toHaveValue("2027-01-05");
  await page.locator("#repeat-frequency").selectOption("weekly");
  await page.locator("#repeat-ends").selectOption("until");
  await page.locator("#repeat-until").fill("2027-02-23");
  await page.locator("#repeat-until").blur();
  await page.getByLabel("Nicht am").fill("2027-02-01");
  await page.getByLabel("bis (freiwillig)").fill("2027-02-10");
  // What is not added yet outlives a reload, and is asked about before anything is saved.
  await page.reload();
  await expect(page.getByLabel("Nicht am")).toHaveValue("2027-02-01");
  await expect(page.getByLabel("bis (freiwillig)")).toHaveValue("2027-02-10");
  await saveDraft(page).click();
  await expect(page.locator("[data-field=excludedDates] .error")).toContainText("noch nicht ausgenommen");
  await page.getByRole("button", { name: "Ausnehmen", exact: true }).click();
  const words = page.locator(".spoken");
  await expect(words).toContainText("jeden Dienstag, 10:00–12:00 Uhr");
  await expect(words).toContainText("bis 23.02.2027");
  await expect(words).toContainText("nicht am 02.02.2027 und 09.02.2027");
  await saveDraft(page).click();
  await expect(page.getByText("Als Entwurf gespeichert.")).toBeVisible();
  const id = page.url().split("/").pop();
  // The clock is that of the directory.
  expect(await stored(page, id, "startsAt")).toBe("2027-01-05T10:00:00");
  expect(await stored(page, id, "endsAt")).toBe("2027-01-05T12:00:00");
  expect(await stored(page, id, "recurrence")).toBe("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270223");
  expect(await stored(page, id, "excludedDates")).toEqual(["2027-02-02", "2027-02-09"]);
  // A start that is no date of its rule is said at once, and repaired by one button; the end goes along.
  await page.locator("#f-startsAt").fill("2027-01-06");
  await expect(words).toContainText("passt nicht zur Wiederholung");
  await words.getByRole("button").click();
  await expect(page.locator("#f-startsAt")).toHaveValue("2027-01-12");
  await expect(page.locator("#f-endsAt")).toHaveValue("2027-01-12");
  await page.getByLabel("Fällt aus").check();
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "cancelled")).toBe(true);
  expect(await stored(page, id, "startsAt")).toBe("2027-01-12T10:00:00");
});

test("a project is added with who takes part", async ({ page }) => {
  const actor = await draft(page, "Projektverein Akelei");
  await page.goto(`/console/entries/${actor.id}`);
  await page.getByRole("link", { name: "Projekt hinzufügen" }).click();
  await page.getByLabel("Titel (Deutsch)").fill("Gärten für alle");
  await page.getByLabel("Erster Tag").fill("2027-03-01");
  await page.getByLabel("Gefördert durch").fill("Stiftung Beispiel");
  await saveDraft(page).click();
  await expect(page.getByText("Als Entwurf gespeichert.")).toBeVisible();
  const id = page.url().split("/").pop();
  expect(await stored(page, id, "actors")).toEqual([actor.id]);
  expect(await stored(page, id, "funding")).toBe("Stiftung Beispiel");
});

test("what is wrong is said at its field, and what is half typed is kept", async ({ page }) => {
  const actor = await draft(page, "Irrtumsverein Lupine");
  await page.goto(`/console/entries/new?type=event&of=${actor.id}`);
  await page.locator("#f-startsAt").fill("2027-01-05");
  await saveDraft(page).click();
  await expect(page.locator("#errors")).toContainText("Beginn");
  await expect(page.locator("[data-field=startsAt] .error")).toContainText("gehören zusammen");
  // A reload keeps the day that has no time yet.
  await page.reload();
  await expect(page.locator("#f-startsAt")).toHaveValue("2027-01-05");
  await page.getByLabel("Beginn: Uhrzeit").fill("10:00");
  await page.locator("#f-endsAt").fill("2027-01-04");
  await page.getByLabel("Ende: Uhrzeit").fill("12:00");
  await page.getByLabel("Adresse der Anmeldung").fill("anmeldung");
  await saveDraft(page).click();
  await expect(page.locator("[data-field='title.de'] .error, #errors")).not.toHaveCount(0);
  await expect(page.locator("[data-field=registrationUrl] .error")).not.toBeEmpty();
  await expect(page.locator("[data-field=endsAt] .error")).not.toBeEmpty();
  await page.goto(`/console/entries/new?type=offer&of=${actor.id}`);
  await page.getByLabel("Titel (Deutsch)").fill("Halb");
  await page.getByLabel("Mindestalter").fill("sechs");
  await page.getByRole("button", { name: "Zeile hinzufügen" }).click();
  await page.getByRole("checkbox", { name: "Montag" }).check();
  await page.reload();
  await expect(page.getByLabel("Mindestalter")).toHaveValue("sechs");
  await expect(page.getByRole("checkbox", { name: "Montag" })).toBeChecked();
  await saveDraft(page).click();
  await expect(page.locator("[data-field=minimumAge] .error")).toContainText("keine ganze Zahl");
  await expect(page.locator("#errors")).toContainText("fehlen noch Tage oder Uhrzeiten");
  // The draft goes on from Today, and still knows whose it is.
  await page.goto("/console");
  await page.getByRole("link", { name: "Halb", exact: true }).first().click();
  await expect(page.locator(".facts").getByRole("link", { name: "Irrtumsverein Lupine" })).toBeVisible();
  await expect(page.getByLabel("Mindestalter")).toHaveValue("sechs");
});

test("two who edit one event decide the same field, and keep different ones", async ({ page }) => {
  const actor = await draft(page, "Zweierverein Iris");
  const { id, version } = await event(page, actor.id);
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Titel (Deutsch)").fill("Sommerfest im Park");
  await page.getByLabel("Website").fill("https://example.org/fest");
  const mutation = `mutation ($input: EditEventInput!) { editEvent(input: $input) { userErrors { message } } }`;
  await ask(page, mutation, { input: { id, expectedVersion: version, title: german("Herbstfest"), cancelled: true } });
  await save(page).click();
  const conflict = page.locator(".conflicts");
  await expect(conflict).toContainText("Herbstfest");
  await expect(conflict.getByRole("group")).toHaveCount(1);
  await conflict.getByRole("radio", { name: /Steht dort/ }).check();
  await conflict.getByRole("button", { name: "So speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "title.de")).toBe("Herbstfest");
  expect(await stored(page, id, "website")).toBe("https://example.org/fest");
  expect(await stored(page, id, "cancelled")).toBe(true);
});

test("a session that ends, a server that is gone and a link elsewhere lose nothing of an offer", async ({ page }) => {
  const actor = await draft(page, "Ausdauerverein Nelke");
  const { id } = await offer(page, actor.id);
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Titel (Deutsch)").fill("Nähkurs für alle");
  await page.locator(".facts").getByRole("link", { name: "Ausdauerverein Nelke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hier bleiben" }).click();
  await page.context().setOffline(true);
  await save(page).click();
  await expect(page.locator(".notice.bad")).toContainText("Es ging nichts verloren");
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await save(page).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "title.de")).toBe("Nähkurs für alle");
});

test("opening hours that say more than rows can stay as they are", async ({ page }) => {
  const { id } = await draft(page, "Stundenverein Phlox", { openingHours: "Mo-Fr 09:00-17:00; PH off" });
  await page.goto(`/console/entries/${id}`);
  const rows = page.locator(".hours");
  await expect(rows).toContainText("Montag bis Freitag: 09:00–17:00");
  await expect(rows).toContainText("Feiertage: geschlossen");
  await rows.getByRole("button", { name: "Zeile 2 entfernen" }).click();
  const text = page.locator("#f-openingHours");
  await expect(text).toHaveValue("Mo-Fr 09:00-17:00");
  await text.fill("Mo[1] 10:00-12:00");
  await expect(rows).toContainText("sagt mehr, als in Zeilen passt");
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "openingHours")).toBe("Mo[1] 10:00-12:00");
});

test("the place is put on the map by a click, by dragging and by the keyboard, and its district is found", async ({ page }) => {
  const { id } = await draft(page, "Kartenverein Zinnie");
  await page.goto(`/console/entries/${id}`);
  await page.getByRole("button", { name: "Auf der Karte zeigen und setzen" }).click();
  const canvas = page.locator(".placemap canvas");
  await expect(page.getByText("Auf die Karte klicken")).toBeVisible({ timeout: 60_000 });
  const place = page.locator("#f-location");
  await canvas.click({ position: { x: 150, y: 150 } });
  await expect(place).toHaveValue(/^51\.\d+, 7\.\d+$/);
  const clicked = await place.inputValue();
  const pin = page.locator(".maplibregl-marker");
  await expect(pin).toBeVisible();
  const box = await pin.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 50, { steps: 6 });
  await page.mouse.up();
  await expect(place).not.toHaveValue(clicked);
  const dragged = await place.inputValue();
  await canvas.focus();
  await page.keyboard.press("Enter");
  await expect(place).not.toHaveValue(dragged);
  await expect(page.locator(".place-district")).toContainText("Der Ort liegt");
  const take = page.locator(".place-district").getByRole("button");
  await take.click();
  await expect(page.locator(".place-district")).toContainText("wie beim Sitz angegeben");
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect((await stored(page, id, "location")).latitude).toBeGreaterThan(51);
  expect(await stored(page, id, "basedIn")).not.toBeNull();
});

for (const [language, scheme] of [["de", "light"], ["de", "dark"], ["en", "light"], ["en", "dark"]]) {
  test(`the forms of offers, events and projects have no obstacle, ${language}, ${scheme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.addInitScript((tag) => localStorage.setItem("bruecke-console-language", tag), language);
    const actor = await draft(page, `Formverein ${language} ${scheme}`, { openingHours: "Mo-Fr 09:00-17:00; PH off" });
    const course = await offer(page, actor.id, { schedule: "Tu 10:00-12:00" });
    const feast = await event(page, actor.id, { recurrence: "FREQ=WEEKLY;BYDAY=TU", excludedDates: ["2027-06-08"] });
    for (const path of [actor.id, course.id, feast.id, `new?type=project&of=${actor.id}`]) {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`/console/entries/${path}`);
      await expect(page.locator("form.editor")).toBeVisible();
      await expect(page.locator(".loading")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0].html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  });
}
