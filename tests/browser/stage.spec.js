import { expect, test, violations } from "./page.js";

/** Where every box stands: number of the object to its transform. */
const places = (page) =>
  page.locator(".object").evaluateAll((boxes) => Object.fromEntries(boxes.map((box) => [box.dataset.id, box.style.transform])));

const idOf = (locator) => locator.getAttribute("data-id");

async function key(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(name);
}

test("every reference is an arrow from its cell to the header of its object", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\nb = a\nc = [a, a, 'hello']\n");
  await heapglass.allRun();
  const inner = await idOf(heapglass.object(/^list #.*0: 1, 1: 2/));
  const outer = await idOf(heapglass.object(/^list #.*'hello'/));
  await expect(heapglass.object(/^list #\d+, 4 references, 0: 1/)).toBeVisible();
  await expect(page.locator(`.arrow[data-to="${inner}"]`)).toHaveCount(4);
  await expect(page.locator(`.arrow[data-to="${inner}"][data-from="${outer}"]`)).toHaveCount(2);
  await expect(page.locator(`.arrow[data-to="${outer}"]:not([data-from])`)).toHaveCount(1);
  // The arrow starts at the dot of its cell.
  const near = await page.evaluate((id) => {
    const centre = (element) => {
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const dots = [...document.querySelectorAll(`.object[data-id="${id}"] .dot`)].map(centre);
    const starts = [...document.querySelectorAll(`.arrow[data-from="${id}"] .start`)].map(centre);
    return starts.every(([x, y]) => dots.some(([dotX, dotY]) => Math.hypot(x - dotX, y - dotY) < 2));
  }, outer);
  expect(near).toBe(true);
});

test("a closure can be followed: function, tuple of cells, cell, list", async ({ page, heapglass }) => {
  await heapglass.openRecorded("def make(start):\n    total = [start]\n    def add(n, step=7):\n        total.append(n)\n    return add\n\none = make(10)\n");
  await heapglass.allRun();
  for (const words of [/^add #.*closure: #/, /^tuple #.*0: #/, /^cell #.*contents: #/, /^list #.*0: 10/]) {
    await expect(heapglass.object(words).first()).toBeVisible();
  }
  await expect(heapglass.object(/^add #.*defaults: #/)).toBeVisible();
  await expect(page.locator(`.arrow[data-to="${await idOf(heapglass.object(/^list #.*0: 10/))}"]`)).toHaveCount(1);
});

test("kinds are drawn as what they are: generator with its frame, iterator with its position, exception with traceback and frame", async ({ page, heapglass }) => {
  await heapglass.openRecorded(
    "def count(n):\n    seen = [n]\n    yield n\n\ng = count(3)\nnext(g)\nit = iter([10, 20])\nnext(it)\n\ndef fail(data):\n    raise ValueError('no', data)\n\ntry:\n    fail([1])\nexcept ValueError as e:\n    saved = e\n",
  );
  await heapglass.allRun();
  await expect(heapglass.object(/^count #\d+, 1 reference, line 3, n: 3, seen: #/)).toBeVisible();
  await expect(heapglass.object(/^list_iterator #\d+, 1 reference, at position 1, over: #/)).toBeVisible();
  await expect(heapglass.object(/^ValueError #\d+,.* args: #\d+, traceback: #/)).toBeVisible();
  await expect(heapglass.object(/^traceback #\d+,.*line 11, frame: #/)).toBeVisible();
  await expect(heapglass.object(/^fail #\d+,.*line 11, data: #/)).toBeVisible();
  await expect(page.locator(".object .tile-text", { hasText: "1▸" })).toHaveCount(1);
});

test("an object that lives through a step does not move in it", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1]\nb = {'k': a}\nc = (a, b)\ndel b\nd = [c]\ndel a\ne = {1, 2}\n");
  await heapglass.first();
  let before = await places(page);
  for (let step = 0; step < 7; step++) {
    await heapglass.press("ArrowRight");
    const after = await places(page);
    for (const id of Object.keys(after)) if (before[id]) expect(after[id], `#${id} in step ${step}`).toBe(before[id]);
    before = after;
  }
});

test("places are those of the plan however one comes to a step, through calls and growth, and in every layer", async ({ page, heapglass }) => {
  await heapglass.openRecorded(
    "class Node:\n    def __init__(self, rest):\n        self.rest = rest\n\nhead = None\ngrown = []\nfor i in range(3):\n    head = Node(head)\n    grown.append([head])\nlast = (head, grown)\n",
  );
  await heapglass.first();
  await heapglass.planned();
  const seen = {};
  let before = await places(page);
  for (let step = 0; !/all lines have run/.test(await heapglass.place.textContent()); step++) {
    await heapglass.press("ArrowRight");
    const after = await places(page);
    for (const id of Object.keys(after)) if (before[id]) expect(after[id], `#${id} in step ${step}`).toBe(before[id]);
    Object.assign(seen, after);
    before = after;
  }
  for (const layer of ["2", "3", "4", "1"]) {
    await key(page, layer);
    expect(await places(page)).toEqual(before);
  }
  // The newest node is the head of the list and stands nearest to the frames.
  const left = async (locator) => (await locator.boundingBox()).x;
  const nodes = page.locator('.object[aria-label^="Node #"]:not(.is-folded)');
  await expect(nodes).toHaveCount(3);
  const order = await nodes.evaluateAll((all) => all.map((node) => [Number(node.dataset.id), node.getBoundingClientRect().x]));
  order.sort(([one], [other]) => other - one);
  expect(order.map(([, x]) => x)).toEqual([...order.map(([, x]) => x)].sort((one, other) => one - other));
  expect(await left(nodes.first())).toBeGreaterThan(0);
  await heapglass.first();
  await heapglass.allRun();
  expect(await places(page)).toEqual(before);
});

test("a name can be hidden and each hidden thing brought back; what was taken back can be done again", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\nb = {'k': 1}\nc = (a, 3)\n");
  await heapglass.allRun();
  const names = page.locator(".frame .name .key");
  await expect(names).toHaveText(["a", "b", "c"]);
  await names.filter({ hasText: "b" }).click();
  await expect(page.getByRole("group", { name: "What to do with the name b" })).toBeVisible();
  await key(page, "Backspace");
  await expect(names).toHaveText(["a", "c"]);
  await expect(heapglass.object(/^dict #/)).toHaveCount(0);
  await heapglass.object(/^tuple #/).locator(".type").click();
  await key(page, "Delete");
  const hidden = page.locator(".hidden-note");
  await expect(hidden.locator("summary")).toHaveText("Hidden: 2 (1 object)");
  await hidden.locator("summary").click();
  await page.getByRole("button", { name: /name b/ }).click();
  await expect(heapglass.object(/^dict #/)).toHaveCount(1);
  await expect(heapglass.object(/^tuple #/)).toHaveCount(0);
  await key(page, "z");
  await expect(heapglass.object(/^dict #/)).toHaveCount(0);
  await key(page, "Shift+Z");
  await expect(heapglass.object(/^dict #/)).toHaveCount(1);
});

test("pointing at an arrow tells what would die without it", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [[1], [2]]\nb = a[0]\n");
  await heapglass.allRun();
  const outer = await idOf(heapglass.object(/^list #.*0: #\d+, 1: #/));
  const middle = await page.locator(`.arrow[data-to="${outer}"] .reach`).evaluate((path) => {
    const at = path.getPointAtLength(path.getTotalLength() / 2);
    const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM());
    return [x, y];
  });
  await page.mouse.move(...middle);
  await expect(page.locator(".preview")).toContainText("2 objects would die");
  await expect(page.locator(".object.is-doomed")).toHaveCount(2);
  await page.mouse.move(5, 5);
  await expect(page.locator(".preview")).toHaveCount(0);
});

test("the stage stays where the user has moved it until it is asked to follow", async ({ page, heapglass }) => {
  await heapglass.openRecorded("class Node:\n    def __init__(self, rest):\n        self.rest = rest\n\nhead = None\nfor i in range(30):\n    head = Node(head)\n");
  await heapglass.allRun();
  const stage = page.locator(".stage");
  await stage.hover();
  await page.mouse.wheel(2000, 0);
  const left = () => stage.evaluate((element) => element.scrollLeft);
  await expect.poll(left).toBeGreaterThan(200);
  const there = await left();
  await heapglass.press("ArrowLeft");
  await heapglass.press("ArrowLeft");
  expect(await left()).toBe(there);
  await page.getByRole("button", { name: "Follow" }).click();
  await heapglass.press("ArrowLeft");
  await expect.poll(left).toBeLessThan(there);
});

test("a long list says how much it does not show, and shows more when asked", async ({ page, heapglass }) => {
  await heapglass.openRecorded("big = list(range(2000))\n");
  await heapglass.allRun();
  const list = heapglass.object(/^list #.*and 1,976 more/);
  await expect(list).toBeVisible();
  await expect(list.locator(".cell .val").last()).toHaveText("1999");
  await list.locator(".more").click();
  await expect(heapglass.object(/^list #.*and 1,904 more/)).toBeVisible();
});

test("numbers and text can be shown as the objects they are", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = 1000\nb = a\nc = 'hello'\n");
  await heapglass.allRun();
  await expect(heapglass.object(/^int #/)).toHaveCount(0);
  await key(page, "v");
  const number = heapglass.object(/^int #.* 1000,/);
  await expect(number).toBeVisible();
  await expect(page.locator(`.arrow[data-to="${await idOf(number)}"]`)).toHaveCount(2);
  await key(page, "v");
  await expect(number).toHaveCount(0);
});

test("objects can be folded, hidden, pinned and dragged, and all of it taken back", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1, 2]\nb = {'k': a}\nc = 1\n");
  await heapglass.allRun();
  const dict = heapglass.object(/^dict #/);
  const start = await dict.getAttribute("style");
  const box = await dict.boundingBox();
  await page.mouse.move(box.x + 50, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 112, { steps: 4 });
  await page.mouse.up();
  await expect(dict).not.toHaveAttribute("style", start);
  const moved = await dict.getAttribute("style");
  await key(page, "t");
  await expect(dict).toHaveAttribute("style", moved);
  await key(page, "z");
  await key(page, "z");
  await expect(dict).toHaveAttribute("style", start);

  await dict.locator(".type").click();
  await key(page, "x");
  await expect(dict.locator(".row")).toHaveCount(0);
  await key(page, "x");
  await expect(dict.locator(".row")).toHaveCount(1);

  await heapglass.object(/^list #/).locator(".type").click();
  await key(page, "Delete");
  await expect(heapglass.object(/^list #/)).toHaveCount(0);
  await expect(page.locator(".hidden-note")).toContainText("1 object");
  await expect(dict.locator(".val")).toContainText("hidden");
  await key(page, "Shift+Delete");
  await expect(heapglass.object(/^list #/)).toHaveCount(1);
});

test("an object is found by its name, type, value, number and address", async ({ page, heapglass }) => {
  await heapglass.openRecorded("alpha = [1, 2]\nbeta = {'key': 'treasure'}\ngamma = (alpha, 3)\n");
  await heapglass.allRun();
  const field = page.getByRole("textbox", { name: /^Find an object/ });
  const address = /at (0x[0-9a-f]+)/.exec(await heapglass.object(/^tuple #/).locator("title").first().textContent())[1];
  const chosen = page.locator('.object[aria-pressed="true"]');
  await key(page, "/");
  await expect(field).toBeFocused();
  for (const [words, label] of [["alpha", /^list #/], ["dict", /^dict #/], ["treasure", /^dict #/], [address, /^tuple #/]]) {
    await field.fill(words);
    await page.keyboard.press("Enter");
    await expect(chosen).toHaveAttribute("aria-label", label);
  }
  await field.fill("t");
  await expect(page.locator(".results li").first()).toBeVisible();
  await page.locator(".results").getByRole("button", { name: /^dict #/ }).click();
  await expect(chosen).toHaveAttribute("aria-label", /^dict #/);
  await field.fill("nowhere");
  await expect(page.locator(".found")).toHaveText("nothing found");
});

test("the stage can be sized with keys and wheel, fitted, and looked over in the small picture", async ({ page, heapglass }) => {
  await heapglass.openRecorded("class Node:\n    def __init__(self, v, nxt):\n        self.v, self.next = v, nxt\n\nhead = None\nfor i in range(40):\n    head = Node([i], head)\n");
  await heapglass.allRun();
  await heapglass.planned();
  const width = async () => Number(await page.locator("svg.graph").getAttribute("width"));
  const first = await width();
  await key(page, "-");
  await expect.poll(width).toBeLessThan(first);
  await page.locator(".stage").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await expect.poll(width).toBeGreaterThan(first * 0.85);
  await expect(page.locator(".minimap")).toBeVisible();
  await key(page, "0");
  await expect.poll(() => page.locator(".stage").evaluate((stage) => stage.scrollWidth <= stage.clientWidth + 8 || stage.querySelector("svg").getAttribute("width") < 3000)).toBe(true);
  await page.locator(".stage").focus();
  await key(page, "+");
});

test("the small picture lies on no frame", async ({ page, heapglass }) => {
  const names = [...Array(12).keys()].map((number) => `name${number} = [${number}]`).join("\n");
  await heapglass.openRecorded(`${names}\ndef f(n):\n    kept = [n]\n    if n:\n        f(n - 1)\n    return kept\n\nf(6)\n`);
  const map = page.locator(".minimap");
  const covers = () =>
    map.evaluateAll(([map]) => {
      const own = map?.getBoundingClientRect();
      const over = (box) => box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top;
      return own ? [...document.querySelectorAll(".stage .frame")].filter((frame) => over(frame.getBoundingClientRect())).length : 0;
    });
  let seen = 0;
  for (let step = 0; step < 40; step++) {
    await heapglass.press("ArrowRight");
    await expect.poll(covers).toBe(0);
    seen += await map.count();
  }
  expect(seen).toBeGreaterThan(3);
});

test("a box tells what changed its count", async ({ heapglass }) => {
  await heapglass.openRecorded("a = [1]\nb = a\nc = [b]\ndel a\nd = 1\n");
  await heapglass.first();
  await heapglass.toLine(3);
  await expect(heapglass.object(/^list #.*\+1: named by b/)).toBeVisible();
  await heapglass.toLine(4);
  await expect(heapglass.object(/^list #.*\+1: held by \[0\] of list #/)).toBeVisible();
  await heapglass.toLine(5);
  await expect(heapglass.object(/^list #.*−1: no longer named by a/)).toBeVisible();
});

test("a weak reference is dashed, says so, and does not count", async ({ page, heapglass }) => {
  await heapglass.openRecorded("import weakref\nclass C:\n    pass\nc = C()\nw = weakref.ref(c)\n");
  await heapglass.allRun();
  await expect(heapglass.object(/^C #\d+, 1 reference/)).toBeVisible();
  await expect(page.locator(".arrow.is-weak")).toHaveCount(1);
  await expect(page.locator(".arrow.is-weak .weak-sign")).toHaveText("weak");
});

test("axe finds nothing with a selection, a search and something hidden", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await heapglass.openRecorded("a = [1, 2]\nb = {'k': a}\nc = (b, a)\n");
  await heapglass.allRun();
  await heapglass.object(/^list #/).locator(".type").click();
  await key(page, "Delete");
  await heapglass.object(/^dict #/).locator(".type").click();
  await page.getByRole("textbox", { name: /^Find an object/ }).fill("dict");
  expect(await violations(page)).toEqual([]);
});

test("among many objects a step shows what it changes, and the step back what was before", async ({ page, heapglass }) => {
  await heapglass.openRecorded("kept = [[[i, j] for j in range(20)] for i in range(20)]\nfirst = kept[0][0]\nfirst.append('new')\nfirst.append([])\ndel first[0]\n");
  await heapglass.allRun();
  const first = page.locator(`.object[data-id="${await idOf(heapglass.object(/^list #\d+, \d references, 0: 0, 1: 'new'/))}"]`);
  const labels = [];
  for (let step = 0; step < 4; step++) {
    labels.push(await first.getAttribute("aria-label"));
    await heapglass.press("ArrowLeft");
  }
  expect(labels[0]).toMatch(/0: 0, 1: 'new', 2: #\d+/);
  expect(labels[1]).toMatch(/0: 0, 1: 0, 2: 'new', 3: #\d+/);
  expect(labels[2]).toMatch(/0: 0, 1: 0, 2: 'new'$|0: 0, 1: 0, 2: 'new',(?! 3: )/);
  expect(labels[3]).not.toContain("'new'");
  const forward = [];
  for (let step = 0; step < 4; step++) {
    await heapglass.press("ArrowRight");
    forward.unshift(await first.getAttribute("aria-label"));
  }
  expect(forward).toEqual(labels);
});
