heading = आप क्या देखना चाहते हैं?
show-around = पेज की सैर कराएँ
show-around-title = छह कदमों में पेज की सैर
own = अपना प्रोग्राम लिखें
own-title = अपना कोई प्रोग्राम लिखें (Escape)
open = { $file } खोलें

tour = सैर
tour-place = { $at } / { $last }
end = सैर खत्म करें
end-title = सैर खत्म करें (Escape)
back = पीछे
back-title = पिछला कदम
next = आगे
next-title = अगला कदम
done = हो गया
