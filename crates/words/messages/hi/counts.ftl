maker = { $kind ->
    [interpreter] इंटरप्रेटर
    [native] नेटिव कोड
   *[instruction] { $instruction }
}
made-by = { $kind ->
    [interpreter] इंटरप्रेटर ने बनाया
    [native] नेटिव कोड ने बनाया
   *[instruction] { $instruction } ने बनाया
}
held-while = { $kind ->
    [interpreter] इंटरप्रेटर के काम करने तक थामा गया
    [native] नेटिव कोड के काम करने तक थामा गया
   *[instruction] { $instruction } के काम करने तक थामा गया
}
another-reference = एक और रेफ़रेंस
reference-less = एक रेफ़रेंस कम

bound = { $kind ->
    [global] नाम { $name } से जुड़ा
    [local] लोकल नाम { $name } से जुड़ा
   *[local-of] { $function } के लोकल नाम { $name } से जुड़ा
}
put-on-stack-of = { $function } के वैल्यू स्टैक पर रखा गया
put-on-stack = वैल्यू स्टैक पर रखा गया
stored-in = { $place } में रखा गया
kept-by = { $holder } ने रखा
held-by-native = चालू नेटिव कोड थामे है

passed = { $kind ->
    [global] आर्ग्युमेंट के रूप में दिया गया: अब नाम { $name }
    [local] आर्ग्युमेंट के रूप में दिया गया: अब लोकल नाम { $name }
   *[local-of] आर्ग्युमेंट के रूप में दिया गया: अब { $function } का लोकल नाम { $name }
}
stack-bound = { $kind ->
    [global] वैल्यू स्टैक से: नाम { $name } से जुड़ा
    [local] वैल्यू स्टैक से: लोकल नाम { $name } से जुड़ा
   *[local-of] वैल्यू स्टैक से: { $function } के लोकल नाम { $name } से जुड़ा
}
handed-over-to = { $function } के वैल्यू स्टैक को सौंपा गया
handed-over = वैल्यू स्टैक को सौंपा गया
stack-stored = वैल्यू स्टैक से: { $place } में रखा गया
stack-kept = वैल्यू स्टैक से: { $holder } ने रखा
stack-native = वैल्यू स्टैक से: चालू नेटिव कोड थामे है
moved = { $place } से { $to } पर

taken-from-stack-of = { $function } के वैल्यू स्टैक से हटाया गया
taken-from-stack = वैल्यू स्टैक से हटाया गया
let-go-by-native = नेटिव कोड ने छोड़ा
let-go-by = { $holder } ने छोड़ा
call-ended = { $kind ->
    [global] कॉल खत्म हुई, और उसके साथ नाम { $name }
    [local] कॉल खत्म हुई, और उसके साथ लोकल नाम { $name }
   *[local-of] कॉल खत्म हुई, और उसके साथ { $function } का लोकल नाम { $name }
}
deleted = { $kind ->
    [global] नाम { $name } हटाया गया
    [local] लोकल नाम { $name } हटाया गया
   *[local-of] { $function } का लोकल नाम { $name } हटाया गया
}
bound-elsewhere = { $kind ->
    [global] नाम { $name } किसी और से जुड़ गया
    [local] लोकल नाम { $name } किसी और से जुड़ गया
   *[local-of] { $function } का लोकल नाम { $name } किसी और से जुड़ गया
}
let-go = { $kind ->
    [global] नाम { $name } ने इसे छोड़ा
    [local] लोकल नाम { $name } ने इसे छोड़ा
   *[local-of] { $function } के लोकल नाम { $name } ने इसे छोड़ा
}
holder-died = इसे थामने वाला मर गया: { $place }
taken-out-of = { $place } से निकाला गया

shut-down = प्रोग्राम खत्म हो चुका था: इंटरप्रेटर ने सब कुछ छोड़ दिया
collected = कलेक्टर ने पाया कि इसे सिर्फ़ ऑब्जेक्टों का एक चक्र थामे था

nothing-recorded = अभी कुछ भी रिकॉर्ड नहीं हुआ।
too-long = बहीखाता { $entries } प्रविष्टियों के बाद खत्म होता है।
no-such-object = जो रिकॉर्ड हुआ है, उसमें ऐसा कोई ऑब्जेक्ट नहीं है।
immortal = यह अमर है: इसका काउंट कभी नहीं बदलता।
