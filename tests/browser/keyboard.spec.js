import { expect, test } from "./page.js";
import { key, SCENES, through } from "./scenes.js";

/** What can be pressed, chosen, typed into or moved, as one that sees the page would count it. */
const INTERACTIVE = "button, select, input, textarea, a[href], summary, [role=button], [role=slider], [role=separator], [role=tab], [role=option], [role=application], [contenteditable=true]";

/** What the browser itself works by keys; each of the others has a test of its own below. */
const OF_THE_BROWSER = "button, select, input, textarea, a[href], summary";
const OF_THE_PAGE = "svg.graph [role=button], [role=slider], [role=separator], [role=option], [role=application], .cm-content";

/** All that can be seen of it now within `root`; each is given a number. */
async function controls(page, root) {
  return page.evaluate(
    ([root, interactive, browsers, pages]) => {
      for (const old of document.querySelectorAll("[data-control]")) delete old.dataset.control;
      const seen = [...document.querySelector(root).querySelectorAll(interactive)].filter((element) => {
        const box = element.getBoundingClientRect();
        const closed = element.closest("[inert]") || !element.checkVisibility();
        return !closed && box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible" && !element.disabled && element.getAttribute("aria-hidden") !== "true";
      });
      return seen.map((element, number) => {
        element.dataset.control = number;
        const labels = [element.getAttribute("aria-label"), ...(element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => id && document.getElementById(id)?.textContent)];
        const texts = [...labels, ...[...(element.labels ?? [])].map((label) => label.textContent), element.matches("select, .cm-content") ? "" : element.textContent];
        const told = [element, ...(element.labels ?? [])].map((one) => one.getAttribute("title")).concat(element.querySelector("title")?.textContent);
        return {
          number,
          words: `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${element.textContent.trim().slice(0, 30)}`,
          name: texts.find((text) => text?.trim())?.trim() ?? "",
          tells: told.find((text) => text?.trim()) ?? "",
          // One stop for a list whose items the arrow keys choose.
          managed: element.matches("[role=listbox][id] [role=option]"),
          untold: element.matches("svg.graph *, .cm-content, [role=option], [role=application]"),
          known: element.matches(browsers) || element.matches(pages),
        };
      });
    },
    [root, INTERACTIVE, OF_THE_BROWSER, OF_THE_PAGE],
  );
}

/** From here on what is clicked is noted, with the key that did it, and nothing happens. */
const noteClicks = (page) =>
  page.evaluate(() => {
    window.clicked = [];
    if (window.unclick) return;
    window.unclick = new AbortController();
    const { signal } = window.unclick;
    const note = (event) => {
      window.clicked.push(`${window.pressed} on ${event.target.closest("[data-control]")?.dataset.control}`);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", ({ key }) => (window.pressed = key === " " ? "Space" : key), { capture: true, signal });
    window.addEventListener("click", note, { capture: true, signal });
  });

const letClicks = (page) =>
  page.evaluate(() => {
    window.unclick?.abort();
    window.unclick = null;
    return window.clicked;
  });

/** Where the focus is: which control, whether that is to be seen, and what is to be pressed there. */
const focused = (page, root) =>
  page.evaluate(async (root) => {
    // The editor shows it a moment later.
    if (document.activeElement?.closest(".cm-editor:not(.cm-focused)")) await new Promise((done) => setTimeout(done, 100));
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ringed = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.strokeDasharray === "6px, 3px";
    };
    const shows = ringed(element) || ringed(element.closest(".cm-editor") ?? element) || [...element.querySelectorAll(".ring")].some(ringed);
    const presses = element.matches("button, summary") ? ["Enter", "Space"] : element.matches("input[type=checkbox]") ? ["Space"] : [];
    return {
      number: element.dataset.control,
      shows,
      presses,
      inEditor: element.closest(".cm-editor") !== null,
      inside: element.closest(root) !== null,
      atFence: element.matches("[data-fence]"),
      words: element.outerHTML.slice(0, 120),
    };
  }, root);

/** Stops of Tab before the first control and behind the last: beyond them the focus would be the browser's, and a driven Firefox does not give it back. */
const fence = (page, root) =>
  page.evaluate((root) => {
    const part = document.querySelector(root);
    const around = part.closest("dialog") ?? document.body;
    const posts = [0, 1].map(() => Object.assign(document.createElement("span"), { tabIndex: 0, style: "position: fixed" }));
    for (const post of posts) post.dataset.fence = "";
    around.prepend(posts[0]);
    around.append(posts[1]);
  }, root);

const unfence = (page) => page.evaluate(() => document.querySelectorAll("[data-fence]").forEach((post) => post.remove()));

/** Where Tab leads: numbers of controls, those that show no sign of having the focus, and what was pressed on which. */
async function tabbed(page, root, most, pressed) {
  const reached = new Set();
  const [unseen, pressedHere] = [[], []];
  let again = 0;
  await fence(page, root);
  const within = await page.evaluate((root) => {
    const part = document.querySelector(root);
    const opener = document.querySelector(`[popovertarget="${root.slice(1)}"]`);
    const whole = part.matches(".page, dialog");
    (opener ?? (whole ? document.querySelector("[data-fence]") : part.querySelector("[data-control]"))).focus();
    return !opener && !whole;
  }, root);
  // A part of the page is walked from its first control on; all of the page, and what is above it, from one end to the other.
  if (within) await page.keyboard.press("Shift+Tab");
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press("Tab");
    const here = await focused(page, root);
    if (!here || here.atFence) break;
    if (here.number === undefined) {
      // The part has been left: the rest of the page is walked in another scene.
      if (!here.inside && reached.size) break;
      continue;
    }
    if (reached.has(here.number)) {
      // The editor forgets Escape after two seconds, which a busy machine may take to the next key.
      if (here.inEditor && again++ < 2) {
        await page.keyboard.press("Escape");
        continue;
      }
      break;
    }
    reached.add(here.number);
    if (!here.shows) unseen.push(here.words);
    for (const press of pressed.has(here.words) ? [] : here.presses) {
      await page.keyboard.press(press);
      pressedHere.push([`${press} on ${here.number}`, here.words]);
    }
    pressed.add(here.words);
    // In the program Tab is a part of the text until Escape was pressed.
    if (here.inEditor) await page.keyboard.press("Escape");
  }
  await unfence(page);
  // Keys are for the page again.
  await page.evaluate((root) => document.querySelector(root).querySelector("[data-control]").focus(), root);
  return { reached, unseen, pressedHere };
}

/** What is wrong with the controls within `root`. */
async function wrongs(page, root, pressed) {
  const all = await controls(page, root);
  if (!all.length) return ["there are no controls"];
  await noteClicks(page);
  const { reached, unseen, pressedHere } = await tabbed(page, root, all.length + 60, pressed);
  const clicked = new Set(await letClicks(page));
  return [
    ...all.filter(({ name }) => !name).map(({ words }) => `no name: ${words}`),
    ...all.filter(({ tells, untold }) => !tells && !untold).map(({ words }) => `no tooltip: ${words}`),
    ...all.filter(({ number, managed }) => !managed && !reached.has(String(number))).map(({ words }) => `Tab does not reach: ${words}`),
    ...all.filter(({ known }) => !known).map(({ words }) => `no test presses its keys: ${words}`),
    ...unseen.map((words) => `the focus is not seen: ${words}`),
    ...pressedHere.filter(([press]) => !clicked.has(press)).map(([press, words]) => `${press.split(" ")[0]} does nothing on ${words}`),
  ];
}

test.beforeEach(async ({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (const group of SCENES) {
  test(`each control has a name, a tooltip, a place among the stops of Tab, shows the focus, and works: ${group.program}`, async ({ page, heapglass }) => {
    test.setTimeout(120_000);
    const pressed = new Set();
    expect(await through(group, heapglass, async ({ root }) => wrongs(page, root ?? ".page", pressed))).toEqual({});
  });
}

test("the buttons of the bar and of the steps work by Enter and Space", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1]\nb = a\nprint(b)\n");
  const press = async (name, by) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press(by);
  };
  await press("Step", "Enter");
  await expect(heapglass.place).toContainText("Stop 1 of");
  await press("Step", "Space");
  await expect(heapglass.place).toContainText("Stop 2 of");
  await press("Step back", "Space");
  await expect(heapglass.place).toContainText("Stop 1 of");
  await press("Allocator", "Enter");
  await expect(page.getByRole("region", { name: "Heap map" })).toBeVisible();
  await press("View", "Enter");
  await page.getByRole("combobox", { name: "Panels for" }).selectOption("projector");
  await expect(page.locator(".page")).toHaveAttribute("data-preset", "projector");
  await page.keyboard.press("Escape");
  await key(page, "`");
  await expect(page.locator(".page")).toHaveAttribute("data-preset", "embed");
});

test("F6 goes from panel to panel and round, Shift F6 the other way", async ({ page, heapglass }) => {
  await heapglass.openRecorded("a = [1]\n");
  const here = () => page.evaluate(() => document.activeElement.className.split(" ").find((word) => /^(bar|program|output|sentence|stage-frame|controls)$/.test(word)));
  const way = [];
  for (let stops = 0; stops < 7; stops++) {
    await page.keyboard.press("F6");
    way.push(await here());
  }
  expect(way).toEqual(["bar", "program", "output", "sentence", "stage-frame", "controls", "bar"]);
  await page.keyboard.press("Shift+F6");
  expect(await here()).toBe("controls");
});
