# قائمة الأماكن التي يمكن الانتقال إليها، وحال البحث.

go-to-next = انتقال إلى
go-to-title = الانتقال إلى ما يحدث بعد ذلك، أو ما حدث قبله (:)
name = انتقال إلى
breakpoint = نقطة توقف
before = { $place }: السابق
next = { $place }: التالي
before-title = { $place }: السابق (Shift { $key })
next-title = { $place }: التالي ({ $key })
keys = المفاتيح: الحرف ينتقل إلى التالي، وShift مع الحرف إلى السابق.
watched = الاسم المراقَب
watched-title = اختيار الاسم المراقَب (W ينتقل إلى تغيّراته)
searched = مقدار ما بُحث فيه
searching = جارٍ البحث: { $percent }%
give-up = إلغاء
give-up-title = إيقاف البحث
