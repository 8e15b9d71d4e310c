// The recipes of docs/embedding.md: pages as the tools built them (tests/recipes), in which the embed steps.
import { expect, test } from "@playwright/test";

const RECIPES = {
  "plain HTML": "plain/index.html",
  Sphinx: "sphinx/built/index.html",
  "MyST in Sphinx": "myst/built/index.html",
  "Jupyter Book 1": "jupyter-book/built/index.html",
  MkDocs: "mkdocs/built/index.html",
  mdBook: "mdbook/built/index.html",
  "Quarto's page, by Pandoc": "quarto/built/index.html",
  "reveal.js": "reveal/index.html",
  "a course system that takes scripts out": "course-system/index.html",
};

/** A click where a button within a frame is seen. Slides are scaled as a whole, of which Playwright knows nothing in Firefox. */
async function click(page, button) {
  await expect(button).toBeEnabled();
  await page.locator("iframe").scrollIntoViewIfNeeded();
  const within = await button.evaluate((element) => {
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  const [x, y] = await page.locator("iframe").evaluate((frame, [left, top]) => {
    const box = frame.getBoundingClientRect();
    const scale = box.width / frame.offsetWidth;
    return [box.left + (frame.clientLeft + left) * scale, box.top + (frame.clientTop + top) * scale];
  }, within);
  await page.mouse.click(x, y);
}

for (const [tool, path] of Object.entries(RECIPES)) {
  test(`${tool}: the embed steps`, async ({ page }) => {
    await page.goto(`/recipes/${path}`);
    if (tool === "reveal.js") await page.keyboard.press("ArrowRight");
    const frame = page.frameLocator("iframe");
    const place = frame.locator(".place");
    await expect(place).toContainText(/line [34]/, { timeout: 30_000 });
    const before = await place.textContent();
    await click(page, frame.getByRole("button", { name: "Step", exact: true }).first());
    await expect(place).not.toHaveText(before);
  });
}

for (const tool of ["MkDocs", "mdBook", "Quarto's page, by Pandoc"]) {
  test(`${tool} leaves the program as it was written: underscores, asterisks, empty lines`, async ({ page }) => {
    await page.goto(`/recipes/${RECIPES[tool]}`);
    const program = page.frameLocator("iframe").locator(".cm-content");
    await expect(program).toContainText('b.append("__init__ * 3")', { timeout: 30_000 });
    await expect(program.locator(".cm-line").nth(3)).toHaveText("");
    await expect(program.locator(".cm-line").nth(4)).toHaveText("print(a)");
  });
}
