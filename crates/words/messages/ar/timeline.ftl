# الشريط تحت كل شيء: التسجيل كله منحنيات. السحب عليه يتنقّل في التسجيل.

name = الخط الزمني
how-to-use = اسحب للانتقال (Left, Right, Page Up, Page Down, Home, End)؛ العجلة و+ و− للتكبير والتصغير، و0 لإظهار الكل
value = { $place }. { $readout }
readout = { $objects ->
    [zero] لا كائنات حيّة
    [one] كائن حيّ واحد
    [two] كائنان حيّان
    [few] { $objects } كائنات حيّة
    [many] { $objects } كائنًا حيًّا
   *[other] { $objects } كائن حيّ
}، { $bytes } بايت في { $pools ->
    [zero] 0 حوض
    [one] حوض واحد
    [two] حوضين
    [few] { $pools } أحواض
    [many] { $pools } حوضًا
   *[other] { $pools } حوض
}، { $calls ->
    [zero] خارج أي استدعاء
    [one] استدعاء واحد
    [two] استدعاءان متداخلان
    [few] { $calls } استدعاءات متداخلة
    [many] { $calls } استدعاءً متداخلًا
   *[other] { $calls } استدعاء متداخل
}، { $collections ->
    [zero] لا عمليات جمع
    [one] عملية جمع واحدة
    [two] عمليتا جمع
    [few] { $collections } عمليات جمع
    [many] { $collections } عملية جمع
   *[other] { $collections } عملية جمع
}

legend-objects = كائنات حيّة
legend-bytes = بايتات مستعملة
legend-calls = استدعاءات
legend-collections = عملية جمع
legend-output = مخرجات
legend-exceptions = استثناء

range = الخطوات { $first } إلى { $last }
whole = التسجيل كله
whole-title = يعرض الشريط التسجيل كله من جديد (0 على الشريط)
zoom-out = تصغير الخط الزمني
zoom-out-title = يعرض الشريط خطوات أكثر (− على الشريط، أو العجلة)
zoom-in = تكبير الخط الزمني
zoom-in-title = يعرض الشريط خطوات أقل، حول هذه (+ على الشريط، أو العجلة)
remove-lifelines = إزالة خطوط الحياة
remove-lifelines-title = إزالة كل خطوط الحياة المُبقاة

alternative-from = مسار بديل من الخطوة { $step }.
alternative-keeps = التسجيل باقٍ كما كان.
alternative-leave = مغادرة المسار البديل
alternative-leave-title = العودة إلى التسجيل (Q)

pointed-steps = الخطوات { $first } إلى { $last }
pointed-step = الخطوة { $step }
pointed-level = { $objects ->
    [zero] { $steps }: لا كائنات، { $bytes } بايت
    [one] { $steps }: كائن واحد، { $bytes } بايت
    [two] { $steps }: كائنان، { $bytes } بايت
    [few] { $steps }: { $objects } كائنات، { $bytes } بايت
    [many] { $steps }: { $objects } كائنًا، { $bytes } بايت
   *[other] { $steps }: { $objects } كائن، { $bytes } بايت
}
pointed-collections = { $count ->
    [zero] لا عمليات جمع
    [one] عملية جمع واحدة
    [two] عمليتا جمع
    [few] { $count } عمليات جمع
    [many] { $count } عملية جمع
   *[other] { $count } عملية جمع
}
pointed-output = طُبع { $count } بايت
pointed-exceptions = { $count ->
    [zero] لا استثناءات
    [one] استثناء واحد
    [two] استثناءان
    [few] { $count } استثناءات
    [many] { $count } استثناءً
   *[other] { $count } استثناء
}
pointed-list = { $front }، { $last }
happened-collection = { $line ->
    [0] { $found ->
        [zero] عملية جمع للجيل { $generation }، لم يُعثر فيها على كائن لا يمكن الوصول إليه
        [one] عملية جمع للجيل { $generation }، عُثر فيها على كائن واحد لا يمكن الوصول إليه
        [two] عملية جمع للجيل { $generation }، عُثر فيها على كائنين لا يمكن الوصول إليهما
        [few] عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائنات لا يمكن الوصول إليها
        [many] عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائنًا لا يمكن الوصول إليها
       *[other] عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائن لا يمكن الوصول إليها
    }
   *[other] { $found ->
        [zero] السطر { $line }: عملية جمع للجيل { $generation }، لم يُعثر فيها على كائن لا يمكن الوصول إليه
        [one] السطر { $line }: عملية جمع للجيل { $generation }، عُثر فيها على كائن واحد لا يمكن الوصول إليه
        [two] السطر { $line }: عملية جمع للجيل { $generation }، عُثر فيها على كائنين لا يمكن الوصول إليهما
        [few] السطر { $line }: عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائنات لا يمكن الوصول إليها
        [many] السطر { $line }: عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائنًا لا يمكن الوصول إليها
       *[other] السطر { $line }: عملية جمع للجيل { $generation }، عُثر فيها على { $found } كائن لا يمكن الوصول إليها
    }
}
happened-output = { $line ->
    [0] يطبع { $more }
   *[other] السطر { $line }: يطبع { $more }
}
happened-empty-output = { $line ->
    [0] يطبع سطرًا فارغًا
   *[other] السطر { $line }: يطبع سطرًا فارغًا
}
happened-exception = { $line ->
    [0] { $exception }
   *[other] السطر { $line }: { $exception }
}
happened-more = و{ $count } غيرها
