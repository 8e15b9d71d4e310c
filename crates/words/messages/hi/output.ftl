output = आउटपुट
printed = अब तक छपा हुआ
nothing-yet = अभी कुछ नहीं छपा।
standard-error = स्टैंडर्ड एरर:
