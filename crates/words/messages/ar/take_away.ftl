# مربع «خذ معك»: صور وملفات تُصنع من التسجيل لتُحفظ.

title = خذ معك
close-title = إغلاق (Escape)
close = إغلاق
choices = ما الذي تأخذه

picture = صورة
picture-words = المنصة كما هي الآن، بصيغة SVG أو PNG.
film = صورة متحركة
film-words = عدة محطات في ملف SVG واحد يُعرض من تلقاء نفسه، أو فيلم WebM.
storyboard = قصة مصوّرة
storyboard-words = صفحة للطباعة: السطر والصورة والجملة لكل محطة.
page = صفحة تتنقّل بين الخطوات
page-words = ملف HTML واحد فيه Heapglass كله وهذا البرنامج وهذه اللحظة. لا يحتاج إلى شبكة.
offline = استعمال دون اتصال
offline-words = يحفظ المتصفح هذه الصفحة لتُفتح هنا دون شبكة. ولا يحفظ شيئًا ما لم تطلب ذلك.
check = تحقّق في Python عندك
check-words = نص برمجي يشغّل هذا البرنامج حتى هذا السطر ويطبع الحقائق نفسها بجانب المعروضة هنا.
graph = مخطّط لبرنامج Graphviz
graph-words = كائنات هذه الحالة ومراجعها بلغة Graphviz (DOT).
trace = التتبّع كبيانات
trace-words = كل خطوات التشغيل بصيغة JSON، كما يكتبها الأمر heapglass trace.

from-stop = من المحطة
to-stop = إلى المحطة
stop-title = اكتب رقم محطة
range = { $stops ->
    [zero] لا محطات
    [one] محطة واحدة
    [two] محطتان
    [few] { $stops } محطات
    [many] { $stops } محطة
   *[other] { $stops } محطة
}
only-marked = { $stops ->
    [zero] المحطات ذات العلامات فقط
    [one] المحطة ذات العلامة فقط (واحدة)
    [two] المحطتان ذواتا العلامة فقط
    [few] المحطات ذات العلامات فقط ({ $stops })
    [many] المحطات ذات العلامات فقط ({ $stops })
   *[other] المحطات ذات العلامات فقط ({ $stops })
}
only-marked-title = المحطات التي عليها علامة فقط
paper = ألوان للورق
paper-title = داكن على أبيض، أيًّا كانت ألوان الصفحة
stop-of = المحطة { $stop } من { $last }
progress = التقدّم
percent = { $percent }%
being-made = جارٍ الإعداد
preview = معاينة
size = { $kilobytes } كيلوبايت

make = إعداد
make-title = إعداده
cancel = إلغاء
cancel-title = تركه دون إعداد
save-svg = حفظ SVG
save-still-title = رسم يبقى واضحًا بأي حجم
save-film-title = رسم يُعرض من تلقاء نفسه
save-png = حفظ PNG
save-png-title = صورة نقطية، بضعف حجمها على الشاشة
copy-svg = نسخ SVG
copy-svg-title = نسخ نص الرسم
save-webm = حفظ WebM
save-webm-title = فيلم يُسجَّل أثناء عرضه
open = فتح للطباعة
open-title = يفتح الصفحة في لسان تبويب مستقل
save-html = حفظ HTML
save-board-title = صفحة دون نصوص برمجية
save-page-title = ملف واحد، نحو ثلاثة ميغابايت، يعمل دون شبكة
keep = حفظه هنا
keep-title = نحو ستة ميغابايت من مساحة تخزين المتصفح
forget = حذفه من هنا
forget-title = استرجاع مساحة التخزين
copy-script = نسخ النص البرمجي
copy-script-title = نسخه لتلصقه في ملف من عندك
save-script = حفظ النص البرمجي
save-script-title = ملف Python
save-dot = حفظ DOT
save-dot-title = للأمر dot -Tsvg وأمثاله
copy-dot = نسخ DOT
copy-dot-title = نسخ النص
save-json = حفظ JSON
save-json-title = مستند واحد فيه كل الخطوات

no-recording = لا يوجد تسجيل ليؤخذ منه شيء. شغّل برنامجًا أولًا.
failed = لم ينجح ذلك: { $why }
no-stops = لا توجد محطة بين ما اختير.
too-many = عدد هذه المحطات { $stops }، وأقصى ما يؤخذ دفعة واحدة { $most }. اختر مدى أقصر.
too-large = سيكون هذا أكبر من اللازم. اختر مدى أقصر، أو أخفِ ما لا يلزم.
run-again = شُغّل البرنامج من جديد في هذه الأثناء.
no-trace-of-input = لا يمكن إعداد تتبّع لبرنامج يقرأ مدخلات: ليس في المخطط موضع لما يقرؤه.
trace-too-large = حجم التتبّع { $megabytes } ميغابايت: أكثر مما يتحمّله متصفح. الأمر heapglass trace يكتبه في ملف.
no-check-here = أدوات Python نفسها لا تقف إلا قبل الأسطر. انتقل إلى سطر، أو إلى حيث نُفّذت كل الأسطر، ثم اطلب من جديد.
