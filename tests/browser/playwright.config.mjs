// The server runs already; its address comes from the environment, and so does the browser.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  timeout: 120_000,
  // The server is an unoptimised one on a machine that may be busy: what comes is waited for, how fast is measured elsewhere.
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A machine that others use can stall one test: once more, and it is printed as flaky. What fails twice is a fault.
  retries: 1,
  // A whole run prints what failed and little else, so that it stands where one looks first.
  reporter: [["dot"]],
  use: {
    baseURL: process.env.BRUECKE_URL,
    locale: "de-DE",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Inside containers the browser is run by root, which its sandbox refuses.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        // Maps are drawn without a graphics card too.
        "--enable-unsafe-swiftshader",
      ],
    },
  },
});
