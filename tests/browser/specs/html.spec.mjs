// Every page is valid HTML in every language.
import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { inLanguage, pages } from "./pages.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  elements: ["html5"],
  rules: {
    // Boxes that are ticked share a name in HTML.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
    // Lists may be named, and are read out with their names.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Matters of taste, not of validity.
    "long-title": "off",
    "no-trailing-whitespace": "off",
    // Telephone numbers are isolated and never broken by the style.
    "tel-non-breaking": "off",
    "doctype-style": "off",
  },
});

for (const language of ["de", "en", "tr", "ar", "uk", "ro", "pl"]) {
  test(`every page is valid in ${language}`, async ({ request }) => {
    for (const [name, path] of Object.entries(pages)) {
      const response = await request.get(inLanguage(language, path), { headers: { accept: "text/html" } });
      const report = await validator.validateString(await response.text());
      const told = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${name} ${line}:${column} ${ruleId}: ${message}`),
      );
      expect([...new Set(told)].slice(0, 10), path).toEqual([]);
    }
  });
}
