# صندوق كائن على المنصة، وما يُقرأ منه جهرًا.

about = { $object }، حجمه { $size } بايت على العنوان { $address }
and-fact = { $before }، { $fact }
references = { $count ->
    [zero] بلا مراجع
    [one] مرجع واحد
    [two] مرجعان
    [few] { $count } مراجع
    [many] { $count } مرجعًا
   *[other] { $count } مرجع
}
immortal = خالد
at-position = عند الموضع { $position }
unreachable = لا يمكن الوصول إليه
part = { $label }: { $value }
and-more = و{ $count } غيرها
scratch-count = العدد المؤقّت { $count }
pinned = مثبَّت: يبقى هنا (K)
unfold = فتح صندوقه (X وهو محدَّد)
show-more = إظهار المزيد منه

more = … { $count } غيرها
spare = { $count ->
    [zero] لا شاغر
    [one] شاغر
    [two] شاغران
    [few] { $count } شواغر
    [many] { $count } شاغرًا
   *[other] { $count } شاغر
}
room = متّسع لعناصر أخرى: { $count }

nothing = لا شيء
