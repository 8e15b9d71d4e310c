// A program that asks for input waits in the page; answers are given, changed, and outlive an edit. Files lie beside the program.
import { expect, test } from "./page.js";

const GREETING = "name = input('Name: ')\nage = int(input('Age: '))\nprint('Hello', name, age + 1)\n";

/** Types a line into the field the program waits with. */
async function answer(page, line) {
  await page.getByRole("textbox", { name: /^(Name|Age|Ag|The program waits)/ }).fill(line);
  await page.keyboard.press("Enter");
}

test("a program waits for its lines and goes on with them", async ({ heapglass, page }) => {
  await heapglass.open(GREETING);
  await expect(heapglass.status).toHaveText(/^Waiting for input/);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("i");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await expect(page.locator(".question label")).toHaveText(/Age/);
  await answer(page, "36");
  await heapglass.recorded();
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("Hello Ada 37");
});

test("answers outlive an edit, and can be changed and forgotten", async ({ heapglass, page }) => {
  await heapglass.open(GREETING);
  await answer(page, "Ada");
  await expect(page.locator(".question label")).toHaveText(/Age/);
  await answer(page, "36");
  await heapglass.recorded();
  await heapglass.type(GREETING.replace("Hello", "Welcome"));
  await heapglass.recorded();
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("Welcome Ada 37");
  await page.getByText("Input given: 2").click();
  await page.getByLabel("Line 1 of input").fill("Grace");
  await page.keyboard.press("Tab");
  await expect(heapglass.status).toHaveText(/recorded/);
  await heapglass.press("Home");
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("Welcome Grace 37");
  await page.getByRole("button", { name: "Forget all input" }).click();
  await expect(heapglass.status).toHaveText(/^Waiting for input/);
});

test("the end of the input is an EOFError", async ({ heapglass, page }) => {
  await heapglass.open(GREETING);
  await page.getByRole("button", { name: "End of input" }).click();
  await heapglass.recorded();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("End");
  await expect(heapglass.output).toContainText("EOFError: EOF when reading a line");
});

test("a program reads the file beside it and writes another", async ({ heapglass, page }) => {
  await heapglass.open("with open('data.txt') as f:\n    words = f.read().split()\nwith open('sorted.txt', 'w') as f:\n    print(*sorted(words), file=f)\n");
  await heapglass.recorded();
  await page.locator(".files summary").click();
  await page.getByRole("button", { name: "Add a file" }).click();
  // Letter by letter: the program runs again behind each of them, and the field keeps the focus.
  const field = page.getByLabel("Text of data.txt");
  await field.pressSequentially("pear apple", { delay: 40 });
  await expect(field).toBeFocused();
  await expect(page.locator(".written", { hasText: "sorted.txt" })).toContainText("apple pear");
});

test("on a phone the field for input can be reached", async ({ heapglass, page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await heapglass.open("print(input('? ') * 2)\n");
  const field = page.locator("#answer");
  await field.scrollIntoViewIfNeeded();
  await field.fill("ab");
  await page.getByRole("button", { name: "Enter", exact: true }).click();
  await heapglass.recorded();
  await heapglass.press("End");
  await expect(heapglass.output).toContainText("abab");
});
