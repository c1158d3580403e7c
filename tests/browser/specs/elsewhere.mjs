// A page of somebody else: another origin on another port, with the directory on it.
import { createServer } from "node:http";
import { test as base } from "@playwright/test";

/** What a strict site allows: itself and the one service. */
export const strict = (service) =>
  `default-src 'none'; style-src 'self' ${service}; script-src ${service}; connect-src ${service}; img-src ${service}; frame-src ${service}`;

/** Tests with `elsewhere(body, policy, lang)`, which gives the address of a page with that body. */
export const test = base.extend({
  elsewhere: [
    async ({}, use) => {
      const pages = new Map();
      const server = createServer((request, response) => {
        const { body = "", policy, lang = "de" } = pages.get(request.url) ?? {};
        response.setHeader("content-type", "text/html; charset=utf-8");
        if (policy) response.setHeader("content-security-policy", policy);
        response.end(
          `<!doctype html><html lang="${lang}"><head><title>Verein</title><link rel="icon" href="data:,">` +
            `<meta name="viewport" content="width=device-width"></head><body><main><h1>Verein</h1>${body}</main></body></html>`,
        );
      });
      await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
      await use((body, policy, lang) => {
        const path = `/${pages.size}`;
        pages.set(path, { body, policy, lang });
        return `http://127.0.0.1:${server.address().port}${path}`;
      });
      server.close();
    },
    { scope: "worker" },
  ],
});

/** The one line that partners paste. */
export const line = (service, attributes = "") =>
  `<script type="module" src="${service}/widget.js"></script><bruecke-directory ${attributes}></bruecke-directory>`;

/** What GraphQL says there is. */
export async function total(request, service, filter) {
  const query = "query($filter: ActorFilter) { actors(filter: $filter) { totalCount } }";
  const response = await request.post(`${service}/graphql`, { data: { query, variables: { filter } } });
  return (await response.json()).data.actors.totalCount;
}
