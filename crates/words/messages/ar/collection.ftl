# المرور على مرحلة من عملية جمع: جملة لكل كائن أو مرجع له شأن بها.

place = { $noun ->
    [reference] المرجع { $at } من { $last }
    [object] الكائن { $at } من { $last }
   *[move] النقلة { $at } من { $last }
}
next-reference = المرجع التالي
next-object = الكائن التالي
next-move = النقلة التالية
next-phase = المرحلة التالية

begins-with-references = { $count ->
    [zero] تبدأ مرحلة { $phase }: لا مراجع يُمرّ عليها.
    [one] تبدأ مرحلة { $phase }: مرجع واحد يُمرّ عليه.
    [two] تبدأ مرحلة { $phase }: مرجعان يُمرّ عليهما.
    [few] تبدأ مرحلة { $phase }: { $count } مراجع يُمرّ عليها.
    [many] تبدأ مرحلة { $phase }: { $count } مرجعًا يُمرّ عليها.
   *[other] تبدأ مرحلة { $phase }: { $count } مرجع يُمرّ عليها.
}
begins-with-objects = { $count ->
    [zero] تبدأ مرحلة { $phase }: لا كائنات يُمرّ عليها.
    [one] تبدأ مرحلة { $phase }: كائن واحد يُمرّ عليه.
    [two] تبدأ مرحلة { $phase }: كائنان يُمرّ عليهما.
    [few] تبدأ مرحلة { $phase }: { $count } كائنات يُمرّ عليها.
    [many] تبدأ مرحلة { $phase }: { $count } كائنًا يُمرّ عليها.
   *[other] تبدأ مرحلة { $phase }: { $count } كائن يُمرّ عليها.
}
begins-with-moves = { $count ->
    [zero] تبدأ مرحلة { $phase }: لا نقلات فيها.
    [one] تبدأ مرحلة { $phase }: نقلة واحدة فيها.
    [two] تبدأ مرحلة { $phase }: نقلتان فيها.
    [few] تبدأ مرحلة { $phase }: { $count } نقلات فيها.
    [many] تبدأ مرحلة { $phase }: { $count } نقلة فيها.
   *[other] تبدأ مرحلة { $phase }: { $count } نقلة فيها.
}
within = { $phase }، { $place }: { $what }

gathered = يُفحص { $title }؛ كان في الجيل { $generation }.
copied = يُنسخ عدد مراجع { $title }، فيكون عدده المؤقّت { $scratch }.
subtracted = { $kind ->
    [name] من الاسم `{ $from }` إلى { $title }: { "\u2066" }{ $before } − 1 = { $scratch }{ "\u2069" }.
   *[other] من { $from } إلى { $title }: { "\u2066" }{ $before } − 1 = { $scratch }{ "\u2069" }.
}
held = بقي عند { $title } العدد { $scratch }، فشيء من الخارج يمسك به: يُستبقى.
held-again = بقي عند { $title } العدد { $scratch }: شيء من الخارج يمسك به من جديد، فيبقى حيًّا.
set-aside = بقي عند { $title } العدد 0: يُنحّى جانبًا مؤقّتًا.
set-aside-again = بقي عند { $title } العدد 0: لم يُعده أحد.
reached = { $kind ->
    [name] استُبقي الاسم `{ $from }` وهو يشير إلى { $title }، فيُستبقى هذا أيضًا.
   *[other] استُبقي { $from } وهو يشير إلى { $title }، فيُستبقى هذا أيضًا.
}
rescued = { $kind ->
    [name] استُبقي الاسم `{ $from }` وهو يشير إلى { $title }: فأُنقذ.
   *[other] استُبقي { $from } وهو يشير إلى { $title }: فأُنقذ.
}
rescued-again = { $kind ->
    [name] بقي الاسم `{ $from }` حيًّا وهو يشير إلى { $title }، فيبقى هذا حيًّا أيضًا.
   *[other] بقي { $from } حيًّا وهو يشير إلى { $title }، فيبقى هذا حيًّا أيضًا.
}
untracked = لا يمكن أن يكون { $title } في دورة: يكفّ الجامع عن مراقبته.
stays = نجا { $title } وبقي في الجيل { $generation }.
promoted = نجا { $title } وانضمّ إلى الجيل { $generation }.
weakref-cleared = { $kind ->
    [name] لم يعد الاسم `{ $from }` يشير إلى { $title }.
   *[other] لم يعد { $from } يشير إلى { $title }.
}
callback-called = استُدعيت دالة رد النداء الخاصة بالمرجع { $title }.
finalized = نُفّذت دالة إنهاء { $title }.
cleared = أسقط { $title } ما يمسك به.
saved = ذهب { $title } إلى `gc.garbage`، كما يريد DEBUG_SAVEALL.
died = مات { $title }.
