# أخطاء في ملف درس، تُقال للمعلّم الذي يكتبه. ما بين علامتي ` هو ما في الملف ويبقى كما هو.

no-front-matter = يبدأ الدرس بسطر من ثلاث شرطات، ثم `title: …` والحقول الأخرى.
no-end-of-front-matter = ليس لمقدمة الملف نهاية: ضع سطرًا من ثلاث شرطات بعد حقولها.
no-block = ليس في الدرس كتلة ```{ $block }.
second-block = هذه كتلة ```{ $block } ثانية؛ وليس للدرس إلا واحدة.
no-end-of-block = ليس للكتلة ```{ $block } نهاية: ضع بعدها سطرًا فيه ```.
no-field-here = `{ $text }` ليس حقلًا: اكتب اسمه ثم نقطتين ثم نصه، كلها في سطر واحد.
no-field = { $block ->
    [front] ليس في مقدمة الملف الحقل `{ $field }`.
   *[other] ليس في { $block } الحقل `{ $field }`.
}
unknown-field = { $block ->
    [front] مقدمة الملف لا تعرف الحقل `{ $field }`؛ وحقولها: { $known }.
   *[other] لا تعرف { $block } الحقل `{ $field }`؛ وحقولها: { $known }.
}
cannot-be-drawn = لا يمكن رسم `{ $what }`: المتاح هو arrows أو counts.
not-once = `{ $text }` لا يرد في البرنامج مرة واحدة بالضبط.
unknown-block = لا يعرف الدرس كتلة ```{ $block }؛ وهو يعرف py وoutput وstate وpredict وdraw وmark وvary وyours.
no-because = يتبع الجوابَ الخاطئ ` | ` ثم بيان الخطأ في الفكرة التي وراءه.
is-right = `{ $answer }` هو الجواب الصحيح.
no-wrong-answer = يحتاج السؤال إلى جواب خاطئ واحد على الأقل: `wrong: … | because …`.
no-line = لا يوجد في البرنامج سطر هو `{ $text }`.
several-lines = أكثر من سطر في البرنامج هو `{ $text }`: اجعلها مختلفة.
no-layer = لا توجد طبقة `{ $word }`: الطبقات هي names وobjects وallocator وcollector.
no-row = السطر { $line } من static/lessons/index.json ليس صفًّا كسائر الصفوف، فيه `file` و`title` و`goal`، وبين كل صفّين فاصلة.
