// The editor: whatever happens, nothing that was typed is lost.
import { ask, change, draft, expect, signIn, stored, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

const save = (page) => page.getByRole("button", { name: /^Speichern Strg/ });
const kept = (page) => page.getByText("auf diesem Gerät gesichert");

test("a new entry is written from a leaflet, by keyboard alone", async ({ page }) => {
  await page.goto("/console/entries/new?type=organisation");
  await page.getByLabel("Name", { exact: true }).focus();
  await page.keyboard.type("Nähstube Kirschkern");
  await page.getByLabel("Art", { exact: true }).focus();
  await page.getByLabel("Art", { exact: true }).selectOption({ label: "Kulturverein" });
  await page.getByLabel("Kurztext (Deutsch)").focus();
  await page.keyboard.type("Nähen und Tee.");
  const themes = page.getByRole("group", { name: "Themen" });
  await themes.locator("summary").press("Enter");
  await expect(themes.getByRole("searchbox")).toBeFocused();
  await themes.getByRole("checkbox").first().press("Space");
  await page.getByLabel("Telefon").focus();
  await page.keyboard.type("02323 123456");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Als Entwurf gespeichert.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nähstube Kirschkern" })).toBeVisible();
  await expect(page).toHaveURL(/\/console\/entries\/[\w-]{20,}$/);
  const id = page.url().split("/").pop();
  expect(await stored(page, id, "summary.de")).toBe("Nähen und Tee.");
  expect(await stored(page, id, "themes")).toHaveLength(1);
});

test("what the service does not accept is said at its field", async ({ page }) => {
  await page.goto("/console/entries/new?type=organisation");
  await page.getByLabel("Name", { exact: true }).fill("Falschverein");
  await page.getByLabel("Telefon").fill("abc");
  await page.getByRole("textbox", { name: "Öffnungszeiten" }).fill("immer mal");
  await page.getByRole("button", { name: /^Als Entwurf speichern/ }).click();
  await expect(page.locator("#errors")).toContainText("3 Felder stimmen noch nicht");
  await expect(page.locator("[data-field=phone] .error")).toContainText("5 bis 15 Ziffern");
  await expect(page.getByLabel("Telefon")).toHaveAttribute("aria-invalid", "true");
  await page.locator("#errors").getByRole("link", { name: "Telefon" }).click();
  await expect(page.getByLabel("Telefon")).toBeFocused();
  await expect(page.getByLabel("Telefon")).toHaveValue("abc");
  await page.getByLabel("Telefon").fill("02323 98765");
  await expect(page.locator("[data-field=phone] .error")).toBeEmpty();
});

test("entries that look alike are shown while a name is typed", async ({ page }) => {
  await draft(page, "Gesprächskreis Wolkenschaf");
  await page.goto("/console/entries/new");
  await page.getByLabel("Name", { exact: true }).pressSequentially("Gesprächskreis Wolkenschaf");
  await expect(page.getByText("Gibt es das schon?")).toBeVisible();
});

test("only changed fields are sent", async ({ page }) => {
  const { id } = await draft(page, "Sparverein Distel", { phone: "02323 111111", email: "distel@example.org" });
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Telefon").fill("02323 222222");
  const sent = page.waitForRequest((request) => request.postData()?.includes("editActor") ?? false);
  await save(page).click();
  const { input } = (await sent).postDataJSON().variables;
  expect(Object.keys(input).sort()).toEqual(["expectedVersion", "id", "phone"]);
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  await expect(page.getByText("Keine Änderungen")).toBeVisible();
});

test("a reload and a crash lose nothing", async ({ page }) => {
  const { id } = await draft(page, "Merkverein Klee");
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Kurztext (Deutsch)").fill("Noch nicht gespeichert.");
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Kurztext (Deutsch)")).toHaveValue("Noch nicht gespeichert.");
  await expect(page.getByText("stehen wieder hier")).toBeVisible();
  // Another tab, opened after this one is gone.
  const other = await page.context().newPage();
  await page.close();
  await other.goto("/console");
  // What is due comes later and moves the links.
  await expect(other.locator(".loading")).toHaveCount(0);
  await other.getByRole("link", { name: "Merkverein Klee" }).first().click();
  await expect(other.getByLabel("Kurztext (Deutsch)")).toHaveValue("Noch nicht gespeichert.");
  await save(other).click();
  await expect(other.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(other, id, "summary.de")).toBe("Noch nicht gespeichert.");
  await other.goto("/console");
  // What is due comes later and moves the links.
  await expect(other.locator(".loading")).toHaveCount(0);
  await expect(other.getByRole("heading", { name: "Heute zu tun" })).toBeVisible();
  await expect(other.getByText("nicht gespeicherte Eingabe")).toHaveCount(0);
});

test("the back button and links ask before something typed is left, and lose nothing", async ({ page }) => {
  const { id } = await draft(page, "Wächterverein Ginster");
  await page.goto("/console/entries?q=ginster");
  await page.getByRole("link", { name: "Wächterverein Ginster" }).click();
  await page.getByLabel("Telefon").fill("02323 777777");
  await page.goBack();
  const dialogue = page.getByRole("dialog", { name: "Nicht gespeicherte Änderungen" });
  await dialogue.getByRole("button", { name: "Hier bleiben" }).click();
  await expect(page).toHaveURL(new RegExp(`/console/entries/${id}$`));
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 777777");
  await page.goBack();
  await dialogue.getByRole("button", { name: /behalten$/ }).click();
  await expect(page).toHaveURL(/\/console\/entries\?q=ginster$/);
  await page.getByRole("link", { name: "Wächterverein Ginster" }).click();
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 777777");
  await page.getByRole("link", { name: "Heute", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 777777");
  await page.getByRole("link", { name: "Heute", exact: true }).click();
  await dialogue.getByRole("button", { name: "Gehen und verwerfen" }).click();
  await expect(page.getByRole("heading", { name: "Heute zu tun" })).toBeVisible();
  await page.goto(`/console/entries/${id}`);
  await expect(page.getByLabel("Telefon")).toHaveValue("");
  // Nothing typed: nobody is asked.
  await page.getByRole("link", { name: "Heute", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Heute zu tun" })).toBeVisible();
});

test("two who edit different fields both keep theirs", async ({ page }) => {
  const entry = await draft(page, "Doppelverein Efeu");
  await page.goto(`/console/entries/${entry.id}`);
  await page.getByLabel("Telefon").fill("02323 111222");
  await change(page, entry, { email: "efeu@example.org" });
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, entry.id, "phone")).toBe("02323 111222");
  expect(await stored(page, entry.id, "email")).toBe("efeu@example.org");
});

test("two who edit the same field decide it there", async ({ page }) => {
  const entry = await draft(page, "Streitverein Ahorn", { phone: "02323 100000" });
  await page.goto(`/console/entries/${entry.id}`);
  await page.getByLabel("Telefon").fill("02323 200000");
  await page.getByLabel("E-Mail").fill("ahorn@example.org");
  await change(page, entry, { phone: "02323 300000" });
  await save(page).click();
  const conflict = page.locator(".conflicts");
  await expect(conflict).toContainText("02323 200000");
  await expect(conflict).toContainText("02323 300000");
  await expect(conflict.getByRole("group")).toHaveCount(1);
  // A reload in the middle of it loses neither side.
  await page.reload();
  await save(page).click();
  await conflict.getByRole("radio", { name: /Steht dort/ }).check();
  await conflict.getByRole("button", { name: "So speichern" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, entry.id, "phone")).toBe("02323 300000");
  expect(await stored(page, entry.id, "email")).toBe("ahorn@example.org");
});

test("two tabs of oneself know of each other", async ({ page }) => {
  const { id } = await draft(page, "Tabverein Linde");
  await page.goto(`/console/entries/${id}`);
  await expect(page.getByLabel("Telefon")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/console/entries/${id}`);
  await other.getByLabel("Telefon").fill("02323 454545");
  await expect(page.getByText("auch in einem anderen Tab")).toBeVisible();
});

test("a server that is gone loses nothing, and takes it when it is back", async ({ page }) => {
  const { id } = await draft(page, "Wartverein Buche");
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Telefon").fill("02323 565656");
  await page.context().setOffline(true);
  await save(page).click();
  await expect(page.locator(".notice.bad")).toContainText("Es ging nichts verloren");
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 565656");
  await page.context().setOffline(false);
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "phone")).toBe("02323 565656");
});

test("a session that ends while somebody writes goes on where it was", async ({ page }) => {
  const { id } = await draft(page, "Sitzungsverein Esche");
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Telefon").fill("02323 676767");
  await page.context().clearCookies();
  await save(page).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "phone")).toBe("02323 676767");
});

test("a hidden place is said to be, before anything is public", async ({ page }) => {
  const { id } = await draft(page, "Schutzhaus Holunder");
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Ort auf der Karte").fill("Herne Mitte");
  await page.getByLabel("Ort auf der Karte").blur();
  await expect(page.getByText("Das ist keine Breite und Länge.")).toBeVisible();
  await page.getByLabel("Ort auf der Karte").fill("51.5386, 7.2257");
  await page.getByLabel("Ort auf der Karte").blur();
  await page.getByRole("radio", { name: /der Ort ist geheim/ }).check();
  await expect(page.getByText("Geheimer Ort.")).toBeVisible();
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, id, "location")).toMatchObject({ latitude: 51.5386, precision: "hidden" });
});

test("a draft is published, and a former state is brought back from the history", async ({ page }) => {
  const entry = await draft(page, "Verlaufsverein Weide", { phone: "02323 878787" });
  await change(page, entry, { phone: "02323 989898" });
  await page.goto(`/console/entries/${entry.id}`);
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.locator(".notice")).toContainText("Veröffentlicht.");
  const address = await page.getByRole("link", { name: "Öffentliche Seite" }).getAttribute("href");
  expect((await page.request.get(address)).status()).toBe(200);
  await page.getByRole("link", { name: "Verlauf" }).click();
  await page.getByText("Zwei Stände vergleichen").click();
  await page.locator(".comparison select").first().selectOption("1");
  const phone = page.locator(".comparison tr").filter({ hasText: "Telefon" });
  await expect(phone.getByRole("cell")).toContainText(["02323 878787", "02323 989898"]);
  await page.locator(".comparison select").last().selectOption("1");
  await expect(page.getByText("Diese beiden Stände sind gleich.")).toBeVisible();
  // One value comes back alone: what was changed since stays.
  const { version } = (await ask(page, "query ($id: ID!) { viewer { entry(id: $id) { version } } }", { id: entry.id })).viewer.entry;
  await change(page, { id: entry.id, version }, { email: "verlauf@example.org" });
  await page.reload();
  await page.locator("[data-version='2']").getByRole("button", { name: "Diesen Wert zurückholen: Telefon" }).click();
  await expect(page.locator(".notice")).toContainText("Telefon: früherer Wert zurückgeholt.");
  expect(await stored(page, entry.id, "phone")).toBe("02323 878787");
  expect(await stored(page, entry.id, "email")).toBe("verlauf@example.org");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  // The whole of a state says first what goes along.
  await page.locator("[data-version='1']").getByRole("button", { name: "Den ganzen Stand zurückholen" }).click();
  await expect(page.getByRole("dialog")).toContainText("E-Mail: verlauf@example.org → –");
  await page.getByRole("dialog").getByRole("button", { name: "Den ganzen Stand zurückholen" }).click();
  await expect(page.locator(".notice")).toContainText("Früherer Stand zurückgeholt.");
  expect(await stored(page, entry.id, "phone")).toBe("02323 878787");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  expect(await stored(page, entry.id, "phone")).toBe("02323 989898");
});

test("signing out asks about drafts and leaves none on the device", async ({ page }) => {
  const { id } = await draft(page, "Abmeldeverein Eibe");
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Telefon").fill("02323 232323");
  await page.locator(".account summary").click();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Angemeldet bleiben" }).click();
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 232323");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Löschen und abmelden" }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")))).toEqual([]);
});

test("two entries of one type can be begun side by side, and each goes on", async ({ page }) => {
  const name = page.locator("#f-name");
  await page.goto("/console/entries/new?type=organisation");
  await expect(page).toHaveURL(/draft=\w+$/);
  await name.fill("Begonnen Eins");
  await page.goto("/console/entries/new?type=organisation");
  await expect(name).toHaveValue("");
  await name.fill("Begonnen Zwei");
  await page.reload();
  await expect(name).toHaveValue("Begonnen Zwei");
  await page.goto("/console");
  await expect(page.getByRole("heading", { name: "2 nicht gespeicherte Eingaben auf diesem Gerät" })).toBeVisible();
  await page.getByRole("link", { name: "Begonnen Eins" }).click();
  await expect(name).toHaveValue("Begonnen Eins");
});

test("lists and coordinates are kept letter by letter, also while they mean nothing yet", async ({ page }) => {
  const { id } = await draft(page, "Halbverein Ackerwinde");
  await page.goto(`/console/entries/${id}`);
  const names = page.getByLabel("Andere Namen");
  await names.focus();
  await page.keyboard.type("Winde\n\nAcker");
  await expect(names).toHaveValue("Winde\n\nAcker");
  const place = page.getByLabel("Ort auf der Karte");
  await place.focus();
  await page.keyboard.type("51.54, 7.");
  // Nothing was left yet: neither is complained about, and both are there after a reload.
  await expect(page.locator("[data-field=location] .error")).toBeEmpty();
  await page.reload();
  await expect(kept(page)).toBeVisible();
  await expect(names).toHaveValue("Winde\nAcker");
  await expect(place).toHaveValue("51.54, 7.");
  await save(page).click();
  await expect(page.locator("[data-field=location] .error")).not.toBeEmpty();
  await place.fill("51.54, 7.2");
  await save(page).click();
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect((await stored(page, id, "location")).longitude).toBe(7.2);
  expect(await stored(page, id, "alternativeNames")).toEqual(["Winde", "Acker"]);
});

test("publishing and verifying are taken back by one button", async ({ page }) => {
  const { id } = await draft(page, "Rückwegverein Schafgarbe");
  await page.goto(`/console/entries/${id}`);
  const undo = page.locator(".notice").getByRole("button", { name: "Rückgängig" });
  await page.getByRole("button", { name: "Veröffentlichen", exact: true }).click();
  await expect(page.locator(".status.PUBLISHED")).toBeVisible();
  await page.getByRole("button", { name: /bestätigen|geprüft/i }).click();
  await expect(page.locator(".facts")).toContainText("bestätigt am");
  await undo.click();
  await expect(page.locator(".facts")).toContainText("noch nie bestätigt");
  expect(await stored(page, id, "verification")).toBeNull();
});

test("one says beside an offer that places are free, and what is typed into the entry stays", async ({ page }) => {
  const { id } = await draft(page, "Fahrradverein Speiche");
  const mutation = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { entry { id } userErrors { message } } }`;
  const title = [{ language: "de", text: "Radfahren lernen" }];
  const { createOffer } = await ask(page, mutation, { input: { actor: id, kind: "SERVICE", title } });
  const offer = createOffer.entry.id;
  await page.goto(`/console/entries/${id}`);
  await page.getByLabel("Telefon").fill("02323 333333");
  const line = page.getByRole("group", { name: "Freie Plätze: Radfahren lernen" });
  await line.getByLabel("Freie Plätze").selectOption("places-free");
  await line.getByLabel("Wie viele").fill("2000");
  await line.getByRole("button", { name: "Speichern" }).click();
  await expect(line.locator(".error")).toContainText("1 bis 999");
  await expect(line.getByLabel("Wie viele")).toHaveValue("2000");
  await line.getByLabel("Wie viele").fill("7");
  await line.getByLabel("Gilt bis").fill("2020-01-01");
  await line.getByLabel("Gilt bis").press("Enter");
  await expect(line.locator(".error")).toContainText("liegt in der Vergangenheit");
  expect(await stored(page, offer, "availability")).toBeNull();
  await line.getByLabel("Freie Plätze").selectOption("paused");
  await pressEnter(line.getByRole("button", { name: "Speichern" }));
  await expect(page.locator(".notice")).toContainText("Gespeichert.");
  expect(await stored(page, offer, "availability")).toBe("paused");
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 333333");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(line.getByLabel("Freie Plätze")).toHaveValue("");
  expect(await stored(page, offer, "availability")).toBeNull();
});

test("a draft is seen as the public would see it, without its secret place and without being published", async ({ page }) => {
  const place = { longitude: 7.1553, latitude: 51.5375, precision: "HIDDEN" };
  const { id } = await draft(page, "Vorschauhaus Königskerze", { phone: "02323 700700", location: place, address: { street: "Geheimer Weg 7" } });
  await page.goto(`/console/entries/${id}`);
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Vorschau" }).click();
  const preview = await opened;
  await expect(preview.getByRole("heading", { level: 1, name: "Vorschauhaus Königskerze" })).toBeVisible();
  await expect(preview.getByRole("note")).toContainText("Vorschau");
  await expect(preview.locator("main")).toContainText("02323 700700");
  expect(await preview.content()).not.toContain("Geheimer Weg");
  // What is typed is shown before it is saved, and saved by nobody.
  await page.getByLabel("Telefon").fill("02323 909090");
  await page.getByLabel("Kurztext (Deutsch)").fill("Noch nicht gespeichert.");
  const again = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Vorschau" }).press("Enter");
  const unsaved = await again;
  await expect(unsaved.locator("main")).toContainText("02323 909090");
  await expect(unsaved.locator("main")).toContainText("Noch nicht gespeichert.");
  expect(await unsaved.content()).not.toContain("Geheimer Weg");
  expect(await stored(page, id, "phone")).toBe("02323 700700");
  await expect(page.getByLabel("Telefon")).toHaveValue("02323 909090");
  expect(await stored(page, id, "status")).toBe("draft");
});

test("what must be filled in says so, and the first letter typed moves nothing", async ({ page }) => {
  await page.goto("/console/entries/new?type=organisation");
  const kind = page.getByLabel("Art", { exact: true });
  await expect(kind).toHaveAttribute("aria-required", "true");
  await expect(kind.getByRole("option").first()).toHaveText("bitte wählen");
  await expect(page.locator("[data-field=kind]")).toContainText("Pflichtfeld");
  await expect(page.locator("[data-field=legalForm]")).not.toContainText("Pflichtfeld");
  const { id } = await draft(page, "Ruhverein Steinbrech");
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await page.goto(`/console/entries/${id}`);
    const phone = page.getByLabel("Telefon");
    await phone.focus();
    const top = () => page.locator("form.editor").evaluate((form) => form.getBoundingClientRect().top + scrollY);
    const before = await top();
    await page.keyboard.type("0");
    await expect(page.getByText("Eine Änderung, auf diesem Gerät gesichert")).toBeVisible();
    expect(await top()).toBe(before);
    await phone.fill("");
  }
});

test("an address that is not found is said so at its button, in sight", async ({ page }) => {
  const { id } = await draft(page, "Ortverein Steinbrech", { address: { street: "Nirgendweg 1", city: "Herne" } });
  await page.goto(`/console/entries/${id}`);
  await page.getByRole("button", { name: "Ort nach der Adresse setzen" }).click();
  const told = page.getByText("Diese Adresse ist hier nicht zu finden");
  await expect(told).toBeInViewport();
  const [message, bar] = [await told.boundingBox(), await page.locator(".savebar").boundingBox()];
  expect(message.y + message.height).toBeLessThan(bar.y);
  await expect(told).toContainText("Auf der Karte zeigen und setzen");
  await page.locator("#f-location").fill("51.54, 7.22");
  await expect(told).toHaveCount(0);
});

test("the menu stays in sight on a long form, and a list that is opened takes what is typed", async ({ page }) => {
  const { id } = await draft(page, "Langform Steinbrech");
  await page.goto(`/console/entries/${id}`);
  await page.locator("#f-slug").scrollIntoViewIfNeeded();
  const first = page.getByRole("navigation", { name: "Menü" }).getByRole("link", { name: "Heute" });
  const [head, link] = [await page.locator("header.top").boundingBox(), await first.boundingBox()];
  expect(link.y).toBeGreaterThanOrEqual(head.y + head.height);
  await expect(first).toBeInViewport({ ratio: 1 });
  const languages = page.getByRole("group", { name: "Sprachen" });
  await languages.locator("summary").first().press("Enter");
  await expect(languages.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("tamil");
  await expect(languages.getByRole("checkbox")).toHaveCount(1);
});
