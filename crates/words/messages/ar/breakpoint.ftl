# شروط نقاط التوقف: جمل كاملة.

holds = تحقّق الشرط `{ $condition }`.
no-expression = الشرط `{ $condition }` ليس تعبيرًا: { $message }.
names-a-value = الشرط `{ $condition }` سيغيّر البرنامج: فهو يُسند قيمة إلى اسم. للمقارنة اكتب ==.
too-much-work = الشرط `{ $condition }` يستغرق وقتًا أطول من اللازم: تعمل فيه دوال مضمَّنة ولا تبدو لعملها نهاية.
too-many-steps = الشرط `{ $condition }` يستغرق وقتًا أطول من اللازم: أُوقف بعد { $steps } خطوة.
cannot-be-worked-out = تعذّر حساب الشرط `{ $condition }`: { $reason }.
would-end-the-program = الشرط `{ $condition }` سيُنهي البرنامج.
raises = الشرط `{ $condition }` يُطلق الاستثناء { $exception } (السطر { $line }، الخطوة { $step }).

writes = الشرط `{ $condition }` سيغيّر البرنامج: فهو يكتب.
reads-input = الشرط `{ $condition }` سيغيّر البرنامج: فهو يقرأ مدخلات.
changes-interpreter = الشرط `{ $condition }` سيغيّر البرنامج: فهو يغيّر طريقة عمل المفسّر.
sets-trace-function = الشرط `{ $condition }` سيغيّر البرنامج: فهو يعيّن دالة تتبّع.
changes-contents = الشرط `{ $condition }` سيغيّر البرنامج: فهو يغيّر محتوى كائن.
changes-object = الشرط `{ $condition }` سيغيّر البرنامج: فهو يغيّر { $object }.
