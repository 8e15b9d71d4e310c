given = दिया गया इनपुट: { $lines }
given-about = प्रोग्राम को दी गई लाइनें दिखाएँ या छिपाएँ (F6 पास ले आता है)
line-of-input = इनपुट की लाइन { $line }
line-of-input-about = पढ़ी गई लाइन; इसे बदलने पर प्रोग्राम फिर चलता है
forget = सारा इनपुट भूल जाएँ
forget-about = इनपुट की किसी लाइन के बिना फिर चलाएँ

files = फ़ाइलें
files-own = फ़ाइलें: { $own }
files-written = फ़ाइलें: { $own }, लिखी गईं: { $written }
files-about = प्रोग्राम के साथ की फ़ाइलें दिखाएँ या छिपाएँ (F6 पास ले आता है)
add = फ़ाइल जोड़ें
add-about = प्रोग्राम को एक और फ़ाइल दें
written = { $file }, जैसी प्रोग्राम ने लिखी
name-of-file = फ़ाइल का नाम
name-of-file-about = प्रोग्राम फ़ाइल को इसी नाम से खोलता है
remove = हटाएँ
remove-of = { $file } हटाएँ
remove-about = यह फ़ाइल हटाएँ
text-of = { $file } का टेक्स्ट
text-about = फ़ाइल में क्या है

waits = प्रोग्राम एक लाइन का इंतज़ार कर रहा है:
answer-about = जवाब दें (I)
enter = भेजें
enter-about = यह लाइन प्रोग्राम को भेजें (Enter)
end-of-input = इनपुट खत्म
end-of-input-about = प्रोग्राम को EOFError मिलता है
