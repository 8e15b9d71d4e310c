# Marcadores: momentos de una grabación con un nombre y una nota para quien habla.

heading = Marcadores
button = { $count ->
    [0] Marcadores
    [one] { $count } marcador
    [many] { $count } de marcadores
   *[other] { $count } marcadores
}
button-title = Nombres y notas de los marcadores; 6 pone uno aquí (^)
flag-title = { $number }: { $title }
flag = Marcador { $number }: { $title }
set-here = Poner uno aquí
remove-here = Quitar el de aquí
here-title = Poner un marcador aquí, o quitar el que hay (6)
undo = Deshacer
undo-title = Deshacer el último cambio de los marcadores
close = Cerrar
close-title = Cerrar la lista (^)
empty = Todavía ninguno. Un marcador da nombre a un momento: la tecla 6 pone uno, [ y ] van de uno a otro. Se guardan con este programa y viajan con su enlace; en el modo clase son el hilo de la historia.
go-title = Ir allí
go = Ir a «{ $title }»
name-of = Nombre del marcador { $number }
name-title = Su nombre
place = parada { $stop }
move-here = Mover aquí
move-here-title = Llevar este marcador al momento que está en pantalla
remove = Quitar
remove-title = Quitar este marcador
remove-of = Quitar «{ $title }»
note = Nota del orador
note-title = Lo que quieres decir aquí; solo se ve en la ventana de notas del orador
note-of = Nota del marcador { $number }

at-stop = Parada { $stop }
at-line = Línea { $line }: { $text }
at-collection = Una recolección
at-end = El final

not-in-alternative = Los marcadores pertenecen a la grabación: sal primero de la alternativa (Q).
removed = Marcador quitado.
set = Marcador puesto: { $name }
too-many = Ya hay { $most } marcadores; no se guardan más.
none-after = No hay ningún marcador después de este momento. Pon uno con 6.
none-before = No hay ningún marcador antes de este momento. Pon uno con 6.
beyond-the-end = Este marcador está en la parada { $stop }; la grabación termina en la parada { $last }.
