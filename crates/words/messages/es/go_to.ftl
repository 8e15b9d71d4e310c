# El menú de lugares a los que ir, y cómo va una búsqueda.

go-to-next = Ir a…
go-to-title = Ir a lo que ocurre después, o a lo que ocurrió antes (:)
name = Ir a
breakpoint = Un punto de interrupción
before = { $place }: anterior
next = { $place }: siguiente
before-title = { $place }: anterior (Shift { $key })
next-title = { $place }: siguiente ({ $key })
keys = Teclas: la letra va al siguiente; Shift y la letra, al anterior.
watched = El nombre vigilado
watched-title = Elegir el nombre que se vigila (W va a sus cambios)
searched = Recorrido
searching = Buscando: { $percent } %
give-up = Abandonar
give-up-title = Dejar de buscar
