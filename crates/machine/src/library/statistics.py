"""Averages, spread, quantiles, relations of two inputs, and the normal distribution.

Sums are exact: every number becomes a quotient of two ints, and only the result is rounded to the type of the data.
"""

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
    "pvariance", "quantiles", "stdev", "variance",
]

import math
import numbers
import random
import sys

from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, repeat
from math import erf, exp, fabs, fsum, log, sqrt, sumprod, tau

try:
    from _statistics import _normal_dist_inv_cdf
except ImportError:  # taken away by a test
    _normal_dist_inv_cdf = None

_ROOT_OF_TWO = sqrt(2.0)


class StatisticsError(ValueError):
    """There is no such statistic of these data."""


def _isfinite(x):
    return x.is_finite() if hasattr(x, "is_finite") else math.isfinite(x)


def _exact_ratio(x):
    """(numerator, denominator) of a number; (x, None) of an infinity or NaN."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None
    except AttributeError:
        if hasattr(x, "numerator") and hasattr(x, "denominator"):
            return x.numerator, x.denominator
        kind = type(x).__name__
        raise TypeError(f"can't convert type '{kind}' to numerator/denominator") from None


def _coerce(T, S):
    """The type in which statistics of numbers of two types come out."""
    assert T is not bool, "initial type T is bool"
    if T is S or S in (int, bool):
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    for one, other in ((T, S), (S, T)):
        if issubclass(one, int):
            return other
    for one, other in ((T, S), (S, T)):
        if issubclass(one, Fraction) and issubclass(other, float):
            return other
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _convert(value, T):
    """A result as a number of type T; a mean of ints that is no int becomes a float."""
    if type(value) is T:
        return value
    wanted = float if issubclass(T, int) and value.denominator != 1 else T
    try:
        return wanted(value)
    except TypeError:
        if not issubclass(wanted, Decimal):
            raise
    return wanted(value.numerator) / wanted(value.denominator)


def _power_sums(data, powers):
    """(common type, count, [exact sum of x**p for p in powers]); a sum with an infinity or NaN is that."""
    kinds, size, by_denominator = [], 0, {}
    for kind, values in groupby(data, type):
        if kind not in kinds:
            kinds.append(kind)
        for above, below in map(_exact_ratio, values):
            size += 1
            sums = by_denominator.setdefault(below, [0] * len(powers))
            for at, power in enumerate(powers):
                sums[at] += above**power
    common = int
    for kind in kinds:
        common = _coerce(common, kind)
    if None in by_denominator:
        return common, size, [by_denominator[None][0]] * len(powers)
    totals = [
        sum(Fraction(sums[at], below**power) for below, sums in by_denominator.items()) for at, power in enumerate(powers)
    ]
    return common, size, totals


def _sum(data):
    """(type, exact sum, count)"""
    kind, size, (total,) = _power_sums(data, (1,))
    return kind, total, size


def _ss(data, c=None):
    """(type, exact sum of squared distances from the mean, mean, count). c is the mean if it is known."""
    if c is not None:
        kind, total, size = _sum((x - c) ** 2 for x in data)
        return kind, total, c, size
    kind, size, (total, squares) = _power_sums(data, (1, 2))
    if not size:
        return kind, Fraction(0), Fraction(0), 0
    if not isinstance(total, (int, Fraction)):
        return kind, total, total, size
    return kind, (size * squares - total * total) / size, Fraction(total, size), size


def _fail_neg(values, errmsg="negative value"):
    """The values, as long as none is negative."""
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _rank(data, /, *, key=None, reverse=False, ties="average", start=1):
    """The rank of every value; equal values share the mean of their ranks."""
    if ties != "average":
        raise ValueError(f"Unknown tie resolution method: {ties!r}")
    values = list(data) if key is None else [key(item) for item in data]
    order = sorted(range(len(values)), key=values.__getitem__, reverse=reverse)
    ranks = [0] * len(values)
    position = start
    for _, places in groupby(order, key=values.__getitem__):
        places = list(places)
        for place in places:
            ranks[place] = position + (len(places) - 1) / 2
        position += len(places)
    return ranks


def _integer_sqrt_of_frac_rto(n, m):
    """The root of n/m as an int; odd if it is not exact."""
    root = math.isqrt(n // m)
    return root if root * root * m == n else root | 1


_sqrt_bit_width = 2 * sys.float_info.mant_dig + 3


def _float_sqrt_of_frac(n, m):
    """The root of n/m, rounded once: enough bits of it as an int, whose last bit tells that there are more."""
    shift = (n.bit_length() - m.bit_length() - _sqrt_bit_width) // 2
    if shift < 0:
        return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)
    return float(_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift)


def _decimal_sqrt_of_frac(n, m):
    """The root of n/m as a Decimal, rounded once."""
    if n == 0:
        return Decimal("0.0")
    if n < 0:
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    exact, half = Fraction(n, m), Fraction(1, 2)
    for neighbour, beyond in ((root.next_plus(), 1), (root.next_minus(), -1)):
        middle = (Fraction(root) + Fraction(neighbour)) * half
        if beyond * (exact - middle * middle) > 0:
            return neighbour
    return root


def _root(square, kind):
    root = _decimal_sqrt_of_frac if issubclass(kind, Decimal) else _float_sqrt_of_frac
    return root(square.numerator, square.denominator)


# Averages


def mean(data):
    """The sum divided by the count, exactly, then rounded."""
    kind, total, size = _sum(data)
    if size == 0:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / size, kind)


def fmean(data, weights=None):
    """The mean in floats: quicker, always a float; weights are optional."""
    if weights is None:
        if not hasattr(data, "__len__"):
            data = list(data)
        total = fsum(data)
        if not len(data):
            raise StatisticsError("fmean requires at least one data point")
        return total / len(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length") from None
    if weight := fsum(weights):
        return total / weight
    raise StatisticsError("sum of weights must be non-zero")


def geometric_mean(data):
    """The nth root of the product of n numbers, as a float."""
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        pass
    raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals: the mean of speeds over equal distances."""
    complaint = "harmonic mean does not support negative values"
    values = list(data) if iter(data) is data else data
    size = len(values)
    if size == 0:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if size == 1:
            (only,) = values
            if not isinstance(only, (numbers.Real, Decimal)):
                raise TypeError("unsupported type")
            return next(_fail_neg([only], complaint))
        weights, weight = [1] * size, size
    else:
        weights = list(weights)
        if len(weights) != size:
            raise StatisticsError("Number of weights does not match data size")
        weight = _sum(_fail_neg(weights, complaint))[1]
    try:
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(values, complaint)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = _sorted(data)
    middle, odd = divmod(len(data), 2)
    return data[middle] if odd else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value, or the smaller of the two in the middle."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the greater of the two in the middle."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that stand for the middles of intervals, interpolated in the interval it falls into."""
    data = _sorted(data)
    size = len(data)
    middle = data[size // 2]
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, lo=below) - below
    try:
        width, centre = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return centre - width / 2.0 + width * (size / 2 - below) / inside


def mode(data):
    """The most frequent value, the first of several."""
    for value, _ in Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError("no mode for empty data")


def multimode(data):
    """All values that are the most frequent, in the order of their first appearance."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, times in counts.items() if times == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that cut the data into n parts of equal probability.

    With method='inclusive' the least and the greatest value are the ends; otherwise there may be values beyond them.
    """
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    inclusive = method == "inclusive"
    points = []
    for cut in range(1, n):
        if inclusive:
            left, share = divmod(cut * (size - 1), n)
        else:
            left = min(max(cut * (size + 1) // n, 1), size - 1)
            share = cut * (size + 1) - left * n
            left -= 1
        points.append((data[left] * (n - share) + data[left + 1] * share) / n)
    return points


# Spread


def _mean_square(name, data, centre, fewer):
    kind, total, _, size = _ss(data, centre)
    if size <= fewer:
        needed = "two data points" if fewer else "one data point"
        raise StatisticsError(f"{name} requires at least {needed}")
    return kind, total / (size - fewer)


def variance(data, xbar=None):
    """The variance of a population of which the data are a sample; xbar is their mean if it is known."""
    kind, square = _mean_square("variance", data, xbar, 1)
    return _convert(square, kind)


def pvariance(data, mu=None):
    """The variance of data that are the whole population; mu is their mean if it is known."""
    kind, square = _mean_square("pvariance", data, mu, 0)
    return _convert(square, kind)


def stdev(data, xbar=None):
    """The root of variance()."""
    kind, square = _mean_square("stdev", data, xbar, 1)
    return _root(square, kind)


def pstdev(data, mu=None):
    """The root of pvariance()."""
    kind, square = _mean_square("pstdev", data, mu, 0)
    return _root(square, kind)


def _mean_stdev(data):
    """Mean and standard deviation of a sample, as floats."""
    _, total, centre, size = _ss(data)
    if size < 2:
        raise StatisticsError("stdev requires at least two data points")
    if not isinstance(total, (int, Fraction)):  # an infinity or NaN
        return float(centre), float(centre) / float(total)
    square = total / (size - 1)
    return float(centre), _float_sqrt_of_frac(square.numerator, square.denominator)


# Two inputs


def _paired(name, x, y):
    size = len(x)
    if len(y) != size:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if size < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return size


def _centred(values, size):
    centre = fsum(values) / size
    return [value - centre for value in values], centre


def covariance(x, y, /):
    """How far two inputs vary together."""
    size = _paired("covariance", x, y)
    return sumprod(_centred(x, size)[0], _centred(y, size)[0]) / (size - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient, between -1 and 1; with method='ranked' Spearman's, that of the ranks."""
    size = _paired("correlation", x, y)
    if method == "linear":
        x, y = _centred(x, size)[0], _centred(y, size)[0]
    elif method == "ranked":
        first = (1 - size) / 2
        x, y = _rank(x, start=first), _rank(y, start=first)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    together = sumprod(x, y)
    if spread := sqrt(sumprod(x, x) * sumprod(y, y)):
        return together / spread
    raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line with the least squares; with proportional=True through the origin."""
    size = _paired("linear regression", x, y)
    if not proportional:
        (x, x_centre), (y, y_centre) = _centred(x, size), _centred(y, size)
    together, spread = sumprod(x, y) + 0.0, sumprod(x, x)
    if not spread:
        raise StatisticsError("x is constant")
    slope = together / spread
    return LinearRegression(slope=slope, intercept=0.0 if proportional else y_centre - slope * x_centre)


class NormalDist:
    """A normal distribution, given by its mean and its standard deviation."""

    __slots__ = {"_mu": "The mean.", "_sigma": "The standard deviation."}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution that the data are a sample of."""
        centre, spread = _mean_stdev(data)
        return cls(centre, spread)

    def samples(self, n, *, seed=None):
        """n random numbers that are distributed like this."""
        source = random if seed is None else random.Random(seed)
        return [source.gauss(self._mu, self._sigma) for _ in repeat(None, n)]

    def _spread(self, asker):
        if self._sigma:
            return self._sigma
        raise StatisticsError(f"{asker}() not defined when sigma is zero")

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._spread("pdf")
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value not above x."""
        return 0.5 * (1.0 + erf((x - self._mu) / (self._spread("cdf") * _ROOT_OF_TWO)))

    def inv_cdf(self, p):
        """The x that a value is not above with probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 points that cut the distribution into n parts of equal probability."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other):
        """The area under both densities: 1.0 if the distributions are the same."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        first, second = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        narrow, wide = first.variance, second.variance
        if not narrow or not wide:
            raise StatisticsError("overlap() not defined when sigma is zero")
        apart, more = fabs(second._mu - first._mu), wide - narrow
        if not more:
            return 1.0 - erf(apart / (2.0 * first._sigma * _ROOT_OF_TWO))
        # The densities cross at two points.
        centre = first._mu * wide - second._mu * narrow
        reach = first._sigma * second._sigma * sqrt(apart * apart + more * log(wide / narrow))
        left, right = (centre + reach) / more, (centre - reach) / more
        return 1.0 - (fabs(second.cdf(left) - first.cdf(left)) + fabs(second.cdf(right) - first.cdf(right)))

    def zscore(self, x):
        """The distance of x from the mean in standard deviations."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu, doc="The mean.")
    median = property(lambda self: self._mu, doc="The median, which is the mean.")
    mode = property(lambda self: self._mu, doc="The mode, which is the mean.")
    stdev = property(lambda self: self._sigma, doc="The standard deviation.")
    variance = property(lambda self: self._sigma * self._sigma, doc="The square of the standard deviation.")

    def __add__(x1, x2):
        """Moved by a constant, or the distribution of a sum of two independent variables."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        """Moved by a constant, or the distribution of a difference of two independent variables."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        """Stretched by a constant."""
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        """Shrunk by a constant."""
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if isinstance(x2, NormalDist):
            return (x1._mu, x1._sigma) == (x2._mu, x2._sigma)
        return NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
