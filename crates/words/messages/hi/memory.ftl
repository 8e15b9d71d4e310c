unused-pool = पूल { $pool }, कभी काम में नहीं आया
pool-header = पूल { $pool } का हेडर
pool-end = पूल { $pool } का अंतिम हिस्सा, एक ब्लॉक के लिए छोटा
free-block-next = फ़्री ब्लॉक, अगली बार यही दिया जाएगा
free-block = { $others ->
    [one] फ़्री ब्लॉक, { $others } और के बाद दिया जाएगा
   *[other] फ़्री ब्लॉक, { $others } औरों के बाद दिया जाएगा
}
unused-block = ब्लॉक जो कभी काम में नहीं आया
free-chunk = फ़्री, पूलों के बाहर
interpreter = इंटरप्रेटर की मेमोरी
ownerless-block = बिना ऑब्जेक्ट का ब्लॉक
items = { $object } के आइटम
values = { $object } के मान
table = { $object } की टेबल
other-block = { $object } का एक ब्लॉक ({ $field })
in-pool = एरीना { $arena } का पूल { $pool }
in-arena = एरीना { $arena }
block-place = एरीना { $arena } के पूल { $pool } का ब्लॉक { $block }
large-block = पूलों के लिए बहुत बड़ा ब्लॉक
static-memory = इंटरप्रेटर की स्टैटिक मेमोरी
outside = पूलों और ब्लॉकों के बाहर
field-dict = मैनेज्ड dict या मान
field-values = मान या dict
field-weakrefs = मैनेज्ड वीक रेफ़रेंस
field-next-free = अगला फ़्री ब्लॉक
field-characters = कैरेक्टर
array-of-values = मानों का ऐरे
marked-pointer = → { $address }, निशान { $marks }
immortal = अमर
null = null
pointer = पॉइंटर
indices = टेबल का हर खाना कौन-सी एंट्री बताता है
word = वर्ड
