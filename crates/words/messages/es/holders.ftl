# Quién retiene una referencia a un objeto: lugares, tal como los nombran las frases, en medio de una frase o solos. Llevan artículo:
# las frases que los usan evitan «de» y «a» delante.

global-name = el nombre { $name }
local-name-of = el nombre local { $name } de { $function }
local-name = el nombre local { $name }
value-stack-of = la pila de valores de { $function }
value-stack = la pila de valores
of-call = { $field ->
    [frame-object] la llamada de { $function } (su objeto marco)
    [names] la llamada de { $function } (sus nombres)
    [function] la llamada de { $function } (su función)
   *[code] la llamada de { $function } (su código)
}
of-module-frame = { $field ->
    [frame-object] el marco del módulo (su objeto marco)
    [names] el marco del módulo (sus nombres)
    [function] el marco del módulo (su función)
   *[code] el marco del módulo (su código)
}
native-code = código nativo en ejecución
maker = lo que lo creó
running-call = la llamada en curso de { $function }
running-module = el módulo en ejecución
exit-callback = una retrollamada de atexit
interpreter = el intérprete
builtins = los builtins del intérprete
sys-dict = el dict de sys del intérprete
exception-raised = la excepción que se está lanzando
exception-handled = la excepción que se está manejando
thread-state = el estado del hilo
decimal-module = el módulo _decimal
lookup-cache = la caché de búsquedas

as-key = { $object } (como clave)
as-member = { $object } (como miembro)
its-class = { $object } (su clase)
its-names = { $object } (sus nombres y su pila)
its-contents = { $object } (su contenido)
a-slot = un slot de { $object }
shared-name = el nombre compartido { $number } de { $object }
