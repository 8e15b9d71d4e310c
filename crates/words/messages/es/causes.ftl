# Qué cambió el contador de un objeto. Las palabras de los lugares van tras «+1: » o «−1: », y entre paréntesis tras «se fue su última referencia».

came = +1: { $holder }
went = −1: { $holder }
came-elsewhere = +{ $count }: el intérprete, o un valor que una expresión aún necesita
went-elsewhere = −{ $count }: el intérprete, o una expresión que ya no lo necesita
named = { $change ->
    [came] lo nombra `{ $name }`
   *[went] ya no lo nombra `{ $name }`
}
named-in = { $change ->
    [came] lo nombra `{ $name }` de { $function }
   *[went] ya no lo nombra `{ $name }` de { $function }
}
stacked = { $change ->
    [came] está en la pila de valores
   *[went] ya no está en la pila de valores
}
stacked-in = { $change ->
    [came] está en la pila de valores de { $function }
   *[went] ya no está en la pila de valores de { $function }
}
held-at = { $change ->
    [came] lo retiene `{ $place }` de { $object }
   *[went] ya no lo retiene `{ $place }` de { $object }
}
held = { $change ->
    [came] lo retiene { $object }
   *[went] ya no lo retiene { $object }
}
key = { $change ->
    [came] es clave de { $object }
   *[went] ya no es clave de { $object }
}
