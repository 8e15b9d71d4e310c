# Partes de la página, leídas en voz alta.

memory = Memoria
program-and-output = Programa y salida
details = Detalles
