# كتابة شرط نقطة توقف: تحت البرنامج.

name = نقطة توقف
stop-if = توقّف قبل السطر { $line } إذا
placeholder = دائمًا، أو تعبير مثل n > 3
set = وضع
set-title = وضع نقطة التوقف هكذا (Enter)
remove = إزالة
remove-title = إزالة نقطة التوقف (F9)
close = إغلاق
close-title = تركها كما كانت (Escape)
