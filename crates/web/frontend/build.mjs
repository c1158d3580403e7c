// Bundles every entry into dist, each with a hash of its content in its name.
// To add one: a file in src and a line in `entries`; Rust finds it as `asset("name.js")`.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const entries = ["src/page.ts", "src/page.css", "src/icon.svg"];

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: entries,
  outdir: "dist",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["chrome111", "firefox115", "safari16.4"],
  loader: { ".svg": "copy" },
  legalComments: "none",
  logLevel: "warning",
});
