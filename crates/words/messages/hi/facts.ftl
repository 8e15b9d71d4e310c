class = क्लास
not-started = शुरू नहीं हुआ
line = लाइन { $line }
running = चल रहा है
finished = पूरा हुआ
interned = इंटर्न किया हुआ
# Stands behind "weakref".
to-nothing = अब किसी का नहीं

cell-to = लक्ष्य
cell-over = स्रोत
cell-iterators = इटरेटर
cell-iterator = इटरेटर
cell-stack = स्टैक { $number }
