import { expect, test } from "./page.js";

const RING = "import gc\n\nclass Node:\n    pass\n\na = Node()\nb = Node()\na.next = b\nb.next = a\ndel a, b\nfound = gc.collect()\nprint(found)\n";

test("selecting an object shows its fields, its block and its free list", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\nb = a\n");
  await heapglass.allRun();
  await heapglass.layer("Allocator");
  await heapglass.object(/^list #/).click();
  const inspector = page.getByRole("region", { name: "Inspector" });
  await expect(inspector).toContainText("list #");
  await expect(inspector.getByRole("row", { name: /ob_refcnt/ })).toContainText("0x2");
  await expect(inspector).toContainText(/block \d+ of pool \d+ in arena 0/);
  const map = page.getByRole("region", { name: "Heap map" });
  await expect(map.locator("canvas")).toHaveAttribute("data-ring", /\d/);
  await expect(map.locator(".map-told")).toContainText(/Block \d+ of pool \d+ of arena 0, .*: list #/);
});

test("a ring that no name leads to stays in sight, greyed, until the collector has found it", async ({ page, heapglass }) => {
  await heapglass.openRecorded(RING);
  await heapglass.first();
  await heapglass.toLine(11);
  await expect(page.locator(".object.is-unreachable")).toHaveCount(2);
  await expect(heapglass.object(/^Node #\d+, 1 reference, unreachable/)).toHaveCount(2);
  await heapglass.allRun();
  await expect(page.locator(".object.is-unreachable")).toHaveCount(0);
  await expect(heapglass.output).toContainText("2");
});

test("a collection can be watched phase by phase, with scratch counts", async ({ page, heapglass }) => {
  await heapglass.openRecorded(RING);
  await heapglass.layer("Collector");
  await heapglass.first();
  await heapglass.toLine(11);
  await heapglass.press("p");
  const phases = page.getByRole("list", { name: "Phases of the collection" });
  await expect(phases).toBeVisible();
  await expect(page.getByRole("region", { name: "Candidates" })).toContainText("Node #");
  let sawScratch = false;
  for (let step = 0; step < 12 && !sawScratch; step++) {
    sawScratch = (await page.locator(".slip").count()) > 0;
    if (!sawScratch) await heapglass.press("ArrowRight");
  }
  expect(sawScratch).toBe(true);
  await heapglass.press("ArrowLeft");
});

test("the three generations show counts and thresholds", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import gc\nkeep = [[] for i in range(5)]\n");
  await heapglass.allRun();
  await heapglass.layer("Collector");
  const lane = page.getByRole("group", { name: "Generation 0" });
  await expect(lane).toContainText(/\d+ \/ 700/);
  await expect(lane.getByRole("button", { name: /Select list #/ }).first()).toBeVisible();
});

test("one selection lights up in every panel", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\nb = [a]\n");
  await heapglass.allRun();
  await heapglass.layer("Collector");
  const chip = page.getByRole("group", { name: "Generation 0" }).getByRole("button", { name: /Select list #/ }).first();
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator('.object[aria-pressed="true"]')).toHaveCount(1);
  await expect(page.locator(".map-canvas canvas")).toHaveAttribute("data-ring", /\d/);
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("list #");
});
