# أزرار التحكم: التنقّل والعرض، والمنزلق فوق التسجيل.

name = الخطوات
step = خطوة
next-phase = المرحلة التالية
button-title = { $name } ({ $key })
first-stop = أول محطة
step-back = خطوة إلى الوراء
step-over = تخطّي الاستدعاء
step-out = الخروج من الدالة
last-stop = آخر محطة
play = عرض
pause = إيقاف مؤقت
speed = السرعة
speed-title = سرعة العرض
slider = المحطة
slider-title = الانتقال إلى محطة (Left, Right)
recording = { $stops ->
    [zero] جارٍ التسجيل
    [one] جارٍ التسجيل، محطة واحدة حتى الآن
    [two] جارٍ التسجيل، محطتان حتى الآن
    [few] جارٍ التسجيل، { $stops } محطات حتى الآن
    [many] جارٍ التسجيل، { $stops } محطة حتى الآن
   *[other] جارٍ التسجيل، { $stops } محطة حتى الآن
}
