holds = `{ $condition }` सच है।
no-expression = शर्त `{ $condition }` कोई एक्सप्रेशन नहीं है: { $message }।
names-a-value = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह एक नाम को मान देती है। तुलना के लिए == लिखें।
too-much-work = शर्त `{ $condition }` बहुत समय ले रही है: इसके बिल्ट-इन फ़ंक्शन का काम खत्म होता नहीं दिखता।
too-many-steps = शर्त `{ $condition }` बहुत समय ले रही है: उसे { $steps } कदमों के बाद रोक दिया गया।
cannot-be-worked-out = शर्त `{ $condition }` का मान नहीं निकाला जा सकता: { $reason }।
would-end-the-program = शर्त `{ $condition }` प्रोग्राम को खत्म कर देगी।
raises = शर्त `{ $condition }` से { $exception } रेज़ होता है (लाइन { $line }, कदम { $step })।

writes = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह कुछ लिखती है।
reads-input = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह इनपुट पढ़ती है।
changes-interpreter = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह इंटरप्रेटर के काम करने का ढंग बदलती है।
sets-trace-function = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह एक ट्रेस फ़ंक्शन लगाती है।
changes-contents = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह किसी ऑब्जेक्ट के अंदर की चीज़ें बदलती है।
changes-object = शर्त `{ $condition }` प्रोग्राम को बदल देगी: वह { $object } को बदलती है।
