# La escena: marcos con nombres, objetos dibujados como cajas, flechas entre ellos, y los botones de su borde inferior. Las letras entre
# paréntesis son teclas.

stage = Escena
nothing-yet = Todavía no hay nada que mostrar.
drawing = Marcos, nombres y objetos
nothing-left = No queda ningún marco ni ningún objeto del programa.
not-drawn = { $count ->
    [one] y { $count } objeto sin dibujar
    [many] y { $count } de objetos sin dibujar
   *[other] y { $count } objetos sin dibujar
}
far-away = Desde muy lejos: amplía para leer
minimap = Toda la escena: señala un lugar para ir allí (Ctrl y las flechas)

weak = débil
refers = { $from } hace referencia a { $to }
refers-weakly = { $from } hace referencia a { $to }, sin contar
a-name = un nombre
without-arrow = { $count ->
    [0] Sin esta flecha: no moriría nada.
    [one] Sin esta flecha: moriría { $count } objeto.
    [many] Sin esta flecha: morirían { $count } de objetos.
   *[other] Sin esta flecha: morirían { $count } objetos.
}

frame-line = línea { $line }
no-names = aún sin nombres
names-hidden = nombres ocultos
value-stack = pila de valores
needed-in-line = hace falta en esta línea
in-a-cell = en una celda
frame = Marco de { $function }, línea { $line }
and-name = { $before }, { $name }: { $value }
and-on-stack = { $before }, en la pila de valores: { $value }

size = Tamaño de la escena
values-in-place = Valores en su sitio
values-in-place-about = Dibujar números y cadenas en su sitio, o como los objetos que son (V)
follow = Seguir
follow-about = Volver a poner a la vista lo que cambia cada paso (_)
undo = Deshacer
undo-about = Deshacer lo hecho en la escena (Z)
redo = Rehacer
redo-about = Rehacer lo deshecho (Shift Z)
fit = Ajustar
fit-about = Toda la escena a la vista (0)
smaller = Más pequeña
smaller-about = Dibujar la escena más pequeña (-)
larger = Más grande
larger-about = Dibujar la escena más grande (+)

act-on = Qué hacer con { $object }
fold = Plegar
unfold = Desplegar
fold-about = Plegar o desplegar su caja (X)
pin = Fijar
pin-about = Dejarlo aquí incluso cuando todo se ordena (K)
hide = Ocultar
hide-about = No dibujarlo (Delete)
hide-type = Ocultar los { $type }
hide-type-about = No dibujar ningún objeto de este tipo
act-on-name = Qué hacer con el nombre { $name }
hide-name = Ocultar nombre
hide-name-about = No dibujar este nombre, ni aquello a lo que solo él lleva (Backspace)

hidden-about = Lo que se ocultó, y cómo recuperarlo
hidden = Ocultos: { $things }
hidden-with-objects = { $objects ->
    [one] Ocultos: { $things } ({ $objects } objeto)
    [many] Ocultos: { $things } ({ $objects } de objetos)
   *[other] Ocultos: { $things } ({ $objects } objetos)
}
each-type = los { $type }
hidden-name = nombre { $name }
hidden-name-of = nombre { $name } de { $function }
show-again = Volver a mostrar { $thing }
show-all = Mostrar todo
show-all-about = Mostrar todo lo que se ocultó (Shift Delete)

find = Buscar
find-label = Buscar un objeto por nombre, tipo, valor, número o dirección
find-about = Buscar un objeto por nombre, tipo, valor, número o dirección (/)
nothing-found = no se encontró nada
found-at = { $at } de { $many }: { $because }
found = { $many ->
    [one] { $many } encontrado: Enter va allí
    [many] { $many } encontrados: Enter va allí
   *[other] { $many } encontrados: Enter va allí
}
found-list = Encontrados
show-object = Mostrar este objeto (Enter)
more-found = y { $many } más: Enter va de uno a otro
because-name = { $name } de { $function }
because-number = número { $number }
because-id = id() { $address }
because-holds = { $object }: lo contiene
because-address = en { $address }

object-not-drawn = { $object } sin dibujar
object-hidden = { $object } oculto
