# كلمات في الصور والقصص المصوّرة والمخططات التي تؤخذ من الصفحة: أقصر ما يمكن.

place = { $file }، السطر { $line }، المحطة { $stop }. Heapglass, CPython 3.12.1 (64-bit)
place-at-the-end = { $file }، النهاية، المحطة { $stop }. Heapglass, CPython 3.12.1 (64-bit)

frame = إطار { $function }، السطر { $line }
object = { $count ->
    [zero] { $object } { $value }، بلا مراجع إليه
    [one] { $object } { $value }، إليه مرجع واحد
    [two] { $object } { $value }، إليه مرجعان
    [few] { $object } { $value }، إليه { $count } مراجع
    [many] { $object } { $value }، إليه { $count } مرجعًا
   *[other] { $object } { $value }، إليه { $count } مرجع
}
immortal-object = { $object } { $value }، خالد
one-more = { $item }، { $name }: { $value }
item = { $item }.

frame-line = السطر { $line }
no-names = لا أسماء بعد
value-stack = مكدّس القيم
in-this-line = يلزم في هذا السطر
in-a-cell = في خلية
verdict = { $verdict ->
    [reachable] يمكن الوصول إليه
    [unreachable] لا يمكن الوصول إليه
    [condemned] محكوم عليه
    [rescued] مُنقَذ
   *[other] { $verdict }
}

board = { $file }: قصة مصوّرة
print = اطبع هذه الصفحة (Ctrl P) لتوزيعها.
made-with = كل الأرقام أرقام CPython 3.12.1 (نموذج 64 بت). صُنعت بواسطة Heapglass.

graph-frame = { $function }، السطر { $line }
graph-stack = المكدّس { $depth }
graph-count = العدد { $count }، { $size } بايت
graph-immortal = خالد، { $size } بايت
graph-key = مفتاح
graph-more = … { $more } غيرها
graph-unreachable = لا يمكن الوصول إليه
