import { expect, test } from "./page.js";

const TWO_NAMES = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";

test("a typed program runs by itself and can be stepped both ways", async ({ heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  await heapglass.type(TWO_NAMES);
  await heapglass.recorded();
  await heapglass.first();
  await expect(heapglass.place).toContainText("line 1");
  await heapglass.press("ArrowRight");
  await expect(heapglass.place).toContainText("line 2");
  await heapglass.press("ArrowRight");
  await expect(heapglass.place).toContainText("line 3");
  await heapglass.press("ArrowLeft");
  await expect(heapglass.place).toContainText("line 2");
});

test("an arrow leads from each name to the one list, and its count is 2", async ({ page, heapglass }) => {
  await heapglass.openRecorded(TWO_NAMES);
  await heapglass.first();
  await heapglass.toLine(2);
  await expect(heapglass.object(/^list #\d+, 1 reference,/)).toBeVisible();
  await heapglass.press("ArrowRight");
  const list = heapglass.object(/^list #\d+, 2 references/);
  await expect(list).toBeVisible();
  const id = await list.getAttribute("data-id");
  await expect(page.locator(`.arrow.is-root[data-to="${id}"]`)).toHaveCount(2);
});

test("the list grows in its place", async ({ heapglass }) => {
  await heapglass.openRecorded(TWO_NAMES);
  await heapglass.first();
  await heapglass.toLine(3);
  const list = heapglass.object(/^list #/);
  const before = await list.getAttribute("style");
  await heapglass.press("ArrowRight");
  await expect(list).toHaveAccessibleName(/0: 1, 1: 2, 2: 3/);
  expect(await list.getAttribute("style")).toBe(before);
});

test("output appears at the step that prints it and goes away on the way back", async ({ heapglass }) => {
  await heapglass.openRecorded(TWO_NAMES);
  await heapglass.allRun();
  await expect(heapglass.output).toContainText("[1, 2, 3]");
  await heapglass.press("ArrowLeft");
  await expect(heapglass.output).toContainText("Nothing printed yet");
});

test("the slider goes to any stop", async ({ page, heapglass }) => {
  await heapglass.openRecorded("total = 0\nfor i in range(50):\n    total += i\nprint(total)\n");
  const slider = page.getByRole("slider", { name: "Stop" });
  await slider.fill("40");
  await expect.poll(() => heapglass.stop()).toBe(40);
  await slider.press("ArrowLeft");
  await expect.poll(() => heapglass.stop()).toBe(39);
});

test("a call can be stepped over and stepped out of", async ({ heapglass }) => {
  await heapglass.openRecorded("def f():\n    x = 1\n    return x\n\nf()\nprint('after')\n");
  await heapglass.first();
  await heapglass.toLine(5);
  await heapglass.press("ArrowDown");
  await expect(heapglass.place).toContainText("line 6");
  await heapglass.press("ArrowLeft");
  await expect(heapglass.frame("f")).toBeVisible();
  await heapglass.press("ArrowLeft");
  await heapglass.press("ArrowUp");
  await expect(heapglass.frame("f")).toHaveCount(0);
});

test("playing goes on by itself and stops at the end", async ({ page, heapglass }) => {
  await heapglass.openRecorded(TWO_NAMES);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("Fast");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(heapglass.place).toContainText("the end");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
});

test("playing pauses at a breakpoint", async ({ page, heapglass }) => {
  await heapglass.openRecorded(TWO_NAMES);
  await heapglass.press("End");
  await page.locator(".cm-breakpoints .cm-gutterElement").nth(3).click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(heapglass.place).toContainText("line 3");
  await page.waitForTimeout(900);
  await expect(heapglass.place).toContainText("line 3");
});

test("the program is kept for the next visit", async ({ page, heapglass }) => {
  await heapglass.openRecorded("x = 1\n");
  await heapglass.type("kept = 'yes'\n");
  await heapglass.recorded();
  await page.reload();
  await expect(heapglass.editor).toContainText("kept = 'yes'");
});
