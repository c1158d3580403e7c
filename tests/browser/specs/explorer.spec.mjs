// The explorer of GraphQL at /graphql.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { watch } from "./pages.mjs";

const run = (page) => page.getByRole("button", { name: "Execute query (Ctrl-Enter)" });
const answer = (page) => page.getByRole("region", { name: "Result Window" });
const editor = (page) => page.locator(".graphiql-query-editor .CodeMirror").first();

/** Opens the explorer and waits until it knows the schema. */
async function open(page) {
  await page.goto("/graphql");
  await expect(run(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".graphiql-container .graphiql-spinner")).toHaveCount(0);
}

/** Writes a question in place of the one that is there. */
async function write(page, question) {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(question);
}

test("the question that stands there is answered with a real organisation, and nobody else is asked", async ({ page, context, baseURL }) => {
  const complaints = watch(page, baseURL);
  await open(page);
  await expect(editor(page)).toContainText('districts: ["wanne"]');
  await run(page).click();
  await expect(answer(page)).toContainText("Frauencafé Quittenlaterne e. V.");
  await expect(answer(page)).toContainText("SUPPORTS");
  // Dialogs and menus bring styles of their own.
  await page.getByRole("button", { name: "Open settings dialog" }).click();
  await expect(page.getByRole("dialog")).toContainText("Theme");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open short keys dialog" }).click();
  await expect(page.getByRole("dialog")).toContainText("Short Keys");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show History" }).click();
  await expect(page.getByRole("region", { name: "History" })).toBeVisible();
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test("the schema can be read with its descriptions", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const docs = page.getByRole("region", { name: "Documentation Explorer" });
  await docs.getByRole("link", { name: "Query", exact: true }).click();
  await expect(docs).toContainText("The deepest district a point lies in");
  await docs.getByRole("combobox").fill("ActorFilter");
  await page.getByRole("option", { name: "ActorFilter", exact: true }).click();
  await expect(docs).toContainText("values inside one list are ORed");
});

test("mistakes are underlined, and told when they are asked", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await open(page);
  await write(page, "{ organisations(first: 1) { nodes { nothing } } }");
  await expect(page.locator(".CodeMirror-lint-mark-error").first()).toBeVisible();
  await run(page).click();
  await expect(answer(page)).toContainText("nothing");
  await expect(answer(page)).toContainText("errors");
  await write(page, "{ organisations(first: 1 ");
  await run(page).click();
  await expect(answer(page)).toContainText(/expected/i);
  expect(complaints).toEqual([]);
});

test("what changes is told as it happens", async ({ page, request, baseURL }) => {
  await open(page);
  const { data } = await (await request.post("/graphql", { data: { query: "{ changes(first: 1) { pageInfo { endCursor } } }" } })).json();
  const sockets = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await write(page, `subscription { changes(after: "${data.changes.pageInfo.endCursor}") { cursor node { entity } } }`);
  await run(page).click();
  await expect(answer(page)).toContainText('"entity"');
  expect(sockets).toEqual([`${baseURL.replace("http", "ws")}/graphql/ws`]);
});

test("a token goes with the question, and is forgotten with the page", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Headers", exact: true }).click();
  await page.locator(".graphiql-editor-tool .CodeMirror").last().click();
  await page.keyboard.insertText('{"Authorization": "Bearer brk_wrong"}');
  await run(page).click();
  await expect(answer(page)).toContainText("INVALID_TOKEN");
  await page.reload();
  await expect(run(page)).toBeVisible();
  await run(page).click();
  await expect(answer(page)).toContainText("Quittenlaterne");
});

test("whoever is signed in changes the directory from here, as far as their role goes", async ({ page }) => {
  const signedIn = await page.request.post("/auth/login", {
    data: { email: process.env.BRUECKE_EDITOR, password: process.env.BRUECKE_PASSWORD },
  });
  expect(signedIn.status()).toBe(200);
  await open(page);
  const create = 'mutation { createOrganisation(input: { name: "Erfundener Chor Wanne", kind: "culture" }) { userErrors { code } } }';
  await write(page, create);
  await run(page).click();
  await expect(answer(page)).toContainText('"userErrors": []');
  await page.context().clearCookies();
  await run(page).click();
  await expect(answer(page)).toContainText('"code"');
});

for (const [width, colorScheme] of [[1280, "light"], [390, "dark"]]) {
  test(`everything is within reach at ${width} pixels, ${colorScheme}, whatever language the browser prefers`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, locale: "ar", colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await open(page);
    await run(page).click();
    await expect(answer(page)).toContainText("Quittenlaterne");
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    for (const part of [editor(page), answer(page)]) {
      const { width: wide, height: high } = await part.boundingBox();
      expect(wide).toBeGreaterThan(220);
      expect(high).toBeGreaterThan(150);
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beyond).toBe(0);
    // GraphiQL's tabs hold buttons, and CodeMirror's scrolling is moved by the cursor in its field.
    // CodeMirror draws its lines anew now and then while axe looks at them.
    let violations = [];
    await expect(async () => {
      ({ violations } = await new AxeBuilder({ page }).disableRules(["nested-interactive", "scrollable-region-focusable"]).analyze());
    }).toPass({ timeout: 60_000 });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    await context.close();
  });
}

test("the keyboard alone asks, is told what could come next, and leads out of the editor", async ({ page, baseURL }) => {
  const complaints = watch(page, baseURL);
  await open(page);
  await editor(page).click();
  await page.keyboard.press("Control+Enter");
  await expect(answer(page)).toContainText("Quittenlaterne");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("{ distric");
  await expect(page.locator(".CodeMirror-hints")).toContainText("districtAt");
  await page.keyboard.press("Escape");
  expect(complaints).toEqual([]);
  await run(page).focus();
  await page.keyboard.press("Tab");
  await expect(run(page)).not.toBeFocused();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the help says how to ask, and a link asks", async ({ page }) => {
    await page.goto("/graphql");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Das Verzeichnis fragen: GraphQL");
    await expect(page.getByText("curl -H")).toBeVisible();
    await expect(page.getByRole("link", { name: "Das ganze Schema mit Beschreibungen" })).toHaveAttribute("href", "/graphql/schema");
    await page.getByRole("link", { name: "Diese Frage jetzt stellen" }).click();
    await expect(page.locator("body")).toContainText("Quittenlaterne");
  });

  for (const locale of ["de", "ar"]) {
    test(`the help (${locale}) is valid, has no violation and fits 320 pixels`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, locale, javaScriptEnabled: true });
      // The page is as without scripts where the explorer does not come.
      await context.route(/explorer-.*\.js/, (route) => route.abort());
      const page = await context.newPage();
      const response = await page.goto("/graphql");
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const report = await new HtmlValidate({ root: true, extends: ["html-validate:standard"], elements: ["html5"] }).validateString(await response.text());
      expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(beyond).toBe(0);
      await context.close();
    });
  }
});
