# ما الغرض من كل حقل في بنى CPython بلغة C؛ التعليق فوق كل رسالة هو اسم الحقل.

# ob_refcnt
ob-refcnt = كم مرجعًا إلى هذا الكائن؛ عند 0 يموت.
# ob_type
ob-type = صنف الكائن: ما يمكن فعله به.
# _gc_next
gc-next = الكائن التالي في جيله عند الجامع.
# _gc_prev
gc-prev = الكائن السابق في جيله، وعلامات الجامع في أدنى البتّات.
# managed dict or values
managed-dict = السمات: مصفوفة قيم، أو قاموس متى وُجد.
# managed weakrefs
managed-weakrefs = أول المراجع الضعيفة إلى الكائن.
# ref.count
ref-count = عدد الكتل المستعملة في هذا الحوض.
# freeblock
freeblock = الكتلة التي تُمنح تاليًا؛ وتتبعها الأخريات من كتلة إلى كتلة.
# nextpool
nextpool = الحوض التالي الذي كتله من هذا الحجم وفيه متّسع.
# prevpool
prevpool = الحوض السابق في تلك الحلقة.
# arenaindex
arenaindex = الساحة التي يقع فيها الحوض.
# szidx
szidx = فئة الحجم: في كل كتلة 16 × (هذا الرقم + 1) بايت.
# nextoffset
nextoffset = أين تبدأ في الحوض أول كتلة لم تُستعمل قط.
# maxnextoffset
maxnextoffset = آخر موضع في الحوض ما زال يتّسع لكتلة.
# next free block
next-free-block = لا تحتاج الكتلة الحرة إلى حقل خاص: كلمتها الأولى تقود إلى الكتلة الحرة التالية، والمؤشّر الفارغ يُنهي القائمة.
# size
size = كم عنصرًا فيه.
# item
item = أين العناصر: في كتلة خاصة بها، لتكبر والقائمة باقية في مكانها.
# allocated
allocated = كم عنصرًا يتّسع له المكان قبل أن يلزم تكبير الكتلة.
# ob_item
ob-item = مرجع إلى عنصر.
# ob_digit
ob-digit = ثلاثون بتًّا من العدد، الأدنى أولًا.
# ob_sval
ob-sval = البايتات، وبعدها صفر.
# characters
characters = الحروف، وبعدها صفر.
# tag
tag = كم خانة رقمية تلي، والإشارة في أدنى بتّين: 0 موجب، 1 صفر، 2 سالب.
# fval
fval = العدد كما يحسب به المعالج.
# length
length = كم حرفًا فيه.
# hash, shash
hash = قيمة التجزئة، تُحفظ متى عُرفت؛ `−1`: لم تُعرف بعد.
# state
state = كيف خُزّنت الحروف: هل النص موحَّد، وكم بايتًا لكل حرف، وهل هي ASCII فقط.
# used
used = كم عنصرًا فيه.
# version_tag
version-tag = رقم آخر بعد كل تغيير، لتعلم به الذاكرات المخبئية.
# keys
keys = جدول المفاتيح؛ تتشارك فيه قواميس كائنات الصنف الواحد.
# values
values = القيم، حيث تكون المفاتيح مشتركة.
# dk_refcnt
dk-refcnt = كم قاموسًا وصنفًا يتشارك في هذا الجدول.
# dk_log2_size
dk-log2-size = عدد مواضع الجدول هو اثنان مرفوعًا إلى هذه القوة.
# dk_log2_index_bytes
dk-log2-index-bytes = الفهارس التي في الأسفل تشغل من البايتات اثنين مرفوعًا إلى هذه القوة.
# dk_kind
dk-kind = 0: مفاتيح من أي نوع، 1: نصوص فقط، 2: مشتركة بين كائنات الصنف.
# dk_version
dk-version = يتغيّر مع المفاتيح، لتعلم به الذاكرات المخبئية؛ 0: لم يسأل أحد بعد.
# dk_usable
dk-usable = كم مدخلًا آخر يتّسع له الجدول قبل أن يلزم تكبيره.
# dk_nentries
dk-nentries = كم مدخلًا كُتب، بما فيها المحذوفة.
# dk_indices
dk-indices = جدول التجزئة نفسه: في كل موضع رقم مدخل، أو `−1`.
# me_hash
me-hash = قيمة تجزئة المفتاح.
# me_key
me-key = مرجع إلى المفتاح.
# me_value
me-value = مرجع إلى القيمة.
# fill
fill = مواضع الجدول المستعملة الآن أو من قبل.
# mask
mask = عدد مواضع الجدول، ناقص واحد.
# table
table = الجدول: الصغير الذي داخل الكائن، أو كتلة خاصة به.
# smalltable
smalltable = موضع في الجدول الصغير: مفتاح وقيمة تجزئته.
# finger
finger = أين يبحث `pop()` في المرة التالية.
# slot
slot = خانة slot: قيمة السمة، من دون أي قاموس.
# weakreflist
weakreflist = أول المراجع الضعيفة إلى الكائن.
# start
start = أين يبدأ.
# stop
stop = أين يقف.
# step
step = كم يتقدّم في كل مرة.
# closure
closure = الخلايا التي أُنشئت معها الدالة.
# defaults
defaults = قيم المعاملات التي لا تُعطى.
# code
code = كائن الشيفرة: البايت كود والثوابت والأسماء.
# globals
globals = أسماء وحدتها.
# builtins
builtins = الأسماء الموجودة دائمًا.
# doc
doc = أول نص فيه، إن وُجد.
# dict
dict = السمات.
# module
module = اسم الوحدة التي أُنشئ فيها.
# qualname
qualname = اسمه مع أسماء ما يحيط به.
# ref
ref = الكائن الذي تحويه الخلية.
# args
args = ما أُنشئ به الاستثناء.
# traceback
traceback = الأسطر التي مرّ بها.
# context
context = الاستثناء الذي كانت معالجته جارية عند إطلاقه.
# cause
cause = الاستثناء المعطى مع `from`.
