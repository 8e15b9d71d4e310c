title = ट्रांसक्रिप्ट
in-all = कुल { $steps } कदम
so-far = अब तक { $steps } कदम
save = टेक्स्ट के रूप में सहेजें
save-title = ट्रांसक्रिप्ट को टेक्स्ट फ़ाइल के रूप में रखें
close = बंद करें
close-title = बंद करें (Escape)
steps = कदम
go-title = इस कदम पर जाएँ

in-phase = पड़ाव { $stop }, कलेक्शन: { $phase }
at-line = पड़ाव { $stop }, लाइन { $line }
in-function = पड़ाव { $stop }, { $function } में लाइन { $line }
at-the-end = पड़ाव { $stop }, अंत
end-in-function = पड़ाव { $stop }, { $function } में अंत

head = { $file }, CPython 3.12.1, कदम-दर-कदम
rest = बाकी अभी तक नहीं बताया गया।
