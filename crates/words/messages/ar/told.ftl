# السرد: التسجيل كله بالكلمات، بضع جمل لكل خطوة.

raised-in-line = أُطلق { $exception } في السطر { $line }.
raised = أُطلق { $exception }.
unnamed = حُذف الاسم `{ $name }` من { $function }.
names = يشير `{ $name }` إلى { $value }.
names-in = يشير `{ $name }` في { $function } إلى { $value }.
names-nothing = لا يشير `{ $name }` إلى شيء.
names-nothing-in = لا يشير `{ $name }` في { $function } إلى شيء.
made = { $references ->
    [zero] أُنشئ { $object }؛ بلا مراجع، { $bytes } بايت.
    [one] أُنشئ { $object }؛ مرجع واحد، { $bytes } بايت.
    [two] أُنشئ { $object }؛ مرجعان، { $bytes } بايت.
    [few] أُنشئ { $object }؛ { $references } مراجع، { $bytes } بايت.
    [many] أُنشئ { $object }؛ { $references } مرجعًا، { $bytes } بايت.
   *[other] أُنشئ { $object }؛ { $references } مرجع، { $bytes } بايت.
}
made-with-value = { $references ->
    [zero] أُنشئ { $object }: { $value }؛ بلا مراجع، { $bytes } بايت.
    [one] أُنشئ { $object }: { $value }؛ مرجع واحد، { $bytes } بايت.
    [two] أُنشئ { $object }: { $value }؛ مرجعان، { $bytes } بايت.
    [few] أُنشئ { $object }: { $value }؛ { $references } مراجع، { $bytes } بايت.
    [many] أُنشئ { $object }: { $value }؛ { $references } مرجعًا، { $bytes } بايت.
   *[other] أُنشئ { $object }: { $value }؛ { $references } مرجع، { $bytes } بايت.
}
made-with-parts = { $references ->
    [zero] أُنشئ { $object }، ويحوي { $held }؛ بلا مراجع، { $bytes } بايت.
    [one] أُنشئ { $object }، ويحوي { $held }؛ مرجع واحد، { $bytes } بايت.
    [two] أُنشئ { $object }، ويحوي { $held }؛ مرجعان، { $bytes } بايت.
    [few] أُنشئ { $object }، ويحوي { $held }؛ { $references } مراجع، { $bytes } بايت.
    [many] أُنشئ { $object }، ويحوي { $held }؛ { $references } مرجعًا، { $bytes } بايت.
   *[other] أُنشئ { $object }، ويحوي { $held }؛ { $references } مرجع، { $bytes } بايت.
}
made-with-many-parts = { $references ->
    [zero] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ بلا مراجع، { $bytes } بايت.
    [one] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ مرجع واحد، { $bytes } بايت.
    [two] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ مرجعان، { $bytes } بايت.
    [few] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ { $references } مراجع، { $bytes } بايت.
    [many] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ { $references } مرجعًا، { $bytes } بايت.
   *[other] أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ { $references } مرجع، { $bytes } بايت.
}
immortal-made = أُنشئ { $object }؛ خالد، { $bytes } بايت.
immortal-made-with-value = أُنشئ { $object }: { $value }؛ خالد، { $bytes } بايت.
immortal-made-with-parts = أُنشئ { $object }، ويحوي { $held }؛ خالد، { $bytes } بايت.
immortal-made-with-many-parts = أُنشئ { $object }، ويحوي { $held } و{ $more } غيرها؛ خالد، { $bytes } بايت.
held-at = { $value } عند `{ $place }`
nothing-at = لا شيء عند `{ $place }`
nothing = لا شيء
list = { $front }، { $next }
count-goes = تغيّر عدد مراجع { $object } من { $before } إلى { $now }.
count-goes-because = تغيّر عدد مراجع { $object } من { $before } إلى { $now }. { $causes }.
causes = { $front }؛ { $next }
lost = لم يعد شيء يقود إلى { $object }، ومع ذلك فهو حيّ.
gone-at-the-end = زال { $object }، وتحرّر { $bytes } بايت: انتهى البرنامج، والمفسّر يترك كل شيء.
gone-by-collection = زال { $object }، وتحرّر { $bytes } بايت: أفرغته عملية الجمع، إذ لم تكن تمسك به إلا كائنات لا يقود إليها شيء.
gone-unheld = زال { $object }، وتحرّر { $bytes } بايت: زال آخر مرجع إليه، إذ { $places }.
gone-let-go = زال { $object }، وتحرّر { $bytes } بايت: زال آخر مرجع إليه: فرغ منه المفسّر أو تعبير.
places = { $front } و{ $next }
examined = { $verdict ->
    [candidate] { $object }: العدد { $count }، العدد المؤقّت { $scratch }، مرشّح.
    [reachable] { $object }: العدد { $count }، العدد المؤقّت { $scratch }، يمكن الوصول إليه.
    [unreachable] { $object }: العدد { $count }، العدد المؤقّت { $scratch }، لا يمكن الوصول إليه.
    [condemned] { $object }: العدد { $count }، العدد المؤقّت { $scratch }، محكوم عليه.
   *[none] { $object }: العدد { $count }، العدد المؤقّت { $scratch }.
}
