"""Records the names of characters as this Python knows them.

usage: unicode_names.py NameAliases.txt OUT     (the aliases of the Unicode database, of which this Python keeps what it knows)

The file, little-endian:
    words     their number (2 bytes), then each with a line end, the most frequent first
    names     for each a character: how much greater than the one before (a number of seven bits a byte), then its words:
              1 to 99 for the first 99, else two bytes, 100 + high and low byte of what is beyond; then 0
    aliases   the same; a character may come several times
What follows from a rule (Hangul syllables, CJK ideographs) is left out.
"""

import collections
import sys
import unicodedata


def names():
    for number in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(number), "")
        if name and not name.startswith(("HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-")):
            yield number, name


def aliases(path):
    found = []
    with open(path) as file:
        for line in file:
            number, _, rest = line.partition(";")
            name = rest.partition(";")[0]
            if not name or line.startswith("#"):
                continue
            # `lookup` knows sequences too, of which an alias is none.
            if unicodedata.lookup(name) == chr(int(number, 16)) if known(name) else False:
                found.append((int(number, 16), name))
    return sorted(found)


def known(name):
    try:
        unicodedata.lookup(name)
    except KeyError:
        return False
    return True


def number_bytes(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def packed(rows, code):
    out = bytearray()
    last = 0
    for number, name in rows:
        out += number_bytes(number - last)
        last = number
        for word in name.split(" "):
            out += code[word]
        out.append(0)
    return len(rows).to_bytes(2, "little") + bytes(out)


def main():
    plain, other = list(names()), aliases(sys.argv[1])
    counts = collections.Counter(word for _, name in plain + other for word in name.split(" "))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    code = {}
    for index, word in enumerate(words):
        beyond = index - 99
        code[word] = bytes([index + 1]) if beyond < 0 else bytes([100 + (beyond >> 8), beyond & 255])
    data = len(words).to_bytes(2, "little") + "".join(word + "\n" for word in words).encode()
    data += packed(plain, code) + packed(other, code)
    with open(sys.argv[2], "wb") as file:
        file.write(data)
    print(unicodedata.unidata_version, len(plain), "names,", len(other), "aliases,", len(words), "words,", len(data), "bytes")


main()
