about = { $object }, { $address } पर { $size } बाइट
and-fact = { $before }, { $fact }
references = { $count } रेफ़रेंस
immortal = अमर
at-position = स्थान { $position } पर
unreachable = पहुँच से बाहर
part = { $label }: { $value }
and-more = और { $count } अन्य
scratch-count = रफ़ काउंट { $count }
pinned = पिन किया हुआ: यहीं रहता है (K)
unfold = इसका डिब्बा फैलाएँ (चुना हुआ हो तो X)
show-more = इसका और हिस्सा दिखाएँ

more = … { $count } और
spare = { $count ->
    [1] खाली
    [one] { $count } खाली
   *[other] { $count } खाली
}
room = { $count } और के लिए जगह

nothing = कुछ नहीं
