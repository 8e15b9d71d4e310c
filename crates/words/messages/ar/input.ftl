# تحت مخرجات البرنامج: السطر الذي ينتظره، والأسطر التي أُعطيت له، والملفات التي بجانبه.

given = المدخلات المعطاة: { $lines }
given-about = إظهار الأسطر التي أُعطيت للبرنامج أو إخفاؤها (F6 ينقلك إلى جوارها)
line-of-input = سطر الإدخال { $line }
line-of-input-about = سطر قُرئ؛ تغييره يشغّل البرنامج من جديد
forget = نسيان كل المدخلات
forget-about = التشغيل من جديد دون أي سطر إدخال

files = الملفات
files-own = الملفات: { $own }
files-written = الملفات: { $own }، وما كتبه البرنامج: { $written }
files-about = إظهار الملفات التي بجانب البرنامج أو إخفاؤها (F6 ينقلك إلى جوارها)
add = إضافة ملف
add-about = إعطاء البرنامج ملفًا آخر
written = { $file } كما كتبه البرنامج
name-of-file = اسم الملف
name-of-file-about = الاسم الذي يفتحه به البرنامج
remove = إزالة
remove-of = إزالة { $file }
remove-about = إزالة هذا الملف
text-of = نص { $file }
text-about = محتوى الملف

waits = البرنامج ينتظر سطرًا:
answer-about = الإجابة (I)
enter = إدخال
enter-about = إعطاء هذا السطر للبرنامج (Enter)
end-of-input = نهاية الإدخال
end-of-input-about = يحصل البرنامج على EOFError
