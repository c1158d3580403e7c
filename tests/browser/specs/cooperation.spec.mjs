// The network: the whole by its groups, and as one actor sees it.
import { expect, test } from "@playwright/test";
import { inLanguage } from "./pages.mjs";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the whole leads to groups, and from there to one actor's network and its profile", async ({ page }) => {
      await page.goto("/cooperation");
      const groups = page.locator("details.community");
      expect(await groups.count()).toBeGreaterThan(2);
      const first = groups.first();
      if ((await first.getAttribute("open")) === null) await first.locator("summary").click();
      const link = first.getByRole("listitem").first().getByRole("link");
      const name = await link.innerText();
      await link.click();
      await expect(page).toHaveURL(/\/cooperation\?actor=/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      // In which way, and which way round.
      await expect(page.getByRole("heading", { level: 2 }).first()).not.toBeEmpty();
      await page.getByRole("link", { name: "Zum Profil" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    });
  });
}

test("the largest groups come first and are open, the smaller ones are not", async ({ page }) => {
  await page.goto("/cooperation");
  const groups = await page.locator("details.community").evaluateAll((all) =>
    all.map((group) => ({ isOpen: group.open, members: Number(/\d+/.exec(group.querySelector("summary .number").textContent)[0]) })),
  );
  const members = groups.map((group) => group.members);
  expect(members).toEqual(members.toSorted((one, other) => other - one));
  expect(groups.map(({ isOpen }) => isOpen)).toEqual(groups.map((_, at) => at < 3));
});

test("names are whole, in the list and in the picture, and who has no link is named", async ({ page, request }) => {
  const query = '{ actor(slug: "morgenrotfaehre") { cooperations(first: 50) { nodes { partner { name } } } } }';
  const { data } = await (await request.post("/graphql", { data: { query } })).json();
  await page.goto("/cooperation?actor=morgenrotfaehre");
  const picture = page.locator("figure.network svg");
  const drawn = (await picture.locator("a").allTextContents()).map((text) => text.replace(/\s/g, ""));
  for (const { partner } of data.actor.cooperations.nodes) {
    await expect(page.locator("ul.network").getByRole("link", { name: partner.name, exact: true }).first()).toBeVisible();
    expect(drawn).toContain(partner.name.replace(/\s/g, ""));
  }
  await page.goto("/cooperation");
  await expect(page.getByRole("heading", { name: /Noch ohne bestätigte Kooperation/ })).toBeVisible();
  await expect(page.locator("ul.names").getByRole("link").first()).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  for (const language of ["de", "ar"]) {
    test(`the list comes before the picture, and nothing is wider than the screen (${language})`, async ({ page }) => {
      for (const path of ["/cooperation", "/cooperation?actor=morgenrotfaehre"]) {
        await page.goto(inLanguage(language, path));
        const list = await page.locator(".network-parts > section").boundingBox();
        const picture = await page.locator(".network-parts > figure").boundingBox();
        expect(list.y).toBeLessThan(picture.y);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      }
    });
  }
});
