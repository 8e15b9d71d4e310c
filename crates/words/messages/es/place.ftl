# En qué punto de la grabación está la página: junto a los controles. Una parada es una línea a punto de ejecutarse o una fase de una
# recolección.

at-line = Parada { $stop } de { $last }, línea { $line }
in-function = Parada { $stop } de { $last }, línea { $line } en { $function }
in-phase = Parada { $stop } de { $last }, fase { $phase } de { $phases } de una recolección
within-phase = Parada { $stop } de { $last }, fase { $phase } de { $phases } de una recolección, { $at }
line-in-phase = Parada { $stop } de { $last }, línea { $line } en { $function }, fase { $phase } de { $phases } de una recolección
at-the-end = Parada { $stop } de { $last }, el final
all-lines-run = Parada { $stop } de { $last }, todas las líneas ejecutadas
nothing-recorded = Aún no hay grabación
