# لوحات الصفحة وترتيباتها: أسماء على المقابض وفي القوائم.

program = البرنامج
output = المخرجات
details = التفاصيل
map = خريطة الكومة
collector = الجامع
phone = هاتف
laptop = حاسوب محمول
projector = جهاز عرض
embed = إطار مضمَّن
