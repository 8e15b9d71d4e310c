name = कदम
# tour.ftl names this button: keep the two alike.
step = अगला कदम
next-phase = अगला चरण
button-title = { $name } ({ $key })
first-stop = पहला पड़ाव
step-back = एक कदम पीछे
step-over = कॉल लाँघें
step-out = बाहर निकलें
last-stop = आखिरी पड़ाव
play = चलाएँ
pause = ठहरें
speed = गति
speed-title = चलने की गति
slider = पड़ाव
slider-title = किसी पड़ाव पर जाएँ (Left, Right)
recording = रिकॉर्डिंग जारी, अब तक { $stops } पड़ाव
