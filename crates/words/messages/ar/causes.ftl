# ما غيّر عدد مراجع كائن: جمل قصيرة ضميرها يعود على الكائن؛ تأتي بعد «+1: » أو «−1: »، أو بعد «زال آخر مرجع إليه: ».

came = +1: { $holder }
went = −1: { $holder }
came-elsewhere = +{ $count }: المفسّر، أو قيمة ما زال تعبير يحتاج إليها
went-elsewhere = −{ $count }: المفسّر، أو تعبير فرغ منه
named = { $change ->
    [came] يشير إليه الاسم `{ $name }`
   *[went] لم يعد الاسم `{ $name }` يشير إليه
}
named-in = { $change ->
    [came] يشير إليه الاسم `{ $name }` في { $function }
   *[went] لم يعد الاسم `{ $name }` في { $function } يشير إليه
}
stacked = { $change ->
    [came] صار على مكدّس القيم
   *[went] لم يعد على مكدّس القيم
}
stacked-in = { $change ->
    [came] صار على مكدّس القيم في { $function }
   *[went] لم يعد على مكدّس القيم في { $function }
}
held-at = { $change ->
    [came] يحويه { $object } عند `{ $place }`
   *[went] لم يعد { $object } يحويه عند `{ $place }`
}
held = { $change ->
    [came] يحويه { $object }
   *[went] لم يعد { $object } يحويه
}
key = { $change ->
    [came] صار مفتاحًا في { $object }
   *[went] لم يعد مفتاحًا في { $object }
}
