// Each kind of object is drawn as the engine's picture has it: words, counts, rows and cells, and arrows by their two ends.
import { expect, test } from "./page.js";
import { differences, keepAnswers } from "./picture.js";

/** A kind, a program that leaves one behind, and how its box is called aloud. */
const KINDS = [
  ["list", "a = [1, [2]]\na.append('x')\n", /^list #\d+, 1 reference, 0: 1, 1: #\d+, 2: 'x'/],
  ["tuple", "a = (1, [2])\n", /^tuple #\d+, .*0: 1, 1: #\d+/],
  ["dict", "a = {'k': [1], (1, [2][0]): 3}\n", /^dict #\d+, 1 reference, 'k': #\d+/],
  ["set", "a = {1}\na.add('s')\n", /^set #\d+, 1 reference, (1, 's'|'s', 1)/],
  ["frozenset", "a = frozenset([1, (2, [3][0])])\n", /^frozenset #\d+, 1 reference, .*#\d+/],
  ["bytes", "a = bytes(range(40))\n", /^bytes #\d+ b'\\x00\\x01.*…, 1 reference/],
  ["bytearray", "a = bytearray(b'abc')\na.append(5)\n", /^bytearray #\d+ bytearray\(b'abc\\x05'\), 1 reference/],
  ["range", "a = range(2, 9, 3)\n", /^range #\d+, 1 reference, start: 2, stop: 9, step: 3, length: 3/],
  ["iterator over a range", "a = iter(range(2, 11, 3))\nnext(a)\n", /^range_iterator #\d+ range\(5, 11, 3\), 1 reference/],
  ["int of many digits", "a = 10 ** 40\nb = [a]\n", /^int #\d+ 10{40}, 2 references/],
  ["slice", "a = slice(1, [2], None)\n", /^slice #\d+, 1 reference, start: 1, stop: #\d+, step: None/],
  ["instance by dict", "class A:\n    pass\na = A()\na.x = [1]\na.y = 2\n", /^A #\d+, 1 reference, x: #\d+, y: 2/],
  ["instance by slots", "class A:\n    __slots__ = ('x', 'y')\na = A()\na.x = [1]\n", /^A #\d+, 1 reference, x: #\d+, y: nothing/],
  ["function", "def a(x, y=[1]):\n    return x\n", /^a #\d+, .*defaults: #\d+/],
  ["closure and cell", "def make():\n    n = [1]\n    def add():\n        return n\n    return add\na = make()\n", /^cell #\d+, .*contents: #\d+/],
  ["bound method", "class A:\n    def f(self):\n        pass\na = A().f\n", /^method #\d+, 1 reference, self: #\d+, function: #\d+/],
  ["method of a builtin type", "a = [1]\nb = a.append\n", /^append #\d+, 1 reference, self: #\d+/],
  ["generator", "def count(n):\n    yield n\na = count([3])\nnext(a)\n", /^count #\d+, 1 reference, line 2, n: #\d+/],
  ["coroutine", "async def work(n):\n    return n\na = work([1])\n", /^work #\d+, 1 reference/],
  ["iterator with position", "a = iter([10, 20])\nnext(a)\n", /^list_iterator #\d+, 1 reference, at position 1, over: #/],
  ["exception with traceback", "def fail(data):\n    raise ValueError('no', data)\ntry:\n    fail([1])\nexcept ValueError as e:\n    a = e\n", /^ValueError #\d+,.* args: #\d+, traceback: #/],
  ["weak reference", "import weakref\nclass A:\n    pass\nb = A()\na = weakref.ref(b)\n", /^ReferenceType #\d+/],
  ["partial", "import functools\na = functools.partial(print, [1], end='')\n", /^partial #\d+/],
  ["deque", "import collections\na = collections.deque([1, [2]])\n", /^deque #\d+/],
  ["named tuple", "import collections\nP = collections.namedtuple('P', 'x y')\na = P(1, [2])\n", /^P #\d+, .*#\d+/],
  ["dataclass", "import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\n    y: list\na = P(1, [2])\n", /^P #\d+, .*x: 1, y: #\d+/],
  ["memoryview", "a = memoryview(bytearray(b'abc'))\n", /^memoryview #\d+/],
  ["array", "import array\na = array.array('i', [1, 2])\na.append(-7)\n", /^array #\d+ array\('i', \[1, 2, -7\]\), 1 reference/],
  ["module in a cell", "import math\na = [math]\n", /^list #\d+, 1 reference, 0: module math/],
  ["dict with a maker", "import collections\ndef make():\n    return 0\na = collections.defaultdict(make, k=1)\n", /^defaultdict #\d+, 1 reference, default_factory: #\d+, 'k': 1/],
  ["text with attributes", "class S(str):\n    pass\na = S('abc')\na.x = [1]\n", /^S #\d+ 'abc', 1 reference, __dict__: #\d+$/],
  ["list with attributes", "class L(list):\n    pass\na = L([1])\na.x = [1]\n", /^L #\d+, 1 reference, __dict__: #\d+, 0: 1/],
  ["set with attributes", "class Z(set):\n    pass\na = Z([1])\na.x = [1]\n", /^Z #\d+, 1 reference, __dict__: #\d+, 1$/],
  ["weak proxy", "import weakref\nclass A:\n    pass\nb = A()\na = weakref.proxy(b)\n", /^ProxyType #\d+, 1 reference, to: #\d+/],
  ["weak proxy of what can be called", "import weakref\nclass A:\n    def __call__(self):\n        pass\nb = A()\na = weakref.proxy(b)\n", /^CallableProxyType #\d+, 1 reference, to: #\d+/],
  ["weak proxy of nothing any more", "import weakref\nclass A:\n    pass\na = weakref.proxy(A())\n", /^ProxyType #\d+, 1 reference, to nothing any more/],
  ["file", "a = open('words.txt', 'w')\na.write('abc')\n", /^TextIOWrapper #\d+, .*name: 'words.txt', mode: 'w'/],
  ["property", "class A:\n    @property\n    def x(self):\n        return 1\na = A.__dict__['x']\n", /^property #\d+, .*get: #\d+/],
  ["lost ring", "class A:\n    pass\na = A()\na.me = a\na = [1]\n", /^A #\d+, .*unreachable.*me: #\d+/],
  ["deep frames", "def f(n, data):\n    if n:\n        return f(n - 1, data)\n    return data\na = f(3, [1])\n", /^list #\d+, 1 reference, 0: 1/],
];

const FIRST_REFERRING = KINDS.findIndex(([kind]) => kind === "generator");

/** Kinds seldom seen, some to a program, with the names of their types as CPython has them. */
const SELDOM = [
  ["import types, sys\na = types.ModuleType('m')\na.x = [1]\nb = {}.keys()\nc = types.MappingProxyType({'k': [1]})\n", ["dict_keys", "mappingproxy"]],
  ["def f():\n    yield\na = f.__code__\nb = staticmethod(f)\nc = classmethod(f)\n", ["code", "staticmethod", "classmethod"]],
  ["a = enumerate([1, 2])\nb = zip([1], [2])\nc = map(str, [1])\nd = filter(None, [1])\ne = reversed([1])\nnext(a)\n", ["enumerate", "zip", "map", "filter", "list_reverseiterator"]],
  ["import collections\na = collections.OrderedDict(k=[1])\nb = collections.defaultdict(list, k=[2])\nc = collections.Counter('aab')\nd = collections.ChainMap({'x': 1})\n", ["OrderedDict", "defaultdict", "Counter", "ChainMap"]],
  ["import sys\ndef f():\n    return sys._getframe()\na = f()\ntry:\n    1 / 0\nexcept ZeroDivisionError as e:\n    b = e.__traceback__\n", ["frame", "traceback"]],
  ["async def g():\n    yield 1\na = g()\nb = list[int]\nc = int | str\nd = super(int, 5)\n", ["async_generator", "GenericAlias", "UnionType", "super"]],
  ["import weakref, itertools\nclass A:\n    pass\nb = A()\na = weakref.proxy(b)\nc = itertools.count(3)\nd = itertools.cycle([1])\n", ["ProxyType", "count", "cycle"]],
];

/** Kinds whose boxes are folded until they are asked for, and those whose values usually stand in place. */
const FOLDED = [
  ["class with bases and methods", "class A:\n    pass\nclass B(A):\n    x = [1]\n    def f(self):\n        pass\na = B\n", /^B #\d+/],
];
const AS_OBJECTS = [
  ["int", "a = 1000\nb = [a, 7]\n", /^int #\S+ 1000,/],
  ["float", "a = 2.5\n", /^float #.* 2\.5,/],
  ["complex", "a = 1 + 2j\n", /^complex #.* \(1\+2j\),/],
  ["str", "a = 'some words'\nb = [a]\n", /^str #.*'some words'/],
  ["bytes", "a = b'xyz'\n", /^bytes #.*b'xyz'/],
  ["enum member", "import enum\nclass E(enum.Enum):\n    ONE = [1]\na = E.ONE\n", /^E #\d+.*/],
];

const agree = (page, kind) => expect.poll(() => page.evaluate(differences), { message: kind }).toEqual([]);

async function begin(page, heapglass) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await keepAnswers(page);
  await heapglass.openRecorded("0\n");
}

/** Runs a program to where all lines have run, and finds the box it is there for. */
async function box(heapglass, program, words) {
  await heapglass.run(program);
  await heapglass.allRun();
  await expect.soft(heapglass.object(words).first()).toBeVisible();
  return heapglass.object(words).first();
}

for (const [title, kinds] of [["containers and instances", KINDS.slice(0, FIRST_REFERRING)], ["what runs, refers or stands for something", KINDS.slice(FIRST_REFERRING)]]) {
  test(`${title} are drawn as the picture has them`, async ({ page, heapglass }) => {
    test.setTimeout(180_000);
    await begin(page, heapglass);
    for (const [kind, program, words] of kinds) {
      await test.step(kind, async () => {
        await box(heapglass, program, words);
        await agree(page, kind);
      });
    }
  });
}

test("kinds seldom seen are drawn as the picture has them", async ({ page, heapglass }) => {
  test.setTimeout(120_000);
  await begin(page, heapglass);
  for (const [program, types] of SELDOM) {
    await test.step(types.join(", "), async () => {
      await heapglass.run(program);
      await heapglass.allRun();
      const found = await page.evaluate(() => window.answers.Shown.picture.objects.map((object) => object.type_name));
      for (const type of types) expect.soft(found).toContainEqual(expect.stringMatching(new RegExp(`^(${type})$`)));
      await agree(page, types.join(", "));
    });
  }
});

test("a class unfolds to what the picture has of it", async ({ page, heapglass }) => {
  await begin(page, heapglass);
  for (const [kind, program, words] of FOLDED) {
    await test.step(kind, async () => {
      const found = await box(heapglass, program, words);
      await agree(page, kind);
      await found.focus();
      await page.keyboard.press("Enter");
      await heapglass.settled();
      await page.keyboard.press("x");
      await expect(found).not.toHaveClass(/is-folded/);
      await agree(page, `${kind}, unfolded`);
    });
  }
});

test("numbers and text as objects are drawn as the picture has them", async ({ page, heapglass }) => {
  await begin(page, heapglass);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("v");
  for (const [kind, program, words] of AS_OBJECTS) {
    await test.step(kind, async () => {
      await box(heapglass, program, words);
      await agree(page, kind);
    });
  }
});

test("every stop of a program with calls, cycles and a collection agrees with its picture", async ({ page, heapglass }) => {
  await begin(page, heapglass);
  await heapglass.run("import gc\nclass A:\n    pass\ndef ring(n):\n    a = A()\n    a.me = [a, n]\n    return n\nring(1)\nb = {'k': ring(2)}\ngc.collect()\n");
  await heapglass.layer("Collector");
  await heapglass.first();
  for (let stop = 0; !(await heapglass.place.textContent()).includes("the end"); stop++) {
    await agree(page, `stop ${stop}`);
    await heapglass.press("ArrowRight");
  }
  await agree(page, "the end");
});
