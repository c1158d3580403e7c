// The table of entries: search, filters, order, selection, acts on many.
import { ask, draft, expect, stored, test } from "./console.mjs";

const rows = (page) => page.locator("tr[data-entry]");

test("search and filters narrow the table and stand in the address", async ({ page }) => {
  await draft(page, "Tabellenverein Gänseblümchen");
  await page.goto("/console/entries");
  await page.getByRole("searchbox", { name: "Suchen" }).fill("ganseblum");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("combobox", { name: "Stand" }).selectOption("PUBLISHED");
  await expect(page.getByText("Kein Eintrag passt.")).toBeVisible();
  await page.getByRole("combobox", { name: "Stand" }).selectOption("DRAFT");
  await rows(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Tabellenverein Gänseblümchen" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Suchen" })).toHaveValue("ganseblum");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Filter löschen" }).click();
  await expect(page).toHaveURL(/\/console\/entries$/);
});

test("a heading puts the rows in order, and back", async ({ page }) => {
  await page.goto("/console/entries");
  const name = page.getByRole("columnheader", { name: "Name" });
  await name.getByRole("button").press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "ascending");
  const first = await rows(page).first().getByRole("link").textContent();
  await name.getByRole("button").press("Enter");
  await expect(name).toHaveAttribute("aria-sort", "descending");
  await expect(rows(page).first().getByRole("link")).not.toHaveText(first);
  await page.reload();
  await expect(name).toHaveAttribute("aria-sort", "descending");
});

test("only rows in sight are in the document", async ({ page }) => {
  await page.goto("/console/entries?sort=name-up");
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator(".loading")).toHaveCount(0);
  const { viewer } = await ask(page, "{ viewer { entries(kinds: [ACTOR], status: [DRAFT, PUBLISHED, ARCHIVED]) { totalCount } } }");
  expect(viewer.entries.totalCount).toBeGreaterThan(60);
  expect(await rows(page).count()).toBeLessThan(50);
  await page.locator(".rows").evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const last = page.locator(`tr[aria-rowindex="${await page.locator(".rows table").getAttribute("aria-rowcount")}"]`);
  await expect(last).toBeVisible();
});

test("many are chosen with shift, told what will change, archived, and brought back", async ({ page }) => {
  const ids = [];
  const mark = `sammel${Date.now()}`;
  for (const name of ["eins", "zwei", "drei"]) ids.push((await draft(page, `Sammelverein ${name} ${mark}`)).id);
  await page.goto(`/console/entries?q=${mark}&sort=name-up`);
  await expect(rows(page)).toHaveCount(3);
  await rows(page).nth(0).getByRole("checkbox").click();
  await rows(page).nth(2).getByRole("checkbox").click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 ausgewählt")).toBeVisible();
  // Drafts cannot be verified; that is said and nothing is done.
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await expect(page.getByText("Nur öffentliche Einträge kann man bestätigen.")).toBeVisible();
  await page.getByRole("button", { name: "Archivieren" }).click();
  const dialogue = page.getByRole("dialog");
  await expect(dialogue).toContainText("3 Einträge archivieren?");
  await expect(dialogue).toContainText("Sammelverein drei");
  await dialogue.getByRole("button", { name: "Abbrechen" }).click();
  expect(await stored(page, ids[0], "status")).toBe("draft");
  await page.getByRole("button", { name: "Archivieren" }).click();
  await dialogue.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText("3 archiviert.")).toBeVisible();
  for (const id of ids) expect(await stored(page, id, "status")).toBe("archived");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  for (const id of ids) expect(await stored(page, id, "status")).toBe("draft");
});
