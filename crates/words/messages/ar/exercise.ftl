# تمرين عند سطر على وشك التنفيذ: يقول الطالب ما سيفعله السطر، ثم يُنفَّذ.

exercise = تمرين
draw-arrows = ارسم الأسهم
draw-arrows-about = إلى أين يشير كل اسم بعده؟ اسحب الاسم إلى صندوق، أو اختر.
set-counts = حدّد الأعداد
set-counts-about = كم يكون عدد مراجع كل صندوق بعده؟
mark-deaths = علّم ما يموت
mark-deaths-about = أي الصناديق تموت؟ انقر عليها، أو اختر؛ و«لا شيء» جواب أيضًا.
about-to-run = السطر { $line } على وشك التنفيذ: `{ $code }`. { $task }
has-run = نُفّذ السطر { $line }: الصحيح { $right } من { $all }.
right = صحيح:
not-so = ليس كذلك:
close = إغلاق
close-about = مغادرة التمرين
check = تحقّق
check-about = تنفيذ السطر والمقارنة
no-line = لا سطر هنا على وشك التنفيذ: انتقل إلى سطر لتتمرّن عليه.

new-object = كائن جديد
small-value = قيمة صغيرة
nothing = لا شيء
name-about = اسحبه إلى صندوق، أو اضغط عليه ثم انقر على صندوق
points-at = يشير { $name } إلى
points-at-about = اختر ما يشير إليه بعد تنفيذ السطر
count-of = عدد مراجع { $object }
count-about = كم مرجعًا إليه بعد تنفيذ السطر
dies = يموت { $object }
dies-about = علّمه إن كان يموت عند تنفيذ السطر

has-died = مات { $object }.
has-lived-on = بقي { $object } حيًّا.
nobody-dies = لا يموت أحد.
arrow-to = يشير `{ $name }` إلى { $object }.
arrow-to-new = يشير `{ $name }` إلى كائن جديد، { $object }.
arrow-to-value = قيمة `{ $name }` صغيرة، وتُعرض في صفّه.
arrow-to-nothing = الاسم `{ $name }` غير مربوط بشيء.
your-answer = { $truth } كان جوابك: { $said }.
your-answer-out-of-sight = { $truth } كان جوابك: { $said }، وهو غير ظاهر على المنصة.
arrow-is-said = جوابك: يشير { $name } إلى { $object }
arrow-was-wrong = كان جوابك: يشير { $name } إلى { $object }، وليس كذلك
count-is = { $object }: { $count }.
count-is-dead = { $object }: 0، فقد مات.
