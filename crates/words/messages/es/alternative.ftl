# Futuros alternativos: se suelta una referencia, o se cambia el recolector, y el programa sigue desde ahí.

dropped = { $kind ->
    [name] El nombre { $label } pasa a estar vinculado a None.
    [item] [{ $label }] de { $object } pasa a contener None.
    [part] { $label } de { $object } pasa a contener None.
   *[only] { $object } pasa a contener None.
}
collector-off-already = En este paso el recolector ya está desactivado.
collector-off = El recolector está desactivado: gc.disable().
collected = { $found ->
    [0] Se ha hecho una recolección completa: no encontró ningún objeto inalcanzable.
    [one] Se ha hecho una recolección completa: encontró { $found } objeto que nadie podía alcanzar.
    [many] Se ha hecho una recolección completa: encontró { $found } de objetos que nadie podía alcanzar.
   *[other] Se ha hecho una recolección completa: encontró { $found } objetos que nadie podía alcanzar.
}
nothing-recorded = Todavía no hay nada grabado.

item = [{ $label }] de { $object }
part = { $label } de { $object }

does-not-live = El objeto { $object } no vive en este paso.
call-has-ended = La llamada que tenía el nombre { $name } ya ha terminado en este paso.
no-such-name = En este paso no hay ningún nombre { $name }.
no-such-part = { $object } no tiene esa parte en este paso.
empty-part = En este paso no hay nada en { $label } de { $object }.
weak = Esta referencia es débil: no mantiene nada con vida.
in-a-cell = El nombre vive en una celda que varias funciones comparten. Suelta en su lugar lo que contiene la celda.
instance-dict = Una instancia conserva su __dict__ mientras vive. Suelta en su lugar algo de lo que contiene.
row-gone = Esa fila ya no está.
tuple-items = Una tupla conserva sus elementos toda la vida: ningún programa puede sacarle uno.
set-members = Un conjunto guarda sus miembros en una tabla hash; nada puede ocupar el lugar de uno.
fixed = Este objeto conserva esa referencia mientras vive: ningún programa puede quitársela.
none-already = { $kind ->
    [name] El nombre { $label } ya está vinculado a None.
    [item] [{ $label }] de { $object } ya es None.
    [part] { $label } de { $object } ya es None.
   *[only] { $object } ya contiene None.
}
cannot-be-changed = { $kind ->
    [name] El nombre { $label } no se puede cambiar.
    [item] [{ $label }] de { $object } no se puede cambiar.
    [part] { $label } de { $object } no se puede cambiar.
   *[only] { $object } no se puede cambiar.
}
program-ended = El programa ha terminado en este paso: no queda futuro que cambiar.
native-at-work = En este paso trabaja código nativo (una recolección, o una función que llama de vuelta). Ve a una línea anterior o posterior.
