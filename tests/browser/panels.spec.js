import { expect, test } from "./page.js";

const PROGRAM = "a = [1, 2]\nb = {'list': a}\nprint(b)\n";
const border = (page, name) => page.getByRole("separator", { name: `Size of the panel ${name}` });

test.beforeEach(async ({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("each border moves by arrow keys, Home and End, and Enter folds and unfolds its panel", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.layer("Collector");
  for (const [name, larger] of [["Program", "ArrowRight"], ["Output", "ArrowUp"], ["Details", "ArrowLeft"], ["Heap map", "ArrowUp"], ["Collector", "ArrowUp"]]) {
    const handle = border(page, name);
    const size = async () => Number(await handle.getAttribute("aria-valuenow"));
    await handle.focus();
    await page.keyboard.press("Home");
    const least = await size();
    await page.keyboard.press(larger);
    await expect.poll(size, name).toBeGreaterThan(least);
    await page.keyboard.press("End");
    await expect.poll(size, name).toBe(Number(await handle.getAttribute("aria-valuemax")));
    await page.keyboard.press("Enter");
    await expect(handle).toHaveAttribute("aria-valuetext", "folded");
    await expect(handle).toContainText(name);
    await expect(handle).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(handle).not.toHaveAttribute("aria-valuetext", "folded");
    await page.keyboard.press("Home");
  }
});

test("a link brings its arrangement, its folded panels and its speed", async ({ page, heapglass }) => {
  await page.goto("./#example=aliasing&panels=projector&folded=output&speed=slow");
  await heapglass.recorded();
  await expect(page.locator(".page")).toHaveAttribute("data-preset", "projector");
  await expect(page.locator(".output")).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("slow");
});

test("a picture that is not of the text in the editor says so, and stays", async ({ page, heapglass }) => {
  await heapglass.openRecorded(PROGRAM);
  await heapglass.allRun();
  await heapglass.type("a = = 1\n");
  await expect(page.locator(".stale")).toContainText("the last program that ran");
  await expect(heapglass.object(/^list #/)).toBeVisible();
  await heapglass.type("a = [7]\n");
  await expect(page.locator(".stale")).toHaveCount(0);
});

test("an engine that could not be fetched is fetched again, and the program is still there", async ({ page, heapglass }) => {
  let broken = true;
  await page.route(/engine-(?!rest)[^/]*\.wasm/, (route) => (broken ? route.fulfill({ status: 200, contentType: "application/wasm", body: "no engine" }) : route.continue()));
  await heapglass.open(PROGRAM);
  await expect(heapglass.status).toContainText("Your program is kept");
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await heapglass.recorded();
  await expect(heapglass.editor).toContainText("'list': a");
});
