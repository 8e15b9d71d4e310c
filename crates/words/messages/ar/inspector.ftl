# الفاحص: الكائن المحدَّد، وحقائق عنه، وحقوله في الذاكرة.

inspector = الفاحص
nothing-selected = حدّد كائنًا على المنصة لترى حقوله في الذاكرة.
bytes = البايتات
bytes-about = كتلته بايتًا بايتًا (')
close = إغلاق
close-about = إلغاء التحديد (Escape)
not-here = هذا الكائن غير موجود عند هذه الخطوة.

count-and-size = { $count ->
    [zero] بلا مراجع، { $size } بايت
    [one] مرجع واحد، { $size } بايت
    [two] مرجعان، { $size } بايت
    [few] { $count } مراجع، { $size } بايت
    [many] { $count } مرجعًا، { $size } بايت
   *[other] { $count } مرجع، { $size } بايت
}
immortal-and-size = خالد، { $size } بايت
made-in-line = أُنشئ في السطر { $line }
generation = في الجيل { $generation } من أجيال الجامع
block = الكتلة { $block } من الحوض { $pool } في الساحة { $arena }
lost = لم يعد البرنامج يستطيع الوصول إليه
reused = سكن هذا العنوانَ كائن قبله
verdict = { $verdict ->
    [candidate] عند الجامع: مرشّح
    [reachable] عند الجامع: يمكن الوصول إليه
    [unreachable] عند الجامع: لا يمكن الوصول إليه
    [rescued] عند الجامع: مُنقَذ
   *[condemned] عند الجامع: محكوم عليه
}
fold = فتح صندوقه أو طيّه
fold-about = إظهار صفوفه على المنصة أو إخفاؤها

fields = الحقول في الذاكرة
fields-of = حقول { $object } في الذاكرة
offset-head = الإزاحة
field-head = الحقل
bytes-head = البايتات
meaning-head = المعنى
before-object = قبل الكائن
at-address = على العنوان { $address }، في كتلة من { $size } بايت
select = تحديد هذا الكائن
