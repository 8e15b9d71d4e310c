name = पैनल { $panel } का आकार
folded = समेटा हुआ
pixels = { $size } पिक्सेल
percent = { $size } प्रतिशत
folded-title = { $panel }: समेटा हुआ; क्लिक से फैलता है (Enter)
folded-title-key = { $panel }: समेटा हुआ; क्लिक से फैलता है (Enter या { $key })
title = { $panel }: खींचें, या तीर वाली कुंजियाँ; डबल-क्लिक से सामान्य आकार (Enter समेटता है)
title-key = { $panel }: खींचें, या तीर वाली कुंजियाँ; डबल-क्लिक से सामान्य आकार (Enter या { $key } समेटता है)
