# المسرد: المصطلحات العربية المستعملة في كل الملفات.
#
# object: كائن | class: صنف | instance: كائن من الصنف | attribute: سمة | method: تابع | function: دالة
# name: اسم | variable: متغير | names / refers to / points at: يشير إلى | assignment: إسناد | copy: نسخة
# reference: مرجع | reference count: عدد المراجع (اختصارًا: العدد) | weak reference: مرجع ضعيف
# argument: وسيط | parameter: معامل | default: قيمة افتراضية | call: استدعاء | frame: إطار | value stack: مكدّس القيم
# closure: دالة مُغلِقة | cell: خلية | slot: slot (خانة مسمّاة) | iterator: مكرِّر | generator: مولّد | item: عنصر
# list: قائمة | dict: قاموس | set: مجموعة | tuple: صف | text (str): نص | character: حرف | index: فهرس | key: مفتاح
# heap: الكومة | heap map: خريطة الكومة | block: كتلة | pool: حوض | arena: ساحة | size class: فئة حجم
# free list: قائمة الكتل الحرة | allocator: مخصّص الذاكرة | hand out / give back: يمنح / يُعاد | byte: بايت | field: حقل
# native code: شيفرة C | struct: بنية | pointer: مؤشّر | address: عنوان | hash: تجزئة | immortal: خالد | interned: موحَّد | interning: توحيد
# collector: جامع المهملات (اختصارًا: الجامع) | collection: عملية جمع | garbage: مهملات | cycle: دورة
# generation: جيل | threshold: عتبة | phase: مرحلة | candidate: مرشّح | condemned: محكوم عليه | rescued: مُنقَذ
# scratch count: العدد المؤقّت | (un)reachable: يمكن (لا يمكن) الوصول إليه | finalizer: دالة إنهاء | callback: دالة رد النداء
# recording: تسجيل | step: خطوة | stop: محطة | checkpoint: نقطة حفظ | instruction: تعليمة | breakpoint: نقطة توقف
# alternative: مسار بديل | bookmark: علامة | lifeline: خط حياة | ledger: دفتر المراجع | badge: شارة | stage: المنصة
# timeline: الخط الزمني | strip: الشريط | layer: طبقة | panel: لوحة | inspector: الفاحص | transcript: السرد
# exercise: تمرين | prediction: توقّع | lesson: درس | card: بطاقة | lecture mode: وضع المحاضرة | speaker notes: ملاحظات المحاضر
# take away: خذ معك | storyboard: القصة المصوّرة | engine: المحرّك | interpreter: المفسّر | compiler: المترجم
# exception: استثناء | raise: يُطلق | output: المخرجات | input: المدخلات | standard error: الخطأ القياسي
# to be made: يُنشأ | to die: يموت | to be freed: يُحرَّر | to fold / unfold: يطوي / يفتح | select: يحدّد

step-on = التقدّم إلى السطر التالي، أو إلى المرحلة التالية من عملية جمع
step-back = خطوة إلى الوراء
step-over = تخطّي استدعاء إلى ما بعده
step-back-over = تخطّي استدعاء إلى ما قبله
step-out = الخروج من الدالة
step-back-out = الرجوع إلى السطر الذي استدعى الدالة
instruction-on = تعليمة واحدة إلى الأمام؛ وفي عملية جمع: كائن أو مرجع واحد إلى الأمام
instruction-back = تعليمة واحدة إلى الوراء؛ وفي عملية جمع: كائن أو مرجع واحد إلى الوراء
first-stop = أول محطة
last-stop = آخر محطة
play = تشغيل العرض أو إيقافه مؤقتًا
continue = المتابعة إلى نقطة التوقف التالية؛ فإن لم توجد فإلى النهاية
continue-back = الرجوع إلى نقطة التوقف السابقة
next-on-line = المرة التالية التي يُنفَّذ فيها هذا السطر؛ وShift مع أي من هذه المفاتيح: المرة السابقة
next-made = إنشاء الكائن التالي
next-death = موت الكائن التالي
next-collection = عملية الجمع التالية
next-exception = إطلاق الاستثناء التالي
next-output = المخرجات التالية
next-of-name = التغيّر التالي للاسم المراقَب
next-of-count = التغيّر التالي لعدد مراجع الكائن المحدَّد
death-of-selected = موت الكائن المحدَّد
next-of-bytes = التغيّر التالي لبايتات الكائن المحدَّد
next-phase = المرحلة التالية من عملية جمع
play-collection = عرض عملية الجمع من هنا إلى نهايتها أو إيقافه مؤقتًا؛ وخارجها: عملية الجمع التالية
move-back = في عملية جمع: كائن أو مرجع واحد إلى الوراء
layers = الأسماء، الكائنات، المخصّص، الجامع
lessons = قائمة الدروس
cards = في درس: البطاقة التالية، البطاقة السابقة
tidy = ترتيب المنصة
size = تكبير رسم المنصة، تصغيره
fit = إظهار المنصة كلها
find = البحث عن كائن بالاسم أو النوع أو القيمة أو الرقم أو العنوان
as-objects = الأعداد والنصوص في أماكنها، أو ككائنات كما هي
fold = طيّ الصندوق المحدَّد أو فتحه
pin = تثبيت الصندوق المحدَّد في مكانه أو إلغاء تثبيته
hide = إخفاء الكائن المحدَّد؛ وShift Delete يُظهر كل شيء من جديد
undo = التراجع عمّا فُعل بالمنصة
colouring = خريطة الكومة: التلوين التالي
all-blocks = خريطة الكومة: كل الكتل في كل الأحواض، أو الأحواض وواحد منها مفتوح
large-map = خريطة الكومة: بحجم النافذة، أو في مكانها
bytes = الكائن أو الكتلة المحدَّدة بايتًا بايتًا
hide-name = إخفاء آخر اسم أُشير إليه بالمؤشر
redo = إعادة ما جرى التراجع عنه
follow = تتبّع المنصة للخطوات، أو ثباتها
select-nothing = إلغاء التحديد؛ وفي البرنامج: بعده يغادره Tab
fields = حقول الكائن المحدَّد
ledger = دفتر مراجعه: كل تغيّر في عددها، وحياته
why-alive = لماذا هو حيّ، وما الذي يحرّره
costs = ما تكلّفه الأسطر
alternative-collect = مسار بديل: عملية جمع كاملة هنا
alternative-disable = مسار بديل: إيقاف الجامع هنا
leave-alternative = مغادرة المسار البديل
stop = إيقاف التسجيل
input = إلى سطر الإدخال الذي ينتظره البرنامج
run-now = في البرنامج: تشغيله الآن
breakpoint = في البرنامج: وضع نقطة توقف أو إزالتها
condition = في البرنامج: متى توقِف نقطةُ التوقف؛ أو النقر بالزر الأيمن على رقم السطر
arrangement = الترتيب التالي للوحات: حاسوب محمول، جهاز عرض، إطار مضمَّن، هاتف
view-menu = قائمة الألوان واللوحات
go-to-menu = قائمة الأماكن التي يمكن الانتقال إليها
fold-program = طيّ عمود البرنامج أو فتحه
fold-details = طيّ التفاصيل أو فتحها
next-panel = إلى اللوحة التالية، إلى اللوحة السابقة
copy-link = نسخ رابط إلى هذا البرنامج وهذه اللحظة
bookmark = وضع علامة هنا، أو إزالة العلامة الموجودة هنا
bookmark-before = العلامة السابقة
bookmark-next = العلامة التالية
lifeline = إبقاء خط حياة الكائن المحدَّد، أو إلغاء إبقائه
bookmark-list = قائمة العلامات وخطوط الحياة
lecture = وضع المحاضرة أو الخروج منه: خط كبير، ومفاتيح جهاز التقليب، وبقعة ضوء
notes = نافذة ملاحظات المحاضر
transcript = قراءة السرد: التسجيل كله بالكلمات
take-away = خذ معك: صور، وفيلم، وقصة مصوّرة، وصفحة تعمل دون اتصال، وتحقّق في Python عندك
exercise = تمرين: ارسم إلى أين تشير الأسماء، وحدّد الأعداد، وعلّم ما يموت، ثم نفّذ السطر
questions = الأسئلة: توقّع ما سيأتي قبل حدوثه، أو إيقافها
all-commands = كل الأوامر
this-list = هذه القائمة

hall-on = التقدّم: إلى العلامة التالية، أو خطوة
hall-back = الرجوع
hall-step = خطوة واحدة
hall-story = التقدّم يعني العلامات، أو كل خطوة
hall-ask = سؤال القاعة ماذا يحدث بعد ذلك، أو التوقف عن السؤال
hall-black = سواد، ثم العودة
hall-spot = ضوء مسلّط: المؤشر، ثم الكائن، ثم لا شيء
hall-dot = نقطة حمراء بدل المؤشر
hall-code = مع البرنامج، أو بدونه
