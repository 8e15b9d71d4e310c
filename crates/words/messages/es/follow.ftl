# Abrir la página con un enlace, y crear uno.

no-program = No se pudo obtener el programa del enlace: { $why }
copied = { $count ->
    [one] Enlace a este momento copiado ({ $count } carácter). También está en la barra de direcciones.
    [many] Enlace a este momento copiado ({ $count } de caracteres). También está en la barra de direcciones.
   *[other] Enlace a este momento copiado ({ $count } caracteres). También está en la barra de direcciones.
}
not-copied = { $count ->
    [one] El enlace está en la barra de direcciones ({ $count } carácter); el navegador no dejó que la página lo copiara.
    [many] El enlace está en la barra de direcciones ({ $count } de caracteres); el navegador no dejó que la página lo copiara.
   *[other] El enlace está en la barra de direcciones ({ $count } caracteres); el navegador no dejó que la página lo copiara.
}
beyond-the-end = El enlace lleva a la parada { $stop }; la grabación termina en la parada { $last }.
