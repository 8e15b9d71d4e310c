import { expect, test } from "./page.js";

test("an endless loop leaves the page alive, can be stopped, and what was recorded can be looked at", async ({ page, heapglass }) => {
  await heapglass.open("n = 0\nwhile True:\n    n += 1\n");
  await expect(heapglass.status).toContainText("Recording");
  await expect(heapglass.place).toContainText("Stop");
  // Looking works while the engine records.
  await heapglass.press("ArrowRight");
  await page.getByRole("button", { name: "Names", exact: true }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(heapglass.status).toContainText("Stopped after");
  await heapglass.first();
  await heapglass.press("ArrowRight");
  await heapglass.press("ArrowRight");
  await expect(heapglass.place).toContainText("line 3");
  await heapglass.type("n = 'again'\n");
  await heapglass.recorded();
});

test("a syntax error is shown under the text, and the last recording stays", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1]\nb = a\n");
  await heapglass.allRun();
  await heapglass.type("a = [1]\nb = = a\n");
  await expect(page.locator(".cm-mistake-sentence")).toHaveText(/SyntaxError: invalid syntax/);
  await expect(heapglass.status).toContainText("Line 2: SyntaxError: invalid syntax");
  await expect(heapglass.object(/^list #/)).toBeVisible();
  await heapglass.press("ArrowLeft");
  await heapglass.type("a = [1]\nb = a\n");
  await expect(page.locator(".cm-mistake-sentence")).toHaveCount(0);
  await heapglass.recorded();
});

test("an uncaught exception prints CPython's traceback, and is shown under the line", async ({ page, heapglass }) => {
  await heapglass.openRecorded("def f():\n    return 1 / 0\n\nf()\n");
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("Traceback (most recent call last):");
  await expect(heapglass.output).toContainText("ZeroDivisionError: division by zero");
  await expect(page.locator(".cm-mistake-sentence")).toHaveText("ZeroDivisionError: division by zero");
  await expect(page.locator(".cm-mistake")).toContainText("return 1 / 0");
});

test("an empty program can be recorded too", async ({ heapglass }) => {
  await heapglass.open("");
  await expect(heapglass.status).toHaveText(/recorded|Loading|Compiling/);
  await heapglass.recorded();
});

test("a part of the engine that cannot be fetched is asked for in a sentence, and again for the next program", async ({ page, heapglass }) => {
  let broken = true;
  await page.route(/engine-rest-/, (route) => (broken ? route.fulfill({ status: 200, body: "no engine" }) : route.continue()));
  await heapglass.openRecorded("a = [1]\n");
  await heapglass.type("import statistics\nprint(statistics.mean([1, 2, 3]))\n");
  await expect(heapglass.status).toContainText("a part that could not be fetched");
  broken = false;
  await heapglass.type("import statistics\nprint(statistics.mean([1, 2, 4.5]))\n");
  await heapglass.recorded();
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("2.5");
});

test("the first diagram waits neither for the rest of the engine nor for the typefaces", async ({ page, heapglass }) => {
  const held = [];
  await page.route(/engine-rest-|\.woff2/, (route) => held.push(route));
  await heapglass.openRecorded("a = [1, 2]\nb = a\n");
  await heapglass.press("ArrowRight");
  await Promise.all(held.map((route) => route.continue()));
});
