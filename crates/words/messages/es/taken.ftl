# Palabras en las imágenes, guiones gráficos y grafos que salen de la página. Se dibujan en cajas: lo más cortas posible.

place = { $file }, línea { $line }, parada { $stop }. Heapglass, CPython 3.12.1 (64 bits)
place-at-the-end = { $file }, el final, parada { $stop }. Heapglass, CPython 3.12.1 (64 bits)

frame = Marco de { $function }, línea { $line }
object = { $count ->
    [one] { $object } { $value }, { $count } referencia
    [many] { $object } { $value }, { $count } de referencias
   *[other] { $object } { $value }, { $count } referencias
}
immortal-object = { $object } { $value }, inmortal
one-more = { $item }, { $name }: { $value }
item = { $item }.

frame-line = línea { $line }
no-names = aún sin nombres
value-stack = pila de valores
in-this-line = hace falta en esta línea
in-a-cell = en una celda
verdict = { $verdict ->
    [reachable] alcanzable
    [unreachable] inalcanzable
    [condemned] condenado
    [rescued] rescatado
   *[other] { $verdict }
}

board = { $file }: guion gráfico
print = Imprime esta página (Ctrl P) para repartirla.
made-with = Todos los números son los de CPython 3.12.1 (modelo de 64 bits). Hecho con Heapglass.

graph-frame = { $function }, línea { $line }
graph-stack = pila { $depth }
graph-count = contador { $count }, { $size } bytes
graph-immortal = inmortal, { $size } bytes
graph-key = clave
graph-more = … { $more } más
graph-unreachable = inalcanzable
