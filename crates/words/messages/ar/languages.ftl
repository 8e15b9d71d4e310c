# اختيار لغة الصفحة. اللغات تُسمّى بأسمائها في كل مكان.

label = اللغة
title = اختيار لغة الصفحة
choose = اللغة: { $name }
unknown = لا توجد هنا لغة «{ $code }».
broken = تعذّرت قراءة رسائل { $name }: { $why }.
of-another-version = رسائل { $name } من إصدار آخر للصفحة. أعد تحميل الصفحة.
not-fetched = تعذّر جلب رسائل { $name }. هل الشبكة متاحة؟
in-link = يقول الرابط { $said }، لكن language هو واحد من { $codes }.
stays-english = الصفحة بالإنجليزية.
