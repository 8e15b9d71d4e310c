title = Heapglass, लेक्चर मोड
place = स्थान
bookmarks = बुकमार्क
ask = पूछें
ask-title = आगे जाने से पहले: आगे क्या होगा? (W)
leave = छोड़ें
leave-title = लेक्चर मोड छोड़ें (\)
show = पेज फिर दिखाएँ
show-title = पेज फिर दिखाएँ (. या B)

by-steps = आगे जाना कदम-दर-कदम होता है।
by-bookmarks = आगे जाना अगले बुकमार्क पर ले जाता है, या कोई न हो तो एक कदम।
asking = बुकमार्क से पहले, और पूछने लायक कदम से पहले: आगे क्या होगा?
not-asking = कहानी बिना सवालों के चलती है।
notes-refused = ब्राउज़र ने पेज को विंडो नहीं खोलने दी: इस पेज के लिए पॉप-अप की अनुमति दें, फिर | दोबारा दबाएँ।
question = आगे क्या होगा?

is-black = हॉल को कुछ नहीं दिख रहा: पेज काला है।
is-asked = हॉल से पूछा गया है: { $question }
is-asked-and-answered = हॉल से पूछा गया है: { $question } उत्तर: { $answer }
no-bookmarks = कोई बुकमार्क नहीं
bookmark = बुकमार्क { $at } / { $bookmarks }
