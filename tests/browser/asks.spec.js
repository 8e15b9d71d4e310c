// Questions about time: the strip, the ledger, why an object is alive, what lines cost, and alternatives.
import { expect, test } from "./page.js";

const LIST = "a = []\nb = a\nc = [a]\ndel b\nc.clear()\na = None\nprint('done')\n";

const ask = (page, word) => page.getByRole("group", { name: "What to show of it" }).getByRole("button", { name: word });

test("the strip shows the recording and goes where it is pressed, with the keys as well", async ({ page, heapglass }) => {
  await heapglass.openRecorded("kept = []\nfor n in range(400):\n    kept.append([n])\nprint(len(kept))\nkept.clear()\n");
  await heapglass.first();
  const strip = page.getByRole("slider", { name: "Timeline" });
  await expect(strip).toBeVisible();
  await expect(strip.locator(".strip-now .strip-objects")).toHaveAttribute("d", /^M0\.0 54L.+Z$/);
  const box = await strip.boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
  await page.mouse.down();
  await expect(heapglass.place).not.toContainText("Stop 0 of");
  const quarter = await heapglass.stop();
  expect(quarter).toBeGreaterThan(150);
  expect(quarter).toBeLessThan(260);
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => heapglass.stop()).toBeGreaterThan(500);
  await strip.focus();
  await page.keyboard.press("Home");
  await expect(heapglass.place).toContainText("Stop 0 of");
  await page.keyboard.press("ArrowRight");
  await expect(heapglass.place).toContainText("Stop 1 of");
  await page.keyboard.press("PageDown");
  await expect.poll(() => heapglass.stop()).toBeGreaterThan(20);
  await expect(strip).toHaveAttribute("aria-valuetext", /objects alive, .+ bytes in .+ pools/);
});

test("the ledger tells every change of the count with its line, and leads there", async ({ page, heapglass }) => {
  await heapglass.openRecorded(LIST);
  await heapglass.first();
  await heapglass.toLine(4);
  await heapglass.object(/^list #\d+, 3 references/).click();
  await ask(page, "Ledger").click();
  const rows = page.locator(".ledger tbody tr");
  await expect(rows.first()).toContainText("made by BUILD_LIST");
  await expect(rows.filter({ hasText: "bound to the name b" })).toContainText("+1");
  await expect(rows.last()).toContainText("the name a was bound to something else");
  await expect(rows.last()).toContainText("−1");
  await expect(page.locator(".life")).toContainText("Born in line 1 by BUILD_LIST");
  await expect(page.locator(".life")).toContainText("Died in line 6: its last reference went");
  // The count of the entry that is marked is the count on the stage.
  await expect(page.locator(".ledger tr.is-now .count")).toHaveText("3");
  await rows.filter({ hasText: "the name b was deleted" }).getByRole("button", { name: "line 4" }).click();
  await expect(heapglass.object(/^list #\d+, 2 references/)).toBeVisible();
});

test("who had the same address before is told", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1]\ndel a\nb = [2]\nprint(b)\n");
  await heapglass.allRun();
  await heapglass.object(/^list #\d+, 1 reference/).click();
  await ask(page, "Ledger").click();
  await page.getByRole("button", { name: "Who else had this address?" }).click();
  const lives = page.locator(".tenants li");
  await expect(lives.filter({ hasText: "died in line 2" })).toContainText("list");
  await expect(page.locator('.tenants [aria-current="true"]')).toContainText("born in line 3");
});

test("why an object is alive, and what would die without a reference", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [[], []]\nb = a[0]\ndone = True\n");
  await heapglass.allRun();
  const id = await page.locator('.arrow.is-root').last().getAttribute("data-to");
  await page.evaluate(() => document.activeElement?.blur());
  await page.locator(`[data-id="${id}"]`).first().click();
  await page.keyboard.press("y");
  await expect(page.locator(".answers .verdict")).toContainText("is alive because of");
  await expect(page.locator(".ways li").first()).toContainText("the name");
  await page.locator(".held-by").getByRole("button", { name: /^What would die without/ }).first().click();
  await expect(page.locator(".doomed")).toContainText(/would (die|live)/);
});

test("an alternative is a future of its own, and leaving it brings the recording back as it was", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import weakref\nclass Thing: pass\na = Thing()\nr = weakref.ref(a)\nprint(r() is None)\n");
  await heapglass.first();
  await heapglass.toLine(5);
  await heapglass.object(/^Thing #/).last().click();
  await ask(page, "Why alive?").click();
  const before = await heapglass.place.textContent();
  await page.getByRole("button", { name: "Go on without the name a", exact: true }).click();
  const banner = page.locator(".alternative");
  await expect(banner).toContainText("The name a is bound to None instead.");
  await expect(page.locator(".page")).toHaveClass(/is-alternative/);
  await expect(heapglass.place).toContainText("Stop 0 of");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("End");
  await expect(heapglass.output).toHaveText(/True/);
  await page.keyboard.press("q");
  await expect(banner).toHaveCount(0);
  await expect(heapglass.place).toHaveText(before);
  await page.keyboard.press("End");
  await expect(heapglass.output).toHaveText(/False/);
});

test("a collection can be run here, in an alternative; what cannot be says why", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import gc\ngc.disable()\na = []\na.append(a)\ndel a\ndone = True\n");
  await heapglass.allRun();
  await page.keyboard.press("8");
  await expect(page.locator(".refused")).toContainText("The collector is switched off already");
  await page.keyboard.press("9");
  await expect(page.locator(".alternative")).toContainText("A full collection has run: it found 1 object that nobody could reach.");
  await page.getByRole("button", { name: "Leave this alternative" }).click();
  await expect(page.locator(".alternative")).toHaveCount(0);
});

test("what lines cost: runs, instructions, objects and bytes", async ({ page, heapglass }) => {
  await heapglass.openRecorded("kept = []\nfor n in range(300):\n    kept.append([n])\nkept.clear()\n");
  await page.getByRole("button", { name: "Costs", exact: true }).click();
  const rows = page.locator(".costs tbody tr");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1).locator("td").first()).toHaveText("301");
  await expect(rows.nth(2).locator("td").first()).toHaveText("300");
  await expect(rows.nth(2).locator("td").last()).toHaveText(/^\+/);
  await expect(rows.nth(3).locator("td").last()).toHaveText(/^−/);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("u");
  await expect(rows).toHaveCount(0);
});
