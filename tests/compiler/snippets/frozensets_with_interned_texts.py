def f(word):
    return word in {"insert", "replace"}


def g(word):
    return word in {"insert", "replace"}


def h(word):
    return word in {"only text", "of this program"}


def i(word):
    return word in {"only text", "of this program"}


def j(word):
    return word in {"literalxyz", "y"}


def k(word):
    return word in {"literalxyz", "y"}


def m(word):
    return word in {"named_here", 1}


def n(named_here):
    return named_here in {"named_here", 1} or named_here in {"named_here", 1}


def o(word):
    p(keyword_first=1)
    return word in {"keyword_first", 2}


def p(word):
    return word in {"keyword_first", 2}, word in {"x"}


def q(word):
    return word in {"x"}
