# خريطة الكومة: ساحات الذاكرة، وأحواضها، والكتل التي فيها واحدة واحدة.

heading = خريطة الكومة
blocks-and-bytes = { $blocks ->
    [zero] لا كتل، { $bytes } بايت
    [one] كتلة واحدة، { $bytes } بايت
    [two] كتلتان، { $bytes } بايت
    [few] { $blocks } كتل، { $bytes } بايت
    [many] { $blocks } كتلة، { $bytes } بايت
   *[other] { $blocks } كتلة، { $bytes } بايت
}

colour-by = التلوين حسب
colour-by-title = ما تدلّ عليه ألوان الخريطة (;)
colouring-type = النوع
colouring-size = فئة الحجم
colouring-age = العمر
colouring-generation = الجيل
colouring-occupancy = الإشغال
all-blocks = كل الكتل
all-blocks-title = كل الكتل في كل الأحواض معًا، أو الأحواض وواحد منها مفتوح (@)
large = كبيرة
smaller = أصغر
large-title = بحجم النافذة، أو في مكانها (%)
bytes-shown = البايتات
bytes-shown-title = ما اختير، بايتًا بايتًا (')

legend = الألوان: { $colouring }
group = { $count ->
    [zero] { $group } (لا كتل)
    [one] { $group } (كتلة واحدة)
    [two] { $group } (كتلتان)
    [few] { $group } ({ $count } كتل)
    [many] { $group } ({ $count } كتلة)
   *[other] { $group } ({ $count } كتلة)
}
free = حرة
free-title = أُعيدت؛ والخط والأرقام ترتيب قائمة الكتل الحرة
never-used = لم تُستعمل قط
never-used-title = لم تُقتطع من هنا كتلة قط
header = ترويسة
header-title = ترويسة حوض: 48 بايتًا
tail = ذيل
tail-title = آخر حوض: أقصر من أن يسع كتلة
other-types = أنواع أخرى
tables = جداول ومخازن
of-size = { $bytes } بايت
older-than-program = أقدم من البرنامج
oldest-quarter = الربع الأقدم من كائنات البرنامج
older-quarter = الربع القديم
younger-quarter = الربع الحديث
youngest-quarter = الربع الأحدث
generation-0 = الجيل 0، الأصغر
generation-1 = الجيل 1
generation-2 = الجيل 2، الأقدم
not-tracked = لا يتتبّعها الجامع
less-than-quarter = المستعمل أقل من الربع
quarter = الربع فأكثر
half = النصف فأكثر
three-quarters = ثلاثة أرباع فأكثر
full = ممتلئ

figures = أين تذهب الذاكرة
bytes = { $bytes } بايت
empty-of = { $empty } من { $pools }
percent = { $share }%
about-aloud = . { $about }
in-use = مستعمل
in-use-about = كتل فيها كائن أو جدول لكائن.
of-pools = من الأحواض
of-pools-about = هذه النسبة من ذاكرة كل الأحواض المقتطَع منها تقع في كتل مستعملة؛ والباقي ينتظر في كتل حرة وترويسات وذيول.
given-back = مُعاد
given-back-about = كتل حرة في قوائم أحواضها: لا تستعملها إلا طلبات من فئة الحجم نفسها. هذا هو التفتّت (fragmentation).
never-carved = لم يُقتطع قط
never-carved-about = مكان في آخر الأحواض لم تُقتطع منه كتلة قط.
largest-hole = أكبر فجوة
largest-hole-about = أطول سلسلة كتل حرة متجاورة داخل حوض. ولا تُستعمل إلا قطعًا من فئة حجم الحوض.
empty-pools = أحواض فارغة
empty-pools-about = أحواض ليس فيها كتلة مستعملة: أي فئة حجم تستطيع أخذها.
untouched-pools = أحواض لم تُمسّ
untouched-pools-about = أحواض في الساحات لم تدعُ إليها الحاجة بعد.
rounding = تقريب
rounding-about = تُقرَّب الطلبات إلى الأعلى إلى مضاعفات 16 بايتًا: هذا ما يضيع داخل كتل الكائنات.
tails = ذيول
tails-about = بايتات في آخر الأحواض أقل من أن تكفي كتلة أخرى.
headers = ترويسات
headers-about = يبدأ كل حوض بترويسة من 48 بايتًا: ما يحويه، وقائمة كتله الحرة.
outside-pools = خارج الأحواض
outside-pools-about = الطلبات التي تزيد على 512 بايتًا تذهب إلى مخصّص مكتبة C: عناصر القوائم الطويلة، والجداول الكبيرة.

map-of-all = خريطة كل الكتل
map-of-pools = خريطة الساحات والأحواض والكتل
how-to-use = أشر إلى كتلة، أو تحرّك بمفاتيح الأسهم؛ Enter يفتح، و+ و− والعجلة تغيّر الحجم.
arena = الساحة { $arena }
carved = المقتطَع منها { $used } من { $size } حوضًا
pool = الحوض { $pool } من الساحة { $arena }
pool-fact = كتل { $bytes } بايت، المستعمل { $used } من { $blocks }
pool-fact-short = المستعمل { $used } من { $blocks }
too-large = أكبر من الأحواض
too-large-fact = المستعمل { $blocks }
header-in-pool = ترويسة 48 بايتًا
bytes-in-pool = { $bytes } بايت
block-short = الكتلة { $block }
block-short-with = الكتلة { $block }: { $object }

told-unused-pool = الحوض { $pool } من الساحة { $arena } لم يُستعمل قط.
told-pool = الحوض { $pool } من الساحة { $arena }، على العنوان { $address }: كتل حجمها { $bytes } بايت، المستعمل { $used } من { $blocks }.
told-header = ترويسة الحوض { $pool } من الساحة { $arena }، على العنوان { $address }، وحجمها 48 بايتًا.
told-tail = آخر { $bytes } بايت من الحوض { $pool } من الساحة { $arena }: أقل من أن تكفي كتلة أخرى.
told-block = الكتلة { $block } من الحوض { $pool } من الساحة { $arena }، على العنوان { $address }: { $content }
object = { $generation ->
    [none] فيها { $object }، وحجمها { $bytes } بايت.
   *[other] فيها { $object }، وحجمها { $bytes } بايت، الجيل { $generation }.
}
object-fits = { $generation ->
    [none] فيها { $object }، وحجمها { $bytes } بايت، بقدر ما طُلب.
   *[other] فيها { $object }، وحجمها { $bytes } بايت، بقدر ما طُلب، الجيل { $generation }.
}
object-rounded = { $generation ->
    [none] فيها { $object }، طُلب { $asked } بايت، فقُرّب إلى { $bytes }.
   *[other] فيها { $object }، طُلب { $asked } بايت، فقُرّب إلى { $bytes }، الجيل { $generation }.
}
buffer = جدول أو مخزن، { $bytes } بايت.
free-next = حرة، { $bytes } بايت، تُمنح تاليًا.
free-in-list = حرة، { $bytes } بايت، رقمها { $place } في قائمة الكتل الحرة.
free-block = حرة، { $bytes } بايت.
never-used-block = لم تُستعمل قط، { $bytes } بايت.
told-outside = خارج الأحواض، على العنوان { $address }، يقع { $object }، وحجمه { $bytes } بايت.
told-outside-buffer = خارج الأحواض، على العنوان { $address }: جدول أو مخزن، { $bytes } بايت.
told-outside-free = خارج الأحواض، على العنوان { $address }: ذاكرة حرة، { $bytes } بايت.
