raised-in-line = { $exception } लाइन { $line } में रेज़ होता है।
raised = { $exception } रेज़ होता है।
unnamed = नाम `{ $name }` { $function } से हटाया गया।
names = `{ $name }` { $value } का नाम है।
names-in = { $function } में `{ $name }` { $value } का नाम है।
names-nothing = `{ $name }` किसी का नाम नहीं है।
names-nothing-in = { $function } में `{ $name }` किसी का नाम नहीं है।
made = { $object } बनता है; { $references } रेफ़रेंस, { $bytes } बाइट।
made-with-value = { $object } बनता है: { $value }; { $references } रेफ़रेंस, { $bytes } बाइट।
made-with-parts = { $object } बनता है, इसमें: { $held }; { $references } रेफ़रेंस, { $bytes } बाइट।
made-with-many-parts = { $object } बनता है, इसमें: { $held } और { $more } अन्य; { $references } रेफ़रेंस, { $bytes } बाइट।
immortal-made = { $object } बनता है; अमर, { $bytes } बाइट।
immortal-made-with-value = { $object } बनता है: { $value }; अमर, { $bytes } बाइट।
immortal-made-with-parts = { $object } बनता है, इसमें: { $held }; अमर, { $bytes } बाइट।
immortal-made-with-many-parts = { $object } बनता है, इसमें: { $held } और { $more } अन्य; अमर, { $bytes } बाइट।
held-at = `{ $place }` पर { $value }
nothing-at = `{ $place }` पर कुछ नहीं
nothing = कुछ नहीं
list = { $front }, { $next }
count-goes = { $object } का काउंट { $before } से { $now } हो जाता है।
count-goes-because = { $object } का काउंट { $before } से { $now } हो जाता है। { $causes }।
causes = { $front }; { $next }
lost = अब कुछ भी { $object } तक नहीं ले जाता, फिर भी वह जीवित है।
gone-at-the-end = { $object } नहीं रहा, और { $bytes } बाइट फ़्री हुए: प्रोग्राम खत्म हो गया, और इंटरप्रेटर सब कुछ छोड़ देता है।
gone-by-collection = { $object } नहीं रहा, और { $bytes } बाइट फ़्री हुए: कलेक्शन ने उसे साफ़ किया, क्योंकि उसे सिर्फ़ ऐसे ऑब्जेक्ट थामे थे जिन तक कुछ नहीं ले जाता।
gone-unheld = { $object } नहीं रहा, और { $bytes } बाइट फ़्री हुए। उसका आखिरी रेफ़रेंस गया: { $places }।
gone-let-go = { $object } नहीं रहा, और { $bytes } बाइट फ़्री हुए। उसका आखिरी रेफ़रेंस गया: इंटरप्रेटर या किसी एक्सप्रेशन का उससे काम पूरा हो गया।
places = { $front } और { $next }
examined = { $verdict ->
    [candidate] { $object }: काउंट { $count }, रफ़ काउंट { $scratch }, उम्मीदवार।
    [reachable] { $object }: काउंट { $count }, रफ़ काउंट { $scratch }, पहुँच में।
    [unreachable] { $object }: काउंट { $count }, रफ़ काउंट { $scratch }, पहुँच से बाहर।
    [condemned] { $object }: काउंट { $count }, रफ़ काउंट { $scratch }, गार्बेज ठहरा।
   *[none] { $object }: काउंट { $count }, रफ़ काउंट { $scratch }।
}
