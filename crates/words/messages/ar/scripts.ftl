# ما تقوله نصوص الصفحة البرمجية أثناء التحميل وعند تعذّره.

title = Heapglass: ماذا يفعل CPython بالذاكرة
loading = جارٍ التحميل
loading-engine = جارٍ تحميل محرّك Python
loading-engine-percent = جارٍ تحميل محرّك Python: { $percent }%
again = إعادة المحاولة
again-title = تحميل الصفحة من جديد
engine-not-fetched = تعذّر جلبه. هل الشبكة متاحة؟
engine-refused = تعذّر جلبه ({ $status }).
new-version = يوجد إصدار جديد من Heapglass. يُستعمل بعد إغلاق كل ألسنة التبويب التي فيها Heapglass.
part-lost = تعذّر جلب جزء من الصفحة. هل الشبكة متاحة؟ أعد تحميل الصفحة للمتابعة.
page-lost = تعذّر جلب الصفحة. هل الشبكة متاحة؟
engine-part-lost = يحتاج إلى جزء تعذّر جلبه. هل الشبكة متاحة؟

# حُفظت الصفحة أو حُفظ شيء، أو لماذا لم يُحفظ. بعضها يأتي بعد «لم ينجح ذلك: ».

saved = حُفظ باسم { $file }.
copied = تم النسخ.
opened = فُتحت في لسان تبويب مستقل.
no-tab = لم يسمح المتصفح للصفحة بفتح لسان تبويب. احفظها بصيغة HTML بدلًا من ذلك.
saved-image = حُفظت باسم { $file }، مقاسها { $width } في { $height } نقطة.
image-too-large = لم يستطع هذا المتصفح رسم صورة بهذا الكبر. خذ SVG.
image-not-drawn = لم يستطع هذا المتصفح رسم الصورة. خذ SVG.
no-films = لا يسجّل هذا المتصفح أفلامًا. خذ SVG.
film-too-long = أقصى عدد محطات الفيلم { $most }، لأنه يُسجَّل أثناء عرضه. اختر مدى أقصر، أو خذ SVG.
file-not-fetched = تعذّر جلب جزء من الصفحة ({ $file }: { $status }). هل الشبكة متاحة؟
saved-page = حُفظت باسم { $file }، وحجمها { $megabytes } ميغابايت. افتحها في أي مكان: تتنقّل بين الخطوات دون شبكة.
offline-from-disk = هذا الملف لا يحتاج إلى شبكة أصلًا.
offline-framed = الصفحة التي داخل صفحة أخرى لا تُحفظ. افتح Heapglass في لسان تبويب مستقل أولًا.
offline-unable = لا يحفظ هذا المتصفح الصفحات إلا من العناوين الآمنة (https)، أو لا يحفظها إطلاقًا. أما «صفحة تتنقّل بين الخطوات» فتعمل في كل مكان.
offline-refused = رفض المتصفح ({ $why })
offline-incomplete = تعذّر جلب ملف، أو وصل إصدار جديد في هذه الأثناء. لم يُحفظ شيء؛ أعد المحاولة.
offline-kept = تم الحفظ. من الآن تُفتح الصفحة دون شبكة، حتى من المفضّلة أو كتطبيق مثبَّت.
offline-forgotten = حُذفت: تأتي الصفحة من الشبكة من جديد.
offline-nothing = لم يكن هناك شيء محفوظ.

# في الصفحة التي هي ملف واحد.
file-no-script = يشغّل Heapglass محرّك Python داخل هذا الملف: يحتاج إلى JavaScript وWebAssembly.
file-no-notes = ملاحظات المحاضر في نافذة مستقلة، ولا تكون للصفحة التي في ملف واحد نافذة كهذه. افتح Heapglass من موقعه لمحاضرة مع ملاحظات.
file-damaged = تعذّر فكّ هذا الملف: { $problem }. يحتاج إلى متصفح من عام 2023 أو بعده.

# نافذة ملاحظات المحاضر.
notes-title = ملاحظات المحاضر – Heapglass
notes-time = الوقت منذ البداية
notes-pause = إيقاف مؤقت
notes-pause-title = إيقاف الساعة أو متابعتها
notes-go-on = متابعة
notes-reset = تصفير
notes-reset-title = إعادة الساعة إلى 0:00
notes-none-yet = لا علامة بعد
notes-behind = بعد: { $name }
notes-empty = (بلا ملاحظة)
notes-no-next = لا توجد.
notes-no-line = لم يبقَ سطر.
notes-now = الآن
notes-on-page = على الصفحة
notes-next-line = السطر التالي
notes-next-bookmark = العلامة التالية
notes-back = السابق
notes-back-title = السابق (Page Up, Left)
notes-on = التالي
notes-on-title = التالي (Page Down, Right)
notes-black = تعتيم
notes-black-title = تصير الصفحة سوداء، أو تظهر من جديد (. أو B)
notes-keys = مفاتيح وضع المحاضرة تعمل هنا أيضًا.
notes-alone = لا تخاطب أي صفحة هذه النافذة: افتحها بالمفتاح | في Heapglass.
