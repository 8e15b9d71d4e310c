# أوامر بلا مفتاح، كما تظهر في قائمة كل الأوامر.

open-example = فتح المثال: { $title }
begin-lesson = بدء الدرس: { $title }
panels-for = ترتيب اللوحات: { $name }
fold-panel = طيّ اللوحة أو فتحها: { $name }
colours = الألوان: { $name }
speed = سرعة العرض: { $name }
panels-for-window = ترتيب اللوحات المناسب لحجم هذه النافذة
reset-panels = إعادة ضبط اللوحات: كل الأحجام وكل لوحة مطوية
examples = الأمثلة حسب الموضوع
tour = جولة في الصفحة من ست خطوات
run = تشغيل البرنامج
