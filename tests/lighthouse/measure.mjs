// Measures pages of a running server with Lighthouse as it comes: a phone of the middle class on a slow line. Prints the
// scores, and under a page each audit that keeps it from a goal. Fails when a page is below one.
//
// Run as `node measure.mjs ADDRESS ROUNDS`; the median of the rounds by performance counts.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [address, rounds = "3"] = process.argv.slice(2);
const goals = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

/** Paths in German; what search engines are kept from on purpose is not asked whether they may come. */
const pages = [
  { name: "start", path: "/" },
  { name: "search", path: "/?theme=language&district=wanne", unlisted: true },
  { name: "organisation", path: "/organisation/morgenrotfaehre" },
  { name: "institution", path: "/institution/jobcenter-demo" },
  { name: "network", path: "/network/stadtteilkonferenz-wanne-demo" },
  { name: "offers", path: "/offers" },
  { name: "events", path: "/events" },
  { name: "week", path: "/events?view=week", unlisted: true },
  { name: "month", path: "/events?view=month", unlisted: true },
  { name: "offer", path: "/offer/elterncafe-auf-rumaenisch-01k2g00000e008000000000001" },
  { name: "event", path: "/event/reparaturcafe-01k2g00000e008000000000002" },
  { name: "project", path: "/project/gesund-ankommen-01k2g00000e008000000000003" },
  { name: "sheet", path: "/organisation/morgenrotfaehre/sheet", unlisted: true },
  { name: "cooperation", path: "/cooperation" },
  { name: "network of one", path: "/cooperation?actor=morgenrotfaehre", unlisted: true },
  { name: "coverage", path: "/coverage" },
  { name: "embed", path: "/embed?theme=language", unlisted: true },
];
const languages = ["de", "ar"];

function inLanguage(language, path) {
  if (language === "de") return path;
  return path.startsWith("/embed") ? `${path}&lang=${language}` : `/${language}${path}`;
}

/** One report. A busy machine sometimes records nothing, which says nothing of the page, so that is tried again. */
async function measure(port, url, unlisted, tries = 3) {
  const options = { port, logLevel: "silent", onlyCategories: Object.keys(goals), skipAudits: unlisted ? ["is-crawlable"] : [] };
  const { lhr } = await lighthouse(url, options);
  if (!lhr.runtimeError) return lhr;
  if (tries > 1) return measure(port, url, unlisted, tries - 1);
  throw new Error(`${url}: ${lhr.runtimeError.message}`);
}

const score = (report, category) => Math.round(report.categories[category].score * 100);

/** What keeps a category from its goal: each audit with the elements or addresses that it names. */
function shortcomings(report, category) {
  const counted = report.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  const failed = counted.map(({ id }) => report.audits[id]).filter(({ score }) => score !== null && score < 0.9);
  return failed.map(({ id, title, displayValue, details }) => {
    const named = (details?.items ?? []).map(({ node, url, source, description }) => node?.snippet ?? description ?? source?.url ?? url);
    return `  ${category}: ${id}: ${title} ${displayValue ?? ""}\n${named.filter(Boolean).slice(0, 5).map((line) => `    ${line}\n`).join("")}`;
  });
}

const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const chrome = await launch({
  ...(process.env.CHROMIUM ? { chromePath: process.env.CHROMIUM } : {}),
  chromeFlags: ["--headless=new", "--disable-component-update", "--enable-unsafe-swiftshader", ...root],
});
let reached = true;
try {
  console.log(["page".padEnd(18), ...Object.keys(goals), "first/largest paint, transferred"].join("  "));
  for (const language of languages) {
    for (const { name, path, unlisted = false } of pages) {
      const reports = [];
      for (let round = 0; round < Number(rounds); round += 1) {
        reports.push(await measure(chrome.port, new URL(inLanguage(language, path), address).href, unlisted));
      }
      reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
      const report = reports[Math.floor(reports.length / 2)];
      const told = Object.keys(goals).map((category) => String(score(report, category)).padStart(category.length));
      const paint = ["first-contentful-paint", "largest-contentful-paint"].map((id) => report.audits[id].displayValue);
      const bytes = Math.round(report.audits["total-byte-weight"].numericValue / 1000);
      console.log([`${name} (${language})`.padEnd(18), ...told, `${paint.join(" / ")}, ${bytes} kB`].join("  "));
      for (const [category, goal] of Object.entries(goals)) {
        if (score(report, category) >= goal) continue;
        reached = false;
        process.stdout.write(shortcomings(report, category).join(""));
      }
    }
  }
} finally {
  await chrome.kill();
}
if (!reached) {
  console.log(`below the goals: ${Object.entries(goals).map(([category, goal]) => `${category} ${goal}`).join(", ")}`);
  process.exitCode = 1;
}
