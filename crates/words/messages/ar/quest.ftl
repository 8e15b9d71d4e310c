# الانتقال إلى ما يحدث بعد ذلك أو ما حدث قبله: قائمة، وما يُقال حين يتعذّر ذلك.

line-runs = يُنفَّذ هذا السطر
object-made = يُنشأ كائن
object-dies = يموت كائن
collection-begins = تبدأ عملية جمع
exception-raised = يُطلق استثناء
something-printed = يُطبع شيء
name-changes = يتغيّر اسم
count-changes = يتغيّر عدد مراجع الكائن المحدَّد
selected-dies = يموت الكائن المحدَّد
bytes-change = تتغيّر بايتات الكائن المحدَّد
name-in = { $name } في { $function }

no-recording = لا يوجد تسجيل بعد.
select-first = حدّد كائنًا أولًا.
no-line = لا سطر يُنفَّذ هنا.
no-name = لا يوجد هنا اسم ليُراقَب.
not-alive = الكائن المحدَّد ليس حيًّا هنا.
at-the-end = هذه نهاية التسجيل.
at-the-start = هنا يبدأ البرنامج.
border = تعرض الصفحة جزءًا من التسجيل، وهذا حدّه.
