# Los ejemplos: programas de Python con los que empezar. De cada uno un título, lo que se ve en él, y los temas.

names = Nombres
counts = Contadores
memory = Memoria
collector = Recolector
aliasing = Dos nombres, una lista
aliasing-tells = Asignar no copia ningún objeto.
default = Un valor por defecto creado una vez
default-tells = Por qué una lista por defecto recuerda.
closure = Una clausura y su celda
closure-tells = Dónde guarda sus nombres una función interna.
counting = Los contadores suben y bajan
counting-tells = Quién hace referencia a un objeto, y cuándo muere.
exception = Una excepción guardada
exception-tells = Mantiene vivos los nombres de llamadas enteras.
generator = Un generador espera
generator-tells = Un marco que duerme dentro de un objeto.
growth = Una lista crece
growth-tells = El espacio se pide por adelantado.
slots = Objetos con slots
slots-tells = Más pequeños que los objetos con un dict.
two-nodes = Dos nodos en un ciclo
two-nodes-tells = Perdidos, y hallados fase a fase.
automatic = El recolector arranca solo
automatic-tells = Un contador alcanza su umbral.
