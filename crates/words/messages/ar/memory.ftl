# قطعة من الذاكرة بايتًا بايتًا: ما هي، وأين تقع، وما في حقولها.

unused-pool = الحوض { $pool }، لم يُستعمل قط
pool-header = ترويسة الحوض { $pool }
pool-end = آخر الحوض { $pool }، أقصر من أن يسع كتلة
free-block-next = كتلة حرة، تُمنح تاليًا
free-block = { $others ->
    [zero] كتلة حرة، تُمنح تاليًا
    [one] كتلة حرة، تُمنح بعد كتلة أخرى
    [two] كتلة حرة، تُمنح بعد كتلتين أخريين
    [few] كتلة حرة، تُمنح بعد { $others } كتل أخرى
    [many] كتلة حرة، تُمنح بعد { $others } كتلة أخرى
   *[other] كتلة حرة، تُمنح بعد { $others } كتلة أخرى
}
unused-block = كتلة لم تُستعمل قط
free-chunk = ذاكرة حرة، خارج الأحواض
interpreter = ذاكرة المفسّر
ownerless-block = كتلة بلا كائن
items = عناصر { $object }
values = قيم { $object }
table = جدول { $object }
other-block = كتلة تابعة إلى { $object } ({ $field })
in-pool = الحوض { $pool } من الساحة { $arena }
in-arena = الساحة { $arena }
block-place = الكتلة { $block } من الحوض { $pool } من الساحة { $arena }
large-block = كتلة أكبر من أن تسعها الأحواض
static-memory = ذاكرة المفسّر الثابتة
outside = خارج الأحواض والكتل
field-dict = القاموس المُدار أو القيم
field-values = القيم أو القاموس
field-weakrefs = المراجع الضعيفة المُدارة
field-next-free = الكتلة الحرة التالية
field-characters = الحروف
array-of-values = مصفوفة قيم
marked-pointer = → { $address }، العلامات { $marks }
immortal = خالد
null = مؤشّر فارغ
pointer = مؤشّر
indices = أي مدخل يقصده كل موضع من الجدول
word = كلمة
