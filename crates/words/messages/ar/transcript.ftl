# السرد: التسجيل كله بالكلمات.

title = السرد
in-all = { $steps ->
    [zero] لا خطوات
    [one] خطوة واحدة إجمالًا
    [two] خطوتان إجمالًا
    [few] { $steps } خطوات إجمالًا
    [many] { $steps } خطوة إجمالًا
   *[other] { $steps } خطوة إجمالًا
}
so-far = { $steps ->
    [zero] لا خطوات حتى الآن
    [one] خطوة واحدة حتى الآن
    [two] خطوتان حتى الآن
    [few] { $steps } خطوات حتى الآن
    [many] { $steps } خطوة حتى الآن
   *[other] { $steps } خطوة حتى الآن
}
save = حفظ كنص
save-title = حفظ السرد في ملف نصي
close = إغلاق
close-title = إغلاق (Escape)
steps = الخطوات
go-title = الانتقال إلى هذه الخطوة

in-phase = المحطة { $stop }، عملية جمع: { $phase }
at-line = المحطة { $stop }، السطر { $line }
in-function = المحطة { $stop }، السطر { $line } في { $function }
at-the-end = المحطة { $stop }، النهاية
end-in-function = المحطة { $stop }، النهاية في { $function }

head = { $file } على CPython 3.12.1، خطوة خطوة
rest = لم يُسرَد الباقي بعد.
