// Pyodide in the same Chromium, recording nothing. PYODIDE names the folder that holds pyodide.mjs; without one it is left out.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const usual = fileURLToPath(new URL("../node_modules/pyodide", import.meta.url));
const folder = [process.env.PYODIDE, usual].find((path) => path && existsSync(`${path}/pyodide.mjs`));

/** CPU seconds of each program by name and round, or nothing where there is no Pyodide. `programs` are [name, source]. */
export async function pyodide(programs, rounds) {
  if (!folder) return null;
  const server = await serve(folder, "<!doctype html><title>Pyodide</title>");
  const { page, cpu, close } = await launch();
  await page.goto(`${server.origin}blank.html`);
  const version = await page.evaluate(async () => {
    const { loadPyodide } = await import("./pyodide.mjs");
    const python = await loadPyodide({ indexURL: "./", stdout: () => {} });
    window.benchPython = (source) => {
      const globals = python.toPy({ __name__: "__main__" });
      python.runPython(source, { globals });
      globals.destroy();
    };
    return `${python.version}, Python ${python.runPython("import sys; sys.version.split()[0]")}`;
  });
  const seconds = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, source] of programs) {
      const before = await cpu();
      await page.evaluate((text) => window.benchPython(text), source);
      (seconds[name] ??= []).push((await cpu()) - before);
    }
  }
  await close();
  server.close();
  return { version, seconds };
}
