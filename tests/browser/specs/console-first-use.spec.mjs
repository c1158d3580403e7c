// What stopped a reader who used the console for the first time.
import { ask, draft, expect, signIn, stored, test } from "./console.mjs";

test("themes are found by typing, nothing goes sideways, and two of a name are told apart", async ({ page }) => {
  const { id } = await draft(page, "Erstverein Distel");
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/console/entries/${id}`);
    const themes = page.locator("#f-themes");
    await themes.locator("summary").click();
    await expect(themes.getByRole("checkbox").nth(12)).toBeVisible();
    expect(await themes.locator(".options").evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  }
  const search = page.getByRole("searchbox", { name: "In „Themen“ suchen" });
  await search.fill("DEUTSCH");
  const found = await page.locator("#f-themes").getByRole("checkbox").count();
  await search.press("Enter");
  await expect(page.locator("#f-themes summary")).toContainText("Deutsch");
  await expect.poll(() => page.locator("#f-themes").getByRole("checkbox").count()).toBeGreaterThan(found);
  const seats = await page.locator("#f-basedIn option").allTextContents();
  const names = seats.map((name) => name.trim());
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("entries alike stand below the name while it is typed, in sight", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  await draft(page, "Erstverein Schafgarbe Wanne");
  await page.goto("/console/entries/new");
  await page.locator("#f-name").pressSequentially("Erstverein Schafgarbe Wanne");
  const warning = page.getByText("Gibt es das schon?").first();
  await expect(warning).toBeVisible();
  const [box, bar] = [await warning.boundingBox(), await page.locator(".savebar").boundingBox()];
  expect(box.y + box.height).toBeLessThan(bar.y);
});

test("nothing that the keyboard reaches lies below the bar for saving", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  const { id } = await draft(page, "Erstverein Kamille");
  await page.goto(`/console/entries/${id}`);
  await page.locator("#f-name").focus();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const [focus, bar] = [document.activeElement, document.querySelector(".savebar")];
      if (!focus || !bar || bar.contains(focus)) return "";
      return focus.getBoundingClientRect().top >= bar.getBoundingClientRect().top && focus.getBoundingClientRect().top < innerHeight ? focus.outerHTML.slice(0, 120) : "";
    });
    expect(hidden).toBe("");
  }
});

test("the bar for saving knows of a contact person that is not saved", async ({ page }) => {
  const { id } = await draft(page, "Erstverein Salbei");
  await page.goto(`/console/entries/${id}`);
  await page.getByRole("button", { name: "Ansprechperson hinzufügen" }).click();
  await page.locator("#contact-name").fill("Xenia Erfunden");
  await expect(page.locator(".savebar")).toContainText("Eine Ansprechperson ist noch nicht gespeichert.");
  await page.locator(".savebar").getByRole("link").click();
  await expect(page.locator("#s-contacts")).toBeFocused();
  await page.locator("console-contacts").getByRole("button", { name: "Verwerfen" }).click();
  await expect(page.locator(".savebar")).not.toContainText("Ansprechperson");
});

test("the address of a person leads to the person", async ({ page }) => {
  const { id } = await draft(page, "Erstverein Thymian");
  const mutation = `mutation ($input: CreateContactPersonInput!) { createContactPerson(input: $input) { contactPerson { id } userErrors { message } } }`;
  const { createContactPerson } = await ask(page, mutation, { input: { actor: id, name: { value: "Yaron Erfunden", visibility: "INTERNAL" } } });
  await page.goto(`/console/entries/${id}#person-${createContactPerson.contactPerson.id}`);
  const card = page.locator(`[data-person="${createContactPerson.contactPerson.id}"]`);
  await expect(card).toBeFocused();
  await expect(card).toBeInViewport();
});

test("a field that is not taken is struck no more, hours are words, and a message covers no button", async ({ page }) => {
  const { id, version } = await draft(page, "Erstverein Minze", { openingHours: "Tu-Th 09:00-12:00; PH off", phone: "02323 111111" });
  const mutation = `mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } userErrors { message } } }`;
  const actor = { openingHours: "Fr 10:00-12:00", phone: "02323 222222" };
  const { proposeChange } = await ask(page, mutation, { input: { id, expectedVersion: version, actor, comment: "Aushang" } });
  await page.goto(`/console/review/${proposeChange.proposal.id}`);
  const row = page.locator("tr", { hasText: "Dienstag" });
  await expect(row).toContainText("Freitag");
  await row.getByRole("checkbox").uncheck();
  expect(await row.locator("del").evaluate((value) => getComputedStyle(value).textDecorationLine)).toBe("none");
  await page.getByLabel("Begründung oder Kommentar").fill("Gern");
  await page.getByRole("button", { name: "Nur kommentieren" }).click();
  const notice = page.locator(".notice");
  await expect(notice).toBeVisible();
  const covered = await page.evaluate(() => {
    const area = document.querySelector(".notice").getBoundingClientRect();
    const buttons = [...document.querySelectorAll("main :is(button, a, input, textarea)")].map((one) => one.getBoundingClientRect());
    return buttons.filter(({ left, right, top, bottom }) => left < area.right && right > area.left && top < area.bottom && bottom > area.top).length;
  });
  expect(covered).toBe(0);
  expect(await stored(page, id, "phone")).toBe("02323 111111");
});

test("an event that somebody proposes is told in words, its title first", async ({ page }) => {
  const { viewer } = await ask(page, `{ viewer { entries(kinds: [ACTOR], status: [PUBLISHED], first: 1) { nodes { id name } } } }`);
  const [host] = viewer.entries.nodes;
  const mutation = `mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } userErrors { message } } }`;
  const event = { title: [{ language: "de", text: "Erstfest" }], startsAt: "2031-12-10T12:00:00Z", endsAt: "2031-12-10T14:00:00Z", hosts: [host.id] };
  const { proposeChange } = await ask(page, mutation, { input: { event } });
  expect(proposeChange.userErrors).toEqual([]);
  await page.goto(`/console/review/${proposeChange.proposal.id}`);
  const table = page.locator("[data-proposal] table");
  await expect(table).toContainText(host.name);
  await expect(table).not.toContainText("2031-12-10T");
  await expect(table.locator("tbody tr").first()).toContainText("Erstfest");
});

test("the arrow of the report takes the focus along: pressed twice a line goes up twice", async ({ page }) => {
  await signIn(page, process.env.BRUECKE_ADMIN);
  await page.goto("/console/report");
  await page.locator("console-report-template summary").click();
  const lines = page.locator(".template-sections li");
  const name = await lines.nth(3).getAttribute("data-section");
  await lines.nth(3).getByRole("button").press("Enter");
  await page.keyboard.press("Enter");
  await expect(lines.nth(1)).toHaveAttribute("data-section", name);
  await page.getByRole("button", { name: "Verwerfen" }).click();
});

test("a measure has no field of action until one is chosen", async ({ page }) => {
  await page.goto("/console/diary");
  await page.getByRole("button", { name: "Maßnahme eintragen" }).or(page.locator(".tools .strong")).first().click();
  await page.locator("#measure-kind").fill("Erstberatung");
  await expect(page.locator("#measure-field")).toHaveValue("");
  await page.locator("form.measure .strong").click();
  await expect(page.getByRole("alert")).toContainText("Handlungsfeld");
  await page.locator("form.measure").getByRole("button", { name: "Verwerfen" }).click();
});

test("who publishes many is told how many mails go out", async ({ page }) => {
  const entry = await draft(page, "Erstverein Lavendel", { email: "lavendel@verein.example" });
  await page.goto("/console/entries?q=Lavendel&status=DRAFT");
  await page.getByRole("checkbox", { name: /Erstverein Lavendel/ }).check();
  await page.getByRole("group", { name: "Ausgewählte Einträge" }).getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByRole("dialog")).toContainText("Es geht keine Mail hinaus.");
  await page.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click();
  expect(entry.id).toBeTruthy();
});

test("evidence and invitations that are being written outlive a reload", async ({ page }) => {
  await page.goto("/console/links");
  await page.locator("[data-link]").first().getByRole("button", { name: /bestätigen$/ }).first().click();
  await page.locator("#evidence").fill("Telefonat");
  await page.reload();
  await expect(page.locator("#evidence")).toHaveValue("Telefonat");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.goto("/console/settings");
  await page.getByRole("button", { name: "Einladen" }).click();
  await page.locator("#invite-email").fill("neu@verein.example");
  await page.reload();
  await expect(page.locator("#invite-email")).toHaveValue("neu@verein.example");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.reload();
  await expect(page.locator("#invite-email")).toHaveCount(0);
});

test("a service that is gone is found again without a click", async ({ page }) => {
  await page.goto("/console");
  await expect(page.locator("[data-due]").first()).toBeVisible();
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("link", { name: "Doppelte", exact: true }).click();
  await expect(page.locator(".bar.bad")).toBeVisible();
  await page.unroute("**/graphql");
  await expect(page.locator(".bar.bad")).toHaveCount(0);
});
