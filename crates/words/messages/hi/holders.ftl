# These phrases are put into sentences before postpositions (के पास, के बिना, में, ने): each is written so that it stays
# the same there, with what it belongs to in brackets behind it ("लोकल नाम x (f का)").

global-name = नाम { $name }
local-name-of = लोकल नाम { $name } ({ $function } का)
local-name = लोकल नाम { $name }
value-stack-of = वैल्यू स्टैक ({ $function } का)
value-stack = वैल्यू स्टैक
of-call = { $field ->
    [frame-object] { $function } की कॉल (उसका फ़्रेम ऑब्जेक्ट)
    [names] { $function } की कॉल (उसके नाम)
    [function] { $function } की कॉल (उसका फ़ंक्शन)
   *[code] { $function } की कॉल (उसका कोड)
}
of-module-frame = { $field ->
    [frame-object] मॉड्यूल-फ़्रेम (उसका फ़्रेम ऑब्जेक्ट)
    [names] मॉड्यूल-फ़्रेम (उसके नाम)
    [function] मॉड्यूल-फ़्रेम (उसका फ़ंक्शन)
   *[code] मॉड्यूल-फ़्रेम (उसका कोड)
}
native-code = चालू नेटिव कोड
maker = निर्माता
running-call = { $function } की चालू कॉल
running-module = चालू मॉड्यूल
exit-callback = atexit कॉलबैक
interpreter = इंटरप्रेटर
builtins = इंटरप्रेटर के बिल्ट-इन
sys-dict = sys dict (इंटरप्रेटर का)
exception-raised = एक्सेप्शन (रेज़ होते समय)
exception-handled = एक्सेप्शन (सँभाले जाते समय)
thread-state = थ्रेड स्टेट
decimal-module = मॉड्यूल _decimal
lookup-cache = लुकअप कैश

as-key = { $object } (कुंजी के रूप में)
as-member = { $object } (सदस्य के रूप में)
its-class = { $object } (उसकी क्लास)
its-names = { $object } (उसके नाम और स्टैक)
its-contents = { $object } (उसके अंदर)
a-slot = { $object } स्लॉट
shared-name = { $object } साझा नाम { $number }
