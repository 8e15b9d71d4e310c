# قطعة من الذاكرة بايتًا بايتًا مع حقولها.

bytes = البايتات
back = رجوع
back-about = إلى البايتات التي عُرضت قبلها
close = إغلاق
close-about = إخفاء البايتات (')
table = البايتات والحقول
no-memory = لا توجد ذاكرة على هذا العنوان عند هذه الخطوة.
place = { $place }: الحجم { $size } بايت، على العنوان { $address }
window = تُعرض البايتات من { $first } إلى { $last }.
before = السابق
before-about = البايتات التي قبل هذه
behind = التالي
behind-about = البايتات التي بعد هذه
fields-of = حقول { $piece }
byte-head = البايت
field-head = الحقل والنوع
value-head = القيمة والمعنى
follow = إلى العنوان { $address }: عرض بايتاته
