# تفاصيل الكائن المحدَّد: دفتر مراجعه، وحياته، ولماذا هو حيّ.

tabs = ما يُعرض عنه
fields = الحقول
fields-about = حقوله في الذاكرة (B)
ledger = دفتر المراجع
ledger-about = كل تغيّر في عدد مراجعه، وحياته (7)
why = لماذا هو حيّ؟
why-about = ما الذي يُبقيه حيًّا، وما الذي يحرّره (Y)
by-name = الاسم `{ $name }`
by-name-of = الاسم `{ $name }` في `{ $function }`
by-part = `{ $part }` من { $object }
why-title = لماذا هو حيّ
reading = تُقرأ حياته من التسجيل.

# تدخل في جمل مثل «وُلد عند السطر 3» و«مات عند النهاية».
at-line = السطر { $line }
at-the-end = النهاية
go-to-step = الانتقال إلى الخطوة { $step }
go-to-step-in = الانتقال إلى الخطوة { $step } في { $function }

born = وُلد عند { $place } بفعل { $by }
born-and-held = وُلد عند { $place } بفعل { $by }، وأول ما أمسك به { $holder }
older = أقدم من البرنامج
generation = { $generation ->
    [zero] انضمّ إلى أصغر جيل عند { $place }
    [one] انتقل إلى الجيل 1 عند { $place }
    [two] انتقل إلى الجيل 2 عند { $place }
    [few] انتقل إلى الجيل { $generation } عند { $place }
    [many] انتقل إلى الجيل { $generation } عند { $place }
   *[other] انتقل إلى الجيل { $generation } عند { $place }
}
died-last-reference = مات عند { $place }: زال آخر مرجع إليه ({ $cause })
died = مات عند { $place }: { $cause }
still-lives = يعيش ما دام التسجيل
read-up-to = قُرئ حتى الخطوة { $step }

ask-tenants = من سكن هذا العنوان أيضًا؟
ask-tenants-about = الكائنات التي سكنت هذا العنوان، واحدًا بعد آخر
tenants = سكّان هذا العنوان
objects-at = { $count ->
    [zero] لا كائنات على العنوان { $address }
    [one] كائن واحد على العنوان { $address }
    [two] كائنان على العنوان { $address }
    [few] { $count } كائنات على العنوان { $address }
    [many] { $count } كائنًا على العنوان { $address }
   *[other] { $count } كائن على العنوان { $address }
}
tenants-before = { $count } قبلها
tenants-after = { $count } بعدها
tenant-died = { $object }، وُلد عند { $born }، ومات عند { $died }
tenant-lives = { $object }، وُلد عند { $born }
tenant-old-died = { $object }، أقدم من البرنامج، ومات عند { $died }
tenant-old = { $object }، أقدم من البرنامج
select = تحديد هذا الكائن

temporary = { $count ->
    [zero] لا مراجع لمدة تعليمة
    [one] مرجع واحد لمدة تعليمة
    [two] مرجعان لمدة تعليمة
    [few] { $count } مراجع لمدة تعليمة
    [many] { $count } مرجعًا لمدة تعليمة
   *[other] { $count } مرجع لمدة تعليمة
}
temporary-fold = طيّ ما تضيفه تعليمة ثم تسحبه
temporary-show = إظهار ما تضيفه تعليمة ثم تسحبه
where-head = أين
change-head = التغيّر
count-head = العدد
why-head = لماذا
entries-before = { $count ->
    [zero] لا قيود قبلها
    [one] قيد واحد قبلها
    [two] قيدان قبلها
    [few] { $count } قيود قبلها
    [many] { $count } قيدًا قبلها
   *[other] { $count } قيد قبلها
}
entries-after = { $count ->
    [zero] لا قيود بعدها
    [one] قيد واحد بعدها
    [two] قيدان بعدها
    [few] { $count } قيود بعدها
    [many] { $count } قيدًا بعدها
   *[other] { $count } قيد بعدها
}

looking = جارٍ البحث عن الطرق إليه.
what-frees = ما الذي يحرّره؟
ways = أقصر الطرق إليه
it = هو
sole = ما تحته خطان: من دون هذا المرجع وحده لا يمكن الوصول إليه.
what-if = ماذا لو؟
what-if-about = ما الذي يموت من دون هذا المرجع؟
what-if-of = ما الذي يموت من دون { $reference }؟
drop = إسقاطه
drop-about = المتابعة من دون هذا المرجع في مسار بديل؛ ويبقى التسجيل محفوظًا
drop-of = المتابعة من دون { $reference }

at-once = فورًا: { $objects }
at-once-and-more = فورًا: { $objects } و{ $more } غيرها
with-collector = مع الجامع: { $objects }
with-collector-and-more = مع الجامع: { $objects } و{ $more } غيرها
