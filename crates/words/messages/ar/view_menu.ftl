# قائمة مظهر الصفحة؛ وعلى الشاشات الصغيرة أيضًا ما لا يتّسع له الشريط العلوي.

view = المظهر
view-title = الألوان واللوحات وغير ذلك (")
colours = الألوان
colours-title = اختيار الألوان
panels-for = ترتيب اللوحات
panels-for-title = اختيار ترتيب اللوحات ({ $key })
this-window = هذه النافذة
row-title = { $name }: { $more }
row-title-key = { $name }: { $more } ({ $key })
reset = إعادة ضبط اللوحات
reset-more = كل الأحجام وكل لوحة مطوية
link = نسخ رابط
link-more = إلى هذا البرنامج وهذه اللحظة
transcript = السرد
transcript-more = التسجيل كله بالكلمات
take-away = خذ معك
take-away-more = صورة، أو فيلم، أو الصفحة نفسها
commands = الأوامر
commands-more = كل ما يمكن فعله
tour = جولة
tour-more = الصفحة في ست خطوات
