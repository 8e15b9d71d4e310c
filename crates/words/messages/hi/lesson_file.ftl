no-front-matter = पाठ तीन हाइफ़न की लाइन से शुरू होता है, फिर `title: …` और दूसरे फ़ील्ड आते हैं।
no-end-of-front-matter = फ़्रंट मैटर का अंत नहीं है: उसके फ़ील्ड के बाद तीन हाइफ़न की एक लाइन लिखें।
no-block = पाठ में ब्लॉक ```{ $block } नहीं है।
second-block = यह ब्लॉक ```{ $block } दूसरी बार आया है; पाठ में यह एक ही बार होता है।
no-end-of-block = ब्लॉक ```{ $block } का अंत नहीं है: उसके बाद ``` की एक लाइन लिखें।
no-field-here = `{ $text }` कोई फ़ील्ड नहीं है: उसका नाम, एक कोलन और उसका टेक्स्ट, सब एक ही लाइन में लिखें।
no-field = { $block ->
    [front] फ़्रंट मैटर में फ़ील्ड `{ $field }` नहीं है।
   *[other] { $block } में फ़ील्ड `{ $field }` नहीं है।
}
unknown-field = { $block ->
    [front] फ़्रंट मैटर में `{ $field }` नाम का फ़ील्ड नहीं होता; उसमें ये होते हैं: { $known }।
   *[other] { $block } में `{ $field }` नाम का फ़ील्ड नहीं होता; उसमें ये होते हैं: { $known }।
}
cannot-be-drawn = `{ $what }` नहीं बनाया जा सकता: यहाँ arrows या counts होता है।
not-once = प्रोग्राम में `{ $text }` ठीक एक बार नहीं आता।
unknown-block = पाठ में ब्लॉक ```{ $block } नहीं होता; ये होते हैं: py, output, state, predict, draw, mark, vary और yours।
no-because = गलत जवाब के बाद ` | ` आता है, और फिर यह कि उसके पीछे की सोच में क्या गलत है।
is-right = `{ $answer }` तो सही जवाब है।
no-wrong-answer = सवाल में कम से कम एक गलत जवाब चाहिए: `wrong: … | because …`।
no-line = प्रोग्राम की कोई लाइन `{ $text }` नहीं है।
several-lines = प्रोग्राम की एक से ज़्यादा लाइनें `{ $text }` हैं: उन्हें अलग-अलग बनाएँ।
no-layer = `{ $word }` नाम की कोई परत नहीं है: ये होती हैं: names, objects, allocator और collector।
no-row = static/lessons/index.json की पंक्ति { $line } बाकी पंक्तियों जैसी नहीं है: हर पंक्ति में `file`, `title` और `goal` होते हैं, और दो पंक्तियों के बीच अल्पविराम।
