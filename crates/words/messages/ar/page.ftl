# أجزاء الصفحة، مقروءة جهرًا.

memory = الذاكرة
program-and-output = البرنامج والمخرجات
details = التفاصيل
