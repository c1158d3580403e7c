// Two entries that become one: field by field, and back.
import { ask, change, draft, expect, stored, test } from "./console.mjs";
import { pressEnter } from "./pages.mjs";

const chosen = (page, field) => page.locator(`[data-field="${field}"] input:checked`);

test("what stays is chosen field by field, both lists are kept, and one button takes it apart again", async ({ page }) => {
  const { themes } = await ask(page, "{ themes { id slug } }");
  const mark = Date.now();
  const one = await draft(page, `Doppelverein Klee ${mark}`, { phone: "02323 111111", themes: [themes[0].slug], languages: ["tr"] });
  const other = await draft(page, `Doppel-Verein Klee ${mark}`, { phone: "02323 222222", themes: [themes[1].slug], languages: ["ar"], email: `klee${mark}@example.org` });
  await page.goto(`/console/merge/${one.id}/${other.id}`);
  // Made first, it stays; what it does not say is taken from the other.
  await expect(page.locator("input[name=survivor]:checked")).toHaveValue("one");
  await expect(chosen(page, "email")).toHaveValue("other");
  await expect(chosen(page, "languages")).toHaveValue("both");
  await expect(chosen(page, "phone")).toHaveValue("one");
  await chosen(page, "phone").focus();
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page, "phone")).toHaveValue("other");
  await pressEnter(page.getByRole("button", { name: "Zusammenführen" }));
  await expect(page.getByRole("heading", { name: `Doppelverein Klee ${mark}` })).toBeVisible();
  expect(await stored(page, one.id, "phone")).toBe("02323 222222");
  expect(await stored(page, one.id, "email")).toBe(`klee${mark}@example.org`);
  expect((await stored(page, one.id, "languages")).sort()).toEqual(["ar", "tr"]);
  expect(await stored(page, one.id, "themes")).toHaveLength(2);
  expect(await stored(page, one.id, "alternativeNames")).toEqual([`Doppel-Verein Klee ${mark}`]);
  expect(await stored(page, other.id, "status")).toBe("archived");
  await page.locator(".notice").getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Rückgängig gemacht.")).toBeVisible();
  expect(await stored(page, one.id, "phone")).toBe("02323 111111");
  expect(await stored(page, one.id, "languages")).toEqual(["tr"]);
  expect(await stored(page, other.id, "status")).toBe("draft");
});

test("merges are listed and taken apart later, and the log of the day tells who changed what", async ({ page }) => {
  const mark = Date.now();
  const one = await draft(page, `Listenverein Mohn ${mark}`, { phone: "02323 111111" });
  const other = await draft(page, `Listen-Verein Mohn ${mark}`, { email: `mohn${mark}@example.org` });
  await page.goto(`/console/merge/${one.id}/${other.id}`);
  await page.getByRole("button", { name: "Zusammenführen" }).click();
  await expect(page.getByRole("heading", { name: `Listenverein Mohn ${mark}` })).toBeVisible();
  // Both say it, with the way to undo it, and what would bring the other back says the same.
  for (const id of [one.id, other.id]) {
    await page.goto(`/console/entries/${id}/history`);
    await expect(page.locator("[data-merge]").first()).toContainText(`„Listen-Verein Mohn ${mark}“ ging auf in „Listenverein Mohn ${mark}“.`);
    await expect(page.getByRole("link", { name: "Unter „Doppelte“ wieder trennen" }).first()).toHaveAttribute("href", "/console/duplicates#merges");
  }
  // What has become part of another entry is not brought back by itself, and its page leads to that.
  await expect(page.getByRole("button", { name: "Den ganzen Stand zurückholen" })).toHaveCount(0);
  await page.goto(`/console/entries/${other.id}`);
  await expect(page.locator("[data-part=merged]").getByRole("link", { name: `Listenverein Mohn ${mark}` })).toHaveAttribute("href", `/console/entries/${one.id}`);
  await expect(page.getByRole("button", { name: "Aus dem Archiv holen" })).toHaveCount(0);
  await page.goto("/console/duplicates");
  const merge = page.locator("[data-merge]").filter({ hasText: `Listen-Verein Mohn ${mark}` });
  await expect(merge).toContainText(`Listenverein Mohn ${mark}`);
  await merge.getByRole("button", { name: /trennen/ }).click();
  await expect(page.locator(".notice")).toContainText("Wieder zwei Einträge.");
  await expect(merge).toContainText("wieder getrennt");
  await expect(merge.getByRole("button")).toHaveCount(0);
  expect(await stored(page, other.id, "status")).toBe("draft");
  await page.goto(`/console/entries/${one.id}/history`);
  await page.getByRole("link", { name: "Was an diesem Tag noch geändert wurde" }).first().click();
  await expect(page.getByRole("heading", { name: "Protokoll" })).toBeVisible();
  await expect(page).toHaveURL(/from=(\d{4}-\d\d-\d\d)&to=\1$/);
  const changed = page.locator("[data-sequence]").filter({ hasText: `Listenverein Mohn ${mark}` });
  await expect(changed.filter({ hasText: "E-Mail" }).first()).toBeVisible();
  await page.getByLabel("Bis", { exact: true }).fill("2001-02-03");
  await page.getByLabel("Von", { exact: true }).fill("2001-01-28");
  await expect(page.getByText("Nichts wurde geändert.")).toBeVisible();
  await page.getByRole("button", { name: "Alles zeigen" }).click();
  await expect(changed.first()).toBeVisible();
  // The fields of people are called as people call them.
  const person = { actor: one.id, ...Object.fromEntries(["name", "role"].map((field) => [field, { value: "Mohn", visibility: "INTERNAL" }])) };
  const mutation = "mutation ($input: CreateContactPersonInput!) { createContactPerson(input: $input) { userErrors { message } } }";
  expect((await ask(page, mutation, { input: person })).createContactPerson.userErrors).toEqual([]);
  await page.reload();
  const newest = page.locator("[data-sequence]").first();
  await expect(newest).toContainText("Ansprechperson");
  await expect(newest.getByRole("link", { name: `Listenverein Mohn ${mark}` })).toHaveAttribute("href", `/console/entries/${one.id}`);
  await expect(newest).not.toContainText(/visibility|consent|value|role/);
  // Of one entry the log tells what is its own too, and nothing else.
  await page.getByLabel("Eintrag, mit allem, was dazugehört").fill(`Listenverein Mohn ${mark}`);
  await expect(page.locator(".found")).toHaveCount(0);
  await page.goto(`/console/entries/${one.id}/history`);
  await expect(page.locator("[data-sequence]", { hasText: "Ansprechperson" })).toHaveCount(1);
  await page.getByRole("link", { name: "Alles dazu im Protokoll" }).click();
  await expect(newest).toContainText("Ansprechperson");
  await expect(page.locator("[data-sequence]").filter({ hasNotText: `Mohn ${mark}` })).toHaveCount(0);
});

test("an entry that was changed meanwhile stops the merge, and nothing is half done", async ({ page }) => {
  const one = await draft(page, "Doppelverein Wicke", { phone: "02323 333333" });
  const other = await draft(page, "Doppelverein Wicke e. V.", { email: "wicke@example.org" });
  await page.goto(`/console/merge/${one.id}/${other.id}`);
  await expect(chosen(page, "email")).toHaveValue("other");
  await change(page, other, { phone: "02323 444444" });
  await page.getByRole("button", { name: "Zusammenführen" }).click();
  await expect(page.locator("#errors")).not.toBeEmpty();
  await expect(page.locator("#errors")).toBeFocused();
  expect(await stored(page, one.id, "email")).toBeNull();
  expect(await stored(page, other.id, "status")).toBe("draft");
});

test("two that are ticked in the table lead there, and what is not there says so", async ({ page }) => {
  const mark = `doppelt${Date.now()}`;
  await draft(page, `Tabellendoppel eins ${mark}`);
  await draft(page, `Tabellendoppel zwei ${mark}`);
  await page.goto(`/console/entries?q=${mark}`);
  await expect(page.locator("tr[data-entry]")).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Alle angezeigten auswählen" }).click();
  await page.getByRole("link", { name: "Zusammenführen …" }).click();
  await expect(page.getByRole("heading", { name: "Zwei Einträge zusammenführen" })).toBeVisible();
  await page.goto("/console/merge/nobody/nothing");
  await expect(page.getByText("Einen der beiden Einträge gibt es nicht.")).toBeVisible();
});
