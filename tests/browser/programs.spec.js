// The literate programs of tests/programs, typed into the page: the page prints what CPython 3.12.1 prints.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "./page.js";

const folder = new URL("../programs", import.meta.url).pathname;

/** So many are typed into one page, one after another: loading the page takes longer than most of them. */
const BATCH = 16;

/** The text of the block fenced with this word. */
function block(text, word) {
  return new RegExp("```" + word + "\\n([^]*?)```").exec(text)[1];
}

/** As in tests/record_programs.py: numbers with decimals in a block fenced as `output times`; and every program has one name. */
function withoutTimes(text) {
  const named = text.replace(/[\w/]+\.py/g, "program.py");
  // A shorter name makes narrower columns.
  return named.replace(/ *(\d+\.\d+(e-?\d+)?|\d+e-\d+)/g, "#").replace(/ +/g, " ").trimEnd();
}

/** Runs a program to its end and compares what the page shows as its output. */
async function prints(heapglass, page, file, text) {
  await heapglass.run(block(text, "py"));
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("End");
  await expect(heapglass.place, file).toContainText("the end");
  await heapglass.settled();
  // Warnings go to standard error, which stands below.
  const printed = heapglass.output.locator("pre:not(.errors)");
  if (text.includes("```output times")) {
    const recorded = withoutTimes(block(text, "output times"));
    expect.soft(withoutTimes(await printed.innerText()), file).toBe(recorded);
    return;
  }
  // The page calls every program program.py.
  const expected = block(text, "output").trimEnd().replaceAll(` ${file.replace(/md$/, "py")} `, " program.py ");
  if (expected) await expect.soft(printed, file).toHaveText(expected, { useInnerText: true });
  else await expect.soft(printed, file).toHaveCount(0);
}

// What is typed at the prompt, statement by statement, is for the command line.
const programs = readdirSync(folder)
  .sort()
  .flatMap((topic) => readdirSync(join(folder, topic)).sort().map((name) => `${topic}/${name}`))
  .filter((file) => file.endsWith(".md") && !file.endsWith("prompt.md"));

for (let first = 0; first < programs.length; first += BATCH) {
  const batch = programs.slice(first, first + BATCH);
  test(`${batch[0]} to ${batch.at(-1)} print in the page what CPython prints`, async ({ heapglass, page }) => {
    test.setTimeout(30_000 + 15_000 * batch.length);
    await heapglass.openRecorded("0\n");
    for (const file of batch) {
      const text = readFileSync(join(folder, file), "utf8");
      await test.step(file, () => prints(heapglass, page, basename(file), text));
    }
  });
}
