# المنصة: إطارات فيها أسماء، وكائنات مرسومة صناديق، وأسهم بينها، والأزرار عند حافتها السفلى.

stage = المنصة
nothing-yet = لا شيء يُعرض بعد.
drawing = الإطارات والأسماء والكائنات
nothing-left = لم يبقَ من البرنامج إطار ولا كائن.
not-drawn = { $count ->
    [zero] وكل شيء مرسوم
    [one] وكائن واحد لم يُرسم
    [two] وكائنان لم يُرسما
    [few] و{ $count } كائنات لم تُرسم
    [many] و{ $count } كائنًا لم تُرسم
   *[other] و{ $count } كائن لم تُرسم
}
far-away = من بعيد: كبّر لتقرأ
minimap = المنصة كلها: أشر إلى موضع للانتقال إليه (Ctrl ومفاتيح الأسهم)

weak = ضعيف
refers = يشير { $from } إلى { $to }
refers-weakly = يشير { $from } إلى { $to }، دون أن يُحسب
a-name = اسم
without-arrow = { $count ->
    [zero] من دون هذا السهم: لا يموت شيء.
    [one] من دون هذا السهم: يموت كائن واحد.
    [two] من دون هذا السهم: يموت كائنان.
    [few] من دون هذا السهم: تموت { $count } كائنات.
    [many] من دون هذا السهم: يموت { $count } كائنًا.
   *[other] من دون هذا السهم: يموت { $count } كائن.
}

frame-line = السطر { $line }
no-names = لا أسماء بعد
names-hidden = الأسماء مخفية
value-stack = مكدّس القيم
needed-in-line = يلزم في هذا السطر
in-a-cell = في خلية
frame = إطار { $function }، السطر { $line }
and-name = { $before }، { $name }: { $value }
and-on-stack = { $before }، على مكدّس القيم: { $value }

size = حجم المنصة
values-in-place = القيم في مكانها
values-in-place-about = رسم الأعداد والنصوص في أماكنها، أو ككائنات كما هي (V)
follow = تتبّع
follow-about = إعادة ما تغيّره كل خطوة إلى مجال الرؤية (_)
undo = تراجع
undo-about = التراجع عمّا فُعل بالمنصة (Z)
redo = إعادة
redo-about = إعادة ما جرى التراجع عنه (Shift Z)
fit = ملاءمة
fit-about = إظهار المنصة كلها (0)
smaller = أصغر
smaller-about = تصغير رسم المنصة (-)
larger = أكبر
larger-about = تكبير رسم المنصة (+)

act-on = ما يُفعل بالكائن { $object }
fold = طيّ
unfold = فتح
fold-about = طيّ صندوقه أو فتحه (X)
pin = تثبيت
pin-about = إبقاؤه هنا حتى عند ترتيب كل شيء (K)
hide = إخفاء
hide-about = عدم رسمه (Delete)
hide-type = إخفاء كل { $type }
hide-type-about = عدم رسم أي كائن من هذا النوع
act-on-name = ما يُفعل بالاسم { $name }
hide-name = إخفاء الاسم
hide-name-about = عدم رسم هذا الاسم، ولا ما لا يقود إليه سواه (Backspace)

hidden-about = ما أُخفي، وطريقة إظهاره
hidden = مخفي: { $things }
hidden-with-objects = { $objects ->
    [zero] مخفي: { $things }
    [one] مخفي: { $things } (كائن واحد)
    [two] مخفي: { $things } (كائنان)
    [few] مخفي: { $things } ({ $objects } كائنات)
    [many] مخفي: { $things } ({ $objects } كائنًا)
   *[other] مخفي: { $things } ({ $objects } كائن)
}
each-type = كل { $type }
hidden-name = الاسم { $name }
hidden-name-of = الاسم { $name } في { $function }
show-again = إظهار { $thing } من جديد
show-all = إظهار الكل
show-all-about = إظهار كل ما أُخفي (Shift Delete)

find = بحث
find-label = البحث عن كائن بالاسم أو النوع أو القيمة أو الرقم أو العنوان
find-about = البحث عن كائن بالاسم أو النوع أو القيمة أو الرقم أو العنوان (/)
nothing-found = لم يُعثر على شيء
found-at = { $at } من { $many }: { $because }
found = عُثر على { $many }: Enter ينتقل إليها
found-list = ما عُثر عليه
show-object = إظهار هذا الكائن (Enter)
more-found = و{ $many } غيرها: Enter ينتقل من واحد إلى التالي
because-name = { $name } في { $function }
because-number = الرقم { $number }
because-id = id() { $address }
because-holds = { $object }: يحويه
because-address = على العنوان { $address }

object-not-drawn = { $object } غير مرسوم
object-hidden = { $object } مخفي
