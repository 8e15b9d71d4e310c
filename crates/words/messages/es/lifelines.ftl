# Líneas de vida: barras bajo la línea de tiempo, desde el nacimiento de un objeto hasta su muerte.

heading = Líneas de vida

## De qué murió un objeto: al final de su barra.

alive = sigue vivo
last-reference = su contador cayó a cero
collected = recolectado en un ciclo
shutdown = fin del intérprete

## La vida de un objeto en palabras.

row = { $title }: { $life }
died = { $born ->
    [old] { $died ->
        [0] anterior al programa, murió al final: { $fate }
       *[other] anterior al programa, murió en la línea { $died }: { $fate }
    }
    [0] { $died ->
        [0] nació al final, murió al final: { $fate }
       *[other] nació al final, murió en la línea { $died }: { $fate }
    }
   *[other] { $died ->
        [0] nació en la línea { $born }, murió al final: { $fate }
       *[other] nació en la línea { $born }, murió en la línea { $died }: { $fate }
    }
}
lasting = { $born ->
    [old] anterior al programa, sigue vivo
    [0] nació al final, sigue vivo
   *[other] nació en la línea { $born }, sigue vivo
}
being-read = { $born ->
    [old] anterior al programa, leyéndose
    [0] nació al final, leyéndose
   *[other] nació en la línea { $born }, leyéndose
}
reading = leyendo su vida

## En una alternativa: cómo acabó el objeto en la grabación.

recorded-title = En la grabación: { $fate }
recorded = en la grabación: { $fate }

## Botones en una barra.

birth = Ir al nacimiento de { $title }
select = Seleccionar { $title }
select-title = Seleccionarlo: { $life }
end = Ir al final de { $title }
end-title = Ir a su final: { $life }
remove = Quitar la línea de vida de { $title }
keep = Conservar
keep-title = Conservar esta línea de vida junto a las de otros objetos (Shift L)

## Lo que se dice cuando no se puede conservar.

nothing-selected = Selecciona primero un objeto: entonces se podrá conservar su línea de vida.
too-many = { $most ->
    [one] Se conserva { $most } línea de vida; quita antes una.
    [many] Se conservan { $most } de líneas de vida; quita antes una.
   *[other] Se conservan { $most } líneas de vida; quita antes una.
}
