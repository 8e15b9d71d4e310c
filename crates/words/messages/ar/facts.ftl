# كلمات قليلة على صندوق كائن، بجانب اسمه.

class = صنف
not-started = لم يبدأ
line = السطر { $line }
running = يعمل الآن
finished = انتهى
interned = موحَّد
to-nothing = لم يعد يشير إلى شيء

cell-to = إلى
cell-over = يمرّ على
cell-iterators = مكرِّرات
cell-iterator = مكرِّر
cell-stack = المكدّس { $number }
