// The engine's answers as they reach the page, and how the stage differs from the picture among them.

/** Keeps the last answer of each kind in `window.answers`, from before the page loads. */
export async function keepAnswers(page) {
  await page.addInitScript(() => {
    window.answers = {};
    window.Worker = class extends window.Worker {
      constructor(...wishes) {
        super(...wishes);
        this.addEventListener("message", ({ data }) => {
          if (typeof data !== "string") return;
          for (const [kind, answer] of Object.entries(JSON.parse(data))) {
            if (kind !== "Thinned") {
              window.answers[kind] = answer;
              continue;
            }
            // What was left out is as it was in the picture before.
            const before = window.answers.Shown.picture.objects;
            const sent = [...answer.picture.objects];
            const objects = answer.same.flatMap(([from, count, more]) => [...before.slice(from, from + count), ...sent.splice(0, more)]);
            window.answers.Shown = { ...answer, picture: { ...answer.picture, objects } };
          }
        });
      }
    };
  });
}

/**
 * What on the stage is not as in the picture, in words: boxes, their words and counts, their rows and cells, and for each dot
 * where its arrow ends. Runs in the page.
 */
export function differences() {
  const { picture } = window.answers.Shown;
  const wrong = [];
  const same = (what, seen, meant) => seen === meant || wrong.push(`${what}: ${JSON.stringify(seen)} on screen, ${JSON.stringify(meant)} in the picture`);
  const words = (root, selector) => root.querySelector(selector)?.textContent ?? "";
  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const birth = (id) => (id >= 2 ** 31 ? `#−${2 ** 32 - id}` : id > 0 ? `#${id}` : "#−0");
  // What is long ends with a sign for the rest.
  const fits = (what, seen, meant) => (seen.endsWith("…") && meant.startsWith(seen.slice(0, -1))) || same(what, seen, meant);
  const centre = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const boxes = new Map([...document.querySelectorAll("g.object[data-id]")].map((box) => [Number(box.dataset.id), box]));
  const known = new Map(picture.objects.map((object) => [object.id, object]));
  for (const id of boxes.keys()) if (!known.has(id)) wrong.push(`${birth(id)} is on screen and not in the picture`);

  /** Dots that an arrow has to leave from: the dot, whose it is, where the arrow ends, whether it counts. */
  const dots = [];
  const value = (what, place, { value, weak }, from) => {
    const dot = [...place.querySelectorAll("circle.dot")].at(-1);
    const text = words(place, ".val");
    if (value === "Empty") return same(what, text, "—");
    if (value.InPlace) return fits(what, text, value.InPlace.text);
    if (boxes.has(value.Arrow)) return dot ? dots.push({ dot, what, from, to: value.Arrow, weak: Boolean(weak) }) : wrong.push(`${what}: no dot for an arrow`);
    return text.includes("not drawn") || text.includes("hidden") || wrong.push(`${what}: ${JSON.stringify(text)} for an object that is not drawn`);
  };

  for (const [id, box] of boxes) {
    const object = known.get(id);
    if (!object) continue;
    const what = `${object.type_name} ${birth(id)}`;
    same(`${what}: its type or name`, words(box, ".type"), object.name || object.type_name);
    if (box.querySelector(".birth:not(.fact)")) same(`${what}: its number`, words(box, ".birth:not(.fact)"), birth(id));
    same(`${what}: its fact`, words(box, ".fact"), object.fact);
    same(`${what}: its count`, words(box, ".count > text"), object.count === null ? "∞" : number(object.count));
    same(`${what}: its change`, words(document, `.changes [data-of="${id}"] text`), object.count_change === 0 ? "" : `${object.count_change > 0 ? "+" : "−"}${Math.abs(object.count_change)}`);
    same(`${what}: whether it is lost`, box.querySelector(".cut-ring") !== null, !object.reachable);
    if (object.position !== null) same(`${what}: its position`, words(box, ".tile-text"), `${object.position}▸`);
    if (box.classList.contains("is-folded")) continue;
    const cells = [...box.querySelectorAll(".cell:not(.is-spare)")];
    const rows = [...box.querySelectorAll(".row:not(.is-note)")];
    if (object.parts.length === 0) {
      same(`${what}: rows and cells`, cells.length + rows.length, 0);
      const inside = ["List", "Tuple", "Dict", "Set"].includes(object.shape);
      if (object.value && !inside) fits(`${what}: its value`, words(box, ":scope > .val"), object.value);
    } else {
      if (object.value) fits(`${what}: its value`, words(box, ":scope > .val"), object.value);
      same(`${what}: rows and cells`, cells.length + rows.length, object.parts.length);
      for (const [index, part] of object.parts.entries()) {
        const place = cells[index] ?? rows[index];
        if (!place) continue;
        const name = `${what}, ${part.label}`;
        if (cells.length === 0) fits(`${name}: its label`, words(place, ".key"), part.label);
        else fits(`${name}: its index`, words(place, ".index"), part.label);
        value(name, place, part, id);
        if (part.key?.Arrow !== undefined && boxes.has(part.key.Arrow)) {
          dots.push({ dot: place.querySelector("circle.dot"), what: `${name} as a key`, from: id, to: part.key.Arrow, weak: false });
        }
      }
    }
    same(`${what}: parts left out`, words(box, ".more .val").replace(/\D/g, ""), object.hidden_parts ? String(object.hidden_parts) : "");
    const spare = words(box, ".cell.is-spare .val") || [...box.querySelectorAll(".row.is-note .key")].map((note) => note.textContent).join("");
    same(`${what}: room to spare`, spare.replace(/^spare$/, "1").replace(/\D/g, ""), object.spare ? String(object.spare) : "");
  }

  const frames = [...document.querySelectorAll("g.frame")];
  same("frames", frames.length, picture.frames.length);
  for (const [index, frame] of picture.frames.entries()) {
    const card = frames[index];
    if (!card) continue;
    const what = `frame of ${frame.function}`;
    fits(`${what}: its title`, words(card, ".frame-title"), frame.function);
    same(`${what}: its line`, words(card, ".caption"), `line ${frame.line}`);
    const rows = [...card.querySelectorAll(".name")];
    const meant = [...frame.names, ...frame.stack.map((value) => ({ value }))];
    same(`${what}: names`, rows.length, meant.length);
    for (const [at, entry] of meant.entries()) {
      if (!rows[at]) continue;
      const key = rows[at].querySelector(".key")?.firstChild?.textContent ?? "";
      if (entry.name !== undefined) fits(`${what}: a name`, key, entry.name);
      value(`${what}, ${entry.name ?? "value stack"}`, rows[at], entry, null);
    }
  }

  // One arrow for each dot: it starts there, and its line ends at the box it leads to.
  const arrows = [...document.querySelectorAll("g.arrow")].map((arrow) => ({ arrow, start: centre(arrow.querySelector(".start")), free: true }));
  same("arrows", arrows.length, dots.length);
  for (const { dot, what, from, to, weak } of dots) {
    const [x, y] = centre(dot);
    const near = ({ arrow, start, free }) =>
      free && Math.hypot(start[0] - x, start[1] - y) < 3 && Number(arrow.dataset.to) === to && (arrow.dataset.from ?? null) === (from === null ? null : String(from));
    const found = arrows.find(near);
    if (!found) {
      wrong.push(`${what}: no arrow from its dot to ${birth(to)}`);
      continue;
    }
    found.free = false;
    same(`${what}: whether its arrow is weak`, found.arrow.classList.contains("is-weak"), weak);
    const line = found.arrow.querySelector(".line");
    const end = line.getPointAtLength(line.getTotalLength()).matrixTransform(line.getScreenCTM());
    const { left, right, top, bottom } = boxes.get(to).querySelector(".edge").getBoundingClientRect();
    const away = Math.max(left - end.x, end.x - right, top - end.y, end.y - bottom);
    if (Math.abs(away) > 14) wrong.push(`${what}: its arrow ends ${Math.round(away)} pixels from the edge of ${birth(to)}`);
  }
  return wrong;
}
