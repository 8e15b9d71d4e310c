import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.js";

async function begin(page, heapglass, title) {
  await heapglass.openRecorded("mine = 1\n");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("l");
  const list = page.getByRole("dialog", { name: "Lessons" });
  await expect(list.getByRole("listitem")).toHaveCount(18);
  await list.getByRole("button", { name: title }).click();
  const lesson = page.getByRole("region", { name: "Lesson" });
  await expect(lesson.getByRole("heading")).toHaveText(title);
  await heapglass.recorded();
  return lesson;
}

const next = (lesson) => lesson.getByRole("button", { name: "Next" }).click();

test("a lesson shows its states, asks, and plays the answer", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Names and objects");
  await expect(heapglass.place).toContainText("line 2");
  await next(lesson);
  await expect(heapglass.place).toContainText("line 3");
  await next(lesson);
  await expect(heapglass.place).toContainText("line 4");
  await lesson.getByRole("button", { name: "[1, 2]", exact: true }).click();
  await expect(lesson.getByRole("status")).toContainText("Not so.");
  await expect(heapglass.output).toHaveText("[1, 2, 3]\n");
});

test("a variation changes the program and can be taken back", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Names and objects");
  for (let card = 0; card < 4; card++) await next(lesson);
  await lesson.getByRole("button", { name: "Make this change" }).click();
  await expect(heapglass.editor).toContainText("b += [4]");
  await lesson.getByRole("button", { name: "Change it back" }).click();
  await expect(heapglass.editor).toContainText("b = b + [4]");
});

test("leaving a lesson brings back the program that was there before", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Slots");
  await lesson.getByRole("button", { name: "Leave" }).click();
  await expect(lesson).toHaveCount(0);
  await expect(heapglass.editor).toContainText("mine = 1");
});

test("every lesson opens, and axe finds nothing in a question", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Counting references");
  await page.keyboard.press("l");
  const list = page.getByRole("dialog", { name: "Lessons" });
  const titles = await list.getByRole("listitem").locator("b").allTextContents();
  for (const title of titles) {
    if (!(await list.isVisible())) await page.keyboard.press("l");
    await list.getByRole("button", { name: title }).click();
    await expect(lesson.getByRole("heading")).toHaveText(title);
    await heapglass.recorded();
  }
  while (!(await lesson.getByRole("group", { name: "Answers" }).isVisible())) await next(lesson);
  const result = await new AxeBuilder({ page }).analyze();
  expect(result.violations.map((violation) => violation.id)).toEqual([]);
});

test("a list that cannot be loaded says so", async ({ page, heapglass }) => {
  await page.route("**/lessons/index.json", (route) => route.fulfill({ status: 200, body: "not a list" }));
  await heapglass.openRecorded("mine = 1\n");
  await page.getByRole("button", { name: "Lessons" }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
});
