generations = पीढ़ियाँ
lanes = पीढ़ी के अनुसार ऑब्जेक्ट
generation = पीढ़ी { $number }
youngest = सबसे नई
middle = बीच की
oldest = सबसे पुरानी
permanent-name = स्थायी पीढ़ी
permanent = स्थायी
permanent-fact = फ़्रीज़ किए हुए, कभी नहीं जाँचे जाते
aside-name = अलग रखे गए
aside = अलग रखे गए
aside-fact = अब तक पहुँच से बाहर
condemned = गार्बेज ठहरे
condemned-fact = पहुँच से बाहर पाए गए
untracked = नज़र से बाहर
untracked-fact = चक्र में नहीं हो सकते
empty = खाली
more = और { $count } अन्य
of-interpreter = + इंटरप्रेटर के { $count }
of-interpreter-title = वे क्या हैं
of-kind = { $count } { $kind }
other-kinds = { $count } अन्य, जो CPython के शुरू होने पर बने थे और यहाँ सिर्फ़ गिने जाते हैं
select = { $title } चुनें

counts-youngest = पिछले कलेक्शन के बाद बने कंटेनर में से फ़्री हुए कंटेनर घटाकर; थ्रेशोल्ड से ऊपर जाने पर कलेक्शन शुरू होता है
counts-middle = पीढ़ी 1 के पिछले कलेक्शन के बाद पीढ़ी 0 के कितने कलेक्शन हुए
counts-oldest = पीढ़ी 2 के पिछले कलेक्शन के बाद पीढ़ी 1 के कितने कलेक्शन हुए

never = कभी नहीं: थ्रेशोल्ड 0 है
never-as-youngest = कभी नहीं: पीढ़ी 0 का थ्रेशोल्ड 0 है
is-due = भरा: कलेक्शन होने वाला है
is-full = भरा: अगला कंटेनर बनते ही कलेक्शन
is-nearly-full = भरा: अगला कंटेनर कलेक्शन शुरू करेगा
goes-along = भरा: अगला कलेक्शन इसे भी लेगा
too-few-joined = भरा, पर इसमें बहुत कम आए हैं
quarter-rule = और { $joined } आए, { $needed } चाहिए: { $total } का चौथाई
quarter-rule-title = सबसे पुरानी पीढ़ी का कलेक्शन तभी होता है, जब उसके बाद आए कंटेनर (long_lived_pending) पिछले कलेक्शन में बचे कंटेनर (long_lived_total) के चौथाई हो जाएँ

is-off = gc.disable() से बंद: सिर्फ़ gc.collect() से कलेक्शन होता है
so-far = { $objects ->
    [one] अब तक { $collections } कलेक्शन, { $objects } ऑब्जेक्ट मिला
   *[other] अब तक { $collections } कलेक्शन, { $objects } ऑब्जेक्ट मिले
}
garbage = { $count ->
    [one] gc.garbage में { $count } ऑब्जेक्ट है
   *[other] gc.garbage में { $count } ऑब्जेक्ट हैं
}
collect-here = यहाँ कलेक्शन करें
collect-here-title = वैकल्पिक रन में अभी पूरा कलेक्शन चलाएँ (9)
disable-here = यहाँ बंद करें
disable-here-title = वैकल्पिक रन में यहाँ से gc.disable() (8)

walk = कलेक्शन को कदम-दर-कदम देखें
pause = ठहरें
pause-title = कलेक्शन को जहाँ है वहीं रोकें (>)
play = कलेक्शन चलाएँ
play-title = कलेक्शन को यहाँ से अंत तक चलाएँ (>)
play-next = अगला कलेक्शन चलाएँ
play-next-title = अगले कलेक्शन पर जाएँ और उसे चलाएँ (>)
back = पीछे
back-title = एक ऑब्जेक्ट या रेफ़रेंस पीछे (<)
on-title = अगला ऑब्जेक्ट या रेफ़रेंस; आखिरी के बाद अगला चरण (.)

candidates = उम्मीदवार
candidates-name = इस कलेक्शन में जाँचे जा रहे ऑब्जेक्ट
of-youngest = सबसे नई पीढ़ी के
of-younger-two = दो नई पीढ़ियों के
of-all = सभी पीढ़ियों के
column-object = ऑब्जेक्ट
column-count = काउंट
column-scratch = रफ़
column-verdict = फ़ैसला
select-title = यह ऑब्जेक्ट चुनें
other-candidates = और इंटरप्रेटर के { $count }
other-candidates-title = वे कौन-से हैं
others-are-treated-alike = उनके साथ भी यही होता है: इंटरप्रेटर के मॉड्यूल, क्लास और फ़ंक्शन, और जो CPython के शुरू होने पर बना था।
others-moves = { $count ->
    [one] इस चरण ने उनके साथ { $count } काम किया।
   *[other] इस चरण ने उनके साथ { $count } काम किए।
}
others-without-box = प्रोग्राम के, बिना डिब्बे के: { $titles }।
others-without-box-first = प्रोग्राम के, बिना डिब्बे के: { $titles }, …
titles = { $front }, { $last }

verdict-candidate = जाँच में
verdict-held = बाहर से थामा हुआ
verdict-set-aside = अलग रखा
verdict-reached = पहुँच में
verdict-rescued = बचाया गया
verdict-survives = बच गया
verdict-unreachable = पहुँच से बाहर
verdict-untracked = अब नज़र से बाहर
verdict-promoted = आगे बढ़ा
verdict-condemned = गार्बेज ठहरा
verdict-finalized = फ़ाइनलाइज़र चला
verdict-resurrected = फिर जीवित
verdict-cleared = साफ़ हुआ
verdict-saved = gc.garbage में रखा
verdict-dead = मर गया
