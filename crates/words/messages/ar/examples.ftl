# الأمثلة: عنوان كل منها وما يُرى فيه، والموضوعات التي تندرج تحتها.

names = الأسماء
counts = عدد المراجع
memory = الذاكرة
collector = جامع المهملات
aliasing = اسمان لقائمة واحدة
aliasing-tells = الإسناد لا ينسخ أي كائن.
default = قيمة افتراضية تُنشأ مرة واحدة
default-tells = لماذا تتذكّر القائمة الافتراضية ما مضى.
closure = دالة مُغلِقة وخليّتها
closure-tells = أين تحفظ الدالة الداخلية أسماءها.
counting = العدد يزيد وينقص
counting-tells = من يشير إلى الكائن، ومتى يموت.
exception = استثناء محفوظ
exception-tells = يُبقي أسماء استدعاءات كاملة حيّة.
generator = مولّد ينتظر
generator-tells = إطار ينام داخل كائن.
growth = قائمة تكبر
growth-tells = المساحة تُطلب مقدّمًا.
slots = كائنات لها slots
slots-tells = أصغر من الكائنات التي لها قاموس.
two-nodes = عُقدتان في دورة مراجع
two-nodes-tells = ضاعتا، ثم عُثر عليهما مرحلةً مرحلة.
automatic = الجامع يبدأ من تلقاء نفسه
automatic-tells = عدّاد يبلغ عتبته.
