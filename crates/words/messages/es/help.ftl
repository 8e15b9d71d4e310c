# La lista de teclas y signos.

heading = Teclas y signos
close = Cerrar
close-title = Cerrar (Escape)
sign-count = Insignia llena: el contador de referencias. Un ∞ con contorno significa que el objeto es inmortal: su contador no cambia nunca.
sign-kind = La ficha muestra la clase de objeto en la propia sintaxis de Python; el contorno de la caja también la indica.
sign-number = Número de nacimiento: el objeto 18.º de esta grabación. Se mantiene aunque la dirección vuelva a usarse.
sign-arrow = Una flecha es una referencia. Si sale de un marco es gruesa; discontinua, si es débil y no cuenta.
sign-unreachable = Gris con un anillo cortado: el programa ya no puede alcanzar este objeto, y sin embargo sigue ahí.
sign-scratch = Tira discontinua bajo una caja: el contador provisional del recolector durante una recolección.
sign-changed = Naranja: lo que cambió el último paso.
note = La página modela CPython 3.12.1 en un sistema de 64 bits, byte a byte, y no pide nada a ningún otro servidor.
