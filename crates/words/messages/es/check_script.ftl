# Un script para el Python del propio estudiante: ejecuta el programa hasta una línea y compara lo que hay con lo que muestra Heapglass.

before-line = Ejecuta { $file } hasta un momento (antes de la línea { $line }, vez { $time }) y compara lo que hay con Heapglass.
after-all = Ejecuta { $file } hasta un momento (después de la última línea) y compara lo que hay con Heapglass.
versions = Heapglass muestra CPython 3.12.1; si tu Python es de otra versión, se dice la razón de cada diferencia.
facts = Dónde (0 es el marco más externo), qué, cómo se pregunta y qué muestra Heapglass.

begin = Python { $version }; Heapglass muestra 3.12.1
references = referencias a { $thing }
immortal = inmortal
differs = Heapglass { $shown }, aquí { $here }: { $why }
all-agree = coincide todo: { $count } datos
some-differ = difiere: { $wrong } de { $count } datos
ended-before = difiere: el programa terminó antes de ese momento ({ $problem })

why-same-version = la misma versión debería coincidir: ¿está en marcha un depurador u otra herramienta?
why-dict = las tablas de los dict se organizan de otro modo: claves de 24 bytes hasta 3.10; desde 3.14 se rastrean todos los dict
why-int-size = hasta 3.11 el cero ocupa 24 bytes; desde 3.12 tiene un dígito, 28
why-str-size = hasta 3.11 un str tenía 8 bytes más, para una forma que ya no existe
why-list-size = el espacio que una lista toma además de sus elementos cambió en 3.9 y en 3.14
why-type-size = las clases crecen con casi cada versión
why-struct-size = la estructura que hay detrás tiene otros campos en esta versión
why-size = lo que va delante de un objeto (dict, referencias débiles) cambió de sitio en 3.11, 3.12 y 3.13
why-function-count = desde 3.11 un marco retiene la función que ejecuta; antes no
why-old-count = antes de 3.12 ningún objeto es inmortal, y hasta 3.10 una llamada guarda sus argumentos en la pila de quien llama
why-count = 3.13 conserva para siempre menos cadenas internadas; desde 3.14 se pueden leer nombres sin contar
why-threshold = 700 hasta 3.12, 2000 desde 3.13; de 3.14.0 a 3.14.4 hay dos generaciones
why-tracked = el momento en que tuplas y dict salen de las listas del recolector cambió en 3.14
why-is = qué constantes son un mismo objeto lo decide el compilador, y eso cambió
why-else = esta versión es distinta aquí
