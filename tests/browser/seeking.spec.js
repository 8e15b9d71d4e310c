import { expect, test } from "./page.js";

const PROGRAM = `class Node:
    def __init__(self, n):
        self.n = n

kept = []
for n in range(5):
    node = Node(n)
    kept.append(node)
kept.pop()
node = None
print("done")
try:
    int("no")
except ValueError:
    pass
end = 1
`;

/** Presses a key for the page as a whole. */
async function key(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(name);
}

test("keys go to what happens next and to what happened before", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  const remark = page.locator(".remark");
  await key(page, "o");
  await expect(remark).toHaveText("Written: done");
  await expect(heapglass.output).toContainText("done");
  await key(page, "e");
  await expect(remark).toContainText("ValueError is raised");
  await expect(heapglass.place).toContainText("line 13");
  await key(page, "Shift+O");
  await expect(remark).toHaveText("Written: done");
  await key(page, "d");
  await expect(remark).toContainText("dies");
});

test("where there is nothing the page says so and stays", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await key(page, "Shift+E");
  await expect(page.locator(".remark")).toHaveText("No exception is raised before this.");
  await expect(heapglass.place).toContainText("Stop 0 of");
  await key(page, "r");
  await expect(page.locator(".remark")).toHaveText("Select an object first.");
  await key(page, "ArrowLeft");
  await expect(page.locator(".remark")).toHaveText("This is where the program begins.");
});

test("the menu goes to the changes of a selected object's count and to its death", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await heapglass.toLine(8);
  await heapglass.object(/^Node #\d+, \d reference/).last().click();
  await page.getByRole("button", { name: "Go to…" }).click();
  await page.getByRole("button", { name: "The selected object’s count changes: next" }).click();
  await expect(page.locator(".remark")).toContainText(/The count of Node #\d+ goes from \d to \d/);
  await page.getByRole("button", { name: "The selected object dies: next" }).click();
  await expect(page.locator(".remark")).toContainText("dies");
  await page.keyboard.press("Escape");
});

test("the changes of a chosen name are gone to", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await heapglass.toLine(8);
  await page.getByRole("button", { name: "Go to…" }).click();
  await page.getByLabel("The name that is watched").selectOption("node");
  await page.getByRole("button", { name: "A name changes: next" }).click();
  await expect(page.locator(".remark")).toContainText("node now names Node #");
  await page.getByRole("button", { name: "A name changes: before" }).click();
  await expect(page.locator(".remark")).toContainText("now names Node #");
});

test("a breakpoint stops only where its condition holds", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await page.locator(".cm-breakpoints .cm-gutterElement").nth(3).click({ button: "right" });
  const field = page.getByLabel("Stop before line 3 if");
  await expect(field).toBeFocused();
  await field.fill("n >");
  await page.keyboard.press("Enter");
  await expect(page.locator(".condition .complaint")).toHaveText("The condition n > is not an expression: invalid syntax.");
  await field.fill("n == 3");
  await page.keyboard.press("Enter");
  await expect(page.locator(".condition")).toHaveCount(0);
  await expect(page.locator(".cm-breakpoint.has-condition")).toHaveCount(1);
  await key(page, "c");
  await expect(page.locator(".remark")).toHaveText("n == 3 is true.");
  await expect(heapglass.place).toContainText("line 3 in __init__");
  await key(page, "c");
  await expect(page.locator(".remark")).toHaveText("Line 3 does not run with n == 3 true after this.");
});

test("a condition that would change the program is refused", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await page.locator(".cm-breakpoints .cm-gutterElement").nth(8).click({ button: "right" });
  await page.getByLabel("Stop before line 8 if").fill("kept.append(7)");
  await page.keyboard.press("Enter");
  await expect(page.locator(".condition")).toHaveCount(0);
  await expect(page.locator(".cm-breakpoint.has-condition")).toHaveCount(1);
  await key(page, "c");
  await expect(page.locator(".remark")).toContainText("would change the program");
  await expect(heapglass.place).toContainText("Stop 0 of");
});

test("what is being written as a condition stays while the page shows another step", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.first();
  await page.locator(".cm-breakpoints .cm-gutterElement").nth(3).click({ button: "right" });
  const field = page.getByLabel("Stop before line 3 if");
  await field.fill("n ==");
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(heapglass.place).not.toContainText("Stop 0 of");
  await expect(field).toHaveValue("n ==");
  await field.fill("n == 3");
  await field.press("Enter");
  await expect(page.locator(".cm-breakpoint.has-condition")).toHaveCount(1);
});

test("a long search tells how far it is and can be given up", async ({ page, heapglass }) => {
  await heapglass.openRecorded("total = 0\nfor n in range(1200000):\n    total += n\nprint(total)\n");
  await heapglass.first();
  const before = await heapglass.place.textContent();
  await key(page, "e");
  await page.getByRole("button", { name: "Give up" }).click();
  await expect(page.locator(".remark")).toHaveText("The search was given up.");
  await expect(heapglass.place).toHaveText(before);
  await key(page, "o");
  await expect(page.locator(".remark")).toContainText("Written: 719999400000", { timeout: 60_000 });
});
