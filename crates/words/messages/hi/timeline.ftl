name = टाइमलाइन
how-to-use = कहीं जाने के लिए खींचें (Left, Right, Page Up, Page Down, Home, End); माउस का पहिया, + और − ज़ूम करते हैं, 0 सब दिखाता है
value = { $place }। { $readout }
readout = { $objects } ऑब्जेक्ट जीवित, { $pools } पूल में { $bytes } बाइट, कॉल की गहराई { $calls }, { $collections } कलेक्शन

legend-objects = जीवित ऑब्जेक्ट
legend-bytes = काम में बाइट
legend-calls = कॉल
legend-collections = कलेक्शन
legend-output = आउटपुट
legend-exceptions = एक्सेप्शन

range = कदम { $first } से { $last }
whole = पूरी रिकॉर्डिंग
whole-title = पट्टी फिर पूरी रिकॉर्डिंग दिखाती है (पट्टी पर 0)
zoom-out = टाइमलाइन ज़ूम आउट करें
zoom-out-title = पट्टी ज़्यादा कदम दिखाती है (पट्टी पर −, या माउस का पहिया)
zoom-in = टाइमलाइन ज़ूम इन करें
zoom-in-title = पट्टी कम कदम दिखाती है, इस कदम के आसपास के (पट्टी पर +, या माउस का पहिया)
remove-lifelines = जीवन-रेखाएँ हटाएँ
remove-lifelines-title = रखी हुई सभी जीवन-रेखाएँ हटाएँ

alternative-from = कदम { $step } से वैकल्पिक रन।
alternative-keeps = रिकॉर्डिंग जैसी थी वैसी ही है।
alternative-leave = वैकल्पिक रन छोड़ें
alternative-leave-title = रिकॉर्डिंग पर लौटें (Q)

pointed-steps = कदम { $first } से { $last }
pointed-step = कदम { $step }
pointed-level = { $steps }: { $objects } ऑब्जेक्ट, { $bytes } बाइट
pointed-collections = { $count } कलेक्शन
pointed-output = { $count ->
    [one] { $count } बाइट छपा
   *[other] { $count } बाइट छपे
}
pointed-exceptions = { $count } एक्सेप्शन
pointed-list = { $front }, { $last }
happened-collection = { $line ->
    [0] { $found ->
        [one] पीढ़ी { $generation } का कलेक्शन, पहुँच से बाहर { $found } ऑब्जेक्ट मिला
       *[other] पीढ़ी { $generation } का कलेक्शन, पहुँच से बाहर { $found } ऑब्जेक्ट मिले
    }
   *[other] { $found ->
        [one] लाइन { $line }: पीढ़ी { $generation } का कलेक्शन, पहुँच से बाहर { $found } ऑब्जेक्ट मिला
       *[other] लाइन { $line }: पीढ़ी { $generation } का कलेक्शन, पहुँच से बाहर { $found } ऑब्जेक्ट मिले
    }
}
happened-output = { $line ->
    [0] छपता है: { $more }
   *[other] लाइन { $line }: छपता है: { $more }
}
happened-empty-output = { $line ->
    [0] एक खाली लाइन छपती है
   *[other] लाइन { $line }: एक खाली लाइन छपती है
}
happened-exception = { $line ->
    [0] { $exception }
   *[other] लाइन { $line }: { $exception }
}
happened-more = और { $count } अन्य
