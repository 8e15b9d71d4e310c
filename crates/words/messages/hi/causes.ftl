# The places are whole clauses ("`x` is its name now", "`x` is its name no longer"); `last` stands after "its last reference went: ".

came-elsewhere = +{ $count }: इंटरप्रेटर, या कोई मान जिसकी किसी एक्सप्रेशन को अभी ज़रूरत है
went-elsewhere = −{ $count }: इंटरप्रेटर, या कोई एक्सप्रेशन जिसका काम पूरा हो गया
named = { $change ->
    [came] +1: अब `{ $name }` इसका नाम है
    [went] −1: `{ $name }` अब इसका नाम नहीं रहा
   *[last] `{ $name }` अब इसका नाम नहीं रहा
}
named-in = { $change ->
    [came] +1: अब { $function } का `{ $name }` इसका नाम है
    [went] −1: { $function } का `{ $name }` अब इसका नाम नहीं रहा
   *[last] { $function } का `{ $name }` अब इसका नाम नहीं रहा
}
stacked = { $change ->
    [came] +1: अब वैल्यू स्टैक पर है
    [went] −1: अब वैल्यू स्टैक पर नहीं है
   *[last] अब वैल्यू स्टैक पर नहीं है
}
stacked-in = { $change ->
    [came] +1: अब { $function } के वैल्यू स्टैक पर है
    [went] −1: अब { $function } के वैल्यू स्टैक पर नहीं है
   *[last] अब { $function } के वैल्यू स्टैक पर नहीं है
}
held-at = { $change ->
    [came] +1: अब { $object } का `{ $place }` इसे थामे है
    [went] −1: { $object } का `{ $place }` अब इसे नहीं थामे है
   *[last] { $object } का `{ $place }` अब इसे नहीं थामे है
}
held = { $change ->
    [came] +1: अब { $object } इसे थामे है
    [went] −1: { $object } अब इसे नहीं थामे है
   *[last] { $object } अब इसे नहीं थामे है
}
key = { $change ->
    [came] +1: अब { $object } की कुंजी है
    [went] −1: अब { $object } की कुंजी नहीं है
   *[last] अब { $object } की कुंजी नहीं है
}
