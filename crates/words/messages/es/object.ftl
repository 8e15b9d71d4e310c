# La caja de un objeto en la escena, y lo que se lee de ella. En las cajas hay poco sitio: textos cortos.

about = { $object }, { $size } bytes en { $address }
and-fact = { $before }, { $fact }
references = { $count ->
    [one] { $count } referencia
    [many] { $count } de referencias
   *[other] { $count } referencias
}
immortal = inmortal
at-position = en la posición { $position }
unreachable = inalcanzable
part = { $label }: { $value }
and-more = y { $count } más
scratch-count = contador provisional { $count }
pinned = Fijada: se queda aquí (K)
unfold = Desplegar su caja (X cuando está seleccionada)
show-more = Mostrar más

more = … { $count } más
spare = { $count ->
    [1] de reserva
   *[other] { $count } de reserva
}
room = sitio para { $count } más

nothing = nada
