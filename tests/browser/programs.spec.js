// The literate programs of tests/programs, typed into the page: the page prints what CPython 3.12.1 prints.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./page.js";

const folder = new URL("../programs", import.meta.url).pathname;

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

for (const topic of readdirSync(folder).sort()) {
  for (const file of readdirSync(join(folder, topic)).filter((name) => name.endsWith(".md")).sort()) {
    // What is typed at the prompt, statement by statement, is for the command line.
    if (file.endsWith("prompt.md")) continue;
    test(`${topic}/${file} prints in the page what CPython prints`, async ({ heapglass, page }) => {
      const text = readFileSync(join(folder, topic, file), "utf8");
      await heapglass.openRecorded(block(text, "py"));
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.press("End");
      await expect(heapglass.place).toContainText("the end");
      // Warnings go to standard error, which stands below.
      const printed = heapglass.output.locator("pre:not(.errors)");
      if (text.includes("```output times")) {
        const recorded = withoutTimes(block(text, "output times"));
        await expect.poll(async () => withoutTimes(await printed.innerText())).toBe(recorded);
        return;
      }
      // The page calls every program program.py.
      const expected = block(text, "output").trimEnd().replaceAll(` ${file.replace(/md$/, "py")} `, " program.py ");
      if (expected) await expect(printed).toHaveText(expected, { useInnerText: true });
      else await expect(printed).toHaveCount(0);
    });
  }
}
