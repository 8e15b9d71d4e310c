// Each panel tells what the engine's picture has: the fields of an object, what was printed, the generations, the candidates of
// a collection, the sums of the heap map, the sentence. Compared at every stop of a program.
import { expect, test } from "./page.js";
import { keepAnswers } from "./picture.js";

const PROGRAM = `import gc
class Node:
    pass
gc.collect()
gc.disable()
def ring():
    a = Node()
    a.other = Node()
    a.other.other = a
    print("a ring of two")
ring()
kept = [1, 2.5]
gc.collect(1)
print("done")
`;

/** What the panels say otherwise than the answers of the engine. Runs in the page. */
function panelDifferences() {
  const { picture, inspection } = window.answers.Shown;
  const wrong = [];
  const same = (what, seen, meant) => String(seen) === String(meant) || wrong.push(`${what}: ${JSON.stringify(seen)} on screen, ${JSON.stringify(meant)} in the answer`);
  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const text = (root, selector) => root?.querySelector(selector)?.textContent ?? "";
  const plain = (words) => words.replaceAll("`", "");
  const panel = (name) => document.querySelector(`section[aria-label="${name}"]`);

  const running = picture.collector.collection;
  same("the sentence", text(document, ".say"), plain(picture.sentence.text));
  if (picture.position.instruction) {
    const { offset, name, argument } = picture.position.instruction;
    same("the instruction", text(document, ".instruction code"), `${offset} ${name} ${argument}`);
  }

  const output = panel("Output");
  same("what was printed", text(output, ".output-text pre:not(.errors)"), picture.output);

  const map = panel("Heap map");
  same("the heap map's sum", text(map, "header .fact"), `${number(picture.heap_map.blocks_in_use)} blocks, ${number(picture.heap_map.bytes_in_use)} bytes`);

  const lanes = [...document.querySelectorAll(".lanes .lane")].filter((lane) => /^Generation \d$/.test(lane.getAttribute("aria-label")));
  same("generations", lanes.length, 3);
  const drawn = new Set(picture.objects.map(({ id }) => id));
  for (const [index, generation] of picture.collector.generations.entries()) {
    if (!lanes[index]) continue;
    same(`the counter of generation ${index}`, text(lanes[index], ".count-of"), `${number(generation.count)} / ${number(generation.threshold)}`);
    if (running) continue;
    const chips = [...lanes[index].querySelectorAll(".chip")].map((chip) => Number(chip.dataset.id));
    same(`the members of generation ${index}`, chips.sort((a, b) => a - b), generation.objects.filter((id) => drawn.has(id)).sort((a, b) => a - b));
    const others = generation.others + generation.objects.filter((id) => !drawn.has(id)).length;
    const told = text(lanes[index], ".members summary") || [...lanes[index].querySelectorAll(".members > span")].map((span) => span.textContent).join("");
    same(`how many others generation ${index} has`, told.replace(/\D/g, ""), others || "");
  }

  if (running && !running.inside) {
    const rows = new Map([...document.querySelectorAll(".work tbody tr")].map((row) => [Number(row.dataset.id), row]));
    for (const candidate of running.candidates) {
      const row = rows.get(candidate.id);
      // Those that no box shows are in the list of the interpreter's.
      if (!row) {
        if (drawn.has(candidate.id)) wrong.push(`${candidate.type_name} ${candidate.id} is no candidate on screen`);
        continue;
      }
      same(`the count of candidate ${candidate.id}`, row.cells[1].textContent, number(candidate.count));
      const scratch = row.cells[2].textContent;
      if (candidate.scratch !== null && scratch !== "–") same(`the scratch count of candidate ${candidate.id}`, scratch.split("= ").at(-1), candidate.scratch);
    }
  }

  const inspector = panel("Inspector");
  if (inspection) {
    const rows = [...inspector.querySelectorAll(".fields tr:not(.section)")].filter((row) => row.querySelector(".field"));
    same("fields", rows.length, inspection.fields.length);
    for (const [index, field] of inspection.fields.entries()) {
      if (!rows[index]) continue;
      same(`the offset of ${field.name}`, text(rows[index], ".offset").replace("−", "-"), field.offset);
      same("a field's name", text(rows[index], ".field"), field.name);
      same(`the bytes of ${field.name}`, text(rows[index], ".hex"), field.hex);
      if (field.meaning) same(`the meaning of ${field.name}`, text(rows[index], ".meaning"), field.meaning);
    }
    const object = picture.objects.find(({ address }) => address === inspection.address);
    if (object) {
      const count = object.count === null ? "immortal" : `${number(object.count)} ${object.count === 1 ? "reference" : "references"}`;
      same("its count and size", text(inspector, ".facts li"), `${count}, ${number(object.size)} bytes`);
    }
  }
  return wrong;
}

test("at every stop all panels tell what the engine has answered", async ({ page, heapglass }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await keepAnswers(page);
  await heapglass.openRecorded(PROGRAM);
  await heapglass.layer("Collector");
  await heapglass.allRun();
  await heapglass.object(/^list #\d+, 1 reference, 0: 1/).click();
  await expect(page.getByRole("region", { name: "Inspector" }).locator(".fields")).toBeVisible();
  await heapglass.first();
  let stops = 0;
  for (; !(await heapglass.place.textContent()).includes("the end"); stops++) {
    await expect.poll(() => page.evaluate(panelDifferences), { message: await heapglass.place.textContent() }).toEqual([]);
    await heapglass.press("ArrowRight");
  }
  expect(stops).toBeGreaterThan(20);
});
