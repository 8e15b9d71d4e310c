# Errores en el archivo de una lección, contados al docente que la escribe. Lo que va entre acentos graves está así en el archivo.

no-front-matter = Una lección empieza con una línea de tres guiones; después van `title: …` y los demás campos.
no-end-of-front-matter = La cabecera no tiene final: pon una línea de tres guiones detrás de sus campos.
no-block = La lección no tiene ningún bloque `{ $block }`.
second-block = Este es un segundo bloque `{ $block }`; una lección tiene uno solo.
no-end-of-block = El bloque ```{ $block } no tiene final: pon detrás una línea ```.
no-field-here = `{ $text }` no es un campo: escribe su nombre, dos puntos y su texto, todo en una línea.
no-field = { $block ->
    [front] La cabecera no tiene el campo `{ $field }`.
   *[other] El bloque { $block } no tiene el campo `{ $field }`.
}
unknown-field = { $block ->
    [front] La cabecera no conoce el campo `{ $field }`; tiene: { $known }.
   *[other] El bloque { $block } no conoce el campo `{ $field }`; tiene: { $known }.
}
cannot-be-drawn = `{ $what }` no se puede dibujar: ha de ser arrows o counts.
not-once = `{ $text }` no aparece exactamente una vez en el programa.
unknown-block = Una lección no conoce ningún bloque `{ $block }`; conoce py, output, state, predict, draw, mark, vary y yours.
no-because = Detrás de una respuesta equivocada va ` | ` y lo que hay de equivocado en la idea.
is-right = `{ $answer }` es la respuesta correcta.
no-wrong-answer = Una pregunta necesita al menos una respuesta equivocada: `wrong: … | because …`.
no-line = Ninguna línea del programa es `{ $text }`.
several-lines = Más de una línea del programa es `{ $text }`: haz que se distingan.
no-layer = No hay ninguna capa `{ $word }`: ha de ser names, objects, allocator o collector.
no-row = la línea { $line } de static/lessons/index.json no es una fila como las demás, con `file`, `title` y `goal`, y una coma entre dos filas.
