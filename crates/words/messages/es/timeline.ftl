# La línea de tiempo que está debajo de todo: la grabación entera en curvas. Arrastrar sobre ella recorre la grabación.

name = Línea de tiempo
how-to-use = Arrastra para ir allí (Left, Right, Page Up, Page Down, Home, End); la rueda, + y − amplían y reducen, 0 muestra todo
value = { $place }. { $readout }
readout = { $objects ->
    [one] { $objects } objeto vivo
    [many] { $objects } de objetos vivos
   *[other] { $objects } objetos vivos
}, { $bytes } bytes en { $pools ->
    [one] { $pools } pool
    [many] { $pools } de pools
   *[other] { $pools } pools
}, profundidad: { $calls ->
    [one] { $calls } llamada
    [many] { $calls } de llamadas
   *[other] { $calls } llamadas
}, { $collections ->
    [one] { $collections } recolección
    [many] { $collections } de recolecciones
   *[other] { $collections } recolecciones
}

## La leyenda bajo la línea de tiempo: qué son las curvas y las marcas. Lo más corta posible.

legend-objects = objetos vivos
legend-bytes = bytes en uso
legend-calls = llamadas
legend-collections = recolección
legend-output = salida
legend-exceptions = excepción

## Botones bajo la línea de tiempo.

range = pasos { $first } a { $last }
whole = Toda la grabación
whole-title = La línea de tiempo vuelve a mostrar toda la grabación (0 sobre ella)
zoom-out = Reducir la línea de tiempo
zoom-out-title = La línea de tiempo muestra más pasos (− sobre ella, o la rueda)
zoom-in = Ampliar la línea de tiempo
zoom-in-title = La línea de tiempo muestra menos pasos, alrededor de este (+ sobre ella, o la rueda)
remove-lifelines = Quitar líneas de vida
remove-lifelines-title = Quitar todas las líneas de vida conservadas

## Encima de la línea de tiempo, mientras se mira una alternativa: la grabación con algo cambiado.

alternative-from = Alternativa desde el paso { $step }.
alternative-keeps = La grabación se conserva como estaba.
alternative-leave = Salir de esta alternativa
alternative-leave-title = Volver a la grabación (Q)

## Lo que hay bajo el puntero en la línea de tiempo.

pointed-steps = Pasos { $first } a { $last }
pointed-step = Paso { $step }
pointed-level = { $objects ->
    [one] { $steps }: { $objects } objeto, { $bytes } bytes
    [many] { $steps }: { $objects } de objetos, { $bytes } bytes
   *[other] { $steps }: { $objects } objetos, { $bytes } bytes
}
pointed-collections = { $count ->
    [one] { $count } recolección
    [many] { $count } de recolecciones
   *[other] { $count } recolecciones
}
pointed-output = { $count ->
    [one] { $count } byte impreso
    [many] { $count } de bytes impresos
   *[other] { $count } bytes impresos
}
pointed-exceptions = { $count ->
    [one] { $count } excepción
    [many] { $count } de excepciones
   *[other] { $count } excepciones
}
pointed-list = { $front }, { $last }
happened-collection = { $line ->
    [0] { $found ->
        [one] una recolección de la generación { $generation }; { $found } objeto inalcanzable hallado
        [many] una recolección de la generación { $generation }; { $found } de objetos inalcanzables hallados
       *[other] una recolección de la generación { $generation }; { $found } objetos inalcanzables hallados
    }
   *[other] { $found ->
        [one] Línea { $line }: una recolección de la generación { $generation }; { $found } objeto inalcanzable hallado
        [many] Línea { $line }: una recolección de la generación { $generation }; { $found } de objetos inalcanzables hallados
       *[other] Línea { $line }: una recolección de la generación { $generation }; { $found } objetos inalcanzables hallados
    }
}
happened-output = { $line ->
    [0] imprime { $more }
   *[other] Línea { $line }: imprime { $more }
}
happened-empty-output = { $line ->
    [0] imprime una línea vacía
   *[other] Línea { $line }: imprime una línea vacía
}
happened-exception = { $line ->
    [0] { $exception }
   *[other] Línea { $line }: { $exception }
}
happened-more = y { $count } más
