// Importing a list as an office keeps it: what is asked, what is taken, what is put right, and what goes wrong.
import AxeBuilder from "@axe-core/playwright";
import { ask, draft, expect, signIn, stored, test } from "./console.mjs";

/** A table as a file; the first row is its header. */
const table = (name, ...rows) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(rows.map((row) => row.join(";")).join("\r\n")),
});

const HEADER = ["Vereinsname", "Stadtteil", "PLZ", "Sprachen", "Schwerpunkte", "Vereinsfarbe"];

const choose = (page, file) => page.locator("input[type=file]").setInputFiles(file);
const result = (page) => page.locator("[data-part=take]");
/** Waits for what the service says of a file: the first one after its start takes a while, as it makes its word lists. */
const look = (page) => expect(result(page)).toBeVisible({ timeout: 90_000 });
const tab = (page, name) => page.locator(".tabs").getByRole("button", { name });
const row = (page, name) => page.locator("[data-row]").filter({ hasText: name });

/** The names of the entries of a search, drafts as well. */
async function names(page, text) {
  const query = `query { viewer { entries(kinds: [ACTOR], status: [DRAFT, PUBLISHED], first: 100) { nodes { name } pageInfo { hasNextPage } } } }`;
  const { viewer } = await ask(page, query);
  return viewer.entries.nodes.map(({ name }) => name).filter((name) => name.includes(text));
}

/** What the device has of the cells that are being put right. */
const storedRest = () =>
  new Promise((resolve) => {
    const opened = indexedDB.open("keyval-store");
    opened.onsuccess = () => {
      const files = opened.result.transaction("keyval").objectStore("keyval").getAll();
      files.onsuccess = () => resolve(JSON.stringify(files.result.map(({ rest }) => rest)));
    };
  });

test("a list of an office goes in with one question, and what is wrong in it is put right", async ({ page }) => {
  await draft(page, "Lesekreis Quarzmond", { phone: "02323 700700" });
  await page.goto("/console/import");
  await choose(
    page,
    table(
      "liste.csv",
      HEADER,
      ["Chor Quarzlied e. V.", "Eickel", "44651", "Kurdisch", "Elternarbeit", "blau"],
      ["Nähkurs Quarzfaden", "Wanne-Süd", "4465", "Türkisch", "Sprachcafé", "rot"],
      ["Lesekreis Quarzmond e. V.", "Eickel", "44651", "Deutsch", "Sprachcafé", ""],
    ),
  );
  await look(page);
  // A value that may be two things is asked once; a row that waits for the answer only says so.
  await expect(row(page, "Chor Quarzlied")).toContainText("„Kurdisch“ wartet auf Ihre Antwort");
  const question = page.locator("[data-question=Kurdisch]");
  await question.getByLabel("Kurmandschi").check();
  await question.getByRole("button", { name: "So ist es gemeint" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.locator("[data-part=decisions]")).toContainText("Eine Entscheidung");
  // A column that nobody knows is said, and left.
  const columns = page.locator("[data-part=columns]");
  await expect(columns).toContainText("eine ist unbekannt");
  await columns.getByLabel("Was steht in der Spalte „Vereinsfarbe“?").selectOption("");
  await expect(columns).not.toContainText("unbekannt");
  await result(page).getByRole("button", { name: "als Entwurf übernehmen" }).click();
  await expect(page.getByText("Ein Eintrag ist geschrieben.")).toBeVisible();
  expect(await names(page, "Chor Quarzlied")).toEqual(["Chor Quarzlied e. V."]);
  // What is left is the next file: the likely duplicate is left out, the wrong cell is put right.
  await tab(page, "vielleicht doppelt").click();
  await expect(row(page, "Lesekreis Quarzmond").getByRole("link", { name: "Lesekreis Quarzmond" })).toBeVisible();
  await row(page, "Lesekreis Quarzmond").getByRole("button", { name: "Auslassen" }).click();
  await expect(tab(page, "vielleicht doppelt")).toHaveCount(0);
  await expect(tab(page, "ausgelassen")).toBeVisible();
  await result(page).getByRole("button", { name: /berichtigen/ }).click();
  await page.locator("[data-part=rest]").getByLabel("PLZ").first().fill("44649");
  // What was typed stays over a reload, as soon as the device has it.
  await expect.poll(() => page.evaluate(storedRest)).toContain("44649");
  await page.reload();
  await expect(page.locator("[data-part=rest]").getByLabel("PLZ").first()).toHaveValue("44649");
  await page.getByRole("button", { name: "Noch einmal prüfen" }).last().click();
  await result(page).getByRole("button", { name: "als Entwurf übernehmen" }).click();
  await expect(page.getByText("Ein Eintrag ist geschrieben.")).toBeVisible();
  expect(await names(page, "Quarzfaden")).toEqual(["Nähkurs Quarzfaden"]);
});

test("a row can be the entry that it looks like; what was decided is known the next time", async ({ page }) => {
  const { id } = await draft(page, "Tanzverein Achatschuh", { phone: "02323 811811" });
  await page.goto("/console/import");
  const file = (phone) => table("tanz.csv", ["Vereinsname", "Tel.", "Sprachen", "Lieblingsfarbe"], ["Tanzverein Achatschuh e.V.", phone, "Kurdisch", "gelb"]);
  await choose(page, file("02323 811811"));
  await look(page);
  const question = page.locator("[data-question=Kurdisch]");
  await question.getByLabel("Sorani").check();
  await question.getByRole("button", { name: "So ist es gemeint" }).click();
  await page.getByLabel("Was steht in der Spalte „Lieblingsfarbe“?").selectOption("note");
  await row(page, "Achatschuh").getByRole("button", { name: "Das ist dieser Eintrag" }).first().click();
  await expect(row(page, "Achatschuh")).toContainText("ändert einen Eintrag");
  // Another look: each decision can be taken back.
  await page.locator("[data-part=decisions] summary").click();
  await page.locator("[data-part=decisions]").getByRole("button", { name: /Achatschuh/ }).click();
  await expect(row(page, "Achatschuh")).toContainText("vielleicht doppelt");
  await row(page, "Achatschuh").getByRole("button", { name: "Das ist dieser Eintrag" }).first().click();
  await result(page).getByRole("button", { name: "Einen Eintrag ändern" }).click();
  await expect(page.getByText("Ein Eintrag ist geschrieben.")).toBeVisible();
  expect(await stored(page, id, "languages")).toContain("ckb");
  await choose(page, file("02323 822822"));
  await expect(page.locator("[data-part=decisions]")).toContainText("Kurdisch → Sorani");
  await expect(page.getByLabel("Was steht in der Spalte „Lieblingsfarbe“?")).toHaveValue("note");
  await expect(page.locator("[data-question]")).toHaveCount(0);
});

test("one decision makes each row the entry that it looks most like, and is taken back", async ({ page }) => {
  await draft(page, "Malkreis Karneolblatt", { phone: "02323 844844" });
  await draft(page, "Singkreis Karneolton", { phone: "02323 855855" });
  await page.goto("/console/import");
  await choose(
    page,
    table("kreise.csv", ["Vereinsname", "Tel.", "Sprachen"], ["Malkreis Karneolblatt e.V.", "02323 844844", "Deutsch"], ["Singkreis Karneolton e.V.", "02323 855855", "Deutsch"]),
  );
  await look(page);
  await tab(page, "vielleicht doppelt").click();
  const all = page.getByRole("button", { name: "Jede ist der Eintrag, dem sie am meisten ähnelt" });
  await all.click();
  await expect(tab(page, "vielleicht doppelt")).toHaveCount(0);
  await expect(tab(page, "ändert einen Eintrag")).toContainText("2");
  await page.locator("[data-part=decisions] summary").click();
  await page.locator("[data-part=decisions]").getByRole("button", { name: /am meisten ähnelt/ }).click();
  await expect(tab(page, "vielleicht doppelt")).toContainText("2");
  await all.click();
  await result(page).getByRole("button", { name: "2 Einträge ändern" }).click();
  await expect(page.getByText("2 Einträge sind geschrieben.")).toBeVisible();
  expect((await names(page, "Karneol")).length).toBe(2);
});

test("what is unclear goes into the notes of its rows at once, and can be asked again", async ({ page }) => {
  await page.goto("/console/import");
  await choose(
    page,
    table("unklar.csv", ["Vereinsname", "Stadtteil", "Sprachen"], ["Leseclub Rauchquarz", "Mondviertel", "Quenya, Türkisch"], ["Nähkurs Rauchquarz", "Sternbogen", "Deutsch"]),
  );
  await look(page);
  await expect(page.locator("[data-question]")).toHaveCount(3);
  await page.locator("[data-question=Mondviertel]").getByRole("button", { name: "In die Notiz" }).click();
  await expect(page.locator("[data-question]")).toHaveCount(2);
  await page.getByRole("button", { name: "Alles Übrige in die Notizen der Zeilen" }).click();
  await expect(page.locator("[data-question]")).toHaveCount(0);
  await page.locator("[data-part=decisions] summary").click();
  await expect(page.locator("[data-part=decisions]")).toContainText("in die Notiz");
  await page.locator("[data-part=decisions]").getByRole("button", { name: /Was unklar ist/ }).click();
  await expect(page.locator("[data-question]")).toHaveCount(2);
  await page.getByRole("button", { name: "Alles Übrige in die Notizen der Zeilen" }).click();
  await result(page).getByRole("button", { name: "als Entwürfe übernehmen" }).click();
  await expect(page.getByText("2 Einträge sind geschrieben.")).toBeVisible();
  expect((await names(page, "Rauchquarz")).length).toBe(2);
});

test("files that cannot be read are refused with the reason, and nothing is written", async ({ page }) => {
  await page.goto("/console/import");
  await choose(page, { name: "brief.docx", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
  await expect(page.getByRole("alert").filter({ hasText: "brief.docx" })).toContainText(".xlsx");
  await choose(page, { name: "kaputt.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("kein Zip") });
  await expect(page.locator("main .error").filter({ hasText: /\S/ })).toBeVisible({ timeout: 90_000 });
  await expect(result(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Andere Datei" }).click();
  await expect(page.getByText("Datei hierher ziehen")).toBeVisible();
  await choose(page, table("leer.csv", ["Farbe", "Form"]));
  await expect(page.getByText("Keine Spalte enthält Namen")).toBeVisible();
});

test("a list in which no heading is known to hold names is mapped, and its encoding can be chosen", async ({ page }) => {
  await page.goto("/console/import");
  await choose(page, table("ohne-namen.csv", ["Jaspis", "Wo sonst"], ["Runde Jaspisfeder", "Eickel"], ["Runde Jaspisflügel", "Wanne"]));
  await look(page);
  await expect(page.getByText("Keine Spalte enthält Namen")).toBeVisible();
  await page.locator("[data-part=reading]").getByLabel("Kodierung").selectOption("windows-1252");
  await expect(page.locator("[data-row]").first()).toBeVisible();
  await page.locator("[data-part=reading]").getByLabel("Kodierung").selectOption("utf-8");
  await page.locator("[data-part=columns]").getByLabel("Was steht in der Spalte „Jaspis“?").selectOption("name");
  await expect(page.getByText("Keine Spalte enthält Namen")).toHaveCount(0);
  await result(page).getByRole("button", { name: "2 Zeilen als Entwürfe übernehmen" }).click();
  await expect(page.getByText("2 Einträge sind geschrieben.")).toBeVisible();
  expect(await names(page, "Jaspis")).toHaveLength(2);
});

test("a session that ends and a line that is cut lose neither file nor decisions", async ({ page }) => {
  await page.goto("/console/import");
  await choose(page, table("sitzung.csv", ["Vereinsname", "Sprachen"], ["Leseclub Opalfeder", "Kurdisch"]));
  await look(page);
  const question = page.locator("[data-question=Kurdisch]");
  await question.getByLabel("Kurmandschi").check();
  await page.context().clearCookies();
  await question.getByRole("button", { name: "So ist es gemeint" }).click();
  const dialogue = page.getByRole("dialog", { name: "Ihre Anmeldung ist abgelaufen" });
  await expect(dialogue).toBeVisible();
  await signIn(page);
  await dialogue.getByRole("button", { name: "Weitermachen" }).click();
  await expect(dialogue).toBeHidden();
  const take = result(page).getByRole("button", { name: "als Entwurf übernehmen" });
  await expect(take).toBeVisible();
  await page.context().setOffline(true);
  await take.click();
  await expect(page.locator("main .error").filter({ hasText: "nicht erreichbar" })).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.locator("[data-part=decisions]")).toContainText("Eine Entscheidung");
  await take.click();
  await expect(page.getByText("Ein Eintrag ist geschrieben.")).toBeVisible();
  expect(await names(page, "Opalfeder")).toEqual(["Leseclub Opalfeder"]);
});

test("an entry that somebody changes meanwhile is not overwritten", async ({ page }) => {
  const { id } = await draft(page, "Malkreis Jaspisblatt", { phone: "02323 911911" });
  const { viewer } = await ask(page, `query ($id: ID!) { viewer { entry(id: $id) { slug version } } }`, { id });
  await page.goto("/console/import");
  await choose(page, table("mal.csv", ["slug", "name", "phone"], [viewer.entry.slug, "Malkreis Jaspisblatt", "02323 922922"]));
  await look(page);
  await expect(row(page, "Jaspisblatt")).toContainText("02323 922922");
  const edit = `mutation ($input: EditActorInput!) { editActor(input: $input) { userErrors { message } } }`;
  await ask(page, edit, { input: { id, expectedVersion: viewer.entry.version, phone: "02323 933933" } });
  await result(page).getByRole("button", { name: "Einen Eintrag ändern" }).click();
  await expect(page.locator("main .error").filter({ hasText: /\S/ }).first()).toBeVisible();
  expect(await stored(page, id, "phone")).toBe("02323 933933");
  // What it would change is shown against what stands there now.
  await expect(row(page, "Jaspisblatt")).toContainText("02323 933933");
});

test("what a remark forbids is told after the import and at the button that publishes", async ({ page }) => {
  await page.goto("/console/import");
  const header = ["Vereinsname", "Straße", "PLZ", "Stadtteil", "Sprachen", "Zielgruppen", "Bemerkung"];
  await choose(
    page,
    table(
      "geheim.csv",
      header,
      ["Kreis Topasfeder", "Musterweg 1", "44651", "Eickel", "Deutsch", "Sangesfreudige", "Adresse geheim halten!"],
      ["Kreis Topasblatt", "Musterweg 2", "44651", "Eickel", "Deutsch", "Tanzfreudige", ""],
    ),
  );
  await look(page);
  // The words of a column are decided together.
  await page.locator("[data-column=Zielgruppen]").getByRole("button", { name: /Alles in der Spalte/ }).click();
  await expect(page.locator("[data-question]")).toHaveCount(0);
  await expect(row(page, "Topasfeder")).toContainText("bleibt ein Entwurf");
  await expect(page.locator("main")).not.toContainText(/--[a-z]/);
  await result(page).getByRole("button", { name: "2 Zeilen als Entwürfe übernehmen" }).click();
  const noted = page.locator("[data-part=noted]");
  await expect(noted).toContainText("2 übernommene Zeilen bitte ansehen");
  await expect(noted).toContainText("der Ort ist verborgen");
  const query = `query { viewer { entries(kinds: [ACTOR], status: [DRAFT], first: 100) { nodes { id name } } } }`;
  const { viewer } = await ask(page, query);
  const { id } = viewer.entries.nodes.find(({ name }) => name === "Kreis Topasfeder");
  expect(await stored(page, id, "location")).toMatchObject({ precision: "hidden" });
  await page.goto(`/console/entries/${id}`);
  const notes = page.locator("[data-part=notes]");
  await expect(notes).toContainText("Vor dem Veröffentlichen lesen");
  await expect(notes).toContainText("Adresse geheim halten!");
  await expect(page.getByRole("button", { name: "Veröffentlichen" })).toBeVisible();
});

test("the view has no violation, in both languages and colours, and fits 360 pixels", async ({ page }) => {
  await page.goto("/console/import");
  const name = "Ein sehr langer Name eines Vereins der sich um Bernsteinzimmererinnerungsabendveranstaltungen kümmert";
  await choose(page, table("breit.csv", HEADER, [name, "Eickel", "1", "Kurdisch", "Elternarbeit", "blau"], ["Spielkreis Onyxkugel", "Eickel", "44651", "Deutsch", "Sprachcafé", "rot"]));
  await look(page);
  for (const [tag, theme] of [["de", "light"], ["en", "dark"]]) {
    await page.locator(".account summary").click();
    await page.locator("[data-setting=language]").selectOption(tag);
    await page.locator("[data-setting=theme]").selectOption(theme);
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-question=Kurdisch]")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
