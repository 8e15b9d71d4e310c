// Everything the page can look like, for the specs that look at all of it: what axe finds, and where the keyboard leads.
import { expect, test } from "./page.js";

const PROGRAM = "import gc\n\nclass Node:\n    pass\n\na = Node()\na.me = a\nd = {'k': [1, 2], 't': (1, 'x')}\ndel a\ngc.collect()\nprint(d)\n";
const ALIAS = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";

const link = (program, more) => `./#v=2&code=${encodeURIComponent(program)}&${more}`;

/** Presses a key for the page as a whole, whatever stop is shown then. */
export const key = async (page, name) => {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press(name);
};

const open = "dialog[open], :popover-open";

/** A list or a menu above the page: it opens by a key, and Escape closes it. */
const above = (name, opens, root, ready) => ({
  name,
  root,
  open: async ({ page }) => {
    await key(page, opens);
    await expect(page.locator(open).first()).toBeVisible();
    await ready?.(page);
  },
  close: async ({ page }) => {
    await page.keyboard.press("Escape");
    await expect(page.locator(open)).toHaveCount(0);
  },
});

const by = (name, keys, ready, close, root) => ({
  name,
  root,
  open: async (heapglass) => {
    for (const one of [keys].flat()) await key(heapglass.page, one);
    await ready(heapglass.page, heapglass);
    await heapglass.settled();
  },
  close,
});

const region = (page, name) => page.getByRole("region", { name, exact: true });
const sees = (locator, text) => (text ? expect(locator).toContainText(text) : expect(locator).toBeVisible());

/**
 * Scenes by the program they are of; the page is loaded once for each program. `root` is the part of the page that a scene
 * changes, if it leaves the rest as it was. `close` brings back what the next scene begins with.
 */
export const SCENES = [
  {
    program: "layers, an object and its tabs",
    load: async (heapglass) => {
      await heapglass.openRecorded(PROGRAM);
      await heapglass.first();
      await heapglass.toLine(10);
    },
    scenes: [
      by("names", "1", (page) => expect(page.getByRole("button", { name: "Names", exact: true })).toHaveAttribute("aria-pressed", "true")),
      by("objects, the fields of one", ["2", "b"], async (page, heapglass) => {
        await heapglass.object(/^dict #/).first().click();
        await sees(region(page, "Inspector"), "ob_refcnt");
      }),
      by("its ledger", "7", (page) => sees(page.getByRole("group", { name: "Ledger" })), null, ".right"),
      by("why it is alive", "y", (page) => sees(page.getByRole("group", { name: "Why it is alive" }), "d"), null, ".right"),
      by("what lines cost", "u", (page) => sees(page.getByRole("group", { name: "Lines" })), ({ page }) => key(page, "b"), ".right"),
      by("heap map", "3", (page) => sees(region(page, "Heap map")), null, ".right"),
      by("heap map, all blocks", "@", (page) => sees(page.getByRole("application", { name: "Map of all blocks" })), ({ page }) => key(page, "@"), ".heap-map"),
      by("byte by byte", "'", (page) => sees(region(page, "Bytes")), ({ page }) => key(page, "'"), ".bytes"),
      by("collector", "4", (page) => sees(region(page, "Generations"))),
      by("a collection under way", ["p", "p", ".", "."], (page) => sees(region(page, "Candidates"))),
      by("an alternative", ["Home", "8"], (page) => sees(page.locator(".alternative").first()), ({ page }) => key(page, "q")),
    ],
  },
  {
    program: "lists, menus and dialogs",
    load: async (heapglass) => {
      await heapglass.openRecorded(ALIAS);
      await heapglass.toLine(3);
    },
    scenes: [
      above("keys", "?", "dialog[open]"),
      above("commands", "Control+k", "dialog[open]"),
      above("lessons", "l", "dialog[open]", (page) => expect(page.locator("dialog[open] li").first()).toBeVisible()),
      above("transcript", "j", "dialog[open]", (page) => sees(page.locator("dialog[open] ol"))),
      above("take away", "Control+s", "dialog[open]"),
      above("view menu", '"', "#view-list"),
      above("go to", ":", "#go-to-list"),
      by("bookmarks", ["6", "^"], (page) => sees(region(page, "Bookmarks")), async ({ page }) => {
        await key(page, "^");
        await key(page, "6");
      }, ".controls"),
      by("an exercise with arrows", "Shift+X", (page) => sees(region(page, "Exercise"))),
      by("an exercise with counts", [], async (page) => {
        await region(page, "Exercise").getByRole("button", { name: "Set counts" }).click();
        await sees(region(page, "Exercise").getByRole("spinbutton").first());
      }, null, ".exercise"),
      by("an exercise, checked", [], async (page) => {
        await region(page, "Exercise").getByRole("button", { name: "Check" }).click();
        await sees(region(page, "Exercise").getByRole("status"), "right");
      }, async ({ page }) => region(page, "Exercise").getByRole("button", { name: "Close" }).click(), ".exercise"),
      by("panels folded", ["{", "}"], (page) => sees(page.getByRole("separator", { name: "Size of the panel Program" }), "Program"), async ({ page }) => {
        await key(page, "{");
        await key(page, "}");
      }),
      by("a mistake in the program", [], async (page, heapglass) => {
        await heapglass.type("a = = 1\n");
        await sees(page.locator(".stale"), "the last program that ran");
      }),
    ],
  },
  {
    program: "a lesson and questions",
    load: async (heapglass) => {
      await heapglass.page.goto("./#lesson=01-names-and-objects&card=3");
      await heapglass.recorded();
    },
    scenes: [
      by("a lesson asks", [], (page) => sees(region(page, "Lesson").getByRole("group", { name: "Answers" }))),
      by("a lesson, answered", [], async (page) => {
        await region(page, "Lesson").getByRole("group", { name: "Answers" }).getByRole("button").first().click();
        await sees(region(page, "Lesson").getByRole("status"));
      }, async ({ page }) => region(page, "Lesson").getByRole("button", { name: "Leave" }).click()),
      by("a question before a step", [], async (page, heapglass) => {
        await heapglass.run(ALIAS);
        await key(page, "!");
        const card = region(page, "Question");
        await heapglass.first();
        for (let step = 0; step < 4 && !(await card.isVisible()); step++) await heapglass.press("ArrowRight");
        await sees(card.getByRole("group", { name: "Answers" }));
      }),
      by("a question, answered", [], async (page) => {
        await region(page, "Question").getByRole("group", { name: "Answers" }).getByRole("button").first().click();
        await sees(region(page, "Question").getByRole("status"));
      }, null, "[aria-label='Question']"),
    ],
  },
  {
    program: "lecture mode",
    load: async (heapglass) => {
      await heapglass.page.goto(link(ALIAS, "stop=2&lecture=1&mark=1:Two%20names%0ASlowly.&mark=3:The%20list%20grows"));
      await expect(heapglass.page.locator(".lecture-place")).toHaveText(/^Stop 2/);
    },
    scenes: [by("lecture mode", [], (page) => sees(page.locator(".page.is-lecture .cm-line").first()))],
  },
  {
    program: "small windows",
    load: async (heapglass) => {
      await heapglass.openRecorded(PROGRAM);
      await heapglass.toLine(9);
      await heapglass.layer("Collector");
      await heapglass.object(/^dict #/).first().click();
    },
    scenes: [["phone", 390, 844], ["embedded", 640, 420], ["twice as large", 720, 450]].map(([name, width, height]) => ({
      name,
      open: async (heapglass) => {
        await heapglass.page.setViewportSize({ width, height });
        await heapglass.settled();
      },
    })),
  },
];

/** Goes through the scenes of a program and lets each be looked at; what was found, by scene. */
export async function through({ load, scenes }, heapglass, look) {
  const found = {};
  await load(heapglass);
  for (const scene of scenes) {
    await test.step(scene.name, async () => {
      await scene.open(heapglass);
      const what = await look(scene);
      if (what.length) found[scene.name] = what;
      await scene.close?.(heapglass);
    });
  }
  return found;
}
