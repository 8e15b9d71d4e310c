# Lo que ocurrió en una parte de la grabación, en una lista: va tras «una recolección».

collection = { $freed ->
    [one] de la generación { $generation }, { $freed } objeto inalcanzable hallado
    [many] de la generación { $generation }, { $freed } de objetos inalcanzables hallados
   *[other] de la generación { $generation }, { $freed } objetos inalcanzables hallados
}
