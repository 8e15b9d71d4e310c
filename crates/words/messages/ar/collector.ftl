# لوحات الجامع: الأجيال الثلاثة بعدّاداتها وأعضائها، والكائنات التي تنظر فيها عملية جمع جارية.

generations = الأجيال
lanes = الكائنات حسب الجيل
generation = الجيل { $number }
youngest = الأصغر
middle = الأوسط
oldest = الأقدم
permanent-name = الجيل الدائم
permanent = الدائم
permanent-fact = مجمَّد، لا يُفحص أبدًا
aside-name = المنحَّى جانبًا
aside = المنحَّى جانبًا
aside-fact = لا وصول إليه بعد
condemned = المحكوم عليه
condemned-fact = ثبت ضياعه
untracked = غير مراقَب
untracked-fact = لا يدخل في دورة
empty = فارغ
more = و{ $count } غيرها
of-interpreter = { "\u2066" }+ { $count }{ "\u2069" } للمفسّر
of-interpreter-title = ما هي
of-kind = { $kind }: { $count }
other-kinds = { $count } غيرها، خلّفها بدء تشغيل CPython وهي هنا معدودة فقط
select = تحديد { $title }

counts-youngest = الحاويات المخصَّصة ناقص الحاويات المحرَّرة منذ آخر عملية جمع؛ إذا تجاوز العتبة بدأت عملية جمع
counts-middle = عمليات جمع الجيل 0 منذ جُمع الجيل 1
counts-oldest = عمليات جمع الجيل 1 منذ جُمع الجيل 2

never = أبدًا: العتبة 0
never-as-youngest = أبدًا: عتبة الجيل 0 هي 0
is-due = ممتلئ: حان وقت عملية جمع
is-full = ممتلئ: عملية جمع عند تخصيص الحاوية التالية
is-nearly-full = ممتلئ: الحاوية التالية تبدأ عملية جمع
goes-along = ممتلئ: عملية الجمع التالية تشمله أيضًا
too-few-joined = ممتلئ، لكن قليلًا انضمّ إليه
quarter-rule = وانضمّ { $joined }، والمطلوب { $needed }: ربع { $total }
quarter-rule-title = لا يُجمع أقدم جيل إلا إذا بلغت الحاويات التي انضمّت إليه منذئذ (long_lived_pending) ربع الحاويات التي أبقتها عملية جمعه الأخيرة (long_lived_total)

is-off = أُوقف بأمر gc.disable: لا يجمع الآن إلا gc.collect
so-far = { $collections ->
    [zero] لا عمليات جمع
    [one] عملية جمع واحدة
    [two] عمليتا جمع
    [few] { $collections } عمليات جمع
    [many] { $collections } عملية جمع
   *[other] { $collections } عملية جمع
} حتى الآن، { $objects ->
    [zero] ولم يُعثر على كائنات
    [one] وعُثر على كائن واحد
    [two] وعُثر على كائنين
    [few] وعُثر على { $objects } كائنات
    [many] وعُثر على { $objects } كائنًا
   *[other] وعُثر على { $objects } كائن
}
garbage = { $count ->
    [zero] لا كائنات في gc.garbage
    [one] كائن واحد في gc.garbage
    [two] كائنان في gc.garbage
    [few] { $count } كائنات في gc.garbage
    [many] { $count } كائنًا في gc.garbage
   *[other] { $count } كائن في gc.garbage
}
collect-here = جمع هنا
collect-here-title = تنفيذ عملية جمع كاملة الآن، في مسار بديل (9)
disable-here = إيقاف هنا
disable-here-title = إيقاف الجامع (gc.disable) من هنا فصاعدًا، في مسار بديل (8)

walk = التنقّل في عملية الجمع
pause = إيقاف مؤقت
pause-title = إيقاف عملية الجمع مؤقتًا حيث هي ({ "\u2066" }>{ "\u2069" })
play = عرض عملية الجمع
play-title = عرض عملية الجمع من هنا إلى نهايتها ({ "\u2066" }>{ "\u2069" })
play-next = عرض عملية الجمع التالية
play-next-title = الانتقال إلى عملية الجمع التالية وعرضها ({ "\u2066" }>{ "\u2069" })
back = رجوع
back-title = كائن أو مرجع واحد إلى الوراء ({ "\u2066" }<{ "\u2069" })
on-title = الكائن أو المرجع التالي؛ وبعد الأخير المرحلة التالية (.)

candidates = المرشّحات
candidates-name = الكائنات التي تنظر فيها عملية الجمع هذه
of-youngest = من أصغر جيل
of-younger-two = من الجيلين الأصغر
of-all = من كل الأجيال
column-object = الكائن
column-count = العدد
column-scratch = المؤقّت
column-verdict = الحكم
select-title = تحديد هذا الكائن
other-candidates = و{ $count } للمفسّر
other-candidates-title = ما هي
others-are-treated-alike = تُعامَل كلها معاملة واحدة: وحدات المفسّر وأصنافه ودواله، وما خلّفه بدء تشغيل CPython.
others-moves = { $count ->
    [zero] لم تفعل هذه المرحلة بها شيئًا.
    [one] فعلت هذه المرحلة بها شيئًا واحدًا.
    [two] فعلت هذه المرحلة بها شيئين.
    [few] فعلت هذه المرحلة بها { $count } أشياء.
    [many] فعلت هذه المرحلة بها { $count } شيئًا.
   *[other] فعلت هذه المرحلة بها { $count } شيء.
}
others-without-box = من البرنامج، بلا صندوق: { $titles }.
others-without-box-first = من البرنامج، بلا صندوق: { $titles }، …
titles = { $front }، { $last }

verdict-candidate = مفحوص
verdict-held = ممسوك من الخارج
verdict-set-aside = منحًّى جانبًا
verdict-reached = وُصل إليه
verdict-rescued = أُنقذ
verdict-survives = ناجٍ
verdict-unreachable = لا وصول إليه
verdict-untracked = لم يعد مراقَبًا
verdict-promoted = ارتقى
verdict-condemned = محكوم عليه
verdict-finalized = نُفّذ إنهاؤه
verdict-resurrected = عاد حيًّا
verdict-cleared = أُفرغ
verdict-saved = محفوظ في gc.garbage
verdict-dead = ميت
