# Por qué se detuvo un programa antes de su final, o no se empezó. Sin mayúscula ni punto, salvo el último.

steps = el programa se detuvo tras { $steps } pasos, el máximo que se graba
work = el programa se detuvo porque una función o un operador incorporado trabaja demasiado: no se ve el final
memory = el programa se detuvo porque usa más de { $bytes } bytes de memoria
pattern = el programa se detuvo porque la búsqueda de un patrón tarda demasiado
output = el programa se detuvo tras { $bytes } bytes de salida
error-output = el programa se detuvo tras { $bytes } bytes de salida de errores
unsupported = { $what } todavía no está disponible (línea { $line })
source-too-long = El programa tiene { $bytes } bytes; el límite es { $most } (tamaño del código fuente). Acórtalo.
