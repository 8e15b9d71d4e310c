import { expect, test, violations } from "./page.js";

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

test("an arrow is drawn in a lesson, and the card says why", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Names and objects");
  for (let card = 0; card < 3; card++) await next(lesson);
  await expect(heapglass.place).toContainText("line 5");
  await lesson.getByRole("button", { name: "Draw arrows" }).click();
  const exercise = page.getByRole("region", { name: "Exercise" });
  await exercise.getByLabel("b points at").selectOption("a new object");
  await exercise.getByRole("button", { name: "Check" }).click();
  await expect(exercise).toContainText("2 of 2 right");
  await expect(lesson.getByRole("status")).toContainText("makes a new list");
});

test("a variation changes the program and can be taken back", async ({ page, heapglass }) => {
  const lesson = await begin(page, heapglass, "Names and objects");
  for (let card = 0; card < 5; card++) await next(lesson);
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
  await expect(list).toBeVisible();
  // One call for all of them in Playwright's own way crashes Firefox's process of the page.
  const titles = await page.evaluate(() => [...document.querySelectorAll("dialog[open] li b")].map(({ textContent }) => textContent));
  expect(titles).toHaveLength(18);
  for (const title of titles) {
    if (!(await list.isVisible())) await page.keyboard.press("l");
    await list.getByRole("button", { name: title }).click();
    await expect(lesson.getByRole("heading")).toHaveText(title);
    await heapglass.recorded();
  }
  while (!(await lesson.getByRole("group", { name: "Answers" }).isVisible())) {
    await next(lesson);
    await heapglass.settled();
  }
  expect(await violations(page)).toEqual([]);
});

test("a list that cannot be loaded says so", async ({ page, heapglass }) => {
  await page.route("**/lessons/index.json", (route) => route.fulfill({ status: 200, body: "not a list" }));
  await heapglass.openRecorded("mine = 1\n");
  await page.getByRole("button", { name: "Lessons" }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
});
