# El inspector: el objeto seleccionado, datos sobre él, y sus campos en la memoria.

inspector = Inspector
nothing-selected = Selecciona un objeto de la escena para ver sus campos en la memoria.
bytes = Bytes
bytes-about = Su bloque byte a byte (')
close = Cerrar
close-about = No seleccionar nada (Escape)
not-here = Este objeto no existe en este paso.

count-and-size = { $count ->
    [one] { $count } referencia, { $size } bytes
    [many] { $count } de referencias, { $size } bytes
   *[other] { $count } referencias, { $size } bytes
}
immortal-and-size = inmortal, { $size } bytes
made-in-line = creado en la línea { $line }
generation = generación { $generation } del recolector
block = bloque { $block } del pool { $pool } en la arena { $arena }
lost = el programa ya no puede alcanzarlo
reused = en esta dirección vivió antes otro objeto
verdict = { $verdict ->
    [candidate] para el recolector: candidato
    [reachable] para el recolector: alcanzable
    [unreachable] para el recolector: inalcanzable
    [rescued] para el recolector: rescatado
   *[condemned] para el recolector: condenado
}
fold = Desplegar o plegar su caja
fold-about = Mostrar u ocultar sus filas en la escena

fields = Campos en la memoria
fields-of = Campos de { $object } en la memoria
offset-head = Despl.
field-head = Campo
bytes-head = Bytes
meaning-head = Significado
before-object = delante del objeto
at-address = en { $address }, en un bloque de { $size } bytes
select = Seleccionar este objeto
