# Una pregunta antes de un paso, sus respuestas, y la explicación una vez dado el paso.

question = Pregunta
answers = Respuestas
answer-about = Responder esto ({ $key })
is-right = , correcta
is-yours = , tu respuesta
skip = Omitir
skip-about = No preguntar esto; dar el paso hace lo mismo
go-on = Continuar
go-on-about = Continuar
searching = Buscando preguntas que hacer: { $percent } % de la grabación.
nothing-to-ask = Esta grabación no da para ninguna pregunta.
right = Correcto.
not-so = No es así.
score = Aciertos: { $right } de { $all }
missed-about = En qué has fallado
missed = { $question } { $answer }.
missed-idea = { $question } { $answer }. No es así: { $idea }
back-about = Volver al lugar de esta pregunta
mistake = Una pregunta de esta página tiene un error en la línea { $line }. { $mistake }
