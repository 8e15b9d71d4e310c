import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const port = process.env.PORT ?? "8123";
const address = `http://127.0.0.1:${port}/some/course/heapglass/`;

const chromium = {
  name: "chromium",
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? known.find(existsSync),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
};

const firefox = {
  name: "firefox",
  use: {
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: { executablePath: fileURLToPath(new URL("tests/browser/firefox.mjs", import.meta.url)) },
  },
};

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
  },
  // The same specs in each browser. Firefox is the system's own, driven through WebDriver BiDi by a program in between, and
  // has its turn where FIREFOX names it: `cargo xtask test` does.
  projects: process.env.FIREFOX ? [chromium, firefox] : [chromium],
  webServer: { command: "node tests/browser/serve.mjs", url: address, env: { PORT: port }, reuseExistingServer: false },
});
