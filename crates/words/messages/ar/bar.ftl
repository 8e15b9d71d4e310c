# الشريط العلوي.

example = مثال
example-title = اختيار برنامج مثال (F6 يأتي إلى هنا؛ وCtrl K يعثر عليها أيضًا)
own-program = برنامجك الخاص
lessons = الدروس
lessons-title = قائمة الدروس (L)
layer = الطبقة
layer-title = طبقة { $layer } ({ $key })
model = نموذج 64 بت
model-title = كل رقم في هذه الصفحة يخصّ هذا الإصدار
predict = توقّع
predict-title = أسئلة: توقّع ما سيأتي قبل حدوثه (!)
link = رابط
link-title = نسخ رابط إلى هذا البرنامج وهذه اللحظة (5)
take-away = خذ معك
take-away-title = خذ معك صورة، أو فيلمًا، أو قصة مصوّرة، أو الصفحة نفسها (Ctrl S)
transcript = السرد
transcript-title = التسجيل كله بالكلمات (J)
commands = الأوامر
commands-title = كل الأوامر (Ctrl K)
help = المفاتيح والرموز
help-title = المفاتيح والرموز (?)
