# The places are whole clauses ("`x` is its name now", "`x` is its name no longer"), so that they can stand after "+1: "
# and after "its last reference went: ".

came = +1: { $holder }
went = −1: { $holder }
came-elsewhere = +{ $count }: इंटरप्रेटर, या कोई मान जिसकी किसी एक्सप्रेशन को अभी ज़रूरत है
went-elsewhere = −{ $count }: इंटरप्रेटर, या कोई एक्सप्रेशन जिसका काम पूरा हो गया
named = { $change ->
    [came] अब `{ $name }` इसका नाम है
   *[went] `{ $name }` अब इसका नाम नहीं रहा
}
named-in = { $change ->
    [came] अब { $function } का `{ $name }` इसका नाम है
   *[went] { $function } का `{ $name }` अब इसका नाम नहीं रहा
}
stacked = { $change ->
    [came] अब वैल्यू स्टैक पर है
   *[went] अब वैल्यू स्टैक पर नहीं है
}
stacked-in = { $change ->
    [came] अब { $function } के वैल्यू स्टैक पर है
   *[went] अब { $function } के वैल्यू स्टैक पर नहीं है
}
held-at = { $change ->
    [came] अब { $object } का `{ $place }` इसे थामे है
   *[went] { $object } का `{ $place }` अब इसे नहीं थामे है
}
held = { $change ->
    [came] अब { $object } इसे थामे है
   *[went] { $object } अब इसे नहीं थामे है
}
key = { $change ->
    [came] अब { $object } की कुंजी है
   *[went] अब { $object } की कुंजी नहीं है
}
