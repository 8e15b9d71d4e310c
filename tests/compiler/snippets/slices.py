def cut(s, a, b, c):
    s[a], s[a:b], s[:], s[a:b:c], s[::c], s[a, b], s[a:b, c]
    s[a:b] = s[b:]
    s[a:b:c] = s[:a]
    del s[a:b], s[::2]
    return s[-1], s["k"]["j"], (s)[0:2][1]
