// Bundles every entry into dist, each with a hash of its content in its name.
// To add one: a file in the src of its package and a line in `entries`; Rust finds it as `asset("name.js")`.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const entries = ["site/src/page.ts", "site/src/page.css", "site/src/icon.svg", "widget/src/widget.ts"];

const common = {
  outdir: "dist",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  minify: true,
  target: ["chrome111", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

/** The explorer's letters are those of the reader's device: nothing else of its style is as large as fonts in it. */
const withoutFonts = {
  name: "without fonts",
  setup({ onLoad }) {
    onLoad({ filter: /graphiql[/\\]dist[/\\]style\.css$/ }, async ({ path }) => {
      const style = await readFile(path, "utf8");
      return { contents: style.replace(/@font-face\s*\{[^}]*\}/g, ""), loader: "css" };
    });
  },
};

/** The widget's style sheet stands in its script, where the bundler leaves it as it is: spaces and comments do not travel. */
const smallStyle = {
  name: "small style",
  setup({ onLoad }) {
    onLoad({ filter: /widget[/\\]src[/\\]style\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const [before, ...sheets] = source.split("css`");
      const small = sheets.map((part) => {
        const end = part.lastIndexOf("`");
        const sheet = part
          .slice(0, end)
          .replace(/\/\*[\s\S]*?\*\//g, "")
          .replace(/\s+/g, " ")
          .replace(/ ?([{};,]) ?/g, "$1")
          .replace(/: /g, ":")
          .replaceAll(";}", "}")
          .replace(/(?<!\d)0\.(?=\d)/g, ".");
        return sheet + part.slice(end);
      });
      return { contents: [before, ...small].join("css`"), loader: "ts" };
    });
  },
};

await rm("dist", { recursive: true, force: true });
// The map's worker is a script of its own, whose name the map has to know.
const worker = await build({
  ...common,
  entryPoints: [{ in: "maplibre-gl/dist/maplibre-gl-worker.mjs", out: "map-worker" }],
});
const workerName = { MAP_WORKER: JSON.stringify(basename(Object.keys(worker.metafile.outputs)[0])) };
const pages = await build({
  ...common,
  entryPoints: entries,
  splitting: true,
  loader: { ".svg": "copy" },
  plugins: [smallStyle],
  define: workerName,
});
// The console shares nothing with the pages: what it takes of a package would come with the widget too.
const staff = await build({
  ...common,
  entryPoints: ["console/src/console.ts", "console/src/console.css"],
  // The map comes when somebody wants it.
  splitting: true,
  define: workerName,
});
// The explorer shares nothing either, and comes in one piece.
const explorer = await build({
  ...common,
  entryPoints: ["explorer/src/explorer.ts"],
  define: { "process.env.NODE_ENV": '"production"' },
  alias: { "react-style-singleton": "./explorer/src/singleton.ts" },
  plugins: [withoutFonts],
});

/** The terms of every package of which something is in the bundles: most ask that they go with it. */
const inputs = [worker, pages, staff, explorer].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const folders = inputs.map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean);
const terms = await Promise.all(
  [...new Set(folders)].sort().map(async (folder) => {
    const { name, version, license, homepage } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
    if (!license) throw new Error(`${name} ${version} does not say under which licence it is`);
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
    return [`${name} ${version} (${license})${homepage ? ` ${homepage}` : ""}`, ...texts.map((text) => text.trim())];
  }),
);
const licences = `${terms.map((parts) => parts.join("\n\n")).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
const hash = createHash("sha256").update(licences).digest("hex").slice(0, 8).toUpperCase();
await writeFile(`dist/licences-${hash}.txt`, licences);
