# Cómo se mira la página: palabras sueltas en botones y menús.

layer-names = Nombres
layer-objects = Objetos
layer-allocator = Asignador
layer-collector = Recolector
theme-automatic = Colores del sistema
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Alto contraste
speed-slow = Lenta
speed-medium = Media
speed-fast = Rápida
