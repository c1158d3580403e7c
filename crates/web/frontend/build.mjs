// Bundles every entry into dist, each with a hash of its content in its name.
// To add one: a file in src and a line in `entries`; Rust finds it as `asset("name.js")`.
import { rm } from "node:fs/promises";
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
