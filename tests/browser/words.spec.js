import { readFile } from "node:fs/promises";
import { expect, test, violations } from "./page.js";

async function key(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(name);
}

test("the transcript tells the whole run, goes to any step, and can be kept as text", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await heapglass.openRecorded("import gc\nclass Node:\n    pass\na = Node()\na.me = a\nb = [a]\ndel a\ndel b\ngc.collect()\nprint('done')\n");
  await key(page, "j");
  const transcript = page.getByRole("dialog", { name: "Transcript" });
  await expect(transcript.locator(".fact")).toContainText("in all", { timeout: 30_000 });
  const told = transcript.locator("ol");
  for (const words of [/Node #\d+ is made/, /The count of Node #\d+ goes from \d to \d/, /\+1: held by me of Node/, /Nothing leads to Node #\d+ any more/, /scratch count 0/, /Node #\d+ is gone, and \d+ bytes are free/, /prints "done/]) {
    const item = told.locator("li").filter({ hasText: words }).first();
    // What is not in sight is not drawn (content-visibility), and then has no text in Firefox.
    await item.scrollIntoViewIfNeeded();
    await expect(item).toContainText(words, { useInnerText: true });
  }
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await transcript.getByRole("link", { name: "Save as text" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toMatch(/Stop 2, (line \d|a collection)/);
  expect(text).toContain("step by step");
  await transcript.getByRole("button", { name: /^Stop 3,/ }).click();
  await expect(transcript).toBeHidden();
  await expect(heapglass.place).toContainText("Stop 3 of");
});

test("every command can be found by its words and run with the keyboard alone", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await heapglass.openRecorded("a = 1000\n");
  await heapglass.allRun();
  await key(page, "Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("first stop");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(heapglass.place).toContainText("Stop 0 of");
  await key(page, "Control+k");
  await expect(palette).toBeVisible();
  // Typed and Enter in one go, faster than the page draws what is found.
  await page.evaluate(() => {
    const field = document.activeElement;
    field.value = "example kept exc";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  });
  await expect(heapglass.editor).toContainText("kept = None");
});

test("a first visit offers examples by topic and a tour of six steps", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  const start = page.getByRole("dialog", { name: "What do you want to see?" });
  await expect(start).toBeVisible();
  await expect(start.getByRole("heading", { level: 3 })).toHaveText(["Names", "Counts", "Memory", "Collector"]);
  expect(await violations(page)).toEqual([]);
  await start.getByRole("button", { name: "Show me around" }).click();
  const tour = page.getByRole("region", { name: "Tour" });
  for (let step = 1; step <= 6; step++) {
    await expect(tour).toContainText(`${step} of 6`);
    if (step === 3) expect(await violations(page)).toEqual([]);
    await tour.getByRole("button", { name: /Next|Done/ }).click();
  }
  await expect(tour).toHaveCount(0);
});

test("an example is opened from the first choice", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: /^A closure and its cell/ }).click();
  await expect(page.locator(".cm-content")).toContainText("def make(start)");
  await expect(page.locator(".status")).toHaveText(/recorded/);
});
