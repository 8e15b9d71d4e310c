# سؤال قبل خطوة، وأجوبته، والشرح بعد الخطوة.

question = سؤال
answers = الأجوبة
answer-about = اختيار هذا الجواب ({ $key })
is-right = ، صحيح
is-yours = ، جوابك
skip = تخطّي
skip-about = ترك هذا السؤال؛ والتقدّم خطوة يفعل الشيء نفسه
go-on = متابعة
go-on-about = متابعة
searching = جارٍ البحث عن أسئلة: قُرئ { $percent }% من التسجيل.
nothing-to-ask = لا يطرح هذا التسجيل أي سؤال.
right = صحيح.
not-so = ليس كذلك.
score = الأجوبة الصحيحة: { $right } من { $all }
missed-about = ما فاتك
missed = { $question } { $answer }.
missed-idea = { $question } { $answer }. وليس صحيحًا أن: { $idea }
back-about = الرجوع إلى موضع هذا السؤال
mistake = في أحد أسئلة هذه الصفحة خطأ في السطر { $line }. { $mistake }
