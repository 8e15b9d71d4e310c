# Lo que ha impreso el programa.

output = Salida
printed = Impreso hasta ahora
nothing-yet = Todavía no se ha impreso nada.
standard-error = Salida de errores:
