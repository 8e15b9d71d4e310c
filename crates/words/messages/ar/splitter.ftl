# حدّ لوحة: يُسحب أو يُحرَّك بالمفاتيح. واللوحة المطوية تتركه مقبضًا.

name = حجم لوحة { $panel }
folded = مطوية
pixels = { $size ->
    [zero] { $size } بكسل
    [one] بكسل واحد
    [two] بكسلان
    [few] { $size } بكسلات
    [many] { $size } بكسلًا
   *[other] { $size } بكسل
}
percent = { $size } بالمئة
folded-title = { $panel }: مطوية؛ النقر يفتحها (Enter)
folded-title-key = { $panel }: مطوية؛ النقر يفتحها (Enter أو { $key })
title = { $panel }: اسحب، أو مفاتيح الأسهم؛ النقر المزدوج للحجم المعتاد (Enter يطوي)
title-key = { $panel }: اسحب، أو مفاتيح الأسهم؛ النقر المزدوج للحجم المعتاد (Enter أو { $key } يطوي)
