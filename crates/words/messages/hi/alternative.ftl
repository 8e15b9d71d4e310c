dropped = { $kind ->
    [name] नाम { $label } अब None से जुड़ा है।
    [item] { $object } के [{ $label }] में अब None है।
    [part] { $object } के { $label } में अब None है।
   *[only] { $object } में अब None है।
}
collector-off-already = इस कदम पर कलेक्टर पहले से बंद है।
collector-off = कलेक्टर बंद है: gc.disable()।
collected = { $found ->
    [one] पूरा कलेक्शन चला: उसे { $found } ऐसा ऑब्जेक्ट मिला जिस तक कोई नहीं पहुँच सकता था।
   *[other] पूरा कलेक्शन चला: उसे { $found } ऐसे ऑब्जेक्ट मिले जिन तक कोई नहीं पहुँच सकता था।
}
nothing-recorded = अभी कुछ भी रिकॉर्ड नहीं हुआ।

# In brackets, so that the phrase stays the same before a postposition.
item = [{ $label }] ({ $object } का)
part = { $label } ({ $object } का)

does-not-live = इस कदम पर ऑब्जेक्ट { $object } जीवित नहीं है।
call-has-ended = जिस कॉल का नाम { $name } था, वह इस कदम पर खत्म हो चुकी है।
no-such-name = इस कदम पर { $name } नाम का कुछ नहीं है।
no-such-part = इस कदम पर { $object } में ऐसा कोई हिस्सा नहीं है।
empty-part = इस कदम पर { $object } में { $label } पर कुछ नहीं है।
weak = यह वीक रेफ़रेंस है: यह किसी को जीवित नहीं रखता।
in-a-cell = यह नाम एक सेल में है जिसे कई फ़ंक्शन साझा करते हैं। इसके बजाय सेल जो थामे है, उसे छोड़ दें।
instance-dict = इंस्टेंस जब तक जीवित है, अपना __dict__ रखता है। इसके बजाय उसके अंदर की चीज़ छोड़ दें।
row-gone = वह पंक्ति अब नहीं है।
tuple-items = tuple अपने आइटम जीवन भर रखता है: कोई प्रोग्राम उसमें से कुछ निकाल नहीं सकता।
set-members = set अपने सदस्य हैश टेबल में रखता है; किसी सदस्य की जगह कुछ और नहीं रखा जा सकता।
fixed = यह ऑब्जेक्ट जब तक जीवित है, यह रेफ़रेंस रखता है: कोई प्रोग्राम इसे हटा नहीं सकता।
none-already = { $kind ->
    [name] नाम { $label } पहले से None से जुड़ा है।
    [item] { $object } के [{ $label }] में पहले से None है।
    [part] { $object } के { $label } में पहले से None है।
   *[only] { $object } में पहले से None है।
}
cannot-be-changed = { $kind ->
    [name] नाम { $label } को बदला नहीं जा सकता।
    [item] { $object } के [{ $label }] को बदला नहीं जा सकता।
    [part] { $object } के { $label } को बदला नहीं जा सकता।
   *[only] { $object } को बदला नहीं जा सकता।
}
program-ended = इस कदम पर प्रोग्राम खत्म हो चुका है: बदलने के लिए आगे कुछ नहीं है।
native-at-work = इस कदम पर नेटिव कोड काम कर रहा है (कोई कलेक्शन, या ऐसा फ़ंक्शन जो वापस कॉल करता है)। इससे पहले या बाद की किसी लाइन पर जाएँ।
