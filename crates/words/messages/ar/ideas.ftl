# أفكار خاطئة عن الأسماء والذاكرة، كلٌّ منها كما يقولها من يظنها؛ ثم ما هو صحيح بدلًا منها.

assignment-copies = الإسناد ينسخ الكائن.
arguments-are-copied = تحصل الدالة على نسخ من وسطائها.
copies-are-deep = النسخة تنسخ كل ما في الداخل أيضًا.
copies-are-shared = النسخة هي الكائن نفسه إلى أن يُغيَّر أحدهما.
repetition-copies = تكرار القائمة يكرّر الكائنات التي فيها.
is-compares-values = `is` يقارن القيم.
equal-means-apart = كل عدد وكل نص كائن قائم بذاته.
each-call-has-its-default = كل استدعاء ينشئ القيمة الافتراضية من جديد.
each-instance-has-its-own = لكل كائن من الصنف كائنه الخاص في سمة الصنف.
sum-changes-in-place = `a = a + b` يغيّر الكائن الذي يشير إليه `a`.
in-place-makes-new = `a += b` ينشئ دائمًا كائنًا جديدًا.
functions-keep-values = تحتفظ الدالة بالقيمة التي كانت للمتغير عند إنشائها.
methods-return-the-object = التابع الذي يغيّر كائنًا يعيد ذلك الكائن.
text-changes-in-place = تابع النص يغيّر النص نفسه.
assignments-reach-out = الإسناد داخل الدالة يغيّر الاسم العام.
generators-run-at-once = استدعاء دالة مولِّدة ينفّذ متنها.
generators-start-again = يمكن المرور على المولّد مرة أخرى.
definitions-run = `def` ينفّذ متن الدالة.
del-destroys = `del` يدمّر الكائن.
death-comes-later = تُحرَّر الكائنات بعد حين، على يد جامع المهملات.
counting-frees-cycles = ما لا يستطيع أحد الوصول إليه يُحرَّر فورًا.
collector-takes-the-living = قد يأخذ الجامع ما هو قيد الاستعمال.
collector-frees-everything = يحرّر الجامع كل ما ينظر فيه.
collector-counts-cycles = يعدّ الجامع الدورات.
contents-stay = ما كان في الداخل يبقى.
references-do-not-count = مرجع زائد أو ناقص لا يهم.
holders-count-once = كل من يشير إلى كائن يُحسب مرة واحدة.
calls-hold-nothing = وسيط الاستدعاء ليس مرجعًا.
ids-belong-to-names = العنوان للاسم.
ids-are-unique = لا يُستعمل العنوان مرة أخرى أبدًا.
survivors-stay = من ينجو من عملية جمع يبقى في جيله.
survivors-are-old = من ينجو من عملية جمع يكون في أقدم جيل.
errors-are-ignored = بعد الخطأ يتابع البرنامج من السطر التالي.
condition-is-otherwise = الشرط على العكس.

truth-assignment-copies = الإسناد يضع اسمًا آخر للكائن نفسه.
truth-arguments-are-copied = المعامل اسم آخر للكائن الذي أعطاه المستدعي.
truth-copies-are-deep = نسخة الحاوية تشير إلى الكائنات نفسها في الداخل.
truth-repetition-copies = التكرار يكرّر المراجع، وكلها إلى كائن واحد بعينه.
truth-is-compares-values = `is` يسأل: هل الطرفان كائن واحد؟
truth-each-call-has-its-default = تُنشأ القيمة الافتراضية مرة واحدة، عند تنفيذ `def`، وتتشارك فيها كل الاستدعاءات.
truth-each-instance-has-its-own = سمة الصنف كائن واحد تراه كل كائنات الصنف.
truth-sum-changes-in-place = `+` ينشئ كائنًا جديدًا، والإسناد لا ينقل إلا هذا الاسم.
truth-in-place-makes-new = مع القوائم يغيّر `+=` الكائن في مكانه، فيراه كل من يشير إليه.
truth-functions-keep-values = تبحث الدالة عن المتغير عند استدعائها.
truth-methods-return-the-object = التابع الذي يغيّر كائنًا في مكانه يعيد `None`.
truth-text-changes-in-place = النص لا يتغيّر أبدًا: التابع يعيد نصًا جديدًا.
truth-assignments-reach-out = الاسم الذي يُسند إليه داخل الدالة محلّي في الاستدعاء.
truth-generators-run-at-once = يُنفَّذ متن المولّد جزءًا جزءًا، كلما طُلب عنصر.
truth-generators-start-again = المولّد الذي انتهى يبقى منتهيًا.
truth-del-destroys = `del` يزيل اسمًا؛ أما الكائن فيعيش ما دام شيء يشير إليه.
truth-calls-hold-nothing = ما دام الاستدعاء يعمل، فوسيطه مرجع أيضًا.
truth-collector-counts-cycles = يعيد `gc.collect()` عدد الكائنات التي وجدها.
truth-counting-frees-cycles = في الدورة لا يهبط أي عدد إلى 0: ذلك متروك للجامع.
truth-otherwise = التسجيل يبيّن ذلك.
