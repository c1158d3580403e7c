// What the specs of the console share: its server, who signs in, and entries of their own to work on.
import { expect, test as base } from "@playwright/test";

export { expect };

/** A page of the console's server, on which an editor is signed in. */
export const test = base.extend({
  baseURL: process.env.BRUECKE_CONSOLE_URL,
  page: async ({ page }, use) => {
    await signIn(page);
    await use(page);
  },
});

/** Signs in by HTTP, as the page for it does. */
export async function signIn(page, email = process.env.BRUECKE_EDITOR) {
  const data = { email, password: process.env.BRUECKE_PASSWORD };
  const response = await page.request.post("/auth/login", { data });
  expect(response.ok()).toBe(true);
}

/** An answer of GraphQL, for the editor who is signed in. */
export async function ask(page, query, variables = {}) {
  const response = await page.request.post("/graphql", { data: { query, variables } });
  const body = await response.json();
  expect(body.errors).toBeUndefined();
  return body.data;
}

/** A draft of a name that no other test has; its id and version. */
export async function draft(page, name, fields = {}) {
  const mutation = `mutation ($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) { entry { id version } userErrors { field message } }
  }`;
  const { createOrganisation } = await ask(page, mutation, { input: { name, kind: "culture", ...fields } });
  expect(createOrganisation.userErrors).toEqual([]);
  return createOrganisation.entry;
}

/** Changes an entry behind the back of whoever edits it. */
export async function change(page, { id, version }, fields) {
  const mutation = `mutation ($input: EditActorInput!) { editActor(input: $input) { entry { version } userErrors { message } } }`;
  const { editActor } = await ask(page, mutation, { input: { id, expectedVersion: version, ...fields } });
  expect(editActor.userErrors).toEqual([]);
}

/** What an entry says in a field, as it is stored. */
export async function stored(page, id, field) {
  const { viewer } = await ask(page, `query ($id: ID!) { viewer { entry(id: $id) { content { field value } } } }`, { id });
  return viewer.entry.content.find((known) => known.field === field)?.value ?? null;
}
