stage = मंच
nothing-yet = अभी दिखाने को कुछ नहीं है।
drawing = फ़्रेम, नाम और ऑब्जेक्ट
nothing-left = प्रोग्राम का कोई फ़्रेम और कोई ऑब्जेक्ट नहीं बचा।
not-drawn = { $count ->
    [one] और { $count } ऑब्जेक्ट नहीं बनाया गया
   *[other] और { $count } ऑब्जेक्ट नहीं बनाए गए
}
far-away = बहुत दूर से: पढ़ने के लिए बड़ा करें
minimap = पूरा मंच: जहाँ जाना हो वहाँ क्लिक करें (Ctrl और तीर वाली कुंजियाँ)

weak = वीक
refers = { $from } के पास { $to } का रेफ़रेंस है
refers-weakly = { $from } के पास { $to } का रेफ़रेंस है, जो गिना नहीं जाता
a-name = एक नाम
without-arrow = { $count ->
    [0] इस तीर के बिना: कुछ नहीं मरता।
    [one] इस तीर के बिना: { $count } ऑब्जेक्ट मर जाता।
   *[other] इस तीर के बिना: { $count } ऑब्जेक्ट मर जाते।
}

frame-line = लाइन { $line }
no-names = अभी कोई नाम नहीं
names-hidden = नाम छिपे हैं
value-stack = वैल्यू स्टैक
needed-in-line = इस लाइन में ज़रूरी
in-a-cell = सेल में
frame = { $function } का फ़्रेम, लाइन { $line }
and-name = { $before }, { $name }: { $value }
and-on-stack = { $before }, वैल्यू स्टैक पर: { $value }

size = मंच का आकार
values-in-place = मान अपनी जगह पर
values-in-place-about = संख्या और टेक्स्ट को अपनी जगह पर दिखाएँ, या असली ऑब्जेक्ट के रूप में (V)
follow = साथ चलें
follow-about = हर कदम में जो बदलता है, उसे फिर नज़र में लाएँ (_)
undo = पूर्ववत करें
undo-about = मंच पर किया गया काम पूर्ववत करें (Z)
redo = फिर से करें
redo-about = पूर्ववत किया गया काम फिर से करें (Shift Z)
fit = फ़िट करें
fit-about = पूरा मंच दिखाएँ (0)
smaller = छोटा
smaller-about = मंच को छोटा दिखाएँ (-)
larger = बड़ा
larger-about = मंच को बड़ा दिखाएँ (+)

act-on = { $object } के साथ क्या करना है
fold = समेटें
unfold = फैलाएँ
fold-about = इसका डिब्बा समेटें या फैलाएँ (X)
pin = पिन करें
pin-about = सजाने पर भी इसे यहीं रखें (K)
hide = छिपाएँ
hide-about = इसे न दिखाएँ (Delete)
hide-type = हर { $type } छिपाएँ
hide-type-about = इस टाइप का कोई ऑब्जेक्ट न दिखाएँ
act-on-name = नाम { $name } के साथ क्या करना है
hide-name = नाम छिपाएँ
hide-name-about = इस नाम को न दिखाएँ, और उसे भी नहीं जिस तक सिर्फ़ यही ले जाता है (Backspace)

hidden-about = क्या छिपाया गया, और उसे वापस कैसे लाएँ
hidden = छिपे हुए: { $things }
hidden-with-objects = छिपे हुए: { $things } ({ $objects } ऑब्जेक्ट)
each-type = हर { $type }
hidden-name = नाम { $name }
hidden-name-of = { $function } का नाम { $name }
show-again = { $thing } फिर दिखाएँ
show-all = सब दिखाएँ
show-all-about = छिपाया हुआ सब कुछ दिखाएँ (Shift Delete)

find = खोजें
find-label = नाम, टाइप, मान, संख्या या एड्रेस से ऑब्जेक्ट खोजें
find-about = नाम, टाइप, मान, संख्या या एड्रेस से ऑब्जेक्ट खोजें (/)
nothing-found = कुछ नहीं मिला
found-at = { $at } / { $many }: { $because }
found = { $many } मिले: Enter वहाँ ले जाता है
found-list = जो मिले
show-object = यह ऑब्जेक्ट दिखाएँ (Enter)
more-found = और { $many } अन्य: Enter एक से दूसरे पर ले जाता है
because-name = { $function } का { $name }
because-number = संख्या { $number }
because-id = id() { $address }
because-holds = { $object }: इसे थामे है
because-address = { $address } पर

object-not-drawn = { $object } नहीं दिखाया
object-hidden = { $object } छिपा है
