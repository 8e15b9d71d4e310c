loading = इंजन लोड हो रहा है
compiling = कंपाइल हो रहा है
recording = रिकॉर्डिंग जारी: अब तक { $steps } कदम
waiting = इनपुट का इंतज़ार; अब तक { $steps } कदम रिकॉर्ड हुए
stopping = रुक रहा है
stopped = { $steps } कदम के बाद रोका गया; जो रिकॉर्ड हुआ है, उसे देखा जा सकता है
not-run = अभी नहीं चला
broke-off = इंजन बीच में बंद हो गया: { $message } आपका प्रोग्राम सुरक्षित है; आगे बढ़ने के लिए फिर कोशिश करें।
recorded = { $steps ->
    [one] { $steps } कदम रिकॉर्ड हुआ
   *[other] { $steps } कदम रिकॉर्ड हुए
}
recorded-with-problem = { $steps ->
    [one] { $problem } ({ $steps } कदम रिकॉर्ड हुआ)
   *[other] { $problem } ({ $steps } कदम रिकॉर्ड हुए)
}
problem-in-line = लाइन { $line }: { $message }
stale-mistake = यह चित्र पिछली बार चले प्रोग्राम का है: अब टेक्स्ट में एक गलती है।
stale-engine = यह आखिरी चित्र है जो मिला। आपका प्रोग्राम अब भी यहाँ है।
