x = "é" + "日本" + None
