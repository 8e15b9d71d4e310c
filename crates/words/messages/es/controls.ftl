# Los controles: botones para dar pasos y reproducir, y el deslizador sobre la grabación.

name = Pasos
step = Paso
next-phase = Siguiente fase
button-title = { $name } ({ $key })
first-stop = Primera parada
step-back = Paso atrás
step-over = Pasar por encima
step-out = Salir de la función
last-stop = Última parada
play = Reproducir
pause = Pausa
speed = Velocidad
speed-title = Velocidad de reproducción
slider = Parada
slider-title = Ir a una parada (Left, Right)
recording = { $stops ->
    [one] grabando, { $stops } parada hasta ahora
    [many] grabando, { $stops } de paradas hasta ahora
   *[other] grabando, { $stops } paradas hasta ahora
}
