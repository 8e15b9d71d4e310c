// The timeline: dragging, bookmarks, lifelines, looking nearer.
import { expect, test, violations } from "./page.js";

const NODES = "import gc\nclass Node:\n    pass\na = Node()\na.own = a\ndel a\nb = Node()\ndel b\nfor i in range(40):\n    c = [i]\ngc.collect()\nprint('done')\n";
const strip = (page) => page.getByRole("slider", { name: "Timeline" });
const flags = (page) => page.getByRole("list", { name: "Bookmarks" }).getByRole("button");
const drawn = (page, name) => page.locator(".stage").getByRole("button", { name });
const blur = (page) => page.evaluate(() => document.activeElement?.blur());

/** How far to the right the mark is, as a share of the strip. */
const marked = (page) =>
  page.evaluate(() => {
    const [strip, mark] = [".strip-chart", ".strip-marker"].map((name) => document.querySelector(name).getBoundingClientRect());
    return (mark.left - strip.left) / strip.width;
  });

test("the mark follows the pointer at once, the strip is not drawn anew, and the last wish is shown", async ({ page, heapglass }) => {
  await heapglass.openRecorded("kept = []\nfor n in range(3000):\n    kept.append([n])\n");
  await heapglass.first();
  const box = await strip(page).boundingBox();
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  await page.evaluate(() => {
    window.drawnAnew = 0;
    new MutationObserver((all) => (window.drawnAnew += all.length)).observe(document.querySelector(".strip-chart svg"), { subtree: true, childList: true, attributes: true });
  });
  await page.mouse.move(...at(0.1));
  await page.mouse.down();
  for (let i = 1; i <= 30; i++) await page.mouse.move(...at(0.1 + i * 0.02));
  await expect.poll(() => marked(page)).toBeCloseTo(0.7, 1);
  await page.mouse.up();
  await expect.poll(() => heapglass.stop()).toBeGreaterThan(4000);
  await expect.poll(() => heapglass.stop()).toBeLessThan(4500);
  expect(await page.evaluate(() => window.drawnAnew)).toBe(0);
  await expect.poll(() => marked(page)).toBeCloseTo(0.7, 1);
});

test("a mark that is let go at the stop on screen goes back to its place", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = 1\nb = 2\nc = 3\nd = 4\n");
  await heapglass.first();
  await heapglass.press("ArrowRight");
  await heapglass.press("ArrowRight");
  const box = await strip(page).boundingBox();
  const [own, stop] = [await marked(page), await heapglass.stop()];
  const at = box.x + box.width * own;
  await page.mouse.move(at, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(at + 12, box.y + box.height / 2, { steps: 4 });
  await expect.poll(() => marked(page)).toBeGreaterThan(own + 0.005);
  await page.mouse.up();
  await expect.poll(() => marked(page)).toBeCloseTo(own, 3);
  expect(await heapglass.stop()).toBe(stop);
});

test("the slider keeps where it is dragged to while pictures come", async ({ page, heapglass }) => {
  await heapglass.openRecorded("kept = []\nfor n in range(400):\n    kept.append([n])\n");
  await heapglass.first();
  const slider = page.getByRole("slider", { name: "Stop", exact: true });
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(box.x + 8 + (box.width / 40) * i, box.y + box.height / 2);
  await expect.poll(() => slider.inputValue().then(Number)).toBeGreaterThan(300);
  await page.mouse.up();
  await expect.poll(() => heapglass.stop()).toBeGreaterThan(300);
  expect(await heapglass.stop()).toBe(Number(await slider.inputValue()));
});

test("bookmarks are set, named, reached, taken back, and are there after a reload", async ({ page, heapglass }) => {
  await heapglass.openRecorded(NODES);
  await heapglass.first();
  await heapglass.press("ArrowRight");
  await heapglass.press("ArrowRight");
  await page.keyboard.press("6");
  await expect(flags(page)).toHaveCount(1);
  for (let i = 0; i < 3; i++) await heapglass.press("ArrowRight");
  await page.keyboard.press("6");
  await expect(flags(page)).toHaveCount(2);
  const second = await heapglass.place.textContent();
  await heapglass.press("[");
  await expect(heapglass.place).toContainText("Stop 2 of");
  await heapglass.press("]");
  await expect(heapglass.place).toHaveText(second);
  await page.keyboard.press("^");
  const list = page.getByRole("region", { name: "Bookmarks" });
  await list.getByLabel("Name of bookmark 1").fill("A node is made");
  await list.getByLabel("Note of bookmark 1").fill("Who holds it?");
  await list.getByLabel("Note of bookmark 1").blur();
  await expect(list.getByLabel("Note of bookmark 1")).toHaveValue("Who holds it?");
  await expect(flags(page).first()).toHaveAttribute("aria-label", "Bookmark 1: A node is made");
  await list.getByRole("button", { name: /^Remove (?!A node|the one)/ }).click();
  await expect(flags(page)).toHaveCount(1);
  await list.getByRole("button", { name: "Undo" }).click();
  await expect(flags(page)).toHaveCount(2);
  await page.reload();
  await heapglass.recorded();
  await expect(flags(page).first()).toHaveAttribute("aria-label", "Bookmark 1: A node is made");
  await page.keyboard.press("5");
  await expect.poll(() => page.url()).toContain("mark=2:A%20node%20is%20made%0AWho%20holds%20it?");
});

test("a link brings its bookmarks; one of the version before opens as before", async ({ page, heapglass }) => {
  await page.goto("./#v=2&code=a%20=%20[]%0Ab%20=%20a%0Adel%20a%0A&mark=1:Two%20names&mark=2:One%20goes");
  await heapglass.recorded();
  await expect(flags(page)).toHaveCount(2);
  await flags(page).nth(1).click();
  await expect(heapglass.place).toContainText("Stop 2 of");
  await page.goto("about:blank");
  await page.goto("./#v=1&code=a%20=%20[]%0Ab%20=%20a%0A&stop=1&layer=objects");
  await heapglass.recorded();
  await expect(heapglass.place).toContainText("Stop 1 of");
  await expect(page.locator(".remark")).not.toContainText("later version");
});

test("the lifeline of the selected object says of what it died, and leads there; others are kept beside it", async ({ page, heapglass }) => {
  await heapglass.openRecorded(NODES);
  await heapglass.first();
  await heapglass.toLine(6);
  await drawn(page, /^Node #\d+, 2 references/).click();
  const lines = page.getByRole("list", { name: "Lifelines" }).getByRole("listitem");
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText("collected in a cycle");
  await blur(page);
  await page.keyboard.press("Shift+L");
  await expect(lines.first().getByRole("button", { name: /^Remove the lifeline/ })).toBeVisible();
  await heapglass.toLine(8);
  await drawn(page, /^Node #\d+, 1 reference$/).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText("count fell to zero");
  await lines.last().getByRole("button", { name: /^Go to the end/ }).click();
  await expect(heapglass.place).toContainText(/line 1[12]|collection/);
  await lines.last().getByRole("button", { name: /^Remove the lifeline/ }).click();
  await expect(lines).toHaveCount(1);
});

test("the strip shows a part of the recording, with a way back; what happens is told with its line", async ({ page, heapglass }) => {
  await heapglass.openRecorded(NODES);
  await heapglass.first();
  await heapglass.toLine(10);
  await strip(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("+");
  const back = page.getByRole("button", { name: "Whole recording" });
  await expect(back).toBeVisible();
  expect(await marked(page)).toBeGreaterThan(-0.01);
  await back.click();
  await expect(back).toHaveCount(0);
  const box = await strip(page).boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
  await page.mouse.wheel(0, -300);
  await expect(back).toBeVisible();
  await strip(page).focus();
  await page.keyboard.press("0");
  await expect(back).toHaveCount(0);
  // Somewhere near the right end the collection and the output are pointed at.
  const tip = page.getByRole("tooltip");
  for (let share = 0.9995; share > 0.5 && !/done/.test((await tip.textContent().catch(() => "")) ?? ""); share -= 0.004) {
    await page.mouse.move(box.x + box.width * share, box.y + 20);
    await expect(tip).toBeVisible();
    if (/printed/.test(await tip.textContent())) await expect(tip).toContainText("Line 12: prints done");
  }
  await expect(tip).toContainText("Line 12: prints done");
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`axe finds nothing about flags, lifelines and the list of bookmarks in the ${theme} colours`, async ({ page, heapglass }) => {
    await page.addInitScript((name) => location.host && localStorage.setItem("heapglass.theme", JSON.stringify(name)), theme);
    await heapglass.openRecorded(NODES);
    await heapglass.first();
    await heapglass.toLine(6);
    await page.keyboard.press("6");
    await drawn(page, /^Node #\d+, 2 references/).click();
    await blur(page);
    await page.keyboard.press("Shift+L");
    await page.keyboard.press("^");
    await expect(page.getByRole("list", { name: "Lifelines" })).toContainText("collected in a cycle");
    expect(await violations(page, ".controls")).toEqual([]);
  });
}
