import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const port = process.env.PORT ?? "8123";
const address = `http://127.0.0.1:${port}/some/course/heapglass/`;

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "*.spec.js",
  outputDir: "target/browser-tests",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: address,
    headless: true,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? known.find(existsSync),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: { command: "node tests/browser/serve.mjs", url: address, env: { PORT: port }, reuseExistingServer: false },
});
