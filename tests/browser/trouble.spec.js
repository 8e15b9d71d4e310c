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
  await heapglass.openRecorded("def f():\n    return 1 / 0\n\nfor i in range(12):\n    print(i)\nf()\n");
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("Traceback (most recent call last):");
  await expect(heapglass.output).toContainText("ZeroDivisionError: division by zero");
  // As in a terminal, the last line is in view.
  await expect.poll(() => heapglass.output.evaluate((text) => [text.scrollTop > 0, text.scrollTop + text.clientHeight >= text.scrollHeight - 1])).toEqual([true, true]);
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
  // Nor do the steps after it, when the rest has been on its way for a while.
  await expect.poll(() => held.some((route) => /engine-rest/.test(route.request().url()))).toBe(true);
  await page.waitForTimeout(600);
  await heapglass.press("ArrowRight");
  await Promise.all(held.map((route) => route.continue()));
});

test("the first diagram does not wait for the rest of the page's program; what needs it brings it", async ({ page, heapglass }) => {
  const held = [];
  let asked = 0;
  // What comes in the background is held back.
  await page.route(/app-rest-/, (route) => {
    if (route.request().resourceType() === "fetch") return held.push(route);
    asked += 1;
    return route.continue();
  });
  await heapglass.openRecorded("a = [1, 2]\nb = a\n");
  await heapglass.press("ArrowRight");
  await page.keyboard.press("j");
  await expect(page.getByRole("dialog", { name: "Transcript" })).toContainText("The program has ended.");
  expect(asked).toBe(1); // once, and for good
  await Promise.all(held.map((route) => route.continue()));
});

test("without the rest of the page's program a sentence asks to reload", async ({ page }) => {
  await page.route(/app-rest-/, (route) => route.fulfill({ status: 503, body: "" }));
  await page.addInitScript(() => localStorage.setItem("heapglass.program", JSON.stringify("a = [1, 2]\n")));
  await page.goto("./");
  await expect(page.locator(".place")).toContainText("stop", { ignoreCase: true });
  await page.keyboard.press("j");
  await expect(page.getByRole("alert")).toHaveText("A part of the page could not be fetched. Is the network there? Reload the page to go on.");
});
