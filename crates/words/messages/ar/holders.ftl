# من يمسك بمرجع إلى كائن: أماكن كما تسمّيها الجمل، في وسط جملة أو وحدها.

global-name = الاسم { $name }
local-name-of = الاسم المحلي { $name } في { $function }
local-name = الاسم المحلي { $name }
value-stack-of = مكدّس القيم في { $function }
value-stack = مكدّس القيم
of-call = { $field ->
    [frame-object] استدعاء { $function } (كائن إطاره)
    [names] استدعاء { $function } (أسماؤه)
    [function] استدعاء { $function } (دالته)
   *[code] استدعاء { $function } (شيفرته)
}
of-module-frame = { $field ->
    [frame-object] إطار الوحدة (كائن إطاره)
    [names] إطار الوحدة (أسماؤه)
    [function] إطار الوحدة (دالته)
   *[code] إطار الوحدة (شيفرته)
}
native-code = شيفرة C تعمل الآن
maker = ما أنشأه
running-call = الاستدعاء الجاري للدالة { $function }
running-module = الوحدة الجارية
exit-callback = دالة رد نداء في atexit
interpreter = المفسّر
builtins = قاموس builtins عند المفسّر
sys-dict = قاموس sys عند المفسّر
exception-raised = الاستثناء الذي يُطلق الآن
exception-handled = الاستثناء الذي يُعالج الآن
thread-state = حالة الخيط
decimal-module = الوحدة { "\u2066" }_decimal{ "\u2069" }
lookup-cache = الذاكرة المخبئية لعمليات البحث

as-key = { $object } (مفتاحًا)
as-member = { $object } (عضوًا)
its-class = { $object } (صنفه)
its-names = { $object } (أسماؤه ومكدّسه)
its-contents = { $object } (محتواها)
a-slot = { $object } خانة slot
shared-name = { $object } الاسم المشترك { $number }
