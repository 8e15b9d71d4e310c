# الدرس: بطاقات فيها نص وأسئلة وتمارين فوق البرنامج، وقائمة الدروس.

lesson = درس
leave = مغادرة
leave-about = مغادرة الدرس والعودة إلى البرنامج السابق
back = السابق
back-about = البطاقة السابقة (Shift N)
next = التالي
next-about = البطاقة التالية (N)
card-of = { $card } من { $cards }
answer-about = اختيار هذا الجواب؛ ثم تُعرض الخطوة وتُشرح
nothing = لا شيء
answers = الأجوبة
right = صحيح.
not-so = ليس كذلك.
exercise-above = أجب فوق المنصة، ثم تحقّق.
change = غيّر { $old } إلى { $new } وتوقّع ما سيحدث.
make-change = إجراء هذا التغيير
make-change-about = تغيير البرنامج هكذا وتشغيله
change-back = إرجاع التغيير
change-back-about = العودة إلى برنامج الدرس الأصلي
ask-yours = اسأل Python 3.12 عندك. هذا السطر
prints = يطبع { $output }.

lessons = الدروس
close = إغلاق
close-about = إغلاق (Escape)
loading = جارٍ تحميل القائمة.
begin = بدء الدرس: { $title }
no-list = تعذّر تحميل قائمة الدروس: { $why }
not-loaded = تعذّر تحميل الدرس: { $why }
mistake = في الدرس خطأ في السطر { $line }. { $mistake }
