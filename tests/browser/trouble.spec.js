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
