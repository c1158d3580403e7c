import { expect, test } from "vitest";
import { type Content, fieldsOf, inputOf, rebase } from "./content";

const CONTENT: Content = {
  imprint: [
    { language: "de", text: "Wir" },
    { language: "en", text: "We" },
  ],
  privacy: [],
  funding: [],
  funders: [{ name: [{ language: "de", text: "Das Land" }], website: null, logoHash: "abc", logoPath: "/logo/abc" }],
};

test("a text is sent with all its languages, an empty one as none", () => {
  const fields = { ...fieldsOf(CONTENT), "imprint.en": "  " };
  expect(inputOf(fields, ["imprint.en"])).toEqual({
    imprint: [
      { language: "de", text: "Wir" },
      { language: "en", text: null },
    ],
  });
});

test("a funder keeps its logo until it gets another one", () => {
  const [funder] = fieldsOf(CONTENT).funders as [object];
  const sent = (change: object) => inputOf({ funders: [{ ...funder, ...change }] }, ["funders"]).funders;
  const name = [{ language: "de", text: "Das Land" }];
  expect(sent({})).toEqual([{ name, website: null, logoHash: "abc", logoBase64: null }]);
  const upload = { name: "logo.png", base64: "AAAA" };
  expect(sent({ upload })).toEqual([{ name, website: null, logoHash: null, logoBase64: "AAAA" }]);
});

test("of two people's changes only those of the same field to different texts are contested", () => {
  const base = { a: "1", b: "1", c: "1" };
  const rebased = rebase(base, { a: "2", b: "2", c: "2" }, { a: "1", b: "2", c: "3" });
  expect(rebased).toEqual({ changes: { a: "2", c: "2" }, contested: ["c"] });
});
