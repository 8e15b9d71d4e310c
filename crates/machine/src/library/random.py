"""Random numbers: whole ones, sequences, and the distributions of statistics, from the Mersenne Twister.

The functions of the module are the methods of one hidden Random, which is seeded when the module is imported.
"""

import _random
from os import urandom as _urandom
from _sha2 import _sha512_digest
from bisect import bisect as _bisect
from itertools import accumulate, repeat
from math import acos, ceil, cos, e as _e, exp, fabs, floor, isfinite, lgamma, log, log2, pi, sin, sqrt
from operator import index
from warnings import warn
from _collections_abc import Sequence

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
    "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
    "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
]

TWOPI = 2.0 * pi
NV_MAGICCONST = 4 * exp(-0.5) / sqrt(2.0)
LOG4 = log(4.0)
SG_MAGICCONST = 1.0 + log(4.5)
BPF = 53  # bits of a float
RECIP_BPF = 2**-BPF
_UNIT = 1


class Random(_random.Random):
    """A generator with a state of its own.

    A subclass with another source of randomness defines random(), seed(), getstate(), setstate(), and perhaps getrandbits().
    """

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts again from a seed: None (the clock), an int, float, str, bytes or bytearray."""
        if a is not None and not isinstance(a, (int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        if version == 2 and isinstance(a, (str, bytes, bytearray)):
            data = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(data + _sha512_digest(data))
        elif version == 1 and isinstance(a, (str, bytes)):
            a = _old_hash(a)
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() needs to go on from here."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes on from where getstate() was called."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
        _, words, self.gauss_next = state
        if version == 2:  # words were signed
            try:
                words = tuple(word % 2**32 for word in words)
            except ValueError as error:
                raise TypeError from error
        super().setstate(words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __init_subclass__(cls, /, **kwargs):
        """A subclass that defines random() but no getrandbits() chooses whole numbers by random()."""
        sources = {
            "_randbelow": None,
            "getrandbits": cls._randbelow_with_getrandbits,
            "random": cls._randbelow_without_getrandbits,
        }
        for ancestor in cls.__mro__:
            for name, method in sources.items():
                if name in ancestor.__dict__:
                    if method is not None:
                        cls._randbelow = method
                    return

    def _randbelow_with_getrandbits(self, n):
        """A whole number below n: as many bits as n has, again and again until they are below it."""
        size = n.bit_length()
        while (number := self.getrandbits(size)) >= n:
            pass
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """A whole number below n, from random()."""
        if n >= maxsize:
            warn(
                "Underlying random() generator does not supply \n"
                "enough bits to choose from a population range this large.\n"
                "To remove the range limitation, add a getrandbits() method."
            )
            return floor(self.random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        while (number := self.random()) >= limit:
            pass
        return floor(number * maxsize) % n

    _randbelow = _randbelow_with_getrandbits

    # Bits and whole numbers

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(8 * n).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_UNIT):
        """An item of range(start, stop, step)."""
        first = index(start)
        if stop is None:
            if step is not _UNIT:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(first)
        last, by = index(stop), index(step)
        if by == 0:
            raise ValueError("zero step for randrange()")
        size = (last - first + by - (1 if by > 0 else -1)) // by
        if size <= 0:
            shown = f"{start}, {stop}" if by == 1 else f"{start}, {stop}, {step}"
            raise ValueError(f"empty range in randrange({shown})")
        return first + by * self._randbelow(size)

    def randint(self, a, b):
        """A whole number from a to b, both included."""
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq):
        """An item of a sequence."""
        size = len(seq)
        if not size:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(size)]

    def shuffle(self, x):
        """Brings a list into a random order: each place, from the last on, is exchanged with one not above it."""
        for place in range(len(x) - 1, 0, -1):
            other = self._randbelow(place + 1)
            x[place], x[other] = x[other], x[place]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in the order they were drawn. counts tells how often each item is there."""
        if not isinstance(population, Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            ends = list(accumulate(counts))
            if len(ends) != size:
                raise ValueError("The number of counts does not match the population")
            total = ends.pop()
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(ends, place)] for place in self.sample(range(total), k=k)]
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        # A set of what was drawn is only smaller than a copy of the population when little is drawn.
        room = 21 if k <= 5 else 21 + 4 ** ceil(log(k * 3, 4))
        return self._drawn_from_pool(population, k) if size <= room else self._drawn_once(population, k)

    def _drawn_from_pool(self, population, k):
        pool, drawn = list(population), [None] * k
        left = len(pool)
        for at in range(k):
            place = self._randbelow(left)
            left -= 1
            drawn[at] = pool[place]
            pool[place] = pool[left]
        return drawn

    def _drawn_once(self, population, k):
        size, seen, drawn = len(population), set(), [None] * k
        for at in range(k):
            while (place := self._randbelow(size)) in seen:
                pass
            seen.add(place)
            drawn[at] = population[place]
        return drawn

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each of which may be chosen again, with equal chances or in proportion to weights."""
        size, draw = len(population), self.random
        if weights is None and cum_weights is None:
            size += 0.0
            return [population[floor(draw() * size)] for _ in repeat(None, k)]
        if weights is not None and cum_weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if cum_weights is None:
            if isinstance(weights, int):
                k = weights
                raise TypeError(f"The number of choices must be a keyword argument: {k=}")
            cum_weights = list(accumulate(weights))
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        last = size - 1
        return [population[_bisect(cum_weights, draw() * total, 0, last)] for _ in repeat(None, k)]

    # Distributions of real numbers

    def uniform(self, a, b):
        """Anywhere from a to b with the same probability."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """From low to high, most probably near mode."""
        u = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if u > peak:
            u, peak = 1.0 - u, 1.0 - peak
            low, high = high, low
        return low + (high - low) * sqrt(u * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normally distributed (Kinderman and Monahan, 1977)."""
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = NV_MAGICCONST * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normally distributed; two numbers come at once, the second is kept for the next call."""
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z, self.gauss_next = cos(angle) * radius, sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is normally distributed."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponentially distributed; lambd is 1 divided by the mean."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle near mu, the nearer the larger kappa is (Fisher, 1993)."""
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        angle = acos((q + z) / (1.0 + q * z))
        return (mu + angle if self.random() > 0.5 else mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        """The gamma distribution; both parameters are above zero."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._gamma_above_one(alpha) * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return self._gamma_below_one(alpha) * beta

    def _gamma_above_one(self, alpha):
        """Cheng's method (Applied Statistics, 1977)."""
        root = sqrt(2.0 * alpha - 1.0)
        shift, factor = alpha - LOG4, alpha + root
        while True:
            u = self.random()
            if not 1e-7 < u < 0.9999999:
                continue
            v = 1.0 - self.random()
            y = log(u / (1.0 - u)) / root
            x = alpha * exp(y)
            z = u * u * v
            r = shift + factor * y - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_below_one(self, alpha):
        """Algorithm GS of Kennedy and Gentle, Statistical Computing."""
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            bound = exp(-x) if p <= 1.0 else x ** (alpha - 1.0)
            if self.random() <= bound:
                return x

    def betavariate(self, alpha, beta):
        """The beta distribution, between 0 and 1."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution of shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution of scale alpha and shape beta."""
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed if each does with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if not 0.0 < p < 1.0:
            if p == 0.0 or p == 1.0:
                return n if p else 0
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return self._few_successes(n, p) if n * p < 10.0 else self._many_successes(n, p)

    def _few_successes(self, n, p):
        """Devroye's geometric method: how many trials until the next success."""
        scale = log2(1.0 - p)
        successes = trials = 0
        if not scale:
            return successes
        while True:
            trials += floor(log2(self.random()) / scale) + 1
            if trials > n:
                return successes
            successes += 1

    def _many_successes(self, n, p):
        """Hörmann's transformed rejection (BTRS)."""
        spread = sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        limit = 0.92 - 4.2 / b
        alpha = (2.83 + 5.1 / b) * spread
        odds = log(p / (1.0 - p))
        mode = floor((n + 1) * p)
        top = lgamma(mode + 1) + lgamma(n - mode + 1)
        while True:
            u = self.random() - 0.5
            side = 0.5 - fabs(u)
            k = floor((2.0 * a / side + b) * u + c)
            if not 0 <= k <= n:
                continue
            v = self.random()
            if side >= 0.07 and v <= limit:
                return k
            v *= alpha / (a / (side * side) + b)
            if log(v) <= top - lgamma(k + 1) - lgamma(n - k + 1) + (k - mode) * odds:
                return k


def _old_hash(a):
    """What version 1 makes of a str or bytes."""
    codes = list(a) if isinstance(a, bytes) else [ord(c) for c in a]
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = (1000003 * number ^ code) & 0xFFFFFFFFFFFFFFFF
    return number ^ len(codes)


class SystemRandom(Random):
    """Random numbers from the operating system: here, too, they only depend on the steps before."""

    def random(self):
        return (int.from_bytes(_urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size)) >> (8 * size - k)

    def randbytes(self, n):
        return _urandom(n)

    def seed(self, *args, **kwds):
        """There is nothing to seed."""

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


_inst = Random()
for _name in __all__:
    if not _name.endswith("Random"):
        globals()[_name] = getattr(_inst, _name)
del _name
