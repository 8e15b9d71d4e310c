# ما تبدأ به الزيارة الأولى: أمثلة حسب الموضوع، وأزرار الجولة.

heading = ماذا تريد أن ترى؟
show-around = خذني في جولة
show-around-title = جولة في الصفحة من ست خطوات
own = أكتب برنامجي
own-title = كتابة برنامج من عندك (Escape)
open = فتح { $file }

tour = جولة
tour-place = { $at } من { $last }
end = إنهاء الجولة
end-title = إنهاء الجولة (Escape)
back = السابق
back-title = الخطوة السابقة
next = التالي
next-title = الخطوة التالية
done = تمّ
