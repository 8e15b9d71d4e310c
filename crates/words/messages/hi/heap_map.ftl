heading = हीप मैप
blocks-and-bytes = { $blocks } ब्लॉक, { $bytes } बाइट

colour-by = रंग का आधार
colour-by-title = हीप मैप के रंग क्या बताते हैं (;)
colouring-type = टाइप
colouring-size = साइज़ क्लास
colouring-age = उम्र
colouring-generation = पीढ़ी
colouring-occupancy = भराव
all-blocks = सभी ब्लॉक
all-blocks-title = सभी पूलों के सभी ब्लॉक एक साथ, या सिर्फ़ पूल और उनमें से एक खुला हुआ (@)
large = बड़ा
smaller = छोटा
large-title = पूरी विंडो में, या अपनी जगह पर (%)
bytes-shown = बाइट
bytes-shown-title = जो चुना गया है, बाइट-दर-बाइट (')

legend = रंग: { $colouring }
group = { $group }: { $count } ब्लॉक
free = फ़्री
free-title = लौटाए गए; रेखा और संख्याएँ फ़्री लिस्ट का क्रम दिखाती हैं
never-used = अछूता
never-used-title = यहाँ से कभी कोई ब्लॉक नहीं काटा गया
header = हेडर
header-title = पूल का हेडर: 48 बाइट
tail = बचा सिरा
tail-title = पूल का अंतिम हिस्सा: एक ब्लॉक के लिए छोटा
other-types = दूसरे टाइप
tables = टेबल और बफ़र
of-size = { $bytes } बाइट
older-than-program = प्रोग्राम से पुराने
oldest-quarter = प्रोग्राम के सबसे पुराने चौथाई
older-quarter = उससे नए चौथाई
younger-quarter = और नए चौथाई
youngest-quarter = सबसे नए चौथाई
generation-0 = पीढ़ी 0, सबसे नई
generation-1 = पीढ़ी 1
generation-2 = पीढ़ी 2, सबसे पुरानी
not-tracked = कलेक्टर की नज़र से बाहर
less-than-quarter = चौथाई से कम काम में
quarter = चौथाई या ज़्यादा
half = आधा या ज़्यादा
three-quarters = तीन-चौथाई या ज़्यादा
full = पूरा भरा

figures = मेमोरी कहाँ जाती है
bytes = { $bytes } बाइट
empty-of = { $pools } में से { $empty }
percent = { $share }%
about-aloud = । { $about }
in-use = काम में
in-use-about = वे ब्लॉक जिनमें कोई ऑब्जेक्ट या उसकी टेबल है।
of-pools = पूलों का
of-pools-about = ब्लॉकों में बँटे सभी पूलों की मेमोरी का इतना हिस्सा काम में आ रहे ब्लॉकों में है; बाकी फ़्री ब्लॉकों, हेडरों और बचे सिरों में पड़ा है।
given-back = लौटाए गए
given-back-about = अपने पूलों की फ़्री लिस्ट में पड़े ब्लॉक: ये उसी साइज़ क्लास की माँग के काम आ सकते हैं। इसे फ़्रैग्मेंटेशन कहते हैं।
never-carved = कभी नहीं काटी गई
never-carved-about = पूलों के अंत की वह जगह जिससे कभी कोई ब्लॉक नहीं काटा गया।
largest-hole = सबसे बड़ी खाली जगह
largest-hole-about = किसी पूल में लगातार पड़े फ़्री ब्लॉकों की सबसे लंबी कड़ी। यह पूल की साइज़ क्लास के टुकड़ों में ही काम आ सकती है।
empty-pools = खाली पूल
empty-pools-about = वे पूल जिनका कोई ब्लॉक काम में नहीं है: इन्हें कोई भी साइज़ क्लास ले सकती है।
untouched-pools = अछूते पूल
untouched-pools-about = एरीना के वे पूल जिनकी अब तक ज़रूरत नहीं पड़ी।
rounding = पूर्णांकन
rounding-about = हर माँग 16 बाइट के गुणज तक बढ़ा दी जाती है: ऑब्जेक्ट के ब्लॉकों में इतने बाइट इसी में जाते हैं।
tails = बचे सिरे
tails-about = पूलों के अंत के वे बाइट जो एक और ब्लॉक के लिए कम हैं।
headers = हेडर
headers-about = हर पूल 48 बाइट के हेडर से शुरू होता है: उसमें क्या है, और उसकी फ़्री लिस्ट।
outside-pools = पूलों के बाहर
outside-pools-about = 512 बाइट से बड़ी माँगें C लाइब्रेरी के एलोकेटर को जाती हैं: लंबी लिस्ट के आइटम, बड़ी टेबल।

map-of-all = सभी ब्लॉकों का मैप
map-of-pools = एरीना, पूल और ब्लॉक का मैप
how-to-use = किसी ब्लॉक पर पॉइंटर ले जाएँ, या तीर वाली कुंजियों से चलें; Enter खोलता है, + और − और माउस का पहिया आकार बदलते हैं।
arena = एरीना { $arena }
carved = { $size } में से { $used } पूल बँटे
pool = एरीना { $arena } का पूल { $pool }
pool-fact = { $bytes } बाइट के ब्लॉक, { $blocks } में से { $used } काम में
pool-fact-short = { $blocks } में से { $used } काम में
too-large = पूलों के लिए बहुत बड़े
too-large-fact = { $blocks } काम में
header-in-pool = हेडर 48 बाइट
bytes-in-pool = { $bytes } बाइट
block-short = ब्लॉक { $block }
block-short-with = ब्लॉक { $block }: { $object }

told-unused-pool = एरीना { $arena } का पूल { $pool } कभी काम में नहीं आया।
told-pool = एरीना { $arena } का पूल { $pool }, { $address } पर: { $bytes } बाइट के ब्लॉक, { $blocks } में से { $used } काम में।
told-header = एरीना { $arena } के पूल { $pool } का हेडर, { $address } पर: 48 बाइट।
told-tail = एरीना { $arena } के पूल { $pool } के आखिरी { $bytes } बाइट: एक और ब्लॉक के लिए कम।
told-block = एरीना { $arena } के पूल { $pool } का ब्लॉक { $block }, { $address } पर: { $content }
object = { $generation ->
    [none] { $object }, { $bytes } बाइट।
   *[other] { $object }, { $bytes } बाइट, पीढ़ी { $generation }।
}
object-fits = { $generation ->
    [none] { $object }, { $bytes } बाइट, ठीक उतने ही जितने माँगे गए।
   *[other] { $object }, { $bytes } बाइट, ठीक उतने ही जितने माँगे गए, पीढ़ी { $generation }।
}
object-rounded = { $generation ->
    [none] { $object }, { $asked } बाइट माँगे गए, जो बढ़कर { $bytes } हुए।
   *[other] { $object }, { $asked } बाइट माँगे गए, जो बढ़कर { $bytes } हुए, पीढ़ी { $generation }।
}
buffer = कोई टेबल या बफ़र, { $bytes } बाइट।
free-next = फ़्री, { $bytes } बाइट, अगली बार यही दिया जाएगा।
free-in-list = फ़्री, { $bytes } बाइट, फ़्री लिस्ट में स्थान { $place }।
free-block = फ़्री, { $bytes } बाइट।
never-used-block = कभी काम में नहीं आया, { $bytes } बाइट।
told-outside = पूलों के बाहर, { $address } पर: { $object }, { $bytes } बाइट।
told-outside-buffer = पूलों के बाहर, { $address } पर: कोई टेबल या बफ़र, { $bytes } बाइट।
told-outside-free = पूलों के बाहर, { $address } पर: फ़्री, { $bytes } बाइट।
