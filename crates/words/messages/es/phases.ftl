# Las fases de una recolección del recolector cíclico. «Candidatos»: los objetos que examina; «condenados»: los que resultaron ser
# basura; «contador provisional»: la copia de un contador con la que calcula.

name = { $phase ->
    [Gather] Reunir
    [Copy] Copiar
    [Subtract] Restar
    [Rescue] Rescatar
    [Promote] Promover
    [Weakrefs] Refs. débiles
    [Finalize] Finalizar
    [Recheck] Revisar
    [Clear] Vaciar
   *[Done] Fin
}
gathers-youngest = { $reason ->
    [threshold] Se examina la generación 0, porque su contador superó el umbral.
    [manual] Se examina la generación 0, porque el programa lo pidió.
   *[shutdown] Se examina la generación 0, porque el intérprete se está cerrando.
}
gathers = { $reason ->
    [threshold] Se examinan la generación { $generation } y todas las más jóvenes, porque su contador superó el umbral.
    [manual] Se examinan la generación { $generation } y todas las más jóvenes, porque el programa lo pidió.
   *[shutdown] Se examinan la generación { $generation } y todas las más jóvenes, porque el intérprete se está cerrando.
}
copies = El contador de referencias de cada candidato se copia a un contador provisional.
subtracts = Cada referencia de un candidato a otro se resta de los contadores provisionales.
rescues = { $left ->
    [0] Lo que aún se retiene desde fuera se conserva, con todo lo que alcanza: no sobra nada.
    [one] Lo que aún se retiene desde fuera se conserva, con todo lo que alcanza: sobra { $left } objeto.
    [many] Lo que aún se retiene desde fuera se conserva, con todo lo que alcanza: sobran { $left } de objetos.
   *[other] Lo que aún se retiene desde fuera se conserva, con todo lo que alcanza: sobran { $left } objetos.
}
stay-in-oldest = Los supervivientes se quedan en la generación más vieja.
join-generation = Los supervivientes pasan a la generación { $generation }.
no-weakrefs = Ahora se anularían las referencias débiles a objetos condenados: el programa no tiene ninguna.
clears-weakrefs = { $cleared ->
    [one] Se anuló { $cleared } referencia débil a objetos condenados; no se llamó a ninguna retrollamada.
    [many] Se anularon { $cleared } de referencias débiles a objetos condenados; no se llamó a ninguna retrollamada.
   *[other] Se anularon { $cleared } referencias débiles a objetos condenados; no se llamó a ninguna retrollamada.
}
calls-callbacks = { $cleared ->
    [one] Se anuló { $cleared } referencia débil a objetos condenados
    [many] Se anularon { $cleared } de referencias débiles a objetos condenados
   *[other] Se anularon { $cleared } referencias débiles a objetos condenados
} y se llamó a { $called ->
    [one] { $called } retrollamada.
    [many] { $called } de retrollamadas.
   *[other] { $called } retrollamadas.
}
finalizes = { $ran ->
    [0] Ahora se ejecutarían los finalizadores de objetos condenados: no hay ninguno que ejecutar.
    [one] Se ejecutó { $ran } finalizador de objetos condenados.
    [many] Se ejecutaron { $ran } de finalizadores de objetos condenados.
   *[other] Se ejecutaron { $ran } finalizadores de objetos condenados.
}
nothing-condemned = No hay nada condenado, así que nadie puede haber recuperado nada.
nobody-back = { $condemned ->
    [one] Nadie ha recuperado nada: { $condemned } objeto sigue condenado.
    [many] Nadie ha recuperado nada: { $condemned } de objetos siguen condenados.
   *[other] Nadie ha recuperado nada: { $condemned } objetos siguen condenados.
}
brought-back = { $back ->
    [one] { $back } objeto vuelve a la vida, porque alguien de fuera lo retiene de nuevo
    [many] { $back } de objetos vuelven a la vida, porque alguien de fuera los retiene de nuevo
   *[other] { $back } objetos vuelven a la vida, porque alguien de fuera los retiene de nuevo
}; { $condemned ->
    [one] { $condemned } objeto sigue condenado.
    [many] { $condemned } de objetos siguen condenados.
   *[other] { $condemned } objetos siguen condenados.
}
saves = { $saved ->
    [one] { $saved } objeto se guarda en `gc.garbage`, como pide DEBUG_SAVEALL, en lugar de liberarse.
    [many] { $saved } de objetos se guardan en `gc.garbage`, como pide DEBUG_SAVEALL, en lugar de liberarse.
   *[other] { $saved } objetos se guardan en `gc.garbage`, como pide DEBUG_SAVEALL, en lugar de liberarse.
}
clears = { $collected ->
    [0] No había basura: no se recolectó nada.
    [one] Los condenados han soltado lo que retenían: se recolectó { $collected } objeto.
    [many] Los condenados han soltado lo que retenían: se recolectaron { $collected } de objetos.
   *[other] Los condenados han soltado lo que retenían: se recolectaron { $collected } objetos.
}
over = La recolección ha terminado.
