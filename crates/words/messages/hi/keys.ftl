# शब्दावली / Glossary (English: Hindi). Keep to it in every file.
#
# object: ऑब्जेक्ट (m.; an object such as list #7 always takes masculine forms)
# reference: रेफ़रेंस (m.); reference count, count: रेफ़रेंस काउंट, काउंट (m.); weak reference: वीक रेफ़रेंस
# name: नाम; variable: वेरिएबल; `x` names list #7: `x` list #7 का नाम है; points at: की ओर इशारा करता है
# refers to: के पास … का रेफ़रेंस है; holds (a reference keeps it alive): थामे है; lets go: छोड़ता है
# value: मान; value stack: वैल्यू स्टैक; text (str): टेक्स्ट; key (of a dict, of the keyboard): कुंजी; item: आइटम
# heap: हीप; heap map: हीप मैप; arena: एरीना; pool: पूल; block: ब्लॉक; size class: साइज़ क्लास; free list: फ़्री लिस्ट
# address: एड्रेस; allocator: एलोकेटर; hand out: देना; free: फ़्री; is used again: फिर काम में आता है
# frame: फ़्रेम; call: कॉल (f.); function: फ़ंक्शन; argument: आर्ग्युमेंट; parameter: पैरामीटर; default: डिफ़ॉल्ट; closure: क्लोज़र
# cell (closure): सेल; slot: स्लॉट; attribute: एट्रिब्यूट; instance: इंस्टेंस; class: क्लास (f.); module: मॉड्यूल
# line: लाइन (f.); step: कदम; stop: पड़ाव; instruction: निर्देश; phase: चरण; recording: रिकॉर्डिंग (f.)
# breakpoint: ब्रेकपॉइंट; condition: शर्त; checkpoint: चेकपॉइंट
# garbage collector, collector: गार्बेज कलेक्टर, कलेक्टर; collection: कलेक्शन (m.); generation: पीढ़ी; threshold: थ्रेशोल्ड
# youngest, oldest generation: सबसे नई, सबसे पुरानी पीढ़ी; cycle: चक्र; garbage: गार्बेज; finalizer: फ़ाइनलाइज़र; callback: कॉलबैक
# candidate: उम्मीदवार; condemned: गार्बेज ठहराया गया; reachable, unreachable: पहुँच में, पहुँच से बाहर; survivor: बचा हुआ
# scratch count: रफ़ काउंट (as in "rough work")
# is made, is born: बनता है, जन्म; dies: मरता है; death: मृत्यु; alive: जीवित; immortal: अमर; interned: इंटर्न किया हुआ
# exception: एक्सेप्शन; is raised: रेज़ होता है; prints: छापता है; iterator: इटरेटर; generator: जेनरेटर
# stage: मंच; box: डिब्बा; arrow: तीर; badge: बैज; layer: परत; strip, timeline: पट्टी, टाइमलाइन; lifeline: जीवन-रेखा; bookmark: बुकमार्क
# ledger: बहीखाता; inspector: इंस्पेक्टर; transcript: ट्रांसक्रिप्ट; take away: साथ ले जाएँ; storyboard: स्टोरीबोर्ड
# alternative: वैकल्पिक रन; lesson: पाठ; card: कार्ड; exercise: अभ्यास; question, answer: सवाल, जवाब; prediction: अनुमान
# fold, unfold: समेटें, फैलाएँ; pin: पिन करें; hide, show: छिपाएँ, दिखाएँ; undo, redo: पूर्ववत करें, फिर से करें; tidy up: सजाएँ

step-on = अगली लाइन, या कलेक्शन के अगले चरण पर जाएँ
step-back = एक कदम पीछे
step-over = कॉल को लाँघकर आगे बढ़ें
step-back-over = कॉल को लाँघकर पीछे जाएँ
step-out = फ़ंक्शन से बाहर निकलें
step-back-out = उस लाइन पर लौटें जिसने फ़ंक्शन को कॉल किया
instruction-on = एक निर्देश आगे; कलेक्शन में: एक ऑब्जेक्ट या रेफ़रेंस आगे
instruction-back = एक निर्देश पीछे; कलेक्शन में: एक ऑब्जेक्ट या रेफ़रेंस पीछे
first-stop = पहला पड़ाव
last-stop = आखिरी पड़ाव
play = चलाएँ, या ठहरें
continue = अगले ब्रेकपॉइंट तक जाएँ; कोई न हो तो अंत तक
continue-back = पिछले ब्रेकपॉइंट पर लौटें
next-on-line = यह लाइन अगली बार कब चलती है; इनमें से किसी के साथ Shift: पिछली बार
next-made = अगला ऑब्जेक्ट कब बनता है
next-death = किसी ऑब्जेक्ट की अगली मृत्यु
next-collection = अगला कलेक्शन
next-exception = अगला एक्सेप्शन
next-output = अगला आउटपुट
next-of-name = जिस नाम पर नज़र है, उसका अगला बदलाव
next-of-count = चुने हुए ऑब्जेक्ट के काउंट का अगला बदलाव
death-of-selected = चुने हुए ऑब्जेक्ट की मृत्यु
next-of-bytes = चुने हुए ऑब्जेक्ट के बाइट का अगला बदलाव
next-phase = कलेक्शन का अगला चरण
play-collection = कलेक्शन को यहाँ से अंत तक चलाएँ, या ठहरें; कलेक्शन के बाहर: अगला कलेक्शन
move-back = कलेक्शन में: एक ऑब्जेक्ट या रेफ़रेंस पीछे
layers = नाम, ऑब्जेक्ट, एलोकेटर, कलेक्टर
lessons = पाठों की सूची
cards = पाठ में: अगला कार्ड, पिछला कार्ड
tidy = मंच को सजाएँ
size = मंच को बड़ा, छोटा दिखाएँ
fit = पूरा मंच दिखाएँ
find = नाम, टाइप, मान, संख्या या एड्रेस से ऑब्जेक्ट खोजें
as-objects = संख्या और टेक्स्ट अपनी जगह पर, या असली ऑब्जेक्ट के रूप में
fold = चुने हुए डिब्बे को समेटें या फैलाएँ
pin = चुने हुए डिब्बे को उसकी जगह पर पिन करें, या पिन हटाएँ
hide = चुने हुए ऑब्जेक्ट को छिपाएँ; Shift Delete से सब फिर दिखते हैं
undo = मंच पर किया गया काम पूर्ववत करें
colouring = हीप मैप: रंगने का अगला तरीका
all-blocks = हीप मैप: सभी पूलों के सभी ब्लॉक, या सिर्फ़ पूल और उनमें से एक खुला हुआ
large-map = हीप मैप: पूरी विंडो में, या अपनी जगह पर
bytes = चुना हुआ ऑब्जेक्ट या ब्लॉक, बाइट-दर-बाइट
hide-name = जिस नाम पर पॉइंटर आखिरी बार था, उसे छिपाएँ
redo = पूर्ववत किया गया काम फिर से करें
follow = मंच को कदमों के साथ चलने दें, या टिका रहने दें
select-nothing = चुनाव हटाएँ; प्रोग्राम में: इसके बाद Tab उससे बाहर ले जाता है
fields = चुने हुए ऑब्जेक्ट के फ़ील्ड
ledger = उसका बहीखाता: काउंट का हर बदलाव, और उसका जीवन
why-alive = वह जीवित क्यों है, और किससे फ़्री होगा
costs = लाइनों की लागत
alternative-collect = वैकल्पिक रन: यहाँ पूरा कलेक्शन चलाएँ
alternative-disable = वैकल्पिक रन: यहाँ कलेक्टर को बंद करें
leave-alternative = वैकल्पिक रन छोड़ें
stop = रिकॉर्डिंग रोकें
input = इनपुट की उस लाइन पर जाएँ जिसका प्रोग्राम को इंतज़ार है
run-now = प्रोग्राम में: उसे अभी चलाएँ
breakpoint = प्रोग्राम में: ब्रेकपॉइंट लगाएँ या हटाएँ
condition = प्रोग्राम में: ब्रेकपॉइंट कब रोके; लाइन के बाईं ओर राइट-क्लिक से भी
arrangement = पैनलों की अगली व्यवस्था: लैपटॉप, प्रोजेक्टर, एम्बेड, फ़ोन
view-menu = रंगों और पैनलों का मेन्यू
go-to-menu = जहाँ जाया जा सकता है, उन जगहों का मेन्यू
fold-program = प्रोग्राम का कॉलम समेटें या फैलाएँ
fold-details = विवरण समेटें या फैलाएँ
next-panel = अगले पैनल पर, पिछले पैनल पर
copy-link = इस प्रोग्राम और इस पल का लिंक कॉपी करें
bookmark = यहाँ बुकमार्क लगाएँ, या यहाँ वाला हटाएँ
bookmark-before = पिछला बुकमार्क
bookmark-next = अगला बुकमार्क
lifeline = चुने हुए ऑब्जेक्ट की जीवन-रेखा रखें, या न रखें
bookmark-list = बुकमार्क और जीवन-रेखाओं की सूची
lecture = लेक्चर मोड, या वापस: बड़े अक्षर, क्लिकर की कुंजियाँ, स्पॉटलाइट
notes = वक्ता के नोट की विंडो
transcript = ट्रांसक्रिप्ट पढ़ें: पूरी रिकॉर्डिंग शब्दों में
take-away = साथ ले जाएँ: चित्र, फ़िल्म, स्टोरीबोर्ड, ऑफ़लाइन चलने वाला पेज, आपके अपने Python के लिए जाँच
exercise = अभ्यास: बताएँ कि नाम किसकी ओर इशारा करेंगे, काउंट भरें, मरने वालों पर निशान लगाएँ, फिर लाइन चलाएँ
questions = सवाल: होने से पहले अनुमान लगाएँ, या सवाल बंद करें
all-commands = सभी कमांड
this-list = यह सूची

hall-on = आगे: अगले बुकमार्क पर, या एक कदम
hall-back = पीछे
hall-step = एक कदम
hall-story = आगे का अर्थ बुकमार्क, या हर कदम
hall-ask = हॉल से पूछें कि आगे क्या होगा, या न पूछें
hall-black = काला, और वापस
hall-spot = स्पॉटलाइट: पॉइंटर, ऑब्जेक्ट, बंद
hall-dot = पॉइंटर की जगह लाल बिंदु
hall-code = प्रोग्राम के साथ, या उसके बिना
