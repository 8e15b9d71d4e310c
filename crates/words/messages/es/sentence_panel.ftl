# Debajo de la escena: la frase que cuenta lo que hizo el último paso, y las fases de una recolección del recolector cíclico.

nothing-recorded = Todavía no hay nada grabado.
how-to-step = En cuanto el programa esté en marcha, recórrelo con los botones de abajo o con las flechas del teclado.
about-to-start = El programa está a punto de empezar.
next = siguiente: { $instruction }
next-about = La instrucción que se ejecuta a continuación
not-drawn = { $count ->
    [one] { $count } objeto no se dibuja.
    [many] { $count } de objetos no se dibujan.
   *[other] { $count } objetos no se dibujan.
}
phases = Fases de la recolección
phase = { $phase ->
    [Gather] { $number }. { $name }: las generaciones más jóvenes se unen a la que se recolecta
    [Copy] { $number }. { $name }: cada contador se copia a un contador provisional
    [Subtract] { $number }. { $name }: las referencias entre candidatos se restan de los contadores provisionales
    [Rescue] { $number }. { $name }: lo que se retiene desde fuera se conserva, con todo lo que alcanza
    [Promote] { $number }. { $name }: los supervivientes pasan a la siguiente generación más vieja
    [Weakrefs] { $number }. { $name }: las referencias débiles a los condenados se anulan, y se llama a las retrollamadas
    [Finalize] { $number }. { $name }: se ejecutan los finalizadores de los condenados
    [Recheck] { $number }. { $name }: quien haya sido recuperado por un finalizador sigue viviendo
   *[Clear] { $number }. { $name }: los condenados sueltan lo que retienen, y mueren
}
