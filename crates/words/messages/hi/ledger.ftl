tabs = इसका क्या दिखाना है
fields = फ़ील्ड
fields-about = मेमोरी में इसके फ़ील्ड (B)
ledger = बहीखाता
ledger-about = रेफ़रेंस काउंट का हर बदलाव, और इसका जीवन (7)
why = जीवित क्यों?
why-about = इसे कौन जीवित रखता है, और यह किससे फ़्री होगा (Y)
why-title = यह जीवित क्यों है
reading = रिकॉर्डिंग से इसका जीवन पढ़ा जा रहा है।

# Both are followed by "में" in the sentences below.
at-line = लाइन { $line }
at-the-end = अंत
go-to-step = कदम { $step } पर जाएँ
go-to-step-in = { $function } में कदम { $step } पर जाएँ

born = जन्म: { $place } में, { $by } से
born-and-held = जन्म: { $place } में, { $by } से; पहला थामने वाला: { $holder }
older = प्रोग्राम से पुराना
generation = { $generation ->
    [0] { $place } में सबसे नई पीढ़ी में आया
    [one] { $place } में पीढ़ी { $generation } में गया
   *[other] { $place } में पीढ़ी { $generation } में गया
}
died-last-reference = मृत्यु: { $place } में, आखिरी रेफ़रेंस गया ({ $cause })
died = मृत्यु: { $place } में, { $cause }
still-lives = रिकॉर्डिंग के अंत तक जीवित
read-up-to = कदम { $step } तक पढ़ा गया

ask-tenants = इस एड्रेस पर और कौन था?
ask-tenants-about = कौन-से ऑब्जेक्ट एक के बाद एक इस एड्रेस पर रहे
tenants = इस एड्रेस पर कौन-कौन था
objects-at = { $address } पर { $count } ऑब्जेक्ट
tenants-before = { $count } पहले
tenants-after = { $count } बाद में
tenant-died = { $object }, जन्म { $born } में, मृत्यु { $died } में
tenant-lives = { $object }, जन्म { $born } में
tenant-old-died = { $object }, प्रोग्राम से पुराना, मृत्यु { $died } में
tenant-old = { $object }, प्रोग्राम से पुराना
select = यह ऑब्जेक्ट चुनें

temporary = { $count } रेफ़रेंस, सिर्फ़ एक निर्देश के लिए
temporary-fold = एक ही निर्देश में जुड़ने और हटने वाले रेफ़रेंस समेटें
temporary-show = एक ही निर्देश में जुड़ने और हटने वाले रेफ़रेंस दिखाएँ
where-head = कहाँ
change-head = बदलाव
count-head = काउंट
why-head = क्यों
entries-before = { $count ->
    [one] पहले की { $count } प्रविष्टि
   *[other] पहले की { $count } प्रविष्टियाँ
}
entries-after = { $count ->
    [one] बाद की { $count } प्रविष्टि
   *[other] बाद की { $count } प्रविष्टियाँ
}

looking = इस तक पहुँचने के रास्ते खोजे जा रहे हैं।
what-frees = यह किससे फ़्री होगा?
ways = इस तक के सबसे छोटे रास्ते
it = यह ऑब्जेक्ट
sole = दोहरी रेखा से रेखांकित: बस यही एक रेफ़रेंस न हो, तो इस तक पहुँचा नहीं जा सकेगा।
# These stand before "के बिना": what they belong to is in brackets.
by-name = नाम `{ $name }`
by-name-of = नाम `{ $name }` (`{ $function }` का)
by-part = `{ $part }` ({ $object } का)
what-if = यह न हो तो?
what-if-about = इस रेफ़रेंस के बिना कौन मरेगा?
what-if-of = { $reference } के बिना कौन मरेगा?
drop = छोड़ दें
drop-about = वैकल्पिक रन में इस रेफ़रेंस के बिना आगे बढ़ें; रिकॉर्डिंग बनी रहती है
drop-of = { $reference } के बिना आगे बढ़ें

at-once = तुरंत: { $objects }
at-once-and-more = तुरंत: { $objects } और { $more } अन्य
with-collector = कलेक्टर से: { $objects }
with-collector-and-more = कलेक्टर से: { $objects } और { $more } अन्य
