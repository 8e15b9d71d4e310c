# ما فعلته خطوة، في جملة واحدة: تحت المنصة، ومقروءة جهرًا، وفي السرد.

loaded = حُمّل البرنامج. لم يُنفَّذ شيء بعد.
nothing-changed = لم يتغيّر شيء مما يُرى هنا.
in-phase = عملية جمع للجيل { $generation }، المرحلة { $number }: { $phase }.
ended = انتهى البرنامج.
ended-with-status = انتهى البرنامج برمز الخروج { $status }.
waits = البرنامج ينتظر سطر إدخال.
called = استُدعيت { $function }: إطار جديد لأسمائها.
returned = عادت { $function }؛ وزالت أسماؤها.
# علامتا ` لتبقى المطبوعات من اليسار إلى اليمين.
prints = يطبع البرنامج `{ $text }`.
prints-to-errors = إلى الخطأ القياسي يُكتب `{ $text }`.
dies = مات { $object }: زال آخر مرجع إليه.
dies-with = { $others ->
    [zero] مات { $object } وحده.
    [one] مات { $object }، ومعه كائن آخر.
    [two] مات { $object }، ومعه كائنان آخران.
    [few] مات { $object }، ومعه { $others } كائنات أخرى.
    [many] مات { $object }، ومعه { $others } كائنًا آخر.
   *[other] مات { $object }، ومعه { $others } كائن آخر.
}
name-gone-dies = زال الاسم `{ $name }`، ومات { $object }: زال آخر مرجع إليه.
name-gone-dies-with = { $others ->
    [zero] زال الاسم `{ $name }`، ومات { $object } وحده.
    [one] زال الاسم `{ $name }`، ومات { $object }، ومعه كائن آخر.
    [two] زال الاسم `{ $name }`، ومات { $object }، ومعه كائنان آخران.
    [few] زال الاسم `{ $name }`، ومات { $object }، ومعه { $others } كائنات أخرى.
    [many] زال الاسم `{ $name }`، ومات { $object }، ومعه { $others } كائنًا آخر.
   *[other] زال الاسم `{ $name }`، ومات { $object }، ومعه { $others } كائن آخر.
}
deleted = حُذف الاسم `{ $name }`؛ وما كان يشير إليه باقٍ حيًّا.
names = صار `{ $name }` يشير إلى { $value }.
names-same = صار `{ $name }` يشير إلى ما يشير إليه `{ $other }`: { $value }.
names-same-counted = صار `{ $name }` يشير إلى { $object } الذي يشير إليه `{ $other }`: تغيّر عدد مراجعه من { $before } إلى { $now }.
holds-at = صار { $object } يحوي { $value } عند `{ $place }`.
holds = صار { $object } يحوي { $value }.
holds-nothing-at = لم يعد { $object } يحوي شيئًا عند `{ $place }`.
holds-nothing = لم يعد { $object } يحوي شيئًا.
holds-less = صار { $object } يحوي أقل من ذي قبل.
count-goes = عدد مراجع { $object }: تغيّر من { $before } إلى { $now }.
count-changed = { $object }: تغيّر عدد مراجعه من { $before } إلى { $now }.
counts-changed = { $first }: تغيّر عدد مراجعه من { $before } إلى { $now }؛ { $second }: تغيّر عدد مراجعه من { $then } إلى { $today }.
object-numbered = الكائن { $number }
module = الوحدة
