name = कमांड
field = कमांड
field-title = कुछ अक्षर लिखें; Down और Up चुनते हैं, Enter चलाता है
placeholder = आप क्या करना चाहते हैं?
