// In the site's ZIP: opened from a disk, the page leads to its twin in one file.
if (location.protocol === "file:") location.replace(new URL("heapglass.html", location.href).href + location.hash);
