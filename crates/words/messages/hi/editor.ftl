program = प्रोग्राम
costs = लागत
costs-about = लाइनों की लागत: कितनी बार चली, निर्देश, ऑब्जेक्ट, बाइट (U)
stop = रोकें
stop-about = रिकॉर्डिंग रोकें (S)
run = चलाएँ
try-again = फिर कोशिश करें
run-about = प्रोग्राम चलाएँ (Ctrl Enter)

stops-if = रुकता है, अगर { $condition }
line-hidden = लाइन { $line } छिपी है: दिखाएँ
lines-hidden = लाइनें { $first } से { $last } छिपी हैं: दिखाएँ
