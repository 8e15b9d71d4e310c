place = { $file }, लाइन { $line }, पड़ाव { $stop }। Heapglass, CPython 3.12.1 (64-bit)
place-at-the-end = { $file }, अंत, पड़ाव { $stop }। Heapglass, CPython 3.12.1 (64-bit)

frame = { $function } का फ़्रेम, लाइन { $line }
object = { $object } { $value }, { $count } रेफ़रेंस
immortal-object = { $object } { $value }, अमर
one-more = { $item }, { $name }: { $value }
item = { $item }।

frame-line = लाइन { $line }
no-names = अभी कोई नाम नहीं
value-stack = वैल्यू स्टैक
in-this-line = इस लाइन में ज़रूरी
in-a-cell = सेल में
verdict = { $verdict ->
    [reachable] पहुँच में
    [unreachable] पहुँच से बाहर
    [condemned] गार्बेज ठहरा
    [rescued] बचाया गया
   *[other] { $verdict }
}

board = { $file }: स्टोरीबोर्ड
print = बाँटने के लिए यह पेज छापें (Ctrl P)।
made-with = सभी संख्याएँ CPython 3.12.1 (64-bit मॉडल) की हैं। Heapglass से बना।

graph-frame = { $function }, लाइन { $line }
graph-stack = स्टैक { $depth }
graph-count = काउंट { $count }, { $size } बाइट
graph-immortal = अमर, { $size } बाइट
graph-key = कुंजी
graph-more = … { $more } और
graph-unreachable = पहुँच से बाहर
