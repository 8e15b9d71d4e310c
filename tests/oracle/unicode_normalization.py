"""Records what the normalization forms need, as this Python knows it.

usage: unicode_normalization.py OUT

The file, numbers of seven bits a byte with the lowest first, characters as how much greater they are than the one before:
    decompositions   their number, then each: character, number of parts, parts (whole numbers); all the way down
    classes          their number, then each: character behind the last one of the range before, length of the range, class
    compositions     their number, then each: first, second, whole (whole numbers)
    singular         characters whose canonical decomposition is the one above and follows from no composition: the number of
                     ranges, then each: character behind the last one of the range before, length of the range
    canonical        those whose canonical decomposition is another one: their number, then each: character, number of parts, parts
Hangul syllables follow from a rule and are left out.
"""

import sys
import unicodedata


def main():
    characters = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000 and not 0xAC00 <= number < 0xD7A4]
    out = bytearray()

    def put(number):
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)

    def put_texts(table):
        put(len(table))
        last = 0
        for number, text in sorted(table.items()):
            put(number - last)
            put(len(text))
            for part in text:
                put(ord(part))
            last = number

    parts = {ord(c): unicodedata.normalize("NFKD", c) for c in characters}
    parts = {number: text for number, text in parts.items() if text != chr(number)}
    put_texts(parts)

    ranges = []
    for c in characters:
        found = unicodedata.combining(c)
        if not found:
            continue
        if ranges and ranges[-1][0] + ranges[-1][1] == ord(c) and ranges[-1][2] == found:
            ranges[-1][1] += 1
        else:
            ranges.append([ord(c), 1, found])
    put(len(ranges))
    last = 0
    for start, length, found in ranges:
        put(start - last)
        put(length)
        put(found)
        last = start + length

    pairs = []
    for c in characters:
        words = unicodedata.decomposition(c).split()
        if len(words) == 2 and not words[0].startswith("<"):
            first, second = (int(word, 16) for word in words)
            if unicodedata.normalize("NFC", chr(first) + chr(second)) == c:
                pairs.append((first, second, ord(c)))
    put(len(pairs))
    for triple in sorted(pairs):
        for number in triple:
            put(number)
    followed = {whole for _, _, whole in pairs}
    canonical = {ord(c): unicodedata.normalize("NFD", c) for c in characters if ord(c) not in followed}
    canonical = {number: text for number, text in canonical.items() if text != chr(number)}
    ranges = []
    for number in sorted(number for number, text in canonical.items() if text == parts[number]):
        if ranges and sum(ranges[-1]) == number:
            ranges[-1][1] += 1
        else:
            ranges.append([number, 1])
    put(len(ranges))
    last = 0
    for start, length in ranges:
        put(start - last)
        put(length)
        last = start + length
    others = {number: text for number, text in canonical.items() if text != parts[number]}
    put_texts(others)
    with open(sys.argv[1], "wb") as file:
        file.write(out)
    print(unicodedata.unidata_version, len(parts), "decompositions,", len(ranges), "ranges of classes,", len(pairs), "compositions,", len(out), "bytes")


main()
