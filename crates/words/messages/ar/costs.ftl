# ما كلّفه كل سطر من البرنامج: جدول بجانب نصه.

costs = تكلفة الأسطر
title = ما تكلّفه الأسطر
all-counted = التسجيل كلّه
counted-to = حتى الخطوة { $step }
counting = جارٍ العدّ.
close = إغلاق
close-about = إغلاق (U)
lines = الأسطر
line-head = السطر
runs-head = مرّات
runs-about = كم مرة بدأ تنفيذه
instructions-head = تعليمات
instructions-about = عدد التعليمات، ومنها تعليمات المكتبة التي استدعاها
objects-head = أُنشئ، زال
objects-about = الكائنات التي أُنشئت، والكائنات التي ماتت أثناء تنفيذه
growth-head = النمو
growth-about = البايتات الممنوحة ناقص البايتات المُعادة، كما يقرّبها مخصّص الذاكرة
go-to = الانتقال إلى تنفيذه التالي
bytes = مُنح { $out } بايت، وأُعيد { $back }
thousands = { $number } ألف
millions = { $number } مليون
