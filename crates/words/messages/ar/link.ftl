# شكاوى من رابط إلى هذه الصفحة. أسماء أجزاء الرابط وقيمها تبقى بالإنجليزية.

later-version = صُنع الرابط لإصدار أحدث ({ $version }) من هذه الصفحة: قد ينقص جزء منه.
other-python = يطلب الرابط Python { $version }؛ وهذه الصفحة تعرض Python 3.12.
unknown = يقول الرابط { $name }، وهذه الصفحة لا تعرفه.
program-at = يقول الرابط { $said }، لكن codeurl هو مسار ملف على خادم هذه الصفحة.
example = يقول الرابط { $said }، لكن example هو اسم مثال، مثل aliasing.
lesson = يقول الرابط { $said }، لكن lesson هو اسم درس.
card = يقول الرابط { $said }، لكن card هو رقم بطاقة، ابتداءً من 1، بعد اسم درس.
stop = يقول الرابط { $said }، لكن stop هو رقم محطة، أو last.
line = يقول الرابط { $said }، لكن line هو سطر، أو سطر ورقم مرة تنفيذه، مثل line=5:3.
object = يقول الرابط { $said }، لكن object هو رقم كائن.
layer = يقول الرابط { $said }، لكن layer هو names أو objects أو allocator أو collector.
theme = يقول الرابط { $said }، لكن theme هو light أو dark أو contrast.
map = يقول الرابط { $said }، لكن map هو type أو size أو age أو generation أو occupancy.
speed = يقول الرابط { $said }، لكن speed هو slow أو medium أو fast.
panels = يقول الرابط { $said }، لكن panels هو laptop أو projector أو embed أو phone.
folded = يقول الرابط { $said }، لكن folded هو بعض من program وoutput وdetails وmap وcollector، بينها فواصل.
breakpoints = يقول الرابط { $said }، لكن break هو أرقام أسطر بينها فواصل.
yes-or-no = يقول الرابط { $said }، لكن { $name } هو 1 أو 0.
bookmark = يقول الرابط { $said }، لكن mark هو محطة واسم، مثل mark=12:The list grows.
values = يقول الرابط { $said }، لكن values هو objects أو inplace.
parts = يقول الرابط { $said }، لكن parts هو بعض من { $words }، بينها فواصل.
questions = يقول الرابط { $said }، لكن questions هو 1 أو 0 أو own.
range = يقول الرابط { $said }، لكن range هو محطتان، مثل range=4-20.
hide = يقول الرابط { $said }، لكن hide هو أسطر، مثل hide=1-3,9.
host = يقول الرابط { $said }، لكن host هو أصل (origin) الصفحة المحيطة، مثل https://example.org.
