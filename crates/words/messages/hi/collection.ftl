place = { $noun ->
    [reference] रेफ़रेंस { $at } / { $last }
    [object] ऑब्जेक्ट { $at } / { $last }
   *[move] काम { $at } / { $last }
}
next-reference = अगला रेफ़रेंस
next-object = अगला ऑब्जेक्ट
next-move = अगला काम
next-phase = अगला चरण

begins-with-references = चरण “{ $phase }” शुरू होता है: इसमें { $count } रेफ़रेंस देखने हैं।
begins-with-objects = चरण “{ $phase }” शुरू होता है: इसमें { $count } ऑब्जेक्ट देखने हैं।
begins-with-moves = चरण “{ $phase }” शुरू होता है: इसमें { $count } काम करने हैं।
within = { $phase }, { $place }: { $what }

gathered = { $title } की जाँच होगी; वह पीढ़ी { $generation } में था।
copied = { $title } का काउंट कॉपी हुआ, इसलिए उसका रफ़ काउंट { $scratch } है।
subtracted = { $kind ->
    [name] नाम `{ $from }` से { $title } तक: { $before } − 1 = { $scratch }।
   *[other] { $from } से { $title } तक: { $before } − 1 = { $scratch }।
}
held = { $title } का रफ़ काउंट { $scratch } बचा, यानी कोई बाहर से उसे थामे है: वह बच जाता है।
held-again = { $title } का रफ़ काउंट { $scratch } बचा: बाहर से कोई उसे फिर थामे है, इसलिए वह जीवित रहता है।
set-aside = { $title } का रफ़ काउंट 0 बचा: उसे अभी के लिए अलग रखा जाता है।
set-aside-again = { $title } का रफ़ काउंट 0 बचा: उसे कोई वापस नहीं लाया।
reached = { $kind ->
    [name] नाम `{ $from }` बचा है और उसके पास { $title } का रेफ़रेंस है, इसलिए वह भी बच जाता है।
   *[other] { $from } बचा है और उसके पास { $title } का रेफ़रेंस है, इसलिए वह भी बच जाता है।
}
rescued = { $kind ->
    [name] नाम `{ $from }` बचा है और उसके पास { $title } का रेफ़रेंस है: उसे बचा लिया गया।
   *[other] { $from } बचा है और उसके पास { $title } का रेफ़रेंस है: उसे बचा लिया गया।
}
rescued-again = { $kind ->
    [name] नाम `{ $from }` जीवित रहता है और उसके पास { $title } का रेफ़रेंस है, इसलिए वह भी जीवित रहता है।
   *[other] { $from } जीवित रहता है और उसके पास { $title } का रेफ़रेंस है, इसलिए वह भी जीवित रहता है।
}
untracked = { $title } किसी चक्र में नहीं हो सकता: कलेक्टर उस पर नज़र रखना बंद करता है।
stays = { $title } बच गया और पीढ़ी { $generation } में ही रहता है।
promoted = { $title } बच गया और पीढ़ी { $generation } में जाता है।
weakref-cleared = { $kind ->
    [name] नाम `{ $from }` के पास अब { $title } का रेफ़रेंस नहीं है।
   *[other] { $from } के पास अब { $title } का रेफ़रेंस नहीं है।
}
callback-called = { $title } का कॉलबैक चलता है।
finalized = { $title } का फ़ाइनलाइज़र चलता है।
cleared = { $title } जो थामे है, उसे छोड़ता है।
saved = { $title } DEBUG_SAVEALL के कहे अनुसार `gc.garbage` में जाता है।
died = { $title } मरता है।
