//! Laws of time, over random programs and over programs that work inside callbacks, collections, finalizers and generators.

use heapglass_fuzz::{generate::program, random::Random, travel::wander};

/// Everything a step can be inside of.
const INSIDE: [&str; 4] = [
    // Callbacks of native code.
    "class P:\n    def __init__(self, n):\n        self.n = n\n    def __lt__(self, other):\n        return self.n < other.n\n    def __eq__(self, other):\n        return self.n == other.n\n    def __hash__(self):\n        return hash(self.n % 3)\n    def __repr__(self):\n        return f'P{self.n}'\n    @property\n    def double(self):\n        return P(self.n * 2)\nitems = [P(n * 7 % 11) for n in range(12)]\nprint(sorted(items), max(items, key=lambda p: -p.n), sum(p.n for p in items))\nseen = {p: p.double for p in items}\nprint(list(map(lambda p: seen[p].n, items)), P(3) in seen, len({*items}))\n",
    // Collections, finalizers that make and revive, weak references with callbacks.
    "import gc, weakref\nclass Ring:\n    kept = []\n    def __init__(self, n):\n        self.me, self.n, self.data = self, n, [n] * 3\n    def __del__(self):\n        if self.n % 4 == 0:\n            Ring.kept.append(self)\n        print('del', self.n)\ndied = []\nrefs = []\nfor n in range(9):\n    r = Ring(n)\n    refs.append(weakref.ref(r, lambda ref, n=n: died.append(n)))\ndel r\ngc.collect()\nprint(died, [k.n for k in Ring.kept])\ngc.set_threshold(5)\nlists = []\nfor n in range(60):\n    a = [n]\n    a.append(a)\n    lists.append([n])\nRing.kept.clear()\ngc.collect(1)\nprint(gc.get_count())\n",
    // Generators in generators, exceptions through them.
    "def numbers(n):\n    try:\n        for k in range(n):\n            got = yield k\n            if got:\n                yield -got\n    finally:\n        print('closed', n)\ndef outer(n):\n    total = yield from numbers(n)\n    yield [x for x in numbers(2)]\n    return total\ng = outer(4)\nprint(next(g), g.send(5), next(g))\nprint(list(g))\ntry:\n    h = numbers(3)\n    next(h)\n    h.throw(KeyError('x'))\nexcept KeyError as e:\n    print(e)\nprint(sum(k * k for k in numbers(5)), any(k > 2 for k in numbers(9)))\nfor a, b in zip(numbers(3), numbers(4)):\n    c = (a, b)\n",
    // Recursion, exceptions caught far out, with and without finally, output in pieces, a long loop.
    "def deep(n):\n    if n == 0:\n        raise ValueError('bottom')\n    try:\n        return deep(n - 1)\n    finally:\n        print(n, end=' ')\nfor k in range(6):\n    try:\n        deep(k)\n    except ValueError as e:\n        print(e)\ndata = {}\nfor n in range(300):\n    data[n % 17] = data.get(n % 17, []) + [str(n)]\nprint(sum(len(v) for v in data.values()))\n",
];

#[test]
fn inside_callbacks_collections_finalizers_and_generators_every_path_to_a_step_leads_to_the_same_machine() {
    for (number, source) in INSIDE.iter().enumerate() {
        for seed in 0..3 {
            if let Err(broken) = wander(source, &mut Random::new(seed * 31 + number as u64), 12) {
                panic!("program {number}, seed {seed}: {}", broken.text());
            }
        }
    }
}

#[test]
fn in_random_programs_every_path_to_a_step_leads_to_the_same_machine() {
    for seed in 0..6 {
        let source = program(&mut Random::new(1000 + seed), 14);
        if let Err(broken) = wander(&source, &mut Random::new(seed), 10) {
            panic!("seed {seed}: {}\n{source}", broken.text());
        }
    }
}
