project = "Course"
html_theme = "basic"
html_js_files = [("/some/course/heapglass/static/heap-glass.js", {"defer": "defer"})]
