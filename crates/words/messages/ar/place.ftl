# أين تقف الصفحة من التسجيل: بجانب أزرار التحكم.

at-line = المحطة { $stop } من { $last }، السطر { $line }
in-function = المحطة { $stop } من { $last }، السطر { $line } في { $function }
in-phase = المحطة { $stop } من { $last }، المرحلة { $phase } من { $phases } في عملية جمع
within-phase = المحطة { $stop } من { $last }، المرحلة { $phase } من { $phases } في عملية جمع، { $at }
line-in-phase = المحطة { $stop } من { $last }، السطر { $line } في { $function }، المرحلة { $phase } من { $phases } في عملية جمع
at-the-end = المحطة { $stop } من { $last }، النهاية
all-lines-run = المحطة { $stop } من { $last }، نُفّذت كل الأسطر
nothing-recorded = لا تسجيل بعد
