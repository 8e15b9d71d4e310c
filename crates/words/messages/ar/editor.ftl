# نص البرنامج والأزرار التي فوقه.

program = البرنامج
costs = التكلفة
costs-about = ما تكلّفه الأسطر: المرّات والتعليمات والكائنات والبايتات (U)
stop = إيقاف
stop-about = إيقاف التسجيل (S)
run = تشغيل
try-again = إعادة المحاولة
run-about = تشغيل البرنامج (Ctrl Enter)

stops-if = يتوقف إذا كان { $condition }
line-hidden = السطر { $line } مخفي: أظهره
lines-hidden = الأسطر { $first } إلى { $last } مخفية: أظهرها
