memory = मेमोरी
program-and-output = प्रोग्राम और आउटपुट
details = विवरण
