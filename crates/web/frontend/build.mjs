// Bundles every entry into dist, each with a hash of its content in its name.
// To add one: a file in src and a line in `entries`; Rust finds it as `asset("name.js")`.
import { readFile, rm } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const entries = ["src/page.ts", "src/page.css", "src/icon.svg", "src/widget.ts"];

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

await rm("dist", { recursive: true, force: true });
// The map's worker is a script of its own, whose name the map has to know.
const worker = await build({
  ...common,
  entryPoints: [{ in: "maplibre-gl/dist/maplibre-gl-worker.mjs", out: "map-worker" }],
  metafile: true,
});
await build({
  ...common,
  entryPoints: entries,
  splitting: true,
  loader: { ".svg": "copy" },
  define: { MAP_WORKER: JSON.stringify(basename(Object.keys(worker.metafile.outputs)[0])) },
});
// The explorer shares nothing with the pages, and comes in one piece.
await build({
  ...common,
  entryPoints: ["src/explorer.ts"],
  define: { "process.env.NODE_ENV": '"production"' },
  alias: { "react-style-singleton": "./src/explorer/singleton.ts" },
  plugins: [withoutFonts],
});
