inspector = इंस्पेक्टर
nothing-selected = मेमोरी में किसी ऑब्जेक्ट के फ़ील्ड देखने के लिए उसे मंच पर चुनें।
bytes = बाइट
bytes-about = इसका ब्लॉक, बाइट-दर-बाइट (')
close = बंद करें
close-about = चुनाव हटाएँ (Escape)
not-here = इस कदम पर यह ऑब्जेक्ट मौजूद नहीं है।

count-and-size = { $count } रेफ़रेंस, { $size } बाइट
immortal-and-size = अमर, { $size } बाइट
made-in-line = लाइन { $line } में बना
generation = कलेक्टर की पीढ़ी { $generation }
block = एरीना { $arena } के पूल { $pool } का ब्लॉक { $block }
lost = प्रोग्राम अब इस तक नहीं पहुँच सकता
reused = इस एड्रेस पर पहले कोई और ऑब्जेक्ट था
verdict = { $verdict ->
    [candidate] कलेक्टर की नज़र में: उम्मीदवार
    [reachable] कलेक्टर की नज़र में: पहुँच में
    [unreachable] कलेक्टर की नज़र में: पहुँच से बाहर
    [rescued] कलेक्टर की नज़र में: बचाया गया
   *[condemned] कलेक्टर की नज़र में: गार्बेज ठहरा
}
fold = इसका डिब्बा फैलाएँ या समेटें
fold-about = मंच पर इसकी पंक्तियाँ दिखाएँ या छिपाएँ

fields = मेमोरी में फ़ील्ड
fields-of = मेमोरी में { $object } के फ़ील्ड
offset-head = ऑफ़सेट
field-head = फ़ील्ड
bytes-head = बाइट
meaning-head = अर्थ
before-object = ऑब्जेक्ट से पहले
at-address = { $address } पर, { $size } बाइट के ब्लॉक में
select = यह ऑब्जेक्ट चुनें
