# La transcripción: toda la grabación en palabras. Una parada es una línea a punto de ejecutarse o una fase de una recolección.

title = Transcripción
in-all = { $steps ->
    [one] { $steps } paso en total
    [many] { $steps } de pasos en total
   *[other] { $steps } pasos en total
}
so-far = { $steps ->
    [one] { $steps } paso hasta ahora
    [many] { $steps } de pasos hasta ahora
   *[other] { $steps } pasos hasta ahora
}
save = Guardar como texto
save-title = Guardar la transcripción como archivo de texto
close = Cerrar
close-title = Cerrar (Escape)
steps = Pasos
go-title = Ir a este paso

in-phase = Parada { $stop }, una recolección: { $phase }
at-line = Parada { $stop }, línea { $line }
in-function = Parada { $stop }, línea { $line } en { $function }
at-the-end = Parada { $stop }, el final
end-in-function = Parada { $stop }, el final en { $function }

head = { $file }, CPython 3.12.1, paso a paso
rest = El resto todavía no se ha contado.
