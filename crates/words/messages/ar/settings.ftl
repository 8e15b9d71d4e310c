# كيف تُرى الصفحة: كلمات مفردة على الأزرار وفي القوائم.

layer-names = الأسماء
layer-objects = الكائنات
layer-allocator = المخصّص
layer-collector = الجامع
theme-automatic = ألوان النظام
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
speed-slow = بطيئة
speed-medium = متوسطة
speed-fast = سريعة
