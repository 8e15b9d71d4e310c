# Los paneles de la página y sus disposiciones: nombres en asas y menús.

program = Programa
output = Salida
details = Detalles
map = Mapa del montón
collector = Recolector
phone = Teléfono
laptop = Portátil
projector = Proyector
embed = Incrustado
