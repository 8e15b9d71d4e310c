# Sphinx, with pages in MyST.
project = "Course"
extensions = ["myst_parser"]
html_theme = "basic"
html_js_files = [("/some/course/heapglass/static/heap-glass.js", {"defer": "defer"})]
