# Qué cambió el contador de un objeto. `last` va entre paréntesis tras «se fue su última referencia».

came-elsewhere = +{ $count }: el intérprete, o un valor que una expresión aún necesita
went-elsewhere = −{ $count }: el intérprete, o una expresión que ya no lo necesita
named = { $change ->
    [came] +1: lo nombra `{ $name }`
    [went] −1: ya no lo nombra `{ $name }`
   *[last] ya no lo nombra `{ $name }`
}
named-in = { $change ->
    [came] +1: lo nombra `{ $name }` de { $function }
    [went] −1: ya no lo nombra `{ $name }` de { $function }
   *[last] ya no lo nombra `{ $name }` de { $function }
}
stacked = { $change ->
    [came] +1: está en la pila de valores
    [went] −1: ya no está en la pila de valores
   *[last] ya no está en la pila de valores
}
stacked-in = { $change ->
    [came] +1: está en la pila de valores de { $function }
    [went] −1: ya no está en la pila de valores de { $function }
   *[last] ya no está en la pila de valores de { $function }
}
held-at = { $change ->
    [came] +1: lo retiene `{ $place }` de { $object }
    [went] −1: ya no lo retiene `{ $place }` de { $object }
   *[last] ya no lo retiene `{ $place }` de { $object }
}
held = { $change ->
    [came] +1: lo retiene { $object }
    [went] −1: ya no lo retiene { $object }
   *[last] ya no lo retiene { $object }
}
key = { $change ->
    [came] +1: es clave de { $object }
    [went] −1: ya no es clave de { $object }
   *[last] ya no es clave de { $object }
}
