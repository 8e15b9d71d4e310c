# ما طبعه البرنامج.

output = المخرجات
printed = ما طُبع حتى الآن
nothing-yet = لم يُطبع شيء بعد.
standard-error = الخطأ القياسي:
